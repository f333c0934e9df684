"""What would become of files: read, clean and normalise them, and write nothing."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from depeche import batch as workers
from depeche import clock, schema
from depeche.authority import is_compiled, load
from depeche.batch import Failure, Work
from depeche.ingest import drop
from depeche.ingest.delivery import Delivery, to_raw
from depeche.pipeline import worker
from depeche.pipeline.outcome import lost, rejected
from depeche.pipeline.progress import Progress
from depeche.records import Dispatch, RawDispatch, Reject, Rejected
from depeche.settings import Settings, SettingsError
from depeche.validate import preview


class Given(NamedTuple):
    """A payload, the words by which the user gave it, and the refusal where ingest refuses it."""

    input: str
    raw: RawDispatch
    refused: tuple[str, str] | None


def inspect(settings: Settings, paths: Sequence[Path], progress: Progress | None = None) -> Iterator[bytes]:
    """Yield one JSON object per dispatch, in the order of the files.

    A dispatch has exactly the columns of ``dispatch_revisions`` and ``input``; a refusal has
    ``rejected`` (the reason), ``detail`` and ``input``. ``raw_uri`` and ``batch_id`` are null:
    nothing is stored in the archive (the compiled authority is kept in the user's cache). The
    row rules of the validation stage are asked; batch rules and usage terms are not, they
    decide when a batch is published.
    """
    with tempfile.TemporaryDirectory() as scratch:
        cache = _compiled(settings, Path(scratch))
        work: Work[Given, list[bytes]] = Work(partial(worker.start, cache=cache), run, failed, size)
        done = 0
        for count, lines in workers.run(work, given(settings, paths), settings):
            done += count
            if progress:
                progress("inspect", done, 0)
            yield from lines


def _compiled(settings: Settings, scratch: Path) -> Path:
    """A folder with the compiled authority: the archive's, the user's cache, or ``scratch``."""
    own = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "depeche"
    for folder in (settings.cache, own):
        if is_compiled(settings.authority, folder):
            return folder
    for folder in (own, scratch):
        try:
            load(settings.authority, folder)
        except OSError:
            continue  # no home, or one that cannot be written
        return folder
    raise SettingsError(f"{scratch}: cannot be written, so the authority cannot be compiled")


def given(settings: Settings, paths: Sequence[Path]) -> Iterator[Given]:
    """The payloads of ``paths``, one by one; nothing is stored."""
    now = clock.now()
    limit = settings.max_payload_mb * 1024 * 1024
    for item in drop.deliveries(paths, settings):
        if not isinstance(item, Delivery):
            continue
        refused = item.refused
        if refused is None and item.size > limit:
            too_large = worker.too_large(item.size, settings)
            refused = (too_large.reason, too_large.detail)
        if refused is not None:
            item = item._replace(payload=io.BytesIO())
        yield Given(item.input, to_raw(item, now), refused)


def size(given: Given) -> int:
    """Bytes of the payload."""
    return len(given.raw.payload)


def run(chunk: Sequence[Given]) -> list[bytes]:
    """The lines for some payloads."""
    found: list[tuple[str, Dispatch | Rejected]] = []
    for given in chunk:
        raw = msgspec.structs.replace(given.raw, sites=worker.context().sites)
        payload = rejected("ingest", Reject(*given.refused), raw) if given.refused else raw
        done = worker.made([payload])
        found += [(given.input, dispatch) for dispatch in done.dispatches]
        found += [(given.input, rejected) for rejected in done.rejected]
    places = [at for at, (_, record) in enumerate(found) if isinstance(record, Dispatch)]
    refused = preview([record for _, record in found if isinstance(record, Dispatch)])
    for at, refusal in refused.items():
        found[places[at]] = (found[places[at]][0], refusal)
    return [_line(record, given) for given, record in found]


def failed(given: Given, failure: Failure) -> list[bytes]:
    """The lines for a payload whose worker was lost."""
    return [_line(r, given.input) for r in lost(given.raw, failure).rejected]


def _line(record: Dispatch | Rejected, given: str) -> bytes:
    if isinstance(record, Rejected):
        return msgspec.json.encode({"input": given, "rejected": record.reason, "detail": record.detail})
    values: dict[str, Any] = {
        name: None if name == "batch_id" else getattr(record, name)
        for name in schema.DISPATCH_REVISIONS.names
    }
    return msgspec.json.encode({"input": given, **values})
