"""The words by which wires announce what an item is, in French, English, German, Spanish, Arabic.

Sources: AFP's genre and item-type names, IPTC's genre and signal vocabularies, AP's and
dpa's slug conventions. ``MARKS`` apply to the head of a headline, slug or first line.
"""

from __future__ import annotations

import re

from depeche.normalise.openings import guard

# Values of NewsItemType, Genre, edtype, signal: lower case → kind. "" is known but says nothing more.
KINDS = {
    "news": "news", "article": "news", "actuality": "news", "current": "news", "raw": "news",
    "alert": "alert", "alerte": "alert", "alerta": "alert", "newsalert": "alert", "news alert": "alert",
    "flash": "flash", "bulletin": "bulletin", "urgent": "urgent", "snap": "alert", "eilmeldung": "urgent",
    "lead": "lead", "newlead": "lead", "new lead": "lead", "wrap-up": "summary", "wrapup": "summary", "wrap": "summary",
    "update": "update", "writethru": "update", "correction": "correction", "correctif": "correction",
    "kill": "kill", "annulation": "kill", "cancel": "kill", "advisory": "advisory", "advis": "advisory", "avis": "advisory",
    "note": "advisory", "program": "program", "textprogram": "program", "programme": "program",
    "prev": "preview", "preview": "preview", "summary": "summary", "synthese": "summary", "synthèse": "summary",
    "factbox": "factbox", "encadré": "factbox", "fact box": "factbox", "chronology": "chronology",
    "chronologie": "chronology", "timeline": "chronology", "results": "results", "result": "results",
    "resultats": "results", "résultats": "results", "résultat": "results", "resultados": "results", "ergebnisse": "results",
    "ergebnis": "results", "sports result": "results", "sports results": "results", "sport results": "results",
    "résultats sportifs": "results", "résultat sportif": "results", "resultados deportivos": "results",
    "sportergebnisse": "results", "sportergebnis": "results", "profile": "profile",
    "portrait": "profile", "interview": "interview", "analysis": "analysis", "analyse": "analysis",
    "feature": "feature", "magazine": "feature", "papier d'angle": "analysis", "obituary": "obituary",
    "press review": "press_review", "revue de presse": "press_review", "fact check": "factcheck",
    "factcheck": "factcheck", "backgrounder": "factbox", "reportage": "feature", "repetition": "repeat",
    "meldung": "news", "bericht": "news", "zusammenfassung": "summary", "überblick": "summary", "korrektur": "correction",
    "berichtigung": "correction", "urgente": "urgent", "última hora": "urgent", "resumen": "summary",
    "cronología": "chronology", "cronologia": "chronology", "zeittafel": "chronology", "recuadro": "factbox", "ficha": "factbox",
    "stichwort": "factbox", "kasten": "factbox", "fact file": "factbox", "encadre": "factbox", "avance": "preview", "aviso": "advisory",
    "hinweis": "advisory", "perfil": "profile", "entrevista": "interview", "análisis": "analysis", "reportaje": "feature",
    "corrección": "correction", "rectificatif": "correction", "anulación": "kill", "storno": "kill", "repetición": "repeat",
    "wiederholung": "repeat", "répétition": "repeat", "repeat": "repeat", "porträt": "profile", "hintergrund": "factbox", "vorschau": "preview",
}  # fmt: skip

SIGNALS = {
    "update": "update", "updated": "update", "correction": "correction", "correct": "correction", "atomic": "",
    "kill": "kill", "cancel": "kill", "canceled": "kill",
    "cancelled": "kill", "embargo": "embargo", "repeat": "repeat", "repetition": "repeat", "resend": "repeat", "rectify": "correction",
    "cwarn": "content_warning", "berichtigung": "correction", "korrektur": "correction", "corrección": "correction",
    "correzione": "correction", "rettifica": "correction", "edstat:u": "update", "edstat:c": "correction", "update=u": "update", "update=y": "update",
    "update=a": "update", "update=d": "kill",
}  # fmt: skip

# ANPA 1312's letters of priority: flash, urgent, bulletin, ordinary (rush too), deferred.
LETTERS = {"f": 1, "u": 2, "b": 3, "r": 4, "z": 4, "d": 5}

