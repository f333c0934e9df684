"""Dispatches per second and core, stage by stage, beside plain trafilatura on the same pages.

    python benchmarks/throughput.py                      the sample wire
    python benchmarks/throughput.py --pages DIR --wire DIR     your own, as they are
    python benchmarks/throughput.py --json

The sample pages are short and clean, a hundredth of what a newspaper sends; what a page costs is
mostly its menus, scripts and teasers. So they are dressed first to the weight of a real page:
the median of 80 news pages is 290 KB with 950 elements and 130 KB of script. --bare measures
them as they lie there.

Figures are CPU seconds of one process. Plain trafilatura and the pipeline take turns on the
same pages, pass by pass, and the ratio is the median over the passes: on a shared machine
absolute figures mean little.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pyarrow.parquet as pq
import trafilatura

from depeche import clock, ingest, lake, pipeline, query, schema, settings
from depeche.clean import clean
from depeche.normalise import normalise
from depeche.pipeline import staging, worker
from depeche.records import CleanDispatch, Dispatch, RawDispatch, Reject
from depeche.settings import PROJECT
from depeche.validate import validate
from payloads import delivered

Input = TypeVar("Input")
Output = TypeVar("Output")
PASSES = 5
AT_LEAST = 300


def main() -> None:
    """Print the figures for pages and for wire files, then ingest, validate and publish."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--pages", type=Path, default=PROJECT / "seeds/dispatches/pages")
    options.add_argument("--wire", type=Path, default=PROJECT / "seeds/dispatches/newsml")
    options.add_argument("--json", action="store_true")
    options.add_argument("--bare", action="store_true", help="the sample pages undressed")
    asked = options.parse_args()
    worker.start(settings.load())
    is_sample = asked.pages == options.get_default("pages")
    pages = load(asked.pages, (".html", ".htm"), dress if is_sample and not asked.bare else bytes)
    figures = {
        "pages": measure(pages, beside=plain_trafilatura),
        "wire": measure(load(asked.wire, (".xml",)), beside=None),
        "stages": measure_stages(asked.wire),
    }
    if asked.json:
        print(json.dumps(figures, indent=2))
    else:
        show(figures)


