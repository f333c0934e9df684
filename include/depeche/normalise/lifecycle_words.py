"""The words by which wires announce what an item is, in French, English, German, Spanish, Arabic.

Sources: AFP's genre and item-type names, IPTC's genre and signal vocabularies, AP's and
dpa's slug conventions. ``MARKS`` apply to the head of a headline, slug or first line.
"""

from __future__ import annotations

import re

# Values of NewsItemType, Genre, edtype, signal: lower case → kind. "" is known but says nothing more.
KINDS = {
    "news": "news", "article": "news", "actuality": "news", "current": "news", "raw": "news",
    "alert": "alert", "alerte": "alert", "alerta": "alert", "newsalert": "alert", "news alert": "alert",
    "flash": "flash", "bulletin": "bulletin", "urgent": "urgent", "snap": "alert", "eilmeldung": "urgent",
    "lead": "lead", "newlead": "lead", "new lead": "lead", "wrap-up": "summary", "wrapup": "summary",
    "update": "update", "writethru": "update", "correction": "correction", "correctif": "correction",
    "kill": "kill", "annulation": "kill", "cancel": "kill", "advisory": "advisory", "avis": "advisory",
    "note": "advisory", "program": "program", "textprogram": "program", "programme": "program",
    "prev": "preview", "preview": "preview", "summary": "summary", "synthese": "summary", "synthèse": "summary",
    "factbox": "factbox", "encadré": "factbox", "fact box": "factbox", "chronology": "chronology",
    "chronologie": "chronology", "timeline": "chronology", "results": "results", "result": "results",
    "resultats": "results", "résultats": "results", "sports result": "results", "profile": "profile",
    "portrait": "profile", "interview": "interview", "analysis": "analysis", "analyse": "analysis",
    "feature": "feature", "magazine": "feature", "papier d'angle": "analysis", "obituary": "obituary",
    "press review": "press_review", "revue de presse": "press_review", "fact check": "factcheck",
    "factcheck": "factcheck", "backgrounder": "factbox", "reportage": "feature", "repetition": "repeat",
}  # fmt: skip

SIGNALS = {
    "update": "update", "updated": "update", "correction": "correction", "correct": "correction", "sig:correction": "correction",
    "sig:update": "update", "sig:atomic": "", "kill": "kill", "cancel": "kill", "canceled": "kill",
    "cancelled": "kill", "embargo": "embargo", "repeat": "repeat", "repetition": "repeat", "resend": "repeat", "rectify": "correction",
    "cwarn": "content_warning", "sig:cwarn": "content_warning", "update=u": "update", "update=y": "update",
    "update=a": "update", "update=d": "kill",
}  # fmt: skip

_END = r"(?=\s*(?:[:!/.(\[*=)\]]|[-–—](?=\s|[-–—A-ZÀ-Þ])|$))"
_START = r"^[\W_]*"


def _mark(kind: str, signal: str, pattern: str, cased: bool = True) -> tuple[str, str, re.Pattern[str]]:
    return kind, signal, re.compile(pattern, 0 if cased else re.IGNORECASE)