_END = r"(?=\s*(?:[:!/.(\[*=+)\]]|[-–—](?=\s|[-–—(A-ZÀ-Þ])|$))"
_START = r"^[\W_]*"
# Words that begin as sentences do, behind a mark in capitals: "URGENT Macron élu", not "FLASH FLOODS kill three".
_OPEN = r"(?=\s+(?:[\"«“]\s?)?(?:[A-ZÀ-Þ]['’]?\w*[a-zà-ÿ]|\d+\s+[a-zà-ÿ]))"


def _mark(kind: str, signal: str, pattern: str, cased: bool = True) -> tuple[str, str, re.Pattern[str]]:
    return kind, signal, re.compile(pattern, 0 if cased else re.IGNORECASE)


def _head(
    kind: str, signal: str, words: str, titled: bool = False, open_end: bool = True
) -> tuple[str, str, re.Pattern[str]]:
    """``words`` in capitals at the head, set off from what follows, or with ``open_end`` only by that
    being in small letters; with ``titled`` also in small letters before a colon, or alone: words that
    begin no ordinary sentence so.
    """
    small = rf"|(?i:{words})(?=\s*(?::|$))" if titled else ""
    end = f"(?:{_END}|{_OPEN})" if open_end else _END
    return _mark(kind, signal, rf"{_START}(?:(?:{words}){end}{small})")


_KILL = r"KILL|WITHDRAWAL|ANNULLAMENTO|ANNULLARE|ANULAÇÃO|INTREKKING|ANNULATION|ANNULÉE?|ANUL(?:ACI[OÓ]N|ADA)|STORNO|STORNIERUNG|STORNIERT|RETRAIT(?!\s*[:–—-]\s*\w)|WITHDRAWN|NE PAS UTILISER|DO NOT USE|NICHT VERWENDEN|NO USAR|إلغاء|الغاء"
# What an order to kill may be about.
_DISPATCH = r"d[ée]p[êe]che|story|item|dispatch|meldung|despacho"

