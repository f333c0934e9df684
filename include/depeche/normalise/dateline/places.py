"""The place words of a parsed dateline: desk codes and authors before them set aside."""

from __future__ import annotations

from typing import NamedTuple

from depeche.authority.places import PlaceIndex
from depeche.authority.places.fold import fold
from depeche.normalise.dateline.agencies import Lookup
from depeche.normalise.dateline.lexer import Token
from depeche.normalise.dateline.parsed import Piece
from depeche.normalise.dateline.words import BESIDE_CITY, BYLINE, CONNECTORS, NEWSROOM, NO_PLACE, UNDATED


class PlaceWords(NamedTuple):
    """``places`` are (text, link); ``known`` says whether the authority has the first of them."""

    places: list[tuple[str, str]]
    byline: str | None
    undated: bool
    known: bool
    upper: bool

    @property
    def named(self) -> bool:
        """Whether the first place is known, or set in capitals as only datelines are."""
        return self.known or self.upper


def place_words(text: str, pieces: list[Piece], index: PlaceIndex, agency: Lookup) -> PlaceWords:
    """Cut the words of ``pieces`` into names of places."""
    if not pieces or not pieces[0].words:
        return PlaceWords([], None, False, False, False)
    if fold(span(text, pieces[0].words)) in UNDATED or fold(pieces[0].words[0].text) in NEWSROOM:
        return PlaceWords([], None, True, True, True)
    first, byline = _first(text, pieces[0].words, index, agency)
    cities = [name for words in first for name in _pair(words, index)]
    places = [(words, "first" if n == 0 else "and") for n, words in enumerate(cities)]
    for piece in pieces[1:]:
        if piece.words and not (piece.link == "slash" and _is_part(text, piece, places, index)):
            places.append((_beside(text, piece.words, index), piece.link))
    lead = places[0][0] if places else ""
    # Two letters are a place somewhere, but mostly a word.
    known = len(lead) > 2 and fold(lead) not in NO_PLACE and (index.is_place(lead) or index.is_no_place(lead))
    return PlaceWords(places, byline, False, known, bool(lead) and lead == lead.upper() != lead.lower())


def _first(text: str, words: list[Token], index: PlaceIndex, agency: Lookup) -> tuple[list[str], str | None]:
    whole = span(text, words)
    if all(fold(word.text) in CONNECTORS for word in words) and (len(whole) < 3 or whole.islower()):
        return [], None
    if fold(words[0].text) in BYLINE and len(words) > 2:
        at = known_suffix(text, words[2:], index)
        if at is not None:
            return [span(text, words[at + 2 :])], span(text, words[: at + 2])
    if len(words) > 1 and agency(words[0].text.partition("-")[0]) is not None and not index.is_place(whole):
        return _after_codes(text, words[1:], index), None
    if index.is_place(whole) or index.is_no_place(whole):
        return [whole], None
    if len(words) > 2:
        # A title or an author without "by" before a place everybody knows.
        at = known_suffix(text, words[2:], index)
        if at is not None and index.preferred(span(text, words[at + 2 :])) is not None:
            return [span(text, words[at + 2 :])], span(text, words[: at + 2]) if _cased(
                words[: at + 2]
            ) else None
    return [whole], None


def _pair(name: str, index: PlaceIndex) -> list[str]:
    """``Madrid-Barcelona``: two cities everybody knows; ``Jérusalem-Est`` is one place."""
    cities = name.split("-")
    pair = len(cities) == 2 and not index.is_place(name) and all(map(index.preferred, cities))
    return cities if pair else [name]


def _is_part(text: str, piece: Piece, places: list[tuple[str, str]], index: PlaceIndex) -> bool:
    """``Frankfurt/Main``, ``Offenbach/Main``: what is behind the stroke tells which city; as one name where it is known so."""
    name = span(text, piece.words)
    if not places or fold(name) not in BESIDE_CITY:
        return False
    city, link = places[-1]
    if index.is_city(f"{city}/{name}"):
        places[-1] = (f"{city}/{name}", link)
    return True


def _beside(text: str, words: list[Token], index: PlaceIndex) -> str:
    """The words of a country or region, with the full stop that belongs to an abbreviation: "Minn."."""
    name = span(text, words)
    abbreviated = any(a.kind == "region" and fold(a.name) != fold(name) for a in index.areas(name))
    return (
        name + "."
        if abbreviated and len(name) < 7 and text[words[-1].end : words[-1].end + 1] == "."
        else name
    )


def _after_codes(text: str, words: list[Token], index: PlaceIndex) -> list[str]:
    """``EFE Baleares Washington``, ``EFE JG-c Roma``: known places from the right, the codes dropped."""
    names: list[str] = []
    rest = words
    while rest:
        at = known_suffix(text, rest, index)
        if at is None:
            break
        names.insert(0, span(text, rest[at:]))
        rest = rest[:at]
    if names:
        return names
    plain = [w for w in words if w.kind == "word" and w.text[0].isupper() and "-" not in w.text]
    return [span(text, plain)] if plain else []


def known_suffix(text: str, words: list[Token], index: PlaceIndex) -> int | None:
    """Where the longest ending of ``words`` that is a known place begins, or None."""
    for at in range(len(words)):
        first = words[at].text
        # Two capitals are a desk's code, not a place: "EFE JG-c Roma".
        code = (
            first[:2].isupper()
            and first[2:3] in ("", "-")
            and len(first) > 1
            and not words[-1].text.isupper()
        )
        if first[0].islower() or words[at].kind != "word" or code:
            continue
        if index.is_place(span(text, words[at:])):
            return at
    return None


def span(text: str, words: list[Token]) -> str:
    """The words as printed, with what stands between them."""
    return text[words[0].start : words[-1].end]


def _cased(words: list[Token]) -> bool:
    """Whether words are set as names of people are: capitals first, and few."""
    return len(words) <= 4 and all(w.text[0].isupper() and not w.text.isupper() for w in words)
