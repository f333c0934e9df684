"""The tables of the XML readers hold: what is mapped reaches its field, what is ignored changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from depeche.clean import atom, newsmlg2_fields, nitf_fields, rss
from depeche.records import CleanDispatch, StatedPlace

Read = Callable[..., CleanDispatch]
VALUE = "9 Value-of-it"
SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#" '
    'xmlns:georss="http://www.georss.org/georss" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" '
    'xmlns:yandex="http://news.yandex.ru" xmlns:rambler="http://news.rambler.ru" xmlns:xhtml="http://www.w3.org/1999/xhtml" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" '
    'xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" '
    'xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
)


def inside(path: str, value: str) -> str:
    """Nested elements for ``path``, the innermost holding ``value`` as its words or attribute."""
    names, _, attribute = path.partition("@")
    *outer, last = names.split("/")
    said = f'<{last} {attribute}="{value}"/>' if attribute else f"<{last}>{value}</{last}>"
    return "".join(f"<{name}>" for name in outer) + said + "".join(f"</{name}>" for name in reversed(outer))


def nitf(path: str, value: str) -> str:
    """A document that says ``value`` at ``path``, besides its text."""
    if path.startswith("@"):
        return f'<nitf {path[1:]}="{value}"><body><body.content><p>Text.</p></body.content></body></nitf>'
    if path.startswith("head/meta["):
        return (
            f'<nitf><head><meta name="{path[10:-1]}" content="{value}"/></head>{nitf_body("", value)}</nitf>'
        )
    if path.startswith("body/"):
        return f"<nitf>{nitf_body(path[5:], value)}</nitf>"
    said = inside(path, value) if path else ""
    if "date.release" in path:
        said = said.replace("<date.release", '<date.issue norm="20200101"/><date.release')
    return f"<nitf>{said}{nitf_body('', value)}</nitf>"


def nitf_body(path: str, value: str) -> str:
    head, content, end = "", "<p>Text.</p>", ""
    if path.startswith("body.head/"):
        head = inside(path, value)
    elif path.startswith("body.content"):
        content += f"<p>{value}</p>"
    elif path:
        end = f"<body.end><tagline>{value}</tagline></body.end>"
    return f"<body>{head}<body.content>{content}</body.content>{end}</body>"


def newsmlg2(path: str, value: str) -> str:
    content = "<contentSet><inlineXML><p>Text.</p></inlineXML></contentSet>"
    header, attribute, within = "", "", ""
    if path.startswith("header/"):
        header = inside(path, value)
    elif path.startswith("@"):
        attribute = f'{path[1:]}="{value}"'
    elif path.startswith("contentSet/"):
        content = f"<contentSet><inlineData>Text.</inlineData>{inside(path.partition('/')[2], f'<p>{value}</p>')}</contentSet>"
        content = content.replace("<inlineData>Text.</inlineData><inlineData>", "<inlineData>")
    elif path == "hopHistory/hop/party":
        within = f'<hopHistory><hop><party literal="{value}"/><action qcode="hopaction:created"/></hop></hopHistory>'
    elif path.endswith("/link"):
        within = inside(path, "").replace("<link>", f'<link href="{value}" rel="irel:x">')
    elif path.endswith("/language"):
        within = inside(f"{path}@tag", value)
    elif path:
        within = inside(path, value)
    item = f"<newsItem {attribute}>{within}{content}</newsItem>"
    return f"<newsMessage>{header}<itemSet>{item}</itemSet></newsMessage>"


def rss_item(path: str, value: str) -> str:
    web = "https://v.example/Value-of-it"
    attribute, feed, item = "", "", ""
    if path == "@about":
        attribute = f'about="{web}"'
    elif path == "channel/link":
        feed = "<link>https://9.example/</link>"
    elif path.startswith("channel/"):
        feed = inside(path.removeprefix("channel/"), value)
    elif path.startswith("geo:"):
        item = "<geo:Point><geo:lat>9</geo:lat><geo:long>9</geo:long></geo:Point>"
    elif path:
        spoken = {"link": web, "feedburner:origLink": web, "georss:point": "9 9"}.get(path, value)
        item = inside(path, spoken)
    text = "" if path in TEXTS else "<xhtml:div><xhtml:p>Text.</xhtml:p></xhtml:div>"
    return f"<rss {SPACES}><channel>{feed}<item {attribute}>{item}{text}</item></channel></rss>"


TEXTS = ("description", "content:encoded", "yandex:full-text", "rambler:fulltext", "xhtml:body", "xhtml:div")


def atom_entry(path: str, value: str) -> str:
    attribute, feed, item = "", "", inside(path, value) if path and path[0] not in "@f" else ""
    if path == "feed/link":
        feed = '<link href="https://9.example/"/>'
    elif path.startswith("feed/"):
        feed = inside(path.removeprefix("feed/"), value)
    elif path == "@xml:lang":
        attribute = f'xml:lang="{value}"'
    elif path == "link":
        item = '<link href="https://v.example/Value-of-it"/>'
    elif path == "category@label":
        item = f'<category term="x" label="{value}"/>'
    text = "" if path == "content" else "<content>Text.</content>"
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{feed}<entry {attribute}>{item}{text}</entry></feed>'


Make = Callable[[str, str], str]
READERS: dict[str, tuple[Make, dict[str, tuple[str, str]], dict[str, str]]] = {
    "nitf": (nitf, nitf_fields.MAPPED, nitf_fields.IGNORED),
    "newsmlg2": (newsmlg2, newsmlg2_fields.MAPPED, newsmlg2_fields.IGNORED),
    "rss": (rss_item, rss.MAPPED, rss.IGNORED),
    "atom": (atom_entry, atom.MAPPED, atom.IGNORED),
}
# Paths that only count beside others, or that tell and do not say.
BESIDE = {
    f"{nitf_fields.DOC}@management-idref-status",
    *(
        f"{nitf_fields.SUBJECT}@tobject.subject.{name}"
        for name in ("ipr", "matter", "detail", "qualifier", "type")
    ),
    f"{nitf_fields.DOC}/correction@info",
    "head/pubdata@ex-ref",
    "itemMeta/itemClass",
}
MAPPED = [
    (reader, path) for reader, (_, mapped, _) in READERS.items() for path in mapped if path not in BESIDE
]
IGNORED = [
    (reader, path)
    for reader, (_, _, ignored) in READERS.items()
    for path in ignored
    if "*" not in path
    and "//" not in path
    and not path.startswith(("head/meta[", "contentSet", "channel@", "rss@", "feed@"))
]


@pytest.mark.parametrize(("reader", "path"), MAPPED)
def test_every_mapped_path_reaches_its_field(read: Read, reader: str, path: str) -> None:
    make, mapped, _ = READERS[reader]
    field = mapped[path][0]
    before, after = read(make("", VALUE)), read(make(path, VALUE))
    assert after.unmapped == []
    said, unsaid = getattr(after, field), getattr(before, field)
    assert said != unsaid
    assert said == 9 or "9" in str(said) or "Value-of-it" in str(said)


@pytest.mark.parametrize(("reader", "path"), IGNORED)
def test_what_is_ignored_changes_nothing(read: Read, reader: str, path: str) -> None:
    make, _, _ = READERS[reader]
    before, after = read(make("", VALUE)), read(make(path, VALUE))
    assert {**msgspec.to_builtins(after), "raw_sha256": ""} == {
        **msgspec.to_builtins(before),
        "raw_sha256": "",
    }


@pytest.mark.parametrize("reader", READERS)
def test_no_path_is_both_and_every_field_exists(reader: str) -> None:
    _, mapped, ignored = READERS[reader]
    assert not set(mapped) & set(ignored)
    assert {field for field, _ in mapped.values()} <= {f.name for f in msgspec.structs.fields(CleanDispatch)}
    assert all(ignored.values())


@pytest.mark.parametrize(
    ("reader", "path"),
    [("nitf", "head/mood"), ("nitf", "head/docdata/urgency@mood"), ("newsmlg2", "itemMeta/mood"),
     ("newsmlg2", "contentMeta/headline@mood"), ("newsmlg2", "contentMeta/subject/mood"), ("rss", "mood"), ("atom", "mood")],
)  # fmt: skip
def test_what_no_table_knows_is_reported(read: Read, reader: str, path: str) -> None:
    assert read(READERS[reader][0](path, "calm")).unmapped == [path]


LONG = "<content>Text.</content>"
OSLO, ROME = (
    "<dateline><location><city>Oslo</city></location></dateline>",
    '<evloc city="Rome" iso-cc="IT"/>',
)


def nitf_said(docdata: str = "", head: str = "", body: str = "") -> str:
    return (
        f"<nitf><head>{head}<docdata>{docdata}</docdata></head><body><body.head>{body}</body.head>"
        "<body.content><p>Text.</p></body.content></body></nitf>"
    )


def g2_said(meta: str = "", content: str = "") -> str:
    return (
        f"<newsItem><itemMeta>{meta}</itemMeta><contentMeta>{content}</contentMeta>"
        "<contentSet><inlineXML><p>Text.</p></inlineXML></contentSet></newsItem>"
    )


def atom_said(entry: str = "", feed: str = "") -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{feed}<entry>{entry}{LONG}</entry></feed>'


def rss_said(item: str = "", channel: str = "", root: str = "") -> str:
    return f"<rss {SPACES}>{root}<channel>{channel}<item>{item}<description>Text.</description></item></channel></rss>"


# The head's changes in no order, one without a time that can be read.
HISTORY = (
    '<date.issue norm="20200104"/></docdata><revision-history norm="20200102"/><revision-history norm="20200103T090000Z"/>'
    '<revision-history norm="20200103T080000Z"/><revision-history norm="later"/><docdata>'
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


@pytest.mark.parametrize(
    "document",
    [
        nitf_said('<du-key version="{0}"/>'),
        nitf_said('<du-key generation="{0}"/>'),
        g2_said().replace("<newsItem>", '<newsItem version="{0}">'),
        atom_said(
            "<NewsManagement><ManagementSequenceNumber>{0}</ManagementSequenceNumber></NewsManagement>"
        ),
    ],
)
@pytest.mark.parametrize(
    ("said", "revision"),
    [("3", 3), ("20210312094510", 20210312094510), ("9" * 40, None), ("draft-B", None), ("²", None)],
)
def test_a_revision_is_kept_whole_or_flagged(
    read: Read, document: str, said: str, revision: int | None
) -> None:
    found = read(document.format(said))
    assert (found.revision, "revision_unreadable" in found.quality_flags) == (revision, revision is None)


def test_the_event_adds_to_the_datelines_city(read: Read) -> None:
    found = read(nitf_said('<evloc city="oslo" iso-cc="NO"/>', body=OSLO))
    assert found.location == StatedPlace(city="Oslo", country="NO")


def test_a_revision_inside_flags_only_where_none_is_stated_around_it(read: Read) -> None:
    document = nitf_said("<du-key version='draft-B'/>")
    inside = f"<contentSet><inlineXML>{document}</inlineXML></contentSet>"
    assert read(f"<newsItem>{inside}</newsItem>").quality_flags == ["revision_unreadable"]
    assert read(f'<newsItem version="2">{inside}</newsItem>').quality_flags == []


@pytest.mark.parametrize(
    ("said", "issued", "modified", "flags"),
    [
        (atom_said("<published>2020-01-01</published><updated>2020-01-02</updated>"), "2020-01-01", "2020-01-02", []),
        (atom_said("<updated>2020-01-02</updated>"), "2020-01-02", "2020-01-02", ["issued_at_is_modified"]),
        (rss_said("<dc:date>2020-01-01</dc:date><dcterms:modified>2020-01-02</dcterms:modified>"), "2020-01-01", "2020-01-02", []),
        (rss_said("<atom:updated>2020-01-02</atom:updated>"), "2020-01-02", "2020-01-02", ["issued_at_is_modified"]),
        (g2_said("<versionCreated>2020-01-01</versionCreated>", "<contentModified>2020-01-02</contentModified>"), "2020-01-01", "2020-01-02", []),
        (g2_said("", "<contentModified>2020-01-02</contentModified>"), "2020-01-02", "2020-01-02", ["issued_at_from_content"]),
        (nitf_said(HISTORY), "20200104", "20200103T090000Z", []),
    ],
)  # fmt: skip
def test_when_it_was_changed(read: Read, said: str, issued: str, modified: str, flags: list[str]) -> None:
    found = read(said)
    assert (found.issued_at_text, found.modified_at_text, found.unmapped) == (issued, modified, [])
    assert found.quality_flags == flags


@pytest.mark.parametrize(
    ("released", "is_embargo"),
    [
        ("20160707T080000Z", True),
        ("Thu, 07 Jul 2016 08:00:00 +0200", True),
        ("20160707", True),
        ("18:00 GMT", True),
        ("20160706T200000Z", False),
        ("20160706T190000Z", False),
        ("Wed, 06 Jul 2016 20:00:00 +0200", False),
        ("20160706", False),
    ],
)
def test_a_release_after_the_issue_is_an_embargo(read: Read, released: str, is_embargo: bool) -> None:
    found = read(nitf_said(f'<date.issue norm="20160706T200000Z"/><date.release norm="{released}"/>'))
    assert found.embargo_text == (released if is_embargo else None)
    reported = [] if is_embargo or released == found.issued_at_text else ["head/docdata/date.release@norm"]
    assert found.unmapped == reported
