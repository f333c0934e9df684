"""feeds.yml: what it takes, and that every mistake names its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche import ingest
from depeche.ingest import feeds
from depeche.settings import PROJECT, SettingsError

WHOLE = """\
# Our feeds
feeds:
  - id: afp-newsml
    kind: drop
    location: drop/afp
    agency: AFP
    publisher: null
    language: fr
    terms: "Contract of 2016"
    dated: "%Y/%m/%d"
  - id: papers
    kind: drop
    location: /srv/papers
    enabled: false
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "feeds.yml"


def test_a_whole_file(file: Path) -> None:
    file.write_text(WHOLE)
    found = feeds.load(file)
    assert list(found) == ["afp-newsml", "papers"]
    afp = found["afp-newsml"]
    assert afp.location == file.parent / "drop/afp"
    assert (afp.agency, afp.publisher, afp.language, afp.schedule) == ("AFP", None, "fr", "daily")
    assert (afp.dated, afp.enabled, afp.terms) == ("%Y/%m/%d", True, "Contract of 2016")
    assert afp.declared_at == f"{file}:3"
    assert found["papers"].location == Path("/srv/papers")
    assert found["papers"].enabled is False


def test_a_location_may_be_a_url(file: Path) -> None:
    file.write_text("feeds:\n  - id: web\n    kind: drop\n    location: s3://bucket/wire/x\n")
    assert str(feeds.load(file)["web"].location) == "s3://bucket/wire/x"


def test_the_sample_feeds_load_and_have_a_module() -> None:
    for feed in feeds.load(PROJECT / "seeds" / "feeds.yml").values():
        assert feed.kind in ingest.KINDS


def test_every_kind_has_a_module() -> None:
    assert tuple(ingest.KINDS) == feeds.KINDS


def test_a_feed_of_the_web(file: Path) -> None:
    file.write_text(RSS + "    match: /world/\n    revisit_days: 7\n    allow_private: true\n")
    feed = feeds.load(file)["a"]
    assert feed.url == "https://example.org/rss"
    assert (feed.match, feed.revisit_days, feed.allow_private) == ("/world/", 7, True)


def test_a_feed_of_the_core_api(file: Path) -> None:
    file.write_text(API + """    query: '{"name": "lang", "in": ["fr"]}'\n    since: 2016-07-01\n""")
    feed = feeds.load(file)["a"]
    assert (feed.call, feed.connection, feed.since) == ("search", "afp_core_api", date(2016, 7, 1))


def test_the_entries_that_are_shown_load(file: Path) -> None:
    """Those of the documentation, and those that stand as comments in the sample."""
    shown = [
        line for line in (PROJECT / "docs" / "feeds.md").read_text().splitlines() if line.startswith("    ")
    ]
    file.write_text(
        "feeds:\n" + "\n".join(shown[shown.index("    - id: journal") :]).partition("    AIRFLOW")[0]
    )
    assert [feed.kind for feed in feeds.load(file).values()] == ["rss", "sitemap", "urls", "core-api"]
    sample = (PROJECT / "seeds" / "feeds.yml").read_text()
    file.write_text(
        sample.replace("\n  # ", "\n  ").replace("\n  #\n", "\n").replace("\n  Feeds of", "\n  # Feeds of")
    )
    found = feeds.load(file)
    assert {feed.kind for feed in found.values()} >= {"drop", "rss", "sitemap", "core-api"}
    assert not any(feed.enabled for feed in found.values() if feed.url)


@pytest.mark.parametrize(
    ("said", "cron"),
    [
        ("", "0 0 * * *"),
        ("schedule: hourly", "0 * * * *"),
        ("schedule: weekly", "0 0 * * 1"),
        ('schedule: "30 5 * * 1-5"', "30 5 * * 1-5"),
        ("schedule: null", None),
    ],
)
def test_a_schedule(file: Path, said: str, cron: str | None) -> None:
    file.write_text(f"{FEED}    {said}\n")
    assert feeds.load(file)["a"].cron == cron


