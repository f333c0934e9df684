"""The words by which wires announce what an item is, in French, English, German, Spanish, Arabic.

Sources: AP's and dpa's slug conventions, the agencies' own usage. ``MARKS`` apply to the head of a headline,
slug or first line, ``TAILS`` to the end of a headline.
"""

from __future__ import annotations

import re

from depeche.normalise.openings import guard

_END = r"(?=\s*(?:[:!/.(\[*=+)\]]|[-–—](?=\s|[-–—(A-ZÀ-Þ])|$))"
_START = r"^[\W_]*"
# Words that begin as sentences do, behind a mark in capitals: "URGENT Macron élu", not "FLASH FLOODS kill three".
_OPEN = r"(?=\s+(?:[\"«“]\s?)?(?:[A-ZÀ-Þ]['’]?\w*[a-zà-ÿ]|\d+\s+[a-zà-ÿ]))"


def mark(kind: str, signal: str, pattern: str, cased: bool = True) -> tuple[str, str, re.Pattern[str]]:
    """A row of the tables: kind, signal and pattern."""
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
    return mark(kind, signal, rf"{_START}(?:(?:{words}){end}{small})")


_KILL = r"KILL|WITHDRAWAL|ANNULLAMENTO|ANNULLARE|ANULAÇÃO|INTREKKING|ANNULATION|ANNULÉE?|ANUL(?:ACI[OÓ]N|ADA)|STORNO|STORNIERUNG|STORNIERT|RETRAIT(?!\s*[:–—-]\s*\w)|WITHDRAWN|NE PAS UTILISER|DO NOT USE|NICHT VERWENDEN|NO USAR|إلغاء|الغاء"
# What an order to kill may be about.
_DISPATCH = r"d[ée]p[êe]che|story|item|dispatch|meldung|despacho"

# What an item may be called at its head and in a note in brackets; at the head there are more words.
ENCLOSED = {
    "profile": "PORTRAIT|PROFILE|PERFIL|PORTRÄT",
    "preview": "AVANT-PAPIER|PREVIEW|VORSCHAU|VORBERICHT",
    "interview": "INTERVIEW|ENTRETIEN|ENTREVISTA",
    "feature": "REPORTAGE|REPORTAJE|MAGAZINE|FEATURE",
    "factbox": "FACTBOX|FACT FILE|ENCADR[EÉ]|HINTERGRUND|FICH[EA]|RECUADRO|STICHWORT|KASTEN",
    "chronology": "CHRONOLOG(?:Y|IE)|CRONOLOG[IÍ]A",
}

