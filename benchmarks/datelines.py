"""Datelines against gold: found and split, all places right, countries; and text against NewsML metadata.

    python benchmarks/datelines.py GOLD [--misses]

GOLD is a file or a folder (searched to its depth) of

- ``*.json``: an object of lists of ``{"text", "places", "next"}``, tokens separated by spaces;
  ``places`` in order, a city before its country or region; ``next`` (optional) the line behind it.
  Each item is measured with the gold's spaces (tokenised) and as print has it.
- ``*.xml``: NewsML items; the dateline in their text is read without their metadata and then
  compared with them (an alert may have none in words): the place (same GeoNames city, or within a degree), country, and day.

``country``: of the items whose second place tells the first one's country, how many have it.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from depeche import authority, settings
from depeche.authority import Authority
from depeche.clean import clean
from depeche.normalise import normalise
from depeche.normalise.dateline import dateline
from depeche.normalise.dateline.metadata import from_metadata, reconcile
from depeche.normalise.dates import stated
from depeche.normalise.event_dates import event_dates
from depeche.normalise.language import language
from depeche.normalise.word_count import word_count
from depeche.records import CleanDispatch, Dateline, Reject
from payloads import delivered

BODY = "The government said on Friday that talks would go on."


def clean_text(text: str) -> CleanDispatch:
    """A dispatch that is nothing but its text."""
    now = datetime.now(UTC)
    return CleanDispatch(
        raw_uri=None, raw_sha256="0" * 64, name="gold", feed_id=None, collected_at=now, format="text",
        reader_version="gold", text=text,
    )  # fmt: skip


def untokenised(text: str) -> str:
    """Spaces around punctuation taken out, as print has it."""
    text = re.sub(r"\s+([,.)])", r"\1", text)
    return re.sub(r"\(\s+", "(", text)


def measure(items: list[dict[str, Any]], book: Authority, loose: bool) -> tuple[Counter[str], list[str]]:
    """Counts and misses over ``items``; ``loose`` keeps the gold's spaces."""
    counts: Counter[str] = Counter()
    misses = []
    for item in items:
        words = item["text"] if loose else untokenised(item["text"])
        dashed = words.endswith(".")
        rest = BODY if dashed else (item.get("next") or BODY)
        text = f"{words}- {rest}" if dashed else f"{words}\n\n{rest}"
        found, body, _ = dateline(clean_text(text), None, None, book)
        gold = item["places"] if loose else [untokenised(p) for p in item["places"]]
        places = [place.text for place in found.places] if found else []
        told = _country_told(gold, book)
        right = {"split": found is not None and text[body:] == rest, "places": places == gold}
        right["contained"] = all(name in places for name in gold)
        if told is not None:
            counts["told"] += 1
            right["country"] = bool(found and found.places and found.places[0].country_code in told)
        counts["items"] += 1
        counts.update({name: int(good) for name, good in right.items()})
        if not all(right.values()):
            misses.append(f"{item['text']!r} gold {gold} got {places} {_countries(found)} {right}")
    return counts, misses


def _country_told(gold: list[str], book: Authority) -> set[str] | None:
    """The countries the gold's second place allows for its first."""
    if len(gold) < 2:
        return None
    codes = {code for area in book.places.areas(gold[1]) for code in area.codes}
    return codes or None


def _countries(found: Dateline | None) -> list[str | None]:
    return [place.country_code for place in found.places] if found else []


def line(counts: Counter[str], shares: dict[str, str]) -> str:
    """``count`` items and each share: name → what it is a share of."""
    parts = [f"{name} {counts[name] / counts[of]:.3f}" for name, of in shares.items() if counts[of]]
    return f"{counts['items']} items, {', '.join(parts)}"


SHARES = {"split": "items", "places": "items", "contained": "items", "country": "told"}


def report(name: str, items: list[dict[str, Any]], book: Authority, misses: bool) -> None:
    """All items in both forms, then the two halves told apart by hash."""
    for form, loose in (("tokenised", True), ("as printed", False)):
        counts, missed = measure(items, book, loose)
        print(f"{name}, {form}: {line(counts, SHARES)}")
        for miss in missed if misses else []:
            print("   ", miss)
    for half, odd in (("tune", False), ("held", True)):
        chosen = [i for i in items if bool(sha256(i["text"].encode()).digest()[0] % 2) == odd]
        print(f"    half {half}: {line(measure(chosen, book, True)[0], SHARES)}")


