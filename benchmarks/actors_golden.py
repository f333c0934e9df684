"""How well actors are found in the annotated dispatches of tests/golden/actors.

    python benchmarks/actors_golden.py [FOLDER] [--errors]

A mention found counts where the archive is surer than 0.5 of it; under that it is a
candidate. Found and marked mentions belong together where they overlap and name the same
actor; how many have the same ends as well is told. Precision is over what is found
of known actors, recall over what is marked as known. What touches only words marked as
optional is left out of both. People and organisations marked as unknown count apart: found
is one by any name of its own.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import gettempdir

from actors_annotated import GOLDEN, Annotated, Mark, Said, annotated, cleaned, found
from depeche.authority import Authority, load
from depeche.settings import PROJECT

SURE = 0.5


@dataclass
class Score:
    """Counts: marked and met, found and right, for known actors; the same for unknown ones."""

    marked: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    strict: int = 0
    errors: list[str] = field(default_factory=list)

    def precision(self, group: str = "all") -> float:
        """Right of found; 1.0 where nothing is found."""
        return self.right[group] / self.found[group] if self.found[group] else 1.0

    def recall(self, group: str = "all") -> float:
        """Met of marked; 1.0 where nothing is marked."""
        return self.met[group] / self.marked[group] if self.marked[group] else 1.0


def score(items: Iterable[Annotated], authority: Authority) -> Score:
    """The score of all ``items``."""
    total = Score()
    for item in items:
        _, said = found(cleaned(item.source), authority)
        _count(item, [one for one in said if one.confidence > SURE], total)
    return total


def _count(item: Annotated, said: list[Said], total: Score) -> None:
    for mark in item.marks:
        if mark.sort == "optional":
            continue
        near = [one for one in said if _touch(mark, one)]
        met = [one for one in near if _same(mark, one)]
        total.strict += any((one.start, one.end) == (mark.start, mark.end) for one in met)
        for group in _groups_of(mark, item):
            total.marked[group] += 1
            total.met[group] += bool(met)
        if not met and mark.sort == "known":
            total.errors.append(_error("missed", item, mark, f"{mark.actor}, got {_short(near)}"))
    for one in said:
        near_marks = [mark for mark in item.marks if _touch(mark, one)]
        right = any(_same(mark, one) for mark in near_marks)
        if not right and near_marks and all(mark.sort == "optional" for mark in near_marks):
            continue
        sort = "unknown" if one.actor.startswith("name:") else "all"
        for group in (sort, item.language, f"rule {one.rule}") if sort == "all" else (sort,):
            total.found[group] += 1
            total.right[group] += right
        if not right and sort == "all":
            total.errors.append(_error("wrong", item, one, f"{one.actor} by {one.rule}"))


def _touch(mark: Mark, one: Said) -> bool:
    return mark.start < one.end and one.start < mark.end


def _same(mark: Mark, one: Said) -> bool:
    if mark.sort == "unknown":
        return one.actor.startswith("name:")
    return mark.actor == one.actor


def _groups_of(mark: Mark, item: Annotated) -> list[str]:
    if mark.sort == "unknown":
        return ["unknown"]
    return ["all", item.language, f"kind {mark.actor.partition(':')[0]}"]


def _share(part: int, whole: int) -> str:
    return f"{part:5} / {whole:5} = {part / whole:.4f}" if whole else f"{'-':>22}"


def _short(near: list[Said]) -> str:
    return ", ".join(f"{one.actor} by {one.rule}" for one in near) or "nothing"


def _error(sort: str, item: Annotated, at: Mark | Said, why: str) -> str:
    before, after = item.text[max(0, at.start - 30) : at.start], item.text[at.end : at.end + 20]
    shown = f"{before}[{item.text[at.start : at.end]}]{after}".replace("\n", "/")
    return f"{sort:6} {item.name[:26]:26} {shown}  {why}"


def main() -> None:
    """Print precision and recall over all, by language, kind and rule."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", default=GOLDEN)
    parser.add_argument("--errors", action="store_true", help="list what is missed and what is wrong")
    chosen = parser.parse_args()
    items = annotated(chosen.folder)
    total = score(items, load(PROJECT / "seeds" / "authority", Path(gettempdir()) / "depeche-authority"))
    print(f"{len(items)} dispatches, {total.marked['all']} mentions of known actors")
    for group in sorted(set(total.marked) | set(total.found), key=lambda one: (one != "all", one)):
        found_right = _share(total.right[group], total.found[group])
        print(f"{group:28} precision {found_right}   recall {_share(total.met[group], total.marked[group])}")
    print(f"with the same ends: {total.strict} of {total.marked['all'] + total.marked['unknown']}")
    if chosen.errors:
        print(*total.errors, sep="\n")


if __name__ == "__main__":
    main()
