"""The table ``decisions``: what people decided of batches that the gate held."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from typing import Any

import pyarrow as pa

from depeche import catalog, schema
from depeche.lake import tables
from depeche.lake.lock import hold
from depeche.lake.retry import with_retries
from depeche.settings import Settings

DECISIONS = f"{catalog.NAME}.decisions"


def record_decision(settings: Settings, row: Mapping[str, Any]) -> None:
    """Add a row, once: the same batch, decision and instant again changes nothing. Raises LakeBusy, LakeError."""
    tables.ensure(settings)
    with closing(catalog.connect(settings, write=True)) as con, hold(settings, con):

        def attempt() -> None:
            con.execute("BEGIN")
            con.register("decided_row", pa.Table.from_pylist([dict(row)], schema.DECISIONS))
            con.execute("CREATE OR REPLACE TEMP TABLE decided AS FROM decided_row")
            con.unregister("decided_row")
            con.execute(
                f"INSERT INTO {DECISIONS} BY NAME SELECT * FROM decided WHERE NOT EXISTS (FROM {DECISIONS} AS d "
                "WHERE (d.batch_id, d.decision, d.decided_at) = (decided.batch_id, decided.decision, decided.decided_at))"
            )
            tables.commit_message(con, "decided", batch_id=row["batch_id"], decision=row["decision"])
            con.execute("COMMIT")

        with_retries(con, settings, attempt)
