"""What every record is, and how a stage says that it takes one not."""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every record: immutable, keyword-only, closed."""


class Reject(Exception):
    """Raised by a stage that refuses a record.

    ``reason`` is a code from the closed list in ``docs/quarantine.md``; ``detail`` says
    in one sentence what was found and, where there is a cure, what to do.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class GateClosed(Exception):
    """Batches failed a batch rule and were not published; the message says which and why."""
