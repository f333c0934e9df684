"""Arabic names in a text: without capitals, what stands beside a surname says whether it is another's."""

from __future__ import annotations

from depeche.authority.actors_arabic import PARTICLES
from depeche.normalise.actor_found import Dossier
from depeche.normalise.actor_scan import Scan

_CLITICS = frozenset("ولبفك")


def in_other_name(scan: Scan, word: int, end: int, dossier: Dossier) -> bool:
    """ "ميشال الأسد", "سعيد عباس": a given name right before the surname, or a name behind a given one."""
    given = scan.small.given_names
    if not given:
        return False
    before = scan.words[word - 1] if scan.joined(word) else ""
    if before in given or (before[:1] in _CLITICS and before[1:] in given):
        return scan.said(word - 1, word) not in dossier.surnames
    if scan.said(word, end) not in given or end == len(scan.words) or not scan.joined(end):
        return False
    after = scan.words[end]
    return after in PARTICLES or (after in given and after not in dossier.surnames)
