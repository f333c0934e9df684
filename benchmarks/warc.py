"""News archives in WARC: pages a second and core, beside plain fastwarc and trafilatura on the same records.

    python benchmarks/warc.py                    2 × 3,000 pages, a quarter of an hour
    python benchmarks/warc.py --pages 2000       fewer of them
    python benchmarks/warc.py --json

The records are the project's sample pages dressed to a newspaper's weight, each made another
page by its number, gzipped record by record with their requests between them, as Common
Crawl's CC-NEWS has them. Beside them stands what anybody would write: fastwarc's records
through ``trafilatura.extract(fast=True)``.

The ratio is of CPU seconds of one process: ingest (selection, digest, reference) and clean
against the plain loop, in turns, the median over the passes, on RATIO_PAGES of them. The scaling is of wall time:
ingest and process with one worker and with two, over what the plain loop gains from two
processes in the same minutes, as a shared machine may not have two cores to give. Starting the
workers is part of it: with few pages it weighs more than they do. Where wall time says nothing,
the CPU seconds of parent and workers do: what the parent spends is not shared, so they bound the gain.
"""

from __future__ import annotations

import argparse
import io
import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import psutil
import trafilatura
from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from depeche import clock, ingest, pipeline, settings
from depeche.authority import is_compiled
from depeche.authority import load as load_authority
from depeche.clean import clean
from depeche.ingest import feeds, rawstore
from depeche.pipeline import worker
from depeche.records import CleanDispatch
from depeche.settings import PROJECT, Settings
from throughput import dress, load, timed

PASSES = 3
# Long passes: two of them tell as much as many short ones.
LONG_PASSES = 2
RATIO_PAGES = 1000


