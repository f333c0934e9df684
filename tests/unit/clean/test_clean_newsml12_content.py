"""NewsML 1.2: its text, its several items, and its faults."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from depeche.clean import clean
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected, StatedParty
from newsml12_item import newsml

Read = Callable[..., CleanDispatch]
Refuse = Callable[..., Reject]
MakeRaw = Callable[..., RawDispatch]


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
