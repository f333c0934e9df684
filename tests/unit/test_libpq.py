"""What is shown of a connection string: where to and as whom, and nothing that may be of a password."""

from __future__ import annotations

import pytest

from depeche.cli.doctor_checks import CHECKS
from depeche.libpq import shown
from depeche.settings import SettingsError, load


@pytest.mark.parametrize(
    ("conninfo", "expected"),
    [
        ("dbname=depeche host=db user=me", "dbname=depeche host=db user=me"),
        ("dbname=depeche password='se cr et' host=db", "dbname=depeche host=db"),
        ("host = db password = 'se cr' user = me", "host=db user=me"),
        (r"password='se\' cr host=no' port=5432", "port=5432"),
        (r"password=se\ cr host=db", "host=db"),
        (r"password='se cr\\' host=db", "host=db"),
        ("password=se'cr host=db", "host=db"),
        ("host=db password='se cr host=no", "host=db"),
        (r"host=db password='se cr\\\'", "host=db"),
        ("host=db password=se cr user=me", "host=db"),
        ("host=db passfile=/se/cr sslpassword=secr options='-c se=cr'", "host=db"),
        ("host='/var/run/my socket' hostaddr=::1", "host='/var/run/my socket' hostaddr=::1"),
        ("dbname='user=me password=secr' host=db", "host=db"),
        ("dbname=postgresql://me:secr@db/lake", "…"),
        ("", "…"),
        ("postgresql://me:secr@db/lake", "postgresql://me@db/lake"),
        ("postgres://me:secr@db:5432,[::1]:5433/lake?sslpassword=secr", "postgresql://me@db:5432,[::1]:5433/lake"),
        ("postgresql://db/lake?user=me&password=secr", "postgresql://db/lake"),
        ("postgresql://me:se%20cr@/lake", "postgresql://me@/lake"),
        ("postgresql://me:se?cr@db", "postgresql://me@db"),
        ("postgresql://me:se@cr@db/lake", "…"),
        ("postgresql://me:se/cr@db/lake", "…"),
        ("postgresql://me:secr", "…"),
        ("postgresql://db?password=se@cr", "…"),
    ],
)  # fmt: skip
def test_a_connection_string_without_its_secrets(conninfo: str, expected: str) -> None:
    assert shown(conninfo) == expected


def test_doctor_shows_no_part_of_a_quoted_password() -> None:
    settings = load({"DEPECHE_CATALOG": "postgres:dbname=depeche password='corona graminea' host=db"})
    assert CHECKS["catalog"](settings) == "PostgreSQL, dbname=depeche host=db"


def test_a_catalog_that_is_refused_is_not_repeated() -> None:
    with pytest.raises(SettingsError, match="DEPECHE_CATALOG") as refused:
        load({"DEPECHE_CATALOG": "postgresql://me:graminea@db/lake"})
    assert "graminea" not in str(refused.value)
