"""A migrated metadata database, once for the whole test run."""

import pytest

import airflow_process


@pytest.fixture(scope="session")
def airflow_base(tmp_path_factory):
    """A folder with an empty, migrated metadata database to be copied."""
    here = tmp_path_factory.getbasetemp()
    shared = here.parent if here.name.startswith("popen-") else here
    return airflow_process.migrated(shared / "airflow")
