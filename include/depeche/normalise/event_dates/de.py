"""German words of time: dpa's and Austrian usage ("Jänner", "Samstag" and "Sonnabend", "am kommenden Montag").

Months and weekdays are CLDR's, with the abbreviations that wires print beside them; the rules by
which the words become days are in ``event_dates.days`` and ``event_dates.periods``.
"""

from depeche.normalise.event_dates.language import Language, counted, listed, numbered, periods

_TIMES = ("", "abend", "früh", "morgen", "vormittag", "mittag", "nachmittag", "nacht")
_DAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag|sonnabend", "sonntag")

DE = Language(
    weekdays=numbered(" ".join("|".join(d + t for d in day.split("|") for t in _TIMES) for day in _DAYS)),
    months=numbered(
        "januar|jänner|jan februar|feber|feb märz|mrz april|apr mai juni|jun juli|jul august|aug september|sept|sep "
        "oktober|okt november|nov dezember|dez",
        1,
    ),
    seasons=numbered("frühjahr|frühling sommer herbst winter"),
    parts=listed("mitte|seit mitte=middle;anfang|seit anfang=start;ende|bis ende|seit ende=end"),
    relatives=counted(
        "vorgestern=-2;gestern|gestern abend|in der vergangenen nacht|vergangene nacht|letzte nacht=-1;heute|heute morgen|heute abend|heute nacht=0;morgen|morgen früh|morgen abend=1;"
        "übermorgen=2"
    ),
    periods=periods(
        "letzte woche|letzter woche|in der letzten woche|vergangene woche|vergangener woche|in der vergangenen woche|"
        "vorige woche|voriger woche|in der vorigen woche=week -1;diese woche|dieser woche|in dieser woche=week 0;vergangenen woche|letzten woche|vorigen woche=week -1;kommenden woche|nächsten woche=week 1;"
        "nächste woche|nächster woche|in der nächsten woche|kommende woche|kommender woche|in der kommenden woche=week 1;"
        "letzten monat|letzten monats|im letzten monat|vergangenen monat|vergangenen monats|im vergangenen monat|"
        "vorigen monat|vorigen monats|im vorigen monat=month -1;diesen monat|diesem monat|in diesem monat|dieses monats=month 0;"
        "nächsten monat|nächsten monats|im nächsten monat|kommenden monat|kommenden monats|im kommenden monat=month 1;"
        "letztes jahr|letzten jahres|im letzten jahr|vergangenes jahr|vergangenen jahres|im vergangenen jahr|voriges jahr|"
        "vorigen jahres|im vorigen jahr=year -1;dieses jahr|dieses jahres|in diesem jahr=year 0;"
        "nächstes jahr|nächsten jahres|im nächsten jahr|kommendes jahr|kommenden jahres|im kommenden jahr=year 1;"
        "am wochenende=near_weekend 0;an diesem wochenende|dieses wochenende=weekend 0;der woche=of_week 0;des monats=of_month 0;des jahres=of_year 0;"
        "am vergangenen wochenende|am letzten wochenende|vergangenes wochenende=weekend -1;"
        "am kommenden wochenende|am nächsten wochenende|kommendes wochenende=weekend 1"
    ),
    years=counted(
        "vergangenen jahres|letzten jahres|vorigen jahres|des vergangenen jahres|des vorjahres=-1;"
        "dieses jahres|diesen jahres=0;nächsten jahres|kommenden jahres|des kommenden jahres=1"
    ),
    numbers=numbered(
        "einem|einer|einen|ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn",
        1,
    )
    | {"zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50},
    units=listed("tag|tagen|tage=day;woche|wochen=week;monat|monate|monaten=month;jahr|jahre|jahren=year"),
    quarters=counted(
        "erste|erstes|ersten=1;zweite|zweites|zweiten=2;dritte|drittes|dritten=3;vierte|viertes|vierten=4;letzte|letztes|letzten=-1"
    ),
    back=frozenset({"gestrigen", "vergangenen", "letzten", "vorigen", "vergangener", "letzter"}),
    ahead=frozenset({"morgigen", "kommenden", "nächsten", "diesen", "kommender", "nächster"}),
    future=r"wird|werden?|würden?|wolle|solle|soll|sollen|will|wollen|geplant|beginnt|erwartet|steht bevor|ab"
    r"|findet|finden|muss|müssen|kann|können|darf|dürfen|plant|planen|vorgesehen|angesetzt|entscheidet|tagt|startet|starten|endet|"
    r"trifft|reist|reisen|kommt|beginnen|tritt",
    past=r"hat|hatte|hatten|haben|war|waren|wurden?|sagte|sagten|teilten?|erklärten?|berichteten?",
    since=frozenset({"seit"}),
    until=frozenset({"bis", "ab"}),
    near=frozenset(),
    decades=counted(
        "zwanzig=20;dreißig=30;vierzig=40;fünfzig=50;sechzig=60;siebzig=70;achtzig=80;neunzig=90"
    ),
    named={},
    no_day_before=r"jede[nrms]?|einem|einen|folgenden|darauffolgenden|ersten|zweiten|dritten|bild|welt|nzz|schwarze|schwarzen|zdf|herrn?|frau|dr\.|professor|schwarzer|weißer",
    no_day_after=r"(?:aktuell|journal|danach|darauf|zuvor|davor|vor (?:einer|zwei|drei) wochen?)",
    no_date_before=r"(?:Straße|Strasse|Platz|Brücke|Bewegung)(?:\sdes|\svom)?",
    no_date_after=r"(?!)",
    no_year_after=r"uhr|euro|dollar|franken|mark|menschen|personen|mann|zuschauern?|besuchern?|demonstranten|soldaten|fans|anhängern?|"
    r"mitarbeitern?|einwohnern?|flüchtlingen?|teilnehmern?|stimmen|metern?|kilometern?|quadratmetern?|tonnen|jahren?|seiten|fällen|stunden",
    capitals=True,
    umlauts=True,
    forms={
        "span": r"(?:vom|zwischen\sdem|von)\s(?:%W,?\s(?:dem\s)?)?(?P<from_day>\d{1,2})\.(?:\s(?P<from_month>%M)(?:\.(?=,?\s\d))?)?(?:\s(?P<from_year>\d{4}))?"
        r"\s(?:bis|bis\szum|und\sdem|auf\sden)\s(?:%W,?\s(?:dem\s|den\s)?)?(?P<to_day>\d{1,2})\.\s(?P<to_month>%M)(?:\.(?=,?\s\d))?(?:\s(?P<year>%Y))?",
        "days": r"(?:(?:am|vom|zum|seit\sdem|bis\szum|den|der)\s)?(?:(?:vergangenen|kommenden)\s)?(?:%W,?\s(?:dem\s|den\s)?)?"
        r"(?P<list>\d{1,2}\.(?:(?:,\s?\d{1,2}\.)*\s(?:und|bis|bis\szum)\s\d{1,2}\.|\s?[-–/]\s?\d{1,2}\.)?)\s"
        r"(?P<month>%M)(?:\.(?=,?\s\d))?(?:\s(?P<year>%Y))?",
        "ago": r"vor\s%C",
        "ahead": r"in\s%C",
        "years": r"(?:(?:zwischen|von)\s|(?<=\()|(?=\d{4}\sbis\s))(?P<from_year>%F)(?:\s(?:und|bis)\s|\s?[-–]\s?)(?P<to_year>%F)%X",
        "decade": r"(?:(?P<part>%P)\sder\s|(?:in|seit)\sden\s|die\s|der\s|den\s)?(?P<year>1[89][0-9]0|20[0-9]0|[2-9]0|%E)er[\s-]?jahren?",
        "quarter": r"(?:(?:im|das|des|seit\sdem|in\sder|die|der)\s)?(?P<quarter>%Q)\s(?P<unit>quartals?|vierteljahr|halbjahre?s?|jahreshälfte)\s(?:des\sjahres\s)?"
        r"(?P<year>%Y)%Z",
        "year_part": r"(?P<part>%P)\s(?:des\sjahres\s)?(?P<year>%F)%Z",
        "period": r"(?:(?P<part>%P)\s(?:de[rs]\s)?)?(?P<name>%D)(?!\sde[rs]\b)",
        "weekdays": r"(?:(?:am|von|zwischen)\s)?(?P<from_name>%W)\s(?:und|bis|auf)\s(?P<to_name>%W)",
        "weekday": r"(?:(?:am|seit|bis|vom|zum|ab)\s)?(?:(?:kommenden|nächsten|diesen|vergangenen|letzten|vorigen|gestrigen|heutigen|morgigen)\s)?(?P<name>%W)"
        r"(?:\s(?:der\s|in\sder\s)?(?P<week>%K))?(?!\s\(\d)",
        "season": r"(?:im|seit|vom|den|diesen)\s(?:(?:vergangenen|letzten|vorigen|kommenden|nächsten|diesem)\s)?(?P<name>%S)"
        r"(?:\s(?P<year>\d{4}(?!\d))(?:[-/](?P<to_year>\d{4}|\d\d))?)?",
        "months": r"(?:von\s)?(?P<from_month>%M)(?:\s(?P<from_year>\d{4}))?\sbis\s(?P<to_month>%M)(?:\s(?P<year>%Y))?",
        "months_between": r"zwischen\s(?P<from_month>%M)(?:\s(?P<from_year>\d{4}))?\sund\s(?P<to_month>%M)(?:\s(?P<year>%Y))?",
        "month": r"(?:(?P<part>%P)\s|(?:im|seit|bis|ab)\s(?:(?:vergangenen|letzten|kommenden|nächsten)\s)?)"
        r"(?P<name>%M)(?:\s(?P<year>%Y))?",
        "month_year": r"(?P<name>%M)\s(?P<year>\d{4})%Z(?!\s[a-zäöüß]+en\b)",
        "year": r"(?:(?:im\s)?jahre?|seit|bis|ab|nach|vor)\s(?P<year>%F)%Z%X|"
        r"(?P<bare>1[89]\d\d|20\d\d)(?=\s(?:wurden?|war(?:en)?|hatten?|kam(?:en)?|ist|sind|hat|haben|gab|starb|begann|als|nach|durch|ge\w{2,}(?:t|en))\b)",
    },
    triggers=("0er", "bis 1", "quartal", "halbjahr", "jahreshälfte"),
)
