"""# Maintenance: nights looked for, the lake tidied, the search index up to date, raw bytes read again

Runs at 04:30 UTC. `nights` fails where a night was due and did not come. `tidy` merges small files,
rewrites those with many deleted rows, lets go of snapshots older than `DEPECHE_KEEP_SNAPSHOTS_DAYS` and of
files no snapshot needs older than `DEPECHE_KEEP_FILES_DAYS` (2 at least: a reader of the last day may hold
them). `index` brings the search index up to date, or makes it anew where it needs that, so that the
morning's first query does not have to. `check` asks every invariant of the archive and reads the raw bytes
of `DEPECHE_VERIFY_BATCHES` batches, others each day. All may run beside a night, a backfill and
analysts: a publish waits for one step of the tidying at most.

**If it fails:** see the notes of the task. Nothing depends on this DAG having run; a lake that is not
tidied grows and slows down, nothing worse.
"""

from datetime import timedelta

from airflow.sdk import DAG, CronTriggerTimetable, chain

from depeche_tasks import every_dag
from depeche_tasks.upkeep import check, index, nights, sizes, tidy

with DAG(
    "maintenance",
    description="Tidies the lake and checks that the archive is whole",
    doc_md=__doc__,
    schedule=CronTriggerTimetable("30 4 * * *", timezone="UTC"),
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=12),
    tags=["archive", "maintenance"],
    **every_dag(),
):
    tidied = tidy()
    chain(tidied, check(), report := sizes(tidied))
    chain(nights(), report)
    chain(tidied, index(), report)
