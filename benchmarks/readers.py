"""Dispatches per second and core of each reader, beside a plain parse of the same bytes.

    python benchmarks/readers.py                        the inputs of tests/golden/clean
    python benchmarks/readers.py --inputs DIR           your own files
    python benchmarks/readers.py --json

Reading only: the payload is in memory, nothing is normalised. Each reader is given the files it
recognises and takes whole. Plain is lxml for markup, json.loads for JSON, decoding for the rest.
Figures are CPU seconds of one process; reader and plain parse take turns, and of each the fastest
of PASSES counts: the one least disturbed by what else the machine does.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from math import inf
from pathlib import Path

from lxml import etree, html

from depeche.clean import clean
from depeche.clean.detect import detect
from depeche.records import CleanDispatch, RawDispatch, Reject
from depeche.settings import PROJECT
from payloads import delivered

PASSES = 40
# Files of one reader are read again until a pass holds so many.
AT_LEAST = 60


def main() -> None:
    """Print one line a reader."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--inputs", type=Path, default=PROJECT / "tests/golden/clean/inputs")
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    figures = measure(by_reader(asked.inputs))
    if asked.json:
        print(json.dumps(figures, indent=2))
        return
    print("readers: dispatches a CPU second and core, beside a plain parse of the same bytes")
    print(f"  {'reader':<12}{'files':>6}{'KB each':>9}{'dispatches':>12}{'plain':>10}{'ratio':>7}")
    for name, found in figures.items():
        print(
            f"  {name:<12}{found['files']:>6.0f}{found['kilobytes']:>9.1f}{found['dispatches']:>12.0f}"
            f"{found['plain']:>10.0f}{found['ratio']:>7.2f}"
        )


def by_reader(folder: Path) -> dict[str, list[RawDispatch]]:
    """The folder's files that are read whole, by the name of their reader."""
    found: dict[str, list[RawDispatch]] = {}
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        raw = delivered(file.name, file.read_bytes())
        try:
            if all(isinstance(record, CleanDispatch) for record in clean(raw)):
                found.setdefault(detect(raw.payload).FORMAT, []).append(raw)
        except Reject:
            continue
    if not found:
        raise SystemExit(f"{folder}: no file there is read whole")
    return found


def measure(readers: dict[str, list[RawDispatch]]) -> dict[str, dict[str, float]]:
    """By reader: dispatches a CPU second of it and of the plain parse, and reader : plain."""
    work = {name: readers[name] * -(-AT_LEAST // len(readers[name])) for name in sorted(readers)}
    best: dict[str, tuple[float, float]] = {}
    # Once around all readers, not pass after pass of one: a slow minute is then nobody's alone.
    for _ in range(PASSES):
        for name, raws in work.items():
            reading, parsing = best.get(name, (inf, inf))
            best[name] = min(reading, timed(clean, raws)), min(parsing, timed(plain, raws))
    return {name: _figures(len(readers[name]), work[name], *best[name]) for name in work}


def _figures(files: int, work: Sequence[RawDispatch], reading: float, parsing: float) -> dict[str, float]:
    dispatches = sum(len(clean(raw)) for raw in work)
    return {
        "files": files,
        "kilobytes": sum(len(raw.payload) for raw in work) / dispatches / 1024,
        "dispatches": dispatches / reading,
        "plain": dispatches / parsing,
        "ratio": parsing / reading,
    }


def plain(raw: RawDispatch) -> None:
    """The least that reading these bytes takes."""
    start = raw.payload[:400].lstrip(b"\xef\xbb\xbf\0 \r\n\t")[:1]
    try:
        if start in b"{[":
            json.loads(raw.payload)
        elif start == b"<":
            etree.fromstring(raw.payload)
        else:
            raw.payload.decode("utf-8", "replace")
    except etree.XMLSyntaxError:
        html.document_fromstring(raw.payload)
    except ValueError:
        raw.payload.decode("utf-8", "replace")


def timed(work: Callable[[RawDispatch], object], raws: Sequence[RawDispatch]) -> float:
    """CPU seconds that ``work`` takes on all of ``raws``."""
    began = time.process_time()
    for raw in raws:
        work(raw)
    return time.process_time() - began


if __name__ == "__main__":
    main()
