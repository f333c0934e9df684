"""An office that is told of somebody and need not be held today: "Thatcher was Britain's prime minister".

"Fue presidente de Brasil entre 2003 y 2010", "will be", "sworn in as president of", "named Robert
Gates US defense secretary", "soll zum Kanzler gewählt werden": who that is the subject or object tells,
not the day. Romance languages and German leave out the article there; English has none before an owner,
so that what stands before the verb decides ("with him was Britain's prime minister").
"""

from __future__ import annotations

from depeche.normalise.actors.offices import Office
from depeche.normalise.actors.scan import Scan
from depeche.normalise.actors.small import ROMANCE

# Behind "zum" and its office as far as this a verb of choosing.
_SENTENCE = 10
_TO_THE = frozenset(("zum", "zur"))
_WHO = frozenset(
    ("he", "she", "who", "i", "il", "elle", "qui", "él", "ella", "er", "sie", "ele", "ela", "lui", "lei")
)
# "It was Britain's prime minister who called", "there was".
_NO_SUBJECT = frozenset(("it", "there", "this", "that", "here", "what", "so"))
# Words of the name of one who is chosen.
_NAME = 4
# Between such a verb and the office: "was then", "war früher", "wird am Mittwoch".
_BETWEEN = 3


def is_predicate(scan: Scan, phrase: Office) -> bool:
    """Whether the office of ``phrase``, without a name behind it, is told of a subject whom the day does not tell."""
    at = phrase.start - 1
    if at < 0 or not scan.joined(phrase.start):
        return False
    small, said = scan.small, scan.words[at]
    if said in small.becoming:
        return not _is_adjective(scan, at)
    if said in small.as_one:
        return at > 0 and scan.joined(at) and (scan.words[at - 1] in small.serving or _is_of_chosen(scan, at))
    if _is_of_chosen(scan, phrase.start):
        return True
    if said in _TO_THE and scan.language == "de":
        return _is_chosen(scan, phrase.end)
    if scan.language == "de":
        return _is_told_in_german(scan, phrase)
    if scan.language == "en":
        return _is_told_in_english(scan, at)
    return scan.language in ROMANCE and _is_told(scan, at)


def _is_adjective(scan: Scan, at: int) -> bool:
    """ "The elected president of Egypt", "newly elected": who has been elected holds it."""
    if scan.language != "en" or at == 0 or not scan.joined(at):
        return False
    before = scan.words[at - 1]
    return before in scan.small.definite or before.endswith("ly")


def _is_of_chosen(scan: Scan, end: int) -> bool:
    """A name up to ``end``, behind a verb of choosing: "named Robert Gates", "nombró a Josep Borrell"."""
    at = end
    while end - at < _NAME and scan.joined(at) and scan.capital(at - 1):
        at -= 1
    if at == end or not scan.joined(at):
        return False
    if scan.words[at - 1] not in scan.small.becoming and scan.joined(at - 1):
        at -= 1  # "a nommé mardi John Kerry", "nombró a"
    return scan.words[at - 1] in scan.small.becoming and not _is_adjective(scan, at - 1)


def _is_chosen(scan: Scan, end: int) -> bool:
    """A verb of choosing in the sentence behind the office."""
    last = min(end + _SENTENCE, len(scan.words))
    while end < last and not scan.opens_sentence(end):
        if scan.words[end] in scan.small.choosing:
            return True
        end += 1
    return False


def _is_told_in_german(scan: Scan, phrase: Office) -> bool:
    """ "War Bundeskanzler", "wird am Mittwoch Kanzler": no article, and no owner before that would do for one."""
    if phrase.owners and phrase.owners[0][1] == phrase.start and not scan.of_kind(phrase.start, "A"):
        return False  # "Dort war Russlands Präsident"
    at = phrase.start - 1
    for back in range(at, max(at - _BETWEEN, 0) - 1, -1):
        said = scan.words[back]
        if said in scan.small.being:
            return True
        if said in scan.small.definite or (scan.capital(back) and back != at) or not scan.joined(back):
            return False
    return False


def _is_told_in_english(scan: Scan, at: int) -> bool:
    """ "Thatcher was", "who has been", "will be", "he was the": not "with him was", "attending were"."""
    article = scan.words[at] in scan.small.definite
    if (article or scan.words[at] in scan.small.former) and scan.joined(at):
        at -= 1
    if at < 1 or scan.words[at] not in scan.small.being or not scan.joined(at):
        return False
    subject = scan.words[at - 1]
    if article or subject in _WHO:
        return subject in _WHO
    named = scan.capital(at - 1) and subject not in _NO_SUBJECT and not subject.endswith(("ing", "ed"))
    return named or scan.words[at] in ("be", "been")


def _is_told(scan: Scan, at: int) -> bool:
    """ "Fue presidente", "sera alors président", "il était le président": an article only behind a pronoun."""
    article = scan.words[at] in scan.small.definite
    if (article or scan.words[at] in scan.small.former) and at > 0 and scan.joined(at):
        at -= 1
    if scan.words[at] not in scan.small.being:
        return False
    return not article or (at > 0 and scan.joined(at) and scan.words[at - 1] in _WHO)
