"""The words around an agency's name that tell its part in a dispatch.

Patterns that end in ``$`` are for the text before the name, the others for the text after
it. Those that end in ``_CASED`` are for the text as printed, all others for
text in small letters: without the flag for any case Python sees at once where a pattern
cannot begin, and a search costs a fourth. Forms are those of French, English, German, Spanish, Portuguese, Italian, Dutch and
Arabic agency and newspaper style, and of the telegraph columns before 1945.
"""

from __future__ import annotations

import re

# The agency as a common noun, which may stand before its name.
NOUN = (
    r"(?:agences?(?: de presse)?|(?:nachrichten|presse|depeschen)?agentur|news agency|agency|wire service|agencia|agenzia"
    r"|agência|(?:(?:staats)?pers|nieuws)?bureau|b[üu]ro|agentschap|وكالة|агентство)"
)
# "l'agence officielle", "agencia de noticias rusa", "l'agence de presse iranienne".
_WHOSE = r"(?: de (?:presse|noticias|notícias|stampa))?(?: [a-zà-ÿ-]{4,16}){0,2}"
# A house's own writers, beside an agency: "Redacción/EFE", "Staff and agencies".
_DESK = r"(?:staff(?: writers?| reporters?)?|(?:web|news|online) ?desk|redacci[oó]n|redacció|redaktion|redactie|redazione|reda[cç][aã]o|r[ée]daction)"
# What every such word holds, the nouns for an agency, and what a feed is called: cheap to look for before the patterns are tried.
MAY_BE_DESK = ("staff", "desk", "reda", "réda")
MAY_BE_AGENCY = ("agen", "agên", "bure", "büro", "وكال", "агент")
MAY_BE_FEED = ("feed", "automatis")
ART = (
    r"(?:\s*(?:de |de la |les |los |las |nos |der |des |die |den |du |d['’]|la |le |el |the |von |by |par |per |da |del |dell['’]|het |a |the )?"
    rf"(?:[li1]['’])?(?:the )?(?:{NOUN}{_WHOSE} )?)"
)
_BY = r"(?:by|par|por|von|da|dalla|dall['’]|door)"

