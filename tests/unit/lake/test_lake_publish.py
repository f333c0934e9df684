"""Publishing a batch: once, whole, and so that every record is accounted for."""

import json
from datetime import UTC, date, datetime
from importlib import import_module

import msgspec
import pyarrow.parquet as pq
import pytest

import lake_rows
from depeche import lake, points, query, schema
from lake_rows import dispatch, rejected, stage

again = msgspec.structs.replace


def test_rows_quarantine_and_ledger_are_written_together(home, settings, ask):
    folder = stage(home, "b1", [dispatch("a"), dispatch("b")], [rejected()])
    assert lake.publish(folder, settings) == lake.Published(batch_id="b1", accepted=2, quarantined=1)
    assert ask(
        "SELECT dispatch_id, headline, actors[1].mentions[1].text FROM dispatch_revisions ORDER BY 1"
    ) == [
        ("urn:newsml:example:a", "Titre a", "Moscou"),
        ("urn:newsml:example:b", "Titre b", "Moscou"),
    ]
    assert ask("SELECT reason, raw_name, batch_id FROM quarantine") == [("truncated", "bad.xml", "b1")]
    assert ask(
        "SELECT batch_id, taken, accepted, quarantined, known, payloads, seconds, verdict FROM batches"
    ) == [("b1", 3, 2, 1, 0, 3, 0.5, "passed")]
    (tallies,) = ask("SELECT tallies FROM batches")[0]
    assert json.loads(tallies)["publish"]["taken"] == 3
    (message,) = ask("SELECT commit_extra_info FROM lake.snapshots() WHERE commit_message = 'published'")[0]
    assert json.loads(message)["batch_id"] == "b1"


def test_rows_come_back_as_they_were_staged(home, settings):
    given = dispatch("a", embargo_until=datetime(2016, 7, 6, 14, 30, 0, 123456, tzinfo=UTC), subjects=[])
    lake.publish(stage(home, "b1", [given]), settings)
    staged = pq.read_table(home / "staging" / "b1" / "accepted.parquet").to_pylist()
    with query.run(
        f"SELECT {', '.join(schema.DISPATCH_REVISIONS.names)} FROM dispatch_revisions", settings
    ) as rows:
        assert rows.read_all().to_pylist() == staged


def test_the_same_batch_again_changes_nothing(home, settings, ask):
    folder = stage(home, "b1", [dispatch("a")], [rejected()])
    lake.publish(folder, settings)
    before = ask("SELECT max(snapshot_id) FROM lake.snapshots()")
    assert lake.publish(folder, settings) == lake.Published(batch_id="b1", known=2, already=True)
    assert ask("SELECT max(snapshot_id) FROM lake.snapshots()") == before


def test_known_rows_and_known_refusals_are_not_added_again(home, settings, ask):
    lake.publish(stage(home, "b1", [dispatch("a")], [rejected()]), settings)
    done = lake.publish(stage(home, "b2", [dispatch("a"), dispatch("c")], [rejected()]), settings)
    assert (done.accepted, done.known, done.quarantined) == (1, 1, 1)
    assert ask("SELECT count(*) FROM dispatch_revisions") == [(2,)]
    assert ask("SELECT batch_id FROM quarantine") == [("b1",)]


def test_a_batch_of_refusals_only_is_published(home, settings, ask):
    done = lake.publish(stage(home, "b1", [], [rejected("x"), rejected("y")]), settings)
    assert (done.accepted, done.quarantined) == (0, 2)
    assert ask("SELECT count(*) FROM quarantine") == [(2,)]


def test_an_empty_batch_enters_the_ledger(home, settings):
    assert lake.publish(stage(home, "b1", []), settings).accepted == 0
    assert lake.published(settings) == {"wire/b1.warc.gz": ["v1"]}


