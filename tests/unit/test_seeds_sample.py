"""The sample wire is what seeds/README.md says: counts, days, languages, and every awkward case."""

from __future__ import annotations

import hashlib
import re
import tarfile
import zipfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from depeche.clean import clean
from depeche.ingest import feeds
from depeche.records import RawDispatch, Reject

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
WIRE = SEEDS / "dispatches"
README = (SEEDS / "README.md").read_text(encoding="utf-8")
AWKWARD = dict(re.findall(r"^\| `([^`]+\.[a-z.]+)` \| [^|]+ \| ([^|]+) \|$", README, re.MULTILINE))
CLEAN_REFUSES = ("binary", "empty", "malformed_xml", "no_article", "unknown_format")
SEED_SHA256 = "97a6b48d7e8980aad12815bd0bfe6bde1512b0c157c6240e487b5913b85fd273"


class Item(NamedTuple):
    """What the tests look at in a NewsML file."""

    path: Path
    language: str
    item_id: str
    revision: int
    issued: str
    kind: str
    status: str
    has_headline: bool
    has_dateline: bool
    terms: list[str]


def _files(folder: str) -> list[Path]:
    return [
        p for p in sorted((WIRE / folder).rglob("*")) if p.is_file() and not p.name.endswith(".meta.json")
    ]


def _said(root: etree._Element, tag: str) -> str:
    found = root.find(f".//{tag}")
    return "" if found is None else found.get("FormalName") or found.text or ""


def _item(path: Path) -> Item | None:
    try:
        # Their declarations of charset are not all true.
        root = etree.fromstring(path.read_bytes(), etree.XMLParser(encoding=_charset(path)))
    except etree.XMLSyntaxError:
        return None
    if root.tag != "NewsML":
        return None
    return Item(
        path=path,
        language=_said(root, "Language"),
        item_id=_said(root, "DateId") + _said(root, "NewsItemId"),
        revision=int(_said(root, "RevisionId")),
        issued=_said(root, "ThisRevisionCreated"),
        kind=_said(root, "NewsItemType"),
        status=_said(root, "Status"),
        has_headline=bool(_said(root, "HeadLine")),
        has_dateline=bool(_said(root, "DateLine")),
        terms=[element.text for element in root.iter("UsageType")],
    )


def _charset(path: Path) -> str:
    try:
        path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return "iso-8859-1"
    return "utf-8"


ITEMS = [item for path in _files("newsml") if (item := _item(path))]


def test_there_are_enough_dispatches_in_three_formats() -> None:
    counts = {folder: len(_files(folder)) for folder in ("newsml", "pages", "text")}
    stated = {
        folder: int(count)
        for folder, count in re.findall(r"^\| `(\w+)/` .*\| (\d+) \|$", README, re.MULTILINE)
    }
    assert counts == {folder: stated[folder] for folder in counts}
    assert counts["newsml"] >= 55
    assert counts["pages"] >= 30
    assert counts["text"] >= 25


def test_they_spread_over_days_months_and_languages() -> None:
    days = {item.issued[:8] for item in ITEMS}
    assert len({day for day in days if "20160628" <= day <= "20160716"}) >= 14
    assert len({day[:6] for day in days}) >= 6
    languages = Counter(item.language for item in ITEMS)
    assert set(languages) == {"fr", "en", "es", "de", "ar"}
    assert min(languages.values()) >= 5


def test_a_dated_folder_is_the_month_of_issue() -> None:
    wrong = [i.path.name for i in ITEMS if i.path.parent.name != f"{i.issued[:4]}-{i.issued[4:6]}"]
    assert wrong == []
    for folder in ("pages", "text"):
        loose = {p.parent.name for p in _files(folder)} - {folder}
        assert all(re.fullmatch(r"(19|20)\d\d-(0[1-9]|1[0-2])", name) for name in loose)


