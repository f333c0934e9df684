"""What tests of several processes share."""

import pytest

import postgres


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory):
    """One PostgreSQL for the test process; ``catalog()`` gives a database of its own."""
    with postgres.running(tmp_path_factory.mktemp("postgres") / "data") as server:
        yield server