@pytest.mark.parametrize(
    ("kind", "location", "asked"),
    [
        ("drop", "x", "local"),
        ("drop", "s3://bucket/wire", "store"),
        ("warc", "https://example.org/warc.paths", "web"),
        ("warc", "x", "local"),
        ("rss", "https://example.org/rss", "web"),
        ("urls", "links.txt", "web"),
        ("core-api", "https://example.org", "api"),
    ],
)
def test_who_is_asked(file: Path, kind: str, location: str, asked: str) -> None:
    file.write_text(f"feeds:\n  - id: a\n    kind: {kind}\n    location: {location}\n")
    assert feeds.load(file)["a"].host_class == asked


def test_no_feeds_is_a_choice(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbffeeds: []\n")
    assert feeds.load(file) == {}


API = "feeds:\n  - id: a\n    kind: core-api\n    location: https://example.org\n"
RSS = "feeds:\n  - id: a\n    kind: rss\n    location: https://example.org/rss\n"
FEED = "feeds:\n  - id: a\n    kind: drop\n    location: x\n"
WARC = FEED.replace("drop", "warc")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "empty"),
        ("# nothing\n", 1, "empty"),
        ("feeds:\n", 1, "takes a list"),
        ("feeds: drop\n", 1, "takes a list"),
        ("- id: a\n", 1, "keys and values"),
        ("feed:\n  - id: a\n", 1, "'feed'"),
        ("version: 1\n" + FEED, 1, "'version'"),
        ("feeds:\n  - afp\n", 2, "keys and values"),
        ("feeds:\n  - id: a\n    kind: drop\n", 2, "needs location:"),
        ("feeds:\n  - kind: drop\n    location: x\n", 2, "needs id:"),
        (FEED + "    colour: red\n", 5, "'colour'"),
        (FEED + "    kind: drop\n", 5, "twice; the first is in line 3"),
        (FEED + FEED.removeprefix("feeds:\n"), 5, "declared in line 2"),
        (FEED.replace("id: a", "id: AFP wire"), 2, "a-z, 0-9 and hyphens"),
        (FEED.replace("id: a", "id: ../a"), 2, "a-z, 0-9 and hyphens"),
        (FEED.replace("id: a", 'id: "a\\n"'), 2, "a-z, 0-9 and hyphens"),
        (FEED.replace("id: a", "id: 2016-07-06"), 2, 'id: "2016-07-06", in quotes'),
        (FEED.replace("id: a", "id: [a]"), 2, "is no text"),
        (FEED.replace("id: a", "id: null"), 2, "is no text"),
        (FEED.replace("kind: drop", "kind: ftp"), 3, "there is drop"),
        (FEED.replace("location: x", "location: ''"), 4, "is empty"),
        (FEED.replace("location: x", 'location: "a\\0b"'), 4, "is empty"),
        (FEED + "    language: no\n", 5, 'language: "no", in quotes'),
        (FEED + "    enabled: maybe\n", 5, "true or false"),
        (FEED + "    enabled: 'true'\n", 5, "true or false"),
        (FEED + "    schedule: nightly\n", 5, "schedule: 'nightly': there is hourly, daily,"),
        (FEED + "    schedule: '61 5 * * *'\n", 5, "a cron expression in UTC such as"),
        (FEED + "    schedule: '0 0 5 * * *'\n", 5, "a cron expression in UTC such as"),
        (FEED + "    schedule: ''\n", 5, "write null"),
        (FEED + '    dated: "%B"\n', 5, "%B is not known"),
        (FEED + '    dated: "%m"\n', 5, "no year"),
        (FEED + '    dated: "%Y/%d"\n', 5, "day but no month"),
        (FEED + '    dated: "../%Y"\n', 5, "no folder below"),
        (FEED + '    dated: "/%Y"\n', 5, "no folder below"),
        (FEED + '    dated: "%Y%"\n', 5, "% is not known"),
        (
            FEED + "    match: /world/\n",
            5,
            "match: is for feeds of kind rss, sitemap, urls; this one is of kind drop",
        ),
        (RSS + '    dated: "%Y"\n', 5, "dated: is for feeds of kind drop"),
        (RSS.replace("https:", "ftp:"), 4, "is an address, such as https://"),
        (RSS.replace("://", "://me:secret@"), 4, "holds an account"),
        (FEED.replace("location: x", "location: s3:///wire"), 4, "names no bucket"),
        (FEED.replace("location: x", "location: https://a.example/wire"), 4, "a web server lists nothing"),
        (FEED.replace("location: x", "location: s3://me:secret@bucket/wire"), 4, "holds an account"),
        (WARC + "    select:\n      hosts: [https://a.example]\n", 6, "names of hosts alone"),
        (
            WARC + "    select:\n      languages:\n        - fr\n        - German\n",
            8,
            "'german': takes codes",
        ),
        (WARC + "    select:\n      types: [html]\n", 6, "types of content"),
        (RSS + "    match: '['\n", 5, "no regular expression"),
        (RSS + "    revisit_days: 0\n", 5, "a whole number from 1 up"),
        (RSS + "    revisit_days: true\n", 5, "a whole number from 1 up"),
        (API + "    call: find\n", 5, "there is search, latest, get"),
        (API + "    query: all\n", 5, "a JSON object in quotes"),
        (API + "    since: '2016-07-01'\n", 5, "without quotes"),
        (API + "    call: get\n", 5, "go together"),
        (API + "    unos: list.txt\n", 5, "go together"),
        (RSS + "    allow_private: 'no'\n", 5, "true or false"),
        (FEED + "    terms: ! x\n    agency: !!python/object:os.system x\n", 6, "is no text"),
        (FEED + "    agency: [unclosed\n", 6, "not YAML"),
        (FEED + "\tagency: AFP\n", 5, "not YAML"),
        ("feeds: *nowhere\n", 1, "not YAML"),
        ("feeds:\n  - {? [a] : b}\n", 2, "a key is a word"),
        ("feeds: []\n---\nfeeds: []\n", 2, "not YAML"),
        (FEED + "    terms: a\x07b\n", 5, "control character"),
        (FEED + "    language: french\n", 5, "language: 'french': takes a BCP 47 code"),
    ],
)
def test_a_mistake_names_its_line(file: Path, text: str, line: int, says: str) -> None:
    file.write_text(text)
    with pytest.raises(SettingsError) as raised:
        feeds.load(file)
    message = str(raised.value)
    assert message.startswith(f"{file}:{line}: "), message
    assert says in message