def load(
    folder: Path, endings: tuple[str, ...], change: Callable[[bytes], bytes] = bytes
) -> list[RawDispatch]:
    """The folder's payloads that are read whole, changed, and repeated to at least AT_LEAST."""
    found = []
    for file in sorted(folder.rglob("*")):
        name = file.name.removesuffix(".gz")
        if not name.endswith(endings):
            continue
        payload = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        payload = change(payload)
        raw = delivered(name, payload)
        if not worker.made([raw]).rejected:
            found.append(raw)
    if not found:
        raise SystemExit(f"{folder}: nothing to measure on ({', '.join(endings)})")
    return found * -(-AT_LEAST // len(found))


def dress(page: bytes) -> bytes:
    """The page with a newspaper's menus, scripts, icons and teasers around what it has."""
    script = "window.state = {" + ", ".join(f'"key{n}": [{n}, "value {n}"]' for n in range(4500)) + "};"
    icon = '<svg viewBox="0 0 24 24"><path d="M12 2L2 22h20z"/></svg>'
    menu = "".join(
        f'<li class="menu-item"><a href="/section/{n}">{icon if n % 4 == 0 else ""}<span>Section {n}</span></a></li>'
        for n in range(100)
    )
    teasers = "".join(
        f'<div class="teaser"><a href="/story/{n}"><img src="/thumb/{n}.jpg" alt=""><h3>Another story {n}</h3></a></div>'
        for n in range(40)
    )
    before = f'<script>{script}</script><nav class="menu"><ul>{menu}</ul></nav>'
    after = (
        f'<aside class="related">{teasers}</aside><footer><ul>{menu}</ul></footer><script>{script}</script>'
    )
    opened = re.sub(rb"(<body[^>]*>)", lambda m: m[1] + before.encode(), page, count=1, flags=re.IGNORECASE)
    return re.sub(rb"(</body>)", lambda m: after.encode() + m[1], opened, count=1, flags=re.IGNORECASE)


def plain_trafilatura(raws: Sequence[RawDispatch]) -> None:
    """What a page costs with trafilatura alone."""
    for raw in raws:
        trafilatura.extract(raw.payload, fast=True, include_comments=False)


def measure(
    raws: Sequence[RawDispatch], beside: Callable[[Sequence[RawDispatch]], None] | None
) -> dict[str, float]:
    """Dispatches per CPU second: clean, normalise, Parquet, end to end; and the ratio to ``beside``."""
    seconds: dict[str, list[float]] = {
        "clean": [],
        "normalise": [],
        "parquet": [],
        "end to end": [],
        "beside": [],
    }
    for _ in range(PASSES):
        if beside:
            seconds["beside"].append(timed(beside, raws)[0])
        cleaning, cleaned = timed(clean_all, raws)
        normalising, rows = timed(normalise_all, cleaned)
        writing, _ = timed(to_parquet, rows)
        for name, taken in (("clean", cleaning), ("normalise", normalising), ("parquet", writing)):
            seconds[name].append(taken)
        seconds["end to end"].append(cleaning + normalising + writing)
    figures = {name: len(raws) / statistics.median(taken) for name, taken in seconds.items() if taken}
    if beside:
        pairs = zip(seconds["beside"], seconds["end to end"], strict=True)
        figures["ratio"] = statistics.median(theirs / ours for theirs, ours in pairs)
    return figures


def clean_all(raws: Sequence[RawDispatch]) -> list[CleanDispatch]:
    """Every dispatch of the payloads."""
    return [item for raw in raws for item in clean(raw) if isinstance(item, CleanDispatch)]


def normalise_all(cleaned: Sequence[CleanDispatch]) -> list[Dispatch]:
    """Every dispatch, normalised. Raises Reject: what is measured was seen to pass."""
    authority = worker.context().authority
    return [normalise(item, authority) for item in cleaned]


def to_parquet(rows: Sequence[Dispatch]) -> None:
    """The rows as one Parquet file in memory, as staging writes them."""
    with pq.ParquetWriter(io.BytesIO(), schema.DISPATCH_REVISIONS) as writer:
        writer.write_batch(schema.dispatches_to_arrow(rows, "bench"))


def measure_stages(wire: Path) -> dict[str, float]:
    """Records per second of wall time in ingest, validate and publish, on an empty archive."""
    with tempfile.TemporaryDirectory() as home:
        here = settings.load({"DEPECHE_HOME": home})
        began = time.perf_counter()
        tally = ingest.ingest_paths([wire], feed_id="files", settings=here, now=clock.now())
        figures = {"ingest": tally.taken / (time.perf_counter() - began)}
        staged = [done["batch_id"] for done in pipeline.process(here, pipeline.plan(here))]
        folders = [Path(str(staging.folder(here, batch))) for batch in staged]
        validate(folders[0], here)  # the first one imports Great Expectations
        began = time.perf_counter()
        verdicts = [validate(folder, here) for folder in folders]
        figures["validate"] = sum(v.tally.taken for v in verdicts) / (time.perf_counter() - began)
        lake.ensure(here, query.definitions())
        began = time.perf_counter()
        done = [lake.publish(folder, here) for folder in folders]
        records = sum(d.accepted + d.known + d.quarantined for d in done)
        figures["publish"] = records / (time.perf_counter() - began)
    return figures


def timed(work: Callable[[Input], Output], given: Input) -> tuple[float, Output]:
    """CPU seconds that ``work(given)`` takes, and what it gives."""
    began = time.process_time()
    done = work(given)
    return time.process_time() - began, done


def show(figures: dict[str, dict[str, float]]) -> None:
    """Print the figures as text."""
    for name in ("pages", "wire"):
        print(f"{name}: dispatches a CPU second and core")
        for stage, rate in figures[name].items():
            if stage == "ratio":
                print(f"  {'end to end, of plain trafilatura':<34} {rate:8.2f}")
            else:
                label = "plain trafilatura, fast" if stage == "beside" else stage
                print(f"  {label:<34} {rate:8.0f}")
    print("stages on an empty archive: records a second")
    for stage, rate in figures["stages"].items():
        print(f"  {stage:<34} {rate:8.0f}")


if __name__ == "__main__":
    try:
        main()
    except Reject as refused:
        raise SystemExit(f"what is measured must be read whole: {refused}") from refused
