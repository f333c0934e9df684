"""Settings of the test run shared by all tests, and what would be made again in each of them."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings

import compiled
import one_process

# Machines are shared: how long an example takes says nothing. The examples are the same
# in every run; look for new ones with HYPOTHESIS_PROFILE=explore.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("steady")

one_process.use()


@pytest.fixture(scope="session", autouse=True)
def compiled_once(tmp_path_factory):
    """Where all archives find the authority compiled."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    compiled.FOLDER = shared / "compiled" / "depeche"


@pytest.fixture(scope="session")
def postgres_server():
    """One PostgreSQL for the test process; ``catalog()`` gives a database of its own."""
    import postgres

    # Not in pytest's folder: a socket's path may have 107 characters.
    with TemporaryDirectory(prefix="postgres") as folder, postgres.running(Path(folder) / "data") as server:
        yield server
