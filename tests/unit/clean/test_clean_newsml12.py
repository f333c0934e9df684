"""NewsML 1.2: the tables hold, odd files are read or refused with a reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from lxml import etree

from depeche.clean import clean
from depeche.clean.fragment import plain
from depeche.clean.newsml12_content import Piece
from depeche.clean.newsml12_dispatch import fields
from depeche.clean.newsml12_facts import Facts
from depeche.clean.newsml12_fields import IGNORED, MAPPED
from depeche.clean.newsml12_item import Item
from depeche.clean.nitf_copy import Copy
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected, SideCar, StatedParty

INPUTS = Path(__file__).parents[2] / "golden" / "clean" / "inputs"
# Paths that only count together with others, or in the absence of them.
GUID_PARTS = {"Identification/NewsIdentifier/DateId", "Identification/NewsIdentifier/NewsItemId"}
WITH_COMPANY = {"NewsManagement/StatusWillChange/DateAndTime", *GUID_PARTS}

Read = Callable[..., CleanDispatch]
Refuse = Callable[..., Reject]
MakeRaw = Callable[..., RawDispatch]


def item(**facts: str) -> Item:
    """An item with a text and the given facts."""
    found = Facts(list)
    for path, value in facts.items():
        found[path].append(value)
    return Item(found, [Piece("", Copy(plain("Text.")), etree.Element("NewsComponent"))], [], [], [], {})


def newsml(
    body: str = "<p>Text.</p>", inside: str = "", lines: str = "", about: str = "", prolog: str = ""
) -> str:
    """A small NewsML file."""
    return (
        f"{prolog}<NewsML><NewsItem>{inside}<NewsComponent><NewsLines>{lines}</NewsLines>"
        f"<DescriptiveMetadata>{about}</DescriptiveMetadata><ContentItem><DataContent>{body}</DataContent>"
        "</ContentItem></NewsComponent></NewsItem></NewsML>"
    )


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
    ("value", "revision"), [("3", 3), ("3N", 3), ("N", None), ("٣", 3), ("9" * 40, 999_999_999)]
)
def test_revisions(value: str, revision: int | None) -> None:
    assert fields(item(**{"Identification/NewsIdentifier/RevisionId": value}))["revision"] == revision


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
    assert found.reader_version == "newsml12-2"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>a</p><p/><p> </p><p><br/></p><p>b</p>", "a\n\nb"),
        ("<p>a<br/>b<br/><br/>c</p>", "a\nb\n\nc"),
        ("<p>a <em>b</em>c<a href='x'> d</a>.</p>", "a bc d."),
        ("<hl2>h</hl2><p>a</p>", "h\n\na"),
        ("<ul><li>a</li><li> <b>b</b> c</li><li/></ul>", "- a\n- b c"),
        ("<table><caption>t</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td/></tr></table>", "t\na | b\n1 |"),
        ("<pre>a  1\n b 2</pre>", "a  1\n b 2"),
        ("plain\n\ntwo", "plain\n\ntwo"),
        ("&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b &amp;amp; c&lt;/p&gt;", "a\n\nb & c"),
        ("<![CDATA[<p>a</p><p>b</p>]]>", "a\n\nb"),
        ("x &lt; y", "x < y"),
        ("<nitf><body><body.content>loose <p>a</p> tail</body.content></body></nitf>", "loose\n\na\n\ntail"),
        ("<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>h</h1><div><p>a</p></div></body></html>", "h\n\na"),
        ("<block><p>a</p><p>b</p></block><bq><block><p>c</p></block></bq>", "a\n\nb\n\nc"),
        ("<p>a</p><media media-type='image'><media-reference source='f.jpg'/><media-caption><p>Cap</p></media-caption></media>", "a"),
    ],
)  # fmt: skip
def test_bodies(read: Read, body: str, text: str) -> None:
    assert read(newsml(body)).text == text


def test_captions_and_producers_of_media_are_not_text(read: Read) -> None:
    found = read(
        newsml(
            "<p>a</p><media><media-caption>Cap</media-caption><media-producer>AFP/X</media-producer></media>"
        )
    )
    assert found.captions == ["Cap"]
    assert StatedParty(role="credit", text="AFP/X") in found.parties


def test_nitf_head_gives_what_newsml_leaves_out(read: Read) -> None:
    found = read(
        newsml(
            "<nitf><head><title>T</title></head><body><body.head><hedline><hl1>Head</hl1></hedline><byline>By me</byline>"
            "<dateline><location>LISBON</location> <story.date>March 14</story.date></dateline></body.head>"
            "<body.content><p>a</p></body.content></body></nitf>"
        )
    )
    assert (found.headline, found.byline, found.dateline_text, found.text) == (
        "Head",
        "By me",
        "LISBON March 14",
        "a",
    )


def test_the_order_of_role_parts(read: Read) -> None:
    parts = "".join(
        f'<NewsComponent><Role FormalName="{role}"/><ContentItem><DataContent>{role} text</DataContent></ContentItem></NewsComponent>'
        for role in ("Body", "Title", "Lead", "Caption")
    )
    found = read(f"<NewsML><NewsItem><NewsComponent>{parts}</NewsComponent></NewsItem></NewsML>")
    assert found.text == "Lead text\n\nBody text"
    assert found.headline == "Title text"
    assert found.captions == ["Caption text"]


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        ("<NewsML/>", "no_item"),
        ("<NewsML><NewsItem/></NewsML>", "no_text"),
        ("<NewsML><NewsItem><NewsComponent><ContentItem Href='a.txt'/></NewsComponent></NewsItem></NewsML>", "no_text"),
        ("<NewsML><NewsItem><Update/></NewsItem></NewsML>", "partial_update"),
        ("<NewsML><NewsItem>", "malformed_xml"),
        ("<NewsML><NewsItem></NewsML>", "malformed_xml"),
        ("<NewsML>&unknown;</NewsML>", "malformed_xml"),
        (newsml(prolog="<!DOCTYPE NewsML [<!ENTITY a 'b'>]>"), "unsafe_xml"),
        (newsml(prolog="<!DOCTYPE NewsML [<!ENTITY % a '<!ENTITY b \"c\">'>%a;]>"), "unsafe_xml"),
        (newsml("&a;", prolog="<!DOCTYPE NewsML SYSTEM 'http://dtd.example/x.dtd'>"), "malformed_xml"),
        (newsml(prolog="<!DOCTYPE NewsML SYSTEM 'x"), "unsafe_xml"),
        (newsml("<b>" * 5000 + "</b>" * 5000), "unsafe_xml"),
        (newsml().replace("<DataContent>", "<Encoding Notation='Base64'><DataContent>").replace("<p>Text.</p>", "é!").replace("</DataContent>", "</DataContent></Encoding>"), "malformed_content"),
    ],
)  # fmt: skip
def test_refusals(refuse: Refuse, payload: str, reason: str) -> None:
    refusal = refuse(payload)
    assert refusal.reason == reason
    assert refusal.detail.endswith(".")


MEDIA = "<media><media-caption>A caption</media-caption></media>"
NITF = "<nitf><body><body.head><hedline><hl1>Head</hl1></hedline></body.head><body.content>{}</body.content></body></nitf>"


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>{}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
        "<newsItem><contentSet><inlineXML>{}</inlineXML></contentSet></newsItem>",
    ],
)
def test_a_headline_is_enough_for_an_alert_but_not_for_a_picture(
    read: Read, refuse: Refuse, around: str
) -> None:
    alert = read(around.replace("{}", NITF.replace("{}", "<p/>")))
    assert (alert.text, alert.headline, alert.quality_flags) == ("", "Head", ["headline_only"])
    assert refuse(around.replace("{}", NITF.replace("{}", MEDIA))).reason == "no_text"


def test_a_fault_is_named_by_line_and_column(refuse: Refuse) -> None:
    assert refuse("<?xml version='1.0'?>\n<NewsML>\n  <NewsItem>\n<p></NewsItem>").detail.startswith(
        "Line 4, column 15:"
    )


@pytest.mark.parametrize(
    "prolog",
    [
        "<!DOCTYPE NewsML PUBLIC 'x' 'http://dtd.example/a.dtd' [<!ENTITY % n SYSTEM 'FILE'> %n;]>",
        "<!DOCTYPE NewsML SYSTEM 'FILE'>",
        "<?xml version='1.0'?><!-- <!DOCTYPE --><!DOCTYPE NewsML [<!-- ]> --><!ENTITY % n PUBLIC ']>' 'FILE'>%n;]>",
    ],
)
def test_outside_dtd_is_not_opened_and_does_no_harm(read: Read, tmp_path: Path, prolog: str) -> None:
    broken = tmp_path / "broken.dtd"
    broken.write_text("this is no DTD and would stop the parser <<<")
    found = read(newsml("<p>caf&eacute;</p>", prolog=prolog.replace("FILE", broken.as_uri())))
    assert found.text == "café"
    assert found.quality_flags == ["html_entities"]


def test_attributes_do_not_expand_entities(refuse: Refuse) -> None:
    prolog = "<!DOCTYPE NewsML [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
    assert refuse(newsml(about='<Genre FormalName="&a;"/>', prolog=prolog)).reason == "unsafe_xml"


def test_several_items_are_several_dispatches(make_raw: MakeRaw) -> None:
    good = newsml().removeprefix("<NewsML>").removesuffix("</NewsML>")
    found = clean(make_raw(f"<NewsML>{good}<NewsItem/>{good}</NewsML>"))
    assert [type(record) for record in found] == [CleanDispatch, Rejected, CleanDispatch]
    assert isinstance(found[1], Rejected)
    assert (found[1].stage, found[1].reason, found[1].raw_uri) == ("clean", "no_text", "feed/one.warc.gz#17")


def test_whole_items_before_a_fault_are_read(make_raw: MakeRaw) -> None:
    good = newsml().removeprefix("<NewsML>").removesuffix("</NewsML>")
    found = clean(make_raw(f"<NewsML>\n{good}\n{good}\n<NewsItem><NewsComp"))
    assert [type(record) for record in found] == [CleanDispatch, CleanDispatch, Rejected]
    assert isinstance(found[2], Rejected)
    assert found[2].reason == "malformed_xml"


def test_control_characters_are_dropped_and_flagged(read: Read) -> None:
    found = read(newsml("<p>a\x02b\x00c</p>"))
    assert found.text == "abc"
    assert found.quality_flags == ["control_characters"]


def test_text_lost_to_another_program_is_flagged(read: Read) -> None:
    assert read(newsml("<p>l\ufffdt\ufffd</p>")).quality_flags == ["replacement_characters"]
