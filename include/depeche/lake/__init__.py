"""The lake: the one place that writes to it. ``docs/lake.md`` says how it is laid out and why."""

from depeche.catalog import LakeError, NoLake, StagingDamaged
from depeche.lake.backup import copy_catalog, data_files, settle
from depeche.lake.decisions import record_decision
from depeche.lake.ledger import Published, entered, published
from depeche.lake.lock import LakeBusy
from depeche.lake.maintain import Upkeep, maintain, orphans
from depeche.lake.publish import publish
from depeche.lake.staged import NotPassed
from depeche.lake.tables import ensure
from depeche.lake.verify import CHECKS, raw_digests, verify

__all__ = [
    "CHECKS",
    "LakeBusy",
    "LakeError",
    "NoLake",
    "NotPassed",
    "Published",
    "StagingDamaged",
    "Upkeep",
    "copy_catalog",
    "data_files",
    "ensure",
    "entered",
    "maintain",
    "orphans",
    "publish",
    "published",
    "raw_digests",
    "record_decision",
    "settle",
    "verify",
]
