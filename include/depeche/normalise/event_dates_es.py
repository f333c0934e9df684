"""Spanish words of time: EFE's usage ("el próximo lunes", "a mediados de mayo").

Months and weekdays are CLDR's, with the abbreviations that wires print beside them; the rules by
which the words become days are in ``event_dates_days`` and ``event_dates_periods``.
"""

from depeche.normalise.event_dates_words import Language, counted, listed, numbered, periods

ES = Language(
    weekdays=numbered("lunes martes miércoles|miercoles jueves viernes sábado|sabado domingo"),
    months=numbered(
        "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|setiembre|sep|sept "
        "octubre|oct noviembre|nov diciembre|dic",
        1,
    ),
    seasons=numbered("primavera verano otoño invierno"),
    parts=listed(
        "a mediados de|mediados de=middle;a principios de|principios de|a comienzos de|comienzos de|a inicios de=start;"
        "a finales de|finales de|a fines de|fines de=end;a mediados del|a mediados=middle;a principios del|a comienzos del|a comienzos|a principios=start;"
        "a finales del|a fines del|a fin de|a finales|a fines=end"
    ),
    relatives=counted(
        "anteayer|antier|antes de ayer=-2;ayer|anoche=-1;hoy|esta noche|esta mañana|esta tarde=0;mañana=1;pasado mañana=2"
    ),
    periods=periods(
        "la semana pasada|la pasada semana=week -1;esta semana=week 0;la próxima semana|la semana próxima|la semana que viene=week 1;"
        "el mes pasado|el pasado mes|mes pasado=month -1;este mes=month 0;el próximo mes|el mes próximo|el mes que viene=month 1;"
        "el año pasado|el pasado año|año pasado=year -1;este año=year 0;"
        "el próximo año|el año próximo|el año que viene|próximo año=year 1;"
        "el pasado fin de semana|el fin de semana pasado=weekend -1;este fin de semana=weekend 0;mes|del mes=of_month 0;año|del año=of_year 0;"
        "el próximo fin de semana=weekend 1"
    ),
    years=counted("del año pasado|del pasado año=-1;de este año=0;del próximo año|del año próximo=1"),
    numbers=numbered("un|una dos tres cuatro cinco seis siete ocho nueve diez once doce", 1)
    | {"quince": 15, "veinte": 20, "treinta": 30},
    units=listed("día|días=day;semana|semanas=week;mes|meses=month;año|años=year"),
    quarters=counted("primer=1;segundo=2;tercer=3;cuarto=4;último=-1"),
    back=frozenset({"pasado", "pasada"}),
    ahead=frozenset({"próximo", "próxima"}),
    future=r"será|serán|habrán?|prevé|prevén|previst[oa]s?|va a|van a|tendrá|debe|deben|deberán?|programad[oa]s?|a partir de(?:l)?"
    r"|\w{2,}(?:ará|erá|irá|arán|erán|irán|drá|drán)",
    past=r"fue|fueron|era|había|habían|ha|han|dijo|\w{3,}(?:ó|aron|ieron)",
    no_day_before=r"santo",
    no_day_after=r"(?:santo|negro|de\sramos|de\sresurrección|de\sceniza)",
    forms={
        "span": r"(?:del|entre\sel|desde\sel)\s(?:%W\s)?(?P<from_day>\d{1,2})(?:\sde\s(?P<from_month>%M))?(?:\s(?:de|del)\s(?P<from_year>\d{4}))?"
        r"\s(?:al|y\sel|hasta\sel)\s(?:%W\s)?(?P<to_day>\d{1,2})\sde\s(?P<to_month>%M)(?:\s(?:(?:de|del)\s)?(?P<year>%Y))?",
        "days": r"(?:(?:el|los|los\sdías|del|al|desde\sel|hasta\sel|el\sdía)\s)?(?:(?:pasado|próximo)\s)?(?:%W\s)?"
        r"(?P<list>(?:\d{1,2}[°º]?|primero)(?:(?:,\s?\d{1,2})*\s(?:y|al)\s\d{1,2})?)\sde\s"
        r"(?P<month>%M)(?:\.(?=,?\s\d))?(?:\s(?:(?:de|del)\s)?(?P<year>%Y)|\s(?:pasado|próximo))?",
        "ago": r"hace\s(?P<count>\d{1,3}|%N)\s(?P<unit>%U)",
        "ahead": r"dentro\sde\s(?P<count>\d{1,3}|%N)\s(?P<unit>%U)",
        "years": r"(?:entre|de)\s(?P<from_year>1[5-9]\d\d|20\d\d)\s(?:y|a)\s(?P<to_year>1[5-9]\d\d|20\d\d)",
        "decade": r"(?:en\s)?(?:los\saños|la\sdécada\sde(?:\slos)?)\s(?P<year>1[89][0-9]0|20[0-9]0|[2-9]0)(?![\d.,]\d)",
        "quarter": r"(?:(?:en\sel|del|el|durante\sel)\s)?(?P<quarter>%Q)\s(?P<unit>trimestre|semestre)\s(?:del?\s(?:año\s)?)?"
        r"(?P<year>1[5-9]\d\d|20\d\d)(?![\d.,]\d)",
        "year_part": r"(?P<part>%P)\s(?P<year>1[5-9]\d\d|20\d\d)(?![\d.,]\d)",
        "period": r"(?:(?P<part>%P)\s)?(?P<name>%D)(?!\sdel?\b)",
        "relative": r"(?P<name>%R)",
        "weekdays": r"(?:(?:el|este|del|entre\sel)\s)?(?P<from_name>%W)\s(?:y|al|a)\s(?:el\s)?(?P<to_name>%W)",
        "weekday": r"(?:(?:el|este|del|desde\sel|hasta\sel)\s)?(?:(?:próximo|pasado)\s)?(?P<name>%W)(?:\s(?:próximo|pasado))?",
        "season": r"(?:en\s)?(?:(?:la|el|este|esta)\s)(?:(?:pasad[oa]|próxim[oa])\s)?(?P<name>%S)"
        r"(?:\s(?:de|del)\s(?P<year>\d{4}(?!\d))(?:[-/](?P<to_year>\d{4}|\d\d))?|\s(?:pasad[oa]|próxim[oa]))?",
        "month": r"(?:(?P<part>%P)\s|(?:en|desde|hasta|el\smes\sde)\s(?:(?:el\s)?(?:pasado|próximo)\s)?)"
        r"(?P<name>%M)(?:\s(?:(?:de|del)\s)?(?P<year>%Y)|\s(?:pasado|próximo))?",
        "month_year": r"(?P<name>%M)\s(?:de|del)\s(?P<year>\d{4})(?![\d.,]\d)",
        "year": r"(?:en|desde|hasta|el\saño|tras|antes\sde)\s(?P<year>1[5-9]\d\d|20\d\d)(?![\d.,]\d)",
    },
    triggers=("década", "trimestre", "semestre"),
)
