"""Airflow's command line in a process that has imported and opened what the tasks need.

For the scheduler: LocalExecutor forks its workers from it, and they fork the tasks, which then
import nothing again. Great Expectations alone takes six seconds.
"""

from __future__ import annotations

import sys
from importlib import import_module

# What Airflow imports in each task, and only there; the second reads the DAG's file, which imports the third.
IN_TASKS = ("airflow.sdk.execution_time.task_runner", "airflow.dag_processing.dagbag", "depeche_tasks")


def main() -> None:
    """Import all of it, then run the command."""
    # Not above: worker processes of a batch import this file, as the main module of their parents.
    from airflow.__main__ import main as airflow
    from airflow.configuration import conf

    from depeche import pipeline, settings

    sys.path.append(conf.get("core", "dags_folder"))
    for name in IN_TASKS:
        import_module(name)
    try:
        pipeline.warm(settings.load())
    except settings.SettingsError as wrong:
        print(f"not warm: {wrong}", file=sys.stderr)  # the task `feeds` says so to whoever starts a run
    sys.argv[0] = "airflow"
    airflow()


if __name__ == "__main__":
    main()
