"""``batch.json``: what a staged batch is, beside its files."""

from __future__ import annotations

from pathlib import Path

import msgspec

from depeche.catalog import first_line
from depeche.digests import damaged
from depeche.records import Record, Tally

NAME = "batch.json"
# Ends the version of a batch of chosen payloads in the ledger.
SELECTION = " (selection)"


class Batch(Record, frozen=True, kw_only=True):
    """What ``batch.json`` says. ``digests`` are of the files beside it.

    ``raw_uris`` is only set where the batch is a selection of its file.
    """

    batch_id: str
    feed_id: str
    raw_file: str
    code_version: str
    payloads: int
    tallies: dict[str, Tally]
    digests: dict[str, str] = {}
    raw_uris: list[str] | None = None

    @property
    def ledger_version(self) -> str:
        """``code_version`` for the ledger: a selection of a file does not stand for the file."""
        return f"{self.code_version}{SELECTION}" if self.raw_uris is not None else self.code_version


def read(folder: Path) -> Batch:
    """The batch in a staging folder. Raises StagingDamaged."""
    file = folder / NAME
    try:
        return msgspec.json.decode(file.read_bytes(), type=Batch)
    except (OSError, msgspec.MsgspecError) as error:
        raise damaged(file, first_line(error)) from error
