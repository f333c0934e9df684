"""What normalising costs, normaliser by normaliser, and what opening the authority costs.

    python benchmarks/normalisers.py            the sample wire, made up to 3,000 characters
    python benchmarks/normalisers.py --json

The dispatches are the sample's texts of one language, joined until they are 3,000 characters
long under the dateline of the first, so that actors, dates and credits are as dense as in a
real one. Figures are CPU time of one process, the fastest of PASSES, in which all
take turns: the one least disturbed by what else the machine does. The budget is the project's own:
1.5 ms for a dispatch, and one second and 300 MB to open the authority. Beside it stands what plain
trafilatura takes in the same minute to extract a page of nothing but that text: machines and
interpreters differ, the ratio of the two hardly does.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import msgspec
import trafilatura

from depeche import authority, normalise, settings
from depeche.clean import clean
from depeche.normalise import attribution
from depeche.pipeline import worker
from depeche.records import CleanDispatch, Reject
from depeche.settings import PROJECT
from payloads import delivered

LENGTH = 3000
BUDGET_MS, BUDGET_SECONDS, BUDGET_MB = 1.5, 1.0, 300.0
PASSES = 40
# Dispatches are normalised so often between two looks at the clock.
REPEATS = 4
LANGUAGES = ("fr", "en", "es", "de", "ar")
# The public functions that normalise() composes, where it finds them.
PARTS: list[tuple[Any, str]] = [
    (normalise, name)
    for name in (
        "stated", "delivered", "dateline", "issued", "trailer", "lines_above", "cut", "language", "headline",
        "lifecycle", "rights", "identity", "event_dates", "actors", "word_count", "text_sha256", "byline_of",
    )
] + [(attribution, "credits"), (attribution, "source")]  # fmt: skip


def main() -> None:
    """Print the cost of each normaliser, their sum by language, and the authority's."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--wire", type=Path, default=PROJECT / "seeds/dispatches")
    options.add_argument("--json", action="store_true")
    options.add_argument("--open", action="store_true", help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.open:
        print(json.dumps(opening()))
        return
    worker.start(settings.load())
    dispatches = load(asked.wire)
    known = worker.context().authority
    dispatch, extracted = whole(dispatches, known)
    figures = {
        "dispatch": dispatch,
        "extraction": extracted,
        "normaliser": parts(list(dispatches.values()), known),
        "authority": opened_afresh(),
    }
    print(json.dumps(figures, indent=2)) if asked.json else show(figures)


def load(wire: Path) -> dict[str, CleanDispatch]:
    """One dispatch of LENGTH characters a language, made of the sample's."""
    by_language: dict[str, list[CleanDispatch]] = defaultdict(list)
    for file in sorted(wire.rglob("*.xml")) + sorted(wire.rglob("*.txt")):
        raw = delivered(file.name, file.read_bytes())
        try:
            found = [item for item in clean(raw) if isinstance(item, CleanDispatch)]
            rows = [normalise.normalise(item, worker.context().authority) for item in found]
        except Reject:
            continue  # the sample holds damaged items on purpose
        for item, row in zip(found, rows, strict=True):
            by_language[row.language or ""].append(item)
    return {code: _joined(by_language[code]) for code in LANGUAGES if by_language[code]}


def _joined(items: list[CleanDispatch]) -> CleanDispatch:
    items = sorted(items, key=lambda item: (item.headline is None, item.name))
    text = items[0].text
    for item in (items * (1 + LENGTH // max(1, sum(len(i.text) for i in items))))[1:]:
        if len(text) >= LENGTH:
            break
        text += "\n\n" + item.text
    return msgspec.structs.replace(items[0], text=text[:LENGTH])


def whole(
    dispatches: dict[str, CleanDispatch], known: authority.Authority
) -> tuple[dict[str, float], dict[str, float]]:
    """Milliseconds that a dispatch of each language costs, and that extracting a page of it does."""
    normalising = [partial(normalise.normalise, item, known) for item in dispatches.values()]
    best = in_turns([*normalising, *map(extraction, dispatches.values())])
    half = len(dispatches)
    return dict(zip(dispatches, best[:half], strict=True)), dict(zip(dispatches, best[half:], strict=True))


def extraction(dispatch: CleanDispatch) -> Callable[[], object]:
    """Plain trafilatura on a page of the dispatch's text."""
    paragraphs = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in dispatch.text.split("\n\n"))
    page = f"<html><body><article>{paragraphs}</article></body></html>"
    assert trafilatura.extract(page, fast=True)
    return lambda: trafilatura.extract(page, fast=True)


def parts(dispatches: list[CleanDispatch], known: authority.Authority) -> dict[str, float]:
    """Milliseconds of each normaliser in one dispatch, the dearest first."""
    best: dict[str, float] = {}
    for _ in range(PASSES):
        with counted() as spent:
            whole_pass(dispatches, known)
        for name, seconds in spent.items():
            best[name] = min(seconds, best.get(name, seconds))
    return {
        name: 1000 * seconds / len(dispatches) / REPEATS
        for name, seconds in sorted(best.items(), key=lambda one: -one[1])
    }


def whole_pass(dispatches: list[CleanDispatch], known: authority.Authority) -> None:
    """REPEATS times every dispatch."""
    for _ in range(REPEATS):
        for item in dispatches:
            normalise.normalise(item, known)


@contextmanager
def counted() -> Iterator[dict[str, float]]:
    """Count the CPU seconds of every normaliser while it lasts."""
    spent: dict[str, float] = defaultdict(float)
    before = [(module, name, getattr(module, name)) for module, name in PARTS]
    for module, name, function in before:
        setattr(module, name, _counting(name, function, spent))
    try:
        yield spent
    finally:
        for module, name, function in before:
            setattr(module, name, function)


def _counting(name: str, function: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    def called(*given: Any, **named: Any) -> Any:
        began = time.process_time()
        try:
            return function(*given, **named)
        finally:
            spent[name] += time.process_time() - began

    return called


def in_turns(works: Sequence[Callable[[], object]]) -> list[float]:
    """Milliseconds of CPU that each of ``works`` takes, the fastest of PASSES; they take turns in each pass."""
    best = [float("inf")] * len(works)
    for _ in range(1 + PASSES):
        for at, work in enumerate(works):
            began = time.process_time()
            for _ in range(REPEATS):
                work()
            best[at] = min(best[at], (time.process_time() - began) / REPEATS)
    return [1000 * seconds for seconds in best]


def opened_afresh() -> dict[str, float]:
    """Seconds and megabytes that a new process takes to open the compiled authority."""
    command = [sys.executable, __file__, "--open"]
    done = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(3)]
    return {name: min(one[name] for one in done) for name in done[0]}


def opening() -> dict[str, float]:
    """CPU seconds and megabytes of memory of this process that opening the authority takes."""
    here = settings.load()
    before, began = _resident(), time.process_time()
    opened = authority.load(here.authority, here.cache)
    seconds = time.process_time() - began
    assert opened.version
    return {"seconds": seconds, "megabytes": (_resident() - before) / 2**20}


def _resident() -> int:
    """Bytes of memory in use, as Linux tells; a peak would be that of the process that started this one."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def show(figures: dict[str, dict[str, float]]) -> None:
    """Print the figures as text."""
    print(f"normalising {LENGTH:,} characters: CPU milliseconds a dispatch (budget {BUDGET_MS})")
    for code, cost in figures["dispatch"].items():
        ratio = cost / figures["extraction"][code]
        over = "   over budget" if cost > BUDGET_MS else ""
        print(f"  {code:<24} {cost:8.3f}   {ratio:4.2f} of trafilatura{over}")
    print("normaliser by normaliser, mean of the languages: CPU microseconds a dispatch")
    for name, cost in figures["normaliser"].items():
        print(f"  {name:<24} {1000 * cost:8.0f}")
    print(f"opening the compiled authority (budget {BUDGET_SECONDS:.0f} s, {BUDGET_MB:.0f} MB)")
    for name, value in figures["authority"].items():
        print(f"  {name:<24} {value:8.2f}")


if __name__ == "__main__":
    main()
