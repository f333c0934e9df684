"""# Reprocess: what an older version of the code made, made again from the raw store

Started by hand, after a reader, a rule, the authority or a feed's declaration has changed. `outdated`
lists the batches whose rows were made by other versions (`reader_version`, `normaliser_version`,
`authority_version`, `declared_version`); they are cleaned, normalised and judged anew from the bytes
that were kept, and their rows replaced, a batch a transaction. `issue_date` stays, so a dispatch stays where it was. The rows as they were
can be read by time travel until their snapshot expires.

**By hand:** trigger it; with `feeds` for some feeds only. Stop it at any time; started again it
takes up what is left, and when nothing is, it does nothing.

**If it fails:** as for the nights: open the task `tally`, then clear what failed.
"""

from datetime import timedelta

from airflow.sdk import DAG

from depeche_tasks import choice, declared, every_dag, lay_out_again

with DAG(
    "reprocess",
    description="Makes the rows of older code versions again",
    doc_md=__doc__,
    schedule=None,
    max_active_runs=1,
    dagrun_timeout=timedelta(days=7),
    # "files" are those that were given to `depeche run` by hand
    params=choice(["files", *(feed.id for feed in declared(enabled=False))]),
    tags=["archive", "reprocess"],
    **every_dag(),
):
    lay_out_again()
