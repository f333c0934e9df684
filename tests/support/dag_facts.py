"""Run as a process of its own: parses the DAGs as Airflow does and writes down what they are (JSON)."""

import json
import sys
from datetime import timedelta
from pathlib import Path

HEAVY = ("pandas", "great_expectations", "trafilatura", "duckdb", "pyarrow", "lxml", "depeche.pipeline")


def main(folder: str, results: str) -> None:
    """Parse ``folder``; write the facts to ``results``."""
    already = set(sys.modules)
    from airflow.dag_processing.dagbag import BundleDagBag
    from airflow.serialization.serialized_objects import DagSerialization

    airflow_itself = set(sys.modules)
    bag = BundleDagBag(dag_folder=folder, bundle_path=Path(folder), bundle_name="dags-folder")
    loaded = set(sys.modules) - airflow_itself
    facts = {
        "errors": bag.import_errors,
        "heavy": sorted(name for name in HEAVY if name in loaded - already),
        "modules": sorted(name for name in loaded if name.startswith("depeche")),
        "dags": {dag_id: _dag(dag) for dag_id, dag in bag.dags.items()},
        "serialized": {dag_id: DagSerialization.to_dict(dag) for dag_id, dag in bag.dags.items()},
        "decisions": _decisions(bag.dags["history"]),
    }
    Path(results).write_text(json.dumps(facts, default=str, sort_keys=True))


def _dag(dag):
    return {
        "doc": dag.doc_md,
        "tags": sorted(dag.tags),
        "catchup": dag.catchup,
        "end_date": dag.end_date,
        "max_active_runs": dag.max_active_runs,
        "timetable": repr(dag.timetable),
        "tells": bool(dag.on_failure_callback),
        "deadline": dag.deadline and dag.deadline[0].interval / timedelta(seconds=1),
        "tasks": {task.task_id: _task(task) for task in dag.tasks},
    }


def _task(task):
    return {
        "doc": task.doc_md,
        "owner": task.owner,
        "retries": task.retries,
        "timeout": task.execution_timeout and task.execution_timeout / timedelta(seconds=1),
        "rule": str(getattr(task.trigger_rule, "value", task.trigger_rule)),
        "policy": bool(task.retry_policy),
        "outlets": [asset.name for asset in task.outlets],
        "upstream": sorted(task.upstream_task_ids),
        "mapped": bool(task.is_mapped),
        "pool": task.pool,
    }


def _decisions(dag):
    """What the retry policy decides on one exception of each kind."""
    import duckdb
    import filelock

    from depeche.interval import IntervalError
    from depeche.records import Reject
    from depeche.settings import SettingsError

    raised = {
        "Reject": Reject("empty"),
        "SettingsError": SettingsError("feeds.yml:3: no such kind"),
        "IntervalError": IntervalError("no period"),
        "AssertionError": AssertionError("records were lost"),
        "UnicodeDecodeError": UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
        "TypeError": TypeError("a defect"),
        "OSError": OSError(28, "No space left on device"),
        "ConnectionError": ConnectionResetError("reset"),
        "FileNotFoundError": FileNotFoundError("staging"),
        "Timeout": filelock.Timeout("lake.lock"),
        "duckdb.IOException": duckdb.IOException("database is locked"),
        "duckdb.TransactionException": duckdb.TransactionException("conflict"),
    }
    policy = dag.get_task("publish").retry_policy
    decided = {}
    for name, error in raised.items():
        decision = policy.evaluate(error, 1, 3)
        delay = decision.retry_delay / timedelta(seconds=1) if decision.retry_delay else None
        decided[name] = [decision.action.value, delay]
    return decided


if __name__ == "__main__":
    main(*sys.argv[1:])
