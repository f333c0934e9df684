"""The archive on an object store: what is dropped there, kept there and published there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

import compiled
import lake_rows
from depeche import ingest, lake, pipeline, query, storage
from depeche.cli import main
from depeche.ingest import feeds, rawstore
from depeche.ingest.delivery import Unchanged
from depeche.ingest.drop import bucket as bucket_drop
from depeche.ingest.rawstore.lock import locked
from depeche.pipeline import staging
from depeche.records import Reject
from depeche.settings import PROJECT, Settings, load
from foreign_warc import Page, page, warc
from object_store import s3_server, store
from postgres import Server

NOW = datetime(2016, 9, 2, tzinfo=UTC)
PAGES = [Page(f"https://www.paper.example/story/{n}", page(n)) for n in range(6)]


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    with s3_server("wire") as found:
        yield found


@pytest.fixture
def bucket(endpoint: str) -> Iterator[str]:
    yield "s3://wire"
    store().rm("wire/", recursive=True)
    store().mkdir("wire")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load({"DEPECHE_HOME": str(tmp_path / "home"), "DEPECHE_WORKERS": "1"})


def feed(tmp_path: Path, **keys: object) -> feeds.Feed:
    file = tmp_path / "feeds.yml"
    file.write_bytes(msgspec.yaml.encode({"feeds": [{"id": "wire", **keys}]}))
    return feeds.load(file)["wire"]


def stored(settings: Settings) -> dict[str, bytes]:
    found = [ref for batch in rawstore.batches(settings) for ref in rawstore.refs(settings, batch)]
    read = rawstore.read_many(settings, [ref.raw_uri for ref in found])
    return {ref.name: payload for ref, payload in zip(found, read, strict=True)}


def test_a_drop_folder_in_a_bucket(bucket: str, settings: Settings, tmp_path: Path) -> None:
    put = store().pipe
    put("wire/drop/2016-07/a.txt", b"a")
    put("wire/drop/2016-07/a.meta.json", b'{"language": "fr"}')
    put("wire/drop/2016-07/gone.meta.json", b"{}")
    put("wire/drop/2016-08/b.txt.part", b"not yet")
    put("wire/drop/2016-08/.hidden", b"not meant")
    put("wire/drop/2016-08/c.warc.gz", warc(PAGES[:1]))
    wire = feed(tmp_path, kind="drop", location=f"{bucket}/drop", dated="%Y-%m")
    july = ingest.ingest(wire, settings, now=NOW, interval=(date(2016, 7, 1), date(2016, 8, 1)))
    assert (july.accepted, july.reasons) == (1, {"orphan_sidecar": 1})
    tally = ingest.ingest(wire, settings, now=NOW)
    assert (tally.accepted, tally.known) == (1, 2)
    found = stored(settings)
    assert found["2016-07/a.txt"] == b"a"
    assert PAGES[0].body in found.values()
    again = ingest.ingest(wire, settings, now=NOW)
    assert (again.taken, again.known) == (3, 3)
    put("wire/drop/2016-07/a.txt", b"another")
    assert ingest.ingest(wire, settings, now=NOW).accepted == 1


def test_web_archives_in_a_bucket_are_read_and_read_again_there(
    bucket: str, settings: Settings, tmp_path: Path
) -> None:
    store().pipe("wire/news/2016/09/a.warc.gz", warc(PAGES[:3]))
    store().pipe("wire/news/2016/09/b.warc.gz", warc(PAGES[3:]))
    news = feed(tmp_path, kind="warc", location=f"{bucket}/news")
    two = msgspec.structs.replace(settings, workers=2)
    assert ingest.ingest(news, two, now=NOW).accepted == 6
    assert sorted(stored(settings).values()) == sorted(each.body for each in PAGES)
    assert ingest.ingest(news, two, now=NOW).known == 6


def test_the_raw_store_in_a_bucket(bucket: str, tmp_path: Path) -> None:
    environ = {"DEPECHE_HOME": str(tmp_path / "home"), "DEPECHE_RAW": f"{bucket}/raw"}
    here = load(environ)
    (tmp_path / "drop").mkdir()
    for n in range(7):
        (tmp_path / "drop" / f"{n}.txt").write_text(f"{n}" * 100)
    small = msgspec.structs.replace(here, wire_batch=3)
    wire = feed(tmp_path, kind="drop", location=str(tmp_path / "drop"))
    assert ingest.ingest(wire, small, now=NOW).accepted == 7
    assert len(rawstore.batches(here)) == 3
    assert stored(here) == {f"{n}.txt": b"%d" % n * 100 for n in range(7)}
    assert all(rawstore.verify(here, batch) == [] for batch in rawstore.batches(here))
    # The index is a help only: it is made again from the bucket.
    (here.raw_state / "index.sqlite").unlink()
    assert ingest.ingest(wire, small, now=NOW).known == 7
    assert [p.name for p in (tmp_path / "home" / "raw" / "wire").iterdir()] == [".lock"]
    # A file that is gone is taken again.
    store().rm(f"wire/raw/{rawstore.batches(here)[0]}")
    assert ingest.ingest(wire, small, now=NOW).accepted == 3


def test_nothing_in_a_bucket_is_overwritten(bucket: str, tmp_path: Path) -> None:
    store().pipe("wire/x", b"first")
    (tmp_path / "x").write_bytes(b"second")
    with pytest.raises(FileExistsError):
        storage.publish(tmp_path / "x", storage.place(f"{bucket}/x"))
    assert store().cat("wire/x") == b"first"


def test_the_lake_in_a_bucket(bucket: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    here = lake_rows.settings(home, DEPECHE_LAKE_DATA=f"{bucket}/lake")
    lake.ensure(here, query.definitions())
    rows = [lake_rows.dispatch(name) for name in "abc"]
    done = lake.publish(lake_rows.stage(home, "first", rows), here)
    assert done.accepted == 3
    files = store().find("wire/lake")
    assert files
    assert all(name.endswith(".parquet") for name in files)
    with query.run("SELECT count(*) AS n FROM dispatches", here) as found:
        assert found.read_all().to_pylist() == [{"n": 3}]
    assert query.status(here)["parquet_files"] == len(files)
    assert not (home / "lake" / "data").exists()
    # What a query may not do on this machine, it may not do in the bucket either.
    store().pipe("wire/other/secret.csv", b"a\n1\n")
    with pytest.raises(query.QueryError), query.run("FROM 's3://wire/other/secret.csv'", here) as found:
        found.read_all()


def test_the_whole_way_in_a_bucket(bucket: str, tmp_path: Path, postgres_server: Server) -> None:
    sample = (PROJECT / "seeds/dispatches/newsml").rglob("*.xml")
    for file in list(sample)[:3]:
        store().pipe(f"wire/drop/{file.name}", file.read_bytes())
    (tmp_path / "feeds.yml").write_bytes(
        msgspec.yaml.encode({"feeds": [{"id": "wire", "kind": "drop", "location": f"{bucket}/drop"}]})
    )
    named = {name: f"{bucket}/{name.lower()}" for name in ("RAW", "STAGING", "LAKE_DATA")}
    environ = {f"DEPECHE_{name}": value for name, value in named.items()} | {
        "DEPECHE_HOME": str(tmp_path / "home"),
        "DEPECHE_FEEDS": str(tmp_path / "feeds.yml"),
        "DEPECHE_WORKERS": "1",
        "DEPECHE_CATALOG": postgres_server.catalog(),
    }
    compiled.share(tmp_path / "home")
    here = load(environ)
    pipeline.ingest(here, "wire")
    [done] = pipeline.process(here, pipeline.plan(here))
    assert staging.staged_ids(here) == [done["batch_id"]]
    assert sorted(Path(name).name for name in store().find("wire/staging")) == [
        "batch.json", "dispatches.parquet", "rejected.parquet"
    ]  # fmt: skip
    [verdict] = pipeline.validate(here, [done["batch_id"]])
    assert verdict["passed"]
    # Another machine takes it from here: nothing that it needs is in this one's home.
    here = load(environ | {"DEPECHE_HOME": str(tmp_path / "another")})
    assert pipeline.publish(here, [done["batch_id"]])["accepted"] == verdict["tally"]["accepted"] > 0
    assert store().find("wire/staging") == []
    assert store().find("wire/lake_data")
    assert pipeline.plan(here) == []
    assert not list(tmp_path.rglob("*.parquet"))


def test_one_machine_at_a_time_ingests_a_feed(tmp_path: Path, postgres_server: Server) -> None:
    environ = {"DEPECHE_CATALOG": postgres_server.catalog(), "DEPECHE_LOCK_SECONDS": "0.2"}
    here, there = (load(environ | {"DEPECHE_HOME": str(tmp_path / name)}) for name in ("here", "there"))
    with locked("wire", here):
        with pytest.raises(rawstore.FeedBusy, match="wire"), locked("wire", there):
            raise AssertionError("both hold the lock")
        with locked("papers", there):
            pass
    with locked("wire", there):
        pass


def test_a_store_that_is_down_is_a_line_and_no_traceback(
    bucket: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the raw store's listing, and of the lake's files, which DuckDB reads by itself."""
    (tmp_path / "drop").mkdir()
    (tmp_path / "drop/a.txt").write_text("PARIS, 6 juin 2016 (AFP) - Un texte assez long pour une dépêche.")
    (tmp_path / "feeds.yml").write_text("feeds:\n  - {id: wire, kind: drop, location: drop}\n")
    compiled.share(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DEPECHE_HOME", str(tmp_path))
        patch.setenv("DEPECHE_FEEDS", str(tmp_path / "feeds.yml"))
        patch.setenv("DEPECHE_RAW", f"{bucket}/raw")
        patch.setenv("DEPECHE_LAKE_DATA", f"{bucket}/lake")
        pipeline.run(load())
        patch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
        store().clear_instance_cache()
        for words in (["ingest", "wire"], ["sql", "SELECT text FROM dispatches"], ["status"]):
            patch.setattr(sys, "argv", ["depeche", *words])
            with pytest.raises(SystemExit) as left:
                main()
            assert left.value.code == 1
            assert "127.0.0.1:1" in capsys.readouterr().err
    store().clear_instance_cache()


def test_a_long_folder_of_a_bucket_is_listed_page_by_page(
    bucket: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "PAGE", 4)
    for name in (*(f"{n}.txt" for n in range(10)), "below/z.txt", "apart/z.txt", ".no", "9.txt.part"):
        store().pipe(f"wire/many/{name}", b"x")
    there = storage.place(f"{bucket}/many")
    listed = {e.place if isinstance(e, storage.Stored) else e for e in storage.pages(there)}
    assert listed == {e.place if isinstance(e, storage.Stored) else e for e in storage.listing(there)}
    items = [i for i in bucket_drop.walk(there, settings, seen=lambda source: 1) if isinstance(i, Unchanged)]
    assert [item.name for item in items] == [*(f"{n}.txt" for n in range(10)), "apart/z.txt", "below/z.txt"]


def test_a_store_that_cannot_be_entered_is_said(
    bucket: str, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wire = feed(tmp_path, kind="drop", location="s3://nowhere/drop")
    with pytest.raises(Reject, match="unreadable: s3://nowhere/drop: "):
        ingest.ingest(wire, settings, now=NOW)
