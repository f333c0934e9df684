"""Tables of texts: CSV, TSV, JSON Lines and other JSON objects, Parquet; a dispatch a row.

Which column is which field the feed declares (``columns:``); without that only well-known
names are taken (:mod:`table.names`). A row is named ``file!/row-17``, counted from 1.
"""

from __future__ import annotations

import re

from depeche.clean.charset import replaced
from depeche.clean.delivery import one_of, origin
from depeche.clean.fragment import plain
from depeche.clean.json.values import subjects
from depeche.clean.numbers import degrees, whole_number
from depeche.clean.opening import Opening
from depeche.clean.table import names as table_names
from depeche.clean.table import rows
from depeche.clean.table.rows import Row
from depeche.clean.tidy import one_line, unique
from depeche.clean.words import body_or_headline
from depeche.columns import FIELDS, Columns
from depeche.records import CleanDispatch, RawDispatch, Rejected, StatedParty, StatedPlace

FORMAT = "table"
VERSION = "3"
ABOUT = (
    "CSV (comma, semicolon, tab or bar), JSON Lines, JSON objects that are no other format, and Parquet. "
    "Sources are the fields that a feed's `columns:` maps its columns to."
)
# Field of columns.py → field of CleanDispatch.
_TARGETS = {
    "language": "language_text", "issued_at": "issued_at_text", "created_at": "created_at_text",
    "modified_at": "modified_at_text",
    "source": "parties", "creator": "parties", "credit": "parties", "copyright": "parties",
    "dateline": "dateline_text", "dateline_date": "dateline_date_text", "genre": "genres", "kind": "kind_text",
    "city": "location", "area": "location", "country": "location", "latitude": "location", "longitude": "location",
    "urgency": "urgency_text", "signal": "signal_texts", "pubstatus": "status_text", "embargo": "embargo_text",
    "caption": "captions",
}  # fmt: skip
MAPPED: dict[str, tuple[str, str]] = {name: (_TARGETS.get(name, name), how) for name, how in FIELDS.items()}
IGNORED: dict[str, str] = {
    "a column mapped to null": "the feed says so",
    "an id of figures only, where no columns are declared": "it may count the rows of this very table; reported",
}
_LINES = ("url", "agency_guid", "language", "issued_at", "created_at", "modified_at", "publisher", "byline", "dateline", "dateline_date", "kind", "urgency", "pubstatus", "embargo", "slug")  # fmt: skip
_WORDS = re.compile(r"\s*[;|,]\s*")


def sniff(start: Opening) -> bool:
    """JSON that no reader before took, or columns with well-known names and a row of as many. Parquet is told before."""
    return rows.is_json(start.text) or table_names.is_known(start.text)


def sniff_declared(start: Opening) -> bool:
    """Where columns are declared: whatever is no markup."""
    return start.root is None and not start.declared_xml


def read(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatches of a table's rows, in their order.

    Raises Reject: ``unknown_columns``, ``malformed_content`` (no whole table), ``no_item``
    (a table without rows), and what is wrong with the only row.
    """
    table = rows.rows(raw)
    columns = raw.columns if raw.columns is not None else table_names.columns_of(table.names)
    flags = list(table.flags)
    if raw.columns is not None:
        table_names.check(columns, table.names)
        if table.is_named and table_names.missing(columns, table.names):
            flags.append("column_missing")
    return one_of(raw, table.found, lambda row: _one(raw, row, columns, flags))


def _one(raw: RawDispatch, row: Row, columns: Columns, flags: list[str]) -> CleanDispatch:
    values: dict[str, list[str]] = {}
    unread = list(row.unmapped(columns))
    for source, field in columns.items():
        words = row.words(source)
        if raw.columns is None and field == "agency_guid" and any(word.isdecimal() for word in words):
            unread.append(source)
        elif field is not None and words:
            values.setdefault(field, []).extend(words)
    lines = {name: one_line(" ".join(values[name])) or None for name in _LINES if name in values}
    contents = [plain(words) for words in values.get("text", ())]
    headline = one_line(" ".join(plain(" ".join(values.get("headline", ()))).paragraphs)) or None
    text, text_flags = body_or_headline([p for content in contents for p in content.paragraphs], headline)
    revision, revision_flags = whole_number(next(iter(values.get("revision", ())), None))
    location, place_flags = _location(values)
    delivered = origin(raw, FORMAT, VERSION)
    stated = {
        "url": lines.get("url"),
        "language_text": lines.get("language"),
        "publisher": lines.get("publisher"),
    }
    return CleanDispatch(
        **{
            **delivered,
            **{name: value for name, value in stated.items() if value},
            "name": f"{raw.name}!/row-{row.number}",
        },
        text=text,
        agency_guid=lines.get("agency_guid"),
        revision=revision,
        headline=headline,
        summary="\n\n".join(p for words in values.get("summary", ()) for p in plain(words).paragraphs)
        or None,
        slug=lines.get("slug"),
        keywords=_many(values, "keywords"),
        byline=lines.get("byline"),
        dateline_text=lines.get("dateline"),
        dateline_date_text=lines.get("dateline_date"),
        location=location,
        parties=_parties(values),
        captions=unique(
            [*map(one_line, values.get("caption", ())), *(c for part in contents for c in part.captions)]
        ),
        issued_at_text=lines.get("issued_at"),
        created_at_text=lines.get("created_at"),
        modified_at_text=lines.get("modified_at"),
        kind_text=lines.get("kind"),
        genres=_many(values, "genre"),
        urgency_text=lines.get("urgency"),
        status_text=lines.get("pubstatus"),
        signal_texts=_many(values, "signal"),
        advisory="\n".join(map(one_line, values.get("advisory", ()))) or None,
        embargo_text=lines.get("embargo"),
        usage_terms=unique(map(one_line, values.get("usage_terms", ()))),
        subjects=subjects(_many(values, "subjects"), "subject"),
        unmapped=[
            *unread,
            *(f"text//{name}" for name in unique(n for part in contents for n in part.unmapped)),
        ],
        quality_flags=unique([*flags, *revision_flags, *place_flags, *text_flags, *replaced(text)]),
    )


def _many(values: dict[str, list[str]], field: str) -> list[str]:
    """Several values: a list's own, or the words of a cell between semicolons, bars or commas."""
    cells = values.get(field, [])
    return unique(
        one_line(word) for cell in cells for word in (_WORDS.split(cell) if len(cells) == 1 else [cell])
    )


def _parties(values: dict[str, list[str]]) -> list[StatedParty]:
    roles = ("source", "creator", "credit", "copyright")
    named = [(role, one_line(words)) for role in roles for words in values.get(role, ())]
    return [StatedParty(role=role, text=words) for role, words in dict.fromkeys(named) if words]


def _location(values: dict[str, list[str]]) -> tuple[StatedPlace | None, list[str]]:
    names = {
        name: one_line(" ".join(values[name])) or None
        for name in ("city", "area", "country")
        if name in values
    }
    point = {
        name: degrees(values[name][0], limit)
        for name, limit in (("latitude", 90), ("longitude", 180))
        if name in values
    }
    place = StatedPlace(**names, **point)  # type: ignore[arg-type]
    flags = ["coordinates_unreadable"] if None in point.values() else []
    return (place if place != StatedPlace() else None), flags
