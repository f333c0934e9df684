"""# Review: a person decides of a batch that the gate holds

A run a batch, started when a night finds one that broke a batch rule (its partition key is the
batch); asked again after a week without an answer. The task `decide` waits, without a worker, until
somebody answers in Airflow's pages (Required Actions) or by REST:

- **release**: publish it as it is;
- **replay**: make it again from its raw bytes with other `settings`, such as
  `{"DEPECHE_GATE_MAX_SHARE_UNDATED": "0.9"}`, judge it and publish it;
- **drop**: publish none of its rows; they go to quarantine as `dropped`, and can be replayed.

Each takes a `reason`. Who decided what, when and why is kept in the lake's table `decisions`.

**By hand:** trigger it with the `batch` that `depeche status` names; or `depeche review` without Airflow.

**If it fails:** the task's message says why: mostly settings that are none, or with which the batch
does not pass either. The batch is held as before: trigger the DAG again for it, and answer otherwise.
"""

from datetime import timedelta
from inspect import cleandoc

from airflow.sdk import DAG, Param, PartitionedAssetTimetable, chain

from depeche_tasks import every_dag
from depeche_tasks.decide import Decide
from depeche_tasks.held import HELD
from depeche_tasks.review import drop, look, release, replay

REASON = Param("", type="string", title="Reason (needed)", description="Kept with the decision")
SETTINGS = Param({}, type="object", title="Settings to replay with", description="DEPECHE_… and their values")

with DAG(
    "review",
    description="A person decides of a batch that is held",
    doc_md=__doc__,
    schedule=PartitionedAssetTimetable(assets=HELD),
    max_active_runs=16,
    params={"batch": Param(None, type=["null", "string"], pattern="^[0-9a-f]{24}$", title="Batch")},
    tags=["archive", "review"],
    **every_dag(),
):
    looked = look()
    decide = Decide(
        task_id="decide",
        subject="{{ ti.xcom_pull(task_ids='look')['subject'] }}",
        body="{{ ti.xcom_pull(task_ids='look')['body'] }}",
        options=["release", "replay", "drop"],
        params={"reason": REASON, "settings": SETTINGS},
        execution_timeout=None,
        response_timeout=timedelta(days=7),
        retries=0,
        doc_md=cleandoc(Decide.__doc__),
    )
    chain(looked, decide, [release(), replay(), drop()])
