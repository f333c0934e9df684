"""French words of time: AFP's and French newspapers' usage ("mi-mai", "courant juin", "d'ici à lundi").

Months and weekdays are CLDR's, with the abbreviations that wires print beside them; the rules by
which the words become days are in ``event_dates_days`` and ``event_dates_periods``.
"""

from depeche.normalise.event_dates_words import Language, counted, listed, numbered, periods

FR = Language(
    weekdays=numbered("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    months=numbered(
        "janvier|janv février|fevrier|févr mars avril|avr mai juin juillet|juil août|aout septembre|sept "
        "octobre|oct novembre|nov décembre|decembre|déc",
        1,
    ),
    seasons=numbered("printemps été automne hiver"),
    parts=listed(
        "mi|à la mi|au milieu de|courant=middle;début|au début|en début|au début de|au début du mois de|au début du mois d'|en début de|dès le début de=start;"
        "fin|à la fin|en fin|à la fin de|à la fin du mois de|à la fin du mois d'|en fin de=end"
    ),
    relatives=counted(
        "avant-hier=-2;hier|hier soir|hier matin=-1;aujourd'hui|ce matin|ce soir|cet après-midi|cette nuit=0;"
        "demain|demain matin|demain soir=1;après-demain=2"
    ),
    periods=periods(
        "la semaine dernière|la semaine passée=week -1;cette semaine=week 0;la semaine prochaine=week 1;"
        "le mois dernier|le mois passé|du mois dernier=month -1;ce mois-ci=month 0;le mois prochain|du mois prochain=month 1;"
        "l'an dernier|l'année dernière|l'an passé|l'année passée=year -1;cette année=year 0;"
        "l'an prochain|l'année prochaine=year 1;le week-end dernier|le week-end passé=weekend -1;"
        "semaine prochaine=week 1;semaine dernière=week -1;ce week-end=weekend 0;le week-end prochain=weekend 1;"
        "semaine|de semaine|de la semaine=of_week 0;du mois|de ce mois=of_month 0;l'année|de l'année|d'année=of_year 0"
    ),
    years=counted(
        "de l'an dernier|de l'année dernière|l'an dernier|l'année dernière|de l'an passé=-1;de cette année|cette année=0;"
        "de l'an prochain|de l'année prochaine|l'an prochain|l'année prochaine=1"
    ),
    numbers=numbered("un|une deux trois quatre cinq six sept huit neuf dix onze douze", 1)
    | {"quinze": 15, "vingt": 20, "trente": 30},
    units=listed("jour|jours=day;semaine|semaines=week;mois=month;an|ans|année|années=year"),
    quarters=counted(
        "premier|1er=1;deuxième|second|2e|2ème=2;troisième|3e|3ème=3;quatrième|4e|4ème=4;dernier=-1"
    ),
    back=frozenset({"dernier", "passé", "dernière", "passée"}),
    ahead=frozenset({"prochain", "prochaine", "d'ici"}),
    future=r"devra|devront|doit|doivent|prévue?s?|aura|auront|va|vont|sera|seront|attendue?s?|programmée?s?|reportée?s? (?:à|au)"
    r"|à partir de|d['’]ici|\w{3,}(?:era|eront|ira|iront|ndra|ndront)|(?!aurai|serai|portrait|\w*[^t]trait)\w+rai(?:t|ent)",
    past=r"a|ont|avait|avaient|était|étaient|fut|furent",
    no_day_before=r"black",
    no_day_after=r"(?:saint|noir|rouge|gras|de pâques|de pentecôte|des cendres|des rameaux|de l['’]ascension)",
    forms={
        "span": r"(?:du|entre le|depuis le|le)\s(?:%W\s)?(?P<from_day>\d{1,2}(?:er)?)(?:\s(?P<from_month>%M)(?:\.(?=,?\s\d))?)?"
        r"(?:\s(?P<from_year>\d{4}))?\s(?:au|et le|et jusqu['’]au|jusqu['’]au)\s(?:%W\s)?(?P<to_day>\d{1,2}(?:er)?)\s(?P<to_month>%M)(?:\.(?=,?\s\d))?"
        r"(?:\s(?P<year>%Y))?",
        "days": r"(?:(?:du|des|les|le|au|dès le|depuis le|jusqu['’]au|d['’]ici le)\s)?(?:%W\s)?"
        r"(?P<list>\d{1,2}(?:er)?(?:(?:,\s?\d{1,2})*,?\s(?:et|au)\s\d{1,2}|\s?[-–]\s?\d{1,2})?)\s"
        r"(?P<month>%M)(?:\.(?=,?\s\d))?(?:\s(?P<year>%Y)|\s(?:dernier|prochain))?",
        "ago": r"il\sy\sa\s(?P<count>\d{1,3}|%N)\s(?P<unit>%U)",
        "ahead": r"dans\s(?P<count>\d{1,3}|%N)\s(?P<unit>%U)",
        "years": r"(?:entre|de)\s(?P<from_year>1[5-9]\d\d|20\d\d)\s(?:et|à)\s(?P<to_year>1[5-9]\d\d|20\d\d)",
        "decade": r"(?:(?:dans|depuis|pendant)\s)?(?:les|des)?\s?années\s(?P<year>1[89][0-9]0|20[0-9]0|[2-9]0)(?![\d.,]\d)",
        "quarter": r"(?:(?:au|du|le|dès\sle|sur\sle)\s)?(?P<quarter>%Q)\s(?P<unit>trimestre|semestre)\s(?:de\s(?:l['’]année\s)?)?"
        r"(?P<year>1[5-9]\d\d|20\d\d)(?![\d.,]\d)",
        "year_part": r"(?P<part>%P)[\s-](?:l['’]année\s)?(?P<year>1[5-9]\d\d|20\d\d)(?![\d.,]\d)",
        "period": r"(?:(?P<part>%P)\s)?(?P<name>%D)(?!\sd(?:e|es|u)\b|\sd['’])",
        "relative": r"(?P<name>%R)",
        "weekdays": r"(?:(?:de|du|ce|le|entre)\s)?(?P<from_name>%W)\s(?:à|au|et)\s(?:le\s)?(?P<to_name>%W)",
        "weekday": r"(?:(?:ce|le|dès|depuis|jusqu['’]à|d['’]ici|d['’]ici\sà|de)\s)?(?P<name>%W)"
        r"(?:\s(?:matin|soir|midi|après-midi))?(?:\s(?:prochain|dernier|passé))?",
        "season": r"(?:(?:au|à\sl['’]|en|cet|ce|cette|depuis\sl['’]|l['’]|le|du|de\sl['’]|durant\sl['’])\s?)(?P<name>%S)"
        r"(?:\s(?P<year>\d{4}(?!\d))(?:[-/](?P<to_year>\d{4}|\d\d))?|\s(?:dernier|prochain))?",
        "month": r"(?:(?P<part>%P)[\s-]|(?:en|depuis|dès|jusqu['’]en|d['’]ici|au\smois\sde|au\smois\sd['’]|courant|le\smois\sde)\s?)"
        r"(?P<name>%M)(?:\s(?P<year>%Y)|\s(?:dernier|prochain))?",
        "month_year": r"(?:de\s)?(?P<name>%M)\s(?P<year>\d{4})(?![\d.,]\d)",
        "year": r"(?:en|depuis|dès|jusqu['’]en|avant|après|l['’]année)\s(?P<year>1[5-9]\d\d|20\d\d)(?![\d.,]\d)",
    },
    triggers=("trimestre", "semestre"),
)
