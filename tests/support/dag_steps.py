"""Run as a process of its own: DAG runs one after the other, each after changes to files and settings.

Takes two files: the steps (JSON) and where the results go. A step is ``{"dag", "parameters",
"environment", "write": {path: text}, "remove": [path]}``; a result ``{"failed", "tally"}``, or
``{"refused"}`` where there was no run.
"""

import json
import os
import shutil
import sys
from pathlib import Path


def main(steps: str, results: str) -> None:
    """Run the steps in the environment that is set."""
    from airflow.sdk.exceptions import ParamValidationError

    import dag_once

    done = []
    before = dict(os.environ)
    for step in json.loads(Path(steps).read_text()):
        for path, text in step.get("write", {}).items():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text)
        for path in step.get("remove", []):
            shutil.rmtree(path)
        os.environ |= step.get("environment", {})
        try:
            result = dag_once.run(print, dag_once.load()[step["dag"]], step.get("parameters"))
            done.append({"failed": result.failed, "tally": result.tally, "seconds": result.seconds})
        except (dag_once.Unreadable, ParamValidationError) as error:
            done.append({"refused": str(error)})
        os.environ.clear()
        os.environ |= before
    Path(results).write_text(json.dumps(done))


if __name__ == "__main__":
    main(*sys.argv[1:])
