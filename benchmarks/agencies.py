"""Measures attribution against annotated newspaper pages.

    python benchmarks/agencies.py GOLD [--misses] [--half tune|held]

GOLD is a HIPE-style token file, or a folder of them (``*.tsv``, a token a line; press agencies tagged in
NE-FINE-LIT and linked to Wikidata in NEL-LIT; ``# news-agency-as-source`` per document),
as of impresso/newsagency-classification. Each document's text is rebuilt from its tokens
and normalised as of the newspaper's date.

- Mentions, strict: same start, same end, same agency (Wikidata id; agencies for which the
  annotation has no id count as one kind, ``other``).
- Sources, per document: the agencies whose material the page prints, which is every credit
  that is not a mere interview, portrait or picture.

``--half`` takes the documents whose id hashes even (tune) or odd (held): rules are worked
out on one half and checked on the other.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from depeche.authority import agencies
from depeche.normalise import attribution
from depeche.records import CleanDispatch, Credit

SEEDS = Path(__file__).resolve().parents[1] / "seeds" / "authority"
PRESS = "org.ent.pressagency."
# The annotation's labels and the ids it links them to, whether or not these files use them.
LABELS = {
    "AFP": "Q40464", "ANP": "Q966898", "ANSA": "Q392934", "AP": "Q40469", "APA": "Q680662", "ATS-SDA": "Q430109",
    "Belga": "Q815453", "BTA": "Q2031809", "CTK": "Q341118", "DDP-DAPD": "Q265330", "DNB": "Q1205856",
    "Domei": "Q2913752", "DPA": "Q312653", "Extel": "Q1525848", "Havas": "Q2826560", "Interfax": "Q379271",
    "Kipa": "Q1522416", "PAP": "Q1484980", "Reuters": "Q130879", "SPK-SMP": "Q2256560", "Stefani": "Q1415690",
    "TANJUG": "Q371267", "TASS": "Q223799", "Telunion": "Q3517301", "TT": "Q1312158", "UP-UPI": "Q493845",
    "Wolff": "Q552226", "Xinhua": "Q204839",
}  # fmt: skip
# Rules that speak of an agency without printing its report.
NOT_MATERIAL = {"told", "introduced"}


@dataclass
class Page:
    """One annotated document: text, and gold mentions as (start, end, Wikidata id or other)."""

    page_id: str
    language: str
    day: date
    sources: set[str]
    text: str = ""
    gold: set[tuple[int, int, str]] = field(default_factory=set)


def read(path: Path) -> Iterator[Page]:
    """The documents of one token file; the same document twice in a file counts once."""
    head: dict[str, str] = {}
    rows: list[list[str]] = []
    seen: set[str] = set()
    for line in [*path.read_text(encoding="utf-8").split("\n"), "# language = end"]:
        cells = line.split("\t")
        if len(cells) >= 13:
            rows.append(cells)
        elif match := re.match(r"# (language|date|document_id|news-agency-as-source) = (.*)", line):
            if match[1] == "language" and rows and head["document_id"] not in seen:
                seen.add(head["document_id"])
                yield page(head, rows)
            if match[1] == "language":
                head, rows = {}, []
            head[match[1]] = match[2].strip()


def page(head: dict[str, str], rows: list[list[str]]) -> Page:
    """Text and gold mentions of one document's token rows."""
    sources = {part.strip() for part in head["news-agency-as-source"].split(",")} - {"_", ""}
    made = Page(head["document_id"], head["language"], date.fromisoformat(head["date"]), sources)
    text = ""
    spans: list[tuple[int, int, str]] = []
    for cells in rows:
        start = len(text)
        text += cells[0]
        tag, link, layout = cells[3], cells[7], "|".join(cells[8:])
        if tag.startswith("B-" + PRESS):
            label = LABELS.get(tag.rpartition(".")[2], "other")
            spans.append((start, len(text), link if re.match(r"Q\d", link) else label))
        elif tag.startswith("I-" + PRESS) and spans:
            spans[-1] = (spans[-1][0], len(text), spans[-1][2])
        text += "\n" if "EndOfLine" in layout else "" if "NoSpaceAfter" in layout else " "
    made.text = text
    made.gold = set(spans)
    return made


