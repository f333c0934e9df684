"""Words that play a part in datelines, in the eight languages."""

from __future__ import annotations

import re

from depeche.authority.places_fold import fold


def _set(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split(";"))


# Lower-case words inside names of places.
CONNECTORS = _set(
    "de;del;de la;la;las;los;le;les;el;al;du;des;d;l;do;da;dos;das;di;della;upon;on;under;in;im;am;an;"
    "auf;bei;ob;der;den;dem;the;of;sur;sous;en;et;and;und;y;e;van;aan;op;zu;zur;les;lez;près;near;cerca;bin;"
    "ben;a;à;san;st"
)
# Between two cities that share a dateline.
JOINERS = _set("and;et;und;y;e;en;و;with")
# What an author line begins with.
BYLINE = _set("by;par;por;von;di;door;da;بقلم;كتب;texte;text;texto;story")
# Datelines that name no place on purpose.
UNDATED = _set("undated;sans lieu;sin fecha;undatiert")
# A ship or aircraft stands where a city would.
ABOARD = re.compile(r"(?:aboard|on board|[aà] bordo?|an bord|aan boord|على متن)\b", re.IGNORECASE)
TIME = re.compile(
    r"\d{1,2}\s?(?:[:hH.]\s?\d{2}|h(?=\b)|[ap]\.?m\.?)(?:\s*(?:GMT|UTC|TU|CET|CEST|Uhr|h\b|"
    r"heure de Paris|hora de Madrid|local time))*|\d{4}\s?(?:GMT|UTC)|\d{1,2}\s?Uhr",
    re.IGNORECASE,
)
# The shape of an agency in brackets that the authority does not know.
AGENCY_SHAPE = re.compile(r"(?:[A-Z][A-Za-z.]{0,3}\.?){1,4}|[a-z]{2,5}|[A-Z]{2,9}(?:[-/ ][A-Za-z]{2,9}){0,3}")

# The first line of a teleprinter item: zone and number, priority, service, words, origin.
TELEPRINTER = re.compile(
    r"[A-Z]{2,4}\d{3,4}\s+[1-6]\s+[A-Z]{1,3}\s+\d{3,4}\s+[A-Z]{2,4}\s?/\s?(?P<agency>[A-Z]{2,8})-[A-Z]{1,3}\d+"
)
