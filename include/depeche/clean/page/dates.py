"""Dates a page prints: told from sentences, titles and datelines by having nothing else in them."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from depeche.clean.month_names import MONTH, names_in
from depeche.clean.tidy import one_line

MAX_DATE_LINE = 90
# How many elements from the article's start are looked at for a printed date.
NEAR_START = 150
_DATE = re.compile(
    rf"\b(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?\b|\b\d\d?[-/.]\d\d?[-/.](?:(?:19|20)\d\d|\d\d)\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?{MONTH}\.?,?\s+(?:de\s+)?(?:19|20)\d\d\b"
    rf"|\b{MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]",
    re.IGNORECASE,
)
# What stands around a date: days, hours, zones, "published on".
_AROUND = re.compile(
    rf"\b(?:{names_in('days', 'wide')}|\w+day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|"
    r"samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|"
    r"sabato|domenica|publi(?:é|ée|shed|cado|cada)|updated|posted|last|modified|mis|jour|modifié|actualizado|aktualisiert|"
    r"veröffentlicht|stand|pubblicato|aggiornato|gepubliceerd|bijgewerkt|"
    r"publicerad|uppdaterad|publisert|oppdatert|opublikowano|aktualizacja|опубликовано|обновлено|yayınlanma|güncelleme|first|on|at|le|la|el|il|à|a|am|pm|um|uhr|h|hrs|de|del|"
    r"gmt|utc|bst|cet|cest|est|edt|et|heures?|ore|horas|min|lecture|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|نشر|في)\b",
    re.IGNORECASE,
)


def is_date_line(text: str) -> bool:
    """Whether ``text`` is a date, perhaps with day, hour or 'published on', and nothing else."""
    if len(text) > MAX_DATE_LINE or not _DATE.search(text):
        return False
    rest = _AROUND.sub("", _DATE.sub("", text))
    return sum(map(str.isalpha, rest)) <= 6


def printed_date(root: HtmlElement) -> str | None:
    """The date line above the article's text, verbatim; None where there is none."""
    for element in islice(root.iter(), NEAR_START):
        if not isinstance(element.tag, str):
            continue
        flat = len(element) < 4 and not any(len(child) for child in element)
        text = one_line(element.text_content()) if flat else ""
        if text and is_date_line(text):
            return text
        if element.tag == "p" and len(text) > 150:
            return None
    return None
