"""A process that is started, watched, started again, and stopped with all its children."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

DEATHS = 5  # within WINDOW seconds: it will not get better by itself
WINDOW = 300.0
PATIENCE = 6.0  # seconds between asking a process to stop and killing it
LOG_BYTES = 50_000_000


class GaveUp(Exception):
    """A process died again and again; the message says where its log is."""


class Component:
    """A process in a process group of its own. ``stop``: the signal that asks it to stop."""

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        env: dict[str, str],
        log: Path,
        stop: signal.Signals = signal.SIGTERM,
    ) -> None:
        self.name = name
        self.command = list(command)
        self.env = env
        self.log = log
        self.stop = stop
        self.process: subprocess.Popen[bytes] | None = None
        self.deaths: list[float] = []

    def start(self) -> None:
        """Start it; what it prints goes to its log."""
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=partial(_die_with_parent, self.stop),
            )

    def keep(self) -> str | None:
        """Start it again if it died, and say so. Raises GaveUp where that happens too often."""
        assert self.process is not None
        code = self.process.poll()
        if code is None:
            return None
        _signal(self.process.pid, signal.SIGKILL)  # children it may have left
        now = time.monotonic()
        self.deaths = [death for death in self.deaths if now - death < WINDOW] + [now]
        if len(self.deaths) >= DEATHS:
            raise GaveUp(f"{self.name} stopped {DEATHS} times within {WINDOW:.0f} s: see {self.log}")
        self.start()
        return f"{self.name} stopped ({code}) and was started again: see {self.log}"


def stop(components: Sequence[Component]) -> None:
    """Ask every group to stop, and kill what is left of it after a while."""
    running = [(component.process.pid, component.stop) for component in components if component.process]
    for pid, asked in running:
        _signal(pid, asked)
    deadline = time.monotonic() + PATIENCE
    for component in components:
        if component.process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                component.process.wait(max(0.1, deadline - time.monotonic()))
    for pid, _ in running:
        _signal(pid, signal.SIGKILL)
    for component in components:
        if component.process:
            component.process.wait()


def _signal(group: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)


def _die_with_parent(asked: signal.Signals) -> None:
    # Linux tells a child when its parent was killed; elsewhere a killed `up` leaves its children.
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, asked)  # PR_SET_PDEATHSIG
