"""# Import: an archive into the archive, by hand

Of a declared feed, or of files that belong to none (`files`): what is at the feed's own location, at a
`path`, or at a list of addresses (`urls`), all of it or from `first` to `last`. `wanted` refuses at
once what cannot succeed; `take` brings the payloads into the raw store, batch by batch; `plan` lists
every batch of the feed and skips those that are published, from the same bytes, by the present code
(it writes the list to `plans/` in `DEPECHE_HOME`). The rest is made and published, each batch by itself.

**By hand:** Trigger opens the form; or `airflow dags trigger import_archive --conf '{"feed": "files",
"path": "/srv/wire/1994"}'`. Stop it at any time; started again with the same parameters it takes up
what is left, and when nothing is, it adds nothing.

**If it fails:** a parameter that is wrong fails the task `wanted`, whose message says what to write
instead: start another run. Else open the task `tally`, as for the nights.
"""

from datetime import timedelta

from airflow.sdk import DAG

from depeche_tasks import declared, every_dag, lay_out_import, source

with DAG(
    "import_archive",
    description="Imports a feed's past, a path or a list of addresses",
    doc_md=__doc__,
    schedule=None,
    max_active_runs=1,
    dagrun_timeout=timedelta(days=7),
    params=source(feed.id for feed in declared(enabled=False)),
    tags=["archive", "history", "import"],
    **every_dag(),
):
    lay_out_import()
