"""Read-only SQL: what reads is run, what writes is refused, what is wrong is explained."""

import pyarrow as pa
import pytest

import lake_rows
from depeche import query, schema
from depeche.catalog import NoLake


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM dispatches",
        "FROM batches",
        "-- a comment\nSELECT 1;",
        "WITH a AS (SELECT 1) FROM a",
        "VALUES (1)",
        "SHOW TABLES",
        "DESCRIBE dispatches",
        "SUMMARIZE quarantine",
        "EXPLAIN SELECT 1",
        "EXPLAIN ANALYZE FROM dispatches",
        "PIVOT (FROM coverage) ON source USING sum(revisions)",
        "FROM lake.snapshots()",
        "SELECT count(*) FROM dispatch_revisions AT (VERSION => 4)",
        "FROM lake.table_changes('dispatch_revisions', 0, 5)",
        "SELECT 'DROP TABLE batches'",
    ],
)
def test_what_only_reads_is_run(ask, sql):
    ask(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO batches SELECT * FROM batches",
        "WITH a AS (FROM batches) INSERT INTO batches FROM a",
        "UPDATE quarantine SET reason = 'x'",
        "DELETE FROM quarantine",
        "DROP TABLE batches",
        "CREATE TEMP TABLE x AS SELECT 1",
        "CREATE VIEW x AS SELECT 1",
        "ALTER TABLE batches ADD COLUMN x INT",
        "ATTACH '/tmp/x.db'",
        "DETACH lake",
        "COPY (SELECT 1) TO '{lake}/data/x.parquet'",
        "COPY batches TO '/tmp/x.csv'",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO '{lake}/data/x.parquet'",
        "explain (analyze) INSERT INTO batches FROM batches",
        "EXPORT DATABASE '/tmp/x'",
        "SET lock_configuration = false",
        "PRAGMA enable_profiling",
        "USE memory",
        "CALL lake.set_option('target_file_size', '1MB')",
        "CALL ducklake_cleanup_old_files('lake', cleanup_all => true)",
        "FROM ducklake_cleanup_old_files('lake', cleanup_all => true)",
        "FROM lake.expire_snapshots(older_than => now())",
        "SELECT * FROM ducklake_delete_orphaned_files('lake', cleanup_all => true)",
        "INSTALL httpfs",
        "LOAD httpfs",
        "CHECKPOINT",
        "BEGIN",
        "PREPARE x AS SELECT 1",
    ],
)
def test_what_would_write_is_refused(settings, sql):
    lake = settings.home / "lake"
    before = {file: file.stat().st_size for file in lake.rglob("*.parquet")}
    with (
        pytest.raises(query.QueryError, match=r"read-only|not possible"),
        query.run(sql.format(lake=lake), settings),
    ):
        pytest.fail("it ran")
    assert {file: file.stat().st_size for file in lake.rglob("*.parquet")} == before


@pytest.mark.parametrize(
    "sql",
    [
        "FROM read_csv('/etc/passwd')",
        "FROM read_text('{home}/staging/b1/batch.json')",
        "FROM glob('/etc/*')",
        "FROM read_parquet('https://example.org/x.parquet')",
        "FROM '/etc/hosts.csv'",
    ],
)
def test_files_beside_the_lake_cannot_be_read(settings, sql):
    with pytest.raises(query.QueryError), query.run(sql.format(home=settings.home), settings) as rows:
        rows.read_all()


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        (
            "SELECT * FROM dispatchs",
            "Table with name dispatchs does not exist; there are actor_mentions, batches",
        ),
        ("SELECT headlin FROM dispatches", 'Candidate bindings: "headline"'),
        ("SELEC 1", 'syntax error at or near "SELEC"'),
        ("SELECT 1; SELECT 2", "one statement at a time, please: this has 2"),
        ("", "one statement at a time, please: this has 0"),
        ("-- nothing", "this has 0"),
        ("SELECT 'open", "unterminated quoted string"),
        ("SELECT 'x'::INT", "Could not convert string 'x' to INT32"),
        ("SELECT \u202e", "Referenced column"),
    ],
)
def test_mistakes_are_explained_in_one_line(settings, sql, said):
    with pytest.raises(query.QueryError) as caught, query.run(sql, settings) as rows:
        rows.read_all()
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_without_a_lake_it_says_what_to_do(tmp_path):
    empty = lake_rows.settings(tmp_path)
    with pytest.raises(NoLake, match="depeche run"), query.run("SELECT 1", empty):
        pytest.fail("it ran")
    assert query.status(empty) == {"exists": False}
    assert query.quarantine_rows(empty) == query.quarantine_counts(empty) == query.validations(empty) == []
    assert list(tmp_path.iterdir()) == []