def test_bytes_that_are_no_utf8(file: Path) -> None:
    file.write_bytes(b"feeds: []\n# caf\xe9\n")
    with pytest.raises(SettingsError, match=r"feeds.yml:2: not UTF-8"):
        feeds.load(file)


def test_a_file_that_is_not_there(file: Path) -> None:
    with pytest.raises(SettingsError, match="DEPECHE_FEEDS"):
        feeds.load(file)


def test_a_thousand_brackets(file: Path) -> None:
    file.write_text("feeds: " + "[" * 100_000)
    with pytest.raises(SettingsError, match=r"feeds.yml:1"):
        feeds.load(file)


@given(st.text())
def test_any_text_is_feeds_or_a_settings_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.yml"
    file.write_text(text, encoding="utf-8", newline="")
    try:
        assert isinstance(feeds.load(file), dict)
    except SettingsError as error:
        assert str(error).startswith(f"{file}:")  # noqa: PT017  either outcome is right


TABLE = """\
feeds:
  - id: table
    kind: drop
    location: x
    columns:
      Titre: headline
      "Text 1": text
      "Text 2": text
      no: null
"""


def test_columns_of_a_table(file: Path) -> None:
    file.write_text(TABLE)
    assert feeds.load(file)["table"].columns == {
        "Titre": "headline",
        "Text 1": "text",
        "Text 2": "text",
        "no": None,
    }


@pytest.mark.parametrize(
    ("columns", "line", "said"),
    [
        ("columns: text", 5, "columns: takes keys and values"),
        ("columns:\n      a: texte", 6, "columns: a: there is no field 'texte'"),
        (
            "columns:\n      a: text\n      b: headline\n      c: headline",
            8,
            "c: headline is given 'b' already",
        ),
        ("columns:\n      a: text\n      a: headline", 7, "a: is given twice"),
        ("columns:\n      a: [text]", 6, "columns: takes 'column of the table: field'"),
        ("columns:\n      a: slug", 6, "columns: none is mapped to text or headline"),
    ],
)
def test_mistaken_columns(file: Path, columns: str, line: int, said: str) -> None:
    file.write_text(f"feeds:\n  - id: table\n    kind: drop\n    location: x\n    {columns}\n")
    with pytest.raises(SettingsError) as caught:
        feeds.load(file)
    assert f"{file}:{line}: " in str(caught.value)
    assert said in str(caught.value)
