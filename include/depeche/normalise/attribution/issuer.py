"""Issuers: the shapes of a credit line, by which the item is the agency's own.

Which part of a text a pattern is for: see ``attribution.words``.
"""

from __future__ import annotations

import re

from depeche.normalise.attribution.around import NEAR, Around
from depeche.normalise.attribution.marks import Mark
from depeche.normalise.attribution.words import (
    ART,
    AUTHOR_BY,
    DESK,
    LINE_START,
    LIST_AFTER,
    MAY_BE_DESK,
    PUBLISHED_AFTER,
    SOURCE_WORD,
)

_SOURCE = re.compile(
    rf"(?:(?:^|\n)\W*sources?\W*|\b(?:{SOURCE_WORD}|texte?|texto|testo|tekst)\s*[:=–-]\s*)" + ART + "$",
)
# Without its colon, on a line of its own: "fonte AGI".
_SOURCE_BARE = re.compile(r"(?:^|\n)\W*(?:quelle|fuente|fonte|bron|المصدر) " + ART + "$")
# What is printed as the agency sent it: "a syndicated feed from PTI", "Direkt aus dem dpa-Newskanal".
_FEED = re.compile(
    r"(?:\bfeed (?:from|of|by|published by)|\bautomatisierten? (?:veröffentlichung|übernahme) (?:der|von))\s*"
    + ART
    + "$"
)
_FEED_AFTER = re.compile(r"-?news(?:kanal|feed|ticker)\b")
# What every such word holds.
_MAY_BE_FEED = ("feed", "automatis")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright|tous droits réservés|all rights reserved|حقوق)[\s\d,:;.–-]*" + ART + "$",
)
_HEADER = re.compile(
    r"(?:^|\n)[^\n]{0,4}(?:[dw][éeèê]p[êèée]c\w{1,2}s|t[ée]l[ée]grammes|services?\b|informations|nachrichten\b|meldungen)[^\n.!?]{0,20}\n?"
    r"(?:\w+\s)?(?:de\s|der\s|des\s)?(?:l['’]\s?|la\s)?[\w']{0,2}$",
)
_BYLINE_BEFORE = re.compile(
    rf"(?:^|\n)\W*(?:publié |édité |published )?(?:{AUTHOR_BY})(?: (?:[^\n.]|\b\w\.){{2,50}}[,|–—/-])?(?: l['’]| la | the )?\s*$",
)
# The agency's own desk, and where it is: "Redazione ANSA ROMA".
_DESK_BEFORE = re.compile(r"(?:^|\n)\W*" + DESK + " $")
_DESK_AFTER_CASED = re.compile(r"(?: [A-ZÀ-Þ]{2,})*\s*(?:\n|$)")
# Below an author: "Associated Press Writer", "AP Sports Writer".
_WRITER_AFTER_CASED = re.compile(
    r" (?:[A-Z][A-Za-z-]+ ){0,2}(?i:writers?|correspondents?|reporters?|columnist)\s*(?:\n|$)"
)
# "Reuters in Tokyo", on a line of its own.
_LOCATED_AFTER_CASED = re.compile(
    r" (?:in|à|en|aus|em) [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}\s*(?:\n|$)"
)
_PLACE_BEFORE_CASED = re.compile(
    r"\s*(?:[A-ZÀ-Þ][\w'’-]{2,}(?:,? |, )(?:(?:de|la|le|el|du|sur|am|of|upon) )?){1,4}"
)
# "القاهرة - أ ش أ", "MADRID - EFE": where, and who, alone on a line.
_PLACE_DASH_CASED = re.compile(
    r"(?:^|\n)\W*(?:(?:[ء-ي]+ ?){1,3}|[A-ZÀ-Þ][^\W\d_-]+(?: ?(?=[|–—-]))|(?:[A-ZÀ-Þ]{2,} ?){2,3})[|/–—-] ?$"
)
# "Paris, France | AFP | …": the agency between bars, as on AFP's own pages.
_BAR_BEFORE = re.compile(r"(?:^|\n)[^\n|]{2,50}\|\s?$")
_DATELINE_AFTER = re.compile(r"\s*(?:$|\n|[—–-])")
_AHEAD = re.compile(r"(?:^|\n|[\d.)—–-]|\d,)[\s—–-]*$")
_DASH_AFTER = re.compile(r"(?:\s?[.,:]{1,2}\s?[—–-]+|\s?[—–]+|\s[—–-]+\s)")
_DATE_BEFORE = re.compile(r"[,.]\s\d{1,2}\.?\s+[^\W\d_]{3,9}\.?[\s,—–-]*$")
_STOP_AFTER_CASED = re.compile(r"\s?[.:]\s+[«\"„(]?[A-ZÀ-Þ]")
# The last line of a teleprinter item: "AFP 310358 AOU 97"; dpa's number of a message: "dpa:210312-99-799417/3".
_TELEPRINTER_CASED = re.compile(r"\s\d{6}\s(?:GMT\s)?[A-ZÀ-Þ]{3,4}\.?\s\d{2,4}\b|:\d{6}-\d{2,3}-\d{5,6}/\d+")
# Reuters' copy ends in "(Reporting by …; Editing by …)".
_SENTENCE_END = re.compile(
    r"[.!?»\"”/…][\s/—–-]*$|(?:[Ee]diting|[Rr]eporting|[Ww]riting) by [^()\n]{2,60}\)\s?$"
)


