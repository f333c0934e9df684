"""What an agency is called beside its name, and what stands around a credit whatever it means.

The words that tell an agency's part are in ``attribution.photo``, ``attribution.contributor``, ``attribution.issuer``
and ``attribution.quoted_words``. There as here patterns that end in ``$`` are for the text before the name,
the others for the text after it. Those that end in ``_CASED`` are for the text as printed, all others for
text in small letters: without the flag for any case Python sees at once where a pattern cannot begin, and
a search costs a fourth; long ones are guarded (``openings``). Forms are those of French, English, German,
Spanish, Portuguese, Italian, Dutch and Arabic agency and newspaper style, and of the telegraph columns before 1945.
"""

from __future__ import annotations

import re

from depeche.normalise.openings import guarded

# The agency as a common noun, which may stand before its name.
NOUN = (
    r"(?:agences?(?: de presse)?|(?:nachrichten|presse|depeschen)?agentur|news agency|agency|wire service|agencia|agenzia"
    r"|agência|(?:(?:staats)?pers|nieuws)?bureau|b[üu]ro|agentschap|وكالة|агентство)"
)
# "l'agence officielle", "agencia de noticias rusa", "l'agence de presse iranienne".
_WHOSE = r"(?: de (?:presse|noticias|notícias|stampa))?(?: [a-zà-ÿ-]{4,16}){0,2}"
# What every such noun holds: cheap to look for before the patterns are tried.
MAY_BE_AGENCY = ("agen", "agên", "bure", "büro", "وكال", "агент")
# What may stand between a telling word and the name.
ART = (
    r"(?:\s*(?:de |de la |les |los |las |nos |der |des |die |den |du |d['’]|la |le |el |the |von |by |par |per |da |del |dell['’]|het |a |the )?"
    rf"(?:[li1]['’])?(?:the )?(?:{NOUN}{_WHOSE} )?)"
)
NOUN_BEFORE = guarded(rf"\b{NOUN}[^.!?\n()]{{0,40}}$", 3)
# And behind it.
NOUN_BEHIND = "agency|newswire|agence|agencia|agenzia"
NOUN_AFTER_CASED = re.compile(rf"\s?(?i:(?:news |press )?{NOUN_BEHIND})\b")
AGENCY = guarded(rf"\b{NOUN}{_WHOSE}\s*{ART}$", 3)
NEWSROOM = r"redacci[oó]n|redacció|redaktion|redactie|redazione|reda[cç][aã]o|r[ée]daction"
# A house's own writers, beside an agency: "Redacción/EFE", "Staff and agencies".
DESK = rf"(?:staff(?: writers?| reporters?)?|(?:web|news|online) ?desk|{NEWSROOM})"
# What every such word holds.
MAY_BE_DESK = ("staff", "desk", "reda", "réda")
SOURCE_WORD = r"(?:sources?|quellen?|fuentes?|fonti?e?|bron(?:nen)?|المصدر|источник)"
BY = r"(?:by|par|por|von|da|dalla|dall['’]|door)"
# Before an author; between two names; before who helped. Patterns add words of their own to them.
AUTHOR_BY = "par|by|por|von|di|door"
AND = "et|and|und|y|e|en"
WITH = "avec|with|mit|met|con|com"
# Lusa's copy ends in "Lusa/Fim".
FIM = r"[Ff](?:im|in|IM|IN)\b"
LINE_START = re.compile(r"(?:^|\n)[^\w\n]*$")
LIST_AFTER = re.compile(r"\s?[|•·]")
# What a page prints behind the name on the same line: when it was published.
PUBLISHED_AFTER = re.compile(
    r"[\s,|–—-]{1,4}(?:publi\w+|published|posted|updated|mis à jour|actualis\w+|veröffentlicht|le|on|am|el|em|il|op)\b[^\n.]{0,50}\d{4}[^\n.]{0,20}(?:\n|$)",
)
