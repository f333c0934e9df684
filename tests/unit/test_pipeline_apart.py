"""A stage apart: forked from a warm process that has no other thread, else from a server."""

import json
import subprocess
import sys

SCRIPT = """
import json, os, signal, threading
from importlib import import_module
from depeche import validate
from depeche.pipeline import warm
module = import_module("depeche.pipeline.apart")
validate.prepare = lambda: None  # what it imports is not asked here
signal.signal(signal.SIGTERM, print)


said = {}
warm()
if os.fork() == 0:  # as Airflow forks its tasks: without the threads that imports have started
    said["warm"] = module.apart(os.getppid) == os.getpid()
    os.environ["DEPECHE_WORKERS"] = "3"
    said["environment"] = module.apart(os.getenv, "DEPECHE_WORKERS")
    try:
        module.apart(signal.raise_signal, signal.SIGTERM)
    except ChildProcessError as error:
        said["terminated"] = str(error)
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
    forks = sys.platform == "linux"
    assert said == {"warm": forks, "environment": "3", "beside a thread": False}
