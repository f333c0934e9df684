"""The words of usage terms: what forbids archiving, audiences, territories; one pattern a rule."""

from __future__ import annotations

import re

from depeche.normalise.openings import guarded

# What is forbidden, behind the word for archiving, in any of the languages.
_FORBIDDEN = (
    r"prohibited|forbidden|interdit\w*|untersagt|verboten|prohibid[oa]|vietat[oa]|proibid[oa]|verboden"
)
NO_ARCHIVE = re.compile(
    rf"\bno[nt]?[ -]?(?:for |to )?(?:archiv\w*|storage)\b(?: use)?(?! (?:use )?(?:fees?|charges?|restrictions?|photos?|pictures?|images?|footage|videos?|figures|data)\b)|\barchiv\w* (?:use )?(?:{_FORBIDDEN}|out)"
    r"|\b(?:archiv\w*(?: use)?|storage) (?:is |are )?(?:not (?:permitted|allowed|authori[sz]ed)|prohibited|forbidden)|\b(?:(?:not (?:to )?|n['’]t )(?:be )?(?:stored or )?|do not )archived?\b|\bcannot be archived\b|\b(?:do not|not (?:to )?be) stored?\b|forbidden to archive\b"
    r"|(?:pas d['’]|aucune? |sans |(?:interdit|interdiction|défense) d['’])archiv\w*|archiv\w* (?:(?:est|sont) )?interdit\w*|archiv\w* n['’]est pas (?:autoris|permis)\w*|ne (?:pas|doi\w+ pas|peu\w+ pas) (?:être )?archiv\w*"
    r"|keine? (?:langzeit)?(?:archiv\w*|speicherung)|(?:archiv(?:ierung|nutzung)|speicherung) (?:ist )?(?:nicht \w+|untersagt|verboten)|nicht (?:zur |zu )?archivier\w*|archiv(?:ierungs)?verbot(?![-\w])"
    r"|sin (?:uso de )?archiv\w*|prohibid[oa] (?:el |la |su )?(?:archiv\w*|almacena\w*)|archivo (?:prohibido|no (?:permitid|autorizad)o)|no (?:usar en archivo|(?:se permite |apto para )?archiv(?:ar|o))"
    rf"|\barchiv\w*: ?(?:no|non|nein)(?=\s*(?:$|[.;,]))|(?:stockage (?:est )?interdit|pas de stockage|ne pas stocker)|almacenamiento prohibido|archiviazione vietata|(?:vietat[oa] |non )(?:l['’])?archivi\w+|não arquivar|arquivamento proibido|niet archiveren|\bprohibited: (?:archiv|store\b)\w*"
    rf"|interdiction de (?:stockage|stocker)|se proh[ií]be (?:el |la |su )?archiv\w+|no (?:debe|puede|se (?:debe|puede)) (?:ser )?archiva\w+|nicht gespeichert werden"
    rf"|\barchiv\w+ (?:of|de|von|der|des|dieser) (?:(?:this|ce(?:tte)?|diese[rs]?|est[ea]) )?(?:text\w*|story|material|content|item|copy|dépêche|meldung|artikels?|despacho|nota) (?:is |est |ist |está )?(?:not (?:allowed|permitted)|nicht (?:gestattet|erlaubt)|{_FORBIDDEN})"
    r"|\bprohibition\b(?:(?!permission)[\s\S]){0,400}?[/:\"'](?:archiv\w*|store)[\"'/]"  # ODRL as it stands
    rf"|\barchiv\w*(?:; (?:geography|rights ?holder|agent|startdate|enddate): [^;]{{0,80}}){{0,4}}; limitations: (?:{_FORBIDDEN}|not (?:permitted|allowed)|none|no\b(?! limit))",
    re.IGNORECASE,
)
AUDIENCES = {
    "internet": r"internet|web(?:sites?)?|online",
    "tv": r"tv|television|télévision|fernsehen|televisi[oó]n|broadcast",
    "radio": r"radio",
    "mobile": r"mobiles?|sms|wap",
    "magazines": r"magazines?|mags|zeitschriften|revistas",
    "newspapers": r"newspapers?|print|press|presse|zeitungen|periódicos",
    "advertising": r"advertising|marketing|publicité|werbung|publicidad|advertising campaigns",
    "resale": r"sales?|ventas?|re-?sales?|revente|weiterverkauf|weitergabe|syndication",
    "subscribers": r"subscribers?|subscriptions?|abonn[ée]s|abonnenten|bezieher|suscriptores|abonados",
    "social_media": r"social media|réseaux sociaux|redes sociales|soziale medien",
}
_USE = r"(?:[ -]?(?:nutzung|verwendung)| use)?"
_NOT_FOR = rf"\b(?:no|not for:?|sauf|except|pas d['’]|pas de|keine?|sin|prohibida su)\s*(?:use (?:on|in|for) |nutzung (?:im|in) )?{{0}}{_USE}\b|\b(?:{{0}})\s+out\b|\binterdit (?:à|aux) (?:la |les )?(?:sites )?{{0}}\b"
AUDIENCE_RULES = [
    (name, re.compile(_NOT_FOR.format(f"(?:{words})"), re.IGNORECASE)) for name, words in AUDIENCES.items()
]
# "Only", before and behind what it allows.
_ONLY_BEFORE = r"only|nur|ausschlie(?:ß|ss)lich|s[oó]lo|solamente|[uú]nicamente|(?:de )?uso exclusivo|exclusiv[oa](?= (?:para|en) )|usage exclusif|exclusiv(?:ely|ement|amente)|uniquement|seulement|(?:restricted|limited) to|limit[ée]e?s? à|beschränkt auf|restringido a"
_ONLY_BEHIND = r"only|uniquement|seulement|exclusiv(?:ely|ement|amente)|solamente|[uú]nicamente"
_FOR = r"(?: (?:in|for|to|pour|en|aux?|à|für|para))?(?: (?:the|la|le|les|die|los|el)| l['’])?"
_ONLY_FOR = rf"\b(?:{{0}})(?: use)? (?:{_ONLY_BEHIND})\b|\b(?:{_ONLY_BEFORE}){_FOR} ?{{0}}\b|\br[ée]serv[ée]e?s? (?:à|aux) (?:la |les )?{{0}}\b"
ONLY_AUDIENCE = [
    (name, re.compile(_ONLY_FOR.format(f"(?:{words})"), re.IGNORECASE)) for name, words in AUDIENCES.items()
]
EDITORIAL = re.compile(
    rf"\beditorial use only\b|\brestricted to editorial use\b|\br[ée]serv[ée]e?s? à un usage éditorial\b|\b(?:solo|esclusivamente|apenas|somente|alleen|uitsluitend) (?:per |para |voor )?(?:uso editoriale?|redactioneel gebruik)\b|للاستخدام التحريري فقط|\busage éditorial (?:{_ONLY_BEHIND})\b|\b(?:{_ONLY_BEFORE}) (?:à|pour|pour un) usage éditorial\b"
    rf"|\b(?:{_ONLY_BEFORE}) (?:zur |für |für die )?redaktionellen? (?:nutzung|verwendung)|\b(?:{_ONLY_BEFORE}) (?:para )?uso editorial\b",
    re.I,
)
_OUT_WORDS = r"out|fuera|(?:ist )?gesperrt|ausgenommen|exclue?s?|esclus[aoie]|exclu[íi]d[ao]s?|except[ée]e?s?"
OUT = re.compile(
    rf"([^.;:!?\n()]{{2,160}}?)\s+(?:{_OUT_WORDS})\b|\bout:\s*([^.;:!?\n()]{{2,160}})",
    re.IGNORECASE,
)
_NO_USE = r"\bno (?:use|access)(?: in| to)?|\bnot for use in|not available in|interdite?s? (?:en|aux?)|no disponible en|prohibido su uso en|niet voor|nicht für|gesperrt (?:für|in)|no usar en|^\s*(?:sauf|hors|außer|salvo|excepto)"
NO_USE_IN = re.compile(rf"(?:{_NO_USE})\s+([^.;:!?\n()]{{2,80}})", re.IGNORECASE)
# "NO RUSSIA", "NICHT IN DEUTSCHLAND": of territories alone, one or a list. Sentences of stories are so, too.
_NOT = r"(?:^|[.;,])\s*(?:no|not in|nicht in) "
NO_TERRITORY = re.compile(rf"{_NOT}([^.,;:!?\n()]{{2,60}})(?=$|[.,;])", re.IGNORECASE)
NO_TERRITORIES = re.compile(rf"{_NOT}([^.;:!?\n()]{{2,80}})(?=$|[.;])", re.IGNORECASE)
ONLY = re.compile(rf"([^.;:!?\n()]{{2,160}}?)\s+(?:{_ONLY_BEHIND})\b", re.IGNORECASE)
ONLY_IN = re.compile(
    rf"\b(?:(?:{_ONLY_BEFORE}){_FOR}|r[ée]serv[ée]e?s? (?:à|au))\s+([^.;:!?\n()]{{2,80}})",
    re.I,
)
# The words that stand behind territories; without them OUT and ONLY need not be tried.
BEHIND = re.compile(rf"\b(?:{_OUT_WORDS}|{_ONLY_BEHIND})\b", re.IGNORECASE)
# What ends a list of territories: "CHINA OUT, TAIWAN ONLY" are two.
ENDS_LIST = re.compile(rf"(.*\S)\s+(?:{_OUT_WORDS}|{_ONLY_BEHIND})\s*", re.IGNORECASE)
# Every rule holds one of these; most lines that are asked about hold none.
_SIGNS = "|".join((
    *AUDIENCES.values(), NO_ARCHIVE.pattern, EDITORIAL.pattern, rf"\b(?:{_OUT_WORDS})\b", _NO_USE, rf"\b(?:{_ONLY_BEFORE})",
    rf"\b(?:{_ONLY_BEHIND})\b", r"r[ée]serv[ée]e?s? (?:à|au)", r"\b(?:no|not in|nicht in) [a-z]",
))  # fmt: skip
MAY_RULE = guarded(_SIGNS, 3, any_case=True)
WITHOUT_TERRITORY = (NO_ARCHIVE, EDITORIAL, *(p for _, p in (*AUDIENCE_RULES, *ONLY_AUDIENCE)))
