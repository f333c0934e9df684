"""Batches that the gate holds are announced, and `review` asks about them."""

from airflow.sdk import Asset, task
from airflow.sdk.exceptions import AirflowSkipException

from depeche import settings

# An event for each batch that somebody has to be asked about; its partition key is the batch.
HELD = Asset(name="held", uri="depeche://held", group="depeche")


@task(outlets=[HELD])
def hold(verdicts: list[dict], outlet_events=None) -> list[str]:
    """Ask about batches that did not pass: each opens a run of `review`, again after a week.

    **If this fails:** staging cannot be read. Clear it; the next run asks as well.
    """
    from depeche import pipeline

    held = [verdict["batch"] for verdict in verdicts if not verdict["passed"]]
    asked = pipeline.review.to_ask(settings.load(), held)
    if not asked:
        raise AirflowSkipException("there is nothing to ask about")
    outlet_events[HELD].add_partitions(asked)
    return asked
