"""Peak memory of every process of ``depeche run``, for drops of growing size.

    python benchmarks/memory.py                  drops of 5,000 and 20,000 wire items
    python benchmarks/memory.py 10000 1000000
    python benchmarks/memory.py --stage ingest 10000 1000000     only into the raw store
    python benchmarks/memory.py --size 0 10000 1000000           items as short as the samples

A drop is one tar file of items of about 5 KB, made from the sample wire with an id and a
number of their own, so that none is known. Memory is resident set size in MB (10^6
bytes), looked at every 50 ms; pages shared between processes count in each.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from depeche.settings import PROJECT

SAMPLE = PROJECT / "seeds/dispatches/newsml"
SIZE = 5_000


def main() -> None:
    """Print a line a drop: what was archived, and the largest process of each kind."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("items", type=int, nargs="*", default=[5_000, 20_000])
    options.add_argument("--stage", choices=("run", "ingest"), default="run")
    options.add_argument(
        "--size", type=int, default=SIZE, help="lengthen items to so many bytes (%(default)s)"
    )
    asked = options.parse_args()
    for items in asked.items:
        with tempfile.TemporaryDirectory() as folder:
            drop = Path(folder) / "drop/drop.tar"
            drop.parent.mkdir()
            write(drop, items, asked.size)
            peaks = run(drop, Path(folder), asked.stage)
        print(f"{items} items: largest process {max(peaks.values()):.0f} MB")
        for kind, peak in sorted(peaks.items(), key=lambda pair: -pair[1]):
            print(f"  {kind:<28} {peak:6.0f} MB")


def write(drop: Path, items: int, size: int = SIZE) -> None:
    """A tar file of ``items`` wire items."""
    with tarfile.open(drop, "w") as archive:
        for name, payload in made(items, size=size):
            member = tarfile.TarInfo(name)
            member.size = len(payload)
            archive.addfile(member, io.BytesIO(payload))


def made(items: int, first: int = 0, size: int = SIZE) -> Iterator[tuple[str, bytes]]:
    """Names and payloads: sample items in turn, lengthened to ``size``, each with an id of its own from ``first``."""
    originals = [text for file in sorted(SAMPLE.rglob("*.xml")) if (text := whole(file))]
    for number in range(first, first + items):
        text = originals[number % len(originals)]
        text = re.sub(r"(<NewsItemId[^>]*>)[^<]*", rf"\g<1>TX-BENCH-{number}", text)
        text = re.sub(r"(<PublicIdentifier[^>]*>)[^<]*", rf"\g<1>urn:newsml:bench:{number}", text)
        extra = f"<p>Dispatch number {number} of this drop.</p>" + "<p>Nothing else was announced. </p>" * (
            max(0, size - len(text)) // 35
        )
        yield (
            f"{number // 1000}/{number}.xml",
            text.replace("</body.content>", extra + "</body.content>").encode(),
        )


def whole(file: Path) -> str | None:
    """The text of a sample item that is usable as a pattern, else None."""
    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError:
        return None
    return (
        text
        if len(re.findall(r"<NewsItem[ >]", text)) == 1 == text.count("</body.content>")
        and "2041" not in text
        else None
    )


def run(drop: Path, folder: Path, stage: str) -> dict[str, float]:
    """Peak MB by kind of process while ``depeche run`` archives the drop, or ``depeche ingest`` takes it."""
    feeds = folder / "feeds.yml"
    feeds.write_text(f"feeds:\n- id: bench\n  kind: drop\n  location: {drop.parent}\n")
    asked = ["run", str(drop)] if stage == "run" else ["ingest", "bench"]
    command = [str(Path(sys.executable).with_name("depeche")), *asked, "--json"]
    env = os.environ | {"DEPECHE_HOME": str(folder / "home"), "DEPECHE_FEEDS": str(feeds)}
    peaks: dict[str, float] = {}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as process:
        root = psutil.Process(process.pid)
        while process.poll() is None:
            look(root, peaks)
            time.sleep(0.05)
        print(process.stdout.read() if process.stdout else "", end="")
    if process.returncode:
        raise SystemExit(f"depeche run ended with {process.returncode}")
    return peaks


def look(root: psutil.Process, peaks: dict[str, float]) -> None:
    """Raise the peaks of the command and of the processes it started to what they have now."""
    for process in [root, *root.children(recursive=True)]:
        try:
            kind = "the command" if process == root else _kind(process.name())
            peaks[kind] = max(peaks.get(kind, 0), process.memory_info().rss / 1e6)
        except psutil.NoSuchProcess:
            continue


def _kind(name: str) -> str:
    """What a process does: stages apart say so in their name (``depeche.pipeline.apart``)."""
    stage = name.removeprefix("depeche ")
    return f"stage apart: {stage}" if stage != name else "a worker, or their server"


if __name__ == "__main__":
    main()
