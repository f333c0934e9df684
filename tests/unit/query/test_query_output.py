"""Results as a table for people and as CSV, JSON lines and Parquet for programs."""

import csv
import io
import json

import pyarrow.parquet as pq
import pytest
from rich.console import Console

from depeche import query

ODD = "SELECT 'é :x: [bold]a[/bold], \"q\"\n2' AS t, NULL AS n, [1, NULL] AS l, {'a': 1} AS s, sum(9)::HUGEINT AS h, "
ODD += (
    "'nan'::DOUBLE AS f, TIMESTAMPTZ '2016-07-06 12:00:00Z' AS at, DATE '2016-07-06' AS d, '\\xAA'::BLOB AS b"
)


def written(settings, sql, format):
    out = io.BytesIO()
    with query.run(sql, settings) as rows:
        count = query.write(rows, format, out)
    return count, out.getvalue()


def printed(settings, sql, width=150, **how):
    console = Console(file=io.StringIO(), width=width)
    with query.run(sql, settings) as rows:
        query.print_table(rows, console, **how)
    return console.file.getvalue()


def test_csv_can_be_read_back(settings):
    count, found = written(settings, ODD, "csv")
    (row,) = csv.DictReader(io.StringIO(found.decode(), newline=""))
    assert count == 1
    assert row["t"] == 'é :x: [bold]a[/bold], "q"\n2'
    assert (row["n"], row["l"], row["s"], row["h"]) == ("", "[1,null]", '{"a":1}', "9")
    assert (row["at"], row["d"], row["b"]) == ("2016-07-06T12:00:00+00:00", "2016-07-06", "aa")


def test_json_is_one_object_a_line(settings):
    count, found = written(settings, f"{ODD} FROM range(3) GROUP BY range", "json")
    rows = [json.loads(line) for line in found.decode().splitlines()]
    assert count == len(rows) == 3
    assert rows[0] == {
        "t": 'é :x: [bold]a[/bold], "q"\n2', "n": None, "l": [1, None], "s": {"a": 1}, "h": 9, "f": None,
        "at": "2016-07-06T12:00:00Z", "d": "2016-07-06", "b": "qg==",
    }  # fmt: skip


def test_parquet_keeps_the_types(settings, tmp_path):
    count, found = written(settings, "FROM dispatch_revisions", "parquet")
    table = pq.read_table(io.BytesIO(found))
    assert count == table.num_rows == 12
    assert str(table.schema.field("issued_at").type) == "timestamp[us, tz=UTC]"


@pytest.mark.parametrize("format", ["csv", "json", "parquet"])
def test_an_empty_result_is_written_and_long_ones_whole(settings, format):
    assert written(settings, "SELECT 1 AS a WHERE false", format)[0] == 0
    assert written(settings, "SELECT range AS a FROM range(25000)", format)[0] == 25_000


def test_the_table_shows_values_as_they_are_on_one_line(settings):
    shown = printed(
        settings, "SELECT 'é :x: [bold]a[/bold]\nb' AS t, NULL AS n, TIMESTAMPTZ '2016-07-06 12:00:00Z' AS at"
    )
    assert "é :x: [bold]a[/bold] b" in shown
    assert "2016-07-06 12:00:00Z" in shown
    assert "1 row" in shown


def test_long_results_are_cut_and_it_says_so(settings):
    shown = printed(settings, "SELECT range AS a FROM range(1234)", limit=3)
    assert "1,234 rows, the first 3 shown" in shown
    assert len(shown.splitlines()) < 12


def test_many_columns_become_a_list(settings):
    shown = printed(
        settings, "FROM dispatch_revisions WHERE revision = 2 AND dispatch_id LIKE '%updated'", width=100
    )
    assert "row 1" in shown
    assert "Deux" in shown
    assert max(len(line) for line in shown.splitlines()) <= 100


def test_a_plan_is_shown_as_drawn(settings):
    assert "┌─" in printed(settings, "EXPLAIN SELECT 1")


def test_an_unknown_format_is_no_silent_default(settings):
    with pytest.raises(KeyError):
        written(settings, "SELECT 1", "xml")
