"""A lake for each test, copied from one that is made once."""

import pytest

import lake_rows
from depeche import catalog, lake, query


@pytest.fixture(scope="session")
def empty_lake(tmp_path_factory):
    home = tmp_path_factory.mktemp("lake")
    lake.ensure(lake_rows.settings(home), query.definitions())
    return home


@pytest.fixture
def home(empty_lake, tmp_path):
    lake_rows.copy_lake(empty_lake, tmp_path)
    return tmp_path


@pytest.fixture
def settings(home):
    return lake_rows.settings(home)


@pytest.fixture
def ask(settings):
    """Rows of a query, as a reader sees them."""

    def ask(sql, *values):
        with query.connect(settings) as con:
            return con.execute(sql, list(values)).fetchall()

    return ask


@pytest.fixture
def statements(monkeypatch):
    """Everything the lake's own connections are told, and each os.sync, in order."""
    told = []

    class Listening:
        def __init__(self, con):
            self.con = con

        def __getattr__(self, name):
            return getattr(self.con, name)

        def execute(self, sql, *values):
            told.append(sql)
            return self.con.execute(sql, *values)

    connect = catalog.connect
    monkeypatch.setattr(catalog, "connect", lambda *a, **k: Listening(connect(*a, **k)))
    monkeypatch.setattr("os.sync", lambda: told.append("os.sync"))
    return told
