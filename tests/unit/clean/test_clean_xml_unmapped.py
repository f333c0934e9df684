"""What an XML item says besides and no field has room for is reported; what says the same again is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from depeche.records import CleanDispatch, StatedPlace
from xml_documents import atom_said, g2_said, nitf_said, rss_said

Read = Callable[..., CleanDispatch]
OSLO, ROME = (
    "<dateline><location><city>Oslo</city></location></dateline>",
    '<evloc city="Rome" iso-cc="IT"/>',
)


@pytest.mark.parametrize(
    ("said", "paths"),
    [
        (nitf_said(ROME, body=OSLO), ["head/docdata/evloc"]),
        (nitf_said('<evloc city="oslo" iso-cc="NO"/>', body=OSLO), []),
        (nitf_said(head="<title>Pier shuts</title>", body="<hedline><hl1>Pier opens</hl1></hedline>"), ["head/title"]),
        (nitf_said(head="<title>PIER OPENS</title>", body="<hedline><hl1>Pier opens</hl1></hedline>"), []),
        (nitf_said('<du-key key="pier"/>', head="<title>Pier</title>", body="<hedline><hl1>Pier opens</hl1></hedline>"), []),
        (nitf_said('<urgency ed-urg="3"/><urgency ed-urg="4"/>'), ["head/docdata/urgency@ed-urg[2]"]),
        (nitf_said('<date.issue norm="20200102"/><date.release norm="20200101"/>'), ["head/docdata/date.release@norm"]),
        (g2_said("<firstCreated>2020-01-01T00:00:00Z</firstCreated>", "<contentCreated>2020-01-02T00:00:00Z</contentCreated>"), ["contentMeta/contentCreated"]),
        (g2_said("<firstCreated>2020-01-01T00:00:00Z</firstCreated>", "<contentCreated>2020-01-01T01:00:00+01:00</contentCreated>"), []),
        (g2_said(content='<located literal="Oslo"/><located literal="Rome"/>'), ["contentMeta/located[2]"]),
        (g2_said(content='<located literal="Oslo"/><located literal="Oslo"/>'), []),
        (g2_said(content='<language tag="en"/><language tag="fr"/>'), ["contentMeta/language@tag[2]"]),
        (g2_said(content="<urgency>3</urgency><urgency>4</urgency>"), ["contentMeta/urgency[2]"]),
        (atom_said("<published>2020-01-01T00:00:00Z</published><updated>2020-01-02T00:00:00Z</updated>"), []),
        (atom_said("<published>2020-01-01T00:00:00Z</published><issued>2020-01-02T00:00:00Z</issued>"), ["issued"]),
        (atom_said("<updated>2020-01-01T00:00:00Z</updated><modified>2020-01-02T00:00:00Z</modified>"), ["modified"]),
        (atom_said("<updated>2020-01-01T00:00:00Z</updated><modified>2020-01-01T00:00:00+00:00</modified>"), []),
        (atom_said("<title>A</title><title>B</title>"), ["title[2]"]),
        (atom_said(feed="<mood>calm</mood><id>urn:f</id>"), ["feed/mood"]),
        (rss_said("<pubDate>Wed, 01 Jan 2020 00:00:00 GMT</pubDate><atom:updated>2020-01-02T00:00:00Z</atom:updated>"), []),
        (rss_said("<atom:updated>2020-01-02T00:00:00Z</atom:updated><dcterms:modified>2020-01-03</dcterms:modified>"), ["dcterms:modified"]),
        (rss_said("<dcterms:modified>2020-01-02</dcterms:modified><dcterms:modified>2020-01-03</dcterms:modified>"), ["dcterms:modified[2]"]),
        (rss_said("<pubDate>Wed, 01 Jan 2020 00:00:00 GMT</pubDate><dc:date>2020-01-01T00:00:00Z</dc:date>"), []),
        (rss_said(channel="<mood>calm</mood><ttl>5</ttl>"), ["channel/mood"]),
        (rss_said(root="<mood>calm</mood>"), ["rss/mood"]),
        (rss_said().replace("<rss ", '<rss version="2.0" mood="calm" '), ["rss@mood"]),
        (atom_said().replace("<feed ", '<feed xml:lang="en" mood="calm" '), ["feed@mood"]),
        (f"<newsMessage><header/><mood>calm</mood><itemSet>{g2_said()}</itemSet></newsMessage>", ["newsMessage/mood"]),
    ],
)  # fmt: skip
def test_what_a_field_has_no_room_for_is_reported(read: Read, said: str, paths: list[str]) -> None:
    assert read(said).unmapped == paths


def test_the_event_adds_to_the_datelines_city(read: Read) -> None:
    found = read(nitf_said('<evloc city="oslo" iso-cc="NO"/>', body=OSLO))
    assert found.location == StatedPlace(city="Oslo", country="NO")
