"""How well offices resolve as of a date, and what finding actors costs.

    python benchmarks/actors.py HOLDERS.csv [--dates 4] [--misses 20]

Phrases ("le président français", "the French foreign minister") are generated from the
csv alone (territory, office, person, wikidata_id, start, end), for each territory, four
languages and dates drawn from within its holdings; the csv's single holder on that day
is the gold. Dates within a week of a change, and days for which the csv has none or
several, are left out. The adjectives are those of states.yml, the offices never.
"""

from __future__ import annotations

import argparse
import csv
import random
import time
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import yaml

from depeche.authority import actors as authority_actors
from depeche.normalise.actors import actors
from depeche.settings import PROJECT

SEEDS = PROJECT / "seeds" / "authority"
OFFICES = {
    "President": "president",
    "Prime Minister": "prime minister",
    "Federal Chancellor": "chancellor",
    "Chancellor": "chancellor",
    "Minister of Foreign Affairs": "foreign minister",
    "Minister for Foreign Affairs": "foreign minister",
    "Minister of Defence": "defence minister",
    "Minister of National Defence": "defence minister",
    "Minister for Defence": "defence minister",
    "Secretary of State": "secretary of state",
    "King": "king",
}
GROUP = {"foreign minister": "ministers", "defence minister": "ministers", "secretary of state": "ministers"}
PHRASES = {
    "president": {"fr": "le président {m}", "en": "the {a} president", "es": "el presidente {m}", "de": "der {r} Präsident"},
    "prime minister": {"fr": "le Premier ministre {m}", "en": "the {a} prime minister", "es": "el primer ministro {m}", "de": "der {r} Ministerpräsident"},
    "chancellor": {"fr": "le chancelier {m}", "en": "the {a} chancellor", "es": "el canciller {m}", "de": "der {r} Bundeskanzler"},
    "foreign minister": {"fr": "le ministre {m} des Affaires étrangères", "en": "{a} Foreign Minister", "es": "el ministro {m} de Exteriores", "de": "der {r} Außenminister"},
    "defence minister": {"fr": "le ministre {m} de la Défense", "en": "the {a} defence minister", "es": "el ministro {m} de Defensa", "de": "der {r} Verteidigungsminister"},
    "secretary of state": {"fr": "le secrétaire d'Etat {m}", "en": "the {a} secretary of state", "es": "el secretario de Estado {m}", "de": "der {r} Außenminister"},
    "king": {"fr": "le roi {m}", "en": "the {a} king", "es": "el rey {m}", "de": "der {r} König"},
}  # fmt: skip


def main() -> None:
    """Print accuracy per office and language, then the cost of a dispatch."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("holders", type=Path)
    parser.add_argument("--dates", type=int, default=4)
    parser.add_argument("--misses", type=int, default=0)
    chosen = parser.parse_args()
    begun = time.perf_counter()
    data = authority_actors.build(SEEDS)
    built = time.perf_counter()
    authority = SimpleNamespace(actors=authority_actors.open_index(data))
    opened = time.perf_counter()
    print(f"compile {built - begun:.2f} s, load {opened - built:.2f} s, {len(data) / 1e6:.1f} MB")
    quality(chosen.holders, chosen.dates, chosen.misses, authority)
    cost(authority)


def quality(file: Path, dates: int, misses: int, authority: SimpleNamespace) -> None:
    """Accuracy of generated phrases against the csv."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    wrong: list[str] = []
    for office, language, phrase, day, gold in questions(file, dates):
        group = f"{GROUP.get(office, 'heads')} {language}"
        got = actors(None, f"{phrase} a dit, sagte, said.", language, day, authority)
        people = [one for one in got if one.kind == "person" and one.mentions[0].confidence >= 0.5]
        asked[group] += 1
        asked[office] += 1
        if len(people) == 1 and people[0].wikidata_id == gold:
            right[group] += 1
            right[office] += 1
        else:
            wrong.append(f"{phrase} {day} gold {gold} got {[(p.name, p.wikidata_id) for p in people]}")
    for group in sorted(asked):
        print(f"{group:22} {right[group]:6} / {asked[group]:6} = {right[group] / asked[group]:.4f}")
    for kind in ("heads", "ministers"):
        good = sum(count for group, count in right.items() if group.startswith(kind))
        all_ = sum(count for group, count in asked.items() if group.startswith(kind))
        print(f"{kind:22} {good:6} / {all_:6} = {good / all_:.4f}")
    random.Random(1).shuffle(wrong)
    print(*wrong[:misses], sep="\n")


