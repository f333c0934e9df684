"""Tables: columns as declared, else by well-known names, else refused with what to do."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from depeche.clean import clean
from depeche.columns import FIELDS, Columns
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected, SideCar

MakeRaw = Callable[..., RawDispatch]
Refuse = Callable[..., Reject]


def read(make_raw: MakeRaw, payload: str, columns: Columns | None = None) -> list[CleanDispatch | Rejected]:
    return clean(replace(make_raw(payload), columns=columns))


def test_every_field_that_may_be_declared_is_read(make_raw: MakeRaw) -> None:
    values = {
        field: "7" if field in ("revision", "latitude", "longitude") else f"a {field}" for field in FIELDS
    }
    columns: Columns = {f"Column {field}": field for field in FIELDS}
    row = {f"Column {field}": value for field, value in values.items()}
    (found,) = read(make_raw, json.dumps(row), columns)
    said = repr(found)
    assert all(value in said for value in values.values())
    assert isinstance(found, CleanDispatch)
    assert (found.unmapped, found.quality_flags) == ([], [])


def test_rows_are_named_and_keep_their_number(make_raw: MakeRaw) -> None:
    found = read(make_raw, "guid,title,text\na,b,c\n\nd,e\nf,g,h\n")
    assert [(type(row).__name__, getattr(row, "name", "")) for row in found] == [
        ("CleanDispatch", "delivered.bin!/row-1"),
        ("Rejected", ""),
        ("CleanDispatch", "delivered.bin!/row-3"),
    ]


def test_an_id_that_may_count_rows_is_no_identity(make_raw: MakeRaw) -> None:
    one, other = read(make_raw, "id,title,text\n1,a,b\nx-2,c,d\n")
    assert isinstance(one, CleanDispatch)
    assert isinstance(other, CleanDispatch)
    assert (one.agency_guid, one.unmapped) == (None, ["id"])
    assert (other.agency_guid, other.unmapped) == ("x-2", [])


@pytest.mark.parametrize(
    "name", ["modified", "Modified_At", "updated", "updated_at", "date_modified", "dateModified"]
)
def test_when_a_text_was_changed_is_known_by_its_columns_name(make_raw: MakeRaw, name: str) -> None:
    (found,) = read(make_raw, f"title,text,published,{name}\na,b,2016-07-06,2016-07-07\n")
    assert isinstance(found, CleanDispatch)
    assert (found.issued_at_text, found.modified_at_text) == ("2016-07-06", "2016-07-07")
    assert found.unmapped == []


@pytest.mark.parametrize(
    ("payload", "said"),
    [
        ("text,updated,modified\na,b,c\n", "Both 'updated' and 'modified'"),
        ("headline,title,text\na,b,c\n", "Both 'headline' and 'title'"),
        ("text,body,url\na,b,c\n", "Both 'text' and 'body'"),
        ("title,url,date\na,b,c\n", "is known as the text"),
        ('{"a": 1}', "is known as the text"),
    ],
)
def test_doubtful_columns_are_to_be_declared(refuse: Refuse, payload: str, said: str) -> None:
    refusal = refuse(payload)
    assert refusal.reason == "unknown_columns"
    assert said in refusal.detail
    assert "columns:" in refusal.detail


def test_a_table_without_the_declared_columns_is_refused(make_raw: MakeRaw) -> None:
    with pytest.raises(Reject) as caught:
        read(make_raw, "title;text\na;b\n", {"Titel": "headline", "Inhalt": "text"})
    assert caught.value.reason == "unknown_columns"
    assert "Titel, Inhalt" in caught.value.detail


def test_items_of_a_json_feed_that_are_meant(make_raw: MakeRaw) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"id": n, "url": f"https://x.example/{n}", "content_text": f"Text {n}"} for n in "abc"],
    }
    raw = make_raw(json.dumps(feed), SideCar(items=["a", "https://x.example/c"]))
    assert [item.text for item in clean(raw) if isinstance(item, CleanDispatch)] == ["Text a", "Text c"]
    with pytest.raises(Reject) as caught:
        clean(make_raw(json.dumps(feed), SideCar(items=["z"])))
    assert caught.value.reason == "no_item"


@pytest.mark.parametrize(
    ("declared", "flags"),
    [
        ({"Title": "headline", "Body": "text"}, []),
        ({"Titel": "headline", "Body": "text"}, ["column_missing"]),
        ({"Body": "text", "left": None}, []),
    ],
)
def test_a_declared_column_that_the_table_lacks_is_flagged(
    make_raw: MakeRaw, declared: Columns, flags: list[str]
) -> None:
    """So that a slip in feeds.yml does not cost a month of headlines unseen."""
    found = read(make_raw, "Title,Body\nA,The text of one.\nB,The text of two.\n", declared)
    assert [item.quality_flags for item in found if isinstance(item, CleanDispatch)] == [flags, flags]


def test_a_row_of_json_leaves_out_what_it_does_not_say(make_raw: MakeRaw) -> None:
    (found,) = read(make_raw, '{"Body": "The text."}', {"Title": "headline", "Body": "text"})
    assert isinstance(found, CleanDispatch)
    assert found.quality_flags == []