# kind, signal, pattern; the first kind found counts, every signal counts.
MARKS = [
    _head("kill", "kill", _KILL, open_end=False),
    _mark("kill", "kill", _START + rf"(?:{_KILL})\s+(?:[^\W\d_]+['’]?\s?){{0,3}}?(?:(?i:{_DISPATCH}))\b"),
    _mark("kill", "kill", _START + r"(?:STORY|NOTICE: story|ADVISORY-[^\n]{1,80}) (?i:killed|withdrawn)\W*$"),
    _mark("kill", "kill", _START + r"(?:MANDATORY|BULLETIN|STORY|URGENT|ADVISORY|KILL)(?:\s|\s[-–—]\s)KILL\b|^(?:Storno|Stornierung|Anulación)$"),
    _head("correction", "correction", "CORRECTION|CORRECTED|CORRECTIF|RECTIFICATIF|RECTIFICATION|CORRECCI[OÓ]N|CORRIGE|KORREKTUR|BERICHTIGUNG|CLARIFICATION|REFILE|RETTIFICA|CORREZIONE|CORRE[CÇ][AÃ]O|CORRECTIE|RECTIFICATIE|تصحيح", titled=True),
    _mark("correction", "correction", _START + r"(?:CORRECTS?|CORRECTING|CORRIGE|BERICHTIGT|KORRIGIERT|RECTIFIE|ANNULE ET REMPLACE)(?=\s+\S)"),
    _head("flash", "", "FLASH"),
    _mark("bulletin", "", _START + r"(?:BULLETIN|BOLETÍN)" + _END),
    _head("alert", "", "ALERTE?|(?:AP )?NewsAlert|ALERTA|NEWS ALERT|NEWSALERT|تنبيه"),
    _head("urgent", "", "URGENTE?|EILT|DRINGEND|BREAKING(?: NEWS)?|SNAP|عاجل"),
    _head("urgent", "", "EIL(?:MELDUNG)?|[UÚ]LTIMA HORA|ULTIM['’]ORA|LAATSTE NIEUWS", titled=True),
    _mark("urgent", "", _START + r"(?:Eilmeldung(?=\s[-–—+]|\s*\+)|EIL(?:MELDUNG)?(?=\s*\+))"),
    _mark("lead", "update", _START + r"(?:[2-9]\s?(?:ND|RD|TH|E|ÈME|EME|\.|º)?\s+(?:NEW\s+)?LEAD|NEW LEAD|NEUE(?:R)? LEAD|LEAD [2-9]|Lead [2-9](?=\s*:)|(?:NOUVEAU|NUEVO) LEAD)\b"),
    _mark("lead", "", _START + r"(?:(?:1ST|1ER|ERSTER)\s+)?LEAD(?:\s(?:ALL|1))?(?:" + _END + r"|(?=\s+[A-ZÀ-Þ][a-zà-ÿ]))"),
    _mark("update", "update", _START + r"(?:\d+(?:st|nd|rd|th)\s+)?(?:Ld-)?Write-?thru\b", cased=False),
    _mark("lead", "update", _START + r"(?:[2-9]|1\d)(?:nd|rd|th)\s+Ld\b", cased=False),
    _mark("lead", "", _START + r"(?:1st\s+)?Ld\b"),
    _mark("advisory", "", _START + r"(?:ADVISORY|مذكرة|(?:AVIS|AVISO|HINWEIS)(?=\s*(?::|$))|(?i:NOTE? (?:TO EDITORS|AUX? R[EÉ]DACT\w+)|AVIS AUX? (?:R[EÉ]DACT|ABONN|CLIENT)\w+|ACHTUNG REDAKTION\w*|HINWEIS AN (?:DIE )?(?:REDAKTION|KUNDE|BEZIEHER)\w*|AVISO A L[OA]S? (?:EDITOR|SUSCRIPTOR|ABONAD|CLIENT|REDACCI)\w+))(?!\w)"),
    _mark("repeat", "repeat", _START + r"(?:R[EÉ]P[EÉ]TITION|WDH|RIPETIZIONE|REPETI[CÇ][AÃ]O|HERHALING|REPEATS?|REPEATING|RESENDING|WIEDERHOLUNG|REPETICI[OÓ]N|REENV[IÍ]O|RPT)(?:(?=\s+\S)|" + _END + ")"),
    _mark("repeat", "repeat", _START + r"Wiederholung(?=\s*(?::|$))"),
    _mark("update", "update", _START + r"(?:UPDATE [1-9]|AMPL?\.-|(?:UPDATE|AMPLIACI[OÓ]N|AGGIORNAMENTO|ATUALIZA[CÇ][AÃ]O|MISE À JOUR|ACTUALISATION|ACTUALIZACI[OÓ]N|AKTUALISIERUNG|تحديث)" + _END + ")"),
    _head("factbox", "", "FACTBOX|FACT FILE|ENCADR[EÉ]|HINTERGRUND|REP[EÈ]RES|FICHE|FICHA|RECUADRO|STICHWORT|KASTEN|FAKTENBOX|DATOS", titled=True),
    _mark("factbox", "", _START + r"FACTS?(?=:)"),
    _head("chronology", "", "CHRONOLOG(?:Y|IE)|CRONOLOG[IÍ]A|TIMELINE|ZEITTAFEL", titled=True),
    _head("summary", "", r"SYNTH[EÈ]SE|SUMMARY|WRAP-?UP(?: \d)?|(?:\d\. )?ZUSAMMENFASSUNG|S[IÍ]NTESIS|ROUNDUP(?: \d)?", titled=True),
    _mark("summary", "", _START + r"(?:WRAP-?UP|ROUNDUP) \d{1,2}-|" + _START + r"(?i:zusammenfassung) (?:[01]\d|2[0-3])[0-5]\d\s*$"),
    _head("summary", "", r"ÜBERSICHT|RESUMEN|ZF|LE POINT"),
    _head("results", "", "R[EÉ]SULTATS?|RESULTS?|RESULTADOS?|ERGEBNISSE?|CLASSEMENTS?|STANDINGS|CLASIFICACI[OÓ]N(?:ES)?"),
    _head("program", "", "DIARY|PROGRAMME|PR[EÉ]VISIONS|AGENDA|TAGESVORSCHAU|PREVISIONES|NEWS (?:PROGRAM|BUDGET|AGENDA)"),
    _head("program", "", "TAGESVORSCHAU", titled=True),
    _head("preview", "", "AVANT-PAPIER|PREVIEW|PREV|AVANCE|VORSCHAU|VORBERICHT", titled=True),
    _head("profile", "", "PORTRAIT|PROFILE|NEWSMAKER|PERFIL|PORTR[AÄ]T", titled=True),
    _head("interview", "", "INTERVIEW|ENTRETIEN|ENTREVISTA"),
    _head("analysis", "", "(?:SNAP )?ANALYSIS|ANALYSE|AN[AÁ]LISIS|PAPIER D['’]ANGLE|ANGLE", titled=True),
    _head("feature", "", "REPORTAGE|REPORTAJE|MAGAZINE|FEATURE", titled=True),
    _head("obituary", "", "OBITUARY|N[EÉ]CROLOGIE|NACHRUF|OBITUARIO|NECROL[OÓ]GICA", titled=True),
    _head("press_review", "", "REVUE DE PRESSE|PRESS REVIEW|PRESS DIGEST|PRESSESCHAU|REVISTA DE PRENSA|PRESSESTIMMEN", titled=True),
    _head("factcheck", "", "FACT ?CHECK|V[EÉ]RIFICATION|FAKTENCHECK|VERIFICACI[OÓ]N", titled=True),
]  # fmt: skip

