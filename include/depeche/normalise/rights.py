"""Usage terms: the words, verbatim, and the rules that can be read from them.

Wires state restrictions in English capitals in a rights field or a line of their own:
``NO ARCHIVAL USE``, ``GERMANY OUT``, ``FRANCE ONLY``, ``NO INTERNET``, ``TV OUT``. What
cannot be read stays in the words: an archive must not invent a permission.
Rules: ``no_archive``, ``not_in:DE``, ``only_in:FR``, ``not_for:internet``,
``only_for:editorial``, ``only_for:newspapers``. Territories are ISO 3166-1 alpha-2 by CLDR's names.
"""

from __future__ import annotations

import re

from babel.core import get_global

from depeche.normalise.openings import guarded
from depeche.normalise.rights_territories import territories
from depeche.records import CleanDispatch

_NO_ARCHIVE = re.compile(
    r"\bno[nt]?[ -](?:for )?(?:archiv\w*|storage)\b(?: use)?(?! fees?\b)|\barchiv\w* (?:use )?(?:prohibited|forbidden|interdit\w*|untersagt|verboten|out)"
    r"|\b(?:archiv\w*(?: use)?|storage) (?:is |are )?(?:not (?:permitted|allowed|authori[sz]ed)|prohibited|forbidden)|\b(?:(?:not (?:to )?|n['’]t )(?:be )?(?:stored or )?|do not )archived?\b"
    r"|(?:pas d['’]|aucune? |sans |(?:interdit|interdiction|défense) d['’])archiv\w*|archiv\w* (?:(?:est|sont) )?interdit\w*|archiv\w* n['’]est pas (?:autoris|permis)\w*|ne (?:pas|doi\w+ pas|peu\w+ pas) (?:être )?archiv\w*"
    r"|keine? archiv\w*|archiv(?:ierung|nutzung) (?:ist )?(?:nicht \w+|untersagt|verboten)|nicht (?:zur )?archivier\w*|archiv(?:ierungs)?verbot"
    r"|sin (?:uso de )?archiv\w*|prohibid[oa] (?:el |la |su )?archiv\w*|archivo (?:prohibido|no (?:permitid|autorizad)o)|no (?:usar en archivo|(?:se permite |apto para )?archiv(?:ar|o))",
    re.IGNORECASE,
)
_AUDIENCES = {
    "internet": r"internet|web(?:sites?)?|online",
    "tv": r"tv|television|télévision|fernsehen|televisi[oó]n|broadcast",
    "radio": r"radio",
    "mobile": r"mobiles?|sms|wap",
    "magazines": r"magazines?|mags|zeitschriften|revistas",
    "newspapers": r"newspapers?|print|press|presse|zeitungen|periódicos",
    "advertising": r"advertising|marketing|publicité|werbung|publicidad|advertising campaigns",
    "resale": r"sales?|ventas?|re-?sales?|revente|weiterverkauf|syndication",
    "subscribers": r"subscribers?|subscriptions?|abonn[ée]s|abonnenten|bezieher|suscriptores|abonados",
    "social_media": r"social media|réseaux sociaux|redes sociales|soziale medien",
}
_NOT_FOR = r"\b(?:no|not for:?|sauf|except|pas d['’]|pas de|keine?|sin|prohibida su)\s*(?:use (?:on|in|for) |nutzung (?:im|in) )?{0}\b|\b(?:{0})\s+out\b|\binterdit (?:à|aux) (?:la |les )?(?:sites )?{0}\b"
_AUDIENCE_RULES = [
    (name, re.compile(_NOT_FOR.format(f"(?:{words})"), re.IGNORECASE)) for name, words in _AUDIENCES.items()
]
# "Only", before and behind what it allows.
_ONLY_BEFORE = r"only|nur|ausschlie(?:ß|ss)lich|s[oó]lo|solamente|[uú]nicamente|exclusiv(?:ely|ement|amente)|uniquement|seulement|(?:restricted|limited) to|limit[ée]e?s? à|beschränkt auf|restringido a"
_ONLY_BEHIND = r"only|uniquement|seulement|exclusiv(?:ely|ement|amente)|solamente|[uú]nicamente"
_FOR = r"(?: (?:in|for|to|pour|en|aux?|à|für|para))?(?: (?:the|la|le|les|die|los|el)| l['’])?"
_ONLY_FOR = rf"\b(?:{{0}})(?: use)? (?:{_ONLY_BEHIND})\b|\b(?:{_ONLY_BEFORE}){_FOR} ?{{0}}\b|\br[ée]serv[ée]e?s? (?:à|aux) (?:la |les )?{{0}}\b"
_ONLY_AUDIENCE = [
    (name, re.compile(_ONLY_FOR.format(f"(?:{words})"), re.IGNORECASE)) for name, words in _AUDIENCES.items()
]
# AFP's Core API: "country_out: DEU, AUT".
_CODED = re.compile(r"(country_out|country_only|excludeAudiences): (.+)")
_EDITORIAL = re.compile(
    rf"\beditorial use only\b|\brestricted to editorial use\b|\br[ée]serv[ée]e?s? à un usage éditorial\b|\b(?:solo|esclusivamente|apenas|somente|alleen|uitsluitend) (?:per |para |voor )?(?:uso editoriale?|redactioneel gebruik)\b|للاستخدام التحريري فقط|\busage éditorial (?:{_ONLY_BEHIND})\b|\b(?:{_ONLY_BEFORE}) (?:à|pour|pour un) usage éditorial\b"
    rf"|\b(?:{_ONLY_BEFORE}) (?:zur |für |für die )?redaktionellen? (?:nutzung|verwendung)|\b(?:{_ONLY_BEFORE}) (?:para )?uso editorial\b",
    re.I,
)
_OUT_WORDS = r"out|fuera|ausgenommen|exclue?s?|esclus[aoie]|exclu[íi]d[ao]s?|except[ée]e?s?"
_OUT = re.compile(
    rf"([^.;:!?\n()]{{2,160}}?)\s+(?:{_OUT_WORDS})\b|\bout:\s*([^.;:!?\n()]{{2,160}})",
    re.IGNORECASE,
)
_NO_USE = r"\bno (?:use|access)(?: in| to)?|\bnot for use in|not available in|interdite?s? (?:en|aux?)|no disponible en|prohibido su uso en|niet voor|nicht für|no usar en|^\s*(?:sauf|hors|außer|salvo|excepto)"
_NO_USE_IN = re.compile(rf"(?:{_NO_USE})\s+([^.;:!?\n()]{{2,80}})", re.IGNORECASE)
_ONLY = re.compile(rf"([^.;:!?\n()]{{2,160}}?)\s+(?:{_ONLY_BEHIND})\b", re.IGNORECASE)
_ONLY_IN = re.compile(
    rf"\b(?:(?:{_ONLY_BEFORE}){_FOR}|r[ée]serv[ée]e?s? (?:à|au))\s+([^.;:!?\n()]{{2,80}})",
    re.I,
)
# Every rule holds one of these; most lines that are asked about hold none.
_SIGNS = "|".join((
    *_AUDIENCES.values(), _NO_ARCHIVE.pattern, _EDITORIAL.pattern, rf"\b(?:{_OUT_WORDS})\b", _NO_USE, rf"\b(?:{_ONLY_BEFORE})",
    rf"\b(?:{_ONLY_BEHIND})\b", "r[ée]serv",
))  # fmt: skip
_MAY_RULE = guarded(_SIGNS, 3, any_case=True)
_WITHOUT_TERRITORY = (_NO_ARCHIVE, _EDITORIAL, *(p for _, p in (*_AUDIENCE_RULES, *_ONLY_AUDIENCE)))
_SENTENCE = re.compile(r"[.;]\s*")
# Between terms in capitals stand dashes and slashes, too.
_TERM = re.compile(r"[.;]\s*|\s+[-–—/*]\s+")
_LONGEST_TERMS, _LONGEST_TERM = 160, 40
# Commas of a term that are looked behind.
_MOST_PIECES = 20