PHOTO = re.compile(
    r"(?:ph?otos?|fotos?|photograph(?:ies?|s|y)?|fotografías?|t[ée]l[ée]ph?otos?|b[ée]linos?|radiophotos?|funkbild|bild(?:er|quelle)?"
    r"|pictures?|beeld|im(?:age|agen|agem|magine)s?|vid[ée]os?|grafik|infographie|cr[ée]dit[so]?|archives?|صورة|تصوير|صور)"
    r"(?:\W{0,4}|\W{1,4}[\w.’'-]+(?: [\w.’'-]+){0,2}\s?/\s?)" + ART + r"$",
)
# "Foto: Jane Doe, dpa", "© Joel Saget, AFP", "Photo d'illustration. AFP".
PHOTO_BY = re.compile(
    r"(?:(?:(?:photo|foto|bild|beeld|image|imagen|cr[ée]dito?)s?\s*[:©]|©|\(c\))\s*[^\W\d_][\w.’'-]+(?: [^\W\d_][\w.’'-]+){1,2}\s?[,/]\s?"
    r"|(?:photo|image|imagen|foto)s? (?:d['’]illustration|d['’]archives?|de archivo|d['’]archivio|de arquivo)\W{1,4})"
    + ART
    + "$"
)
PHOTO_AFTER = re.compile(r"\s?(?:photos?|fotos?|images?|bild)\b[ \t.]{0,3}(?:\n|$)")
PHOTO_WORD = re.compile(
    r"(?:ph?otos?|fotos?|t[ée]l[ée]ph?otos?|b[ée]linos?|radiophotos?|funkbild|bild|pictures?|images?|getty|vid[ée]o|صورة)\b",
)
VIA = re.compile(r"\bvia $")
VIA_WORD = re.compile(r"\bvia\b")
# "(Jane Doe/AP)", but not "(Le Monde/AFP)" or "(New York/AP)".
AUTHOR_SLASH_CASED = re.compile(
    r"[(\[]\s?(?!(?:Le|La|Les|The|Der|Die|Das|El|Il|De|New|San|Los|Las|São|Sao|Buenos|Hong|Tel|Den|Addis)\b)"
    r"[A-ZÀ-Þ][a-zà-ÿ’'-]+ (?:[A-ZÀ-Þ]\. )?[A-ZÀ-Þ][\w’'-]+\s?/\s?$"
)
NAME_SLASH_CASED = re.compile(r"[A-ZÀ-Þ][\w.’'-]+ [A-ZÀ-Þ][\w’'-]+\s?/\s?$")
SLASH_NAME_CASED = re.compile(r"\s?/\s?(?!F(?:im|in|IM|IN)\b)[A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ]|\s*(?:\n|$))")
# "(Reuters/Jane Doe)", but not "(AFP/Le Courrier)".
SLASH_AUTHOR_CASED = re.compile(
    r"\s?/\s?(?!(?:Le|La|Les|The|Der|Die|Das|El|Il|De)\b)[A-ZÀ-Þ][a-zà-ÿ’'.-]+ [A-ZÀ-Þ][\w’'.-]+\s?$"
    r"|\s?/\s?[ء-ي]+ [ء-ي]+\s?$"
)
SOURCE = re.compile(
    r"(?:(?:^|\n)\W*sources?\W*|\b(?:sources?|quellen?|fuentes?|fonti?e?|bron(?:nen)?|texte?|texto|testo|tekst|المصدر|источник)\s*[:=–-]\s*)"
    + ART
    + "$",
)
# Without its colon, on a line of its own: "fonte AGI".
SOURCE_BARE = re.compile(r"(?:^|\n)\W*(?:quelle|fuente|fonte|bron|المصدر) " + ART + "$")
# Beside another house: "المصدر: الجزيرة + وكالات", "Source: Al Jazeera and news agencies".
SOURCE_WITH = re.compile(
    r"(?:^|\n)\W*(?:sources?|quellen?|fuentes?|fonti?e?|bron(?:nen)?|المصدر)\s*:\s*[^\n.:]{2,30}?\s?(?:[+/,،&]|\b(?:and|et|und|y|e|en)|و)\s?"
    + ART
    + "(?:news |wire )?$",
)
# What is printed as the agency sent it: "a syndicated feed from PTI", "Direkt aus dem dpa-Newskanal".
FEED = re.compile(
    r"(?:\bfeed (?:from|of|by|published by)|\bautomatisierten? (?:veröffentlichung|übernahme) (?:der|von))\s*"
    + ART
    + "$"
)
FEED_AFTER = re.compile(r"-?news(?:kanal|feed|ticker)\b")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright|tous droits réservés|all rights reserved|حقوق)[\s\d,:;.–-]*" + ART + "$",
)
WITH = re.compile(
    r"\b(?:reporting by|information from|colaboración de|based on reports? (?:from|by)"
    r"|(?:avec|con|com|mit|met|with|von|aus) (?:les |las? |nos |den |the )?(?:ag[eê]nc(?:es?|ies|y|ias?)|agenzi[ea]|agenturen|persbureaus)"
    r"|(?:avec|con|com|mit|met|with|von|aus|verwendung) (?:l[ea]s? |den |the |des? |von )?"
    r"(?:informa(?:tions?|tionen|ci[oó]n(?:es)?|ç(?:ão|ões)|zioni)|(?:agentur)?material|meldungen|inhalten|inputs?|files|datos|dados|reports?)"
    r"(?: (?:de|d[aoie]|von|der|from|of|van))?"
    r"|material von|informaci[oó]n de|informaç(?:ão|ões) d[aoe]|verwendung von|agenturmaterial von)\s*"
    + ART
    + "$",
)
# The same by a preposition alone, which an ordinary sentence has too: "Le Monde avec AFP", but not
# "a signé un accord avec l'AFP." It opens its line or sentence, or ends a short line without a full stop.
_WITH_ALONE = r"(?:avec|with|mit|met|med|con|com|sowie|from|مع|d['’]après)\s*" + ART + "$"
WITH_OPENS = re.compile(r"(?:^|[\n.!?»\"”*(])[\s–—*-]*" + _WITH_ALONE)
WITH_SIGNED = re.compile(r"(?:^|\n)(?:[^\s.!?]+[ .]\s?){1,4}" + _WITH_ALONE)
STOPPED_AFTER = re.compile(r"\s?[.!?]")
# How a page says that it was put together: "mit Material der dpa erstellt".
PUT_TOGETHER = re.compile(
    r" (?:(?:wurden?|ist|été|was) )?(?:erstellt|verfasst|verwendet|erarbeitet|genutzt|rédigé\w*|elaborad[oa]|redactad[oa]|written|compiled)\b[^\n]{0,20}(?:\n|$)"
)
OWN_DESK_BEFORE = re.compile(
    r"(?:^|\n)\W*(?:[^\W\d_][\w.’'-]*\s){0,4}"
    + _DESK
    + r"(?:\s[\w.’'-]+){0,2}?\s?(?:[/|,&–-]|\b(?:and|et|und|y|e|en|avec|con|com|mit|with|met)\b)\s?"
    + ART
    + "(?:news |wire )?$"
)
# "Von Jane Doe und dpa".
AUTHOR_AND = re.compile(
    r"(?:^|\n)\W*(?:par|by|por|von|di|door) [^\n.]{2,50} (?:et|and|und|y|e|en) (?:l['’]|the |der )?$"
)
OWN_DESK_AFTER = re.compile(r"\s?[/|+-]\s?" + _DESK + r"\b")
# In a bracket: what comes before the agency there.
WITH_FIRST = re.compile(
    r"(?:avec|mit|with|con|com|met|from|مع|d['’]après|d['’]?|nach|additional reporting)\b|(?:red|réd)\b|.*\b(?:avec|mit|with|con|com|met)$",
)
# The newspaper's own hand before the agency's name: "(red/dpa)", "(kur/dpa)".
OWN_HAND_CASED = re.compile(r"[(\[]\s?([a-zäöüé]{2,4})\.?\s?/\s?$")
# And on a line of its own: "kev/dpa/Reuters".
OWN_HAND_LINE_CASED = re.compile(r"(?:^|\n)[a-zäöüé]{2,4}\s?/\s?$")
WITH_MATERIAL = re.compile(r"-(?:material|informationen|meldungen|inhalten?)\W*(?:$|\n)")
_AGENCIES_BEFORE = re.compile(
    r"\b(?:avec|mit|con|com|with|met|von)\b[\w ]{0,12}\b(?:ag[eê]nc\w+|agenzi[ea]|agenturen|agenturmaterial)\s?[(]?$",
)
CONTRIBUTED = re.compile(
    r"(?:[ ,][^.!?\n]{0,60})? (?:also )?(?:contributed to (?:this|the)|(?:a|ont) contribué à (?:cet|ce)"
    r"|contribuy(?:ó|eron) (?:a|con|en) est[ea]|(?:was|were) used in this|haben? zu diesem)\b"
    r"|,? contributed(?: reporting)?[.)\s]*(?:\n|$)",
)
WITH_WHOM = re.compile(r"\b(?:avec|with|mit|met|con|com)\s*" + ART + "$")
TALK = re.compile(r"(?:interview|entretien|gespräch|entrevista|intervista|interviewé?|مقابلة)\W")
TOLD = re.compile(
    r"(?:\b(?:told|tells?|telling|informed)"
    r"|\b(?:comments?|statements?|spoke|speaking|talking|sent|said|sa(?:id|ys)|e-?mail|interview|message|confirmed|confided)\b[\w ]{0,25} (?:to|with)"
    r"|\bà [li1]['’]|auprès de [li1]['’]"
    r"|\b(?:déclaré|dit|indiqué|affirmé|confié|précisé|expliqué|assuré|raconté|confirmé|répondu|souligné)\b[^!?\n]{0,30} à"
    r"|\b(?:sagten?|erklärten?|bestätigten?|berichteten?|teilten?|gesagt|erklärt|mitgeteilt)\b[\w ]{0,40}?(?: der)?|liegt der"
    r"|gegenüber(?: der)?|\b(?:entretien|entrevista|intervista)s?(?: [\w-]+){0,2} (?:à|a|au)"
    r"|\b(?:zei|zegt|zeggen|vertel\w+|verklaar\w+|bevestig\w+|meld\w+)\b[\w ]{0,30} aan"
    r"|\b(?:dij\w+|dicho|dis(?:se\w*)|dito|declar\w+|afirm\w+|explic\w+|indic\w+|señal\w+|confirm\w+|asegur\w+|coment\w+|relat\w+"
    r"|manifest\w+|inform(?:ó|ado|aron|ou)|precis\w+|adelant\w+|adiant\w+|cont(?:ó|ou|aron|aram)|detto|dichiarato|spiegato|riferito|confermato)\b[\w ]{0,30} (?:an?|à|ao)"
    r"|\btegen(?: het)?|\ball['’]|لوكالة|ل)"
    r"\s*" + ART + "$",
)
# "the German news agency", "het Russische persbureau": whose it is says nothing of the credit.
WHOSE_AGENCY = re.compile(
    r"\b(?:the|an?|het|der) (?:[\w-]+ ){1,2}(?=(?:(?:news|press) agency|persbureau|nachrichtenagentur)\s*$)"
)
MAY_BE_WHOSE = ("agency", "persbureau", "nachrichtenagentur")
# Many agencies have that name: "las AFP" are pension funds.
PLURAL_BEFORE = re.compile(r"\b(?:las|los|les|aux)\s$")
# The verbs that nothing but an agency does, beside initials that others have, too.
REPORTED = re.compile(
    r"[\s»\"”,]{0,3}(?:report(?:s|ed)|rapporte\w*|a rapporté|meldet\w*|berichtet\w*|riferisc\w+)\b"
)
NOUN_AFTER_CASED = re.compile(r"\s?(?i:(?:news |press )?agency|newswire|agence|agencia|agenzia)\b")
NOUN_BEFORE = re.compile(rf"\b{NOUN}[^.!?\n()]{{0,40}}$")
AGENCY = re.compile(rf"\b{NOUN}{_WHOSE}\s*{ART}$")
ACCORDING = re.compile(
    r"\b(?:selon|d['’]après|suivant|laut|according to|según|secondo|segundo|volgens|nach angaben|بحسب|حسب|وفقا ل|وفق|据|據)\s*"
    + ART
    + "$",
)
REPORT = re.compile(
    r"(?:d[éeèê]p[êèée]ch\w*|t[ée]l[ée]gramm?\w*|informations?|nouvelles?|service|communiqué\w*|correspondant\w*|correspondent\w*|corresponsal"
    r"|r[ée]dacteur\w*|reporter|envoyé|meldung\w*|\w*korrespondent\w*|nachricht\w*|bericht\w*|(?:on|nous) (?:mande|annonce|télégraphie)|mande-t-on|apprend"
    r"|angaben|d['’]après|selon|suivant|laut|nach|according to|reported by|quoted by|cité\w* par|version)\b[^.!?]{0,40}$",
)
HEADER = re.compile(
    r"(?:^|\n)[^\n]{0,4}(?:[dw][éeèê]p[êèée]c\w{1,2}s|t[ée]l[ée]grammes|services?\b|informations|nachrichten\b|meldungen)[^\n.!?]{0,20}\n?"
    r"(?:\w+\s)?(?:de\s|der\s|des\s)?(?:l['’]\s?|la\s)?[\w']{0,2}$",
)
_VERBS_AFTER = (
    r"annon[cç]\w+|mand\w+|t[ée]l[ée]graphi\w+|communiqu\w+|publi\w+|reçoit|apprend|rapport\w+|signal\w+|croit savoir"
    r"|a (?:annoncé|rapporté|indiqué|constaté|vu|appris)|dit que|meldet\w*|berichtet\w*|erfährt|verbreitet|teilt mit|zufolge"
    r"|report(?:s|ed)|has learned|inform[aóo]\w*|report[óo]|riferisce|ذكرت|أفادت|أوردت|نقلت"
)
# What an agency does to learn a thing or to tell it; not "a signé", "a fêté".
_PAST = (
    r"cité|précisé|révélé|affirmé|expliqué|ajouté|souligné|confirmé|diffusé|publié|interrogé|contacté|rencontré|joint|sollicité|interviewé"
    r"|compté|recensé|comptabilisé|dénombré|calculé|consulté|visionné|obtenu|reçu|eu|pu|vérifié|authentifié|géolocalisé|identifié|observé|relevé|entendu|filmé"
    r"|photographié|écrit|relaté|évoqué|mentionné|noté|assuré|détaillé|raconté|relayé|dévoilé|démenti"
)
# Every speech verb counts beside a name that is only an agency's; beside one that people
# bear, too, only the verbs of the telegraph.
SAYS = re.compile(
    rf"[\s»\"”,]{{0,3}}(?:{_VERBS_AFTER}|said|says|saw|quot(?:es|ed)|cit(?:es|ed)|learned|understands|(?:a|avait|ont) (?:{_PAST})\b|indiqu\w+|précis\w+"
    r"|révèl\w+|affirm\w+|expliqu\w+|ajout\w+|soulign\w+|confirm\w+|schreibt|zitiert\w*|(?:aus|von|vom) (?:[\w-]+ ){1,3}erf(?:uhr|ährt|ahren)|señal\w+|indic\w+|asegur\w+|noticiou|avança|riporta|scrive"
    r"|meldt|قالت|أكدت|أضافت)\b|\s?(?:报道|報道|報導|电|電|\w{1,8}[电電])",
)
SAYS_WIRE = re.compile(
    rf"[\s»\"”,]{{0,3}}(?:{_VERBS_AFTER})\b|\s?(?:报道|報道|報導|电|電|\w{{1,8}}[电電])",
)
_VERBS_BEFORE = (
    r"\bdit|annonce|mande|écrit|assure|rapporte|publie|télégraphie|signale|communique|indique|meldet|berichtet|schreibt"
    r"|ذكرت|أفادت|أوردت|نقلت|قالت|أعلنت"
)
SAID_BY = re.compile(
    rf"(?:{_VERBS_BEFORE}|\b(?:précis|révél|expliqu|affirm|relat|ajout|soulign|not|confirm|diffus|dévoil|apprend|apprenait|appris"
    r"|constat|indiqu|rapport|annonc|écri)(?:e|é|ée|ait|t|vait)?(?: de source \w+)?|berichtete|meldete|erfuhr|zitierte"
    r"|inform(?:ó|a|aron|ou)|report(?:ó|a|ou)|noticiou|avanç(?:a|ou)|riferisce|riporta|scrive|constat(?:ó|ar|ou)|comprobar|saber|conocer|apurou|apurar|meldt|meldde|aldus|bericht"
    rf"|\b(?:quoted|cited|seen|obtained|reviewed|reported|interviewed|polled|surveyed|contacted|reached|verified|interrogé|contacté|joint|sollicité"
    rf"|rencontré|consulté|cité|interviewé|obtenu|vu|citad[oa]|consultad[oa]|entrevistad[oa]|zitiert|befragt|intervistat[oa])e?s?"
    rf"(?: [\w-]+){{0,3}} {_BY})\s*" + ART + "$",
)
SAID_BY_WIRE = re.compile(rf"(?:{_VERBS_BEFORE})\s*" + ART + "$")
# What may stand right before a name that people bear, too; any longer word is a first name
# or a title: "Otto Wolff", "le docteur Reuter", "Stock Exchange".
_UNBORNE = (
    rf"selon|suivant|nach|laut|durch|from|told|avec|with|dass|according to|journal|bureaux|{NOUN}|{_VERBS_BEFORE}"
    r"|d[éeèê]p[êèée]ch\w*|t[ée]l[ée]gramm?\w*|informations?|nouvelles?|services?|communiqués?|correspondan\w*|version|source"
    r"|meldung\w*|nachricht\w*|bericht\w*|über|sowie|auch|della|dall"
)
PERSON_BEFORE_CASED = re.compile(
    rf"(?:\b(?:(?:MM?|Mr|Mme|Mlle|Mrs|Ms|Dr|Pr|Prof|Hrn?|Sr|Sig|Don|Sir|van|[A-ZÄÖÜ])\.?|Mrs|[a-z]*(?:ministre|sénateur|député|général|docteur|baron|comte"
    rf"|maire|président|professeur|capitaine|colonel|avocat|peintre|abbé)) |\b(?!(?i:{_UNBORNE}) $)[A-ZÀ-Ý][^\W\d_]{{3,}} )$"
)
STAFF = re.compile(
    r"[-\s](?:meld|beri?cht|korresp|nachricht|tele|interview|gespräch|umfrage|angaben|informationen|reporter|journalist|fotograf"
    r"|correspond|photographer|tally|count|poll|team|video|live|newsroom|witness|review\b|investigation|calculation|estimate|survey|data\b|analysis)",
)
STAFF_OF = re.compile(
    r"\b(?:journalistes?|correspondante?s?|photographes?|vidéastes?|reporters?|équipe|décompte|comptage|sondage|periodistas?|fotógraf[oa]s?"
    r"|corresponsal\w*|journalist\w*|reporter\w*|giornalista|jornalista|مراسل\w*|صحافي\w*|مصور\w*)\s*"
    + ART
    + "$",
)
TOPIC = re.compile(
    r"\b(?:(?:vice-|sous-)?direct(?:eur|rice|or)|pr[ée]sident\w*|p-?dg|sièges?|locaux|bâtiment|fondat\w+|actionnaires?|employ\w+|rédacteur en chef|patron\w*|capital"
    r"|direktor\w*|(?:vize)?direktor|chefredakt\w+|leiter\w*|präsident\w*|ceo|founder|chairman|shares?|aktien?|sitz)\s"
    r"(?:général\w*\s|adjoint\w*\s)?" + ART + r"(?:agence |agentur |agency )?$",
)
# A line's end in the middle of a word: "à l'ap | préciation".
BROKEN_WORD_CASED = re.compile(r"-?\n[a-zà-ÿ]")
INITIALS_AFTER_CASED = re.compile(
    r"^\s?(?:\([^()\n]{2,12}\)|(?i:(?:news )?agency|newswire|agence|agencia|agenzia)\b)"
)
PLACE_BEFORE_CASED = re.compile(
    r"\s*(?:[A-ZÀ-Þ][\w'’-]{2,}(?:,? |, )(?:(?:de|la|le|el|du|sur|am|of|upon) )?){1,4}"
)
BYLINE_BEFORE = re.compile(
    r"(?:^|\n)\W*(?:publié |édité |published )?(?:par|by|por|von|di|door)(?: (?:[^\n.]|\b\w\.){2,50}[,|–—/-])?(?: l['’]| la | the )?\s*$",
)
# The agency's own desk, and where it is: "Redazione ANSA ROMA".
DESK_BEFORE = re.compile(r"(?:^|\n)\W*" + _DESK + " $")
DESK_AFTER_CASED = re.compile(r"(?: [A-ZÀ-Þ]{2,})*\s*(?:\n|$)")
# Below an author: "Associated Press Writer", "AP Sports Writer".
WRITER_AFTER_CASED = re.compile(
    r" (?:[A-Z][A-Za-z-]+ ){0,2}(?i:writers?|correspondents?|reporters?|columnist)\s*(?:\n|$)"
)
# "Reuters in Tokyo", on a line of its own.
LOCATED_AFTER_CASED = re.compile(r" (?:in|à|en|aus|em) [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}\s*(?:\n|$)")
# "EFE/Madrid", the first line; no picture's "AFP/Getty".
SLASH_PLACE_CASED = re.compile(
    r"\s?/\s?(?!(?i:archiv|getty|corbis|stringer|handout|pool|str\b|file|f(?:im|in)\b))[A-ZÀ-Þ][\w’'.-]+\s*\n"
)
# "القاهرة - أ ش أ", "MADRID - EFE": where, and who, alone on a line.
PLACE_DASH_CASED = re.compile(
    r"(?:^|\n)\W*(?:(?:[ء-ي]+ ?){1,3}|[A-ZÀ-Þ][^\W\d_-]+(?: ?(?=[|–—-]))|(?:[A-ZÀ-Þ]{2,} ?){2,3})[|/–—-] ?$"
)
# What a page prints behind the name on the same line: when it was published.
PUBLISHED_AFTER = re.compile(
    r"[\s,|–—-]{1,4}(?:publi\w+|published|posted|updated|mis à jour|actualis\w+|veröffentlicht|le|on|am|el|em|il|op)\b[^\n.]{0,50}\d{4}[^\n.]{0,20}(?:\n|$)",
)
# "Paris, France | AFP | …": the agency between bars, as on AFP's own pages.
BAR_BEFORE = re.compile(r"(?:^|\n)[^\n|]{2,50}\|\s?$")
LIST_AFTER = re.compile(r"\s?[|•·]")
# Picture houses that sign with an agency: "picture alliance/dpa", "dpa/picture alliance".
HOUSE_BEFORE = re.compile(
    r"(?:picture[ -]alliance|getty(?: images)?|imago|epa|keystone|sipa|shutterstock|zuma)\s?/\s?$",
)
HOUSE_AFTER = re.compile(
    r"\s?/\s?(?:picture[ -]alliance|getty|imago|epa\b|keystone|sipa|shutterstock|zuma)",
)
DATELINE_AFTER = re.compile(r"\s*(?:$|\n|[—–-])")
AHEAD = re.compile(r"(?:^|\n|[\d.)—–-]|\d,)[\s—–-]*$")
DASH_AFTER = re.compile(r"(?:\s?[.,:]{1,2}\s?[—–-]+|\s?[—–]+|\s[—–-]+\s)")
# Lusa's copy ends in "Lusa/Fim".
BREAK_AFTER_CASED = re.compile(
    r"(?:\s?/\s?[Ff](?:im|in|IM|IN)\b)?[ \t.]{0,3}(?:\n\s*\n|\n(?!\s*[a-zà-ÿ])|\n?$)"
)
DATE_BEFORE = re.compile(r"[,.]\s\d{1,2}\.?\s+[^\W\d_]{3,9}\.?[\s,—–-]*$")
STOP_AFTER_CASED = re.compile(r"\s?[.:]\s+[«\"„(]?[A-ZÀ-Þ]")
# The last line of a teleprinter item: "AFP 310358 AOU 97"; dpa's number of a message: "dpa:210312-99-799417/3".
TELEPRINTER_CASED = re.compile(r"\s\d{6}\s(?:GMT\s)?[A-ZÀ-Þ]{3,4}\.?\s\d{2,4}\b|:\d{6}-\d{2,3}-\d{5,6}/\d+")
# Reuters' copy ends in "(Reporting by …; Editing by …)".
SENTENCE_END = re.compile(
    r"[.!?»\"”/…][\s/—–-]*$|(?:[Ee]diting|[Rr]eporting|[Ww]riting) by [^()\n]{2,60}\)\s?$"
)
LINE_START = re.compile(r"(?:^|\n)[^\w\n]*$")

REPORT_DIRECT = re.compile(REPORT.pattern.replace("[^.!?]{0,40}$", r"\W{1,3}" + ART + "$"))


def agencies_before(before: str) -> bool:
    """Whether ``before`` ends in the agencies that helped: "avec les agences ("."""
    low = before[-30:].lower()
    return ("gen" in low or "gên" in low) and _AGENCIES_BEFORE.search(before.lower()) is not None
