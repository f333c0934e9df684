"""The words of relative dates, one table a language, compiled to one pattern each."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import ahocorasick


class Words(NamedTuple):
    """``relatives``: words to (days from the dispatch, number of days); ``periods``: to (unit, step).

    ``triggers`` finds the words no date does without, so that ``pattern`` is tried only
    around them; ``future`` finds verbs that make a bare weekday one to come.
    """

    pattern: re.Pattern[str]
    triggers: Any
    future: re.Pattern[str]
    weekdays: dict[str, int]
    months: dict[str, int]
    parts: dict[str, str]
    relatives: dict[str, tuple[int, int]]
    periods: dict[str, tuple[str, int]]
    numbers: dict[str, int]
    units: dict[str, str]


def _numbered(words: str, first: int = 0) -> dict[str, int]:
    return {name: at + first for at, names in enumerate(words.split()) for name in names.split("|")}


def _either(words: list[str] | dict[str, int] | dict[str, str]) -> str:
    return "|".join(
        re.escape(w).replace(r"\ ", r"\s").replace("'", "['’]") for w in sorted(words, key=len, reverse=True)
    )


def _table(rows: str) -> dict[str, str]:
    return dict(row.split("=") for row in rows.split(";"))


def _relatives(rows: str) -> dict[str, tuple[int, int]]:
    return {name: (int(days), 1) for name, days in _table(rows).items()}


def _periods(rows: str) -> dict[str, tuple[str, int]]:
    return {name: (value.split()[0], int(value.split()[1])) for name, value in _table(rows).items()}


_FR_WEEKDAYS = _numbered("lundi mardi mercredi jeudi vendredi samedi dimanche")
_FR_MONTHS = _numbered(
    "janvier|janv février|fevrier|févr mars avril|avr mai juin juillet|juil août|aout septembre|sept octobre|oct "
    "novembre|nov décembre|decembre|déc",
    1,
)
_FR_PARTS = _table(
    "mi=middle;début=start;fin=end;à la mi=middle;au début du mois de=start;à la fin du mois de=end;"
    "au début de=start;à la fin de=end"
)
_FR_RELATIVES = _relatives(
    "aujourd'hui=0;hier=-1;avant-hier=-2;demain=1;après-demain=2;hier soir=-1;hier matin=-1;demain matin=1;"
    "demain soir=1;la veille=-1;ce matin=0;ce soir=0;cet après-midi=0"
)
del _FR_RELATIVES["la veille"]  # the eve of whatever was spoken of last, not of the dispatch
_FR_PERIODS = _periods(
    "la semaine dernière=week -1;la semaine passée=week -1;la semaine prochaine=week 1;cette semaine=week 0;"
    "le mois dernier=month -1;le mois prochain=month 1;ce mois-ci=month 0;l'an dernier=year -1;"
    "l'année dernière=year -1;l'an passé=year -1;l'année prochaine=year 1;l'an prochain=year 1;cette année=year 0;"
    "ce week-end=weekend 0;le week-end dernier=weekend -1;le week-end prochain=weekend 1"
)
_EN_WEEKDAYS = _numbered("monday tuesday wednesday thursday friday saturday sunday")
_EN_MONTHS = _numbered(
    "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct "
    "november|nov december|dec",
    1,
)
_EN_PARTS = _table(
    "mid=middle;early=start;late=end;early in=start;late in=end;the end of=end;the beginning of=start"
)
_EN_RELATIVES = _relatives(
    "today=0;yesterday=-1;tomorrow=1;the day before yesterday=-2;the day after tomorrow=2;tonight=0;"
    "this morning=0;this afternoon=0;this evening=0;last night=-1"
)
_EN_PERIODS = _periods(
    "last week=week -1;next week=week 1;this week=week 0;last month=month -1;next month=month 1;this month=month 0;"
    "last year=year -1;next year=year 1;this year=year 0;this weekend=weekend 0;last weekend=weekend -1;"
    "next weekend=weekend 1"
)
_ES_WEEKDAYS = _numbered("lunes martes miércoles|miercoles jueves viernes sábado|sabado domingo")
_ES_MONTHS = _numbered(
    "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|setiembre|sep|sept "
    "octubre|oct noviembre|nov diciembre|dic",
    1,
)
_ES_PARTS = _table(
    "a mediados de=middle;mediados de=middle;a principios de=start;principios de=start;a comienzos de=start;"
    "a finales de=end;finales de=end;a fines de=end"
)
_ES_RELATIVES = _relatives(
    "hoy=0;ayer=-1;anteayer=-2;antier=-2;anoche=-1;pasado mañana=2;esta noche=0;esta mañana=0"
)
_ES_PERIODS = _periods(
    "la semana pasada=week -1;la próxima semana=week 1;la semana próxima=week 1;la semana que viene=week 1;"
    "esta semana=week 0;el mes pasado=month -1;el próximo mes=month 1;el mes próximo=month 1;este mes=month 0;"
    "el año pasado=year -1;el próximo año=year 1;el año próximo=year 1;este año=year 0;este fin de semana=weekend 0;"
    "el pasado fin de semana=weekend -1;el fin de semana pasado=weekend -1;el próximo fin de semana=weekend 1"
)
_DE_WEEKDAYS = _numbered(
    "montag|montagabend|montagmorgen dienstag|dienstagabend|dienstagmorgen mittwoch|mittwochabend|mittwochmorgen "
    "donnerstag|donnerstagabend|donnerstagmorgen freitag|freitagabend|freitagmorgen "
    "samstag|sonnabend|samstagabend|samstagmorgen sonntag|sonntagabend|sonntagmorgen"
)
_DE_MONTHS = _numbered(
    "januar|jänner|jan februar|feber|feb märz|mrz april|apr mai juni|jun juli|jul august|aug september|sept|sep "
    "oktober|okt november|nov dezember|dez",
    1,
)
_DE_PARTS = _table("mitte=middle;anfang=start;ende=end;seit mitte=middle;bis ende=end")
_DE_RELATIVES = _relatives(
    "heute=0;gestern=-1;vorgestern=-2;morgen früh=1;übermorgen=2;gestern abend=-1;heute morgen=0;heute abend=0"
)
_DE_PERIODS = _periods(
    "letzte woche=week -1;in der letzten woche=week -1;vergangene woche=week -1;vorige woche=week -1;"
    "in der vergangenen woche=week -1;nächste woche=week 1;kommende woche=week 1;in der kommenden woche=week 1;"
    "diese woche=week 0;in dieser woche=week 0;letzten monat=month -1;vergangenen monat=month -1;"
    "im vergangenen monat=month -1;nächsten monat=month 1;im kommenden monat=month 1;diesen monat=month 0;"
    "letztes jahr=year -1;im vergangenen jahr=year -1;im vorigen jahr=year -1;im letzten jahr=year -1;"
    "nächstes jahr=year 1;im kommenden jahr=year 1;im nächsten jahr=year 1;dieses jahr=year 0;in diesem jahr=year 0;"
    "am wochenende=weekend 0;am vergangenen wochenende=weekend -1;am kommenden wochenende=weekend 1"
)


class _Forms(NamedTuple):
    """Where a language puts the words around names of days and months."""

    weekday: str  # with %s for the names; groups dayname, dayahead, dayback
    days: str  # groups daynumbers, daymonth, dayyear
    month: str  # groups part, monthname, monthyear, monthlast, monthnext
    year: str
    ago: str  # groups agocount, agounit
    numbers: dict[str, int]
    units: dict[str, str]
    lead: str  # words that begin "ago" and year forms
    future: str


_FR = _Forms(
    weekday=r"(?:(?:ce|le|dès|depuis|jusqu['’]à|de)\s)?(?P<dayname>%s)"
    r"(?:\s(?:matin|soir|midi|après-midi))?(?:\s(?:(?P<dayahead>prochain)|(?P<dayback>dernier|passé)))?",
    days=r"(?:(?:du|des|les|le|au|dès le|depuis le|jusqu['’]au)\s)?(?:(?:%W)\s)?"
    r"(?P<daynumbers>\d{1,2}(?:er)?(?:(?:,\s?\d{1,2})*\s(?:et|au)\s\d{1,2}(?:er)?|\s?[-–]\s?\d{1,2})?)\s"
    r"(?P<daymonth>%M)\.?(?:\s(?P<dayyear>\d{4}))?",
    month=r"(?:(?P<part>%P)[\s-]|(?:en|depuis|dès|jusqu['’]en|au mois de|au mois d['’])\s?)"
    r"(?P<monthname>%M)(?:\s(?P<monthyear>\d{4})|\s(?P<monthlast>dernier)|\s(?P<monthnext>prochain))?",
    year=r"(?:en|depuis|dès|jusqu['’]en|fin|début)\s(?P<year>1[5-9]\d\d|20\d\d)(?![\d.,]\d)",
    ago=r"il\sy\sa\s(?P<agocount>\d{1,3}|%N)\s(?P<agounit>jours?|semaines?|mois|ans|années)",
    numbers=_numbered("un|une deux trois quatre cinq six sept huit neuf dix", 1),
    units=_table("jour=day;jours=day;semaine=week;semaines=week;mois=month;ans=year;années=year"),
    lead="il y a",
    future=r"devra|devront|doit|doivent|prévue?s?|aura lieu|auront lieu|va|vont|sera|seront|se tiendra|rencontrera|"
    r"attendue?s?|\w{3,}(?:era|eront|ira|iront)",
)
_EN = _Forms(
    weekday=r"(?:on\s|(?P<dayahead>next|coming|this\scoming)\s|(?P<dayback>last|past)\s)?(?P<dayname>%s)"
    r"(?:\s(?:morning|evening|night|afternoon))?",
    days=r"(?:on\s)?(?:(?:%W),?\s)?(?:(?P<daymonth>%M)\.?\s(?P<daynumbers>\d{1,2}(?:st|nd|rd|th)?"
    r"(?:\s?[-–]\s?\d{1,2}|\s(?:and|to)\s\d{1,2}(?!\d))?)(?!\d|:\d)(?:,?\s(?P<dayyear>\d{4}))?)",
    month=r"(?:(?P<part>%P)[\s-]|(?:in|since|until|by|during|(?P<monthlast>last)|(?P<monthnext>next))\s)"
    r"(?P<monthname>%M)(?!\w)(?!\.?\s\d{1,2}(?!\d))(?:,?\s(?P<monthyear>\d{4}))?",
    year=r"(?:in|since|until|during)\s(?P<year>1[5-9]\d\d|20\d\d)(?![\d.,]\d)",
    ago=r"(?P<agocount>\d{1,3}|%N)\s(?P<agounit>days?|weeks?|months?|years?)\sago",
    numbers=_numbered("a|one two three four five six seven eight nine ten", 1),
    units=_table("day=day;days=day;week=week;weeks=week;month=month;months=month;year=year;years=year"),
    lead=" ago",
    future=r"will|would|shall|to be held|due|expected|scheduled|set to|plans? to|going to|later",
)
_ES = _Forms(
    weekday=r"(?:(?:el|este)\s)?(?:(?P<dayahead>próximo)\s|(?P<dayback>pasado)\s)?(?P<dayname>%s)",
    days=r"(?:(?:el|los|del|al|desde el|hasta el)\s)?(?:(?:%W)\s)?"
    r"(?P<daynumbers>\d{1,2}(?:(?:,\s?\d{1,2})*\s(?:y|al)\s\d{1,2})?)\sde\s"
    r"(?P<daymonth>%M)\.?(?:\s(?:de|del)\s(?P<dayyear>\d{4}))?",
    month=r"(?:(?P<part>%P)\s|(?:en|desde|hasta)\s(?:(?P<monthlast>el\spasado)\s|(?P<monthnext>el\spróximo)\s)?)"
    r"(?P<monthname>%M)(?:\s(?:de|del)\s(?P<monthyear>\d{4}))?",
    year=r"(?:en|desde|hasta)\s(?P<year>1[5-9]\d\d|20\d\d)(?![\d.,]\d)",
    ago=r"hace\s(?P<agocount>\d{1,3}|%N)\s(?P<agounit>días?|semanas?|mes|meses|años?)",
    numbers=_numbered("un|una dos tres cuatro cinco seis siete ocho nueve diez", 1),
    units=_table("día=day;días=day;semana=week;semanas=week;mes=month;meses=month;año=year;años=year"),
    lead="hace ",
    future=r"será|serán|prevé|prevista?s?|previstos?|va a|van a|tendrá|se celebrará|\w{3,}(?:ará|erá|irá|arán|erán|irán)",
)
_DE = _Forms(
    weekday=r"(?:(?:am|seit|bis|vom|zum)\s)?(?:(?P<dayahead>kommenden|nächsten)\s|"
    r"(?P<dayback>vergangenen|letzten|vorigen)\s)?(?P<dayname>%s)",
    days=r"(?:(?:am|vom|zum|seit dem|bis zum|den|der)\s)?(?:(?:%W),?\s(?:dem\s|den\s)?)?"
    r"(?P<daynumbers>\d{1,2}\.(?:(?:,\s?\d{1,2}\.)*\s(?:und|bis|bis zum)\s\d{1,2}\.)?)\s"
    r"(?P<daymonth>%M)\.?(?:\s(?P<dayyear>\d{4}))?",
    month=r"(?:(?P<part>%P)\s|(?:im|seit|bis|ab)\s(?:(?P<monthlast>vergangenen|letzten)\s|"
    r"(?P<monthnext>kommenden|nächsten)\s)?)(?P<monthname>%M)(?:\s(?P<monthyear>\d{4}))?",
    year=r"(?:(?:im\s)?Jahre?|seit|bis|ab)\s(?P<year>1[5-9]\d\d|20\d\d)(?![\d.,]\d)",
    ago=r"vor\s(?P<agocount>\d{1,3}|%N)\s(?P<agounit>Tag|Tagen|Wochen?|Monate?n?|Jahre?n?)",
    numbers=_numbered("einem|einer|einen zwei drei vier fünf sechs sieben acht neun zehn", 1),
    units=_table(
        "tag=day;tagen=day;woche=week;wochen=week;monat=month;monate=month;monaten=month;jahr=year;jahre=year;jahren=year"
    ),
    lead="vor ",
    future=r"wird|werden|soll|sollen|will|wollen|geplant|findet|beginnt|erwartet",
)


def _compile(
    forms: _Forms,
    weekdays: dict[str, int],
    months: dict[str, int],
    parts: dict[str, str],
    relatives: dict[str, tuple[int, int]],
    periods: dict[str, tuple[str, int]],
) -> Words:
    """One pattern; the last group to match, an empty one after each form, tells the form."""
    fill = {
        "%W": _either(weekdays),
        "%s": _either(weekdays),
        "%M": _either(months),
        "%P": _either(parts),
        "%N": _either(forms.numbers),
    }

    def form(name: str, pattern: str) -> str:
        for mark, words in fill.items():
            pattern = pattern.replace(mark, words)
        return f"(?:{pattern})(?P<{name}>)"

    alternatives = (
        r"(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)",
        form("days", forms.days),
        form("ago", forms.ago),
        f"(?P<period>{_either(list(periods))})",
        f"(?P<relative>{_either(list(relatives))})",
        form("weekday", forms.weekday),
        form("month", forms.month),
        form("yearform", forms.year),
    )
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(alternatives)})(?![\w])", re.IGNORECASE)
    triggers = ahocorasick.Automaton()
    wanted = [
        *weekdays,
        *(m for m in months if len(m) > 2),
        *relatives,
        *periods,
        forms.lead,
        "18",
        "19",
        "20",
    ]
    for word in wanted:
        triggers.add_word(word, len(word))
        triggers.add_word(word.replace("'", "’"), len(word))
    triggers.make_automaton()
    future = re.compile(rf"\b(?:{forms.future})\b", re.IGNORECASE)
    return Words(
        pattern, triggers, future, weekdays, months, parts, relatives, periods, forms.numbers, forms.units
    )


LANGUAGES = {
    "fr": _compile(_FR, _FR_WEEKDAYS, _FR_MONTHS, _FR_PARTS, _FR_RELATIVES, _FR_PERIODS),
    "en": _compile(_EN, _EN_WEEKDAYS, _EN_MONTHS, _EN_PARTS, _EN_RELATIVES, _EN_PERIODS),
    "es": _compile(_ES, _ES_WEEKDAYS, _ES_MONTHS, _ES_PARTS, _ES_RELATIVES, _ES_PERIODS),
    "de": _compile(_DE, _DE_WEEKDAYS, _DE_MONTHS, _DE_PARTS, _DE_RELATIVES, _DE_PERIODS),
}