def newsml(paths: list[Path]) -> Iterator[CleanDispatch]:
    """The items in NewsML files that state a place or a dateline's date; other files are passed over."""
    for path in paths:
        payload = path.read_bytes()
        raw = delivered(path.name, payload)
        try:
            items = clean(raw)
        except Reject as refusal:
            print(f"{path.name}: {refusal.reason}")
            continue
        yield from (i for i in items if isinstance(i, CleanDispatch) and (i.location or i.dateline_date_text))


def against_metadata(items: list[CleanDispatch], book: Authority) -> tuple[Counter[str], list[str]]:
    """Words against the item's own metadata. ``placed`` and ``dated``: both say something."""
    counts: Counter[str] = Counter()
    misses = []
    for item in items:
        bare = msgspec.structs.replace(item, location=None, dateline_date_text=None)
        metadata = from_metadata(item, book.places)
        day = date.fromisoformat(metadata.date) if metadata and metadata.date else None
        words, _, _ = dateline(bare, day, None, book)
        counts["items"] += 1
        counts["in words"] += words is not None
        right = {}
        if words and metadata and words.places and metadata.places:
            counts["placed"] += 1
            no_day = msgspec.structs.replace(metadata, date=None)
            right["place"] = not reconcile(words, no_day)[1]
            right["country"] = metadata.places[0].country_code in (None, words.places[0].country_code)
        if words and metadata and words.date and metadata.date:
            counts["dated"] += 1
            right["day"] = words.date == metadata.date
        counts.update({name: int(good) for name, good in right.items()})
        if not all(right.values()):
            misses.append(f"{item.name} {words and words.text!r} {_countries(words)} {item.location} {right}")
    return counts, misses


def costs(items: list[CleanDispatch], book: Authority, rounds: int = 5) -> dict[str, float]:
    """Microseconds of CPU a dispatch spends in each normaliser of language, place and time, and in all."""
    day = datetime.now(UTC).date()
    steps: dict[str, Callable[[CleanDispatch], object]] = {
        "language": lambda c: language(c, c.text),
        "dates": stated,
        "dateline": lambda c: dateline(c, day, None, book),
        "event_dates": lambda c: event_dates(c.text, language(c, c.text)[0], day),
        "word_count": lambda c: word_count(c.text),
        "all of normalise": lambda c: normalise(c, book),
    }
    found = {}
    for name, step in steps.items():
        started = time.process_time()
        for _ in range(rounds):
            for item in items:
                step(item)
        found[name] = (time.process_time() - started) / rounds / len(items) * 1e6
    found["event_dates"] -= found["language"]
    return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Datelines against gold data")
    parser.add_argument("gold", type=Path, help="datelines.json, NewsML files, or a folder of them")
    parser.add_argument("--misses", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    config = settings.load()
    book = authority.load(config.authority, config.cache)
    paths = sorted(options.gold.rglob("*")) if options.gold.is_dir() else [options.gold]
    texts = []
    for path in (p for p in paths if p.name.endswith("datelines.json") or p == options.gold):
        if path.suffix == ".json":
            for name, items in json.loads(path.read_text("utf-8")).items():
                report(name, items, book, options.misses)
                texts += [f"{untokenised(i['text'])}\n\n{BODY * 50}" for i in items]
    items = list(newsml([p for p in paths if p.suffix == ".xml"]))
    if items:
        counts, missed = against_metadata(items, book)
        shares = {"in words": "items", "place": "placed", "country": "placed", "day": "dated"}
        print(f"NewsML, text against metadata: {line(counts, shares)}")
        print(f"    ({counts['placed']} name a place in both, {counts['dated']} a day)")
        for miss in missed if options.misses else []:
            print("   ", miss)
    if texts:
        for name, cost in costs([clean_text(text) for text in texts], book).items():
            print(f"{name}: {cost:.0f} µs a dispatch of {len(texts[0])} characters")


if __name__ == "__main__":
    main()
