"""The Arrow schemas: every column typed and described, once.

Written by hand because Arrow knows units and nullability that annotations do not;
``tests/unit/test_schema.py`` pins the records to it. ``docs/columns.md`` is generated
from here (``make docs``).
"""

from depeche.schema.arrow import dispatches_to_arrow, quarantine_id, read_parquet, rejected_to_arrow
from depeche.schema.dispatch import DISPATCH_REVISIONS, GROUPS
from depeche.schema.kinds import (
    ACTOR,
    ASSOCIATION,
    CREDIT,
    DATELINE,
    EVENT_DATE,
    MENTION,
    PLACE,
    SUBJECT,
    TEXTS,
    UTC,
)
from depeche.schema.tables import BATCHES, DECISIONS, QUARANTINE, TABLES

__all__ = [
    "ACTOR",
    "ASSOCIATION",
    "BATCHES",
    "CREDIT",
    "DATELINE",
    "DECISIONS",
    "DISPATCH_REVISIONS",
    "EVENT_DATE",
    "GROUPS",
    "MENTION",
    "PLACE",
    "QUARANTINE",
    "SUBJECT",
    "TABLES",
    "TEXTS",
    "UTC",
    "dispatches_to_arrow",
    "quarantine_id",
    "read_parquet",
    "rejected_to_arrow",
]
