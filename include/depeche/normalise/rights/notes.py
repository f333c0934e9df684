"""Usage terms in notes to editors and in copyright notices: sentences that state a rule.

Such words are mostly about other things: "Adds quotes", "Updates archive figures",
"(corrects para 4: not for sale in Germany)". What forbids archiving is read wherever it
stands, except where a note tells what was changed; other rules are where a whole term is
a sentence, or in capitals.
"""

from __future__ import annotations

import re
from functools import lru_cache

from depeche.normalise.rights.lines import forbids_archiving
from depeche.normalise.rights.rules import is_term, rules, without_stops
from depeche.normalise.rights.words import MAY_RULE, NO_ARCHIVE, WITHOUT_TERRITORY

# Characters of a note that are looked at.
LONGEST_NOTE = 4000
_LONGEST_TERM = 300
_SENTENCE = re.compile(r"(?<=[.;!?])(?<!\b\w\.)\s+|;|\n|(?<=\S)\s{1,8}[-–—/*]\s{1,8}")
_BRACKETS = " .;!*-–—()[]"
# What was done with other things: "Photos not archived yet".
_TOLD = ("not archived", "n't archived", "n’t archived")
# What was done to the text; what follows may be its words.
_CHANGED = re.compile(
    r"(?:\W*(?:this is an? )?(?:says?\b|correct|updat|add|recast|rewrit|edited|fix|clarif|chang|delet|remov|drop|insert|refil|repeat|includ(?:es|ing)|eds?\b|with\b"
    r"|actualis|ajout|corrig|précis|préz|reprise|rectifi|modifi|supprim|mise? à jour|avec\b"
    r"|korrig|berichtig|aktualisier|ergänz|mit\b|präzisier|streich|actualiza|añade|agrega|amplía|con\b)\w*)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\W*(?:eds?|editors?|(?:note|attention|notice)(?: (?:to|aux?|à la|a los) \w+)?|editor['’]?s['’]? notes?|hinweis(?: an die \w+)?|achtung|nota(?: a los \w+)?)\s*:\s*",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def noted(note: str) -> dict[str, list[str]]:
    """The sentences of ``note`` that hold a usage term, as they stand → their rules.

    Remembered, not to be changed: copyright notices are the same again and again.
    """
    note = note[:LONGEST_NOTE]
    if not MAY_RULE.search(note):
        return {}
    found = {}
    for sentence in _SENTENCE.split(note):
        words = without_stops(_LEAD.sub("", sentence, count=1)).strip(_BRACKETS)
        if 3 < len(words) < _LONGEST_TERM and MAY_RULE.search(words) and (stated := _rules(words)):
            found[sentence.strip(" ;*-–—")] = stated
    return found


def _rules(words: str) -> list[str]:
    pieces = [piece.strip() for piece in words.split(",")]
    if all(map(_is_stated, pieces)) or _is_stated(words):
        return rules(words)
    if _CHANGED.match(words):
        return ["no_archive"] if any(map(forbids_archiving, re.split("[,:]", words))) else []
    forbidding = (match[0].casefold() for match in NO_ARCHIVE.finditer(words))
    found = ["no_archive"] if any(match not in _TOLD for match in forbidding) else []
    for piece in pieces:
        found += rules(piece) if _is_stated(piece) else []
    return list(dict.fromkeys(found))


def _is_stated(words: str) -> bool:
    """Whether a term is all of ``words``; of one with a territory, "GERMANY OUT", in capitals."""
    if any(pattern.fullmatch(words) for pattern in WITHOUT_TERRITORY):
        return True
    return words.isupper() and (
        is_term(words) or (words.startswith(("NO ", "NOT IN ")) and bool(rules(words)))
    )
