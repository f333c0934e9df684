"""A lake with the life of a few dispatches in it, made once."""

from datetime import UTC, date, datetime, timedelta

import pytest

import lake_rows
from depeche import lake, query
from lake_rows import AT, dispatch, rejected, stage

HOUR = timedelta(hours=1)


@pytest.fixture(scope="session")
def settings(tmp_path_factory):
    home = tmp_path_factory.mktemp("archive")
    settings = lake_rows.settings(home)
    lake.ensure(settings, query.definitions())
    later = datetime.now(UTC) + timedelta(days=30)
    lives = [
        dispatch("plain"),
        # an update the next hour
        dispatch("updated", headline="Un"),
        dispatch("updated", headline="Deux", revision=2, issued_at=AT + HOUR, raw_sha256="2" * 64),
        # killed two hours later
        dispatch("killed"),
        dispatch("killed", revision=2, pubstatus="canceled", issued_at=AT + 2 * HOUR, raw_sha256="3" * 64),
        # withheld, then released
        dispatch("held", pubstatus="withheld"),
        dispatch("held", revision=2, issued_at=AT + HOUR, raw_sha256="4" * 64),
        # embargo: until three hours after; and one that is not over
        dispatch("embargo", embargo_until=AT + 3 * HOUR),
        dispatch("secret", embargo_until=later),
        dispatch("second-secret", headline="frei"),
        dispatch("second-secret", headline="gesperrt", revision=2, embargo_until=later, raw_sha256="5" * 64),
        # no date of its own, German, another agency, another month
        dispatch("undated", "Kurz.", source="DPA", language="de", issued_at=None, issued_at_precision=None,
                 issue_date=date(2016, 8, 2), issue_date_basis="collected", headline=None),
    ]  # fmt: skip
    refused = [rejected("broken"), rejected("empty", "empty", stage="ingest", feed_id="drop")]
    lake.publish(stage(home, "b1", lives, refused), settings)
    return settings


@pytest.fixture
def ask(settings):
    """Rows of a SELECT, as plain values."""

    def ask(sql):
        with query.run(sql, settings) as rows:
            return [tuple(row.values()) for row in rows.read_all().to_pylist()]

    return ask
