"""Cleaning: a payload to plain Unicode text and the metadata *as stated*.

``clean(raw)`` recognises the format from the content and gives the payload's dispatches.
A reader is one module with ``FORMAT``, ``VERSION``, ``sniff`` and ``read`` (see
:class:`~depeche.clean.detect.Reader`).
"""

from __future__ import annotations

from collections.abc import Iterator

from depeche.clean.delivery import completed, rejected
from depeche.clean.detect import READERS, detect
from depeche.clean.formats import formats_markdown
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected

__all__ = ["READERS", "clean", "code_version", "formats_markdown"]


# Payloads within payloads: a mail within a mail, with a dispatch attached.
DEEPEST = 8


def clean(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatches ``raw`` holds, in order; a damaged one among others as :class:`Rejected`.

    Raises Reject for the whole payload: see ``docs/quarantine.md`` for the reasons.
    """
    return list(_dispatches(raw, 1))


def _dispatches(raw: RawDispatch, depth: int) -> Iterator[CleanDispatch | Rejected]:
    try:
        found = detect(raw.payload, raw.columns).read(raw)
    except RecursionError:
        raise Reject("too_complex", "Its elements are nested too deep to be read.") from None
    for item in found:
        if not isinstance(item, RawDispatch):
            yield completed(raw, item) if len(found) == 1 and isinstance(item, CleanDispatch) else item
            continue
        try:
            if depth == DEEPEST:
                raise Reject("too_complex", f"A payload within {depth} others.")
            yield from _dispatches(item, depth + 1)
        except Reject as refusal:
            yield rejected(item, refusal)


def code_version() -> str:
    """The readers' versions together, such as ``newsml12-1+page-1+text-1``."""
    return "+".join(f"{reader.FORMAT}-{reader.VERSION}" for reader in READERS)