def line_shape(mark: Mark, around: Around) -> str | None:
    """The shape of the credit line in which the name stands; None where it stands in none."""
    before, low, after, ends = around.before, around.low, around.after, around.ends
    tail, opens = low[-NEAR:], LINE_START.search(before) is not None
    if _HEADER.search(low):
        return "header"
    if _SOURCE.search(tail) or (ends and _SOURCE_BARE.search(tail)):
        return "source_line"
    fed = any(word in tail for word in _MAY_BE_FEED) and _FEED.search(tail)
    if fed or (after[:1] in "-nN" and _FEED_AFTER.match(around.said)):
        return "source_line"
    if _COPYRIGHT.search(tail):
        return "copyright"
    if opens and (ends or _TELEPRINTER_CASED.match(after)):
        return "line" if ends else "teleprinter"
    if (ends or PUBLISHED_AFTER.match(around.said)) and _BYLINE_BEFORE.search(low):
        return "byline"
    if _signs(opens, around):
        return "byline"
    if opens and (LIST_AFTER.match(after) or PUBLISHED_AFTER.match(around.said)):
        return "line"
    return "line" if around.heads() else _dateline_shape(mark, around)


def _dateline_shape(mark: Mark, around: Around) -> str | None:
    """``dateline``, ``dash`` or ``trailing``: the name beside a place, a dash, or behind the last sentence."""
    before, after, ends = around.before, around.after, around.ends
    if ends and _PLACE_DASH_CASED.search(before):
        return "dateline"
    opening = mark.first < 60 and (mark.together > 1 or mark.trusted)
    if opening and _PLACE_BEFORE_CASED.fullmatch(before) and _DATELINE_AFTER.match(after):
        return "dateline"
    if LIST_AFTER.match(after) and _BAR_BEFORE.search(before):
        return "dateline"
    if _DASH_AFTER.match(after) and _AHEAD.search(before):
        return "dash"
    if _STOP_AFTER_CASED.match(after) and _DATE_BEFORE.search(before):
        return "dash"
    return "trailing" if ends and _SENTENCE_END.search(before) else None


def _signs(opens: bool, around: Around) -> bool:
    """Whether an agency's writer, office or desk signs: "Associated Press Writer", "Reuters in Tokyo", "Redazione ANSA"."""
    if any(word in around.low for word in MAY_BE_DESK) and _DESK_BEFORE.search(around.low):
        return _DESK_AFTER_CASED.match(around.after) is not None
    signed = _WRITER_AFTER_CASED.match(around.after) or _LOCATED_AFTER_CASED.match(around.after)
    return signed is not None and (opens or _BYLINE_BEFORE.search(around.low) is not None)
