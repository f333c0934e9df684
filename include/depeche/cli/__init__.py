"""The ``depeche`` command. Exit codes: 0 done, 1 it could not be done, 2 wrong use or settings."""

from __future__ import annotations

import sys

from depeche import storage
from depeche.cli import (
    actors,
    archive,
    ask,
    backfill,
    collect,
    coverage,
    explain,
    keep,
    review,
    search,
    watch,
)
from depeche.cli.app import app, fail
from depeche.control.using import AirflowError
from depeche.query import LakeError, QueryError
from depeche.records import GateClosed, Reject
from depeche.settings import SettingsError

__all__ = [
    "actors",
    "app",
    "archive",
    "ask",
    "backfill",
    "collect",
    "coverage",
    "explain",
    "keep",
    "main",
    "review",
    "search",
    "watch",
]


def main() -> None:
    """Entry point: errors that a user can mend are one line, not a traceback."""
    try:
        with storage.reaching():
            app()
    except SettingsError as error:
        fail(str(error), code=2)
    except BrokenPipeError:
        # The reader of our output (head, a pager) has gone: nothing left to say.
        sys.stderr.close()
        sys.exit(1)
    except (AirflowError, QueryError, LakeError, Reject, OSError) as error:
        # The last: a disk that is full, a server that is down, a lock that another process holds.
        fail(str(error))
    except GateClosed as error:
        fail(
            f"{error}\nNothing of these batches was published; they stay staged. Mend the cause, or raise the setting named, and run again."
        )
    except KeyboardInterrupt:
        fail("stopped; run the same command again to go on from here", code=130)
