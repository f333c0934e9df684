"""Importing by hand: what cannot succeed is refused at once, what is done is skipped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from depeche import lake, settings
from depeche.ingest import rawstore
from depeche.interval import IntervalError
from depeche.pipeline import imports
from depeche.pipeline.versions import Versions
from depeche.settings import Settings, SettingsError
from tiny_wire import write


@pytest.fixture
def now(tmp_path: Path) -> Settings:
    return settings.load(write(tmp_path))


@pytest.mark.parametrize(
    ("parameters", "says"),
    [
        ({"feed": "wires"}, "feed='wires': there are wire, loose, files"),
        ({"feed": "files"}, "feed=files has no location of its own: give a path or urls"),
        ({"feed": "wire", "path": "/tmp", "urls": ["https://example.org/1"]}, "give one of them"),
        ({"feed": "files", "path": "wire/1994"}, "write it whole, such as /srv/wire/1994"),
        ({"feed": "files", "path": "/nowhere/1994"}, "does not exist"),
        ({"feed": "files", "urls": ["example.org"]}, "'example.org' is no address"),
        ({"feed": "files", "urls": ["https://example.org/a b"]}, "is no address"),
        ({"feed": "loose", "first": "2016"}, "the feed loose ("),
        ({"feed": "files", "path": "/tmp", "first": "2016"}, "leave both empty"),
        ({"feed": "files", "urls": ["https://example.org/1"], "last": "2016"}, "a list of addresses says no days"),
        ({"feed": "wire", "first": "2999"}, "first=2999 is still to come"),
        ({"feed": "wire", "first": "1994-05", "last": "1994-07"}, "none of the folders 1994-05 … 1994-07"),
    ],
)  # fmt: skip
def test_what_cannot_succeed_is_refused(now: Settings, parameters: dict[str, object], says: str) -> None:
    with pytest.raises(SettingsError) as refused:
        imports.wanted(now, parameters)
    assert says in str(refused.value)


@pytest.mark.parametrize(
    "parameters", [{"first": "July 2016"}, {"first": "2016-07", "last": "2016-06"}, {"last": "2016-02-30"}]
)
def test_a_wrong_range_is_refused(now: Settings, parameters: dict[str, str]) -> None:
    with pytest.raises(IntervalError):
        imports.wanted(now, {"feed": "wire", **parameters})


def test_what_is_wanted_travels_as_json(now: Settings) -> None:
    what = imports.wanted(now, {"feed": "wire", "path": None, "urls": [], "first": "2016-07"})
    assert imports.record(json.loads(json.dumps(imports.plain(what)))) == what


def test_a_range_of_a_feed_and_a_path_are_taken_once(now: Settings, tmp_path: Path) -> None:
    july = imports.Wanted(feed="wire", first="2016-07")
    assert imports.take(now, july)["accepted"] == 3
    again = imports.take(now, july)
    assert (again["accepted"], again["known"]) == (0, 3)
    single = imports.Wanted(feed="files", path=str(tmp_path / "drop" / "loose" / "a.txt"))
    assert imports.take(now, single)["accepted"] == 1
    assert {batch.split("/")[0] for batch in rawstore.batches(now)} == {"wire", "files"}


def test_the_plan_skips_what_the_present_code_published(
    now: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = Versions(now).of("wire")
    batches = [f"wire/{n}.warc.gz" for n in range(4)]
    ledger = {
        batches[0]: ["before", version],
        batches[1]: [version, "before"],
        batches[2]: [f"{version} (selection)"],
    }
    monkeypatch.setattr(lake, "published", lambda _: ledger)
    monkeypatch.setattr(rawstore, "batches", lambda _: [*batches, "loose/0.warc.gz"])
    plan = imports.planned(now, "wire", "manual__2026-01-01T00:00:00+00:00")
    assert plan["todo"] == batches[1:]
    assert (plan["new"], plan["older"], plan["done"]) == (2, 1, 1)
    written = json.loads((now.home / "plans" / "manual__2026-01-01T00-00-00-00-00.json").read_text())
    assert written["batches"] == dict(zip(batches, ["done", "older", "new", "new"], strict=True))
    assert written["code_version"] == version
