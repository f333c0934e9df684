"""People of a state: "les Français", "Spaniards", "die Deutschen".

They are not the state: a Syrian who dies is no Syria that acts. They only tell that the dispatch
speaks of it (``actors.powers.strong_things``). All of them stand for the state where they are the
subject of what states do with one another: "Les Américains et les Russes ont repris les négociations"
says who negotiates, "Les Français craignent l'hiver" does not.
"""

from __future__ import annotations

from typing import NamedTuple

from depeche.normalise.actors.found import Dossier, Found
from depeche.normalise.actors.scan import Hit, Scan

# What a word for all of a people ends with. French and English write it with a capital.
_MANY = {
    "fr": ("s",),
    "en": ("s", "men", "sh", "ch", "ese"),
    "es": ("s",),
    "de": ("n", "r", "s"),
    "pt": ("s",),
    "it": ("i",),
}  # fmt: skip
_CAPITAL = frozenset(("fr", "en", "de", None))
# What may be a subject beside a people: people, states, capitals, organisations.
_POWERS = frozenset("DASCG")


class People(NamedTuple):
    """The word at ``word`` for people of ``states`` (several where it does not tell of which)."""

    word: int
    states: list[str]


def people(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """All of a people that acts as its state does; None where it is only people."""
    if not word or scan.words[word - 1] not in scan.small.articles_of_many or not scan.joined(word):
        return None
    hit = _noun(scan, word)
    if hit is None or not _is_many(scan, hit) or not _treats(scan, _last(scan, hit.end)):
        return None
    refs = scan.refs(word, hit)
    if "|" in refs or not _is_subject(scan, word - 1):
        return None
    start, end = scan.starts[word], scan.ends[hit.end - 1]
    return hit.end, [Found(f"state:{refs}", scan.field, start, end, "people_act", 0.6, None)]


def whole(scan: Scan) -> People | None:
    """The people that a text names and nothing else but an article: "Les Français", "ein Deutscher"."""
    for word in (0, 1):
        if word < len(scan.words) and (not word or scan.words[0] in scan.small.articles):
            hit = _noun(scan, word)
            if hit is not None and hit.end == len(scan.words):
                return People(word, scan.refs(word, hit).split("|"))
    return None


def _noun(scan: Scan, word: int) -> Hit | None:
    """The reading at ``word`` as people: a word of their own, or the adjective as a noun."""
    own = scan.of_kind(word, "D")
    if own:
        return own[0]
    hits = scan.of_kind(word, "A")
    if not hits or scan.language == "de" or (scan.language in _CAPITAL and not scan.may_name(word)):
        return None
    return hits[0]


def _is_many(scan: Scan, hit: Hit) -> bool:
    said = scan.words[hit.end - 1]
    one_woman = scan.language == "de" and said.endswith("in")
    return said.endswith(_MANY.get(scan.language or "", ())) and not one_woman


def _is_subject(scan: Scan, article: int) -> bool:
    """Whether the article opens a sentence, or follows a power or people that does: "Moscou et les Américains"."""
    if scan.opens_sentence(article):
        return True
    if not scan.joined(article) or scan.words[article - 1] not in scan.small.conjunctions:
        return False
    for first in range(max(0, article - 5), article - 1):
        for hit in scan.hits.get(first, ()):
            if hit.end == article - 1 and hit.alias.kind in _POWERS:
                before = first - (first > 0 and scan.words[first - 1] in scan.small.articles)
                return scan.opens_sentence(before)
    return False


def _last(scan: Scan, end: int) -> int:
    """The end of the subject: past "et les Russes"."""
    at = end
    if at + 1 < len(scan.words) and scan.words[at] in scan.small.conjunctions and scan.joined(at):
        at += 1
        at += scan.words[at] in scan.small.articles
        for hit in scan.hits.get(at, ()):
            if hit.alias.kind in _POWERS:
                return hit.end
    return end


def _treats(scan: Scan, at: int) -> bool:
    """A verb at ``at``, past adverbs, of what only states do."""
    small = scan.small
    for word in range(at, min(at + 4, len(scan.words))):
        if not scan.joined(word):
            return False
        if scan.words[word] in small.treating:
            return True
        if scan.words[word] not in small.adverbs and scan.words[word] not in small.auxiliaries_of_many:
            return False
    return False
