"""The values by which metadata state kind, signal, urgency and status of an item.

Sources: AFP's genre and item-type names, IPTC's genre and signal vocabularies, ANPA 1312.
"""

from __future__ import annotations

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
    "composite": "package", "package": "package", "packageitem": "package",
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
STATUSES = {
    "": "usable", "usable": "usable", "embargoed": "embargoed", "withheld": "withheld", "canceled": "canceled",
    "cancelled": "canceled", "killed": "canceled",
}  # fmt: skip


def coded(words: str, known: dict[str, str]) -> str | None:
    """What ``known`` has for the words; of ``alias:code name``, as NewsML-G2 says it, for code or name too."""
    key = _key(words)
    if key in known:
        return known[key]
    code, _, name = key.partition(" ")
    forms = (code, code.rpartition(":")[2], name) if ":" in code else ()
    return next((known[form] for form in forms if form and form in known), None)


def _key(words: str) -> str:
    return " ".join(words.lower().split())
