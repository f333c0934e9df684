"""The values of a feed's keys as ``feeds.yml`` has them, each mistake told with its line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from depeche.columns import Columns, problem
from depeche.declared import NULL, mapping, wrong
from depeche.ingest.feeds.keys import NULLABLE, SWITCHES, select_problem
from depeche.ingest.feeds.select import Selection


def plain(path: Path, line: int, key: str, node: yaml.Node) -> Any:
    """The value of a key that takes a word, a number, a day, or true and false. Raises SettingsError."""
    try:
        value = yaml.SafeLoader("").construct_object(node, deep=True) if _is_plain(node) else node
    except (ValueError, yaml.YAMLError):
        value = node
    if key in SWITCHES:
        if not isinstance(value, bool):
            raise wrong(path, line, f"{key}: takes true or false")
        return value
    if value is None and key in NULLABLE:
        return None
    if key == "revisit_days":
        if type(value) is not int or value < 1:
            raise wrong(path, line, "revisit_days: takes a whole number from 1 up, such as revisit_days: 7")
        return value
    if key == "since":
        if type(value) is not date:
            raise wrong(path, line, "since: takes a day, such as since: 2016-07-01, without quotes")
        return value
    if not isinstance(value, str):
        # YAML reads no, on, 2016 and 2016-07-06 as something else than words.
        said = f" {node.value}" if isinstance(node, yaml.ScalarNode) else ""
        quoted = f'{key}: "{node.value}"' if said and node.value else f'{key}: "…"'
        raise wrong(path, line, f"{key}:{said} is no text; write {quoted}, in quotes")
    if not value.strip() or "\0" in value:
        instead = "write null or leave the key out" if key in NULLABLE else f"write a {key}"
        raise wrong(path, line, f"{key}: is empty; {instead}")
    return value


def _columns(path: Path, node: yaml.Node) -> Columns | None:
    if isinstance(node, yaml.ScalarNode) and node.tag == NULL:
        return None
    example = "    columns:\n      Title: headline\n      Body: text"
    given = mapping(path, node, "columns:", example)
    columns: Columns = {}
    for source, (at, value) in given.items():
        if not isinstance(value, yaml.ScalarNode) or not source.strip():
            raise wrong(path, at, f"columns: takes 'column of the table: field', such as\n{example}")
        columns[source] = None if value.tag == NULL else value.value
    found = problem(columns)
    if found:
        source, what = found[0] or "", found[1]
        at = given[source][0] if source in given else node.start_mark.line + 1
        raise wrong(path, at, f"columns: {source + ': ' if source else ''}{what}")
    return columns


def _select(path: Path, node: yaml.Node) -> Selection:
    example = "    select:\n      hosts: [lemonde.fr]\n      credits: [AFP]"
    values: dict[str, tuple[str, ...]] = {}
    for key, (at, value) in mapping(path, node, "select:", example).items():
        if key not in Selection.__struct_fields__:
            known = ", ".join(Selection.__struct_fields__)
            raise wrong(path, at, f"select: unknown key {key!r}; there is {known}")
        if not isinstance(value, yaml.SequenceNode) or not value.value:
            raise wrong(path, at, f"{key}: takes a list, such as\n{example}")
        words = [plain(path, each.start_mark.line + 1, key, each) for each in value.value]
        values[key] = tuple(words if key == "credits" else map(str.lower, words))
        for each, word in zip(value.value, values[key], strict=True):
            if what := select_problem(key, word):
                raise wrong(path, each.start_mark.line + 1, f"select: {key}: {what}")
    return Selection(**values)


# What reads the keys that take more than a word.
OWN: dict[str, Callable[[Path, yaml.Node], Any]] = {"columns": _columns, "select": _select}


def _is_plain(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag.startswith("tag:yaml.org,2002:")
