"""Notes and orders to editors: what was done to a text since, and that it is withdrawn."""

from __future__ import annotations

import re

from depeche.normalise.lifecycle.words import ENCLOSED, mark

# An order to editors: verbs of what was done to the text, at the head of a line, perhaps after "Eds:".
_EDITORS = r"(?:^|\n)[^\w\n]*(?:(?:E(?:DS|ds)|E(?:DITORS|ditors))\W{1,3})?"
_UPDATES = r"UPDATES?(?! \d)|UPDATING|UPDATED|RECASTS?|ADDS|ADDING|ACTUALISE|AJOUTE|ACTUALIZA|AÑADE|AMPL[IÍ]A|AKTUALISIERT|ERGÄNZT|REFRESHES|LEADS"
_WHAT = r"para|paragraph|lead|graf|headline|date|name|spelling|dateline|titre|paragraphe|párrafo|absatz|figure|day|title|chiffre|nom|intertitre|cifra|nombre|overtitle"

# Anywhere in the first lines, where wires put them in brackets or as an order to editors.
NOTES = [
    mark("", "correction", _EDITORS + r"(?:CORRECTS?|CORRIGE|CORRECTING|BERICHTIGT|RECTIFIE|RECTIFICA)\s+(?:\S+\s+){0,3}(?:" + _WHAT + r")\b"),
    mark("", "update", _EDITORS + rf"(?:{_UPDATES}),?\s+(?:(?i:with|avec|con|mit|par|throughout)\b|\w+(?=[^\n]*(?:[a-zà-ÿ]|///)))"),
    mark("", "update", r"(?:^|\n)[^\w\n]*E(?:DS|ds)\W{1,3}(?:Updates|Recasts|Adds|ADDS|UPDATES|RECASTS)\b"),
    mark("", "update", r"(?:^|\n)[^\w\n]*Actualise avec\b"),
    mark("", "correction", r"\b(?:ATTENTION|ACHTUNG|ATENCI[OÓ]N)\b[^\n]{1,30}?\b(?:CORRIGE|CORRECTION|CORRECTS?|CORRECTIF|RECTIFICATIF|BERICHTIGT|BERICHTIGUNG|KORREKTUR|KORRIGIERT|RECTIFIE|RECTIFICA|CORRECCI[OÓ]N)\b"),
    mark("", "update", r"\b(?:ATTENTION|ACHTUNG|ATENCI[OÓ]N)\b[^\n]{1,30}?\b(?:ACTUALIS[EÉ]E?|ACTUALIZA|NEU|AVEC|AJOUTE|COMPL[EÈ]TE|REFORMULE|PR[EÉ]CISE|AÑADE|AMPL[IÍ]A|AKTUALISIERT|(?i:nouveau bilan|bilan (?:actualisé|revu)))\b"),
    mark("lead", "update", r"\(\s*[2-9]\s?(?:E|È?ME|EME|ND|RD|TH)?\s+LEAD\s*\)"),
    mark("lead", "", r"\(\s*(?:1ER\s+)?LEAD\s*\)"),
    mark("urgent", "", r"\(\s*URGENTE?\s*\)"),
    mark("", "update", r"\(\s*(?:[2-9]\s?(?:e|è|ème|eme|nd|rd|th|\.|ª|a)?\s*(?:version|versión|fassung|update|lead)|zweite fassung|deuxième version|segunda versión|(?:nouvelle|new|neue|nueva) (?:version|versión|fassung))\b[^)\n]{0,30}\)", cased=False),
    mark("", "update", r"(?:^|\n)[^\w\n]*(?:[2-9](?:e|è|ème|eme|nd|rd|th|\.|ª)|deuxième|segunda|zweite)\s+(?:version|versión|fassung)(?=\s*(?::|$|\n))", cased=False),
    mark("", "update", r"\(\s*(?:aktualisierung|erweiterung|neu|actualisation|actualización|mise à jour)\s*(?:[:)]|\d\d)", cased=False),
    mark("", "correction", r"\(\s*(?:berichtigung|korrektur|correction|correctif|corrección)\s*[:)]", cased=False),
    # Reuters' and others' notes under a headline: "(Adds quotes, background)", "(Corrects spelling in para 3)".
    mark("", "correction", r"^\W?\((?:(?:This|In) [^()\n]{3,30}\b(?:story|item),? )?(?:corrects?|refiles?|clarifies|corrige|rectifica|rectifie)(?= (?:[^()\n]*\s)?(?:to|typo|spelling|name|day|date|headline|title|figure|para\w*|p[áa]rrafo|dateline|nombre|nom|nome|letra|fecha|chiffre|cifra)\b)[^()\n]{2,150}\)", cased=False),
    mark("", "repeat", r"^\W?\((?:repeats|repeating|repite|répète)\b[^()\n]{2,150}\)", cased=False),
    mark("", "update", r"^\W?\((?:updates?|updating|adds|recasts|rewrites|refreshes|releads|writes through|actualiza|añade|ampl[ií]a|actualise|ajoute|amplía)\b[^()\n]{2,150}\)", cased=False),
    mark("", "update", r"\(\s*(?:actualis[ée]e?|atualizada|update|ampliaci[oó]n|aggiornamento|aangevuld|durchgehend neu|erweiterte fassung|actualisation|AMP)\b(?: (?:avec|con|mit|com)\b[^()\n]{2,80})?\s*\)", cased=False),
    mark("", "update", r"\([^()\n]{0,40}[-–—]\s*neu:", cased=False),
    mark("", "correction", r"\(\s*(?:rettifica|correzione|corre[cç][aã]o|correctie|rectificatie|rectificatif|corrig[ée]e?)\s*[:)]", cased=False),
    mark("", "repeat", r"\(\s*(?:ripetizione|repeti[cç][aã]o|herhaling)\s*\)", cased=False),
    mark("analysis", "", r"\(\s*PAPIER D['’]ANGLE\s*\)", cased=False),
    mark("summary", "", r"\(\s*(?:SYNTH[EÈ]SE|PAPIER G[EÉ]N[EÉ]RAL|(?:[1-9]\. )?ZUSAMMENFASSUNG|RESUMEN|WRAP-?UP)\b[^)\n]{0,40}\)", cased=False),
    *(mark(kind, "", rf"\(\s*(?:{words})\s*\)", cased=False) for kind, words in ENCLOSED.items()),
    mark("", "repeat", r"\(\s*(?:wiederholung|r[ée]p[ée]tition|repeat|repetici[oó]n)\b[^)\n]{0,30}\)", cased=False),
]  # fmt: skip

