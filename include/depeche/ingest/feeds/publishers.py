"""The rules for single sites: ``publishers.yml``, read with the line of every mistake.

The file is shown in ``docs/feeds.md``.
"""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import yaml
from lxml import etree
from lxml.html import document_fromstring

from depeche.declared import compose, line_of, mapping, wrong
from depeche.records import SiteRule
from depeche.records.site import SELECTORS, Sites

EXAMPLE = """publishers:
  - hosts: [www.paper.example]
    rules:
      - headline: //h1"""
DAYS = {"from": "since", "until": "until"}
_HOST = re.compile(r"(?!-)[\w-]+(\.[\w-]+)+")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_CALL = re.compile(r"([\w:-]+)\s*\(")
# XPath 1.0's own functions, node tests and operators: what may stand before a bracket.
_KNOWN = frozenset(
    (
        "last", "position", "count", "id", "local-name", "namespace-uri", "name", "string", "concat", "starts-with",
        "contains", "substring-before", "substring-after", "substring", "string-length", "normalize-space",
        "translate", "boolean", "not", "true", "false", "lang", "number", "sum", "floor", "ceiling", "round",
        "text", "node", "comment", "and", "or", "div", "mod",
    )
)  # fmt: skip


def load(path: Path) -> Sites:
    """The rules by host. Raises SettingsError, with ``file:line``, for whatever is wrong with the file."""
    root = compose(path, "DEPECHE_PUBLISHERS", "rules of sites")
    if root is None:
        return {}
    sites: Sites = {}
    lines: dict[str, int] = {}
    for entry in _list(path, _keys(path, root, "the file", ("publishers",))["publishers"], "publishers"):
        given = _keys(path, entry, "a publisher", ("hosts", "rules"))
        rules = tuple(_rule(path, node) for node in _list(path, given["rules"], "rules"))
        for node in _list(path, given["hosts"], "hosts"):
            host = _host(path, node)
            if host in sites:
                raise wrong(
                    path, line_of(node), f"{host} has rules in line {lines[host]} already; add to them"
                )
            sites[host], lines[host] = rules, line_of(node)
    return sites


def version(path: Path) -> str | None:
    """Hash of the rules, 12 characters; None where there are none. Raises SettingsError."""
    sites = load(path)
    return sha256(msgspec.json.encode(sites, order="sorted")).hexdigest()[:12] if sites else None


def _keys(path: Path, node: yaml.Node, what: str, keys: tuple[str, ...]) -> dict[str, tuple[int, yaml.Node]]:
    """The values of ``keys``, all of which have to be there."""
    given = mapping(path, node, what, EXAMPLE)
    for key, (line, _) in given.items():
        if key not in keys:
            raise wrong(path, line, f"unknown key {key!r}; {what} has {', '.join(keys)}")
    for key in keys:
        if key not in given:
            raise wrong(path, line_of(node), f"{what} needs {key}: such as\n{EXAMPLE}")
    return given


def _list(path: Path, given: tuple[int, yaml.Node], key: str) -> list[yaml.Node]:
    line, node = given
    if not isinstance(node, yaml.SequenceNode) or not (node.value or key == "publishers"):
        raise wrong(path, line, f"{key}: takes a list, such as\n{EXAMPLE}")
    return list(node.value)


def _host(path: Path, node: yaml.Node) -> str:
    host = node.value.lower() if isinstance(node, yaml.ScalarNode) else ""
    if not _HOST.fullmatch(host):
        raise wrong(path, line_of(node), "hosts: takes names of hosts alone, such as www.paper.example")
    return host


def _rule(path: Path, node: yaml.Node) -> SiteRule:
    values: dict[str, Any] = {}
    for key, (line, value) in mapping(path, node, "a rule", EXAMPLE).items():
        if key in DAYS:
            values[DAYS[key]] = _day(path, line, key, value)
        elif key in SELECTORS:
            values[key] = _selector(path, line, key, value)
        else:
            raise wrong(path, line, f"unknown key {key!r}; a rule has {', '.join((*DAYS, *SELECTORS))}")
    rule = SiteRule(**values)
    if not values.keys() & set(SELECTORS):
        raise wrong(path, line_of(node), f"a rule needs one of {', '.join(SELECTORS)}")
    if rule.since and rule.until and rule.since > rule.until:
        raise wrong(path, line_of(node), f"from: {rule.since} is after until: {rule.until}")
    return rule


def _day(path: Path, line: int, key: str, node: yaml.Node) -> date:
    try:
        value = yaml.SafeLoader("").construct_object(node, deep=True)
    except (ValueError, yaml.YAMLError):
        value = None
    if type(value) is not date:
        raise wrong(path, line, f"{key}: takes a day, such as {key}: 2016-07-01, without quotes")
    return value


def _selector(path: Path, line: int, key: str, node: yaml.Node) -> str:
    said = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
    if not said:
        raise wrong(path, line, f"{key}: takes an XPath expression, such as {key}: //h1")
    problem = _problem(said)
    if problem:
        raise wrong(path, line, f"{key}: {said!r}: {problem}")
    return said


def _problem(selector: str) -> str | None:
    """What is wrong with an expression, or None: libxml2 finds some only where elements are met."""
    bare = _QUOTED.sub("''", selector)
    unknown = [name for name in _CALL.findall(bare) if name.rpartition("::")[2] not in _KNOWN]
    if unknown:
        return f"XPath 1.0 has no function {unknown[0]}()"
    if "$" in bare or re.search(r"[\w*]:(?!:)[\w*]", bare.replace("::", " ")):
        return "variables and prefixes stand for nothing in a page"
    try:
        found = etree.XPath(selector)(document_fromstring("<p>"))
    except (etree.XPathError, ValueError) as error:
        return f"no XPath expression ({error})"
    return None if isinstance(found, list) else "gives no elements, attributes or texts"
