"""Datelines against gold: found and split, places, countries; on two halves of the data.

    python benchmarks/datelines.py FOLDER

FOLDER holds ``datelines.json``: lists of ``{"text", "places", "next"}``, tokens separated by
spaces; ``places`` in order, a city before its country or region. The halves are told apart by hash: rules are made on one (tune) and judged on the other (held).
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from depeche import authority, settings
from depeche.authority import Authority
from depeche.normalise import normalise, word_count
from depeche.normalise.dateline import dateline
from depeche.normalise.dates import stated
from depeche.normalise.event_dates import event_dates
from depeche.normalise.language import language
from depeche.records import CleanDispatch, Dateline

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


def measure(items: list[dict], book: Authority, loose: bool) -> tuple[Counter[str], list[str]]:
    """Counts and misses over ``items``; ``loose`` keeps the gold's spaces."""
    counts: Counter[str] = Counter()
    misses = []
    for item in items:
        words = item["text"] if loose else untokenised(item["text"])
        dashed = words.endswith(".")
        text = f"{words}- {BODY}" if dashed else f"{words}\n\n{item.get('next') or BODY}"
        found, body, _ = dateline(clean_text(text), None, None, book)
        rest = BODY if dashed else (item.get("next") or BODY)
        split = found is not None and text[body:] == rest
        gold = item["places"] if loose else [untokenised(p) for p in item["places"]]
        places = [place.text for place in found.places] if found else []
        counts["items"] += 1
        counts["split"] += split
        counts["places"] += places == gold
        counts["places_contained"] += all(name in places for name in gold)
        told = _country_told(gold, book)
        if told is not None:
            counts["told"] += 1
            counts["country"] += bool(found and found.places and found.places[0].country_code in told)
        if not split or places != gold or (told and not (found and found.places[0].country_code in told)):
            misses.append(f"{item['text']!r} gold {gold} got {places} split {split} {_countries(found)}")
    return counts, misses


def _country_told(gold: list[str], book: Authority) -> set[str] | None:
    """The countries the gold's second place allows for its first."""
    if len(gold) < 2:
        return None
    codes = {code for area in book.places.areas(gold[1]) for code in area.codes}
    return codes or None


def _countries(found: Dateline | None) -> list[str | None]:
    return [place.country_code for place in found.places] if found else []


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


def main(folder: Path) -> None:
    """Print the figures."""
    config = settings.load()
    book = authority.load(config.authority, config.cache)
    gold = json.loads((folder / "datelines.json").read_text("utf-8"))
    for name, items in gold.items():
        for half in ("tune", "held"):
            chosen = [
                i for i in items if (sha256(i["text"].encode()).digest()[0] % 2 == 0) == (half == "tune")
            ]
            for loose in (True, False):
                counts, misses = measure(chosen, book, loose)
                shares = ", ".join(
                    f"{key} {counts[key] / counts[of]:.3f}"
                    for key, of in (
                        ("split", "items"), ("places", "items"), ("places_contained", "items"), ("country", "told"),
                    )
                    if counts[of]
                )  # fmt: skip
                form = "tokenised" if loose else "as printed"
                print(f"{name} {half} {form}: {counts['items']} items, {shares}")
                for miss in misses if half == "tune" or "--all" in sys.argv else []:
                    print("   ", miss)
    every = [clean_text(f"{untokenised(i['text'])}\n\n{BODY * 50}") for items in gold.values() for i in items]
    for name, cost in costs(every, book).items():
        print(f"{name}: {cost:.0f} µs a dispatch of {len(every[0].text)} characters")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
