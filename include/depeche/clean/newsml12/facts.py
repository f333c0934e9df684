"""A NewsML 1.2 element flattened to facts: path → values.

Paths are relative to the NewsItem, ``NewsComponent`` standing for any depth of them.
NewsML says most things as name and value; the name is made part of the path:
``Property[Keyword]``, ``NewsLine[AdvisoryLine]``, ``Location[Origin]/Property[City]``.
The value of an element is its ``FormalName`` or its text, whichever the agency uses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable

from lxml import etree

from depeche.clean.newsml12.mapping import COMMON, SKIPPED
from depeche.clean.tidy import one_line, unique
from depeche.clean.xml.safe import words

Facts = defaultdict[str, list[str]]


def flatten(element: Iterable[etree._Element], path: str, facts: Facts) -> None:
    """Add what the children of ``element`` say to ``facts``; their paths begin with ``path``."""
    for child in element:
        name = child.tag
        if name in _NAMED:
            _NAMED[name](child, f"{path}/{name}", facts)
        elif name not in SKIPPED:
            _value(child, f"{path}/{name}", facts)


def attributes(element: etree._Element, path: str, facts: Facts, taken: Container[str] = ()) -> None:
    """Add the attributes of ``element`` that are neither common ones nor ``taken`` otherwise."""
    # Most elements have common ones only: the values of those are not asked for.
    for name in element.keys():  # noqa: SIM118 - elements iterate over children
        if name not in COMMON and name not in taken and (value := one_line(element.get(name))):
            facts[f"{path}@{name!s}"].append(value)


def _value(child: etree._Element, path: str, facts: Facts) -> None:
    attributes(child, path, facts)
    formal = one_line(child.get("FormalName"))
    if formal:
        facts[path].append(formal)
    if child.text and not child.text.isspace():
        # Where both are there, the text belongs to the name.
        facts[f"{path}[{formal}]" if formal else path].append(one_line(words(child)))
    elif len(child):
        flatten(child, path, facts)


def _line(child: etree._Element, path: str, facts: Facts) -> None:
    """A line meant for print, which may hold marked-up words."""
    attributes(child, path, facts)
    value = one_line(words(child))
    if value:
        facts[path].append(value)


def _property(child: etree._Element, path: str, facts: Facts) -> None:
    """``<Property FormalName=name Value=value/>``; properties may nest."""
    name = f"{path}[{child.get('FormalName', '')}]"
    attributes(child, name, facts)
    for value in (child.get("Value") or child.get("ValueRef"), child.text):
        if value and not value.isspace():
            facts[name].append(one_line(value))
    if len(child):
        flatten(child, name, facts)


def _news_line(child: etree._Element, path: str, facts: Facts) -> None:
    """``<NewsLine>`` with its NewsLineType and one or more NewsLineText."""
    kind = child.find("NewsLineType")
    name = f"{path}[{'' if kind is None else kind.get('FormalName') or one_line(kind.text)}]"
    attributes(child, name, facts)
    for part in child:
        if part.tag == "NewsLineText":
            _line(part, name, facts)
        elif part is not kind and part.tag not in SKIPPED:
            _value(part, f"{name}/{part.tag}", facts)


def _location(child: etree._Element, path: str, facts: Facts) -> None:
    """``<Location HowPresent=how>`` with its properties; without ``HowPresent`` "" is its name.

    A further one that says otherwise is ``Location[how][2]``, so that no place is made of two.
    """
    name = f"{path}[{child.get('HowPresent', '')}]"
    found = Facts(list)
    attributes(child, name, found)
    if child.text and not child.text.isspace():
        found[name].append(one_line(child.text))
    flatten(child, name, found)
    if facts.keys().isdisjoint(found):
        facts.update(found)
    elif any(facts.get(part) != values for part, values in found.items()):
        for part, values in found.items():
            facts[f"{name}[2]{part[len(name) :]}"] += values


def _subject(child: etree._Element, path: str, facts: Facts) -> None:
    """``<SubjectCode>`` with Subject, SubjectMatter, SubjectDetail and SubjectQualifier inside.

    Facts are ``scheme code`` under ``SubjectCode`` and the category under ``SubjectCode@cat``.
    """
    for code in child.iter():
        name = code.tag
        if name in SKIPPED:
            continue
        part = path if code is child else f"{path}/{name}"
        value = code.get("FormalName") or one_line(code.text)
        if value and name in _CODES:
            scheme = code.get("Scheme") or code.get("Vocabulary") or ""
            facts[path].append(f"{_scheme(scheme, value)} {value.strip()}")
        elif value:
            facts[part].append(value.strip())
        if code.get("cat"):
            facts[f"{path}@cat"].append(str(code.get("cat")))
        attributes(code, part, facts, ("cat",))


_CODES = frozenset(("SubjectCode", "Subject", "SubjectMatter", "SubjectDetail", "SubjectQualifier"))


def _scheme(scheme: str, code: str) -> str:
    """``iptc`` for IPTC's eight digits, else the last word of the vocabulary named."""
    if "iptc" in scheme.lower() or (not scheme and len(code) == 8 and code.isdigit()):
        return "iptc"
    return scheme.rpartition(":")[2].replace(" ", "-").lower() or "unnamed"


