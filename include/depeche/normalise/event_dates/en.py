"""English words of time: AP's and Reuters' usage: month before day, the bare weekday of the week around ("on Monday").

Months and weekdays are CLDR's, with the abbreviations that wires print beside them; the rules by
which the words become days are in ``event_dates.days`` and ``event_dates.periods``.
"""

from depeche.normalise.event_dates.language import Language, counted, listed, numbered, periods

EN = Language(
    weekdays=numbered("monday tuesday wednesday thursday friday saturday sunday"),
    months=numbered(
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct "
        "november|nov december|dec",
        1,
    ),
    seasons=numbered("spring summer autumn|fall winter"),
    parts=listed(
        "mid|the middle of=middle;early|early in|the beginning of|the start of=start;late|late in|the end of=end"
    ),
    relatives=counted(
        "the day before yesterday=-2;yesterday|last night=-1;today|tonight|this morning|this afternoon|this evening=0;"
        "tomorrow=1;the day after tomorrow=2"
    ),
    periods=periods(
        "last week=week -1;this week=week 0;next week=week 1;last month=month -1;this month=month 0;next month=month 1;"
        "last year=year -1;this year=year 0;next year=year 1;last weekend=weekend -1;this weekend=weekend 0;"
        "next weekend=weekend 1;over the weekend|at the weekend|on the weekend=near_weekend 0;the week=of_week 0;the month=of_month 0;the year=of_year 0"
    ),
    years=counted("last year|of last year=-1;this year|of this year=0;next year|of next year=1"),
    numbers=numbered(
        "a|one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
        "twenty",
        1,
    )
    | {"thirty": 30, "forty": 40, "fifty": 50},
    units=listed("day|days=day;week|weeks=week;month|months=month;year|years=year"),
    quarters=counted("first|1st=1;second|2nd=2;third|3rd=3;fourth|4th=4;last|final=-1"),
    back=frozenset({"last", "past"}),
    ahead=frozenset({"next", "coming", "this"}),
    future=r"will|would|shall|to be held|due|expected|scheduled|set (?:to|for)|plans? to|planned|planning|to be (?:held|announced|published)|going to|ahead of|must|(?:is|are) to|to (?:meet|visit|hold|vote|travel|arrive|begin|start|open)"
    r"|meets?|begins?|starts?|opens|resumes?|ends|takes? place|arrives?|travels?|leaves|deadline",
    past=r"was|were|had|said|says|(?<!be )(?:told|added|announced|reported|warned"
    r"|met|killed|won|beat|fell|rose|gained|lost|made|took|gave|went|came|began|held|voted|shot|found|called|arrived|died|closed|opened|ended)",
    since=frozenset({"since"}),
    until=frozenset({"by", "until", "through"}),
    near=frozenset(),
    decades=counted(
        "twenties=20;thirties=30;forties=40;fifties=50;sixties=60;seventies=70;eighties=80;nineties=90"
    ),
    named={"9/11": "2001-09-11"},
    no_day_before=r"sheffield|mail|independent|ruby|giving|freaky|casual|usa|news|every|each|any|on a|the following|previous|first|second|"
    r"third|fourth|black|good|holy|ash|maundy|easter|palm|cyber|bloody|super|shrove|fat",
    no_day_after=r"(?:times|telegraph|(?:night\s)?live|night lights|evening post|show|week(?!-)|before last|the 13th|fever|of (?:the|each|every|ramadan|lent)|herald|express|mirror|mail)",
    no_date_before=r"(?!)",
    no_date_after=r"(?:[Mm]ovement|[Cc]oalition|[Aa]lliance|bloc|[Rr]evolution|[Uu]prising|Youth|Brigades?|Street|Square|Avenue)",
    no_year_after=r"gmt|utc|local time|hours?|people|troops|soldiers|protesters|refugees|migrants|cases|copies|places|feet|miles|"
    r"meters|metres|kilometers|kilometres|km|tons|tonnes|jobs|homes|votes|seats|euros|pounds",
    day_first=False,
    capitals=True,
    forms={
        "span": r"(?:from|between)\s(?:%W,?\s)?(?:(?P<from_month>%M)\.?\s(?P<from_day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s(?P<from_year>\d{4}),?)?"
        r"\s(?:to|and|until|through)\s(?:%W,?\s)?(?:(?P<to_month>%M)\.?\s)?(?P<to_day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s(?P<year>%Y))?)",
        "span_first": r"(?:from|between)\s(?:the\s)?(?P<from_day>\d{1,2})(?:st|nd|rd|th)?(?:\s(?:of\s)?(?P<from_month>%M))?(?:\s(?P<from_year>\d{4}))?"
        r"\s(?:to|and|until|through)\s(?:the\s)?(?P<to_day>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(?P<to_month>%M)(?:,?\s(?P<year>%Y))?",
        "span_other": r"(?P<from_month>%M)\.?\s(?P<from_day>\d{1,2})(?:\s?[-–—]\s?|\s(?:to|through)\s)(?P<to_month>%M)\.?\s(?P<to_day>\d{1,2})(?!\d)(?:,?\s(?P<year>%Y))?",
        "days": r"(?:on\s)?(?:%W,?\s)?(?:(?P<month>%M)\.?\s(?P<list>\d{1,2}(?:st|nd|rd|th)?"
        r"(?:\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?|(?:(?:,\s\d{1,2})*,?\sand|\sto|\sthrough)\s\d{1,2}(?:st|nd|rd|th)?(?!\d))?)"
        r"(?!\d|:\d|-[a-z]|\s(?:days|weeks|months|years|people|percent|points|others)\b)(?:,?\s(?P<year>%Y))?)",
        "days_other": r"(?:on\s|from\s)?(?:%W,?\s)?(?:the\s)?(?P<list>\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–/]\s?\d{1,2}|\s(?:and|to)\s\d{1,2}(?:st|nd|rd|th)?)?)"
        r"\s(?:of\s)?(?P<month>%M)(?:,?\s(?P<year>%Y))?",
        "named": r"(?P<name>%A)(?![/\d])",
        "ago": r"(?<!more\sthan\s)(?<!less\sthan\s)(?<!over\s)(?<!nearly\s)(?<!almost\s)%C\s(?:ago|earlier\sthan\stoday)",
        "ahead": r"in\s%C(?P<sure>['’]?\stime)?",
        "years": r"(?:(?:between|from)\s|(?<=\())(?P<from_year>%F)(?:\s(?:and|to|until|through)\s|\s?[-–]\s?)(?P<to_year>%F)%X",
        "decade": r"(?:in\s|since\s|during\s)?(?:the\s)?(?:(?P<part>early|mid|late)[\s-])?['’]?"
        r"(?P<year>(?:1[89][1-9]|20[0-9])0(?=['’]?s)|(?:(?<=the\s)|(?<=the\slate\s)|(?<=the\searly\s)|(?<=the\smid-)|(?<=['’]))"
        r"(?:[2-9]0(?=['’]?s)|%E))(?:['’]?s)?",
        "quarter": r"(?:(?:in|during|for|since|by)\s)?(?:the\s)?(?P<quarter>%Q)[\s-](?P<unit>quarter|half)\s(?:of\s|in\s)?(?:the\syear\s)?"
        r"(?P<year>%Y)%Z",
        "year_part": r"(?P<part>%P)[\s-](?P<year>%F)%Z",
        "period": r"(?<!the\s)(?:(?P<part>%P)\s)?(?P<name>%D)(?!\sof\b)",
        "weekdays": r"(?:(?:on|from|between)\s)?(?P<from_name>%W)\s(?:and|to|through)\s(?P<to_name>%W)",
        "weekday": r"(?:(?:on|since|by|until)\s)?(?:(?:next|coming|this\scoming|this|last|past)\s)?(?P<name>%W)"
        r"(?:\s(?:morning|evening|night|afternoon))?(?:\s(?:of\s)?(?P<week>%K)(?!['’]s)|\slast(?=[,.;]|$))?",
        "season": r"(?:(?:in|since|during)\sthe\s|(?:last|next|this)\s|(?<!arab\s)(?<!prague\s)(?=\w+\s(?:of\s)?\d{4}))(?P<name>%S)(?:\sof)?(?:\s(?P<year>\d{4}(?!\d))(?:[-/](?P<to_year>\d{4}|\d\d))?)?",
        "months": r"(?:from\s)?(?P<from_month>%M)\.?(?:\s(?P<from_year>\d{4}))?(?:\s?[-–]\s?|\s(?:to|until|through)\s)(?P<to_month>%M)(?!\sromance)(?:\s(?P<year>%Y))?",
        "months_between": r"between\s(?P<from_month>%M)\.?(?:\s(?P<from_year>\d{4}))?\sand\s(?P<to_month>%M)(?:\s(?P<year>%Y))?",
        "months_to": r"(?P<count>\d{1,2}|%N)\smonths\s(?:to|through|ended|ending)\s(?P<to_month>%M)(?!\.?\s\d{1,2}(?!\d))(?:\s(?P<year>%Y))?",
        "month": r"(?:(?P<part>%P)[\s-]|(?:in|since|until|by|through|during|last|next|the\smonth\sof)\s)"
        r"(?P<name>%M)(?!\w)(?!\.?\s\d{1,2}(?!\d))(?:,?\s(?:of\s)?(?P<year>%Y))?",
        "month_year": r"(?:in\s)?(?P<name>%M)\.?,?\s(?P<year>\d{4})%Z",
        "year": r"(?:in|since|until|during|before|after|by|through|the\syear)\s(?P<year>%F)%Z%X",
    },
    triggers=("0s", "0’s", "0's", "quarter", "half"),
)