def test_a_conflicting_revision_goes_to_quarantine_with_both_digests(home, settings, ask):
    lake.publish(stage(home, "b1", [dispatch("a")]), settings)
    done = lake.publish(stage(home, "b2", [dispatch("a", "Un autre texte.")]), settings)
    assert (done.accepted, done.quarantined) == (0, 1)
    ((stage_, reason, detail, key),) = ask("SELECT stage, reason, detail, dispatch_id FROM quarantine")
    assert (stage_, reason, key) == ("publish", "conflicting_revision", "urn:newsml:example:a")
    assert lake_rows.digest("Un autre texte.")[:12] in detail
    assert ask("SELECT text FROM dispatch_revisions") == [(lake_rows.BODY,)]


def test_a_page_with_new_words_becomes_the_next_revision_in_the_same_partition(home, settings, ask):
    page = dispatch("p", "Un.", id_basis="url", agency_guid=None, url="https://example.org/p")
    later = again(page, text="Deux.", text_sha256="2", raw_sha256="2", issue_date=date(2016, 8, 2))
    lake.publish(stage(home, "b1", [page]), settings)
    lake.publish(stage(home, "b2", [later]), settings)
    assert ask("SELECT revision, text, issue_date FROM dispatch_revisions ORDER BY 1") == [
        (1, "Un.", date(2016, 7, 6)),
        (2, "Deux.", date(2016, 7, 6)),
    ]


def test_a_kill_without_a_number_of_its_own_takes_the_dispatch_out_and_is_flagged(home, settings, ask):
    lake.publish(stage(home, "b1", [dispatch("a")]), settings)
    lake.publish(stage(home, "b2", [dispatch("a", pubstatus="canceled", raw_sha256="k" * 64)]), settings)
    assert ask("SELECT count(*) FROM dispatches") == [(0,)]
    assert ask("SELECT revision, pubstatus, quality_flags FROM dispatch_revisions ORDER BY 1") == [
        (1, "usable", []),
        (2, "canceled", ["revision_assigned"]),
    ]


def test_a_replay_replaces_rows_and_keeps_the_partition_and_the_old_rows_in_time_travel(home, settings, ask):
    lake.publish(stage(home, "b1", [dispatch("a"), dispatch("b")]), settings)
    (before,) = ask("SELECT max(snapshot_id) FROM lake.snapshots()")[0]
    new = dispatch(
        "a", text="Mieux lu.", text_sha256="m", normaliser_version="2", issue_date=date(2016, 9, 1)
    )
    done = lake.publish(stage(home, "b2", [new, dispatch("b")]), settings, replay=True)
    assert (done.accepted, done.known) == (1, 1)
    assert ask(
        "SELECT text, issue_date, normaliser_version, batch_id FROM dispatch_revisions ORDER BY batch_id"
    ) == [
        (lake_rows.BODY, date(2016, 7, 6), "1", "b1"),
        ("Mieux lu.", date(2016, 7, 6), "2", "b2"),
    ]
    assert ask(f"SELECT count(*) FROM dispatch_revisions AT (VERSION => {before}) WHERE batch_id = 'b1'") == [
        (2,)
    ]


def test_a_replay_that_gives_another_source_moves_the_row_to_its_partition(home, settings, ask):
    lake.publish(stage(home, "b1", [dispatch("a", source="UNKNOWN")]), settings)
    lake.publish(stage(home, "b2", [dispatch("a", reader_version="2")]), settings, replay=True)
    assert ask("SELECT source, count(*) FROM dispatch_revisions GROUP BY ALL") == [("AFP", 1)]
    assert ask("SELECT count(*) FROM dispatch_revisions WHERE source = 'UNKNOWN'") == [(0,)]


def test_a_replay_under_another_key_leaves_one_row(home, settings, ask):
    old = dispatch("a", dispatch_id="hash-of-the-text", id_basis="text_hash")
    lake.publish(stage(home, "b1", [old]), settings)
    new = again(old, dispatch_id="https://example.org/a", id_basis="url", normaliser_version="2")
    done = lake.publish(stage(home, "b2", [new]), settings, replay=True)
    assert (done.accepted, done.superseded) == (1, 1)
    assert ask("SELECT dispatch_id FROM dispatch_revisions") == [("https://example.org/a",)]


