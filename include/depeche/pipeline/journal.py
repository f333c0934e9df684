"""The journal: a JSON line for each piece of work begun and ended, with its tally; never a word of a dispatch.

``DEPECHE_HOME/journal/2016-07.jsonl``, a file a month, for log shippers and for
``depeche status``. Each line is one write, so processes may share the file; it also goes to
Python's logging (``depeche.journal``), which Airflow keeps with the task.
"""

from __future__ import annotations

import logging
import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import msgspec

from depeche.catalog import LakeError
from depeche.clock import now
from depeche.records import GateClosed, Record, Reject, Tally
from depeche.settings import Settings, SettingsError

log = logging.getLogger(__name__)
# Whose messages are ours and hold nothing of what was delivered.
TOLD = (LakeError, GateClosed, SettingsError, OSError)


class Entry(Record, frozen=True, kw_only=True):
    """A line. ``state``: begun, done, held (at the gate) or failed, then with its ``cause``.

    ``work`` is the same in the line that begins a piece of work and the one that ends it (of
    batches judged together each has a line at the end only);
    ``tallies`` are by stage; ``seconds`` is wall time.
    """

    at: datetime
    stage: str
    state: str
    work: str
    host: str
    pid: int
    feed: str | None = None
    batch: str | None = None
    raw_file: str | None = None
    seconds: float | None = None
    tallies: dict[str, Tally] = {}
    cause: str | None = None


class Work:
    """A piece of work under way; what is found out on the way goes into its last line."""

    def __init__(self, **about: str | None) -> None:
        self.about: dict[str, Any] = about
        self.state = "done"

    def note(self, **about: Any) -> None:
        """Add to the last line: ``batch``, ``raw_file``, ``tallies``, ``cause``."""
        self.about |= about


@contextmanager
def work(settings: Settings, stage: str, **about: str | None) -> Iterator[Work]:
    """Write that a piece of work begins, and how it ends: also where it raises."""
    began = time.perf_counter()
    ident = _ident()
    doing = Work(**about)
    write(settings, stage=stage, state="begun", work=ident, **about)
    try:
        yield doing
    except BaseException as error:  # whatever ends the work, Ctrl+C too: it is noted and goes on
        doing.state = "failed"
        doing.note(cause=cause(error))
        raise
    finally:
        ended(settings, stage, doing.state, time.perf_counter() - began, ident, **doing.about)


def ended(
    settings: Settings, stage: str, state: str, seconds: float, work: str | None = None, **about: Any
) -> None:
    """Write how work ended; without ``work`` that of which only the end is told, such as one of many done at once."""
    write(settings, stage=stage, state=state, work=work or _ident(), seconds=round(seconds, 3), **about)


def _ident() -> str:
    return f"{platform.node()} {os.getpid()} {time.time_ns()}"


def cause(error: BaseException) -> str:
    """Why work failed: a message of ours, of a refusal its reason, and of any other exception its kind only, as it
    may quote a text.
    """
    if isinstance(error, Reject):
        return f"refused: {error.reason}"
    said = f": {str(error).splitlines()[0]}" if isinstance(error, TOLD) and str(error) else ""
    return f"{type(error).__name__}{said}"[:500]


def write(settings: Settings, **about: Any) -> None:
    """Add a line. A journal that cannot be written is said in the log and stops nothing."""
    entry = Entry(at=now(), host=platform.node(), pid=os.getpid(), **about)
    line = msgspec.json.encode(entry)
    log.info(line.decode())
    try:
        folder = settings.home / "journal"
        folder.mkdir(parents=True, exist_ok=True)
        file = os.open(folder / f"{entry.at:%Y-%m}.jsonl", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)
        try:
            os.write(file, line + b"\n")
        finally:
            os.close(file)
    except OSError as error:
        log.warning("the journal cannot be written: %s", error)


def read(settings: Settings, months: int = 2) -> Iterator[Entry]:
    """The lines of the newest files, oldest first. A line that was cut off is passed over, and said."""
    files = sorted((settings.home / "journal").glob("*.jsonl"))[-months:]
    for file in files:
        for line in file.read_bytes().splitlines():
            try:
                yield msgspec.json.decode(line, type=Entry)
            except msgspec.MsgspecError as error:
                log.warning("%s has a line that cannot be read: %s", file, error)
