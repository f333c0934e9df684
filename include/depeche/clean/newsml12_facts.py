"""A NewsML 1.2 element flattened to facts: path → values.

Paths are relative to the NewsItem, ``NewsComponent`` standing for any depth of them.
NewsML says most things as name and value; the name is made part of the path:
``Property[Keyword]``, ``NewsLine[AdvisoryLine]``, ``Location[Origin]/Property[City]``.
The value of an element is its ``FormalName`` or its text, whichever the agency uses.
"""

from __future__ import annotations

from collections import defaultdict

from lxml import etree

from depeche.clean.tidy import one_line
from depeche.clean.xmlsafe import LANG, words

Facts = defaultdict[str, list[str]]

# Attributes that say how a value is meant, never what it is; the same on every element.
COMMON = frozenset(
    (
        "FormalName", "Value", "Duid", "Euid", "Vocabulary", "Scheme", "AssignedBy", "Importance",
        "Confidence", "HowPresent", "Topic", "TopicSetRef", "Relevance", LANG,
    )
)  # fmt: skip
# Vocabularies of the codes; nothing about the item.
SKIPPED = frozenset(("Catalog", "TopicSet", "Resource", "TopicUse", "Comment"))


def flatten(element: etree._Element, path: str, facts: Facts) -> None:
    """Add what the children of ``element`` say to ``facts``; their paths begin with ``path``."""
    for child in element:
        name = child.tag
        if name in _NAMED:
            _NAMED[name](child, f"{path}/{name}", facts)
        elif name not in SKIPPED:
            _value(child, f"{path}/{name}", facts)


def _value(child: etree._Element, path: str, facts: Facts) -> None:
    formal = ""
    for name, stated in child.items():
        attribute = str(name)
        if attribute == "FormalName":
            formal = one_line(str(stated))
        elif attribute not in COMMON and (value := one_line(str(stated))):
            facts[f"{path}@{attribute}"].append(value)
    if formal:
        facts[path].append(formal)
    if child.text and not child.text.isspace():
        # Where both are there, the text belongs to the name.
        facts[f"{path}[{formal}]" if formal else path].append(one_line(words(child)))
    elif len(child):
        flatten(child, path, facts)


def _line(child: etree._Element, path: str, facts: Facts) -> None:
    """A line meant for print, which may hold marked-up words."""
    value = one_line(words(child))
    if value:
        facts[path].append(value)


def _property(child: etree._Element, path: str, facts: Facts) -> None:
    """``<Property FormalName=name Value=value/>``; properties may nest."""
    name = f"{path}[{child.get('FormalName', '')}]"
    value = child.get("Value") or child.get("ValueRef") or child.text
    if value and not value.isspace():
        facts[name].append(one_line(value))
    if len(child):
        flatten(child, name, facts)


def _news_line(child: etree._Element, path: str, facts: Facts) -> None:
    """``<NewsLine>`` with its NewsLineType and one or more NewsLineText."""
    kind = child.find("NewsLineType")
    name = f"{path}[{'' if kind is None else kind.get('FormalName') or one_line(kind.text)}]"
    for text in child.iterfind("NewsLineText"):
        value = one_line(words(text))
        if value:
            facts[name].append(value)


def _location(child: etree._Element, path: str, facts: Facts) -> None:
    """``<Location HowPresent=how>`` with its properties; without ``HowPresent`` "" is its name."""
    flatten(child, f"{path}[{child.get('HowPresent', '')}]", facts)


def _subject(child: etree._Element, path: str, facts: Facts) -> None:
    """``<SubjectCode>`` with Subject, SubjectMatter, SubjectDetail and SubjectQualifier inside.

    Facts are ``scheme code`` under ``SubjectCode`` and the category under ``SubjectCode@cat``.
    """
    for code in child.iter("Subject", "SubjectMatter", "SubjectDetail", "SubjectQualifier"):
        value = code.get("FormalName") or one_line(code.text)
        if value:
            scheme = code.get("Scheme") or code.get("Vocabulary") or ""
            facts[path].append(f"{_scheme(scheme, value)} {value.strip()}")
        if code.get("cat"):
            facts[f"{path}@cat"].append(str(code.get("cat")))


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


def _instruction(child: etree._Element, path: str, facts: Facts) -> None:
    """``<Instruction>``: its name; what it orders of earlier revisions as 'revision 2: Canceled'."""
    if child.get("FormalName"):
        facts[path].append(child.get("FormalName", ""))
    for order in child.iter("RevisionStatus"):
        status = order.find("Status")
        value = (
            one_line(words(order)) if status is None else status.get("FormalName") or one_line(status.text)
        )
        facts[path].append(f"revision {order.get('Revision', 'before')}: {value}")


def _usage(child: etree._Element, path: str, facts: Facts) -> None:
    """``<UsageRights>``: its UsageType, then its other parts by name, on one line."""
    parts = []
    for part in child:
        value = part.get("FormalName") or one_line(words(part))
        if value:
            parts.append(value if part.tag == "UsageType" else f"{part.tag}: {value}")
    if parts:
        facts[path].append("; ".join(parts))


def _occurrence(child: etree._Element, path: str, facts: Facts) -> None:
    """``<TopicOccurrence Topic="#id"/>``: the id of a Topic in one of the file's topic sets."""
    if child.get("Topic"):
        facts[path].append(child.get("Topic", "").lstrip("#"))


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
