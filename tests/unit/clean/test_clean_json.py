"""JSON readers: what stands inside an object reaches its field or is reported by its path."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from depeche.records import CleanDispatch, StatedParty, StatedPlace, Subject

Read = Callable[..., CleanDispatch]
Json = dict[str, Any]
PICTURE = {"type": "picture", "uri": "p1", "description_text": "A pier."}


def ninjs(**more: Any) -> str:
    return json.dumps(
        {"uri": "u1", "versioncreated": "2024-03-11T09:12:00Z", "headline": "Pier", "type": "text", **more}
    )


def afp(**more: Any) -> str:
    return json.dumps({"uno": "newsml.afp.com.20240311.doc-1", "headline": "Pier", "news": ["Text."], **more})


def feed(item: Json, **more: Any) -> str:
    entry = {"id": "g1", "title": "Pier", "content_text": "Text.", **item}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [entry], **more})


MAIN = {"role": "main", "value": "<p>The pier is open.</p><p>It is long.</p>"}
OPEN = "The pier is open.\n\nIt is long."


@pytest.mark.parametrize(
    ("bodies", "text", "field", "value"),
    [
        (
            [MAIN, {"role": "factbox", "value": "Built in 1900."}],
            f"{OPEN}\n\nBuilt in 1900.",
            "summary",
            None,
        ),
        (
            [{"role": "factbox", "value": "Built in 1900."}, MAIN],
            f"{OPEN}\n\nBuilt in 1900.",
            "summary",
            None,
        ),
        ([MAIN, {"role": "lead", "value": "Open."}], f"Open.\n\n{OPEN}", "summary", None),
        ([MAIN, {"role": "lead", "value": "The pier is open."}], OPEN, "summary", None),
        ([MAIN, {"role": "amp", "value": "The pier is open.\n\nIt is long."}], OPEN, "summary", None),
        ([MAIN, {"role": "plain", "value": "The pier IS open."}], OPEN, "summary", None),
        ([MAIN, {"role": "abstract", "value": "In short."}], OPEN, "summary", "In short."),
        ([MAIN, {"role": "ednote", "value": "Hold."}], OPEN, "advisory", "Hold."),
        ([{"role": "article", "value": "Alone."}], "Alone.", "summary", None),
        (["Alone."], "Alone.", "summary", None),
    ],
)
def test_bodies_by_their_roles(
    read: Read, bodies: list[Any], text: str, field: str, value: str | None
) -> None:
    found = read(ninjs(bodies=bodies))
    assert (found.text, getattr(found, field), found.unmapped) == (text, value, [])


def test_bodies_by_their_names(read: Read) -> None:
    found = read(
        ninjs(
            body_html="<p>The pier is open.</p>", body_text="The pier is open.", body_factbox="Built in 1900."
        )
    )
    assert found.text == "The pier is open.\n\nBuilt in 1900."
    assert read(ninjs(body_text="Text.", body_table={"rows": 1})).unmapped == ["body_table"]
    assert read(ninjs(body_text="Text.", description_x={"rows": 1})).unmapped == ["description_x"]


@pytest.mark.parametrize(
    ("more", "field", "value"),
    [
        ({"descriptions": [{"role": "summary", "value": "One."}, {"value": "Two."}]}, "summary", "One.\n\nTwo."),
        ({"description_text": ["One.", "Two."]}, "summary", "One.\n\nTwo."),
        ({"description_text": "One.", "description_caption": "Two."}, "captions", ["Two."]),
        ({"description_text": "One.", "description_html": "<p>One!</p>"}, "summary", "One."),
        ({"description_html": "<p>One!</p>"}, "summary", "One!"),
        ({"rightsinfo": {"langid": "https://r.example/odrl", "encodedrights": "No use."}}, "usage_terms", ["No use."]),
        ({"expires": "2024-04-01"}, "usage_terms", ["expires: 2024-04-01"]),
        ({"language": ["en", "fr"]}, "quality_flags", ["several_languages"]),
        ({"located": [{"name": "Oslo", "geoJSON": {"type": "Point", "coordinates": [10.7, 59.9]}}]}, "location",
         StatedPlace(city="Oslo", latitude=59.9, longitude=10.7)),
        ({"associations": {"a": {**PICTURE, "headline": "Pier"}}}, "captions", ["A pier.", "Pier"]),
    ],
)  # fmt: skip
def test_members_of_ninjs(read: Read, more: Json, field: str, value: Any) -> None:
    found = read(ninjs(body_text="Text.", **more))
    assert (getattr(found, field), found.unmapped) == (value, [])


@pytest.mark.parametrize(
    ("more", "paths"),
    [
        ({"located": [{"name": "Oslo"}, {"name": "Rome"}]}, ["located[2]"]),
        ({"located": [{"name": "Oslo", "mood": "calm"}]}, ["located/mood"]),
        ({"person": [{"name": "A", "mood": "calm"}]}, ["person/mood"]),
        ({"person": [{"name": "A", "label": "B"}]}, ["person/label"]),
        ({"genre": [{"name": "Update", "code": "u", "mood": "calm"}]}, ["genre/mood"]),
        ({"infoSources": [{"name": "A", "role": "stringer"}]}, ["infosources/role"]),
        ({"infoSources": [{"name": "A", "role": "provider", "mood": "calm"}]}, ["infoSources/mood"]),
        ({"headlines": [{"value": "Pier", "mood": "calm"}]}, ["headlines/mood"]),
        ({"bodies": [{"value": "Text.", "mood": "calm"}]}, ["bodies/mood"]),
        ({"authors": [{"name": "A", "mood": "calm"}]}, ["authors/mood"]),
        ({"associations": [{"type": "text", "uri": "t", "headline": "H", "body_text": "B"}]}, ["associations/headline", "associations/body_text"]),
        ({"associations": [{**PICTURE, "mood": "calm"}]}, ["associations/mood"]),
        ({"firstcreated": "2024-03-11", "contentcreated": "2024-03-10"}, ["contentcreated"]),
        ({"firstcreated": "2024-03-11T10:00:00Z", "contentcreated": "2024-03-11T11:00:00+01:00"}, []),
        ({"urgency": [3, 4]}, ["urgency[2]"]),
        ({"headline": ["Pier", "Quay"]}, ["headline[2]"]),
        ({"associations": ["urn:x"]}, ["associations"]),
        ({"body_html": "<p>Another text.</p>"}, ["body_text"]),
        ({"bodies": [{"value": "Text."}, {"role": "main", "value": "<p>Another.</p>"}]}, ["body_text", "bodies"]),
        ({"mood": {"wind": 1}}, ["mood"]),
    ],
)  # fmt: skip
def test_what_ninjs_has_no_room_for_is_reported(read: Read, more: Json, paths: list[str]) -> None:
    assert read(ninjs(body_text="Text.", **more)).unmapped == paths


BAG = {"uno": "newsml.afp.com.1", "class": "picture", "medias": [{"href": "x"}]}


@pytest.mark.parametrize(
    ("more", "field", "value"),
    [
        ({"bagItem": [{**BAG, "caption": "A pier.", "headline": "Pier"}]}, "captions", ["A pier.", "Pier"]),
        ({"bagItem": [{**BAG, "newslines": {"headline": "Pier"}}]}, "captions", ["Pier"]),
        ({"bagItem": [{**BAG, "creditLine": "AFP/A", "creator": "B"}]}, "parties",
         [StatedParty(role="provider", text="afp.com"), StatedParty(role="credit", text="AFP/A"), StatedParty(role="credit", text="B")]),
        ({"afpentity": {"person": ["A", "B"], "company": ["C"]}}, "subjects",
         [Subject(scheme="person", code="A"), Subject(scheme="person", code="B"), Subject(scheme="company", code="C")]),
        ({"expires": "2024-04-01"}, "usage_terms", ["expires: 2024-04-01"]),
        ({"lang": ["en", "fr"]}, "quality_flags", ["several_languages"]),
    ],
)  # fmt: skip
def test_members_of_afp_core(read: Read, more: Json, field: str, value: Any) -> None:
    found = read(afp(**more))
    assert (getattr(found, field), found.unmapped) == (value, [])


@pytest.mark.parametrize(
    ("more", "paths"),
    [
        ({"city": ["Oslo", "Rome"]}, ["city[2]"]),
        ({"country": ["NOR", "NOR"]}, []),
        ({"bagItem": ["urn:x"]}, ["bagitem"]),
        ({"bagItem": [{**BAG, "mood": "calm"}]}, ["bagItem/mood"]),
        ({"bagItem": [{**BAG, "newslines": {"mood": "calm"}}]}, ["bagItem/newslines/mood"]),
        ({"afpentity": [{"id": "1", "label": "A", "mood": "calm"}]}, ["afpentity/mood"]),
    ],
)
def test_what_afp_core_has_no_room_for_is_reported(read: Read, more: Json, paths: list[str]) -> None:
    assert read(afp(**more)).unmapped == paths


@pytest.mark.parametrize(
    ("item", "more", "paths"),
    [
        ({"authors": [{"name": "A", "mood": "calm", "_own": 1}]}, {}, ["authors/mood"]),
        ({"attachments": [{"url": "https://a.example/1", "mood": "calm"}]}, {}, ["attachments/mood"]),
        ({"authors": ["A"]}, {}, ["authors"]),
        ({"summary": {"mood": "calm"}}, {}, ["summary"]),
        ({"language": ["en", "fr"]}, {}, ["language[2]"]),
        ({}, {"authors": [{"name": "A", "mood": "calm"}]}, ["feed/authors/mood"]),
        ({"date_published": "2024-03-11T09:00:00Z", "date_modified": "2024-03-12T09:00:00Z"}, {}, []),
        ({"date_modified": ["2024-03-11", "2024-03-12"]}, {}, ["date_modified[2]"]),
    ],
)  # fmt: skip
def test_what_a_json_feed_has_no_room_for_is_reported(
    read: Read, item: Json, more: Json, paths: list[str]
) -> None:
    assert read(feed(item, **more)).unmapped == paths


@pytest.mark.parametrize(
    ("item", "issued", "flags"),
    [
        ({"date_published": "2024-03-11", "date_modified": "2024-03-12"}, "2024-03-11", []),
        ({"date_modified": "2024-03-12"}, "2024-03-12", ["issued_at_is_modified"]),
    ],
)
def test_when_an_item_of_a_json_feed_was_changed(
    read: Read, item: Json, issued: str, flags: list[str]
) -> None:
    found = read(feed(item))
    assert (found.issued_at_text, found.modified_at_text) == (issued, "2024-03-12")
    assert found.quality_flags == flags
