"""Terms for machines in ODRL, as usage terms in words: "prohibited: archive".

ODRL 2 in XML states rules, ``permission`` and ``prohibition``, with the ``action`` they are
about and constraints; RightsML is IPTC's profile of it. Source: W3C ODRL community group,
ODRL 2.1 XML encoding.
"""

from __future__ import annotations

from lxml import etree

from depeche.clean.tidy import one_line, unique
from depeche.clean.xml.safe import local, words

_RULES = {"prohibition": "prohibited", "permission": "permitted"}
# Parts of a rule that are not what it is about.
_BESIDE = frozenset((
    "asset", "target", "party", "assigner", "assignee", "constraint", "duty", "remedy", "consequence", "rule",
))  # fmt: skip


def expressed(expression: etree._Element) -> list[str]:
    """The terms of an expression for machines, else its words; [] where there are none."""
    return _terms(expression) or list(filter(None, [one_line(words(expression))]))


def _terms(expression: etree._Element) -> list[str]:
    """One term a rule and action inside ``expression``, with the rule's constraints; [] where there is no rule."""
    found: list[str] = []
    for rule in expression.iter():
        said = _RULES.get(local(rule).lower())
        parts = list(rule) if said else []
        limits = [_limit(part) for part in parts if local(part) == "constraint"]
        for action in filter(None, map(_action, parts)):
            found.append("; ".join(filter(None, [f"{said}: {action}", *limits])))
    return unique(found)


def _action(part: etree._Element) -> str:
    """The name of an action, the end of its address; of ODRL 1's an element's own. "" of other parts."""
    name = local(part)
    if name == "action":
        return _end(_value(part, "name", "uid", "resource") or one_line(words(part)))
    return "" if not name or name.lower() in (*_BESIDE, *_RULES) else name


def _limit(constraint: etree._Element) -> str:
    """``spatial eq http://…/DEU``."""
    names = [_end(_value(constraint, "name", "leftOperand")), _end(_value(constraint, "operator"))]
    return " ".join(filter(None, [*names, _value(constraint, "rightOperand") or one_line(words(constraint))]))


def _value(element: etree._Element, *names: str) -> str:
    """The first attribute of one of ``names``, in any namespace."""
    said = {str(name).rpartition("}")[2]: str(value) for name, value in element.items()}
    return next((one_line(said[name]) for name in names if said.get(name)), "")


def _end(address: str) -> str:
    return address.rstrip("/#").replace("#", "/").rpartition("/")[2].rpartition(":")[2]