def rights(clean: CleanDispatch, full_text: str = "") -> tuple[str | None, list[str]]:
    """``(usage_terms_text, usage_rules)``: the stated terms one a line, and the rules in order.

    Lines of ``full_text`` in capitals that hold a rule, or of nothing but terms, are terms too.
    """
    terms = [term.strip() for term in clean.usage_terms if term.strip()]
    terms += [line for line in _shouted(full_text) if line not in terms and rules(line)]
    found: dict[str, None] = {}
    for term in terms:
        found.update(dict.fromkeys(rules(term)))
    return ("\n".join(terms) or None), list(found)


def rules(term: str) -> list[str]:
    """The rules that one usage term states; none where it cannot be read."""
    coded = _CODED.fullmatch(term)
    if coded:
        return _of_codes(coded[1], coded[2])
    if not _MAY_RULE.search(term):
        return []
    term = re.sub(r"(?<=\S)\s{1,8}[-–—/*]\s{1,8}", "; ", term)
    plain = _plain(term)
    found = [rule for rule in plain if rule == "no_archive"]
    term = _apart(term)
    for patterns, rule in (((_OUT, _NO_USE_IN), "not_in"), ((_ONLY, _ONLY_IN), "only_in")):
        for pattern in patterns:
            for match in pattern.finditer(term):
                found += [f"{rule}:{code}" for code in territories(match[match.lastindex or 1])]
    found += plain
    return list(dict.fromkeys(found))


