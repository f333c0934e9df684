"""Values of NewsML-G2: codes, names, places.

A value is a concept named by ``qcode`` (alias:code), ``uri`` or ``literal``, with names in
several languages; the aliases are bound to vocabularies by catalogues. A catalogue inside
the item is used; IPTC's own aliases are known; nothing is fetched.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from depeche.clean.numbers import degrees
from depeche.clean.tidy import one_line
from depeche.clean.xml.safe import LANG, words
from depeche.records import StatedPlace, Subject

# IPTC's vocabularies by the ends of their addresses → the alias that IPTC's catalogue gives them.
_VOCABULARIES = {
    "mediatopic": "medtop",
    "subjectcode": "iptc",
    "pubstatusg2": "stat",
    "signal": "sig",
    "genre": "genre",
    "itemrelation": "irel",
    "contentwarning": "cwarn",
}
_SCHEMES = {"subj": "iptc", "subjectcode": "iptc", "iptcsubject": "iptc", "mediatopic": "medtop"}
_COUNTRY = ("country", "cntry", "iso3166", "geoprop:5", "ctry")
_AREA = ("statprov", "state", "province", "region", "area", "prov", "reg", "geoprop:6", "iso3166-2")
_CITY = ("city", "town", "geoprop:8", "place", "poi")


class Code(NamedTuple):
    """A code and the alias of its vocabulary ("" where it has none)."""

    scheme: str
    code: str


def code_of(element: etree._Element, aliases: dict[str, str]) -> Code | None:
    """The value's code; None where it has a name only."""
    qcode = one_line(element.get("qcode"))
    if qcode:
        alias, _, code = qcode.partition(":")
        return Code(aliases.get(alias, alias), code) if code else Code("", alias)
    uri = one_line(element.get("uri"))
    if uri:
        vocabulary, _, code = uri.rstrip("/").rpartition("/")
        scheme = alias_of(vocabulary)
        return Code(scheme, code) if scheme and code else Code("uri", uri)
    literal = one_line(element.get("literal"))
    return Code("", literal) if literal else None


def alias_of(address: str) -> str | None:
    """IPTC's alias of a vocabulary by its address, with or without ``http://cv.iptc.org/newscodes/``."""
    if "iptc.org" not in address:
        return None
    return _VOCABULARIES.get(address.rstrip("/").rpartition("/")[2].lower())


def aliases(item: etree._Element) -> dict[str, str]:
    """alias → IPTC's alias, for vocabularies of IPTC that a catalogue inside the item names otherwise."""
    found = {}
    for scheme in item.iter("scheme"):
        known = alias_of(one_line(scheme.get("uri")))
        if known and scheme.get("alias"):
            found[one_line(scheme.get("alias"))] = known
    return found


def stated(element: etree._Element, known: dict[str, str]) -> str:
    """``alias:code`` as IPTC would write it, the literal, or the name."""
    code = code_of(element, known)
    if code is None:
        return name_of(element, "") or one_line(element.text)
    return f"{code.scheme}:{code.code}" if code.scheme not in ("", "uri") else code.code


def name_of(element: etree._Element, language: str) -> str:
    """The value's name in ``language``, else its first; a display or full name before a short one."""
    if not len(element):
        return ""
    names = [name for name in element.iterchildren("name") if one_line(words(name))]
    if len(names) < 2:
        return one_line(words(names[0])) if names else ""
    base = language.lower().partition("-")[0]

    def rank(name: etree._Element) -> tuple[bool, bool]:
        role, own = (name.get("role") or "").lower(), (name.get(LANG) or base).lower().partition("-")[0]
        return own != base, "short" in role or "mnemonic" in role

    return one_line(words(min(names, key=rank)))


def party(element: etree._Element, language: str, known: dict[str, str]) -> str:
    """Who a value names: the name, the words, the literal, or the code without its alias."""
    name = name_of(element, language) or one_line(element.text)
    if name:
        return name
    code = code_of(element, known)
    return code.code if code else ""


def subject(element: etree._Element, language: str, known: dict[str, str]) -> Subject | None:
    """A subject; without a code its name is the code, under the kind of thing it is."""
    code, label = code_of(element, known), name_of(element, language) or one_line(element.text) or None
    kind = one_line(element.get("type")).rpartition(":")[2]
    if code is None:
        return Subject(scheme=kind or "name", code=label) if label else None
    scheme = _SCHEMES.get(code.scheme.lower(), code.scheme) or kind or "literal"
    return Subject(scheme=scheme, code=code.code, label=label if label != code.code else None)


def place(located: etree._Element, language: str, known: dict[str, str]) -> StatedPlace | None:
    """Where an item was filed: the value itself and what it lies in."""
    found: dict[str, str] = {}
    wider = list(located.iterchildren("broader"))
    wider += [outer for inner in wider for outer in inner.iterchildren("broader")]
    level = _level(located) or "city"
    found[level] = _country(located) if level == "country" else ""
    found[level] = found[level] or party(located, language, known)
    for number, element in enumerate(wider):
        name = party(element, language, known)
        level = _level(element) or ("country" if number == len(wider) - 1 else "area")
        value = (_country(element) or name) if level == "country" else name
        if value:
            found.setdefault(level, value)
    if "country" not in found and _country(located):
        found["country"] = _country(located)
    positions = ((each.get("latitude"), each.get("longitude")) for each in located.iter("position"))
    latitude, longitude = next(positions, (None, None))
    stands = StatedPlace(
        city=found.get("city") or None,
        area=found.get("area") or None,
        country=found.get("country") or None,
        latitude=degrees(latitude, 90),
        longitude=degrees(longitude, 180),
    )
    return stands if stands != StatedPlace() else None


def _level(element: etree._Element) -> str | None:
    """city, area or country, by the value's type, facets and vocabulary."""
    facets = [facet.get("qcode") or facet.get("literal") or "" for facet in element.iterchildren("facet")]
    kind = element.get("type") or ""
    # The nature of the concept (cpnat:geoArea) is the same for every place.
    signs = [
        *facets,
        "" if kind.startswith("cpnat:") else kind,
        (element.get("qcode") or "").partition(":")[0],
    ]
    for sign in filter(None, (sign.lower() for sign in signs)):
        for level, marks in (
            ("area", ("iso3166-2",)),
            ("country", _COUNTRY),
            ("city", _CITY),
            ("area", _AREA),
        ):
            if any(mark in sign for mark in marks):
                return level
    return None


def _country(element: etree._Element) -> str:
    """The ISO 3166 code that a value has, or that is the same as it."""
    for same in (element, *element.iterchildren("sameAs")):
        alias, _, code = one_line(same.get("qcode")).partition(":")
        if "iso3166" in alias.lower() and "-2" not in alias and code:
            return code
    return ""