def test_what_a_replay_accepts_leaves_the_quarantine_and_what_it_refuses_stays(home, settings, ask):
    cured, sick = rejected("cured"), rejected("sick")
    lake.publish(stage(home, "b1", [], [cured, sick, rejected("untouched")]), settings)
    row = dispatch("cured", raw_sha256=cured.raw_sha256)
    lake.publish(stage(home, "b2", [row], [again(sick, reason="not_text")]), settings, replay=True)
    assert ask("SELECT raw_name, reason FROM quarantine ORDER BY 1") == [
        ("sick.xml", "not_text"),
        ("untouched.xml", "truncated"),
    ]


def test_a_selection_of_a_file_does_not_stand_for_the_file(home, settings):
    lake.publish(stage(home, "b1", [dispatch("a")], raw_uris=["wire/x.warc.gz#a"]), settings)
    assert lake.published(settings) == {"wire/b1.warc.gz": ["v1 (selection)"]}


def test_more_rows_than_a_commit_takes_are_finished_after_an_interruption(home, settings, ask, monkeypatch):
    monkeypatch.setattr(import_module("depeche.lake.publish"), "COMMIT_ROWS", 2)
    folder = stage(home, "b1", [dispatch(name, f"Texte {name}") for name in "abcab"], [rejected()])
    seen = []

    def interrupted(point):
        seen.append(point)
        if seen.count("before_commit") == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(points, "reached", interrupted)
    with pytest.raises(KeyboardInterrupt):
        lake.publish(folder, settings)
    assert lake.published(settings) == {}
    assert ask("SELECT count(*) FROM dispatch_revisions") == [(2,)]
    monkeypatch.setattr(points, "reached", lambda point: None)
    done = lake.publish(folder, settings)
    assert (done.accepted, done.known, done.quarantined) == (3, 2, 1)
    assert ask("SELECT count(*), count(DISTINCT dispatch_id) FROM dispatch_revisions") == [(3, 3)]
    assert ask("SELECT taken, accepted, known, quarantined FROM batches") == [(6, 3, 2, 1)]


def test_repetitions_across_commits_are_known(home, settings, ask, monkeypatch):
    monkeypatch.setattr(import_module("depeche.lake.publish"), "COMMIT_ROWS", 2)
    done = lake.publish(stage(home, "b1", [dispatch(name, f"Texte {name}") for name in "abcab"]), settings)
    assert (done.accepted, done.known) == (3, 2)
    assert ask("SELECT count(*) FROM dispatch_revisions") == [(3,)]


MARKED = {"usage_rules": ["not_in:DE", "no_archive"], "usage_terms_text": "NO ARCHIVAL USE"}


def test_text_is_withheld_and_metadata_stay_by_default(home, settings, ask):
    lake.publish(stage(home, "b1", [dispatch("a", **MARKED), dispatch("b")]), settings)
    assert ask("SELECT text, full_text, headline, len(actors), quality_flags FROM dispatch_revisions ORDER BY dispatch_id") == [
        ("", "", "Titre a", 1, ["text_withheld"]),
        (lake_rows.BODY, lake_rows.FULL, "Titre b", 1, []),
    ]  # fmt: skip


def test_withheld_words_are_in_no_file_of_the_lake(home, settings, ask):
    lake.publish(stage(home, "b1", [dispatch("a", **MARKED, summary="Une trêve a été proposée.")]), settings)
    files = list((home / "lake" / "data").rglob("*.parquet"))
    assert files
    for file in files:
        rows = str(pq.read_table(file, partitioning=None).to_pylist())
        for words in (*lake_rows.BODY.split("\n\n"), "Moscou", "mercredi", "Une trêve"):
            assert words not in rows
    # What was made of the words stays, and where they stood.
    (row,) = ask("SELECT actors, event_dates, credits, dateline.text FROM dispatch_revisions")
    assert [(m["text"], m["start"], m["end"]) for m in row[0][0]["mentions"]] == [("", 0, 6)]
    assert (row[0][0]["name"], row[1][0]["first"].isoformat()) == ("Government of Russia", "2016-07-06")
    assert (row[2][0]["agency_id"], row[2][0]["text"]) == ("AFP", "")
    assert row[3] == "PARIS, 6 juil 2016 (AFP) -"


