"""A folder of very many files: how fast it is enumerated and split into batches, and in how much memory.

    python benchmarks/enumerate.py                     10,000 and 100,000 files
    python benchmarks/enumerate.py --files 1000000     10,000 and a million
    python benchmarks/enumerate.py --ingest            takes the files in, too
    python benchmarks/enumerate.py --json

*Enumerated and split*: every file is listed in order, looked at (size, times), and entered batch
by batch, as a run enters what it has done; no content is read. *Nothing new*: a real run of ingest
over a folder that is known whole. Files are empty but for their number; rates are files a CPU
second, memory is the peak of a process of its own for each size.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from depeche import clock, ingest, settings
from depeche.ingest import drop
from depeche.ingest.delivery import Done, Source
from depeche.ingest.rawstore.index import Index
from depeche.settings import Settings

FEW = 10_000


def main() -> None:
    """Print rates and memory for few files and for many."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--files", type=int, default=100_000)
    options.add_argument(
        "--ingest", action="store_true", help="read and store every file (minutes a million)"
    )
    options.add_argument("--json", action="store_true")
    options.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.measure:
        print(json.dumps(measure(asked.measure, asked.ingest)))
        return
    figures = {}
    for count in (FEW, asked.files):
        with tempfile.TemporaryDirectory() as scratch:
            make(Path(scratch) / "drop", count)
            figures[count] = apart(Path(scratch), asked.ingest)
    if asked.json:
        print(json.dumps(figures, indent=2))
        return
    for name in figures[FEW]:
        print(
            f"{name:<44}" + "".join(f"{count:>12,} files: {figures[count][name]:>9,.0f}" for count in figures)
        )


def make(folder: Path, count: int) -> None:
    """So many files, created in another order than that of their names."""
    folder.mkdir()
    number = os.open(folder, os.O_RDONLY)
    for n in range(count):
        name = f"afp.com-20160706T{n * 7919 % count:09}.txt"
        file = os.open(name, os.O_CREAT | os.O_WRONLY, dir_fd=number)
        os.write(file, b"%d" % n)
        os.close(file)
    os.close(number)


def apart(scratch: Path, take: bool) -> dict[str, float]:
    """The figures, from a process of its own."""
    command = [sys.executable, __file__, "--measure", str(scratch), *(["--ingest"] if take else [])]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def measure(scratch: Path, take: bool) -> dict[str, float]:
    """Files a CPU second, and the process's peak memory in MB after each."""
    folder = scratch / "drop"
    figures: dict[str, float] = {"MB before": peak()}
    here = settings.load({"DEPECHE_HOME": str(scratch / "home")})
    began = time.process_time()
    count = split(folder, here)
    figures["enumerated and split: files a second"] = count / (time.process_time() - began)
    figures["MB then"] = peak()
    began = time.process_time()
    tally = ingest.ingest_paths([folder], "files", here, now=clock.now())
    assert tally.known == count, tally
    figures["nothing new: files a second"] = count / (time.process_time() - began)
    figures["MB after that"] = peak()
    if take:
        fresh = settings.load({"DEPECHE_HOME": str(scratch / "fresh")})
        began = time.process_time()
        tally = ingest.ingest_paths([folder], "files", fresh, now=clock.now())
        assert tally.accepted == count, tally
        figures["ingested: files a second"] = count / (time.process_time() - began)
        figures["MB at the end"] = peak()
    return figures


def split(folder: Path, here: Settings) -> int:
    """Enumerate the folder and enter its files, a batch at a time. Gives their number."""
    found: list[Source] = []

    def seen(source: Source) -> int:
        found.append(source)
        return 1

    count = 0
    items = drop.walk([folder], here, seen=seen)
    with Index(here) as index:
        while batch := len(list(islice(items, here.wire_batch))):
            index.add(None, (), "files", [Done(source, 1) for source in found])
            count += batch
            found.clear()
    return count


def peak() -> float:
    """The process's largest resident memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
