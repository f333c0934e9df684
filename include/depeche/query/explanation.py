"""What a dispatch's values were made from: pure functions over a row of ``dispatch_revisions``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from depeche.flags import FLAGS
from depeche.query.explanation_said import Find, announced, ordered, signed

Row = dict[str, Any]


class Span(NamedTuple):
    """Marked words: characters ``start`` to ``end`` of ``field``, and what they were taken for."""

    field: str
    start: int
    end: int
    kind: str

    def moved(self, field: str, by: int) -> Span:
        """The same words in a field that holds this one from character ``by`` on."""
        return Span(field, self.start + by, self.end + by, self.kind)


class Marked(NamedTuple):
    """A span, and the place of its fact in the list of facts."""

    span: Span
    place: int


class Fact(NamedTuple):
    """One value ← the words it was made from ← the rule ← the authority's entry ← the version."""

    field: str
    value: str
    words: str
    rule: str
    entry: str
    version: str
    span: Span | None = None


def facts(row: Row) -> list[Fact]:
    """Every value of the row that was made from words, the source first."""
    found = [*_origin(row), *_text(row), *_lifecycle(row), *_time(row), *_dateline(row), *_actors(row)]
    found += [*_event_dates(row), *_subjects(row), *_identity(row), *_flags(row)]
    # Where the text is withheld its offsets stay, but there are no words to mark.
    return [
        fact._replace(span=None) if fact.span and not row[fact.span.field] else fact
        for fact in found
        if fact.value
    ]


def marked_texts(row: Row, found: Sequence[Fact]) -> Iterator[tuple[str, list[Marked]]]:
    """The fields to show, and the spans in each, in order, the longer first.

    ``text`` is shown within ``full_text`` where it stands there in one piece, so that one
    text shows every mark.
    """
    by_field: dict[str, list[Marked]] = {"headline": [], "full_text": [], "text": []}
    within = (row["full_text"] or "").find(row["text"]) if row["text"] else -1
    for at, fact in enumerate(found):
        if fact.span is not None:
            moved = fact.span.field == "text" and within >= 0
            span = fact.span.moved("full_text", within) if moved else fact.span
            by_field[span.field].append(Marked(span, at))
    for field, marks in by_field.items():
        if row[field] and not (field == "text" and within >= 0):
            yield field, sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))


def pieces(length: int, marked: Sequence[Marked]) -> Iterator[tuple[int, int, list[int]]]:
    """Cut a text of ``length`` characters at every span's ends: (start, end, places in ``marked``
    of the spans that cover it, the innermost last). Spans may overlap; what lies outside is left out.
    """
    ends = {min(edge, length) for span, _ in marked for edge in (span.start, span.end)}
    edges = sorted({0, length} | ends)
    for start, end in pairwise(edges):
        yield (
            start,
            end,
            [at for at, (span, _) in enumerate(marked) if span.start <= start and end <= span.end],
        )


def notices(row: Row) -> list[str]:
    """What forbids or limits its use, to be seen first."""
    found = []
    if row["pubstatus"] != "usable":
        found.append(
            f"This dispatch is {row['pubstatus']}: {row['pubstatus_text'] or row['kind_text'] or 'see signal'}."
        )
    if row["embargo_until"]:
        found.append(f"Embargo until {row['embargo_until']:%Y-%m-%d %H:%M} UTC.")
    if "text_withheld" in (row["quality_flags"] or []):
        found.append(f"Text withheld: {row['usage_terms_text'] or FLAGS['text_withheld']}")
    elif row["usage_rules"]:
        found.append(f"Usage: {', '.join(row['usage_rules'])}.")
    return found


def made_by(row: Row) -> str:
    """Key and versions in one line."""
    return (
        f"{row['dispatch_id']} revision {row['revision']} · reader {row['reader_version']} · "
        f"normaliser {row['normaliser_version']} · authority {row['authority_version']} · raw {row['raw_uri']}"
    )


