"""Tables, views and macros: made once, brought up to date when they change, never twice."""

from contextlib import closing

import pyarrow as pa
import pytest

import lake_rows
from depeche import catalog, lake, query, schema
from lake_rows import dispatch, stage

V1 = {"numbers": "CREATE OR REPLACE VIEW lake.numbers AS SELECT 1 AS n"}
V2 = {"numbers": "CREATE OR REPLACE VIEW lake.numbers AS SELECT 2 AS n"}


def test_making_sure_again_changes_nothing(settings, ask):
    before = ask("SELECT max(snapshot_id) FROM lake.snapshots()")
    lake.ensure(settings, query.definitions())
    lake.ensure(settings)
    assert ask("SELECT max(snapshot_id) FROM lake.snapshots()") == before


def test_columns_are_those_of_the_schema_with_their_descriptions(ask):
    for name, columns in schema.TABLES.items():
        found = ask(
            "SELECT column_name, is_nullable, comment FROM duckdb_columns() WHERE table_name = ? "
            "AND database_name = 'lake' ORDER BY column_index",
            name,
        )
        assert found == [(f.name, f.nullable, f.metadata[b"about"].decode()) for f in columns]


def test_a_changed_definition_replaces_the_old_one(settings, ask):
    lake.ensure(settings, V1)
    assert ask("SELECT n FROM numbers") == [(1,)]
    lake.ensure(settings, V2)
    assert ask("SELECT n FROM numbers") == [(2,)]
    lake.ensure(settings, V1)
    assert ask("SELECT n FROM numbers") == [(1,)]


def test_a_definition_that_does_not_work_leaves_the_old_one(settings, ask):
    lake.ensure(settings, V1)
    with pytest.raises(Exception, match="nothing_there"):
        lake.ensure(settings, {"numbers": "CREATE OR REPLACE VIEW lake.numbers AS FROM lake.nothing_there"})
    assert ask("SELECT n FROM numbers") == [(1,)]


def test_a_new_column_is_added_and_old_rows_and_views_stay_readable(home, settings, ask, monkeypatch):
    lake.publish(stage(home, "b1", [dispatch("a")]), settings)
    story = pa.field("story_id", pa.string(), metadata={"about": "The story."})
    monkeypatch.setitem(schema.TABLES, "dispatch_revisions", schema.DISPATCH_REVISIONS.append(story))
    lake.ensure(settings, query.definitions())
    assert ask("SELECT story_id, headline FROM dispatches") == [(None, "Titre a")]


def test_a_column_of_another_type_is_no_silent_change(settings, monkeypatch):
    other = pa.schema([pa.field("batch_id", pa.int64()), pa.field("new", pa.string())])
    monkeypatch.setitem(schema.TABLES, "batches", other)
    with pytest.raises(lake.LakeError, match=r"batches\.batch_id is VARCHAR in the lake but BIGINT here"):
        lake.ensure(settings)


def test_a_lake_half_made_is_finished(home, tmp_path_factory):
    settings = lake_rows.settings(tmp_path_factory.mktemp("half"))
    (settings.lake / "data").mkdir(parents=True)
    with closing(catalog.connect(settings, write=True, create=True)):
        pass
    assert lake.published(settings) == {}
    assert lake.publish(stage(settings.home, "b1", [dispatch("a")]), settings).accepted == 1