def _plain(term: str) -> list[str]:
    """The rules without a territory."""
    found = ["no_archive"] if _NO_ARCHIVE.search(term) else []
    found += [f"not_for:{name}" for name, pattern in _AUDIENCE_RULES if pattern.search(term)]
    if _EDITORIAL.search(term):
        found.append("only_for:editorial")
    return found + [f"only_for:{name}" for name, pattern in _ONLY_AUDIENCE if pattern.search(term)]


def _apart(term: str) -> str:
    """``term`` with a stop for the comma behind what is a rule by itself: it begins no list of territories."""
    *pieces, last = term.split(",", _MOST_PIECES)
    return "".join(piece + (";" if _plain(piece) else ",") for piece in pieces) + last


def _of_codes(name: str, codes: str) -> list[str]:
    """The rules of a list of ISO 3166-1 codes, or of audiences, under AFP's name for it; unknown codes give none."""
    words = re.findall(r"[A-Za-z_]+", codes)
    if name == "excludeAudiences":
        return [
            f"not_for:{a}" for word in words for a, p in _AUDIENCES.items() if re.fullmatch(p, word, re.I)
        ]
    aliases = get_global("territory_aliases")
    found = [w.upper() if len(w) == 2 else next(iter(aliases.get(w.upper(), ())), "") for w in words]
    return [
        f"{'not_in' if name == 'country_out' else 'only_in'}:{code}"
        for code in found
        if len(code) == 2 and code != "ZZ"
    ]


def _shouted(text: str) -> list[str]:
    """Lines in capitals, or of nothing but terms, at the beginning and the end, where wires put them."""
    lines = list(filter(str.strip, text.split("\n"))) if len(text) < 200_000 else []
    edges = dict.fromkeys([line.strip(" -=*") for line in lines[:3] + lines[-4:]])
    return [line for line in edges if 5 < len(line) < 200 and (_holds_term(line) or is_terms(line))]


def _holds_term(line: str) -> bool:
    """Whether a part of ``line``, in capitals, is a whole term: not "GREECE OUT OF EURO, SAYS MINISTER"."""
    return line.isupper() and any(
        _is_term(piece) for part in _TERM.split(line) for piece in (part, *part.split(","))
    )


def is_terms(line: str) -> bool:
    """Whether ``line`` is nothing but terms: two at least, "No archive. No resale.", or in capitals, "GERMANY OUT"."""
    if len(line) >= _LONGEST_TERMS:
        return False
    said = [piece for piece in _SENTENCE.split(line) if piece.strip()]
    if len(said) > 1 and len(said[0]) < _LONGEST_TERM and all(map(rules, said)):
        return True
    return line.isupper() and all(map(_is_term, _TERM.split(_apart(line.strip(" .;*-")))))


def _is_term(words: str) -> bool:
    """Whether a term is all of ``words``: "NO ARCHIVAL USE", not "NO ARCHIVE FOR THE QUEEN'S PAPERS"."""
    words = words.strip()
    if any(pattern.fullmatch(words) for pattern in _WITHOUT_TERRITORY):
        return True
    listed = (pattern.fullmatch(words) for pattern in (_OUT, _NO_USE_IN, _ONLY, _ONLY_IN))
    return any(found and territories(found[found.lastindex or 1]) for found in listed)