def _made(
    row: Row,
    field: str,
    value: Any,
    words: Any = "",
    rule: str | None = "",
    entry: str = "",
    span: Span | None = None,
) -> Fact:
    """A fact of the normaliser's; the authority's version too where an entry of it counted."""
    version = f"normaliser {row['normaliser_version']}"
    if entry:
        version += f", authority {row['authority_version'][:12]}"
    return Fact(field, _shown(value), _shown(words), rule or "", entry, version, span)


def _said(row: Row, field: str, value: Any, words: str | None, find: Find, rule: str) -> Fact:
    """A fact that the dispatch says of itself, with where ``find`` finds its words."""
    place = find(row, words)
    span = Span(place.field, place.start, place.end, "said") if place.field else None
    return _made(row, field, value, words, f"{rule}: {place.where}" if place.where else rule, span=span)


def _read(row: Row, field: str, value: Any, words: Any = "", rule: str = "as stated") -> Fact:
    """A fact of the reader's: the value is what the format says."""
    return Fact(
        field, _shown(value), _shown(words if words else value), rule, "", f"reader {row['reader_version']}"
    )


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _span(kind: str, field: str, found: Row) -> Span | None:
    start = found["start"]
    return None if start is None else Span(field, start, found["end"], kind)


def _origin(row: Row) -> Iterator[Fact]:
    issuers = [
        c
        for c in row["credits"] or []
        if c["agency_id"] == row["source"] and c["role"] in ("issuer", "joint")
    ]
    first = issuers[0] if issuers else {"text": "", "rule": "no issuer found", "wikidata_id": None}
    entry = f"agencies.yml {row['source']}" if issuers else ""
    yield _made(
        row, "source", row["source"], first["text"], first["rule"], _entry(entry, first["wikidata_id"])
    )
    for credit in row["credits"] or []:
        value = f"{credit['agency_id']} ({credit['role']})"
        entry = _entry(f"agencies.yml {credit['agency_id']}", credit["wikidata_id"])
        yield _made(
            row, "credits", value, credit["text"], credit["rule"], entry, _span("credit", "full_text", credit)
        )
    for name in ("publisher", "url"):
        yield _read(row, name, row[name])


def _text(row: Row) -> Iterator[Fact]:
    yield _made(row, "language", row["language"], row["language_text"], row["language_basis"] or "")
    for name in ("headline", "summary", "slug", "keywords"):
        yield _read(row, name, row[name])
    yield _said(row, "byline", row["byline"], row["byline"], ordered, "who wrote it")
    yield _said(row, "sign_off", row["sign_off"], row["sign_off"], signed, "desk initials")
    for line in (row["advisory"] or "").split("\n"):
        yield _said(row, "advisory", line, line, ordered, "note to editors")


def _lifecycle(row: Row) -> Iterator[Fact]:
    announcing = row["kind_text"] or (row["advisory"] if row["kind"] in (row["signal"] or []) else None)
    yield _said(row, "kind", row["kind"], announcing, announced, "what it is")
    rule = "as stated" if row["urgency_text"] else "the transmission's priority"
    yield _made(row, "urgency", row["urgency"], row["urgency_text"], rule)
    # A package's class announces no version, though metadata that no column keeps may.
    by_kind = row["kind_text"] if row["kind"] in (*(row["signal"] or []), "lead") else None
    note = row["advisory"] or by_kind
    yield _said(row, "signal", row["signal"], note, ordered, "words that announce a version")
    yield _pubstatus(row, announcing)
    until = row["embargo_until"] or ("cannot be read" if row["embargo_text"] else None)
    yield _said(row, "embargo_until", until, row["embargo_text"], ordered, "embargo's words")
    terms = (row["usage_terms_text"] or "").split("\n")
    yield _said(row, "usage_rules", row["usage_rules"], "\n".join(terms), ordered, "usage terms")
    for line in terms if len(terms) > 1 or not row["usage_rules"] else ():
        yield _said(row, "usage_terms_text", line, line, ordered, "usage terms")


