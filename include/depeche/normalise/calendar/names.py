"""Months and weekdays by name, and years in two figures, as datelines write them.

Months are CLDR's names and their prefixes of three letters or more, with what wires
use beside them: ``Sept``, ``AOU``, ``Mrz``, and the Levantine, Egyptian and Maghrebi
names in Arabic.
"""

from __future__ import annotations

from babel import Locale

from depeche.authority.places.fold import fold

LANGUAGES = ("fr", "en", "es", "de", "pt", "it", "nl", "ar")
# Of these the whole names only, and abbreviations in Cyrillic: "Nis" and "Pro" are words elsewhere.
# Croatian is left out: its "listopada" is October, Polish "listopada" November.
OTHER_LANGUAGES = ("cs", "hu", "pl", "ro", "ru", "sr_Latn", "sv", "tr", "uk")
_EXTRA = {
    1: "كانون الثاني;جانفي;ينائر;jän;jänner;janv",
    2: "شباط;فيفري;febr;févr;feber;feb",
    3: "آذار;اذار;mrz;mrt;maerz;mars",
    4: "نيسان;أفريل;ابريل;افريل;avr;abr;apr",
    5: "أيار;ايار;ماي;may;mai;mei;mag",
    6: "حزيران;جوان;يونيه",
    7: "تموز;جويلية;يوليوز;يوليه;juil;jui",
    8: "آب;اب;أوت;اوت;غشت;اغسطس;aou;aout;août",
    9: "أيلول;ايلول;شتنبر;sept;sep;set;sett",
    10: "تشرين الأول;تشرين الاول;اكتوبر;okt;oct;ott;out",
    11: "تشرين الثاني;نونبر;nov",
    12: "كانون الأول;كانون الاول;دجنبر;dec;dez;dic;déc",
}


def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for language in LANGUAGES:
        months = Locale(language).months
        for number in range(1, 13):
            for form in ("format", "stand-alone"):
                full = fold(months[form]["wide"][number])
                names.setdefault(full, number)
                # A prefix that begins two months of one language ("jui") tells neither.
                others = [fold(months[form]["wide"][n]) for n in range(1, 13) if n != number]
                for size in range(3, len(full)):
                    prefix = full[:size]
                    if full.isascii() and not any(other.startswith(prefix) for other in others):
                        names.setdefault(prefix, number)
    for language in OTHER_LANGUAGES:
        months = Locale.parse(language).months["format"]
        for number in range(1, 13):
            short = months["abbreviated"][number].rstrip(".")
            for name in (months["wide"][number], short if short > "\u0370" else ""):
                names.setdefault(fold(name), number)
    for number, extra in _EXTRA.items():
        names.update({fold(name): number for name in extra.split(";") if name != "jui"})
    names.pop("", None)
    return names


MONTHS = _months()
_WEEKDAYS = (
    "lundi monday lunes montag segunda lunedi maandag الاثنين الإثنين lun mon mo seg",
    "mardi tuesday martes dienstag terca martedi dinsdag الثلاثاء mar tue tues di ter mart",
    "mercredi wednesday miercoles mittwoch quarta mercoledi woensdag الاربعاء الأربعاء mer wed mie mi qua",
    "jeudi thursday jueves donnerstag quinta giovedi donderdag الخميس jeu thu thur thurs jue do qui gio",
    "vendredi friday viernes freitag sexta venerdi vrijdag الجمعة ven fri vie fr sex",
    "samedi saturday sabado samstag sonnabend sabato zaterdag السبت sam sat sab sa",
    "dimanche sunday domingo sonntag domenica zondag الاحد الأحد dim sun dom so",
)
WEEKDAYS = {fold(word): number for number, words in enumerate(_WEEKDAYS) for word in words.split()}


def full_year(year: int, digits: int) -> int:
    """Two figures mean the years 1950 to 2049."""
    if digits > 2:
        return year
    return year + (1900 if year >= 50 else 2000)
