"""The verdict on a staged batch, and the files it is kept in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from depeche import points
from depeche.aside import aside
from depeche.catalog import first_line
from depeche.digests import damaged, digests
from depeche.records import Record, Tally

FILE = "validation.json"


class Verdict(Record, frozen=True, kw_only=True):
    """Whether the batch may be published, why not, its tally and Great Expectations' results.

    ``digests`` are of the files it was written with.
    """

    passed: bool
    failures: list[str]
    tally: Tally
    result: dict[str, Any]
    digests: dict[str, str] = {}


def keep(folder: Path, accepted: pa.Table, refused: pa.Table, verdict: Verdict) -> Verdict:
    """Write the rows and, last, the verdict: where it is, the other two are whole. Gives it as written."""
    tables = {"accepted.parquet": accepted, "refused.parquet": refused}
    for name, table in tables.items():
        with aside(folder / name) as file:
            pq.write_table(table, file)
    points.reached("rows_judged")
    verdict = msgspec.structs.replace(verdict, digests=digests(*(folder / name for name in tables)))
    with aside(folder / FILE) as file:
        file.write_bytes(msgspec.json.encode(verdict))
    points.reached("verdict_written")
    return verdict


def kept(folder: Path) -> Verdict:
    """The verdict that was kept with the batch. Raises StagingDamaged."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Verdict)
    except (OSError, msgspec.MsgspecError) as error:
        raise damaged(folder / FILE, first_line(error)) from error
