"""The words around an agency's name that tell its part in a dispatch.

Patterns that end in ``$`` are for the text before the name, the others for the text after
it. Forms are those of French, English, German, Spanish, Portuguese, Italian, Dutch and
Arabic agency and newspaper style, and of the telegraph columns before 1945.
"""

from __future__ import annotations

import re

ANY_CASE = re.IGNORECASE
ART = (
    r"(?:\s*(?:de |der |des |du |d['’]|la |le |the |von |by |par |per |da |del |a |the )?(?:l['’])?(?:the )?)"
)

PHOTO = re.compile(
    r"(?:ph?otos?|fotos?|photographies?|fotografías?|t[ée]l[ée]ph?otos?|b[ée]linos?|radiophotos?|funkbild|bild(?:er)?|pictures?"
    r"|im(?:age|agen|agem|magine)s?|vid[ée]os?|grafik|infographie|crédits?|صورة|تصوير|صور)\W{0,4}"
    + ART
    + r"$",
    ANY_CASE,
)
PHOTO_WORD = re.compile(
    r"(?:ph?otos?|fotos?|t[ée]l[ée]ph?otos?|b[ée]linos?|radiophotos?|funkbild|bild|pictures?|images?|getty|vid[ée]o|صورة)\b",
    ANY_CASE,
)
NAME_SLASH = re.compile(r"[A-ZÀ-Þ][\w.’'-]+ [A-ZÀ-Þ][\w’'-]+\s?/\s?$")
SLASH_NAME = re.compile(r"\s?/\s?[A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ]|\s*(?:\n|$))")
SOURCE = re.compile(
    r"(?:(?:^|\n)\W*sources?\W*|\b(?:sources?|quellen?|fuentes?|fonti?e?|bron(?:nen)?|المصدر|источник)\s*[:=–-]\s*)"
    + ART
    + "$",
    ANY_CASE,
)
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright|حقوق)[\s\d,:;.–-]*" + ART + "$", ANY_CASE)
WITH = re.compile(
    r"\b(?:avec|with|mit|met|med|con|com|sowie|from|material von|informaci[oó]n de|informaç(?:ão|ões) d[aoe]"
    r"|reporting by|verwendung von|agenturmaterial von|colaboración de|agencias?|مع)\s*" + ART + "$",
    ANY_CASE,
)
TALK = re.compile(r"(?:interview|entretien|gespräch|entrevista|intervista|interviewé?|مقابلة)\W", ANY_CASE)
TOLD = re.compile(
    r"(?:\b(?:told|tells|telling)|\bà l['’]|auprès de l['’]|\b(?:sagten?|erklärten?|bestätigten?|berichteten?|teilten?)[\w ]{0,40}der"
    r"|gegenüber(?: der)?|\b(?:dijo|declar[óo]|afirmó|explicó|disse|confirmó)[\w ]{0,20} (?:an?|à)|\btegen(?: het)?|\ball['’]|لوكالة|ل)"
    r"\s*" + ART + "$",
    ANY_CASE,
)
AGENCY = re.compile(
    r"\b(?:agences?(?: de presse)?|(?:nachrichten|presse|depeschen)?agentur|news agency|agency|wire service|agencia|agenzia"
    r"|agência|(?:pers)?bureau|b[üu]ro|agentschap|وكالة|агентство)\s*" + ART + "$",
    ANY_CASE,
)
ACCORDING = re.compile(
    r"\b(?:selon|d['’]après|suivant|laut|according to|según|secondo|segundo|volgens|nach angaben|据|據)\s*"
    + ART
    + "$",
    ANY_CASE,
)
REPORT = re.compile(
    r"(?:d[éeèê]p[êèée]ch\w*|t[ée]l[ée]gramm?\w*|informations?|nouvelles?|service|communiqué\w*|correspondant\w*|correspondent\w*|corresponsal"
    r"|r[ée]dacteur\w*|reporter|envoyé|meldung\w*|\w*korrespondent\w*|nachricht\w*|bericht\w*|(?:on|nous) (?:mande|annonce|télégraphie)|mande-t-on|apprend"
    r"|angaben|d['’]après|selon|suivant|laut|nach|according to|reported by|quoted by|cité\w* par|version)\b[^.!?]{0,40}$",
    ANY_CASE,
)
HEADER = re.compile(
    r"(?:^|\n)[^\n]{0,4}(?:[dw][éeèê]p[êèée]c\w{1,2}s|t[ée]l[ée]grammes|services?\b|informations|nachrichten\b|meldungen)[^\n.!?]{0,20}\n?"
    r"(?:\w+\s)?(?:de\s|der\s|des\s)?(?:l['’]\s?|la\s)?[\w']{0,2}$",
    ANY_CASE,
)
SAYS = re.compile(
    r"[\s»\"”,]{0,3}(?:annon[cç]\w+|mand\w+|t[ée]l[ée]graphi\w+|communiqu\w+|publi\w+|reçoit|apprend|rapport\w+|signal\w+|croit savoir"
    r"|a (?:annoncé|rapporté|indiqué|constaté|vu|appris)|dit que|meldet\w*|berichtet\w*|erfährt|verbreitet|teilt mit|zufolge"
    r"|report(?:s|ed)|said|saw|has learned|inform[aóo]\w*|report[óo]|riferisce|ذكرت|أفادت|أوردت|نقلت)\b|\s?(?:报道|報道|報導|电|電|\w{1,8}[电電])",
    ANY_CASE,
)
SAID_BY = re.compile(
    r"(?:\bdit|annonce|mande|écrit|assure|rapporte|publie|télégraphie|signale|communique|indique|meldet|berichtet|schreibt|ذكرت|أفادت|أوردت|نقلت|قالت|أعلنت)\s*"
    + ART
    + "$",
    ANY_CASE,
)
STAFF = re.compile(
    r"[-\s](?:meld|beri?cht|korresp|nachricht|tele|interview|gespräch|umfrage|angaben|informationen|reporter|journalist|fotograf"
    r"|correspond|photographer|tally|count|poll|team|video|live|newsroom)",
    ANY_CASE,
)
STAFF_OF = re.compile(
    r"\b(?:journalistes?|correspondante?s?|photographes?|vidéastes?|reporters?|équipe|décompte|comptage|sondage|periodistas?|fotógraf[oa]s?"
    r"|corresponsal\w*|journalist\w*|reporter\w*|giornalista|jornalista|مراسل\w*|صحافي\w*|مصور\w*)\s*"
    + ART
    + "$",
    ANY_CASE,
)
TOPIC = re.compile(
    r"\b(?:(?:vice-|sous-)?direct(?:eur|rice|or)|pr[ée]sident\w*|p-?dg|sièges?|locaux|bâtiment|fondat\w+|actionnaires?|employ\w+|rédacteur en chef|patron\w*|capital"
    r"|direktor\w*|(?:vize)?direktor|chefredakt\w+|leiter\w*|präsident\w*|ceo|founder|chairman|shares?|aktien?|sitz)\s"
    r"(?:général\w*\s|adjoint\w*\s)?" + ART + r"(?:agence |agentur |agency )?$",
    ANY_CASE,
)
# A line's end in the middle of a word: "à l'ap | préciation".
BROKEN_WORD = re.compile(r"-?\n[a-zà-ÿ]")
INITIALS_AFTER = re.compile(r"^\s?(?:\([^()\n]{2,12}\)|(?:news )?agency\b|newswire\b)")
PLACE_BEFORE = re.compile(r"\s*(?:[A-ZÀ-Þ][\w'’-]+(?:,? |, )(?:(?:de|la|le|el|du|sur|am|of|upon) )?){1,4}")
BYLINE_BEFORE = re.compile(
    r"(?:^|\n)\W*(?:publié |édité |published )?(?:par|by|por|von|di|door)(?: l['’]| la | the )?\s*$", ANY_CASE
)
LIST_AFTER = re.compile(r"\s?[|•·]")
# Picture houses that sign with an agency: "picture alliance/dpa", "dpa/picture alliance".
HOUSE_BEFORE = re.compile(
    r"(?:picture[ -]alliance|getty(?: images)?|imago|epa|keystone|sipa|shutterstock|zuma)\s?/\s?$", ANY_CASE
)
HOUSE_AFTER = re.compile(
    r"\s?/\s?(?:picture[ -]alliance|getty|imago|epa\b|keystone|sipa|shutterstock|zuma)", ANY_CASE
)
DATELINE_AFTER = re.compile(r"\s*(?:$|\n|[—–-])")
AHEAD = re.compile(r"(?:^|\n|[\d.)—–-])[\s—–-]*$")
DASH_AFTER = re.compile(r"(?:\s?[.,:]{1,2}\s?[—–-]+|\s?[—–]+|\s[—–-]+\s)")
BREAK_AFTER = re.compile(r"[ \t.]{0,3}(?:\n\s*\n|\n(?!\s*[a-zà-ÿ])|\n?$)")
DATE_BEFORE = re.compile(r"[,.]\s\d{1,2}\.?\s+[^\W\d_]{3,9}\.?[\s,—–-]*$")
STOP_AFTER = re.compile(r"\s?[.:]\s+[«\"„(]?[A-ZÀ-Þ]")
# The last line of a teleprinter item: "AFP 310358 AOU 97".
TELEPRINTER = re.compile(r"\s\d{6}\s(?:GMT\s)?[A-ZÀ-Þ]{3,4}\.?\s\d{2,4}\b")
SENTENCE_END = re.compile(r"[.!?»\"”/…][\s/—–-]*$")
LINE_START = re.compile(r"(?:^|\n)[^\w\n]*$")

REPORT_DIRECT = re.compile(REPORT.pattern.replace("[^.!?]{0,40}$", r"\W{1,3}" + ART + "$"), ANY_CASE)
