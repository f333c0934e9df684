"""What becomes of payloads: cleaned and normalised, or refused, with the tallies of both stages."""

from __future__ import annotations

import re
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import pyarrow as pa
from lxml import etree

from depeche import schema
from depeche.authority import Authority
from depeche.batch import Failure
from depeche.clean import clean
from depeche.normalise import normalise
from depeche.normalise.actors.name_models import NameModels
from depeche.records import CleanDispatch, Dispatch, RawDispatch, RawRef, Reject, Rejected, Tally

# (stage, format) → records and seconds.
Formats = dict[tuple[str, str], tuple[int, float]]
# What libxml2 says where it could have no more memory.
_NO_MEMORY = re.compile(r"^unknown error$|memory", re.IGNORECASE)
# Stands for the format of a payload of which nothing could be read.
UNREAD = "unread"


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


def outcome(
    payloads: Iterable[RawDispatch | Rejected], authority: Authority, models: NameModels | None
) -> Outcome:
    """Clean and normalise payloads; refusals that come in go through to the outcome. Raises MemoryError alone."""
    done = Outcome([], [], {})
    counts = {"ingest": [0, 0, 0.0], "clean": [0, 0, 0.0], "normalise": [0, 0, 0.0]}
    formats: Formats = {}
    for raw in payloads:
        counts["ingest"][0] += 1
        if isinstance(raw, Rejected):
            done.rejected.append(raw)
            continue
        counts["ingest"][1] += 1
        _one(raw, done, counts, formats, lambda item: normalise(item, authority, models))
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


def _one(
    raw: RawDispatch,
    done: Outcome,
    counts: dict[str, list[float]],
    formats: Formats,
    normalised: Callable[[CleanDispatch], Dispatch],
) -> None:
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
        for result in _guard("normalise", raw, lambda item=item: iter([normalised(item)])):
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


def lost(raw: RawRef | RawDispatch, failure: Failure) -> Outcome:
    """A payload whose worker was lost, as an outcome."""
    refused = rejected("clean", Reject(failure.reason, failure.detail), raw)
    tallies = {
        "ingest": Tally(stage="ingest", taken=1, accepted=1),
        "clean": Tally(stage="clean", taken=1, quarantined=1, reasons={failure.reason: 1}),
        "normalise": Tally(stage="normalise"),
    }
    return Outcome([], [refused], tallies)


def to_arrow(done: Outcome) -> Staged:
    """The outcome as Arrow; ``batch_id`` is filled in by the parent."""
    return Staged(
        schema.dispatches_to_arrow(done.dispatches, ""),
        schema.rejected_to_arrow(done.rejected, ""),
        done.tallies,
    )
