"""French words of time: AFP's and French newspapers' usage ("mi-mai", "courant juin", "d'ici à lundi").

Months and weekdays are CLDR's, with the abbreviations that wires print beside them; the rules by
which the words become days are in ``event_dates.days`` and ``event_dates.periods``.
"""

from depeche.normalise.event_dates.language import Language, counted, listed, numbered, periods

FR = Language(
    weekdays=numbered("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    months=numbered(
        "janvier|janv|jan février|févr|fév mars avril|avr mai juin juillet|juil août septembre|sept|sep "
        "octobre|oct novembre|nov décembre|déc",
        1,
    ),
    seasons=numbered("printemps été automne hiver"),
    parts=listed(
        "mi|à la mi|au milieu de|milieu|courant=middle;début|au début|en début|au début de|au début du mois de|au début du mois d'|en début de|dès le début de=start;"
        "fin|à la fin|en fin|à la fin de|à la fin du mois de|à la fin du mois d'|en fin de=end"
    ),
    relatives=counted(
        "avant-hier=-2;hier|hier soir|hier matin|la nuit dernière=-1;aujourd'hui|ce matin|ce soir|cet après-midi|cette nuit=0;"
        "demain|demain matin|demain soir=1;après-demain=2"
    ),
    periods=periods(
        "la semaine dernière|la semaine passée=week -1;cette semaine=week 0;la semaine prochaine=week 1;"
        "le mois dernier|le mois passé|du mois dernier=month -1;ce mois-ci=month 0;le mois prochain|du mois prochain=month 1;"
        "l'an dernier|l'année dernière|l'an passé|l'année passée=year -1;cette année=year 0;"
        "l'an prochain|l'année prochaine=year 1;le week-end dernier|le weekend dernier|le week-end passé=weekend -1;"
        "semaine prochaine=week 1;semaine dernière=week -1;ce week-end|ce weekend=weekend 0;le week-end prochain|le weekend prochain=weekend 1;"
        "semaine|de semaine|de la semaine=of_week 0;du mois|de ce mois=of_month 0;l'année|de l'année|d'année=of_year 0"
    ),
    years=counted(
        "de l'an dernier|de l'année dernière|l'an dernier|l'année dernière|de l'an passé=-1;de cette année|cette année=0;"
        "de l'an prochain|de l'année prochaine|l'an prochain|l'année prochaine=1"
    ),
    numbers=numbered(
        "un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize", 1
    )
    | {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50},
    units=listed("jour|jours=day;semaine|semaines=week;mois=month;an|ans|année|années=year"),
    quarters=counted(
        "premier|1er=1;deuxième|second|2e|2ème=2;troisième|3e|3ème=3;quatrième|4e|4ème=4;dernier=-1"
    ),
    back=frozenset({"dernier", "passé", "dernière", "passée"}),
    ahead=frozenset({"prochain", "prochaine", "d'ici"}),
    future=r"devra|devront|doit|doivent|prévue?s?|aura|auront|aurons|va|vont|allons|sera|seront|serons|ferons|irons|attendue?s?|programmée?s?|reportée?s? (?:à|au)"
    r"|à (?:partir|compter) d[eu]|d['’]ici|se (?:réuni(?:t|ssent)|rend(?:ent)?|tien(?:t|nent)|déroulent?)|débutent?|commencent?|s['’]ouvr(?:e|ent)|repren(?:d|nent)|(?:a|ont) lieu|comparaît|comparaissent|reçoi(?:t|vent)|accueillent?|affrontent?|\w{3,}(?:era|eront|ira|iront|ndra|ndront)|(?!aurai|serai|portrait|\w*[^t]trait)\w+rai(?:t|ent)",
    past=r"a|ont|avait|avaient|était|étaient|fut|furent",
    since=frozenset({"depuis"}),
    until=frozenset({"dès", "jusqu'à", "jusqu'au", "jusqu'en", "d'ici"}),
    near=frozenset({"ce"}),
    decades=counted(
        "vingt=20;trente=30;quarante=40;cinquante=50;soixante=60;soixante-dix=70;quatre-vingt|quatre-vingts=80;quatre-vingt-dix=90"
    ),
    named={"11-septembre": "2001-09-11", "13-novembre": "2015-11-13", "7-octobre": "2023-10-07"},
    no_day_before=r"black|chaque|un|certain|premier|deuxième|troisième|dernier|tous les",
    no_day_after=r"(?:en france|en huit|en quinze|suivant|précédent|d['’]avant|d['’]après|saint|noir|rouge|gras|de pâques|de pentecôte|des cendres|des rameaux|de l['’]ascension)",
    no_date_before=r"(?:[Rr]ue|[Pp]lace|[Aa]venue|[Bb]oulevard|[Pp]ont|[Ss]tade|[Qq]uai|Mouvement|[Cc]oalition|[Aa]lliance)(?:\s[Dd]u)?",
    no_date_after=r"alliance",
    no_year_after=r"gmt|tu|heures?|secondes|minutes|personnes|manifestants|habitants|hommes|femmes|morts|soldats|policiers|"
    r"migrants|réfugiés|spectateurs|exemplaires|emplois|postes|euros|dollars|francs|mètres|kilomètres|km|tonnes|cas|logements",
    forms={
        "span": r"(?:du|depuis\sle|le|de(?=\s%W))\s(?:%W\s)?(?P<from_day>\d{1,2}(?:er)?)(?:\s(?P<from_month>%M)(?:\.(?=,?\s\d))?)?"
        r"(?:\s(?P<from_year>\d{4}))?\s(?:au|à|et jusqu['’]au|jusqu['’]au)\s(?:%W\s)?(?P<to_day>\d{1,2}(?:er)?)\s(?P<to_month>%M)(?:\.(?=,?\s\d))?"
        r"(?:\s(?P<year>%Y))?",
        "span_other": r"entre\s(?:le\s)?(?:%W\s)?(?P<from_day>\d{1,2}(?:er)?)(?:\s(?P<from_month>%M))?(?:\s(?P<from_year>\d{4}))?"
        r"\set\s(?:le\s)?(?:%W\s)?(?P<to_day>\d{1,2}(?:er)?)\s(?P<to_month>%M)(?:\s(?P<year>%Y))?",
        "days": r"(?:(?:du|des|les|le|ce|au|dès le|depuis le|jusqu['’]au|d['’]ici le)\s)?(?:%W,?\s)?"
        r"(?P<list>\d{1,2}(?:er)?(?:(?:,\s?\d{1,2})*,?\s(?:et|au)\s(?:le\s)?\d{1,2}|\s?[-–]\s?\d{1,2})?)\s"
        r"(?P<month>%M)(?:\.(?=,?\s\d))?(?:\s(?P<year>%Y)|\s(?:dernier|prochain))?",
        "named": r"(?:(?:le|du|au)\s)?(?P<name>%A)",
        "ago": r"il\sy\sa\s%C",
        "ahead": r"dans\s%C",
        "years": r"(?:(?:entre|de)\s|(?<=\())(?P<from_year>%F)(?:\s(?:et|à)\s|\s?[-–]\s?)(?P<to_year>%F)%X",
        "decade": r"(?:(?P<part>fin|début|milieu)\sdes\s|(?:(?:dans|depuis|pendant)\s)?(?:(?:les|des)\s)?)années\s"
        r"(?P<year>1[89][0-9]0|20[0-9]0|[2-9]0|%E)%Z",
        "quarter": r"(?:(?:au|du|le|dès\sle|sur\sle)\s)?(?P<quarter>%Q)\s(?P<unit>trimestre|semestre)\s(?:de\s(?:l['’]année\s)?)?"
        r"(?P<year>%Y)%Z",
        "year_part": r"(?P<part>%P)[\s-](?:l['’]année\s)?(?P<year>%F)%Z",
        "period": r"(?:(?P<part>%P)\s)?(?P<name>%D)(?!\sd(?:e|es|u)\b|\sd['’]|\s\d)",
        "weekdays": r"(?:(?:de|du|ce|le|entre)\s)?(?P<from_name>%W)\s(?:à|au|et)\s(?:le\s)?(?P<to_name>%W)",
        "weekday_day": r"(?:(?:ce|le|les|de|du|dès|depuis)\s)?(?P<name>%W)\s(?P<day>\d{1,2})"
        r"(?=\s(?:à|au|et|dans|en|soir|matin|après-midi)\b|[,;)]|\.(?!\d)|$)",
        "weekday": r"(?:(?:ce|le|dès|depuis|jusqu['’]à|d['’]ici|d['’]ici\sà|de)\s)?(?P<name>%W)"
        r"(?:\s(?:matin|soir|midi|après-midi))?(?:\s(?:prochain|dernier|passé)|\sde\s(?P<week>%K))?",
        "season": r"(?:(?:au|à\sl['’]|en|cet|ce|cette|depuis\sl['’]|l['’]|le|du|de\sl['’]|durant\sl['’])\s?)(?P<name>%S)"
        r"(?:\s(?P<year>\d{4}(?!\d))(?:[-/](?P<to_year>\d{4}|\d\d))?|\s(?:dernier|prochain))?",
        "months": r"(?:de\s|depuis\s|d['’])(?P<from_month>%M)(?:\s(?P<from_year>\d{4}))?\sà\s(?P<to_month>%M)(?:\s(?P<year>%Y))?",
        "months_between": r"entre\s(?P<from_month>%M)(?:\s(?P<from_year>\d{4}))?\set\s(?P<to_month>%M)(?:\s(?P<year>%Y))?",
        "month": r"(?:(?P<part>%P)[\s-]|(?:en|depuis|dès|jusqu['’]en|d['’]ici|au\smois\sde|au\smois\sd['’]|courant|le\smois\sde|le\smois\sd['’])\s?)"
        r"(?P<name>%M)(?:\s(?P<year>%Y)|\s(?:dernier|prochain))?",
        "month_year": r"(?:de\s)?(?P<name>%M)\s(?P<year>\d{4})%Z",
        "year": r"(?:en|depuis|dès|jusqu['’]en|avant|après|l['’]année|durant|d['’]ici(?:\sà)?|à\sl['’]horizon|à\spartir\sde)\s"
        r"(?P<year>%F)%Z%X",
    },
    triggers=("trimestre", "semestre"),
)