# What every note holds: cheap to look for before the patterns are tried.
_MAY_ENCLOSE = re.compile(
    r"\([^()\n]{0,40}[-–—]\s*(?i:neu:)|\(\s*(?:[1-9]|AMP|(?i:aangev|adds|agg|ajout|ampl|añad|atual|clari|durch|herhal|in |recast|rectif|refil|refresh|relead|repeat|repet|repit|rettif|rewri|ripet|this|updat|writes|lead|urgent|corrig|zweite|deuxi|segunda|nouvelle|neue?|new|nueva|aktualis|erweit|actuali|mise|bericht|korrek|corre"
    r"|papier|synth|zusammen|wrap|resum|portr|prof|perfil|avant|prev|vor|inter|entre|report|magazin|feature|encadr|fact"
    r"|fich|recuad|stichw|kasten|hinter|chron|cron|wiederh|r[ée]p))"
)
_MAY_CALL = re.compile(r"\b(?:ATTENTION|ACHTUNG|ATENCI)")
_MAY_ORDER = re.compile(
    r"^[^\w\n]*(?:E(?:DS|ds|DITORS|ditors)\b|Actualise|[2-9]|(?i:deuxième|segunda|zweite)"
    r"|UPDAT|RECAST|ADD|ACTUAL|AJOUTE|AÑADE|AMPL|AKTUAL|ERG|REFRESH|LEADS|CORR|BERICHT|RECTIF)",
    re.MULTILINE,
)
KILL_HINTS = (
    "kill", "annul", "withdraw", "cancel", "retract", "disregard", "retirée", "stornier", "zurück", "verwenden", "utiliser",
    "anul", "tenir compte", "gelieve", "إلغاء",
)  # fmt: skip

KILL_ORDER = re.compile(
    r"\b(?:pri[eè]re d['’]annuler|veuillez annuler|merci d['’]annuler|(?:please|editors,?) (?:kill|disregard)|(?:(?:^|[\n.:!*(])\W{0,3}|editors\W{1,3}|eds\W{1,3})kill (?:(?:the|this|our) )?(?:story|item|dispatch|above)"
    r"|(?:this|the) (?:above )?(?:story|item|dispatch) (?:has been|is) (?:killed|withdrawn|cancell?ed|retracted)|withdraws (?:the|this|its) (?:story|item|dispatch)|bitte (?:die )?meldung (?:nicht (?:mehr )?verwenden|stornieren)"
    r"|bitte verwenden sie (?:die|diese) meldung nicht|meldung (?:(?:wird|ist|wurde) )?(?:zurückgezogen|storniert)|zieht (?:die|ihre) meldung\b[^.\n]{0,40}\bzurück|d[ée]p[êe]che (?:\S+ ){0,4}est (?:annulée|retirée)|attention\W{1,4}(?:annule|d[ée]p[êe]che annulée)|(?:attention|achtung|atenci[oó]n|urgente?)\W{1,4}(?:annulation|kill|storno|stornierung|anulaci[oó]n)(?=[^\S\n]*(?:[:!./\n]|$))|ne pas utiliser la dépêche|ne pas tenir compte de (?:la|notre|cette) d[ée]p[êe]che|(?:se anula|anulen) (?:la noticia|el despacho)|annullare la notizia|anular a not[íi]cia|gelieve (?:dit|het) bericht niet te gebruiken|rogamos anular|se ruega anular|s[ií]rvanse anular|(?:queda|ha sido) anulad[oa] (?:el|la) (?:despacho|nota|noticia)|يرجى إلغاء)\b",
    re.IGNORECASE,
)
# Lines that are orders to editors whatever they say.
ADVISORY_LINE = re.compile(
    r"\W*(?:(?:ATTENTION|ACHTUNG|ATENCI[OÓ]N)\b(?=.*///\s*$)|(?:ATTENTION|ACHTUNG|ATENCI[OÓ]N)\W{1,4}[A-ZÀ-Þ]{3,}"
    r"|(?:EDITORS|E(?:DS|ds):|NOTE AUX? R[EÉ]DACT|AVIS AUX? )|RAISES\s)"
)


def may_note(text: str) -> bool:
    """Whether any of NOTES may be in ``text``."""
    if "(" in text and _MAY_ENCLOSE.search(text):
        return True
    if ("ATTENTION" in text or "ACHTUNG" in text or "ATENCI" in text) and _MAY_CALL.search(text):
        return True
    # The beginning of a line: a search would look for it everywhere.
    return (_MAY_ORDER.search(text) if "\n" in text else _MAY_ORDER.match(text)) is not None