# kind, signal, pattern; the first kind found counts, every signal counts.
MARKS = [
    _head("kill", "kill", _KILL, open_end=False),
    mark("kill", "kill", _START + rf"(?:{_KILL})\s+(?:[^\W\d_]+['’]?\s?){{0,3}}?(?:(?i:{_DISPATCH}))\b"),
    mark("kill", "kill", _START + r"(?:STORY|NOTICE: story|ADVISORY-[^\n]{1,80}) (?i:killed|withdrawn)\W*$"),
    mark("kill", "kill", _START + r"(?:MANDATORY|BULLETIN|STORY|URGENT|ADVISORY|KILL)(?:\s|\s[-–—]\s)KILL\b|^(?:Storno|Stornierung|Anulación)$"),
    _head("correction", "correction", "CORRECTION|CORRECTED|CORRECTIF|RECTIFICATIF|RECTIFICATION|CORRECCI[OÓ]N|CORRIGE|KORREKTUR|BERICHTIGUNG|CLARIFICATION|REFILE|RETTIFICA|CORREZIONE|CORRE[CÇ][AÃ]O|CORRECTIE|RECTIFICATIE|تصحيح", titled=True),
    mark("correction", "correction", _START + r"(?:CORRECTS?|CORRECTING|CORRIGE|BERICHTIGT|KORRIGIERT|RECTIFIE|ANNULE ET REMPLACE)(?=\s+\S)"),
    _head("flash", "", "FLASH"),
    mark("bulletin", "", _START + r"(?:BULLETIN|BOLETÍN)" + _END),
    _head("alert", "", "ALERTE?|(?:AP )?NewsAlert|ALERTA|NEWS ALERT|NEWSALERT|تنبيه"),
    _head("urgent", "", "URGENTE?|EILT|DRINGEND|BREAKING(?: NEWS)?|SNAP|عاجل"),
    _head("urgent", "", "EIL(?:MELDUNG)?|[UÚ]LTIMA HORA|ULTIM['’]ORA|LAATSTE NIEUWS", titled=True),
    mark("urgent", "", _START + r"Eilmeldung(?=\s*\+|\s[-–—])"),
    mark("lead", "update", _START + r"(?:[2-9]\s?(?:ND|RD|TH|E|ÈME|EME|\.|º)?\s+(?:NEW\s+)?LEAD|NEW LEAD|NEUE(?:R)? LEAD|LEAD [2-9]|Lead [2-9](?=\s*:)|(?:NOUVEAU|NUEVO) LEAD)\b"),
    mark("lead", "", _START + r"(?:(?:1ST|1ER|ERSTER)\s+)?LEAD(?:\s(?:ALL|1))?(?:" + _END + r"|(?=\s+[A-ZÀ-Þ][a-zà-ÿ]))"),
    mark("update", "update", _START + r"(?:\d+(?:st|nd|rd|th)\s+)?(?:Ld-)?Write-?thru\b", cased=False),
    mark("lead", "update", _START + r"(?:[2-9]|1\d)(?:nd|rd|th)\s+Ld\b", cased=False),
    mark("lead", "", _START + r"(?:1st\s+)?Ld\b"),
    mark("advisory", "", _START + r"(?:ADVISORY|مذكرة|(?:AVIS|AVISO|HINWEIS)(?=\s*(?::|$))|(?i:NOTE? (?:TO EDITORS|AUX? R[EÉ]DACT\w+)|AVIS AUX? (?:R[EÉ]DACT|ABONN|CLIENT)\w+|ACHTUNG REDAKTION\w*|HINWEIS AN (?:DIE )?(?:REDAKTION|KUNDE|BEZIEHER)\w*|AVISO A L[OA]S? (?:EDITOR|SUSCRIPTOR|ABONAD|CLIENT|REDACCI)\w+))(?!\w)"),
    mark("repeat", "repeat", _START + r"(?:R[EÉ]P[EÉ]TITION|WDH|RIPETIZIONE|REPETI[CÇ][AÃ]O|HERHALING|REPEATS?|REPEATING|RESENDING|WIEDERHOLUNG|REPETICI[OÓ]N|REENV[IÍ]O|RPT)(?:(?=\s+\S)|" + _END + ")"),
    mark("repeat", "repeat", _START + r"Wiederholung(?=\s*(?::|$))"),
    mark("update", "update", _START + r"(?:UPDATE [1-9]|AMPL?\.-|(?:UPDATE|AMPLIACI[OÓ]N|AGGIORNAMENTO|ATUALIZA[CÇ][AÃ]O|MISE À JOUR|ACTUALISATION|ACTUALIZACI[OÓ]N|AKTUALISIERUNG|تحديث)" + _END + ")"),
    _head("factbox", "", ENCLOSED["factbox"] + "|REP[EÈ]RES|FAKTENBOX|DATOS", titled=True),
    mark("factbox", "", _START + r"FACTS?(?=:)"),
    _head("chronology", "", ENCLOSED["chronology"] + "|TIMELINE|ZEITTAFEL", titled=True),
    _head("summary", "", r"SYNTH[EÈ]SE|SUMMARY|WRAP-?UP(?: \d)?|(?:\d\. )?ZUSAMMENFASSUNG|S[IÍ]NTESIS|ROUNDUP(?: \d)?", titled=True),
    mark("summary", "", _START + r"(?:(?:WRAP-?UP|ROUNDUP) \d{1,2}-|(?i:zusammenfassung) (?:[01]\d|2[0-3])[0-5]\d\s*$)"),
    _head("summary", "", r"ÜBERSICHT|RESUMEN|ZF|LE POINT"),
    _head("results", "", "R[EÉ]SULTATS?|RESULTS?|RESULTADOS?|ERGEBNISSE?|CLASSEMENTS?|STANDINGS|CLASIFICACI[OÓ]N(?:ES)?"),
    _head("program", "", "DIARY|PROGRAMME|PR[EÉ]VISIONS|AGENDA|TAGESVORSCHAU|PREVISIONES|NEWS (?:PROGRAM|BUDGET|AGENDA)"),
    _head("program", "", "TAGESVORSCHAU", titled=True),
    _head("preview", "", ENCLOSED["preview"] + "|PREV|AVANCE", titled=True),
    _head("profile", "", ENCLOSED["profile"] + "|NEWSMAKER|PORTRAT", titled=True),
    _head("interview", "", ENCLOSED["interview"]),
    _head("analysis", "", "(?:SNAP )?ANALYSIS|ANALYSE|AN[AÁ]LISIS|PAPIER D['’]ANGLE|ANGLE", titled=True),
    _head("feature", "", ENCLOSED["feature"], titled=True),
    _head("obituary", "", "OBITUARY|N[EÉ]CROLOGIE|NACHRUF|OBITUARIO|NECROL[OÓ]GICA", titled=True),
    _head("press_review", "", "REVUE DE PRESSE|PRESS REVIEW|PRESS DIGEST|PRESSESCHAU|REVISTA DE PRENSA|PRESSESTIMMEN", titled=True),
    _head("factcheck", "", "FACT ?CHECK|V[EÉ]RIFICATION|FAKTENCHECK|VERIFICACI[OÓ]N", titled=True),
]  # fmt: skip

