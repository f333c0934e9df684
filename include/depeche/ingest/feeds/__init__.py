"""The declared feeds: ``feeds.yml``, read with the line of every mistake.

The reference of the file is in ``docs/ingest.md``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from depeche.columns import Columns, problem
from depeche.declared import NULL, compose, mapping, wrong
from depeche.ingest.feeds.keys import (
    COMMON,
    KEYS_OF,
    KINDS,
    NULLABLE,
    REQUIRED,
    SCHEDULES,
    SERVED,
    SWITCHES,
    WEB_KINDS,
    call_problem,
    dated_problem,
    language_problem,
    location_problem,
    match_problem,
    query_problem,
    schedule_problem,
    select_problem,
)
from depeche.ingest.feeds.select import Selection
from depeche.records import Record
from depeche.storage import Place, is_remote, is_web, place


class Feed(Record, frozen=True, kw_only=True):
    """A way by which dispatches reach us.

    ``location`` is an absolute path or a URL and need not exist yet; ``agency`` is an authority id;
    ``dated`` is the strftime pattern of the sub-folders that hold a day, month or year;
    ``columns`` says what the columns of its tables are; ``schedule`` is a key of SCHEDULES, a cron
    expression in UTC, or None where only a person starts it;
    ``select`` says which records of its WARC files are taken, ``copy`` that their bytes are kept;
    ``declared_at`` is ``file:line``. Where the kind is served by a server, ``url`` is its address.

    Of the web: ``match`` is a pattern that a link has to hold, ``revisit_days`` after how many days
    a page is asked for again, ``allow_private`` whether private addresses may be connected to.
    Of the Core API: ``call`` and ``query`` say what is asked, ``since`` where the first run
    begins, ``connection`` whose account is used; ``unos`` is the file that lists what ``get`` gets.
    """

    id: str
    kind: str
    location: Place
    agency: str | None = None
    publisher: str | None = None
    language: str | None = None
    schedule: str | None = "daily"
    terms: str | None = None
    enabled: bool = True
    dated: str | None = None
    columns: Columns | None = None
    select: Selection = Selection()
    copy: bool = False
    url: str = ""
    match: str | None = None
    revisit_days: int | None = None
    allow_private: bool = False
    call: str = "search"
    connection: str = "afp_core_api"
    query: str | None = None
    since: date | None = None
    unos: Place | None = None
    declared_at: str = ""

    @property
    def cron(self) -> str | None:
        """When it is collected, as a cron expression in UTC."""
        return SCHEDULES.get(self.schedule, self.schedule) if self.schedule else None

    @property
    def host_class(self) -> str:
        """Who is asked when it is collected: ``local`` (this machine's disk), ``store``, ``web`` or ``api``."""
        if self.kind == "core-api":
            return "api"
        if self.kind in WEB_KINDS or is_web(self.location):
            return "web"
        return "store" if is_remote(self.location) else "local"


def load(path: Path) -> dict[str, Feed]:
    """The feeds by id, in the order of the file.

    Raises SettingsError, with ``file:line`` and what to write instead, for whatever is
    wrong with the file. That a location exists is asked when its feed is ingested.
    """
    root = compose(path, "DEPECHE_FEEDS", "feeds")
    if root is None:
        raise wrong(path, 1, "empty; write feeds: and below it a list (or feeds: [])")
    top = mapping(path, root, "the file", "feeds:\n  - id: afp\n    kind: drop\n    location: drop/afp")
    for key, (line, _) in top.items():
        if key != "feeds":
            raise wrong(path, line, f"unknown key {key!r}; the file has one key, feeds:")
    if "feeds" not in top:
        raise wrong(path, 1, "no feeds: key; write feeds: and below it a list (or feeds: [])")
    line, entries = top["feeds"]
    if not isinstance(entries, yaml.SequenceNode):
        raise wrong(path, line, "feeds: takes a list; start each feed with '- id: …' (or write feeds: [])")
    feeds: dict[str, Feed] = {}
    lines: dict[str, int] = {}
    for entry in entries.value:
        feed, line = _feed(path, entry)
        if feed.id in feeds:
            raise wrong(
                path,
                line,
                f"feed {feed.id!r} is declared in line {lines[feed.id]} already; choose another id",
            )
        feeds[feed.id], lines[feed.id] = feed, line
    return feeds


def _feed(path: Path, node: yaml.Node) -> tuple[Feed, int]:
    line = node.start_mark.line + 1
    given = mapping(path, node, "a feed", "  - id: afp\n    kind: drop\n    location: drop/afp")
    values: dict[str, Any] = {}
    for key, (at, value) in given.items():
        if key not in COMMON and not any(key in own for own in KEYS_OF.values()):
            known = ", ".join(dict.fromkeys((*COMMON, *(key for own in KEYS_OF.values() for key in own))))
            raise wrong(path, at, f"unknown key {key!r}; there are {known}")
        values[key] = OWN[key](path, value) if key in OWN else _value(path, at, key, value)
    for key in REQUIRED:
        if key not in values:
            raise wrong(path, line, f"a feed needs {key}: ({', '.join(REQUIRED)})")
    _check(path, {key: found[0] for key, found in given.items()}, values)
    folder = path.absolute().parent
    if values["kind"] in SERVED:
        values["url"], values["location"] = values["location"], folder
    else:
        values["location"] = place(values["location"], folder)
    if values.get("unos"):
        values["unos"] = place(values["unos"], folder)
    return Feed(**values, declared_at=f"{path}:{line}"), line


def _value(path: Path, line: int, key: str, node: yaml.Node) -> Any:
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
        words = [_value(path, each.start_mark.line + 1, key, each) for each in value.value]
        values[key] = tuple(words if key == "credits" else map(str.lower, words))
        for each, word in zip(value.value, values[key], strict=True):
            if what := select_problem(key, word):
                raise wrong(path, each.start_mark.line + 1, f"select: {key}: {what}")
    return Selection(**values)


OWN: dict[str, Callable[[Path, yaml.Node], Any]] = {"columns": _columns, "select": _select}


def _is_plain(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag.startswith("tag:yaml.org,2002:")


def _check(path: Path, at: dict[str, int], values: dict[str, Any]) -> None:
    if not re.fullmatch("[a-z0-9-]+", values["id"]):
        raise wrong(
            path, at["id"], f"id: {values['id']!r}: takes a-z, 0-9 and hyphens only, such as afp-newsml"
        )
    if values["kind"] not in KINDS:
        raise wrong(path, at["kind"], f"kind: {values['kind']!r}: there is {', '.join(KINDS)}")
    kind = values["kind"]
    for key in values:
        if key not in COMMON and key not in KEYS_OF[kind]:
            kinds = ", ".join(other for other in KINDS if key in KEYS_OF[other])
            raise wrong(path, at[key], f"{key}: is for feeds of kind {kinds}; this one is of kind {kind}")
    if problem := location_problem(kind, values["location"]):
        raise wrong(path, at["location"], f"location: {problem}")
    if values.get("dated"):
        problem = dated_problem(values["dated"])
        if problem:
            raise wrong(path, at["dated"], f'dated: {problem}; write for instance "%Y-%m" or "%Y/%m/%d"')
    for key, problem_of in (
        ("language", language_problem),
        ("match", match_problem),
        ("query", query_problem),
        ("call", call_problem),
        ("schedule", schedule_problem),
    ):
        if values.get(key) and (problem := problem_of(values[key])):
            raise wrong(path, at[key], f"{key}: {problem}")
    if (values.get("call") == "get") != bool(values.get("unos")):
        line = at.get("call") or at["unos"]
        raise wrong(path, line, "call: get and unos: (the file that lists what to get) go together")
