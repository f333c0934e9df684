"""The words by which a text says that it has something from an agency, or that it is about one.

Which part of a text a pattern is for: see ``attribution.words``.
"""

from __future__ import annotations

import re

from depeche.normalise.attribution.words import ART, BY, NOUN, WITH
from depeche.normalise.openings import guarded

TOLD = guarded(
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
    3,
)
TALK = re.compile(r"(?:interview|entretien|gespräch|entrevista|intervista|interviewé?|مقابلة)\W")
WITH_WHOM = re.compile(rf"\b(?:{WITH})\s*" + ART + "$")
ACCORDING = re.compile(
    r"\b(?:selon|d['’]après|suivant|laut|according to|según|secondo|segundo|volgens|nach angaben|بحسب|حسب|وفقا ل|وفق|据|據)\s*"
    + ART
    + "$",
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
# The verbs that nothing but an agency does, beside initials that others have, too.
REPORTED = re.compile(
    r"[\s»\"”,]{0,3}(?:report(?:s|ed)|rapporte\w*|a rapporté|meldet\w*|berichtet\w*|riferisc\w+)\b"
)
_VERBS_BEFORE = (
    r"\bdit|annonce|mande|écrit|assure|rapporte|publie|télégraphie|signale|communique|indique|meldet|berichtet|schreibt"
    r"|ذكرت|أفادت|أوردت|نقلت|قالت|أعلنت"
)
SAID_BY = guarded(
    rf"(?:{_VERBS_BEFORE}|\b(?:précis|révél|expliqu|affirm|relat|ajout|soulign|not|confirm|diffus|dévoil|apprend|apprenait|appris"
    r"|constat|indiqu|rapport|annonc|écri)(?:e|é|ée|ait|t|vait)?(?: de source \w+)?|berichtete|meldete|erfuhr|zitierte"
    r"|inform(?:ó|a|aron|ou)|report(?:ó|a|ou)|noticiou|avanç(?:a|ou)|riferisce|riporta|scrive|constat(?:ó|ar|ou)|comprobar|saber|conocer|apurou|apurar|meldt|meldde|aldus|bericht"
    rf"|\b(?:quoted|cited|seen|obtained|reviewed|reported|interviewed|polled|surveyed|contacted|reached|verified|interrogé|contacté|joint|sollicité"
    rf"|rencontré|consulté|cité|interviewé|obtenu|vu|citad[oa]|consultad[oa]|entrevistad[oa]|zitiert|befragt|intervistat[oa])e?s?"
    rf"(?: [\w-]+){{0,3}} {BY})\s*" + ART + "$",
    3,
)
SAID_BY_WIRE = guarded(rf"(?:{_VERBS_BEFORE})\s*" + ART + "$", 3)
REPORT = guarded(
    r"(?:d[éeèê]p[êèée]ch\w*|t[ée]l[ée]gramm?\w*|informations?|nouvelles?|service|communiqué\w*|correspondant\w*|correspondent\w*|corresponsal"
    r"|r[ée]dacteur\w*|reporter|envoyé|meldung\w*|korrespondent\w*|nachricht\w*|bericht\w*|(?:on|nous) (?:mande|annonce|télégraphie)|mande-t-on|apprend"
    r"|angaben|d['’]après|selon|suivant|laut|nach|according to|reported by|quoted by|cité\w* par|version)\b[^.!?]{0,40}$",
    3,
)
REPORT_DIRECT = re.compile(REPORT.pattern.replace("[^.!?]{0,40}$", r"\W{1,3}" + ART + "$"))
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
# "the German news agency", "het Russische persbureau": whose it is says nothing of the credit.
WHOSE_AGENCY = re.compile(
    r"\b(?:the|an?|het|der) (?:[\w-]+ ){1,2}(?=(?:(?:news|press) agency|persbureau|nachrichtenagentur)\s*$)"
)
MAY_BE_WHOSE = ("agency", "persbureau", "nachrichtenagentur")
TOPIC = re.compile(
    r"\b(?:(?:vice-|sous-)?direct(?:eur|rice|or)|pr[ée]sident\w*|p-?dg|sièges?|locaux|bâtiment|fondat\w+|actionnaires?|employ\w+|rédacteur en chef|patron\w*|capital"
    r"|(?:vize)?direktor\w*|chefredakt\w+|leiter\w*|präsident\w*|ceo|founder|chairman|shares?|aktien?|sitz)\s"
    r"(?:général\w*\s|adjoint\w*\s)?" + ART + r"(?:agence |agentur |agency )?$",
)
# Many agencies have that name: "las AFP" are pension funds.
PLURAL_BEFORE = re.compile(r"\b(?:las|los|les|aux)\s$")
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
# A line's end in the middle of a word: "à l'ap | préciation".
BROKEN_WORD_CASED = re.compile(r"-?\n[a-zà-ÿ]")