# What a headline ends with.
TAILS = [
    _mark("update", "update", r",\s*(?:\d+(?:st|nd|rd|th)\s+)?Ld-Writethru\s*$", cased=False),
    _mark("summary", "", r"[:–-]\s?le point(?: à \d{1,2}[hH](?:\d\d)?)?\s*$", cased=False),
    _mark("chronology", "", r":\s*(?:(?:la|the|die|una?|une|eine)\s)?(?:chronologie|chronology|cronolog[ií]a|timeline|zeittafel)(?: (?:des? |of |der |de los? )(?:\S+ )?(?:[ée]v[ée]nements|events|ereignisse|acontecimientos|hechos|faits))?\s*$", cased=False),
    _mark("results", "", r"(?:[:–]|\s-)\s*(?:r[ée]sultats?|results?|resultados?|ergebnisse?|classements?|standings|clasificaci[oó]n|tabelle)(?: (?:et classements?|and standings|y clasificaci[oó]n|und tabellen?))?\s*$", cased=False),
    _mark("results", "", r"\b(?:league|liga|ligue|cup|open|masters|tour|grand prix|championships?|ATP|WTA|NBA|NHL|NFL|MLB) (?:results|standings|scores)\s*$", cased=False),
    _mark("results", "", r":\s*(?:r[ée]sultats|classements?|resultados|clasificaci[oó]n|ergebnisse) (?:(?:de|du|des|del|der|la|le|l['’])\s?)+(?:\S+ ){0,3}?(?:journ[ée]e|[ée]tape|tour|[ée]preuve|manche|ligue|liga|coupe|copa|championnat|jornada|etapa|spieltags?|runde|etappe)\b", cased=False),
]  # fmt: skip

# An order to editors: verbs of what was done to the text, at the head of a line, perhaps after "Eds:".
_EDITORS = r"(?:^|\n)[^\w\n]*(?:(?:E(?:DS|ds)|E(?:DITORS|ditors))\W{1,3})?"
_UPDATES = r"UPDATES?(?! \d)|UPDATING|UPDATED|RECASTS?|ADDS|ADDING|ACTUALISE|AJOUTE|ACTUALIZA|AÑADE|AMPL[IÍ]A|AKTUALISIERT|ERGÄNZT|REFRESHES|LEADS"
_WHAT = r"para|paragraph|lead|graf|headline|date|name|spelling|dateline|titre|paragraphe|párrafo|absatz|figure|day|title|chiffre|nom|intertitre|cifra|nombre|overtitle"

