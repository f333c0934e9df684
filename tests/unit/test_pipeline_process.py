"""Batches are made side by side by the same workers, and each is staged once, whoever makes it."""

from __future__ import annotations

import json
import pickle
from importlib import import_module
from itertools import chain

import msgspec
import pyarrow.parquet as pq
import pytest
import spacy
from lxml import etree

import compiled
import page_article
from depeche import clock, pipeline, query, settings
from depeche.pipeline import staging, worker
from depeche.pipeline.outcome import outcome, to_arrow
from depeche.pipeline.versions import code_version
from depeche.records import RawDispatch

TEXT = "PARIS, {0} juin 2016 (AFP) - Le Texte numéro {0}, assez long pour une dépêche."


@pytest.fixture
def now(tmp_path):
    """Nine dispatches in the raw store, in batches of two."""
    made = settings.load({"DEPECHE_HOME": str(tmp_path), "DEPECHE_WORKERS": "2", "DEPECHE_WIRE_BATCH": "2"})
    compiled.share(tmp_path)
    drop = tmp_path / "drop"
    drop.mkdir()
    for n in range(1, 10):
        (drop / f"{n}.txt").write_text(TEXT.format(n))
    pipeline.ingest_paths(made, [drop])
    return made


def raw(payload):
    return RawDispatch(
        raw_uri=None, raw_sha256="0" * 64, name="a", payload=payload, feed_id=None, collected_at=clock.now()
    )


def names(now, batch):
    return pq.read_table(staging.folder(now, batch) / "dispatches.parquet")["raw_name"].to_pylist()


def test_each_batch_holds_its_own_payloads(now):
    planned = pipeline.plan(now)
    done = pipeline.process(now, planned)
    assert [each["raw_file"] for each in done] == planned
    found = [names(now, each["batch_id"]) for each in done]
    assert [len(each) for each in found] == [2, 2, 2, 2, 1]
    assert sorted(chain(*found)) == sorted(f"{n}.txt" for n in range(1, 10))
    for each in done:
        assert each["tallies"]["normalise"]["accepted"] == each["payloads"]
        rows = pq.read_table(staging.folder(now, each["batch_id"]) / "dispatches.parquet")
        assert set(rows["batch_id"].to_pylist()) == {each["batch_id"]}


def test_what_is_staged_already_is_not_made_again(now, monkeypatch):
    planned = pipeline.plan(now)
    first = pipeline.process(now, planned[1:3])
    made = []
    write = staging.write
    monkeypatch.setattr(
        staging, "write", lambda at, batch, results: made.append(batch.raw_file) or write(at, batch, results)
    )
    done = pipeline.process(now, planned)
    assert done[1:3] == first
    assert made == [planned[0], planned[3], planned[4]]


def test_a_batch_that_another_run_removes_meanwhile_is_made(now, monkeypatch):
    """It was staged when the workers came to it, and published before it was held: publishing says what is known."""
    planned = pipeline.plan(now)
    first = pipeline.process(now, planned)
    hold = staging.hold

    def taken_away(at, batch, *rest):
        staging.remove(at, batch)
        return hold(at, batch, *rest)

    monkeypatch.setattr(staging, "hold", taken_away)
    done = pipeline.process(now, planned)
    assert [names(now, each["batch_id"]) for each in done] == [names(now, each["batch_id"]) for each in first]


def test_a_models_names_are_in_the_rows_and_its_version_too(now, tmp_path):
    model = spacy.blank("fr")
    model.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "Le Texte"}])
    model.meta["name"], model.meta["version"] = "wire", "2.0"
    model.to_disk(tmp_path / "model")
    with_model = msgspec.structs.replace(now, spacy=f"fr={tmp_path / 'model'}")
    planned = pipeline.plan(now)
    without = pipeline.process(now, planned)
    done = pipeline.process(with_model, planned)
    assert not {each["batch_id"] for each in done} & {each["batch_id"] for each in without}
    assert code_version(with_model) == f"{code_version(now)} models:fr=fr_wire-2.0"
    for each in done:
        for row in pq.read_table(staging.folder(now, each["batch_id"]) / "dispatches.parquet").to_pylist():
            assert row["normaliser_version"].endswith(" fr=fr_wire-2.0")
            assert "Texte" in {actor["name"] for actor in row["actors"]}


@pytest.mark.parametrize("said", ["unknown error", "Memory allocation failed", "out of memory"])
def test_a_parser_without_memory_is_no_defect_of_ours(said, monkeypatch):
    """The batch answers for a payload that needs too much: outcome.lost."""

    def parse(_):
        raise etree.XPathEvalError(said)
        yield

    monkeypatch.setattr(import_module("depeche.pipeline.outcome"), "_clean", parse)
    with pytest.raises(MemoryError):
        outcome([raw(b"<p>")], compiled.authority(), None)


def test_rows_come_back_from_a_worker_as_they_were(now):
    worker.start(now)
    made = to_arrow(worker.made([raw(TEXT.format(1).encode()), raw(b"")]))
    back = pickle.loads(pickle.dumps(made))
    assert (made.dispatches.num_rows, made.rejected.num_rows) == (1, 1)
    assert back.dispatches.equals(made.dispatches, check_metadata=True)
    assert back.rejected.equals(made.rejected, check_metadata=True)
    assert back.tallies == made.tallies


