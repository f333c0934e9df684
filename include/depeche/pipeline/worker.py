"""What happens to a payload inside a worker process: clean, then normalise."""

from __future__ import annotations

import re
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
from lxml import etree

from depeche import schema
from depeche.authority import Authority, authority_version, load
from depeche.batch import Failure, Work
from depeche.clean import clean
from depeche.ingest import rawstore
from depeche.ingest.feeds import Feed, publishers
from depeche.ingest.feeds import load as load_feeds
from depeche.normalise import normalise
from depeche.normalise.actors import name_models
from depeche.normalise.actors.name_models import NameModels
from depeche.processes import PRELOADED
from depeche.records import CleanDispatch, Dispatch, RawDispatch, RawRef, Reject, Rejected, Tally
from depeche.records.site import Sites
from depeche.settings import Settings


class Outcome(NamedTuple):
    """What became of some payloads, in order, with a tally for each stage they went through."""

    dispatches: list[Dispatch]
    rejected: list[Rejected]
    tallies: dict[str, Tally]


class Staged(NamedTuple):
    """An Outcome as Arrow, as it comes back from a worker."""

    dispatches: pa.RecordBatch
    rejected: pa.RecordBatch
    tallies: dict[str, Tally]

    def __reduce__(self) -> tuple[Callable[..., Staged], tuple[bytes, bytes, dict[str, Tally]]]:
        # Without its schema, which would weigh more than a few rows and take the parent longer to read.
        dispatches, rejected = self.dispatches.serialize(), self.rejected.serialize()
        return _arrived, (dispatches.to_pybytes(), rejected.to_pybytes(), self.tallies)


def _arrived(dispatches: bytes, rejected: bytes, tallies: dict[str, Tally]) -> Staged:
    return Staged(
        pa.ipc.read_record_batch(dispatches, schema.DISPATCH_REVISIONS),
        pa.ipc.read_record_batch(rejected, schema.QUARANTINE),
        tallies,
    )


class _Context(NamedTuple):
    settings: Settings
    authority: Authority
    feeds: dict[str, Feed]
    sites: Sites
    models: NameModels | None


_context: _Context | None = None
# What a process opened for all that are forked from it: Airflow's scheduler, or a server that is warm.
_opened: Authority | None = None

# (stage, format) → records and seconds.
Formats = dict[tuple[str, str], tuple[int, float]]
# What libxml2 says where it could have no more memory.
_NO_MEMORY = re.compile(r"^unknown error$|memory", re.IGNORECASE)
# Stands for the format of a payload of which nothing could be read.
UNREAD = "unread"


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
    stage(Outcome([], [], {}))


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
    return stage(outcome(_payloads(refs)))


def stage(done: Outcome) -> Staged:
    """The outcome as Arrow; ``batch_id`` is filled in by the parent."""
    return Staged(
        schema.dispatches_to_arrow(done.dispatches, ""),
        schema.rejected_to_arrow(done.rejected, ""),
        done.tallies,
    )


def failed_ref(ref: RawRef, failure: Failure) -> Staged:
    """The answer for a payload whose worker was lost."""
    return stage(lost(ref, failure))


def lost(raw: RawRef | RawDispatch, failure: Failure) -> Outcome:
    """A payload whose worker was lost, as an outcome."""
    refused = rejected("clean", Reject(failure.reason, failure.detail), raw)
    tallies = {
        "ingest": Tally(stage="ingest", taken=1, accepted=1),
        "clean": Tally(stage="clean", taken=1, quarantined=1, reasons={failure.reason: 1}),
        "normalise": Tally(stage="normalise"),
    }
    return Outcome([], [refused], tallies)


def outcome(payloads: Iterator[RawDispatch | Rejected]) -> Outcome:
    """Clean and normalise payloads; refusals that come in go through to the outcome."""
    done = Outcome([], [], {})
    counts = {"ingest": [0, 0, 0.0], "clean": [0, 0, 0.0], "normalise": [0, 0, 0.0]}
    formats: Formats = {}
    for raw in payloads:
        counts["ingest"][0] += 1
        if isinstance(raw, Rejected):
            done.rejected.append(raw)
            continue
        counts["ingest"][1] += 1
        _one(raw, done, counts, formats)
    for name, (taken, accepted, seconds) in counts.items():
        reasons: dict[str, int] = {}
        for refused in done.rejected:
            if refused.stage == name:
                reasons[refused.reason] = reasons.get(refused.reason, 0) + 1
        done.tallies[name] = Tally(
            stage=name,
            taken=int(taken),
            accepted=int(accepted),
            quarantined=sum(reasons.values()),
            seconds=seconds,
            reasons=reasons,
            formats={of: spent for (stage, of), spent in formats.items() if stage == name},
        ).check()
    return done


def _one(raw: RawDispatch, done: Outcome, counts: dict[str, list[float]], formats: Formats) -> None:
    began = time.perf_counter()
    cleaned = list(_guard("clean", raw, lambda: _clean(raw)))
    spent = time.perf_counter() - began
    counts["clean"][2] += spent
    of = next((item.format for item in cleaned if isinstance(item, CleanDispatch)), UNREAD)
    _add(formats, ("clean", of), len(cleaned), spent)
    for item in cleaned:
        counts["clean"][0] += 1
        if isinstance(item, Rejected):
            done.rejected.append(item)
            continue
        counts["clean"][1] += 1
        counts["normalise"][0] += 1
        began = time.perf_counter()
        for result in _guard(
            "normalise",
            raw,
            lambda item=item: iter([normalise(item, context().authority, context().models)]),
        ):
            if isinstance(result, Rejected):
                done.rejected.append(result)
            else:
                counts["normalise"][1] += 1
                done.dispatches.append(result)
        spent = time.perf_counter() - began
        counts["normalise"][2] += spent
        _add(formats, ("normalise", item.format), 1, spent)


def _add(formats: Formats, key: tuple[str, str], count: int, seconds: float) -> None:
    before = formats.get(key, (0, 0.0))
    formats[key] = (before[0] + count, before[1] + seconds)


def _clean(raw: RawDispatch) -> Iterator[CleanDispatch | Rejected]:
    found = False
    for item in clean(raw):
        found = True
        yield item
    if not found:
        raise Reject("no_dispatch", "the payload was read but holds no dispatch")


def _guard(stage: str, raw: RawDispatch, work):  # type: ignore[no-untyped-def]
    """Yield what ``work()`` yields; turn what stops it into a Rejected."""
    try:
        yield from work()
    except Reject as reject:
        yield rejected(stage, reject, raw)
    except MemoryError:
        raise
    except Exception as defect:
        if isinstance(defect, etree.LxmlError) and _NO_MEMORY.search(str(defect)):
            raise MemoryError from defect
        place = traceback.extract_tb(defect.__traceback__)[-1]
        detail = f"{type(defect).__name__} in {place.name}: {defect}"[:500]
        yield rejected(stage, Reject("internal_error", detail), raw)


def rejected(stage: str, reject: Reject, raw: RawRef | RawDispatch) -> Rejected:
    """The refusal as a record, with where the raw bytes are."""
    return Rejected(
        stage=stage,
        reason=reject.reason,
        detail=reject.detail,
        raw_uri=raw.raw_uri,
        raw_sha256=raw.raw_sha256,
        raw_name=raw.name,
        feed_id=raw.feed_id,
        collected_at=raw.collected_at,
    )


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