# Anywhere in the first lines, where wires put them in brackets or as an order to editors.
NOTES = [
    _mark("", "correction", _EDITORS + r"(?:CORRECTS?|CORRIGE|CORRECTING|BERICHTIGT|RECTIFIE|RECTIFICA)\s+(?:\S+\s+){0,3}(?:" + _WHAT + r")\b"),
    _mark("", "update", _EDITORS + rf"(?:{_UPDATES}),?\s+(?:(?i:with|avec|con|mit|par|throughout)\b|\w+(?=[^\n]*(?:[a-zà-ÿ]|///)))"),
    _mark("", "update", r"(?:^|\n)[^\w\n]*E(?:DS|ds)\W{1,3}(?:Updates|Recasts|Adds|ADDS|UPDATES|RECASTS)\b"),
    _mark("", "update", r"(?:^|\n)[^\w\n]*Actualise avec\b"),
    _mark("", "correction", r"\b(?:ATTENTION|ACHTUNG|ATENCI[OÓ]N)\b[^\n]{1,30}?\b(?:CORRIGE|CORRECTION|CORRECTS?|CORRECTIF|RECTIFICATIF|BERICHTIGT|BERICHTIGUNG|KORREKTUR|KORRIGIERT|RECTIFIE|RECTIFICA|CORRECCI[OÓ]N)\b"),
    _mark("", "update", r"\b(?:ATTENTION|ACHTUNG|ATENCI[OÓ]N)\b[^\n]{1,30}?\b(?:ACTUALIS[EÉ]E?|ACTUALIZA|NEU|AVEC|AJOUTE|COMPL[EÈ]TE|REFORMULE|PR[EÉ]CISE|AÑADE|AMPL[IÍ]A|AKTUALISIERT|(?i:nouveau bilan|bilan (?:actualisé|revu)))\b"),
    _mark("lead", "update", r"\(\s*[2-9]\s?(?:E|È?ME|EME|ND|RD|TH)?\s+LEAD\s*\)"),
    _mark("lead", "", r"\(\s*(?:1ER\s+)?LEAD\s*\)"),
    _mark("urgent", "", r"\(\s*URGENTE?\s*\)"),
    _mark("", "update", r"\(\s*(?:[2-9]\s?(?:e|è|ème|eme|nd|rd|th|\.|ª|a)?\s*(?:version|versión|fassung|update|lead)|zweite fassung|deuxième version|segunda versión|(?:nouvelle|new|neue|nueva) (?:version|versión|fassung))\b[^)\n]{0,30}\)", cased=False),
    _mark("", "update", r"(?:^|\n)[^\w\n]*(?:[2-9](?:e|è|ème|eme|nd|rd|th|\.|ª)|deuxième|segunda|zweite)\s+(?:version|versión|fassung)(?=\s*(?::|$|\n))", cased=False),
    _mark("", "update", r"\(\s*(?:aktualisierung|erweiterung|neu|actualisation|actualización|mise à jour)\s*(?:[:)]|\d\d)", cased=False),
    _mark("", "correction", r"\(\s*(?:berichtigung|korrektur|correction|correctif|corrección)\s*[:)]", cased=False),
    # Reuters' and others' notes under a headline: "(Adds quotes, background)", "(Corrects spelling in para 3)".
    _mark("", "correction", r"^\W?\((?:(?:This|In) [^()\n]{3,30}\b(?:story|item),? )?(?:corrects?|refiles?|clarifies|corrige|rectifica|rectifie)(?= (?:[^()\n]*\s)?(?:to|typo|spelling|name|day|date|headline|title|figure|para\w*|p[áa]rrafo|dateline|nombre|nom|nome|letra|fecha|chiffre|cifra)\b)[^()\n]{2,150}\)", cased=False),
    _mark("", "repeat", r"^\W?\((?:repeats|repeating|repite|répète)\b[^()\n]{2,150}\)", cased=False),
    _mark("", "update", r"^\W?\((?:updates?|updating|adds|recasts|rewrites|refreshes|releads|writes through|actualiza|añade|ampl[ií]a|actualise|ajoute|amplía)\b[^()\n]{2,150}\)", cased=False),
    _mark("", "update", r"\(\s*(?:actualis[ée]e?|atualizada|update|ampliaci[oó]n|aggiornamento|aangevuld|durchgehend neu|erweiterte fassung|actualisation|AMP)\b(?: (?:avec|con|mit|com)\b[^()\n]{2,80})?\s*\)", cased=False),
    _mark("", "update", r"\([^()\n]{0,40}[-–—]\s*neu:", cased=False),
    _mark("", "correction", r"\(\s*(?:rettifica|correzione|corre[cç][aã]o|correctie|rectificatie|rectificatif|corrig[ée]e?)\s*[:)]", cased=False),
    _mark("", "repeat", r"\(\s*(?:ripetizione|repeti[cç][aã]o|herhaling)\s*\)", cased=False),
    _mark("analysis", "", r"\(\s*PAPIER D['’]ANGLE\s*\)", cased=False),
    _mark("summary", "", r"\(\s*(?:SYNTH[EÈ]SE|PAPIER G[EÉ]N[EÉ]RAL|(?:[1-9]\. )?ZUSAMMENFASSUNG|RESUMEN|WRAP-?UP)\b[^)\n]{0,40}\)", cased=False),
    _mark("profile", "", r"\(\s*(?:PORTRAIT|PROFILE|PERFIL|PORTRÄT)\s*\)", cased=False),
    _mark("preview", "", r"\(\s*(?:AVANT-PAPIER|PREVIEW|VORSCHAU|VORBERICHT)\s*\)", cased=False),
    _mark("interview", "", r"\(\s*(?:INTERVIEW|ENTRETIEN|ENTREVISTA)\s*\)", cased=False),
    _mark("feature", "", r"\(\s*(?:REPORTAGE|REPORTAJE|MAGAZINE|FEATURE)\s*\)", cased=False),
    _mark("factbox", "", r"\(\s*(?:ENCADR[EÉ]|FACT(?:BOX| FILE)|FICH[EA]|RECUADRO|STICHWORT|KASTEN|HINTERGRUND)\s*\)", cased=False),
    _mark("chronology", "", r"\(\s*(?:CHRONOLOGIE|CHRONOLOGY|CRONOLOG[IÍ]A)\s*\)", cased=False),
    _mark("", "repeat", r"\(\s*(?:wiederholung|r[ée]p[ée]tition|repeat|repetici[oó]n)\b[^)\n]{0,30}\)", cased=False),
]  # fmt: skip

