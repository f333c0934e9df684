"""Whether the words of an office are a man's or a woman's: "la chancelière", "la ministre", "the king".

A masculine form is generic as a rule ("le ministre" may be a woman) and tells nothing; it rules out
a woman only where one is it by birth. A feminine form, article or adjective rules out a man.
"""

from __future__ import annotations

from depeche.authority.actors import Alias
from depeche.normalise.actors.offices.owners import Owner
from depeche.normalise.actors.scan import Scan

_BY_BIRTH = ("monarch", "crown_prince")


def ruled_out(scan: Scan, start: int, word: int, readings: list[Alias], owners: list[Owner]) -> str:
    """The sex the holder cannot have, "m" or "f"; "" where the words are of both.

    The phrase begins at ``start``, its office word at ``word``.
    """
    marks = {alias.note[:1] for alias in readings}
    if marks == {"f"} or scan.words[word] in scan.small.feminine:
        return "m"
    if marks == {"m"} and all(alias.ref.rpartition(".")[2] in _BY_BIRTH for alias in readings):
        return "f"
    if marks == {"n"}:
        return ""
    article = start > 0 and scan.joined(start) and scan.words[start - 1] in scan.small.feminine
    return "m" if article or _feminine_beside(scan, word, owners) else ""


def _feminine_beside(scan: Scan, word: int, owners: list[Owner]) -> bool:
    """ "homologue allemande", "ministre française de la Défense": the adjective right behind the office's first word.

    Farther behind it may be another word's: "ministre de la Défense française".
    """
    if len(owners) != 1 or owners[0][1] != word + 1:
        return False
    forms = [hit.alias for hit in scan.of_kind(word + 1, "A") if hit.end == owners[0][2]]
    return bool(forms) and all(alias.note == "f" for alias in forms)
