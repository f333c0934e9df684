"""What a dispatch's values were made from: pure functions over a row of ``dispatch_revisions``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from depeche.flags import FLAGS
from depeche.query.explanation_fact import Fact, Row, entry_of, made, said, shown, span_of, stated, sure
from depeche.query.explanation_said import announced, ordered, signed


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


def _origin(row: Row) -> Iterator[Fact]:
    issuers = [
        c
        for c in row["credits"] or []
        if c["agency_id"] == row["source"] and c["role"] in ("issuer", "joint")
    ]
    first = issuers[0] if issuers else {"text": "", "rule": "no issuer found", "wikidata_id": None}
    entry = f"agencies.yml {row['source']}" if issuers else ""
    yield made(
        row, "source", row["source"], first["text"], first["rule"], entry_of(entry, first["wikidata_id"])
    )
    for credit in row["credits"] or []:
        value = f"{credit['agency_id']} ({credit['role']})"
        entry = entry_of(f"agencies.yml {credit['agency_id']}", credit["wikidata_id"])
        yield made(
            row,
            "credits",
            value,
            credit["text"],
            credit["rule"],
            entry,
            span_of("credit", "full_text", credit),
        )
    for name in ("publisher", "url"):
        yield stated(row, name, row[name])


def _text(row: Row) -> Iterator[Fact]:
    yield made(row, "language", row["language"], row["language_text"], row["language_basis"] or "")
    for name in ("headline", "summary", "slug", "keywords"):
        yield stated(row, name, row[name])
    yield said(row, "byline", row["byline"], row["byline"], ordered, "who wrote it")
    yield said(row, "sign_off", row["sign_off"], row["sign_off"], signed, "desk initials")
    for line in (row["advisory"] or "").split("\n"):
        yield said(row, "advisory", line, line, ordered, "note to editors")


def _lifecycle(row: Row) -> Iterator[Fact]:
    announcing = row["kind_text"] or (row["advisory"] if row["kind"] in (row["signal"] or []) else None)
    yield said(row, "kind", row["kind"], announcing, announced, "what it is")
    rule = "as stated" if row["urgency_text"] else "the transmission's priority"
    yield made(row, "urgency", row["urgency"], row["urgency_text"], rule)
    # A package's class announces no version, though metadata that no column keeps may.
    by_kind = row["kind_text"] if row["kind"] in (*(row["signal"] or []), "lead") else None
    note = row["advisory"] or by_kind
    yield said(row, "signal", row["signal"], note, ordered, "words that announce a version")
    yield _pubstatus(row, announcing)
    until = row["embargo_until"] or ("cannot be read" if row["embargo_text"] else None)
    yield said(row, "embargo_until", until, row["embargo_text"], ordered, "embargo's words")
    terms = (row["usage_terms_text"] or "").split("\n")
    yield said(row, "usage_rules", row["usage_rules"], "\n".join(terms), ordered, "usage terms")
    for line in terms if len(terms) > 1 or not row["usage_rules"] else ():
        yield said(row, "usage_terms_text", line, line, ordered, "usage terms")


def _pubstatus(row: Row, announcing: str | None) -> Fact:
    words = row["pubstatus_text"]
    if row["pubstatus"] == "canceled" and row["kind"] == "kill":
        return made(row, "pubstatus", row["pubstatus"], words or announcing, "words that withdraw it")
    return made(row, "pubstatus", row["pubstatus"], words, "as stated" if words else "nothing stated")


def _time(row: Row) -> Iterator[Fact]:
    rule = f"{row['issue_date_basis']}, to the {row['issued_at_precision']}"
    yield made(row, "issued_at", row["issued_at"], row["issued_at_text"], rule)
    yield made(row, "created_at", row["created_at"], "", "stated")
    yield made(row, "modified_at", row["modified_at"], "", "stated")
    yield made(row, "issue_date", row["issue_date"], row["issued_at_text"], row["issue_date_basis"])
    basis = row["as_of_basis"]
    rule = f"{basis}: the last day on which all held the offices named" if basis == "titles" else basis
    yield made(row, "as_of_date", row["as_of_date"], row["issued_at_text"], rule)
    yield Fact("collected_at", shown(row["collected_at"]), "", "when it was collected", "", "ingest")


def _dateline(row: Row) -> Iterator[Fact]:
    line = row["dateline"]
    if not line:
        return
    value = line["text"] or "stated in metadata only"
    yield made(
        row, "dateline", value, line["text"], line["rule"], span=span_of("dateline", "full_text", line)
    )
    for place in line["places"] or []:
        value = ", ".join(str(v) for v in (place["name"], place["admin"], place["country_code"]) if v)
        entry = f"geonames:{place['city_id']}" if place["city_id"] else ""
        yield made(row, "dateline.places", value or place["text"], place["text"], sure(place), entry)
    yield made(row, "dateline.date", line["date"], line["text"], f"to the {line['date_precision']}")
    for agency in line["agencies"] or []:
        yield made(row, "dateline.agencies", agency, line["text"], line["rule"], f"agencies.yml {agency}")


def _actors(row: Row) -> Iterator[Fact]:
    for actor in row["actors"] or []:
        ids = (actor["actor_id"], actor["wikidata_id"], actor["office_id"], actor["cameo_code"])
        known = " ".join(part for part in ids if part and part != actor["actor_id"].partition(":")[2])
        for mention in actor["mentions"] or []:
            span = span_of("actor", mention["field"], mention)
            yield made(row, "actors", actor["name"], mention["text"], sure(mention), known, span)


def _event_dates(row: Row) -> Iterator[Fact]:
    vague = row["as_of_basis"] == "titles" or row["issued_at_precision"] in ("month", "year")
    seen = "the same on every day it may be of" if vague else f"seen from {row['as_of_date']}"
    for event in row["event_dates"] or []:
        value = _days(event["first"], event["last"])
        rule = f"{event['rule']}, {seen}"
        yield made(row, "event_dates", value, event["text"], rule, span=span_of("event", "text", event))


def _days(first: date, last: date) -> str:
    return f"{first}" if first == last else f"{first} – {last}"


def _subjects(row: Row) -> Iterator[Fact]:
    for subject in row["subjects"] or []:
        yield stated(row, "subjects", f"{subject['scheme']}:{subject['code']}", subject["label"])
    for other in row["associations"] or []:
        yield stated(row, "associations", " ".join(filter(None, (other["kind"], other["ref"]))))


def _identity(row: Row) -> Iterator[Fact]:
    yield made(row, "dispatch_id", row["dispatch_id"], row["agency_guid"] or row["url"], row["id_basis"])
    yield made(row, "revision", row["revision"], row["agency_guid"], "stated, else 1 or counted")


def _flags(row: Row) -> Iterator[Fact]:
    for flag in row["quality_flags"] or []:
        yield Fact("quality_flags", flag, "", FLAGS.get(flag, "set by the reader: docs/formats.md"), "", "")
