"""Which Airflow is in use: the one of ``make up``, or the one that DEPECHE_AIRFLOW_URL names."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from depeche.records import Record
from depeche.settings import Settings

CONNECTION = "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"
EXECUTOR = "AIRFLOW__CORE__EXECUTOR"


class AirflowError(Exception):
    """Airflow cannot be asked, or refuses; the message says why and what to do."""


class Using(Record, frozen=True, kw_only=True):
    """An Airflow: ``metadata`` is the kind of its database, or None where that is not known from here."""

    url: str
    user: str
    password: str
    metadata: str | None
    executor: str | None

    @property
    def on_sqlite(self) -> bool:
        """True where its metadata are in SQLite, which many runs at once break."""
        return self.metadata == "sqlite"

    @property
    def together(self) -> int:
        """Runs that a backfill makes at the same time: while one collects, on one core, another processes."""
        return 2 if self.metadata not in (None, "sqlite") else 1


def using(settings: Settings, environ: Mapping[str, str] | None = None) -> Using:
    """The Airflow in use. Raises AirflowError where none was ever started here and none is named."""
    environ = os.environ if environ is None else environ
    if settings.airflow_url:
        return _named(settings.airflow_url, environ)
    folder = settings.home / "airflow" / "up"
    try:
        noted = json.loads((folder / "served.json").read_text())
        passwords = json.loads((folder / "passwords.json").read_text())
    except FileNotFoundError:
        raise AirflowError(
            f"no Airflow was started on {settings.home} yet: make up; for another one, "
            "DEPECHE_AIRFLOW_URL=http://user:password@host:8080"
        ) from None
    return Using(**noted, password=passwords[noted["user"]])


def _named(url: str, environ: Mapping[str, str]) -> Using:
    parts = urlsplit(url)
    bare = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl().rstrip("/")
    # In a container of that Airflow its settings are known; from elsewhere they are not.
    scheme = environ.get(CONNECTION, "").partition(":")[0].partition("+")[0]
    return Using(
        url=bare,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        metadata=scheme or None,
        executor=environ.get(EXECUTOR),
    )
