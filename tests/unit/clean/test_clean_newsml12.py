"""NewsML 1.2: every field reaches its place, and what cannot be read is refused by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from lxml import etree

from depeche.clean import clean
from depeche.clean.fragment import plain
from depeche.clean.newsml12.content import Piece
from depeche.clean.newsml12.dispatch import fields
from depeche.clean.newsml12.facts import Facts
from depeche.clean.newsml12.item import Item
from depeche.clean.newsml12.mapping import IGNORED, MAPPED
from depeche.clean.nitf.copy import Copy
from depeche.records import CleanDispatch, RawDispatch, SideCar, StatedPlace
from newsml12_item import newsml

INPUTS = Path(__file__).parents[2] / "golden" / "clean" / "inputs"
# Paths that only count together with others, or in the absence of them.
GUID_PARTS = {"Identification/NewsIdentifier/DateId", "Identification/NewsIdentifier/NewsItemId"}
WITH_COMPANY = {"NewsManagement/StatusWillChange/DateAndTime", *GUID_PARTS}
Read = Callable[..., CleanDispatch]


def item(**facts: str) -> Item:
    """An item with a text and the given facts."""
    found = Facts(list)
    for path, value in facts.items():
        found[path].append(value)
    return Item(found, [Piece("", Copy(plain("Text.")), etree.Element("NewsComponent"))], [], [], [], {})


@pytest.mark.parametrize("path", sorted(set(MAPPED) - WITH_COMPANY))
def test_every_mapped_path_reaches_its_field(path: str) -> None:
    value = "7" if "itude" in path or path.endswith("RevisionId") else "scheme Value-of-it"
    field = MAPPED[path][0].partition(",")[0]
    field = "location" if "/Location[" in path else field
    before, after = fields(item()), fields(item(**{path: value}))
    assert after[field] != before.get(field)
    assert "7" in str(after[field]) or "Value-of-it" in str(after[field])
    assert after["unmapped"] == []


def test_the_parts_of_the_identifier_make_one_where_there_is_none() -> None:
    path = "Identification/NewsIdentifier/"
    parts = {"ProviderId": "a.example", "DateId": "20200101", "NewsItemId": "X1", "RevisionId": "3"}
    found = fields(item(**{path + name: value for name, value in parts.items()}))
    assert found["agency_guid"] == "urn:newsml:a.example:20200101:X1:3"
    assert found["revision"] == 3
    assert found["quality_flags"] == ["guid_composed"]


def test_a_public_identifier_that_names_no_item_is_no_identity() -> None:
    assert (
        fields(item(**{"Identification/NewsIdentifier/PublicIdentifier": "urn:newsml:www.a.example"}))[
            "agency_guid"
        ]
        is None
    )


@pytest.mark.parametrize(
    ("future", "embargo", "signals"),
    [("Usable", "T", []), ("usable", "T", []), ("Canceled", None, ["Canceled T"])],
)
def test_a_status_that_will_change(future: str, embargo: str | None, signals: list[str]) -> None:
    path = "NewsManagement/StatusWillChange/"
    found = fields(item(**{f"{path}FutureStatus": future, f"{path}DateAndTime": "T"}))
    assert found["embargo_text"] == embargo
    assert found["signal_texts"] == signals


def test_what_is_in_no_table_is_reported() -> None:
    assert fields(item(**{"NewsManagement/Mood": "gay"}))["unmapped"] == ["NewsManagement/Mood"]


def test_no_path_is_both_mapped_and_ignored() -> None:
    assert not set(MAPPED) & set(IGNORED)
    assert all(reason for reason in IGNORED.values())
    assert {field for field, _ in MAPPED.values() if "," not in field} <= {
        f.name for f in msgspec.structs.fields(CleanDispatch)
    }


@pytest.mark.parametrize("value", ["", "abc", "-1", "1e400", "nan", "91", "4½"])
def test_absurd_coordinates_are_flagged_and_left_out(value: str) -> None:
    found = fields(
        item(**{"NewsComponent/DescriptiveMetadata/Location[Origin]/Property[Latitude]": value or "?"})
    )
    place = found["location"]
    assert (place and place.latitude == -1) if value == "-1" else place is None
    assert ("coordinates_unreadable" in found["quality_flags"]) == (value != "-1")


@pytest.mark.parametrize(
    ("value", "revision"),
    [("3", 3), ("3N", 3), ("N", None), ("٣", 3), ("20210312094510", 20210312094510), ("9" * 40, None)],
)
def test_revisions(value: str, revision: int | None) -> None:
    assert fields(item(**{"Identification/NewsIdentifier/RevisionId": value}))["revision"] == revision


SCHEMA = (
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://iptc.org/std n.xsd"'
)
LINES, ABOUT = "NewsComponent/NewsLines", "NewsComponent/DescriptiveMetadata"


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ('<NewsItem mood="calm">', "@mood"),
        ('<NewsItem><NewsComponent mood="calm">', "NewsComponent@mood"),
        ('<Location HowPresent="Origin" mood="calm"><Property FormalName="City" Value="Oslo"/></Location>', f"{ABOUT}/Location[Origin]@mood"),
        ('<Location HowPresent="Origin">Oslo</Location>', f"{ABOUT}/Location[Origin]"),
        ('<Property FormalName="Keyword" Value="x" mood="calm"/>', f"{ABOUT}/Property[Keyword]@mood"),
        ('<SubjectCode mood="calm"><Subject FormalName="04000000"/></SubjectCode>', f"{ABOUT}/SubjectCode@mood"),
        ('<SubjectCode><Subject FormalName="04000000" mood="calm"/></SubjectCode>', f"{ABOUT}/SubjectCode/Subject@mood"),
        ('<SubjectCode><Subject FormalName="04000000"/><Mood>calm</Mood></SubjectCode>', f"{ABOUT}/SubjectCode/Mood"),
        ('<TopicOccurrence Topic="#a"><Mood>calm</Mood></TopicOccurrence>', f"{ABOUT}/TopicOccurrence/Mood"),
        ('<TopicOccurrence Topic="#a" mood="calm"/>', f"{ABOUT}/TopicOccurrence@mood"),
        ('<Mood FormalName="calm"><x/></Mood>', f"{ABOUT}/Mood"),
    ],
)  # fmt: skip
def test_what_no_table_knows_is_reported_at_any_depth(read: Read, place: str, path: str) -> None:
    if place.startswith("<NewsItem"):
        end = "</NewsComponent>" if "NewsComponent" in place else ""
        said = f"<NewsML>{place}<NewsComponent><ContentItem><DataContent>Text.</DataContent></ContentItem></NewsComponent>{end}</NewsItem></NewsML>"
    else:
        said = newsml(about=place)
    assert path in read(said).unmapped


@pytest.mark.parametrize(
    ("said", "path"),
    [
        (newsml().replace("<NewsML", '<NewsML mood="calm" Version="1.2" xml:lang="en"', 1), "NewsML@mood"),
        (newsml().replace("<NewsML", f"<NewsML mood='calm' {SCHEMA}", 1), "NewsML@mood"),
        (newsml().replace("<NewsItem>", "<Mood>calm</Mood><NewsItem>", 1), "NewsML/Mood"),
        (newsml().replace("<ContentItem>", "<ContentItem><Mood>calm</Mood>", 1), "NewsComponent/ContentItem/Mood"),
    ],
)  # fmt: skip
def test_what_is_unknown_around_items_and_content_is_reported(read: Read, said: str, path: str) -> None:
    assert read(said).unmapped == [path]


@pytest.mark.parametrize(
    ("place", "is_said"),
    [
        ("<NewsItem>{}", True),
        ("<NewsItem><NewsManagement>{}</NewsManagement>", True),
        ("<NewsItem><NewsManagement><Status FormalName='Usable'>{}</Status></NewsManagement>", True),
        ("<NewsItem><NewsComponent>{}</NewsComponent>", True),
        ("<NewsItem><TopicSet><Topic>{}</Topic></TopicSet>", False),
        ("<NewsItem><NewsItem>{}</NewsItem>", False),
    ],
)
def test_comments_are_words_to_editors(
    make_raw: Callable[..., RawDispatch], place: str, is_said: bool
) -> None:
    inside = place.format("<Comment>EDITORS: do not use <b>it</b></Comment>")
    found = clean(
        make_raw(f"<NewsML>{inside}<NewsComponent><ContentItem><DataContent>Text.</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>")
    )[0]  # fmt: skip
    assert isinstance(found, CleanDispatch)
    assert found.advisory == ("EDITORS: do not use it" if is_said else None)


def test_a_second_value_is_kept_or_reported() -> None:
    city, dateline = f"{ABOUT}/Location[Origin]/Property[City]", f"{LINES}/DateLine"
    told = item(**{dateline: "Oslo, May 1", city: "Oslo", f"{LINES}/HeadLine": "One"})
    told.facts[dateline] += ["Oslo, May 1", "Rome, May 2"]
    told.facts[f"{LINES}/HeadLine"] += ["One", "Another"]
    told.facts[f"{ABOUT}/Location[]/Property[City]"] += ["Rome"]
    found = fields(told)
    assert found["dateline_text"] == "Oslo, May 1"
    assert (found["headline"], found["summary"]) == ("One", "Another")
    assert found["unmapped"] == [f"{dateline}[2]", f"{ABOUT}/Location[]/Property[City]"]


def test_no_place_is_made_of_two(read: Read) -> None:
    places = "".join(
        f'<Location HowPresent="Origin">{"".join(f"<Property FormalName={name!r} Value={value!r}/>" for name, value in parts)}</Location>'
        for parts in ([("City", "Oslo")], [("City", "Rome"), ("Area", "Lazio")], [("City", "Oslo")])
    )
    found = read(newsml(about=places))
    assert found.location == StatedPlace(city="Oslo")
    assert found.unmapped == [
        f"{ABOUT}/Location[Origin][2]/Property[City]",
        f"{ABOUT}/Location[Origin][2]/Property[Area]",
    ]


def test_alerts_have_no_headline_and_no_dateline(read: Read) -> None:
    found = read((INPUTS / "newsml-alert.xml").read_bytes())
    assert found.headline is None
    assert found.dateline_text is None
    assert found.location
    assert found.location.city == "Lisbon"
    assert found.dateline_date_text == "20190314T101500Z"
    assert found.kind_text == "Alert"


def test_side_car_fills_what_is_not_stated(read: Read) -> None:
    side = SideCar(url="https://x.example/1", publisher="Side", language="fr")
    found = read(newsml(), side)
    assert (found.url, found.publisher, found.language_text) == ("https://x.example/1", "Side", "fr")
    assert read(newsml(about='<Language FormalName="en"/>'), side).language_text == "en"
    assert read(newsml(), hint="de").language_hint == "de"
    assert read(newsml(), hint="de").language_text is None
    assert read(newsml()).publisher == "The Feed"


def test_delivery_is_carried_over(read: Read) -> None:
    found = read(newsml())
    assert (found.raw_uri, found.name, found.feed_id) == ("feed/one.warc.gz#17", "delivered.bin", "feed")
    assert found.agency_id == "AFP"
    assert found.reader_version == "newsml12-5"


def test_the_order_of_role_parts(read: Read) -> None:
    parts = "".join(
        f'<NewsComponent><Role FormalName="{role}"/><ContentItem><DataContent>{role} text</DataContent></ContentItem></NewsComponent>'
        for role in ("Body", "Title", "Lead", "Caption")
    )
    found = read(f"<NewsML><NewsItem><NewsComponent>{parts}</NewsComponent></NewsItem></NewsML>")
    assert found.text == "Lead text\n\nBody text"
    assert found.headline == "Title text"
    assert found.captions == ["Caption text"]