def test_a_model_that_is_not_there_stops_the_run_before_its_work(now):
    with pytest.raises(settings.SettingsError, match="no_such_model"):
        pipeline.process(msgspec.structs.replace(now, spacy="fr=no_such_model"), pipeline.plan(now))


def test_the_rule_of_a_pages_site_holds_and_is_part_of_the_version(tmp_path):
    drop, rules = tmp_path / "drop", tmp_path / "publishers.yml"
    drop.mkdir()
    (drop / "a.html").write_text(page_article.page(f"<h1>One</h1><h2>Two</h2>{page_article.PARAGRAPHS}"))
    (drop / "a.html.meta.json").write_text(json.dumps({"url": "https://www.paper.example/a"}))
    rules.write_text("publishers:\n  - hosts: [paper.example]\n    rules: [{headline: //h2}]\n")
    compiled.share(tmp_path)
    plain = settings.load({"DEPECHE_HOME": str(tmp_path), "DEPECHE_WORKERS": "1"})
    ruled = msgspec.structs.replace(plain, publishers=rules)
    pipeline.ingest_paths(plain, [drop])
    declared = []
    for now, headline in ((plain, "One"), (ruled, "Two")):
        (done,) = pipeline.process(now, pipeline.plan(now))
        rows = pq.read_table(staging.folder(now, done["batch_id"]) / "dispatches.parquet")
        assert rows["headline"].to_pylist() == [headline]
        assert [json.loads(line)["headline"] for line in pipeline.inspect(now, [drop])] == [headline]
        declared += rows["declared_version"].to_pylist()
    assert declared[0] is None
    assert declared[1] is not None
    assert "publishers" not in code_version(plain)
    assert code_version(ruled).startswith(f"{code_version(plain)} publishers:")


def test_what_a_feed_declares_is_part_of_what_its_rows_are_made_by(tmp_path):
    """Declared otherwise, its batches are made again and their rows replaced; those of other feeds stay."""
    compiled.share(tmp_path)
    feeds = tmp_path / "feeds.yml"
    for feed in ("one", "two"):
        (tmp_path / feed).mkdir()
        (tmp_path / feed / "a.txt").write_text(f"Le texte {feed}, assez long pour une dépêche sans agence.")

    def declare(agency):
        entry = "  - {{id: {0}, kind: drop, location: {0}, agency: {1}}}\n"
        feeds.write_text("feeds:\n" + entry.format("one", agency) + entry.format("two", "null"))
        return settings.load(
            {"DEPECHE_HOME": str(tmp_path), "DEPECHE_FEEDS": str(feeds), "DEPECHE_WORKERS": "1"}
        )

    def sources(now):
        with query.run("SELECT feed_id, source FROM dispatches", now) as found:
            return dict(zip(*found.read_all().to_pydict().values(), strict=True))

    now = declare("null")
    pipeline.run(now)
    assert sources(now) == {"one": "UNKNOWN", "two": "UNKNOWN"}
    assert pipeline.outdated(now) == []
    now = declare("AFP")
    assert [batch.split("/")[0] for batch in pipeline.outdated(now)] == ["one"]
    assert pipeline.replay(now)["accepted"] == 1
    assert sources(now) == {"one": "AFP", "two": "UNKNOWN"}
    assert pipeline.outdated(now) == []
    feeds.write_text("feeds:\n  - {id: two, kind: drop, location: two}\n")
    assert (
        pipeline.outdated(now) == []
    )  # a feed that has ended: made again its rows would lose what it declared


def test_a_run_publishes_what_was_ingested_of_a_feed_that_is_not_enabled(tmp_path):
    compiled.share(tmp_path)
    (tmp_path / "tried").mkdir()
    (tmp_path / "tried/a.txt").write_text(TEXT.format(6))
    feeds = tmp_path / "feeds.yml"
    feeds.write_text("feeds:\n  - {id: tried, kind: drop, location: tried, enabled: false}\n")
    now = settings.load({"DEPECHE_HOME": str(tmp_path), "DEPECHE_FEEDS": str(feeds), "DEPECHE_WORKERS": "1"})
    assert pipeline.run(now)["batches"] == []
    pipeline.ingest(now, "tried")
    assert pipeline.run(now)["accepted"] == 1


def test_an_agency_that_is_none_stops_the_run(tmp_path):
    compiled.share(tmp_path)
    feeds = tmp_path / "feeds.yml"
    feeds.write_text("feeds:\n  - {id: a, kind: drop, location: a, agency: AFPX}\n")
    now = settings.load({"DEPECHE_HOME": str(tmp_path), "DEPECHE_FEEDS": str(feeds)})
    with pytest.raises(settings.SettingsError, match=r"feeds\.yml:2: agency: 'AFPX' is no id of .*AFP"):
        pipeline.run(now)


def test_a_wrong_rule_stops_the_run_before_its_work(now, tmp_path):
    (tmp_path / "publishers.yml").write_text("publishers:\n  - rules: []\n")
    with pytest.raises(settings.SettingsError, match=r"publishers\.yml:2: a publisher needs hosts"):
        pipeline.process(
            msgspec.structs.replace(now, publishers=tmp_path / "publishers.yml"), pipeline.plan(now)
        )
