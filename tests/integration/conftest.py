"""What tests of several processes share."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import postgres


@pytest.fixture(scope="session")
def postgres_server():
    """One PostgreSQL for the test process; ``catalog()`` gives a database of its own."""
    # Not in pytest's folder: a socket's path may have 107 characters.
    with TemporaryDirectory(prefix="postgres") as folder, postgres.running(Path(folder) / "data") as server:
        yield server