# What a headline ends with.
TAILS = [
    mark("update", "update", r",\s*(?:\d+(?:st|nd|rd|th)\s+)?Ld-Writethru\s*$", cased=False),
    mark("summary", "", r"[:–-]\s?le point(?: à \d{1,2}[hH](?:\d\d)?)?\s*$", cased=False),
    mark("chronology", "", r":\s*(?:(?:la|the|die|una?|une|eine)\s)?(?:chronologie|chronology|cronolog[ií]a|timeline|zeittafel)(?: (?:des? |of |der |de los? )(?:\S+ )?(?:[ée]v[ée]nements|events|ereignisse|acontecimientos|hechos|faits))?\s*$", cased=False),
    mark("results", "", r"(?:[:–]|\s-)\s*(?:r[ée]sultats?|results?|resultados?|ergebnisse?|classements?|standings|clasificaci[oó]n|tabelle)(?: (?:et classements?|and standings|y clasificaci[oó]n|und tabellen?))?\s*$", cased=False),
    mark("results", "", r"\b(?:league|liga|ligue|cup|open|masters|tour|grand prix|championships?|ATP|WTA|NBA|NHL|NFL|MLB) (?:results|standings|scores)\s*$", cased=False),
    mark("results", "", r":\s*(?:r[ée]sultats|classements?|resultados|clasificaci[oó]n|ergebnisse) (?:(?:de|du|des|del|der|la|le|l['’])\s?)+(?:\S+ ){0,3}?(?:journ[ée]e|[ée]tape|tour|[ée]preuve|manche|ligue|liga|coupe|copa|championnat|jornada|etapa|spieltags?|runde|etappe)\b", cased=False),
]  # fmt: skip

# What every mark and every such end holds: cheap to look for before the patterns are tried.
MAY_MARK = re.compile(
    _START + guard("|".join(p.pattern.removeprefix(_START) for _, _, p in MARKS), 4, any_case=True),
    re.IGNORECASE,
)
TAIL_HINTS = (
    "result", "résult", "classement", "standings", "scores", "ergebnis", "tabelle", "clasificaci", "le point",
    "writethru", "chronolog", "cronolog", "timeline", "zeittafel", "resultado",
)  # fmt: skip
RESULT_HINTS = ("result", "résult", "ergebnis")
