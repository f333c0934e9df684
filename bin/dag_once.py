"""A DAG of the project, run once in this process by Airflow's own ``dag.test()``. Imports Airflow."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from airflow.dag_processing.dagbag import BundleDagBag
from airflow.listeners import hookimpl
from airflow.sdk.listener import get_listener_manager

from depeche import processes


class Result(NamedTuple):
    """``failed``: (task, cause) of each task that failed, first the first; ``tally``, the last task's result, if none did."""

    failed: list[tuple[str, str]]
    tally: dict[str, Any] | None
    seconds: float


class Watch:
    """Airflow tells it what its tasks do."""

    def __init__(self, tell: Callable[[str], None], dag_id: str) -> None:
        self.tell = tell
        self.dag_id = dag_id
        self.failed: list[tuple[str, str]] = []

    @hookimpl
    def on_task_instance_running(self, previous_state: Any, task_instance: Any) -> None:
        """Show which task is at work."""
        number = "" if task_instance.map_index < 0 else f" {task_instance.map_index + 1}"
        self.tell(f"{self.dag_id}: {task_instance.task_id}{number} …")

    @hookimpl
    def on_task_instance_failed(self, previous_state: Any, task_instance: Any, error: Any) -> None:
        """Keep the cause."""
        kind = "" if type(error).__name__ == "AirflowFailException" else f"{type(error).__name__}: "
        self.failed.append((task_instance.task_id, f"{kind}{error}"))


class Unreadable(Exception):
    """A DAG file cannot be read; the message says which and why."""


def load() -> dict[str, Any]:
    """The project's DAGs by id, read anew. Raises Unreadable."""
    folder = os.environ["AIRFLOW__CORE__DAGS_FOLDER"]
    bag = BundleDagBag(dag_folder=folder, bundle_path=Path(folder), bundle_name="dags-folder")
    if bag.import_errors:
        said = (
            f"{Path(file).name}: {text.strip().splitlines()[-1]}" for file, text in bag.import_errors.items()
        )
        raise Unreadable("; ".join(said))
    return dict(bag.dags)


def run(tell: Callable[[str], None], dag: Any, parameters: dict[str, Any] | None = None) -> Result:
    """Run a DAG, without retries: whoever waits at a terminal can repeat it."""
    # The tasks run one after the other in this process: what theirs import is imported once, and meanwhile.
    processes.PRELOADED.add("depeche.pipeline.preloaded")
    processes.serve()
    for task in dag.tasks:
        if task.is_mapped:
            task.partial_kwargs["retries"] = 0
        else:
            task.retries = 0
    dag.deadline = None  # dag.test() fails on it (Airflow 3.3.2)
    watch = Watch(tell, dag.dag_id)
    listeners = get_listener_manager()
    listeners.add_listener(watch)
    began = time.monotonic()
    try:
        done = dag.test(run_conf=parameters)
    finally:
        listeners.pm.unregister(watch)
    failed = watch.failed
    if done.state != "success" and not failed:
        failed = [(dag.dag_id, f"the run ended as {done.state}")]
    last = dag.leaves[0].task_id
    tally = None if failed else done.get_task_instance(last).xcom_pull(task_ids=last)
    return Result(failed, tally, time.monotonic() - began)
