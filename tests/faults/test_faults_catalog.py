"""The catalog's PostgreSQL is killed under a publish: a clear error without its password, and no row too few or twice."""

from __future__ import annotations

import msgspec
import pytest

from depeche import catalog, lake
from depeche.settings import Settings

pytestmark = pytest.mark.timeout(900)  # a busy machine is no fault

PASSWORD = "correct-horse"


def to_postgresql(settings: Settings) -> None:
    """Move the catalog from SQLite to where the settings say."""
    sqlite = msgspec.structs.replace(settings, catalog="")
    lake.copy_catalog(sqlite, settings)
    catalog.catalog_file(sqlite).unlink()


@pytest.mark.faults
@pytest.mark.parametrize("point", ["before_commit", "before_lock", "locked", "rows_written", "after_commit"])
def test_postgresql_is_killed(archive, postgres_server, point):
    harmed = archive("publish", DEPECHE_CATALOG=postgres_server.catalog(password=PASSWORD))
    to_postgresql(harmed.settings)
    done = harmed.trial(point=point, kill=postgres_server.pid)
    postgres_server.start_again()
    assert done.code == 1, done.said
    assert "LakeError" in done.said
    assert PASSWORD not in done.said
    harmed.ends_well()


@pytest.mark.faults
@pytest.mark.parametrize("round", range(8))
def test_postgresql_is_killed_in_mid_commit(archive, postgres_server, chance, round):
    harmed = archive("publish", DEPECHE_CATALOG=postgres_server.catalog())
    to_postgresql(harmed.settings)
    harmed.trial(point="before_commit", after=chance.uniform(0, 0.05), kill=postgres_server.pid)
    postgres_server.start_again()
    harmed.ends_well()
