"""The stages composed over a batch. The DAGs and the command line call nothing else.

Every function takes the settings and gives something that JSON can carry: references
and tallies travel, rows stay in staging. Each can be called again at any time.
"""

from depeche.pipeline import imports, review
from depeche.pipeline.apart import warm
from depeche.pipeline.backfill import check_backfill, plan_backfill
from depeche.pipeline.backup import BackupError, backup, restore
from depeche.pipeline.collect import (
    check,
    check_feed,
    connection_of,
    feed_ids,
    feed_list,
    ingest,
    ingest_paths,
)
from depeche.pipeline.inspect import inspect
from depeche.pipeline.maintain import maintain, tend_search
from depeche.pipeline.plan import plan
from depeche.pipeline.process import process
from depeche.pipeline.publish import publish
from depeche.pipeline.replay import outdated, replay, replay_quarantine
from depeche.pipeline.run import data_docs, run, waiting
from depeche.pipeline.state import late_feeds, status
from depeche.pipeline.unmapped import unmapped
from depeche.pipeline.validate import validate
from depeche.pipeline.verify import verify
from depeche.records import GateClosed

__all__ = [
    "BackupError",
    "GateClosed",
    "backup",
    "check",
    "check_backfill",
    "check_feed",
    "connection_of",
    "data_docs",
    "feed_ids",
    "feed_list",
    "imports",
    "ingest",
    "ingest_paths",
    "inspect",
    "late_feeds",
    "maintain",
    "outdated",
    "plan",
    "plan_backfill",
    "process",
    "publish",
    "replay",
    "replay_quarantine",
    "restore",
    "review",
    "run",
    "status",
    "tend_search",
    "unmapped",
    "validate",
    "verify",
    "waiting",
    "warm",
]