def main() -> None:
    """Print the ratio and the scaling."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--pages", type=int, default=6000)
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        worker.start(archive(Path(folder), workers=1))
        few = [write(Path(folder) / "few/news.warc.gz", min(RATIO_PAGES, asked.pages), 2)]
        files = [write(Path(folder) / f"many/news-{n}.warc.gz", asked.pages // 2, n) for n in range(2)]
        figures = {
            **measure_ratio(few),
            **measure_scaling(files, Path(folder)),
            **measure_shares(files, Path(folder)),
        }
    if asked.json:
        print(json.dumps(figures, indent=2))
        return
    for name, value in figures.items():
        print(f"{name:<58} {value:8.2f}")


def write(file: Path, count: int, seed: int) -> Path:
    """A WARC file of ``count`` pages, each with its request."""
    samples = [raw.payload for raw in load(PROJECT / "seeds/dispatches/pages", (".html",), dress)]
    file.parent.mkdir(exist_ok=True)
    with file.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for n in range(count):
            # Another page to every digest, the same work to every parser.
            body = samples[n % len(samples)] + f"<!-- {seed}-{n} -->".encode()
            url = f"https://www.paper{n % 50}.example/{seed}/{n}"
            asked = StatusAndHeaders("GET / HTTP/1.1", [], is_http_request=True)
            answered = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], "HTTP/1.1")
            for kind, block, head in (("request", b"", asked), ("response", body, answered)):
                record = writer.create_warc_record(
                    url, kind, payload=io.BytesIO(block), length=len(block), http_headers=head
                )
                writer.write_record(record)
    return file


def plain(files: Sequence[Path]) -> int:
    """What anybody would write. Gives the number of pages with a text."""
    texts = 0
    for file in files:
        with file.open("rb") as stream:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
                texts += bool(trafilatura.extract(record.reader.read(), fast=True))
    return texts


def ours(files: Sequence[Path]) -> int:
    """Ingest and clean in this process. Gives the number of dispatches."""
    with tempfile.TemporaryDirectory() as home:
        here = archive(Path(home), workers=1)
        take(here, files)
        found = [ref for batch in rawstore.batches(here) for ref in rawstore.refs(here, batch)]
        read = rawstore.read_many(here, [ref.raw_uri for ref in found])
        return sum(
            isinstance(item, CleanDispatch)
            for ref, payload in zip(found, read, strict=True)
            for item in clean(worker.to_raw(ref, payload))
        )


def measure_ratio(files: Sequence[Path]) -> dict[str, float]:
    """Pages per CPU second of both, and the median of their ratios, pass by pass."""
    passes = [(timed(plain, files), timed(ours, files)) for _ in range(PASSES)]
    for (_, texts), (_, dispatches) in passes:
        assert texts == dispatches, f"{texts} pages with a text, but {dispatches} dispatches"
    theirs = statistics.median(seconds for (seconds, _), _ in passes)
    own = statistics.median(seconds for _, (seconds, _) in passes)
    return {
        "fastwarc and trafilatura, fast: pages a CPU second": passes[0][0][1] / theirs,
        "ingest and clean: pages a CPU second": passes[0][1][1] / own,
        "ratio": statistics.median(t / o for (t, _), (o, _) in passes),
    }


def measure_scaling(files: Sequence[Path], rest: Path) -> dict[str, float]:
    """How many times faster two processes are than one: the plain loop, and the archive."""
    gains: dict[str, list[float]] = {"plain": [], "ours": []}
    for number in range(LONG_PASSES):
        one, two = elapsed(plain_in(1), files), elapsed(plain_in(2), files)
        gains["plain"].append(one / two)
        one, two = (elapsed(whole(rest / f"{number}-{n}", n), files) for n in (1, 2))
        gains["ours"].append(one / two)
    machine, own = statistics.median(gains["plain"]), statistics.median(gains["ours"])
    return {
        "two processes over one: fastwarc and trafilatura": machine,
        "two workers over one: ingest and process": own,
        "scaling, of what this machine gives": own / machine,
    }


def measure_shares(files: Sequence[Path], rest: Path) -> dict[str, float]:
    """CPU seconds of the parent and of two workers, and how many times faster two may be than one at best."""
    before = spent()
    whole(rest / "shares", 2)(files)
    parent, workers = (now - then for now, then in zip(spent(), before, strict=True))
    return {
        "CPU seconds, not shared: the parent's": parent,
        "CPU seconds, shared: two workers', with their start": workers,
        "two workers over one at best, by these": (parent + workers) / (parent + workers / 2),
    }


def spent() -> tuple[float, float]:
    """CPU seconds of this process, and of the workers that ended (the fork server's children)."""
    server = [child.cpu_times() for child in psutil.Process().children()]
    return time.process_time(), sum(each.children_user + each.children_system for each in server)


def plain_in(processes: int) -> Callable[[Sequence[Path]], None]:
    """The plain loop on so many processes, a file each."""

    def run(files: Sequence[Path]) -> None:
        with ProcessPoolExecutor(processes) as pool:
            list(pool.map(plain, [[file] for file in files]))

    return run


def whole(home: Path, workers: int) -> Callable[[Sequence[Path]], None]:
    """The archive's own stages up to staging."""

    def run(files: Sequence[Path]) -> None:
        here = archive(home, workers)
        take(here, files)
        pipeline.process(here, pipeline.plan(here))

    return run


def archive(home: Path, workers: int) -> Settings:
    """Settings of an archive in ``home``, with a copy of this machine's compiled authority."""
    own, here = settings.load(), settings.load({"DEPECHE_HOME": str(home), "DEPECHE_WORKERS": str(workers)})
    if not is_compiled(own.authority, own.cache):
        load_authority(own.authority, own.cache)
    shutil.copytree(own.cache, here.cache, dirs_exist_ok=True)
    return here


def take(here: Settings, files: Sequence[Path]) -> None:
    """Ingest the files' folder as a feed. Raises AssertionError where a page is refused."""
    feed = feeds.Feed(id="news", kind="warc", location=files[0].parent)
    tally = ingest.ingest(feed, here, now=clock.now())
    assert not tally.quarantined, tally


def elapsed(work: Callable[[Sequence[Path]], None], files: Sequence[Path]) -> float:
    """Seconds of wall time."""
    began = time.perf_counter()
    work(files)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
