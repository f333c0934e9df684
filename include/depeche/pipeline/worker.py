"""A worker process: what it loads once, how it comes by payloads, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from depeche.authority import Authority, authority_version, load
from depeche.batch import Failure, Work
from depeche.ingest import rawstore
from depeche.ingest.feeds import Feed, publishers
from depeche.ingest.feeds import load as load_feeds
from depeche.normalise.actors import name_models
from depeche.normalise.actors.name_models import NameModels
from depeche.pipeline.outcome import Outcome, Staged, lost, outcome, rejected, to_arrow
from depeche.processes import PRELOADED
from depeche.records import RawDispatch, RawRef, Reject, Rejected
from depeche.records.site import Sites
from depeche.settings import Settings


class _Context(NamedTuple):
    settings: Settings
    authority: Authority
    feeds: dict[str, Feed]
    sites: Sites
    models: NameModels | None


_context: _Context | None = None
# What a process opened for all that are forked from it: Airflow's scheduler, or a server that is warm.
_opened: Authority | None = None


def start(settings: Settings, cache: Path | None = None) -> None:
    """Load once in a worker what every payload needs; ``cache`` is another folder for the compiled authority."""
    global _context
    authority = _opened
    if authority is None or authority.version != authority_version(settings.authority):
        authority = load(settings.authority, cache or settings.cache)
    _context = _Context(
        settings,
        authority,
        load_feeds(settings.feeds),
        publishers.load(settings.publishers),
        name_models.load(settings.spacy),
    )
    # Arrow's allocator reserves a gigabyte of addresses when it is first used in a process: not at
    # the cost of what payloads may take.
    to_arrow(Outcome([], [], {}))


def open_for_forks(settings: Settings) -> None:
    """Open the authority for all processes that will be forked from this one. Raises SettingsError."""
    global _opened
    _opened = load(settings.authority, settings.cache)


def context() -> _Context:
    """What ``start`` loaded. Raises RuntimeError where it was not called."""
    if _context is None:
        raise RuntimeError("pipeline.worker.start(settings) comes first")
    return _context


def run_refs(refs: Sequence[RawRef]) -> Staged:
    """Clean and normalise payloads of the raw store."""
    return to_arrow(made(_payloads(refs)))


def made(payloads: Iterable[RawDispatch | Rejected]) -> Outcome:
    """Clean and normalise payloads with what ``start`` loaded."""
    return outcome(payloads, context().authority, context().models)


def failed_ref(ref: RawRef, failure: Failure) -> Staged:
    """The answer for a payload whose worker was lost."""
    return to_arrow(lost(ref, failure))


def _payloads(refs: Sequence[RawRef]) -> Iterator[RawDispatch | Rejected]:
    ctx = context()
    limit = ctx.settings.max_payload_mb * 1024 * 1024
    with rawstore.Reader(ctx.settings) as reader:
        for ref in refs:
            if ref.refused is not None:
                yield rejected("ingest", Reject(*ref.refused), ref)
            elif ref.size > limit:
                yield rejected("ingest", too_large(ref.size, ctx.settings), ref)
            else:
                try:
                    yield to_raw(ref, reader.read(ref.raw_uri))
                except rawstore.OutsideLost as lost_there:
                    yield rejected("ingest", Reject("unreadable", str(lost_there)), ref)


def too_large(size: int, settings: Settings) -> Reject:
    """The refusal of a payload over the limit."""
    return Reject(
        "too_large",
        f"{size / 1e6:.0f} MB, over the limit of {settings.max_payload_mb} MB (DEPECHE_MAX_PAYLOAD_MB)",
    )


def to_raw(ref: RawRef, payload: bytes) -> RawDispatch:
    """The payload with its bytes and with what its feed says of it."""
    feed = context().feeds.get(ref.feed_id)
    return RawDispatch(
        raw_uri=ref.raw_uri,
        raw_sha256=ref.raw_sha256,
        name=ref.name,
        payload=payload,
        feed_id=ref.feed_id,
        collected_at=ref.collected_at,
        sidecar=ref.sidecar,
        agency_id=feed.agency if feed else None,
        publisher=feed.publisher if feed else None,
        language_hint=feed.language if feed else None,
        columns=feed.columns if feed else None,
        sites=context().sites,
    )


PRELOADED.add(__name__)
WORK: Work[RawRef, Staged] = Work(start, run_refs, failed_ref, lambda ref: ref.size)
