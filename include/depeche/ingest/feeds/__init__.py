"""The declared feeds: ``feeds.yml``, read with the line of every mistake.

The reference of the file is in ``docs/ingest.md``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from depeche.declared import compose, mapping, wrong
from depeche.ingest.feeds.feed import Feed
from depeche.ingest.feeds.keys import (
    COMMON,
    KEYS_OF,
    KINDS,
    REQUIRED,
    SERVED,
    call_problem,
    dated_problem,
    language_problem,
    location_problem,
    match_problem,
    query_problem,
    schedule_problem,
)
from depeche.ingest.feeds.values import OWN, plain
from depeche.storage import place

__all__ = ["Feed", "load"]


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
        values[key] = OWN[key](path, value) if key in OWN else plain(path, at, key, value)
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
