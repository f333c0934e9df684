"""The views coverage and coverage_feeds: silent months, duplicates, and what was refused."""

from datetime import UTC, date, datetime

import pytest

import lake_rows
from depeche import lake, query
from lake_rows import dispatch, rejected, stage


def day(name, when, **changes):
    at = datetime(when.year, when.month, when.day, 9, tzinfo=UTC)
    return dispatch(name, f"Texte {name}.", **({"issue_date": when, "issued_at": at} | changes))


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    home = tmp_path_factory.mktemp("archive")
    settings = lake_rows.settings(home)
    lake.ensure(settings, query.definitions())
    first = {"raw_uri": "wire/one.warc.gz#1"}
    second = {"raw_uri": "wire/two.warc.gz#1"}
    rows = [
        day("jan", date(2003, 1, 7), **first),
        day("jan2", date(2003, 1, 7), **first),
        day("jan3", date(2003, 1, 9), **first),
        # nothing in February and March
        day("apr", date(2003, 4, 1), **first),
        day("apr-twin", date(2003, 4, 2), headline="Titre apr", text_sha256=lake_rows.digest("Texte apr."), **second),
        # no language: a series of its own; no date of its own: of the month of its collection
        day("unknown", date(2003, 2, 1), language=None, language_basis=None, **second),
        day("unknown2", date(2003, 4, 1), language=None, language_basis=None, **second),
        day("undated", date(2016, 7, 6), issued_at=None, issued_at_precision=None, issue_date_basis="collected", **second),
    ]  # fmt: skip
    refused = [rejected("a", raw_uri="wire/two.warc.gz#8"), rejected("b", raw_uri="wire/two.warc.gz#9"),
               rejected("c", feed_id="drop", raw_uri=None)]  # fmt: skip
    lake.publish(stage(home, "b1", rows, refused), settings)
    lake.publish(stage(home, "b2", rows[:2]), settings)

    def ask(sql):
        with query.run(sql, settings) as found:
            return [tuple(row.values()) for row in found.read_all().to_pylist()]

    return ask


def test_silent_months_have_rows_and_undated_dispatches_no_series(ask):
    assert ask(
        "SELECT language, month, dispatches, dated, days, neighbours, share_with_date FROM coverage "
        "ORDER BY language, month"
    ) == [
        ("fr", date(2003, 1, 1), 3, 3, 2, 2.0, 1.0),
        ("fr", date(2003, 2, 1), 0, 0, 0, 2.5, None),
        ("fr", date(2003, 3, 1), 0, 0, 0, 2.5, None),
        ("fr", date(2003, 4, 1), 2, 2, 2, 3.0, 1.0),
        ("fr", date(2016, 7, 1), 1, 0, 0, None, 0.0),
        (None, date(2003, 2, 1), 1, 1, 1, 1.0, 1.0),
        (None, date(2003, 3, 1), 0, 0, 0, 1.0, None),
        (None, date(2003, 4, 1), 1, 1, 1, 1.0, 1.0),
    ]


def test_repeated_words_and_what_was_refused_from_the_same_files(ask):
    # of two.warc.gz four rows are here and two records in quarantine
    assert ask(
        "SELECT month, same_words, round(share_quarantined, 4) FROM coverage "
        "WHERE language = 'fr' AND dispatches > 0 ORDER BY month"
    ) == [
        (date(2003, 1, 1), 0, 0.0),
        (date(2003, 4, 1), 1, round((0 + 2 / 6) / 2, 4)),
        (date(2016, 7, 1), 0, round(2 / 6, 4)),
    ]


def test_feeds_count_what_has_no_source(ask):
    found = ask(
        "SELECT feed_id, sum(revisions), sum(quarantined), sum(known), max(share_quarantined) "
        "FROM coverage_feeds GROUP BY ALL ORDER BY ALL"
    )
    assert found == [("drop", 0, 1, 0, 1.0), ("wire", 8, 2, 2, 0.2)]
    assert (date(2016, 7, 1), 8) in ask("SELECT month, revisions FROM coverage_feeds WHERE feed_id = 'wire'")
