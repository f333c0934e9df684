"""The kind that a slug states, and sports results wherever they are announced.

A slug is a chain of key words, so most of its words name a topic: "China-pollution-lead" is about
a metal. It says what the item is as a whole ("Flash"), after a comma ("France-vote,ALERTE"), in
capitals at its end ("FRA-politique-LEAD"), or by a word that names no topic ("Syria-chronology").
"Results" are a company's as often as a match's: they count beside a sport or a competition.
Sources: AFP's slugs and sport codes, IPTC's subject codes of sports, the disciplines of the Olympic Games.
"""

from __future__ import annotations

import re

from depeche.normalise.lifecycle.codes import KINDS

# A part of a slug in any case: nothing happens in the world that is called so.
_NO_TOPIC = ("factbox", "chronology", "press_review", "factcheck", "bulletin")
_PARTS = re.compile(r"[-–_/;\s]+")
_RESULTS = r"(?:r[ée]sultats?|results?|resultados?|ergebnisse?)"
_SPORT = re.compile(
    r"(?<![^\W_])(?:football|f[úu]tbol|foot|fu(?:ß|ss)ball|fbl|soccer|rug(?:by(?:union|[ul])?)?|tennis|tenis"
    r"|basket(?:ball?|bol)?|baloncesto|bkb|hand-?ball?|balonmano|hbl|hockey|ihockey|eishockey|ih[ko]|volley-?ball?|voleibol"
    r"|baseball|b[ée]isbol|cricket|golf|glf|box(?:e|ing|eo|en)|judo|jud|athl[ée]tisme|athletics|atletismo|leichtathletik|ath"
    r"|cycli(?:sme|ng)|ciclismo|radsport|cyc|natation|swimming|nataci[óo]n|schwimmen|swm|ski(?:ing)?|esqu[íi]|biathlon|bia"
    r"|auto-?prix|moto(?:gp|rsport)?|formel ?1|formule ?1|formula ?(?:1|one|uno)|f1|sports?|deportes?|sportifs?|oly(?:mpics?)?"
    r"|ligue(?: ?[12])?|liga|(?:premier )?league|bundesliga|serie a|laliga|l[12]|top ?14|nba|nhl|nfl|mlb|atp|wta|fifa|uefa"
    r"|coupe|copa|cup|pokal|open|wimbledon|roland-?garros|grand prix|masters|mondial|championnats?|championships?"
    r"|campeonato|meisterschaft|tour(?: de france)?|giro|vuelta)(?![^\W_])",
    re.IGNORECASE,
)
# "Résultats: Ligue 1" and "Bundesliga: Ergebnisse vom Samstag"; not "Football: résultats en hausse"
# nor "Football: les résultats de l'enquête sur la Fifa".
_ROUND = (
    r"(?:journ[ée]e|[ée]tape|tour|[ée]preuve|manche|jornada|etapa|spieltags?|runde|etappe|round|stage|match(?:e?s)?|matchday"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\w+days?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?"
    r"|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|ligue|liga|league|bundesliga|coupe|copa|cup|pokals?|championnat|nba|nhl)"
)
_HEADED = re.compile(
    rf"^\W*{_RESULTS}\s*:(?P<after>[^\n]+)"
    rf"|^(?P<before>[^\n:]+)(?::|\s[-–—])\s*(?:(?:les|the|die|los|las)\s)?{_RESULTS}"
    rf"(?:\s(?:de|du|des|del|of|from|for|vom|von|der|am)\s(?:[^\W_]\S*\s){{0,2}}?{_ROUND}\b[^\n]*|\W*)$",
    re.IGNORECASE,
)
_RESULT_WORD = re.compile(_RESULTS, re.IGNORECASE)


def of_slug(slug: str) -> tuple[str, str] | None:
    """``(kind, words)`` that ``slug`` states, or None."""
    kind = _kind(" ".join(slug.split()))
    if kind:
        return kind, slug.strip()
    *_, last = chain = [part for part in _PARTS.split(slug) if part] or [""]
    after_comma = slug.rpartition(",")[2].strip() if "," in slug else ""
    parts = [last, after_comma] if after_comma else [last]
    if any(map(_RESULT_WORD.fullmatch, parts)):
        return ("results", after_comma or last) if _SPORT.search(slug) else None
    kind = _kind(after_comma)
    if kind:
        return kind, after_comma
    kind = _kind(last)
    shouted = last.isupper() and not slug.isupper()
    stated = len(chain) > 1 and (shouted or kind in _NO_TOPIC)
    return (kind, last) if kind and stated else None


def _kind(words: str) -> str | None:
    """The kind other than news that ``words`` are the name of."""
    kind = KINDS.get(words.lower(), "news")
    return kind if kind != "news" else None


def results_headed(head: str) -> str | None:
    """``head`` where it announces the results of a sport or competition, or None."""
    found = _HEADED.search(head)
    return head.strip() if found and _SPORT.search(found["after"] or found["before"]) else None
