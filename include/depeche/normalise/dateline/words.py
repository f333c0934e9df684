"""Words that play a part in datelines, in the eight languages."""

from __future__ import annotations

import re

from babel import Locale

from depeche.authority.places.fold import fold

LANGUAGES = ("fr", "en", "es", "de", "pt", "it", "nl", "ar")


def _set(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split(";"))


# Lower-case words inside names of places.
CONNECTORS = _set(
    "de;del;de la;la;las;los;le;les;el;al;du;des;d;l;do;da;dos;das;di;della;upon;on;under;in;im;am;an;"
    "auf;bei;ob;der;den;dem;the;of;sur;sous;en;et;and;und;y;e;van;aan;op;zu;zur;les;lez;près;near;cerca;bin;"
    "ben;a;à;san;st;au;aux;es;sul;della;delle;degli;dei;nel;nell;op;ter;ten;ibn;as;ash;ad;az;ar;zum;unter;by;next;lès"
)
# Lower-case words inside names of countries: "Arabie saoudite", "Emirats arabes unis".
AREA_WORDS = frozenset(
    fold(word)
    for language in LANGUAGES
    for name in Locale(language).territories.values()
    for word in name.split()[1:]
    if word.islower() and word.isalpha() and len(word) > 2
) | _set("unies;unidas;unite;occupée;occupés;occupied;occupata;ocupada;ocupados;besetzte;besetztes")
# Between two cities that share a dateline.
JOINERS = _set("and;et;und;y;e;en;و;with")
# Villages bear such names, too, but a line that opens with one is a sentence.
NO_PLACE = _set(
    "from;since;until;before;after;depuis;dès;desde;hasta;seit;vom;bis;dal;sino;vanaf;sinds;during;between;entre"
)
# What an author line begins with.
BYLINE = _set("by;par;por;von;di;door;da;بقلم;كتب;texte;text;texto;story")
# Datelines that name no place on purpose.
UNDATED = _set("undated;sans lieu;sin fecha;undatiert")
# Nor does the desk that stands for one: "Redacción Deportes".
NEWSROOM = _set("redacción;rédaction;redaktion;redazione;redação;newsroom")
# A ship or aircraft stands where a city would.
ABOARD = re.compile(r"(?:aboard|on board|[aà] bordo?|an bord|aan boord|على متن)\b", re.IGNORECASE)
TIME = re.compile(
    r"\d{1,2}\s?(?:[:hH.]\s?\d{2}|h(?=\b)|[ap]\.?m\.?)(?:\s*(?:GMT|UTC|TU|CET|CEST|Uhr|h\b|"
    r"heure de Paris|hora de Madrid|local time))*|\d{4}\s?(?:GMT|UTC)|\d{1,2}\s?Uhr",
    re.IGNORECASE,
)
# The shape of an agency in brackets that the authority does not know.
AGENCY_SHAPE = re.compile(r"(?:[A-Z][A-Za-z.]{0,3}\.?){1,4}|[a-z]{2,5}|[A-Z]{2,9}(?:[-/ ][A-Za-z]{2,9}){0,3}")

# One that is not in capitals, where date and dash are beside it: "(Lankapuvath) -", "/PRNewswire/ --".
AGENCY_NAME = re.compile(r"[A-Z][A-Za-z.-]{3,24}(?: [A-Z][A-Za-z.-]{1,24}){0,3}")
# What German wires set behind a city and a stroke: the river or landscape by which it is told from its namesakes.
BESIDE_CITY = _set(
    "main;oder;saale;neckar;rhein;donau;lahn;ruhr;elbe;weser;spree;havel;inn;isar;mosel;sieg;nahe;werra;fulda;"
    "leine;aller;ems;lippe;lech;iller;enz;wümme;unstrut;mulde;neisse;breisgau;taunus;westfalen;westf;harz;"
    "sauerland;odenwald;allgäu;weinstraße;pfalz;thüringen;sachsen;holstein;eifel;spreewald;erzgebirge"
)

# The first line of a teleprinter item: zone and number, priority, service, words, origin.
TELEPRINTER = re.compile(
    r"[A-Z]{2,4}\d{3,4}\s+[1-6]\s+[A-Z]{1,3}\s+\d{3,4}\s+[A-Z]{2,4}\s?/\s?(?P<agency>[A-Z]{2,8})-[A-Z]{1,3}\d+"
)
