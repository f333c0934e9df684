"""What cannot be reached or read: a file is refused, a whole place is the run's trouble."""

from __future__ import annotations

import errno

from depeche.ingest.delivery import Delivery, Trouble, printable
from depeche.ingest.failure import FeedUnreachable
from depeche.ingest.spool import nothing
from depeche.records import Reject, SideCar

# What trying again in a minute does not change.
LASTING = (FileNotFoundError, NotADirectoryError, PermissionError)
# Refusals that may be over by the next run, though the file looks the same.
TRY_AGAIN = ("unreadable", "still_changing")


def dead_link(error: OSError) -> Reject:
    """The refusal of a link whose end cannot be seen."""
    if isinstance(error, FileNotFoundError) or error.errno == errno.ELOOP:
        return Reject("not_a_file", "a link to nothing; remove it, or deliver the file itself")
    return unreadable(error)


def unreadable(error: OSError) -> Reject:
    """The refusal of what the system does not let us read."""
    return Reject("unreadable", f"{_said(error)}; let the archive's user read it")


def refusal(name: str, given: str, why: Reject, described: SideCar | None = None) -> Delivery:
    """A refused delivery without bytes; ``name`` and ``given`` as they are shown."""
    none = nothing()
    refused = (why.reason, printable(why.detail))
    return Delivery(name, given, 0, none.sha256, none.file, described or SideCar(), refused)


def unreachable(place: object, error: OSError) -> Trouble:
    """What a run over a place that cannot be entered raises in the end: it is no delivery that is refused."""
    said = f"{place}: {_said(error)}; everything else of the feed is stored"
    return Trouble(Reject("unreadable", said) if isinstance(error, LASTING) else FeedUnreachable(said))


def _said(error: OSError) -> str:
    """What an error says; the clients of stores say only a name of what is not there."""
    if error.strerror is None and isinstance(error, FileNotFoundError):
        return "there is nothing of that name"
    return error.strerror or str(error)