def questions(file: Path, dates: int) -> list[tuple[str, str, str, date, str]]:
    """(office, language, phrase, day, Wikidata id of the one holder), from the csv alone."""
    states = yaml.load((SEEDS / "states.yml").read_text("utf-8"), yaml.BaseLoader)
    adjectives = {state["names"]["en"][0]: state.get("adjectives", {}) for state in states.values()}
    shared = Counter(forms["en"][0] for forms in adjectives.values() if forms.get("en"))
    rows: dict[tuple[str, str], list[tuple[date, date, str]]] = defaultdict(list)
    for row in csv.DictReader(file.open(encoding="utf-8")):
        office, start = OFFICES.get(row["office"]), row["start"]
        if office and len(start) == 10 and row["territory"] in adjectives:
            end = row["end"] or "2023-01-01"
            if len(end) == 10:
                span = (date.fromisoformat(start), date.fromisoformat(end), row["wikidata_id"])
                rows[row["territory"], office].append(span)
        elif office and row["territory"] in adjectives:
            rows[row["territory"], office].append((date.min, date.max, row["wikidata_id"]))
    drawn = random.Random(0)
    found = []
    for (territory, office), spans in sorted(rows.items()):
        forms = adjectives[territory]
        if office == "secretary of state" and territory != "United States":
            continue
        if not all(forms.get(one) for one in ("fr", "en", "es", "de")) or shared[forms["en"][0]] > 1:
            continue
        for day, gold in _days(spans, dates, drawn):
            for language, form in PHRASES[office].items():
                found.append((office, language, _say(form, forms), day, gold))
    return found


def _say(form: str, forms: dict[str, list[str]]) -> str:
    language = "es" if form.startswith("el ") else "fr"
    german = forms["de"][0]
    masculine = forms[language][0].partition(">")[0]
    return form.format(m=masculine, a=forms["en"][0], r=german + ("e" if german[0].islower() else ""))


def _days(spans: list[tuple[date, date, str]], count: int, drawn: random.Random) -> list[tuple[date, str]]:
    known = [(start, end) for start, end, _ in spans if start != date.min]
    if not known:
        return []
    first, last = min(start for start, _ in known), min(max(end for _, end in known), date(2023, 1, 1))
    days = []
    for _ in range(count * 6):
        day = first + timedelta(days=drawn.randrange(max((last - first).days, 1)))
        near = {
            who
            for start, end, who in spans
            if start == date.min or start - timedelta(7) <= day <= end + timedelta(7)
        }
        if len(near) == 1 and any(start <= day <= end and start != date.min for start, end, _ in spans):
            days.append((day, near.pop()))
    return days[:count]


def cost(authority: SimpleNamespace) -> None:
    """CPU per 3,000 characters over the project's own dispatches."""
    files = sorted((PROJECT / "seeds" / "dispatches" / "text").rglob("*.txt"))
    texts = [(file.read_text("utf-8", errors="replace"), _language(file.name)) for file in files]
    length = sum(len(text) for text, _ in texts)
    spent = []
    for _ in range(max(3, 300_000 // max(length, 1))):
        begun = time.process_time()
        for text, language in texts:
            actors(None, text, language, date(2016, 7, 6), authority)
        spent.append(time.process_time() - begun)
    print(
        f"{min(spent) / length * 3_000_000:.2f} ms of CPU per 3,000 characters ({len(texts)} texts, {length} characters)"
    )


def _language(name: str) -> str | None:
    found = [part for part in name.split("-") if part in ("fr", "en", "es", "de", "ar", "it", "pt")]
    return found[0] if found else None


if __name__ == "__main__":
    main()
