"""The golden of actors: marked dispatches, and what the archive finds in the same ones.

How the marks are to be read is in tests/golden/actors/README.md. Offsets count code points
in the unmarked text: headline, blank line, cleaned text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec

from depeche.authority import Authority
from depeche.clean import clean
from depeche.normalise import normalise
from depeche.records import CleanDispatch, Dispatch, Mention, RawDispatch, Rejected, SideCar
from depeche.settings import PROJECT

GOLDEN = PROJECT / "tests" / "golden" / "actors"
_MARK = re.compile(r"\[\[([^]|]+)\|([?~]?)([^]]*)\]\]")


class Mark(NamedTuple):
    """A marked stretch. ``sort``: known, unknown (``actor`` is then its kind) or optional."""

    start: int
    end: int
    sort: str
    actor: str


class Said(NamedTuple):
    """A mention the archive found, in the offsets of the marks."""

    start: int
    end: int
    actor: str
    rule: str
    confidence: float


@dataclass(frozen=True)
class Annotated:
    """One marked dispatch: where it comes from, its day, its unmarked text, its marks."""

    name: str
    source: Path
    language: str
    as_of: date
    text: str
    marks: list[Mark]


def annotated(folder: Path = GOLDEN) -> list[Annotated]:
    """All marked dispatches of ``folder``, by name. Raises ValueError on a file out of form."""
    return [_annotated(file) for file in sorted((folder / "marked").glob("*.txt"))]


def _annotated(file: Path) -> Annotated:
    head, blank, marked = file.read_text("utf-8").rstrip("\n").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    if not blank or set(facts) != {"of", "language", "as_of"}:
        raise ValueError(f"{file.name}: of, language and as_of, a blank line, the text")
    text, marks = unmarked(marked)
    return Annotated(
        file.stem,
        PROJECT / facts["of"],
        facts["language"],
        date.fromisoformat(facts["as_of"]),
        text,
        marks,
    )


def unmarked(marked: str) -> tuple[str, list[Mark]]:
    """The text without its marks, and the marks. Raises ValueError where brackets are left over."""
    sorts = {"": "known", "?": "unknown", "~": "optional"}
    parts: list[str] = []
    marks: list[Mark] = []
    length = past = 0
    for mark in _MARK.finditer(marked):
        before, words = marked[past : mark.start()], mark[1]
        length += len(before)
        marks.append(Mark(length, length + len(words), sorts[mark[2]], mark[3]))
        parts += [before, words]
        length += len(words)
        past = mark.end()
    text = "".join([*parts, marked[past:]])
    if "[[" in text or "]]" in text:
        raise ValueError("a mark that is not [[words|actor]]")
    return text, marks


def cleaned(source: Path) -> CleanDispatch:
    """The dispatch in ``source`` after cleaning, with its side-car where it has one."""
    payload = source.read_bytes()
    side = source.with_name(f"{source.name.rsplit('.', 1)[0]}.meta.json")
    given = msgspec.json.decode(side.read_bytes()) if side.exists() else {}
    collected = given.pop("collected_at", "2026-01-01T00:00:00+00:00")
    raw = RawDispatch(
        raw_uri=None,
        raw_sha256=sha256(payload).hexdigest(),
        name=source.name,
        payload=payload,
        feed_id=None,
        collected_at=datetime.fromisoformat(collected),
        sidecar=msgspec.convert(given, SideCar),
    )
    (made,) = [one for one in clean(raw) if not isinstance(one, Rejected)]
    return made


def whole(made: CleanDispatch) -> str:
    """Headline and text as they are marked."""
    return "\n\n".join(part for part in (made.headline, made.text) if part)


def found(made: CleanDispatch, authority: Authority) -> tuple[Dispatch, list[Said]]:
    """The dispatch as the archive publishes it, and its mentions where they stand in ``whole(made)``."""
    dispatch = normalise(made, authority)
    text = whole(made)
    places = {"headline": [(0, text.find(dispatch.headline or ""))], "text": _paragraphs(dispatch.text, text)}
    said = [
        Said(*_moved(one, places[one.field]), actor.actor_id, one.rule, one.confidence)
        for actor in dispatch.actors
        for one in actor.mentions
    ]
    return dispatch, sorted(said)


def _paragraphs(published: str, text: str) -> list[tuple[int, int]]:
    """Where each paragraph of the published text begins in it, and in the unmarked text."""
    at, cursor, places = 0, 0, []
    for paragraph in published.split("\n\n"):
        begins = text.find(paragraph, cursor)
        if begins < 0:
            raise ValueError(f"published, but not in the cleaned text: {paragraph[:60]!r}")
        places.append((at, begins))
        at, cursor = at + len(paragraph) + 2, begins + len(paragraph)
    return places


def _moved(mention: Mention, places: list[tuple[int, int]]) -> tuple[int, int]:
    published, begins = max(place for place in places if place[0] <= mention.start)
    return mention.start - published + begins, mention.end - published + begins
