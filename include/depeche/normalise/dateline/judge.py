"""Is it a dateline? The evidence that a parsed line gives, weighed."""

from __future__ import annotations

import re

from depeche.authority import Authority
from depeche.normalise.calendar.dates import read_date
from depeche.normalise.dateline.lexer import is_cased
from depeche.normalise.dateline.parsed import Parsed
from depeche.normalise.dateline.places import PlaceWords
from depeche.normalise.dateline.words import ABOARD

_FIRST_WORD = re.compile(r"[^\W\d_]+")
# A line of a list that begins as a dateline by colon does, and the characters a sentence has at least.
_LISTED = re.compile(r"^[^\W\d_][\w .-]{2,30}:\s", re.MULTILINE)
_SENTENCE = 60
_CLOSE_WORD = re.compile(r"[\s\-–—―:.]+")


def judge(text: str, parsed: Parsed, words: PlaceWords, authority: Authority) -> str | None:
    """The rule by which a parsed line is a dateline, or None where the evidence is too thin."""
    named = words.named
    aboard = bool(words.places) and ABOARD.match(words.places[0][0]) is not None
    short = all(len(name.split()) <= 6 for name, _ in words.places)
    ended = parsed.ending in ("dash", "colon", "line")
    if parsed.stated:
        if not words.places and not words.undated:
            if parsed.date is not None and parsed.ending == "dash" and not parsed.pieces:
                return "agency"
            opens = parsed.ending == "dash" or bool(parsed.agencies and begins_sentence(text, parsed.end))
            return "agency_only" if opens and not parsed.pieces else None
        if named or aboard or words.undated or parsed.date is not None or parsed.ending == "dash":
            return "agency" if short or words.known or aboard else None
        return None
    if parsed.date is not None and not parsed.date.possible:
        return None
    if parsed.date is not None:
        if not words.places:
            return "date_line" if parsed.ending == "line" and not parsed.pieces else None
        if not named:
            return None
        if ended:
            # "Berlin, October 3–November 17" is a span of days.
            return None if read_date(text, parsed.end) else "date"
        historical = parsed.ending == "period" and parsed.date.month is not None
        return "historical" if historical and begins_sentence(text, parsed.end) else None
    if words.undated and parsed.ending == "dash":
        return "undated"
    return _place_only(text, parsed, words, authority)


def _place_only(text: str, parsed: Parsed, words: PlaceWords, authority: Authority) -> str | None:
    """``PARIS —``, ``Genève. — ``: a known place before a dash, and a sentence after it."""
    if parsed.ending == "colon":
        return "place_colon" if _colon(text, parsed, words, authority) else None
    if parsed.ending != "dash" or not words.known or not words.places or not short_places(words):
        return None
    marks = text[: parsed.end].rstrip()[-3:]
    strong = any(dash in marks for dash in ("—", "–", "--", ".-", ". -"))
    after = _FIRST_WORD.match(text, skip(text, parsed.end))
    # "Paris – Lille : 2-1" sets one place against another.
    if not begins_sentence(text, parsed.end) or (after and authority.places.preferred(after.group())):
        return None
    place = words.places[0][0]
    preferred = authority.places.preferred(place) is not None
    # "ALGER- Les": some agencies set the dash to the name.
    closed = preferred and text[parsed.end : parsed.end + 1] == " "
    if words.upper and (strong or parsed.spaced_dash or closed) and len(place) > 2:
        return "place_dash"
    if preferred and not is_cased(place) and parsed.spaced_dash:
        return "place_dash"
    return "place_dash" if preferred and strong and parsed.spaced_dash | (".-" in marks) else None


def _colon(text: str, parsed: Parsed, words: PlaceWords, authority: Authority) -> bool:
    """``New Delhi: The minister …``: the text opens with a city of the world alone, and a long sentence follows.

    Not a heading ("Paris: the plan"), nor the first line of a list of places.
    """
    place = words.places[0][0] if len(words.places) == 1 else None
    if (
        place is None
        or not words.known
        or not text.startswith(place)
        or authority.places.preferred(place) is None
    ):
        return False
    sentence = text[parsed.end :].partition("\n")[0].strip()
    listed = _LISTED.search(text, parsed.end) is not None
    return sentence[:1].isupper() and len(sentence) >= _SENTENCE and not listed


def short_places(words: PlaceWords) -> bool:
    """Whether the place words are few enough to be places only."""
    return sum(len(name.split()) for name, _ in words.places) <= 6


def begins_sentence(text: str, at: int) -> bool:
    at = skip(text, at)
    first = text[at : at + 1]
    return bool(first) and (
        first.isupper() or first in "\"'«“„‘¿¡(" or first.isdigit() or first.lower() == first.upper()
    )


def skip(text: str, at: int) -> int:
    match = _CLOSE_WORD.match(text, at)
    return match.end() if match else at
