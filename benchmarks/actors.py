"""How well offices resolve as of a date, and what finding actors costs.

    python benchmarks/actors.py HOLDERS.csv [--dates 4] [--forms 2] [--errors 20] [--language fr]

Phrases ("le président français", "Russlands Außenminister", "Mexico's PM") are generated in seven languages
for days drawn from the csv's holdings (territory, office, person, wikidata_id, start, end,
gender) since 1990; who alone held the office on that day, a week around, is the gold. It comes from
the csv alone: of the authority only the adjectives of states.yml are used, its offices and
holders never; the words are those of actors_phrases.py, the names of states CLDR's. Half of
the phrases stand alone, half in a sentence, one in twelve in capitals. Words that name two
states ("congolais") are left out. Right is one candidate of 0.5 or more, the gold.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import yaml

import actors_phrases as phrases
from actors_gold import Question, questions
from depeche import authority
from depeche.authority.actors import ActorIndex
from depeche.normalise.actors import named
from depeche.normalise.actors.resolve import resolve
from depeche.settings import PROJECT

SEEDS = PROJECT / "seeds" / "authority"
GROUPS = {"foreign_minister": "foreign ministers", "defence_minister": "defence ministers"}
GOALS = {"heads": 0.98, "foreign ministers": 0.95, "defence ministers": 0.95}


class Asked(NamedTuple):
    """A question in words."""

    question: Question
    language: str
    phrase: str
    text: str


def main() -> None:
    """Print the cost of loading, accuracy per office and language, and the cost of a dispatch."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("holders", type=Path, help="csv of office-holdings")
    parser.add_argument("--dates", type=int, default=4, help="days per territory and office")
    parser.add_argument("--forms", type=int, default=2, help="phrases per day and language")
    parser.add_argument("--errors", type=int, default=0, help="how many errors to list")
    parser.add_argument("--language", choices=phrases.LANGUAGES, help="this language alone")
    chosen = parser.parse_args()
    index = loading()
    asked = [
        one
        for one in ask(questions(chosen.holders, chosen.dates), chosen.forms)
        if chosen.language in (None, one.language)
    ]
    quality(asked, chosen.errors, index)
    cost(index)


def loading() -> ActorIndex:
    """The index, opened from its cache, and what compiling and opening it took."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.process_time()
        authority.load_actors(SEEDS, Path(folder))
        built = time.process_time()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        index = authority.load_actors(SEEDS, Path(folder))
        opened = time.process_time()
        size = sum(file.stat().st_size for file in Path(folder).iterdir())
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"compiled in {built - begun:.2f} s of CPU (peak {before / 1024:.0f} MB), cached {size / 1e6:.1f} MB"
    )
    print(f"loaded from the cache in {opened - built:.2f} s of CPU, peak of the process {most / 1024:.0f} MB")
    return index


def quality(asked: list[Asked], errors: int, index: ActorIndex) -> None:
    """Accuracy of the phrases against the csv, per office and language."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    for one in asked:
        group = GROUPS.get(one.question.role, "heads")
        found = resolve(one.text, one.question.day, index, one.language).candidates
        sure = [
            (who.wikidata_id, who.name) for who in found if who.kind == "person" and who.confidence >= 0.5
        ]
        good = [who for who, _ in sure] == [one.question.person]
        for key in ((group, one.language), (group, "all"), (one.question.role, "all")):
            total[key] += 1
            right[key] += good
        if not good:
            question = one.question
            wrong.append(
                f"{one.language} {one.text!r} {question.territory} {question.day} gold {question.person} got {sure}"
            )
    for key in sorted(total):
        print(f"{key[0]:18} {key[1]:4} {right[key]:6} / {total[key]:6} = {right[key] / total[key]:.4f}")
    for group, goal in GOALS.items():
        share = right[group, "all"] / total[group, "all"]
        print(f"{group}: {share:.4f}, goal {goal}: {'reached' if share >= goal else 'MISSED'}")
    random.Random(1).shuffle(wrong)
    print(*wrong[:errors], sep="\n")


def ask(drawn: list[Question], forms: int) -> Iterator[Asked]:
    """``forms`` phrases for each question and language."""
    choose = random.Random(0)
    adjectives = _adjectives()
    names = {language: phrases.state_names(language) for language in phrases.LANGUAGES}
    for question in drawn:
        for language in phrases.LANGUAGES:
            words = adjectives.get((question.code, language))
            name = names[language].get(question.code)
            made = sorted({*_phrases(question, language, words, name)})
            for phrase in choose.sample(made, min(forms, len(made))):
                text = choose.choice(phrases.FRAMES[language]).format(phrase) or phrase
                text = text.upper() if choose.random() < 1 / 12 else text[0].upper() + text[1:]
                yield Asked(question, language, phrase, text)


def _adjectives() -> dict[tuple[str, str], list[str]]:
    """State and language → its adjectives that are no other state's."""
    states = yaml.load((SEEDS / "states.yml").read_text("utf-8"), yaml.BaseLoader)
    said = Counter(
        (language, word) for state in states.values() for language, words in state.get("adjectives", {}).items() for word in words
    )  # fmt: skip
    return {
        (code, language): [word for word in words if said[language, word] == 1]
        for code, state in states.items()
        for language, words in state.get("adjectives", {}).items()
    }


def _phrases(question: Question, language: str, words: list[str] | None, name: str | None) -> Iterator[str]:
    yield from phrases.OWN.get(question.territory, {}).get(question.role, {}).get(language, [])
    men, women = phrases.PHRASES[language][question.role]
    for form in women if question.woman and women else men:
        if (
            question.role == "foreign_minister"
            and question.code in phrases.CHANCELLORS
            and "canciller" in form
        ):
            continue  # a chancellor heads these governments
        said = _fill(form, language, words[0] if words else None, name)
        if said:
            yield said


def _fill(form: str, language: str, adjective: str | None, name: str | None) -> str | None:
    """The phrase with the state put in; None where the state has not what it takes."""
    places = {}
    if adjective and not ("{w}" in form and (not adjective[0].islower() or not adjective.endswith("sch"))):
        places = {
            "m": phrases.masculine(adjective, language),
            "w": adjective,
            "f": phrases.feminine(adjective, language),
        }
    if name and not any(sign in name for sign in ("(", "SAR", " – ")) and name not in phrases.SHARED:
        places["of"] = phrases.of(name, language)
        places["name"] = phrases.with_article(name) if language == "en" else name
        owner = phrases.possessive(name, language)
        if owner:
            places["poss"] = owner
    try:
        return form.format(**places)
    except KeyError:
        return None


def cost(index: ActorIndex) -> None:
    """CPU per 3,000 characters over the project's own dispatches."""
    files = sorted((PROJECT / "seeds" / "dispatches" / "text").rglob("*.txt"))
    texts = [(file.read_text("utf-8", errors="replace"), _language(file.name)) for file in files]
    length = sum(len(text) for text, _ in texts)
    spent = []
    for _ in range(max(3, 300_000 // max(length, 1))):
        begun = time.process_time()
        for text, language in texts:
            named(None, text, language, date(2016, 7, 6), index)
        spent.append(time.process_time() - begun)
    print(
        f"{min(spent) / length * 3_000_000:.2f} ms of CPU per 3,000 characters ({len(texts)} texts, {length} characters)"
    )


def _language(name: str) -> str | None:
    found = [part for part in name.split("-") if part in phrases.LANGUAGES]
    return found[0] if found else None


if __name__ == "__main__":
    main()
