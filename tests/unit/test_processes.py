"""Processes are forked from a warm process that has no other thread, else from a server; so is the server."""

import json
import os
import subprocess
import sys
import time

SCRIPT = """
import json, os, signal, threading
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from pathlib import Path
from depeche import processes, validate
from depeche.pipeline import warm, worker
from depeche.settings import load
module = import_module("depeche.pipeline.apart")
validate.prepare = lambda: None  # what it imports and opens is not asked here
worker.open_for_forks = lambda settings: None
signal.signal(signal.SIGTERM, print)


said = {}
warm(load())
if os.fork() == 0:  # as Airflow forks its tasks: without the threads that imports have started
    said["warm"] = module.apart(os.getppid) == os.getpid()
    os.environ["DEPECHE_WORKERS"] = "3"
    said["environment"] = module.apart(os.getenv, "DEPECHE_WORKERS")
    try:
        module.apart(signal.raise_signal, signal.SIGTERM)
    except ChildProcessError as error:
        said["terminated"] = str(error)
    private, _ = os.pipe()
    with ProcessPoolExecutor(1, processes.from_server()) as pool:
        said["served by"] = server = pool.submit(os.getppid).result()
        its, own = (Path("/proc", f"{number}", "cmdline") for number in (server, os.getpid()))
        said["a fork serves"] = its.exists() and its.read_bytes() == own.read_bytes()
        said["it keeps"] = its.exists() and os.readlink(f"/proc/{server}/fd/{private}")
    threading.Thread(target=threading.Event().wait, daemon=True).start()
    said["beside a thread"] = module.apart(os.getppid) == os.getpid()
    print(json.dumps(said), flush=True)
    os._exit(0)
os.wait()
"""


def test_it_is_forked_where_that_is_safe_and_ends_when_told_to():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=250)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert "raise_signal was killed" in said.pop("terminated")
    _until_gone(said.pop("served by"))
    forks = sys.platform == "linux"
    assert said == {
        "warm": forks,
        "environment": "3",
        "a fork serves": forks,
        "it keeps": forks and "/dev/null",
        "beside a thread": False,
    }


def _until_gone(number):
    for _ in range(200):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError("the server outlives the process it was forked from")


def test_many_stages_in_turn_import_once_what_is_dear():
    script = """
import sys
from importlib import import_module
from depeche import processes
processes.PRELOADED.add("depeche.pipeline.preloaded")
processes.serve()
apart = import_module("depeche.pipeline.apart").apart
assert "great_expectations" not in sys.modules
print(apart(eval, "'great_expectations' in __import__('sys').modules"))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=250)
    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr
