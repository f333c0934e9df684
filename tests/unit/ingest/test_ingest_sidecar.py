"""Side-cars: what they may say, what they belong to."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.ingest import ingest_paths, rawstore, sidecar
from depeche.ingest.names import Names
from depeche.ingest.rawstore import write as rawwrite
from depeche.records import Reject, SideCar
from depeche.settings import Settings


def test_all_that_can_be_said() -> None:
    found = sidecar.parse(
        b'\xef\xbb\xbf{"collected_at": "2016-07-06T22:00:00+02:00", "url": "https://example.org/a", '
        b'"publisher": "La Gazette", "language": "fr"}'
    )
    assert found.collected_at == datetime(2016, 7, 6, 20, tzinfo=UTC)
    assert found.collected_at.utcoffset() is not None
    assert found.collected_at.isoformat().endswith("+00:00")
    assert (found.url, found.publisher, found.language) == ("https://example.org/a", "La Gazette", "fr")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "truncated"),
        (b"{", "truncated"),
        (b"null", "object"),
        (b"[]", "object"),
        (b'{"collected": "2016"}', "collected"),
        (b'{"collected_at": "yesterday"}', "collected_at"),
        (b'{"collected_at": "2016-07-06"}', "collected_at"),
        (b'{"collected_at": 1467835200}', "collected_at"),
        (b'{"collected_at": "2016-07-06T20:00:00"}', "has no offset"),
        (b'{"collected_at": "0001-01-01T00:00:00+14:00"}', "no date in UTC"),
        (b'{"collected_at": "9999-12-31T23:59:59-14:00"}', "no date in UTC"),
        (b'{"url": 7}', "url"),
        (b'{"url": "caf\xe9"}', "utf-8"),
        (b"[" * 60_000, "object"),
        (b'{"url": "' + b"x" * 70_000 + b'"}', "64 KB"),
        ('{"url": "a"}'.encode("utf-16"), "JSON"),
    ],
)
def test_a_bad_one_says_what_is_wrong(content: bytes, says: str) -> None:
    with pytest.raises(Reject) as raised:
        sidecar.parse(content)
    assert raised.value.reason == "bad_sidecar"
    assert says in raised.value.detail


@pytest.mark.usefixtures("settled")
def test_one_that_comes_after_its_file_was_taken_is_refused(
    folder: Path, settings: Settings, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A commit after each file, so that a side-car is looked at when its file is settled.
    monkeypatch.setattr(rawwrite, "SETTLED_AT_ONCE", 1)

    def run() -> tuple[int, dict[str, int]]:
        tally = ingest_paths([folder], "files", settings, now=now)
        return tally.accepted, tally.reasons

    (folder / "a.html").write_text("a")
    (folder / "b.html").write_text("b")
    (folder / "b.meta.json").write_text('{"language": "fr"}')
    (folder / "c.html").write_text("c")
    assert run() == (3, {})
    (folder / "a.meta.json").write_text('{"language": "de"}')
    (folder / "c.html").write_text("another c")
    (folder / "c.meta.json").write_text('{"language": "es"}')
    assert run() == (1, {"late_sidecar": 1})
    assert run() == (0, {})
    (folder / "b.meta.json").write_text('{"language": "it"}')
    assert run() == (0, {"late_sidecar": 1})
    refs = [ref for batch in rawstore.batches(settings) for ref in rawstore.refs(settings, batch)]
    assert [ref.sidecar.language for ref in refs if not ref.refused] == [None, "fr", None, "es"]


@given(st.binary(max_size=200))
def test_any_bytes_are_a_sidecar_or_refused(content: bytes) -> None:
    try:
        assert isinstance(sidecar.parse(content), SideCar)
    except Reject as reject:
        assert reject.reason == "bad_sidecar"  # noqa: PT017  either outcome is right


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "collected_at": st.datetimes(
                min_value=datetime(1, 1, 3),  # noqa: DTZ001  the zone comes from timezones
                max_value=datetime(9999, 12, 29),  # noqa: DTZ001
                timezones=st.timezones(),
            ),
            "url": st.text(),
            "publisher": st.text(),
            "language": st.text(max_size=5),
        },
    )
)
def test_what_is_said_is_kept(said: dict[str, object]) -> None:
    # Offsets of local mean time have seconds, which ISO 8601 in JSON does not carry.
    at = said.get("collected_at")
    if isinstance(at, datetime):
        offset = at.utcoffset()
        assert offset is not None
        if offset.total_seconds() % 60:
            at = at.astimezone(UTC)
    found = sidecar.parse(json.dumps({**said, **({"collected_at": at.isoformat()} if at else {})}).encode())
    assert found.collected_at == at
    assert {"url": found.url, "publisher": found.publisher, "language": found.language} == {
        "url": said.get("url"),
        "publisher": said.get("publisher"),
        "language": said.get("language"),
    }


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("x.txt", ["x.txt.meta.json", "x.meta.json"]),
        ("a/x.txt", ["a/x.txt.meta.json", "a/x.meta.json"]),
        ("x", ["x.meta.json"]),
        ("x.html.gz", ["x.html.gz.meta.json", "x.html.meta.json", "x.meta.json"]),
        ("x.gz", ["x.gz.meta.json", "x.meta.json"]),
        ("a.b/x", ["a.b/x.meta.json"]),
        (".x", [".x.meta.json"]),
        ("x.meta.txt", ["x.meta.txt.meta.json", "x.meta.meta.json"]),
    ],
)
def test_where_it_is_looked_for(name: str, names: list[str]) -> None:
    assert sidecar.candidates(name) == names


@given(st.text(st.characters(exclude_characters="/", codec="utf-8"), min_size=1))
def test_every_name_is_found_by_its_own_sidecars(name: str) -> None:
    for candidate in sidecar.candidates(name):
        assert sidecar.is_sidecar(candidate)
        if not sidecar.is_sidecar(name):
            assert name in sidecar.described(candidate, Names([name, candidate, "zz/", "0.txt"]))


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("x.meta.json", []),
        ("x.meta.json", ["x/"]),
        ("x.meta.json", ["x.a/"]),
        ("x.meta.json", ["x.a.b"]),
        ("x.txt.meta.json", ["x.html"]),
        ("x.meta.json.meta.json", ["x.meta.json"]),
        ("x.meta.json", ["x.txt.meta.json"]),
    ],
)
def test_without_its_file_it_is_an_orphan(name: str, names: list[str]) -> None:
    assert not list(sidecar.described(name, Names([name, *names])))


def test_a_member_takes_from_its_archive_all_but_the_url() -> None:
    at = datetime(2016, 7, 6, tzinfo=UTC)
    archive = SideCar(collected_at=at, url="https://example.org/a.zip", publisher="P", language="fr")
    own = SideCar(language="de")
    assert sidecar.inherit(own, archive) == SideCar(collected_at=at, publisher="P", language="de")


def test_what_is_one_things_only_is_its_own():
    said = {
        "url": "https://a.example/1", "items": ["a"], "issued_at": "2016-07-06", "modified_at": "2016-07-07",
        "headline": "H", "byline": "B", "summary": "S", "keywords": ["k"],
    }  # fmt: skip
    assert sidecar.inherit(SideCar(**said), SideCar()) == SideCar(**said)
    assert sidecar.inherit(SideCar(), SideCar(**said)) == SideCar()
