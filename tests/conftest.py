"""Settings of the test run shared by all tests, and what would be made again in each of them."""

import os
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module

import pytest
from hypothesis import HealthCheck, settings

import tiny_wire
from depeche.settings import load

# Machines are shared: how long an example takes says nothing. The examples are the same
# in every run; look for new ones with HYPOTHESIS_PROFILE=explore.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("steady")


class OneProcess:
    """In the place of a process a stage: one that stays, so that what takes seconds to import is there."""

    _kept: ProcessPoolExecutor | None = None

    def __init__(self, **named):
        if OneProcess._kept is None or OneProcess._kept._broken:
            OneProcess._kept = ProcessPoolExecutor(**named)

    def __enter__(self):
        return OneProcess._kept

    def __exit__(self, *raised):
        return None


import_module("depeche.pipeline.apart").ProcessPoolExecutor = OneProcess


@pytest.fixture(scope="session", autouse=True)
def compiled(tmp_path_factory):
    """Where the tiny wire's archives find the authority compiled, once for all of them."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    tiny_wire.COMPILED = load({"DEPECHE_HOME": str(shared / "compiled")}).cache
