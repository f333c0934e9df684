"""Where the aliases of actors are collected, each in its folded form."""

from __future__ import annotations

import re
from collections import defaultdict

from depeche.authority.actors.compiled import ANY, BIT, Alias, Thing
from depeche.authority.actors.fold import words
from depeche.authority.actors.seed import ActorSeeds, Names

_ARTICLES = frozenset(("la", "le", "les", "l", "el", "los", "las", "the", "die", "der", "das", "il", "al"))
_CLITICS = ("و", "ب", "ل", "ف", "ك", "وب", "ول")
_INVARIANT = re.compile(r"[A-Z][A-Z.&\-0-9]*")


class Builder:
    """Collects aliases; the same string may have several readings."""

    def __init__(self, seeds: ActorSeeds) -> None:
        self.seeds = seeds
        self.aliases: dict[str, dict[tuple[str, str, str, int, bool], Alias]] = defaultdict(dict)
        self.things: dict[str, Thing] = {}

    def add(
        self,
        text: str,
        kind: str,
        ref: str,
        languages: int = ANY,
        *,
        case: int | None = None,
        weak: bool = False,
        note: str = "",
    ) -> None:
        """File ``text`` and, in Arabic script, ``text`` behind each clitic."""
        folded = words(text)
        if not folded:
            return
        if case is None:
            case = case_of(text)
        self.put(folded, Alias(kind, ref, languages, case, weak, 0, note))
        if "\u0600" <= folded[0][0] <= "\u06ff":
            for clitic in _CLITICS:
                self.put(behind(clitic, folded), Alias(kind, ref, languages, case, weak, len(clitic), note))

    def add_words(self, names: Names, kind: str, ref: str, note: str = "") -> None:
        """File words that need no capital: language → texts."""
        for language, texts in names.items():
            for text in texts:
                self.add(text, kind, ref, BIT[language], case=-1, note=note)

    def put(self, folded: list[str], alias: Alias) -> None:
        """File one alias under its folded words; a second filing widens its languages."""
        found = self.aliases[" ".join(folded)]
        # A name may be weak in one language only: "Georgia", "Geórgia".
        key = (alias.kind, alias.ref, alias.note, alias.case, alias.weak)
        known = found.get(key)
        if known is not None:
            languages = known.languages | alias.languages
            alias = Alias(alias.kind, alias.ref, languages, known.case, known.weak, known.clip, alias.note)
        found[key] = alias


def case_of(text: str) -> int:
    """Which capital a mention must have to be this name; see :class:`Alias`."""
    if not any(char.isupper() for char in text):
        return -1
    if _INVARIANT.fullmatch(text.replace(" ", "")) and len(text) <= 8:
        return -2
    parts = re.findall(r"[^\W_]+", text)
    upper = [place for place, part in enumerate(parts) if part[0].isupper()]
    return next((place for place in upper if parts[place].lower() not in _ARTICLES), upper[0])


def country_code(key: str | None, seeds: ActorSeeds) -> str | None:
    """ISO 3166-1 alpha-2 of a state's key; of the whole for a part; None for a state that is gone."""
    if key is None:
        return None
    if len(key) == 2 and key not in ("DD", "ZR", "YD", "VD", "RH"):
        return key
    state = seeds.states.get(key)
    return state.part_of if state else None


def behind(clitic: str, folded: list[str]) -> list[str]:
    """Folded Arabic words with a clitic before them: ل and the article melt into لل."""
    head = folded[0]
    if clitic.endswith("ل") and head.startswith("ال"):
        head = head[1:]
    return [clitic + head, *folded[1:]]