def test_revisions_follow_the_one_before() -> None:
    revisions = {(item.item_id, item.revision) for item in ITEMS}
    later = [key for key in revisions if key[1] > 1]
    assert {revision for _, revision in later} >= {2, 3}
    assert all((item_id, revision - 1) in revisions for item_id, revision in later)
    repeated = [key for key, n in Counter((i.item_id, i.revision) for i in ITEMS).items() if n > 1]
    assert len(repeated) == 1  # the redelivery


def test_alerts_have_neither_headline_nor_dateline() -> None:
    alerts = [item for item in ITEMS if item.kind == "Alert"]
    assert len(alerts) >= 4
    assert len({item.language for item in alerts}) >= 3
    assert not any(item.has_headline or item.has_dateline for item in alerts)


def test_lifecycle_and_terms() -> None:
    assert {item.status for item in ITEMS} == {"Usable", "Canceled", "Embargoed"}
    assert [item.revision for item in ITEMS if item.status == "Canceled"] == [2]
    assert sum("NO ARCHIVAL USE" in item.terms for item in ITEMS) >= 2
    assert sum("GERMANY OUT" in item.terms for item in ITEMS) == 1
    assert "Flash" in {item.kind for item in ITEMS}


def test_every_awkward_case_is_there() -> None:
    assert len(AWKWARD) >= 40
    missing = [name for name in AWKWARD if not (WIRE / name).is_file()]
    assert missing == []


def test_the_same_bytes_come_twice_once() -> None:
    digests = Counter(hashlib.sha256(p.read_bytes()).hexdigest() for p in _files("newsml"))
    assert [n for n in digests.values() if n > 1] == [2]


def test_only_one_file_outside_the_archives_is_binary() -> None:
    files = _files("newsml") + _files("pages") + _files("text")
    assert [path.name for path in files if b"\0" in path.read_bytes()] == ["photo-otan.txt"]
    assert sum(path.stat().st_size for path in files) < 2_000_000


def test_the_seed_document_is_unchanged() -> None:
    seed = (WIRE / "text" / "poutine-obama-syrie.txt").read_bytes()
    assert hashlib.sha256(seed).hexdigest() == SEED_SHA256
    assert seed.decode().rstrip().endswith("Source AFP")


@pytest.mark.parametrize("folder", ["newsml", "pages", "text"])
def test_few_of_a_feed_are_for_quarantine(folder: str) -> None:
    bad = [n for n, fate in AWKWARD.items() if n.startswith(folder) and "quarantine:" in fate]
    assert 0 < len(bad) < len(_files(folder)) / 4


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (name, reason)
        for name, fate in sorted(AWKWARD.items())
        for reason in CLEAN_REFUSES
        if f"quarantine: {reason}" in fate
    ],
)
def test_cleaning_refuses_it_for_the_stated_reason(name: str, reason: str) -> None:
    payload = (WIRE / name).read_bytes()
    raw = RawDispatch(
        raw_uri=None,
        raw_sha256=hashlib.sha256(payload).hexdigest(),
        name=name,
        payload=payload,
        feed_id="sample",
        collected_at=datetime(2016, 7, 17, tzinfo=UTC),
    )
    with pytest.raises(Reject) as refused:
        clean(raw)
    assert refused.value.reason == reason


def test_the_archives_hold_what_is_said() -> None:
    with tarfile.open(WIRE / "archives" / "wire-text-2003.tar.gz") as tar:
        names = tar.getnames()
    assert [name for name in names if ".." in name] == ["../../echappee.txt"]
    assert sum(name.endswith(".txt") for name in names) == 4
    with zipfile.ZipFile(WIRE / "archives" / "afp-newsml-2015-02.zip") as zipped:
        assert Counter(Path(name).suffix for name in zipped.namelist()) == {".xml": 3, ".gz": 1}


def test_the_feeds_are_declared() -> None:
    declared = feeds.load(SEEDS / "feeds.yml")
    assert list(declared) == ["afp-newsml", "press-pages", "wire-text", "samples-archives"]
    assert all(feed.location.is_dir() and feed.enabled for feed in declared.values())
    assert declared["afp-newsml"].agency == "AFP"
    assert declared["afp-newsml"].dated == "%Y-%m"