def _pubstatus(row: Row, announcing: str | None) -> Fact:
    words = row["pubstatus_text"]
    if row["pubstatus"] == "canceled" and row["kind"] == "kill":
        return _made(row, "pubstatus", row["pubstatus"], words or announcing, "words that withdraw it")
    return _made(row, "pubstatus", row["pubstatus"], words, "as stated" if words else "nothing stated")


def _time(row: Row) -> Iterator[Fact]:
    rule = f"{row['issue_date_basis']}, to the {row['issued_at_precision']}"
    yield _made(row, "issued_at", row["issued_at"], row["issued_at_text"], rule)
    yield _made(row, "created_at", row["created_at"], "", "stated")
    yield _made(row, "modified_at", row["modified_at"], "", "stated")
    yield _made(row, "issue_date", row["issue_date"], row["issued_at_text"], row["issue_date_basis"])
    basis = row["as_of_basis"]
    rule = f"{basis}: the last day on which all held the offices named" if basis == "titles" else basis
    yield _made(row, "as_of_date", row["as_of_date"], row["issued_at_text"], rule)
    yield Fact("collected_at", _shown(row["collected_at"]), "", "when it was collected", "", "ingest")


def _dateline(row: Row) -> Iterator[Fact]:
    line = row["dateline"]
    if not line:
        return
    value = line["text"] or "stated in metadata only"
    yield _made(row, "dateline", value, line["text"], line["rule"], span=_span("dateline", "full_text", line))
    for place in line["places"] or []:
        value = ", ".join(str(v) for v in (place["name"], place["admin"], place["country_code"]) if v)
        entry = f"geonames:{place['city_id']}" if place["city_id"] else ""
        yield _made(row, "dateline.places", value or place["text"], place["text"], _sure(place), entry)
    yield _made(row, "dateline.date", line["date"], line["text"], f"to the {line['date_precision']}")
    for agency in line["agencies"] or []:
        yield _made(row, "dateline.agencies", agency, line["text"], line["rule"], f"agencies.yml {agency}")


def _actors(row: Row) -> Iterator[Fact]:
    for actor in row["actors"] or []:
        ids = (actor["actor_id"], actor["wikidata_id"], actor["office_id"], actor["cameo_code"])
        known = " ".join(part for part in ids if part and part != actor["actor_id"].partition(":")[2])
        for mention in actor["mentions"] or []:
            span = _span("actor", mention["field"], mention)
            yield _made(row, "actors", actor["name"], mention["text"], _sure(mention), known, span)


def _event_dates(row: Row) -> Iterator[Fact]:
    vague = row["as_of_basis"] == "titles" or row["issued_at_precision"] in ("month", "year")
    seen = "the same on every day it may be of" if vague else f"seen from {row['as_of_date']}"
    for event in row["event_dates"] or []:
        value = _days(event["first"], event["last"])
        rule = f"{event['rule']}, {seen}"
        yield _made(row, "event_dates", value, event["text"], rule, span=_span("event", "text", event))


def _days(first: date, last: date) -> str:
    return f"{first}" if first == last else f"{first} – {last}"


def _subjects(row: Row) -> Iterator[Fact]:
    for subject in row["subjects"] or []:
        yield _read(row, "subjects", f"{subject['scheme']}:{subject['code']}", subject["label"])
    for other in row["associations"] or []:
        yield _read(row, "associations", " ".join(filter(None, (other["kind"], other["ref"]))))


def _identity(row: Row) -> Iterator[Fact]:
    yield _made(row, "dispatch_id", row["dispatch_id"], row["agency_guid"] or row["url"], row["id_basis"])
    yield _made(row, "revision", row["revision"], row["agency_guid"], "stated, else 1 or counted")


def _flags(row: Row) -> Iterator[Fact]:
    for flag in row["quality_flags"] or []:
        yield Fact("quality_flags", flag, "", FLAGS.get(flag, "set by the reader: docs/formats.md"), "", "")


def _entry(name: str, wikidata_id: str | None) -> str:
    return f"{name} {wikidata_id}" if name and wikidata_id else name


def _sure(found: Row) -> str:
    return f"{found['rule']} ({found['confidence']:.2f})"