def clean(text: str) -> CleanDispatch:
    """A page without any metadata."""
    return CleanDispatch(
        raw_uri=None,
        raw_sha256="0" * 64,
        name="page.txt",
        feed_id=None,
        collected_at=datetime.now(UTC),
        format="text",
        reader_version="benchmark",
        text=text,
    )


@dataclass
class Score:
    """True positives, false positives, false negatives."""

    hit: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, gold: set[Any], found: set[Any]) -> None:
        """Count one document."""
        self.hit += len(gold & found)
        self.extra += len(found - gold)
        self.missed += len(gold - found)

    def __str__(self) -> str:
        precision = self.hit / max(1, self.hit + self.extra)
        recall = self.hit / max(1, self.hit + self.missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  ({self.hit}+{self.extra}-{self.missed})"


def linked(credit: Credit, known: set[str]) -> str:
    """The id to compare: an agency that the annotation has no link for is ``other``."""
    return credit.wikidata_id if credit.wikidata_id in known else "other"


def measure(pages: list[Page], authority: Any, misses: bool) -> tuple[Score, Score, float]:
    """Mention score, source score, and CPU milliseconds for 3,000 characters."""
    known = set(LABELS.values())
    mentions, sources, seconds = Score(), Score(), 0.0
    for one in pages:
        stated = clean(one.text)
        began = time.process_time()
        credits = attribution.credits(one.text, stated, one.day, authority)
        seconds += time.process_time() - began
        found = {(c.start, c.end, linked(c, known)) for c in credits if c.start is not None and c.end}
        mentions.add(one.gold, found)
        gold = {link if link in known else "other" for link in one.sources}
        told = {linked(c, known) for c in credits if c.rule not in NOT_MATERIAL}
        sources.add(gold, told)
        if misses:
            show(one, found, credits, gold, told)
    characters = sum(len(one.text) for one in pages)
    return mentions, sources, seconds * 1000 * 3000 / max(1, characters)


def show(one: Page, found: set[Any], credits: list[Credit], gold: set[str], told: set[str]) -> None:
    """Print what was missed (-), what was made up (+) and a wrong set of sources."""
    rules = {(c.start, c.end): f"{c.agency_id} {c.role} {c.rule}" for c in credits}
    for sign, some in (("-", one.gold - found), ("+", found - one.gold)):
        for start, end, link in sorted(some):
            near = (
                f"{one.text[max(0, start - 60) : start]}[[{one.text[start:end]}]]{one.text[end : end + 40]}"
            )
            print(sign, one.page_id, link, rules.get((start, end), ""), repr(near))
    if gold != told:
        print("  source", one.page_id, "gold", sorted(gold), "found", sorted(told))


def main() -> None:
    """Print one block a file."""
    parser = argparse.ArgumentParser(description="Attribution against annotated newspaper pages")
    parser.add_argument("gold", type=Path, help="a *.tsv token file, or a folder of them")
    parser.add_argument("--misses", action="store_true", help="print what is wrong")
    parser.add_argument("--half", choices=["tune", "held"], help="only half of the documents")
    options = parser.parse_args()
    authority = SimpleNamespace(agencies=agencies.open_index(agencies.build(SEEDS)))
    for path in sorted(options.gold.rglob("*.tsv")) if options.gold.is_dir() else [options.gold]:
        pages = list(read(path))
        if options.half:
            odd = options.half == "held"
            pages = [p for p in pages if sha256(p.page_id.encode()).digest()[0] % 2 == odd]
        for language in sorted({one.language for one in pages}):
            chosen = [one for one in pages if one.language == language]
            mentions, sources, cost = measure(chosen, authority, options.misses)
            print(f"{path.name}, {language}: {len(chosen)} documents")
            print(f"  mentions, strict  {mentions}")
            print(f"  source agencies   {sources}")
            print(f"  cost              {cost:.2f} ms of CPU for 3,000 characters")


if __name__ == "__main__":
    main()