# What every mark, note and order holds: cheap to look for before the patterns are tried.
MAY_MARK = re.compile(
    _START + guard("|".join(p.pattern.removeprefix(_START) for _, _, p in MARKS), 4, any_case=True),
    re.IGNORECASE,
)
TAIL_HINTS = (
    "result", "résult", "classement", "standings", "scores", "ergebnis", "tabelle", "clasificaci", "le point",
    "writethru", "chronolog", "cronolog", "timeline", "zeittafel", "resultado",
)  # fmt: skip
RESULT_HINTS = ("result", "résult", "ergebnis")
_MAY_ENCLOSE = re.compile(
    r"\(\s*(?:[1-9]|AMP|(?i:aangev|adds|agg|ajout|ampl|añad|atual|clari|durch|herhal|in |recast|rectif|refil|refresh|relead|repeat|repet|repit|rettif|rewri|ripet|this|updat|writes|lead|urgent|corrig|zweite|deuxi|segunda|nouvelle|neue?|new|nueva|aktualis|erweit|actuali|mise|bericht|korrek|corre"
    r"|papier|synth|zusammen|wrap|resum|portr|prof|perfil|avant|prev|vor|inter|entre|report|magazin|feature|encadr|fact"
    r"|fich|recuad|stichw|kasten|hinter|chron|cron|wiederh|r[ée]p))"
)
_MAY_CALL = re.compile(r"\b(?:ATTENTION|ACHTUNG|ATENCI)")
_MAY_ORDER = re.compile(
    r"^[^\w\n]*(?:E(?:DS|ds|DITORS|ditors)\b|Actualise|[2-9]|(?i:deuxième|segunda|zweite)"
    r"|UPDAT|RECAST|ADD|ACTUAL|AJOUTE|AÑADE|AMPL|AKTUAL|ERG|REFRESH|LEADS|CORR|BERICHT|RECTIF)",
    re.MULTILINE,
)


def may_note(text: str) -> bool:
    """Whether any of NOTES may be in ``text``."""
    if "(" in text and _MAY_ENCLOSE.search(text):
        return True
    if ("ATTENTION" in text or "ACHTUNG" in text or "ATENCI" in text) and _MAY_CALL.search(text):
        return True
    # The beginning of a line: a search would look for it everywhere.
    return (_MAY_ORDER.search(text) if "\n" in text else _MAY_ORDER.match(text)) is not None


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
STATUSES = {
    "": "usable", "usable": "usable", "embargoed": "embargoed", "withheld": "withheld", "canceled": "canceled",
    "cancelled": "canceled", "killed": "canceled",
}  # fmt: skip