# kind, signal, pattern; the first kind found counts, every signal counts.
MARKS = [
    _mark("kill", "kill", _START + r"(?:(?:MANDATORY|BULLETIN|STORY|URGENT) KILL\b|(?:KILL|ANNULATION|ANNULÉE?|ANUL(?:ACI[OÓ]N|ADA)|STORNO|STORNIERUNG|STORNIERT|RETRAIT|WITHDRAWN|إلغاء|الغاء)" + _END + ")"),
    _mark("correction", "correction", _START + r"(?:CORRECTION|CORRECTED|CORRECTIF|RECTIFICATIF|RECTIFICATION|CORRECCI[OÓ]N|CORRIGE|KORREKTUR|BERICHTIGUNG|CLARIFICATION|تصحيح)" + _END),
    _mark("correction", "correction", _START + r"(?:CORRECTS?|CORRECTING|CORRIGE|BERICHTIGT|KORRIGIERT|RECTIFIE|ANNULE ET REMPLACE)(?=\s+\S)"),
    _mark("flash", "", _START + r"FLASH" + _END),
    _mark("bulletin", "", _START + r"(?:BULLETIN|BOLETÍN)" + _END),
    _mark("alert", "", _START + r"(?:ALERTE?|ALERTA|NEWS ALERT|NEWSALERT|تنبيه)" + _END),
    _mark("urgent", "", _START + r"(?:URGENTE?|EIL(?:MELDUNG|T)?|DRINGEND|BREAKING(?: NEWS)?|عاجل)" + _END),
    _mark("lead", "update", _START + r"(?:[2-9]\s?(?:ND|RD|TH|E|ÈME|EME|\.|º)?\s+(?:NEW\s+)?LEAD|NEW LEAD|NEUE(?:R)? LEAD|LEAD [2-9]|(?:NOUVEAU|NUEVO) LEAD)\b"),
    _mark("lead", "", _START + r"(?:(?:1ST|1ER|ERSTER)\s+)?LEAD" + _END),
    _mark("advisory", "", _START + r"(?:ADVISORY|NOTE? (?:TO EDITORS|AUX? R[EÉ]DACT\w+)|AVIS AUX? R[EÉ]DACT\w+|AVIS AUX ABONN\w+|ACHTUNG REDAKTION\w*|HINWEIS AN DIE REDAKTION\w*|AVISO A LOS? (?:EDITOR|SUSCRIPTOR|ABONAD)\w+|مذكرة)\b"),
    _mark("repeat", "repeat", _START + r"(?:R[EÉ]P[EÉ]TITION|REPEATS?|REPEATING|RESENDING|WIEDERHOLUNG|REPETICI[OÓ]N|REENV[IÍ]O)(?:(?=\s+\S)|" + _END + ")"),
    _mark("factbox", "", _START + r"(?:FACTBOX|ENCADR[EÉ]|HINTERGRUND|REPÈRES|FACTS?(?=:)|DATOS)" + _END),
    _mark("chronology", "", _START + r"(?:CHRONOLOG(?:Y|IE)|CRONOLOG[IÍ]A|TIMELINE|ZEITTAFEL)" + _END),
    _mark("summary", "", _START + r"(?:SYNTH[EÈ]SE|SUMMARY|WRAP-?UP|ZUSAMMENFASSUNG|ÜBERSICHT|SÍNTESIS|RESUMEN|ROUNDUP|ZF)" + _END),
    _mark("results", "", _START + r"(?:R[EÉ]SULTATS?|RESULTS?|RESULTADOS?|ERGEBNISSE?)" + _END),
    _mark("program", "", _START + r"(?:PROGRAMME|PR[EÉ]VISIONS|AGENDA|TAGESVORSCHAU|PREVISIONES|NEWS (?:PROGRAM|BUDGET|AGENDA))" + _END),
    _mark("profile", "", _START + r"(?:PORTRAIT|PROFILE|PERFIL|PORTR[AÄ]T)" + _END),
    _mark("interview", "", _START + r"(?:INTERVIEW|ENTRETIEN|ENTREVISTA)" + _END),
    _mark("analysis", "", _START + r"(?:ANALYSIS|ANALYSE|AN[AÁ]LISIS|PAPIER D['’]ANGLE|ANGLE)" + _END),
]  # fmt: skip

