"""From a plan to the lake: process, validate, publish, tally. Heavy modules are imported inside."""

from datetime import timedelta

from airflow.sdk import Asset, task
from airflow.sdk.exceptions import AirflowFailException

from depeche import settings
from depeche.account import account

ARCHIVE = Asset(name="archive", uri="depeche://archive", group="depeche")


@task(map_index_template="{{ task.op_kwargs['batches'][:1] | join }}", execution_timeout=timedelta(hours=6))
def process(batches: list[str]) -> list[dict]:
    """Clean and normalise a chunk of batches into staging. What cannot be read goes to quarantine.

    **If this fails:** bad input never fails it, so it is the machine (disk, memory) or a defect. The
    other chunks are published. Clear it: batches staged already are not done again.
    """
    from depeche import pipeline

    return pipeline.process(settings.load(), batches)


@task(trigger_rule="all_done_min_one_success", execution_timeout=timedelta(hours=2))
def validate(planned, processed) -> list[dict]:
    """Judge every staged batch by the Great Expectations suites: row rules, then batch rules.

    **If this fails:** an expectation raised, or staging cannot be read: nothing is published. Clear
    it when that is cured. A batch that does not pass does not fail this task; `tally` names it.
    """
    from depeche import pipeline

    return pipeline.validate(settings.load(), [batch["batch_id"] for some in processed[:] for batch in some])


@task(outlets=[ARCHIVE], pool="publish", execution_timeout=timedelta(hours=6))
def publish(verdicts: list[dict], outlet_events=None) -> dict:
    """Publish the batches that passed, one transaction each, and announce the asset `archive`.

    **If this fails:** batches before the one that failed are in the lake, readers saw none by half.
    Look for another writer that holds the lake's lock, a full disk or a catalog that is down; clear it.
    """
    return publish_passed(verdicts, outlet_events, replay=False)


def publish_passed(verdicts, outlet_events, *, replay):
    """Publish the batches that passed; the tallies go with the asset's event."""
    from depeche import pipeline

    passed = [verdict["batch"] for verdict in verdicts if verdict["passed"]]
    done = pipeline.publish(settings.load(), passed, replay=replay)
    outlet_events[ARCHIVE].extra = {
        **{name: done[name] for name in ("accepted", "quarantined", "known")},
        "batches": len(done["batches"]),
        "held": len(verdicts) - len(passed),
    }
    return done


@task(trigger_rule="all_done", retries=0)
def tally(feeds, ingested, planned, processed, verdicts, published, ti=None) -> dict:
    """Account for all that was taken; fail the run where something is missing or held at the gate.

    **If this fails:** its message is the run's: which feed, batch or batch rule. Clear the task it
    names; for a held batch, look at `depeche status` and `docs/validation.md`.
    """
    came = [tally for tally in ingested if tally]
    sums = account(feeds, came, planned, processed[:], verdicts, published)
    print(sums)
    ti.xcom_push("account", sums)  # for the notice, where the run fails
    if sums["missing"]:
        raise AirflowFailException("; ".join(sums["missing"]))
    return sums
