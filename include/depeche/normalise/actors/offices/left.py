"""An office whose holder has just died or left it, where the words speak of the one who has.

"Sri Lanka's president resigned by email" on the day after is the one before, and so is "the
funeral of Chad's president" for as long as he is mourned; whoever has the office by now has not.
"""

from __future__ import annotations

from depeche.normalise.actors.found import Dossier
from depeche.normalise.actors.offices import Office, past_standing
from depeche.normalise.actors.scan import Scan

# Days after which such words may mean who came then.
_LEFT, _DEAD = 2, 30
_IS = frozenset(("is", "are", "est", "ist", "sind", "es", "e", "se", "si", "s", "sont", "son", "sono"))
# Words between the office and its verb, or the noun and the office: "was", "of the", "et le Premier ministre ont été".
_NEAR, _JOINED = 3, 7


def just_left(
    scan: Scan, phrase: Office, office: str, people: tuple[str, ...], dossier: Dossier
) -> str | None:
    """Whom the words of dying or leaving beside ``phrase`` mean instead of ``people``, who hold ``office``."""
    day, index = dossier.as_of.toordinal(), dossier.index
    if dossier.time is not None or phrase.manner or not people:
        return None
    since = [held.first for one in people if (held := index.holding_on(office, one, dossier.as_of))]
    if not since or day - max(since) > _DEAD:
        return None
    window = _DEAD if _is_said(scan, phrase, scan.small.dying) else _LEFT
    if day - max(since) > window or (window == _LEFT and not _is_said(scan, phrase, scan.small.leaving)):
        return None
    before = {one.person: None for one in index.offices[office] if day - window <= one.last <= day}
    gone = [one for one in before if one not in people]
    return gone[0] if len(gone) == 1 else None


def _is_said(scan: Scan, phrase: Office, words: frozenset[str]) -> bool:
    """Whether one of ``words`` stands beside the office: behind it, or before it and "of"."""
    return _stands_behind(scan, past_standing(scan, phrase), words) or _stands_before(
        scan, phrase.start, words
    )


def _stands_behind(scan: Scan, at: int, words: frozenset[str]) -> bool:
    """ "… is dead", "… has resigned", "… and the governor were killed"; nobody is named or speaks before it."""
    small = scan.small
    far = at < len(scan.words) and scan.words[at] in small.conjunctions
    last = min(at + (_JOINED if far else _NEAR), len(scan.words))
    while at < last and scan.joined(at) and (scan.shouting or not scan.capital(at)):
        said = scan.words[at]
        if said in words:
            return True
        light = said in small.auxiliaries or said in small.being or said in small.adverbs or said in _IS
        if said in small.speech or not (far or light):
            return False
        at += 1
    return False


def _stands_before(scan: Scan, start: int, words: frozenset[str]) -> bool:
    """ "The death of …", "l'assassinat du …", "murió el …", "توفي …"."""
    small = scan.small
    for at in range(start - 1, max(-1, start - 1 - _NEAR), -1):
        said = scan.words[at]
        if not scan.joined(at + 1):
            return False
        if said in words:
            return True
        if said not in small.of and said not in small.definite:
            return False
    return False