# Anywhere in the first lines, where wires put them in brackets or as an order to editors.
NOTES = [
    _mark("", "update", r"(?:^|\n)\W*(?:UPDATES?|UPDATING|RECASTS?|ADDS|ACTUALISE|ACTUALIZA|AKTUALISIERT|REFRESHES|LEADS)\s+(?:with|avec|con|mit|par|throughout|\w+)\b"),
    _mark("", "update", r"\b(?:ATTENTION|ACHTUNG|ATENCI[OÓ]N)\W{1,4}(?:ACTUALISE|AJOUTE|ACTUALIZA|AKTUALISIERT|NEU|REFORMULE|COMPLÈTE|PRÉCISE|AVEC)"),
    _mark("", "correction", r"\b(?:ATTENTION|ACHTUNG|ATENCI[OÓ]N)\W{1,4}(?:CORRIGE|CORRECTION|BERICHTIGT|RECTIFIE)"),
    _mark("", "correction", r"(?:^|\n)\W*(?:CORRECTS?|CORRIGE|CORRECTING)\s+(?:\w+\s+){0,3}(?:para|paragraph|lead|graf|headline|date|name|spelling|dateline|titre|paragraphe|párrafo)"),
    _mark("", "update", r"\(\s*(?:[2-9]\s?(?:e|è|ème|eme|nd|rd|th|\.|ª|a)?\s*(?:version|versión|fassung|update|lead)|zweite fassung|(?:nouvelle|new|neue) (?:version|fassung))\b[^)\n]{0,30}\)", cased=False),
    _mark("", "update", r"(?:^|\n)\W*[2-9](?:e|è|ème|eme|nd|rd|th|\.|ª)\s+(?:version|versión|fassung)\b", cased=False),
    _mark("analysis", "", r"\(\s*PAPIER D['’]ANGLE\s*\)", cased=False),
    _mark("summary", "", r"\(\s*(?:SYNTH[EÈ]SE|PAPIER G[EÉ]N[EÉ]RAL|ZUSAMMENFASSUNG|WRAP-?UP)\s*\)", cased=False),
    _mark("profile", "", r"\(\s*(?:PORTRAIT|PROFILE)\s*\)", cased=False),
    _mark("factbox", "", r"\(\s*(?:ENCADR[EÉ]|FACTBOX|FICHE)\s*\)", cased=False),
    _mark("chronology", "", r"\(\s*(?:CHRONOLOGIE|CHRONOLOGY)\s*\)", cased=False),
    _mark("", "repeat", r"\(\s*(?:wiederholung|r[ée]p[ée]tition|repeat|repetici[oó]n)\b[^)\n]{0,30}\)", cased=False),
]  # fmt: skip

# What every mark, note and order holds: cheap to look for before the patterns are tried.
MAY_MARK = re.compile(r"[\W_]*(?:[A-ZÀ-Þ]{2}|[2-9]|[^\W\d_a-zà-ÿA-ZÀ-Þ])")
MAY_NOTE = re.compile(r"\(\s*[\wÀ-ÿ]|[A-ZÀ-Þ]{4}|^\W*[2-9]")
KILL_HINTS = ("kill", "annul", "withdrawn", "cancel", "stornier", "verwenden", "utiliser", "anular", "إلغاء")

KILL_ORDER = re.compile(
    r"\b(?:pri[eè]re d['’]annuler|veuillez annuler|merci d['’]annuler|(?:please|editors,?) kill|kill (?:the|this|our) (?:story|item|dispatch|above)"
    r"|this (?:story|item|dispatch) (?:has been|is) (?:killed|withdrawn|cancell?ed)|bitte (?:die )?meldung (?:nicht (?:mehr )?verwenden|stornieren)"
    r"|cette dépêche est annulée|ne pas utiliser la dépêche|rogamos anular|s[ií]rvanse anular|يرجى إلغاء)\b",
    re.IGNORECASE,
)
ADVISORY_LINE = re.compile(
    r"\W*(?:(?:ATTENTION|ACHTUNG|ATENCI[OÓ]N)\W{1,4}[A-ZÀ-Þ]{3,}|(?:UPDATES?|RECASTS?|ADDS|RAISES|CORRECTS?|REPEATS?|ACTUALISE|CORRIGE|ACTUALIZA|AKTUALISIERT|BERICHTIGT)\s+\w+"
    r"|(?:REPETITION|RÉPÉTITION|EDITORS|NOTE AUX? R[EÉ]DACT|AVIS AUX? )|\(\s*(?:PAPIER D['’]ANGLE|\d\s?(?:e|ème|nd|rd)\s+version))"
)
STATUSES = {
    "": "usable", "usable": "usable", "stat:usable": "usable", "embargoed": "embargoed", "stat:embargoed": "embargoed",
    "withheld": "withheld", "stat:withheld": "withheld", "canceled": "canceled", "cancelled": "canceled",
    "stat:canceled": "canceled", "stat:cancelled": "canceled", "killed": "canceled",
}  # fmt: skip
