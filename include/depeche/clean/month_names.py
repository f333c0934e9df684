"""Names of months as pages and mails print them: a pattern of those that may stand in a date."""

from __future__ import annotations

import re

from babel import Locale

# "mardi" and "martes" are days.
_MONTHS = (
    "jan|feb|fév|fev|mär|mar(?!di|te)|avr|apr|abr|mai|may|mag|jun|juin|giu|jul|juil|lug|aug|août|aout|ago|sep|set|okt|oct|out|"
    "ott|nov|dec|déc|dez|dic|ene|gen|"
    "يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|"
    "كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين"
)
# Of these CLDR's names, whole or as they are cut there.
_OTHERS = (
    "cs", "da", "el", "fi", "he", "hu", "id", "nb", "nl", "pl", "ro", "ru", "sr_Latn", "sv", "tr", "uk",
)  # fmt: skip


def names_in(kind: str, *widths: str) -> str:
    """A pattern of CLDR's names of months or days in the languages that are not in _MONTHS."""
    names = {
        str(name).rstrip(".")
        for language in _OTHERS
        for width in widths
        for name in getattr(Locale.parse(language), kind)["format"][width].values()
    }
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


# To be matched in any case.
MONTH = rf"(?:(?:{_MONTHS})\w*|ב?(?:{names_in('months', 'wide', 'abbreviated')}))"
