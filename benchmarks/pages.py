"""Page extraction against gold paragraphs, beside plain trafilatura on the same pages.

    python benchmarks/pages.py FOLDER [--misses]

FOLDER holds ``html/NAME.html.gz`` and ``ground_truth.json``: {NAME.html.gz: {"body": [paragraphs]}};
a paragraph wholly in square brackets is optional: it counts neither when found nor when missed.
A paragraph is found where one with the same letters and digits is. Speed is CPU time in this
run, the two taken in turns page by page, the best of several rounds.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import trafilatura

from depeche.clean import clean
from depeche.records import CleanDispatch, Reject
from payloads import delivered

ROUNDS = 3
Extract = Callable[[bytes], list[str]]


class Score(NamedTuple):
    """Paragraphs found that are right, found that are wrong, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 where nothing is right."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0


def read(payload: bytes) -> CleanDispatch | None:
    """The page as the archive reads it; None where it is refused."""
    raw = delivered("page", payload)
    try:
        found = clean(raw)[0]
    except Reject:
        return None
    return found if isinstance(found, CleanDispatch) else None


def ours(payload: bytes) -> list[str]:
    """Paragraphs as the archive keeps them."""
    found = read(payload)
    return found.text.split("\n\n") if found else []


def plain(payload: bytes) -> list[str]:
    """Paragraphs of plain trafilatura, a line each."""
    return (trafilatura.extract(payload, fast=True, include_comments=False) or "").split("\n")


def key(paragraph: str) -> str:
    """Letters and digits only, without case."""
    return re.sub(r"[\W_]+", "", paragraph).casefold()


def is_optional(paragraph: str) -> bool:
    """Whether the gold puts a paragraph wholly in square brackets."""
    return paragraph.startswith("[") and paragraph.endswith("]")


def score(found: list[str], gold: list[str]) -> tuple[Score, list[str]]:
    """The score of one page and its misses, '+' for wrong and '-' for missed."""
    optional = {key(p) for p in gold if is_optional(p)}
    wanted = Counter(key(p) for p in gold if not is_optional(p) and key(p))
    misses = []
    right = 0
    for paragraph in found:
        letters = key(paragraph)
        if wanted[letters] > 0:
            wanted[letters] -= 1
            right += 1
        elif letters and letters not in optional:
            misses.append(f"+ {paragraph}")
    wrong = len(misses)
    misses += [f"- {p}" for p in gold if not is_optional(p) and wanted[key(p)] > 0]
    return Score(right, wrong, sum(wanted.values())), misses


def seconds(extracts: list[Extract], pages: list[bytes]) -> list[float]:
    """CPU seconds each takes for all pages, the best of the rounds."""
    best = [float("inf")] * len(extracts)
    for _ in range(ROUNDS):
        taken = [0.0] * len(extracts)
        for page in pages:
            for at, extract in enumerate(extracts):
                start = time.process_time()
                extract(page)
                taken[at] += time.process_time() - start
        best = [min(pair) for pair in zip(best, taken, strict=True)]
    return best


def summary(scores: list[Score]) -> str:
    """Mean of the pages' F1, and precision, recall and F1 over all paragraphs."""
    total = Score(*(sum(part) for part in zip(*scores, strict=True)))
    mean = sum(s.f1 for s in scores) / len(scores)
    precision = total.right / max(1, total.right + total.wrong)
    recall = total.right / max(1, total.right + total.missed)
    return f"F1 {100 * mean:6.2f}   all paragraphs: F1 {100 * total.f1:6.2f}  P {100 * precision:6.2f}  R {100 * recall:6.2f}"


def main() -> None:
    """Print scores and speed."""
    folder = Path(sys.argv[1])
    gold = json.loads((folder / "ground_truth.json").read_text("utf-8"))
    pages = {name: gzip.decompress((folder / "html" / name).read_bytes()) for name in gold}
    ours(next(iter(pages.values())))
    for label, extract in (("depeche", ours), ("trafilatura", plain)):
        scores = []
        for name, payload in pages.items():
            one, misses = score(extract(payload), gold[name]["body"])
            scores.append(one)
            if "--misses" in sys.argv and extract is ours and misses:
                print(name, *(f"    {miss[:140]}" for miss in misses), sep="\n")
        print(f"{label:12} {summary(scores)}")
    found = [read(payload) for payload in pages.values()]
    whole = sum(bool(d and d.headline and d.language_text and d.text) for d in found)
    print(f"pages with headline, language and text: {whole} of {len(pages)}")
    mine, theirs = seconds([ours, plain], list(pages.values()))
    print(
        f"pages a second and core: {len(pages) / mine:.1f}, trafilatura {len(pages) / theirs:.1f}: {theirs / mine:.2f}"
    )


if __name__ == "__main__":
    main()
