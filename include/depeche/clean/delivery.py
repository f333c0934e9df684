"""What every reader says of a payload besides its content: where it came from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from depeche.clean.fragment import line, read_html
from depeche.clean.tidy import join_paragraphs, one_line, unique
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected
from depeche.records.site import SiteRule

Item = TypeVar("Item")


def origin(raw: RawDispatch, reader: str, version: str, rule: SiteRule | None = None) -> dict[str, Any]:
    """The fields of a CleanDispatch that come from the delivery, for the reader's keyword arguments.

    The publisher is the side-car's, else the feed's; a reader that finds one stated in the
    payload replaces it, as it does with ``url`` and ``language_text``. ``rule`` is the one of the
    site by which a page was read.
    """
    return {
        "raw_uri": raw.raw_uri,
        "raw_sha256": raw.raw_sha256,
        "name": raw.name,
        "feed_id": raw.feed_id,
        "collected_at": raw.collected_at,
        "format": reader,
        "reader_version": f"{reader}-{version}",
        "declared_version": _declared_version(raw, rule),
        "agency_id": raw.agency_id,
        "publisher": raw.sidecar.publisher or raw.publisher,
        "url": raw.sidecar.url,
        "language_text": raw.sidecar.language,
        "language_hint": raw.language_hint,
        "issued_at_hint": raw.sidecar.issued_at,
    }


def _declared_version(raw: RawDispatch, rule: SiteRule | None) -> str | None:
    """Hash of what was declared for a payload, 12 characters; None where nothing was.

    That is what its feed says of all it carries, and the ``rule`` of a page's site: a row made by
    another declaration is made anew, as is one made by another reader.
    """
    # In their order, by which columns of one field are joined.
    columns = list(raw.columns.items()) if raw.columns is not None else None
    declared = (raw.agency_id, raw.publisher, raw.language_hint, columns, rule)
    if all(value is None for value in declared):
        return None
    return sha256(msgspec.json.encode(declared)).hexdigest()[:12]


def completed(raw: RawDispatch, found: CleanDispatch) -> CleanDispatch:
    """The one dispatch of a payload, with what its side-car states in the fields that it leaves empty itself."""
    said = raw.sidecar
    stated: dict[str, Any] = {
        "modified_at_text": one_line(said.modified_at),
        "headline": line(said.headline),
        "byline": line(said.byline),
        "summary": join_paragraphs(read_html(said.summary).paragraphs) if said.summary else None,
        "keywords": unique(map(line, said.keywords or [])),
    }
    added = {name: value for name, value in stated.items() if value and not getattr(found, name)}
    return replace(found, **added) if added else found


def rejected(raw: RawDispatch, refusal: Reject) -> Rejected:
    """``refusal`` as the :class:`Rejected` of one dispatch among others in ``raw``."""
    return Rejected(
        stage="clean",
        reason=refusal.reason,
        detail=refusal.detail,
        raw_uri=raw.raw_uri,
        raw_sha256=raw.raw_sha256,
        raw_name=raw.name,
        feed_id=raw.feed_id,
        collected_at=raw.collected_at,
    )


def one_of(
    raw: RawDispatch,
    items: Sequence[Item | Reject],
    read: Callable[[Item], CleanDispatch],
    fault: Reject | None = None,
) -> list[CleanDispatch | Rejected]:
    """The dispatch of each item, or its refusal (an item may be one already); last the refusal of what ``fault`` cut off.

    Raises what ``read`` raises where the item is the payload's only one.
    """
    found: list[CleanDispatch | Rejected] = []
    for item in items:
        try:
            if isinstance(item, Reject):
                raise item
            found.append(read(item))
        except Reject as refusal:
            if len(items) == 1 and fault is None:
                raise
            found.append(rejected(raw, refusal))
    return [*found, rejected(raw, fault)] if fault else found
