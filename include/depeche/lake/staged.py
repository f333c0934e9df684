"""Reads a staged batch, checks it, and prepares its rows: all that needs no lock."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

from depeche import batchfile, digests, schema
from depeche.batchfile import Batch
from depeche.catalog import LakeError, first_line
from depeche.digests import damaged
from depeche.lake.withhold import withhold
from depeche.records import Record, Rejected, Tally
from depeche.settings import Settings

# The rule that the setting of the same name is about, and the reason of what is refused under it.
NO_ARCHIVE = "no_archive"


class NotPassed(LakeError):
    """The batch failed a batch rule and is not to be published."""


class VerdictFile(msgspec.Struct, frozen=True, kw_only=True):
    """What ``validation.json`` says; ``raw`` is the file itself, kept in the ledger."""

    passed: bool
    failures: list[str]
    tally: Tally
    digests: dict[str, str] = {}
    raw: str = ""

    @property
    def words(self) -> str:
        """The verdict as the ledger has it."""
        return "passed" if self.passed else f"published by hand despite: {'; '.join(self.failures)}"


class Staged(Record, frozen=True, kw_only=True):
    """A batch ready to publish: rows of ``dispatch_revisions`` and of ``quarantine``."""

    batch: Batch
    verdict: VerdictFile
    rows: pa.Table
    quarantine: pa.Table

    @property
    def taken(self) -> int:
        """Records in the batch."""
        return int(self.rows.num_rows + self.quarantine.num_rows)


def read(folder: Path, settings: Settings, *, by_hand: bool = False) -> Staged:
    """The staged batch, with ``settings.no_archive`` applied to its rows.

    Raises NotPassed where it failed a batch rule (unless ``by_hand``), StagingDamaged where a file is missing, unreadable or of another schema, or
    where the rows do not add up to the tallies.
    """
    batch = batchfile.read(folder)
    verdict = _verdict(folder / "validation.json")
    if not verdict.passed and not by_hand:
        raise NotPassed(f"{folder}: {'; '.join(verdict.failures)}")
    accepted = _parquet(folder / "accepted.parquet", schema.DISPATCH_REVISIONS, verdict.digests)
    refused = _parquet(folder / "refused.parquet", schema.QUARANTINE, verdict.digests)
    rejected = _parquet(folder / "rejected.parquet", schema.QUARANTINE, batch.digests)
    tally = verdict.tally
    if (tally.accepted, tally.quarantined) != (accepted.num_rows, refused.num_rows):
        raise damaged(
            folder,
            f"validation counted {tally.accepted} accepted and {tally.quarantined} refused, "
            f"the files hold {accepted.num_rows} and {refused.num_rows}",
        )
    accepted, barred = _apply_no_archive(accepted, batch.batch_id, settings.no_archive)
    return Staged(
        batch=batch,
        verdict=verdict,
        rows=accepted,
        quarantine=pa.concat_tables([rejected, refused, barred]),
    )


def refusals(rows: pa.Table, batch_id: str, reason: str, details: list[str]) -> pa.Table:
    """Rows of ``dispatch_revisions`` as rows of ``quarantine``, refused when publishing."""
    names = ("raw_uri", "raw_sha256", "raw_name", "feed_id", "collected_at", "dispatch_id", "revision")
    records = [
        Rejected(stage="publish", reason=reason, detail=detail, **row)
        for row, detail in zip(rows.select(list(names)).to_pylist(), details, strict=True)
    ]
    return pa.Table.from_batches([schema.rejected_to_arrow(records, batch_id)])


def _apply_no_archive(rows: pa.Table, batch_id: str, choice: str) -> tuple[pa.Table, pa.Table]:
    """The rows to publish, and the refusals, of a batch under the setting ``no_archive``."""
    none = schema.QUARANTINE.empty_table()
    marked = [rules is not None and NO_ARCHIVE in rules for rules in rows["usage_rules"].to_pylist()]
    if choice == "keep" or not any(marked):
        return rows, none
    if choice == "refuse":
        barred = rows.filter(pa.array(marked))
        detail = "its usage terms forbid archiving (DEPECHE_NO_ARCHIVE=refuse)"
        refused = refusals(barred, batch_id, NO_ARCHIVE, [detail] * barred.num_rows)
        return rows.filter(pc.invert(pa.array(marked))), refused
    return withhold(rows, marked), none


def _verdict(file: Path) -> VerdictFile:
    try:
        said = file.read_text()
        return msgspec.structs.replace(msgspec.json.decode(said, type=VerdictFile), raw=said)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise damaged(file, first_line(error)) from error


def _parquet(file: Path, expected: pa.Schema, known: dict[str, str]) -> pa.Table:
    table = digests.read(file, known)
    if not table.schema.equals(expected):
        raise damaged(file, "it has other columns than depeche.schema")
    return table
