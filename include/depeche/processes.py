"""How other processes are made: forked from this one where that is safe and saves time, else from a server.

A process may be forked as long as it has no other thread: a lock that one of them held would stay
held in the fork for ever. It is worth it where the process is *warm*, that is, has imported what is
dear to import: Airflow's scheduler, from which its tasks are forked (``bin/warm.py``).
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Sequence
from multiprocessing import forkserver, process, resource_tracker, util
from multiprocessing.context import BaseContext, ForkServerContext
from typing import Any

# Modules that processes need, loaded once in the server they are forked from. It takes them only
# before its first process, so a module whose work comes later adds itself when it is imported.
PRELOADED: set[str] = set()
# True in a process that called ``warmed``, and in all that are forked from it.
_is_warm = False


def warmed() -> None:
    """Say that this process has imported what is dear, for all that will be forked from it."""
    global _is_warm
    _is_warm = True
    gc.collect()
    gc.freeze()  # none of it is garbage: forks need neither look through it nor copy it


def from_here_or_server() -> BaseContext:
    """For one process: a fork of this one where it is warm and has no other thread, else of the server."""
    return multiprocessing.get_context("fork") if _may_fork() else _server()


def from_server() -> ForkServerContext:
    """For processes that come and go: forks of a server, whose own threads never matter to them.

    The server is itself a fork of this process where it is warm and has no other thread yet; else a
    new Python that imports what is PRELOADED.
    """
    server = _server()
    server.set_forkserver_preload(sorted(PRELOADED))
    if _may_fork():
        _serve_from_here()
    return server


def serve() -> None:
    """Start the server now, to be ready when it is asked for its first process."""
    from_server()
    forkserver.ensure_running()


def inherit(environment: dict[str, str]) -> None:
    """Take over the environment of the process that asks: the server all are forked from may be older than it."""
    os.environ.clear()
    os.environ.update(environment)


def _may_fork() -> bool:
    return _is_warm and sys.platform == "linux" and _is_alone()


def _is_alone() -> bool:
    """Whether this process has no other thread. One that was joined may need a moment to be gone."""
    for _ in range(20):
        if len(os.listdir("/proc/self/task")) == 1:
            return True
        if threading.active_count() > 1:
            return False
        time.sleep(0.005)
    return False


def _server() -> ForkServerContext:
    """The server's context.

    Celery's pool puts process objects of its own into ``multiprocessing``, marked as having no
    children and with a key that cannot be handed on; a task forked from it inherits them. It is a
    process like any other, so it gets the object of one.
    """
    here = multiprocessing.current_process()
    if here.daemon:
        own = multiprocessing.Process()
        own.daemon, own.authkey = False, bytes(here.authkey)
        process._current_process = own  # type: ignore[attr-defined]
    return multiprocessing.get_context("forkserver")


def _serve_from_here() -> None:
    """Start the server, where there is none, as a fork of this process.

    ``multiprocessing`` hands the command of its server to ``spawnv_passfds``; here a fork carries it out.
    """
    resource_tracker.ensure_running()
    new_python = util.spawnv_passfds
    util.spawnv_passfds = _fork_into  # type: ignore[assignment]
    try:
        forkserver.ensure_running()
    finally:
        util.spawnv_passfds = new_python


def _fork_into(path: bytes, command: Sequence[Any], kept: Sequence[int]) -> int:
    """Fork, and give the fork's id; the fork runs the Python text that ends ``command``, and nothing after."""
    if child := os.fork():
        return child
    try:
        # What the parent does when it is told to stop is not for its fork to do.
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        _let_go(kept)
        vars(forkserver)["_forkserver"]._lock = threading.Lock()  # the parent held it
        exec(command[-1], {})
    finally:
        os._exit(0)


def _let_go(kept: Sequence[int]) -> None:
    """Let go of the files and pipes that a new program would not be given, save ``kept``.

    Their numbers stay taken: an object of the parent's that is cleaned up here may close one.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in map(int, os.listdir("/proc/self/fd")):
        if number not in (*kept, nowhere) and _is_private(number):
            os.dup2(nowhere, number, inheritable=False)


def _is_private(number: int) -> bool:
    try:
        return not os.get_inheritable(number)
    except OSError:  # the listing's own, closed by now
        return False
