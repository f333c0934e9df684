"""Loaded by every Python process of a trial (`fault_trial.py` puts it on the path): does the harm FAULT names.

FAULT is JSON. ``log``: a file in which each process notes its operations on files of the
archive, a byte an operation, and each named point, as Python's audit events tell them.

    {"at": 17}                         the whole trial is killed at its 17th operation
    {"at": 17, "only": true}           only the process that does it
    {"at": 17, "kill": 4711}           only the process 4711
    {"point": "before_commit", "after": 0.01}    killed that long after the point, in seconds
    {"errno": 28, "under": "staging", "at": 3}   from the third on, every write there fails so
    {"clock": -86400}                  the clock is a day slow
"""

import json
import os
import signal
import sys
import threading
import time

FAULT = json.loads(os.environ["FAULT"])
HOME = os.environ["DEPECHE_HOME"] + "/"
LOG = os.open(FAULT["log"], os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "sqlite3.connect")


def strike() -> None:
    """Kill once in a trial, whichever process comes first."""
    try:
        os.close(os.open(FAULT["log"] + ".struck", os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return
    if "kill" in FAULT:
        os.kill(FAULT["kill"], signal.SIGKILL)
        return
    if FAULT.get("only"):
        os.kill(os.getpid(), signal.SIGKILL)
    os.killpg(0, signal.SIGKILL)


def later(seconds: float) -> None:
    time.sleep(seconds)
    strike()


def note() -> int:
    """Count an operation; gives how many there have been in all processes."""
    os.write(LOG, b".")
    return os.fstat(LOG).st_size


def listen(event: str, given: tuple) -> None:
    if event == "depeche.point":
        if given[0] == FAULT.get("point"):
            if FAULT.get("after"):
                threading.Thread(target=later, args=[FAULT["after"]], daemon=True).start()
            else:
                strike()
        count = note()
    elif event == "open" or event in CHANGES:
        path = given[0]
        path = os.fsdecode(path) if isinstance(path, str | bytes) else ""
        if not path.startswith(HOME) or "/cache/" in path:
            return
        count = note()
        if "errno" in FAULT:
            changes = event != "open" or (given[2] or 0) & WRITES
            if count >= FAULT["at"] and changes and path.startswith(HOME + FAULT["under"]):
                raise OSError(FAULT["errno"], os.strerror(FAULT["errno"]), path)
            return
    else:
        return
    if count >= FAULT.get("at", sys.maxsize) and "errno" not in FAULT:
        strike()


if "clock" in FAULT:
    true_time = time.time
    time.time = lambda: true_time() + FAULT["clock"]

sys.addaudithook(listen)