def test_what_only_shows_while_rows_are_read_is_explained_too(settings):
    sql = "SELECT CASE WHEN r > 50000 THEN error('too far') ELSE '' END FROM range(100000) AS t(r)"
    with pytest.raises(query.QueryError, match="too far"), query.run(sql, settings) as rows:
        rows.read_all()


# --- lookups --------------------------------------------------------------------------


def test_raw_uri_of_a_dispatch_a_revision_a_guid_and_a_refusal(settings):
    key = "urn:newsml:example:updated"
    assert query.raw_uri(settings, key) == "wire/x.warc.gz#updated"
    assert query.raw_uri(settings, key, 1) == "wire/x.warc.gz#updated"
    assert query.raw_uri(settings, f"{key}:1") == "wire/x.warc.gz#updated"
    (refusal,) = query.quarantine_rows(settings, reason="truncated")
    assert query.raw_uri(settings, refusal["quarantine_id"][:8]) == "wire/x.warc.gz#broken"


@pytest.mark.parametrize("ident", ["nothing", "urn:newsml:example:", "'; DROP TABLE x", "%", ""])
def test_raw_uri_of_what_is_not_there(settings, ident):
    with pytest.raises(query.QueryError, match="no dispatch and no quarantined record"):
        query.raw_uri(settings, ident)


def test_raw_uri_of_a_revision_that_is_not_there(settings):
    with pytest.raises(query.QueryError, match="revision 9 of"):
        query.raw_uri(settings, "urn:newsml:example:plain", 9)


def test_dispatch_gives_all_columns_of_the_newest_revision(settings):
    row = query.dispatch(settings, "urn:newsml:example:updated")
    assert (row["revision"], row["headline"], row["actors"][0]["mentions"][0]["text"]) == (
        2,
        "Deux",
        "Moscou",
    )


@pytest.mark.parametrize(
    ("ident", "revision", "said"),
    [
        ("nothing", None, "the archive has no dispatch nothing"),
        ("", None, "no dispatch without an id"),
        ("urn:newsml:example:pl", None, "did you mean urn:newsml:example:plain"),
        ("urn:newsml:example:updated", 9, "has no revision 9; there is 1, 2"),
    ],
)
def test_a_dispatch_that_is_not_there(settings, ident, revision, said):
    with pytest.raises(query.QueryError, match=said):
        query.dispatch(settings, ident, revision)


def test_a_refusal_is_no_dispatch(settings):
    (refusal,) = query.quarantine_rows(settings, reason="truncated")
    with pytest.raises(query.QueryError, match="is in quarantine: depeche quarantine show"):
        query.dispatch(settings, refusal["quarantine_id"])


def test_a_column_that_is_younger_than_the_lake_is_null(settings, monkeypatch):
    story = pa.field("story_id", pa.string(), metadata={"about": "The story."})
    monkeypatch.setattr(schema, "DISPATCH_REVISIONS", schema.DISPATCH_REVISIONS.append(story))
    row = query.dispatch(settings, "urn:newsml:example:plain")
    assert (row["story_id"], row["source"]) == (None, "AFP")


def test_quarantine_is_listed_filtered_and_counted(settings):
    assert {row["raw_name"] for row in query.quarantine_rows(settings)} == {"broken.xml", "empty.xml"}
    assert [row["raw_name"] for row in query.quarantine_rows(settings, stage="ingest")] == ["empty.xml"]
    assert [row["raw_name"] for row in query.quarantine_rows(settings, feed_id="wire")] == ["broken.xml"]
    assert query.quarantine_rows(settings, reason="other") == []
    assert len(query.quarantine_rows(settings, limit=1)) == 1
    (row,) = query.quarantine_rows(settings, reason="empty")
    assert query.quarantine_rows(settings, ids=[row["quarantine_id"][:6]]) == [row]
    assert query.quarantine_rows(settings, ids=["zz"]) == []
    assert [(r["stage"], r["reason"], r["records"]) for r in query.quarantine_counts(settings)] == [
        ("clean", "truncated", 1),
        ("ingest", "empty", 1),
    ]


def test_status_adds_up(settings):
    found = query.status(settings)
    assert (found["exists"], found["batches"], found["revisions"], found["dispatches"]) == (True, 1, 12, 8)
    assert found["taken"] == found["accepted"] + found["known"] + found["quarantined"] == 14
    assert [(row["source"], row["revisions"]) for row in found["sources"]] == [("AFP", 11), ("DPA", 1)]
    assert found["in_quarantine"] == 2
    assert found["parquet_files"] == 4
    assert found["bytes_on_disk"] > 10_000


def test_validations_give_the_kept_results(settings):
    ((batch, _, result),) = query.validations(settings)
    assert batch == "b1"
    assert '"passed": true' in result