def test_keep_keeps_and_refuse_refuses(home, ask):
    keep = lake_rows.settings(home, DEPECHE_NO_ARCHIVE="keep")
    lake.publish(stage(home, "b1", [dispatch("a", **MARKED)]), keep)
    assert ask("SELECT text FROM dispatch_revisions") == [(lake_rows.BODY,)]
    refuse = lake_rows.settings(home, DEPECHE_NO_ARCHIVE="refuse")
    done = lake.publish(stage(home, "b2", [dispatch("b", **MARKED), dispatch("c")]), refuse)
    assert (done.accepted, done.quarantined) == (1, 1)
    assert ask("SELECT reason, dispatch_id FROM quarantine") == [("no_archive", "urn:newsml:example:b")]


def test_a_failed_batch_is_only_published_by_hand_and_the_ledger_says_so(home, settings, ask):
    folder = stage(home, "b1", [dispatch("a")])
    verdict = json.loads((folder / "validation.json").read_text()) | {
        "passed": False,
        "failures": ["70% undated"],
    }
    (folder / "validation.json").write_text(json.dumps(verdict))
    with pytest.raises(lake.NotPassed, match="70% undated"):
        lake.publish(folder, settings)
    lake.publish(folder, settings, by_hand=True)
    assert ask("SELECT verdict FROM batches") == [("published by hand despite: 70% undated",)]


def damage_missing(folder):
    (folder / "accepted.parquet").unlink()


def damage_truncated(folder):
    file = folder / "refused.parquet"
    file.write_bytes(file.read_bytes()[:100])


def damage_columns(folder):
    table = pq.read_table(folder / "accepted.parquet")
    pq.write_table(table.drop_columns(["text"]), folder / "accepted.parquet")


def damage_count(folder):
    table = pq.read_table(folder / "accepted.parquet")
    pq.write_table(table.slice(1), folder / "accepted.parquet")


def damage_json(folder):
    (folder / "validation.json").write_text('{"passed": tr')


def damage_batch(folder):
    (folder / "batch.json").write_text("{}")


@pytest.mark.parametrize(
    "damage",
    [damage_missing, damage_truncated, damage_columns, damage_count, damage_json, damage_batch],
)
def test_a_damaged_staging_folder_is_named_and_nothing_is_written(home, settings, ask, damage):
    folder = stage(home, "b1", [dispatch("a"), dispatch("b")])
    damage(folder)
    with pytest.raises(lake.StagingDamaged, match="run again"):
        lake.publish(folder, settings)
    assert ask("SELECT count(*) FROM dispatch_revisions") == [(0,)]
    assert lake.published(settings) == {}


def test_hostile_values_survive(home, settings, ask):
    odd = "'); DROP TABLE x; -- \u202e \U0001f600 \u0000 é漢"
    row = dispatch("a", "x", headline=odd, slug=odd, dispatch_id=odd, url="x" * 70_000, revision=2**62)
    lake.publish(stage(home, "b1", [row]), settings)
    assert ask("SELECT headline, slug, dispatch_id, length(url), revision FROM dispatch_revisions") == [
        (odd, odd, odd, 70_000, 2**62)
    ]


def test_publishing_makes_the_lake_where_there_is_none(tmp_path):
    settings = lake_rows.settings(tmp_path)
    assert lake.published(settings) == {}
    assert lake.publish(stage(tmp_path, "b1", [dispatch("a")]), settings).accepted == 1
    assert lake.published(settings) == {"wire/b1.warc.gz": ["v1"]}
