"""The hand-written Arrow schemas fit the records, column by column."""

from datetime import UTC, date, datetime

import msgspec
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche import records, schema

STRUCTS = {
    "credits": records.Credit,
    "actors": records.Actor,
    "event_dates": records.EventDate,
    "subjects": records.Subject,
    "associations": records.Association,
    "dateline": records.Dateline,
}
NOON = datetime(2016, 7, 6, 12, tzinfo=UTC)


def dispatch(**changed) -> records.Dispatch:
    values = {
        "dispatch_id": "urn:x", "revision": 1, "id_basis": "agency_guid", "agency_guid": None, "text_sha256": "0",
        "source": "AFP", "credits": [], "feed_id": None, "publisher": None, "url": None, "language": None,
        "language_text": None, "language_basis": None, "headline": None, "slug": None, "keywords": ["é"],
        "text": "t", "full_text": "t", "word_count": 1, "byline": None, "sign_off": None, "advisory": None, "summary": None,
        "kind": None, "kind_text": None, "urgency": None, "urgency_text": None, "signal": [], "pubstatus": "usable",
        "pubstatus_text": None, "embargo_until": None, "embargo_text": None, "usage_terms_text": None,
        "usage_rules": [], "issued_at": NOON, "issued_at_text": None, "issued_at_precision": None,
        "created_at": None, "modified_at": None, "issue_date": NOON.date(), "issue_date_basis": "issued", "as_of_date": NOON.date(),
        "as_of_basis": "issued", "collected_at": NOON, "event_dates": [], "dateline": None, "actors": [],
        "subjects": [], "associations": [], "raw_uri": None, "raw_sha256": "0", "raw_name": "n", "format": "text",
        "reader_version": "1", "normaliser_version": "1", "authority_version": "1", "quality_flags": [],
    }  # fmt: skip
    return records.Dispatch(**{**values, **changed})


def test_the_columns_are_the_records_fields_and_the_batch():
    assert set(schema.DISPATCH_REVISIONS.names) == {*records.Dispatch.__struct_fields__, "batch_id"}
    made = {"quarantine_id", "batch_id"}
    assert set(schema.QUARANTINE.names) == set(records.Rejected.__struct_fields__) | made


@pytest.mark.parametrize("column", STRUCTS)
def test_nested_columns_have_the_fields_of_their_record(column):
    kind = schema.DISPATCH_REVISIONS.field(column).type
    kind = kind.value_type if pa.types.is_list(kind) else kind
    assert [kind.field(i).name for i in range(kind.num_fields)] == list(STRUCTS[column].__struct_fields__)


@pytest.mark.parametrize("name", schema.TABLES)
def test_every_column_is_described(name):
    for field in schema.TABLES[name]:
        about = field.metadata[b"about"].decode()
        assert about.rstrip().endswith((".", "…")), field.name


def test_optional_fields_and_only_they_are_nullable():
    for field in msgspec.structs.fields(records.Dispatch):
        optional = type(None) in getattr(field.type, "__args__", ())
        assert schema.DISPATCH_REVISIONS.field(field.name).nullable == optional, field.name


@given(text=st.text(st.characters(exclude_categories=["Cs"])), revision=st.integers(0, 2**62))
def test_a_dispatch_comes_back_from_arrow_as_it_was(text, revision):
    place = records.Place(text=text, city_id=1, rule="city", confidence=0.5)
    line = records.Dateline(
        text=text,
        start=0,
        end=1,
        places=[place],
        date="2016-07",
        date_precision="month",
        agencies=["AFP"],
        rule="r",
    )
    mention = records.Mention(text=text, field="text", start=0, end=1, rule="r", confidence=1.0)
    actor = records.Actor(
        actor_id="a", wikidata_id=None, kind="person", name=text, country_code=None, office_id=None,
        cameo_code=None, mentions=[mention],
    )  # fmt: skip
    event = records.EventDate(
        text=text, start=0, end=1, first=date(2016, 7, 1), last=date(2016, 7, 2), rule="r"
    )
    one = dispatch(revision=revision, text=text, dateline=line, actors=[actor], event_dates=[event])
    batch = schema.dispatches_to_arrow([one], "b")
    batch.validate(full=True)
    row = batch.to_pylist()[0]
    assert row.pop("batch_id") == "b"
    assert row == msgspec.to_builtins(one, builtin_types=(datetime, date))


def test_the_same_refusal_has_the_same_id():
    values = {"stage": "clean", "reason": "empty", "detail": "d", "raw_uri": "f/a#1", "raw_sha256": "0"}
    first = records.Rejected(**values, raw_name="a", feed_id="f", collected_at=NOON)
    later = records.Rejected(**{**values, "detail": "other"}, raw_name="a", feed_id="f", collected_at=NOON)
    other = records.Rejected(**{**values, "reason": "binary"}, raw_name="a", feed_id="f", collected_at=NOON)
    assert schema.quarantine_id(first) == schema.quarantine_id(later) != schema.quarantine_id(other)
    assert schema.rejected_to_arrow([first, other], "b").to_pylist()[1]["reason"] == "binary"
