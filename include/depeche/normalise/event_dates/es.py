"""Spanish words of time: EFE's usage ("el próximo lunes", "a mediados de mayo").

Months and weekdays are CLDR's, with the abbreviations that wires print beside them; the rules by
which the words become days are in ``event_dates.days`` and ``event_dates.periods``.
"""

from depeche.normalise.event_dates.language import Language, counted, listed, numbered, periods

ES = Language(
    weekdays=numbered("lunes martes miércoles jueves viernes sábado domingo"),
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
        "anteayer|antier|antes de ayer|anteanoche=-2;ayer|anoche|la pasada noche|la noche pasada=-1;hoy|esta noche|esta mañana|esta tarde=0;mañana=1;pasado mañana=2"
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
    numbers=numbered(
        "un|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince", 1
    )
    | {"veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50},
    units=listed("día|días=day;semana|semanas=week;mes|meses=month;año|años=year"),
    quarters=counted("primer=1;segundo=2;tercer=3;cuarto=4;último=-1"),
    back=frozenset({"pasado", "pasada"}),
    ahead=frozenset({"próximo", "próxima"}),
    future=r"será|serán|habrán?|prevé|prevén|previst[oa]s?|va a|van a|tendrá|debe|deben|deberán?|programad[oa]s?|a partir de(?:l)?|se reúnen?|se celebran?|comienzan?|arrancan?|empiezan?|viajan?"
    r"|\w{2,}(?:ará|erá|irá|arán|erán|irán|drá|drán)",
    past=r"fue|fueron|era|había|habían|ha|han|dijo|\w{3,}(?:ó|aron|ieron)",
    since=frozenset({"desde"}),
    until=frozenset({"hasta"}),
    near=frozenset({"este"}),
    decades=counted(
        "veinte=20;treinta=30;cuarenta=40;cincuenta=50;sesenta=60;setenta=70;ochenta=80;noventa=90"
    ),
    named={"11-s": "2001-09-11", "11-m": "2004-03-11", "23-f": "1981-02-23", "1-o": "2017-10-01"},
    no_day_before=r"santo|cada|un|los|algún|ningún|primer|segundo|tercer|cuarto|último",
    no_day_after=r"(?:en día|por hoy|siguiente|anterior|santo|negro|de\sramos|de\sresurrección|de\sceniza)",
    no_date_before=r"(?:[Aa]venida|[Cc]alle|[Pp]laza|Movimiento|movimiento|[Ee]stadio|[Bb]arrio|[Pp]uente|[Aa]eropuerto|[Cc]olonia)(?:\s[Dd]el?)?",
    no_date_after=r"(?!)",
    no_year_after=r"gmt|horas?|personas|manifestantes|habitantes|hombres|mujeres|muertos|soldados|policías|espectadores|casos|"
    r"ejemplares|empleos|euros|dólares|pesos|pesetas|metros|kilómetros|km|toneladas|viviendas|puestos",
    forms={
        "span": r"(?:del|desde\sel)\s(?:%W\s)?(?P<from_day>\d{1,2})(?:\sde\s(?P<from_month>%M))?(?:\s(?:de|del)\s(?P<from_year>\d{4}))?"
        r"\s(?:al|hasta\sel)\s(?:%W\s)?(?P<to_day>\d{1,2})\sde\s(?P<to_month>%M)(?:\s(?:(?:de|del)\s)?(?P<year>%Y))?",
        "span_other": r"entre\sel\s(?:%W\s)?(?P<from_day>\d{1,2})(?:\sde\s(?P<from_month>%M))?(?:\s(?:de|del)\s(?P<from_year>\d{4}))?"
        r"\sy\sel\s(?:%W\s)?(?P<to_day>\d{1,2})\sde\s(?P<to_month>%M)(?:\s(?:(?:de|del)\s)?(?P<year>%Y))?",
        "days": r"(?:(?:el|este|los|los\sdías|del|al|desde\sel|hasta\sel|el\sdía)\s)?(?:(?:pasado|próximo)\s)?(?:%W,?\s)?"
        r"(?P<list>(?:\d{1,2}[°º]?|primero)(?:(?:,\s?\d{1,2})*\s(?:y|al)\s(?:el\s)?\d{1,2}|\s?[-–]\s?\d{1,2})?)\sde\s"
        r"(?P<month>%M)(?:\.(?=,?\s\d))?(?:\s(?:(?:de|del)\s)?(?P<year>%Y|[12]\.\d{3}(?!\d))|\s(?:pasado|próximo))?",
        "named": r"(?:(?:el|del|al)\s)?(?P<name>%A)",
        "ago": r"hace\s%C",
        "ahead": r"dentro\sde\s%C",
        "years": r"(?:(?:entre|de|desde)\s|(?<=\())(?P<from_year>%F)(?:\s(?:y|a|hasta)\s|\s?[-–]\s?)(?P<to_year>%F)%X",
        "decade": r"(?:(?P<part>%P)\s|en\s)?(?:los\saños|la\sdécada\sde(?:\slos)?)\s(?P<year>1[89][0-9]0|20[0-9]0|[2-9]0|%E)%Z",
        "quarter": r"(?:(?:en\sel|del|el|durante\sel)\s)?(?P<quarter>%Q)\s(?P<unit>trimestre|semestre)\s(?:del?\s(?:año\s)?)?"
        r"(?P<year>%Y)%Z",
        "year_part": r"(?P<part>%P)\s(?P<year>%F)%Z",
        "period": r"(?:(?P<part>%P)\s)?(?P<name>%D)(?!\sdel?\b)",
        "weekdays": r"(?:(?:el|este|del|entre\sel)\s)?(?P<from_name>%W)\s(?:y|al|a)\s(?:el\s)?(?P<to_name>%W)",
        "weekday_day": r"(?:(?:el|este|del|al)\s)?(?:(?:próximo|pasado)\s)?(?P<name>%W),?\s(?:día\s)?(?P<day>\d{1,2})"
        r"(?=\s(?:a|y|en|por)\b|[,;)]|\.(?!\d)|$)",
        "weekday": r"(?:(?:el|este|del|desde\sel|hasta\sel)\s)?(?:(?:próximo|pasado)\s)?(?P<name>%W)(?:\s(?:próximo|pasado)|\sde\s(?P<week>%K))?",
        "season": r"(?:en\s)?(?:(?:la|el|este|esta)\s|(?<=en\s)(?=\w+\sde\s\d{4}))(?:(?:pasad[oa]|próxim[oa])\s)?(?P<name>%S)"
        r"(?:\s(?:de|del)\s(?P<year>\d{4}(?!\d))(?:[-/](?P<to_year>\d{4}|\d\d))?|\s(?:pasad[oa]|próxim[oa]))?",
        "months": r"(?:de|desde)\s(?P<from_month>%M)(?:\sde\s(?P<from_year>\d{4}))?\s(?:a|hasta)\s(?P<to_month>%M)(?:\sdel?\s(?P<year>\d{4}(?!\d)))?",
        "months_between": r"entre\s(?P<from_month>%M)(?:\sde\s(?P<from_year>\d{4}))?\sy\s(?P<to_month>%M)(?:\sdel?\s(?P<year>\d{4}(?!\d)))?",
        "month": r"(?:(?P<part>%P)\s|(?:en|desde|hasta|a\spartir\sde|el\smes\sde)\s(?:(?:el\s)?(?:pasado|próximo)\s(?:mes\sde\s)?)?|"
        r"el\s(?:pasado|próximo)\s(?:mes\sde\s)?)"
        r"(?P<name>%M)(?:\s(?:(?:de|del)\s)?(?P<year>%Y)|\s(?:pasado|próximo))?",
        "month_year": r"(?P<name>%M)\s(?:de|del)\s(?P<year>\d{4})%Z",
        "year": r"(?:en|desde|hasta|el\saño|tras|antes\sde|después\sde|durante|hacia|a\slo\slargo\sde|en\stodo)\s"
        r"(?P<year>%F)%Z%X",
    },
    triggers=("década", "trimestre", "semestre"),
)