def _associated(child: etree._Element, path: str, facts: Facts) -> None:
    """``<AssociatedWith NewsItem=ref FormalName=kind/>``; either may be missing. A tab parts them."""
    ref, kind = child.get("NewsItem", "").strip(), child.get("FormalName", "").strip()
    if ref or kind:
        facts[path].append(f"{ref}\t{kind}")
    attributes(child, path, facts, ("NewsItem",))
    flatten(child, path, facts)


def _instruction(child: etree._Element, path: str, facts: Facts) -> None:
    """``<Instruction>``: its name; what it orders of earlier revisions as 'revision 2: Canceled'."""
    if child.get("FormalName"):
        facts[path].append(child.get("FormalName", ""))
    attributes(child, path, facts)
    for order in child:
        if order.tag != "RevisionStatus":
            flatten([order], path, facts)
            continue
        status = order.find("Status")
        value = (
            one_line(words(order)) if status is None else status.get("FormalName") or one_line(status.text)
        )
        facts[path].append(f"revision {order.get('Revision', 'before')}: {value}")


def _usage(child: etree._Element, path: str, facts: Facts) -> None:
    """``<UsageRights>``: its UsageType, then its other parts by name, on one line."""
    parts = []
    attributes(child, path, facts)
    for part in child:
        said = (
            "" if part.tag in SKIPPED else unique([one_line(part.get("FormalName")), one_line(words(part))])
        )
        value = ", ".join(said)
        if value:
            parts.append(value if part.tag == "UsageType" else f"{part.tag}: {value}")
    if parts:
        facts[path].append("; ".join(parts))


def _occurrence(child: etree._Element, path: str, facts: Facts) -> None:
    """``<TopicOccurrence Topic="#id"/>``: the id of a Topic in one of the file's topic sets."""
    if child.get("Topic"):
        facts[path].append(child.get("Topic", "").lstrip("#"))
    attributes(child, path, facts)
    flatten(child, path, facts)


_NAMED = {
    "TopicOccurrence": _occurrence,
    "UsageRights": _usage,
    "Instruction": _instruction,
    "Property": _property,
    "NewsLine": _news_line,
    "Location": _location,
    "SubjectCode": _subject,
    "AssociatedWith": _associated,
    "DerivedFrom": _associated,
    **dict.fromkeys(
        (
            "HeadLine",
            "SubHeadLine",
            "ByLine",
            "ByLineTitle",
            "DateLine",
            "CreditLine",
            "CopyrightLine",
            "RightsLine",
            "SeriesLine",
            "SlugLine",
            "KeywordLine",
        ),
        _line,
    ),
}
