"""Great Expectations' Data Docs of a run: the pages behind the button on its task `validate`.

Rendering takes a second or so a batch, so the pages of a run are made when somebody first asks for them.
"""

import html
import re
import subprocess
import sys
from functools import cached_property
from pathlib import Path

from airflow.plugins_manager import AirflowPlugin

PREFIX = "/data-docs"
WAIT = """<!doctype html><meta http-equiv="refresh" content="3"><title>Data Docs</title>
<p>The Data Docs of {run} are being made: a second or so a batch. This page reloads itself.</p>"""
NONE = """<!doctype html><title>Data Docs</title><p>{run} judged no batch.</p>"""


class Making:
    """Makes the pages of a run in a process of its own; one at a time for each run."""

    def __init__(self):
        self.processes = {}

    def pages(self, folder, batches):
        """Whether the pages are there; begins to make them where they are not. Raises RuntimeError."""
        if (folder / "index.html").exists():
            return True
        process = self.processes.get(folder)
        if process is None:
            command = [Path(sys.executable).with_name("depeche"), "docs-data", "--into", folder]
            command += [part for batch in batches for part in ("--batch", batch)]
            self.processes[folder] = subprocess.Popen(
                command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
            )
        elif process.poll() is not None:
            said = self.processes.pop(folder).communicate()[1]
            if process.returncode:
                raise RuntimeError(said.strip()[-500:] or f"exit code {process.returncode}")
        return (folder / "index.html").exists()


class DataDocs(AirflowPlugin):
    """Registers the pages."""

    name = "depeche_data_docs"

    @cached_property
    def fastapi_apps(self):
        return [{"app": _app(), "url_prefix": PREFIX, "name": "Data Docs"}]


def _app():
    # Not before the API server asks: these imports take seconds, and every process loads plugins.
    from airflow.api_fastapi.core_api.security import requires_access_dag, requires_authenticated
    from airflow.models.xcom import XComModel
    from airflow.utils.session import create_session
    from fastapi import Depends, FastAPI, HTTPException
    from fastapi.responses import FileResponse, HTMLResponse

    from depeche import settings

    app = FastAPI(dependencies=[Depends(requires_authenticated())], docs_url=None, openapi_url=None)
    making = Making()

    def judged(dag_id, run_id):
        with create_session() as session:
            found = session.scalars(
                XComModel.get_many(run_id=run_id, key="return_value", task_ids="validate", dag_ids=dag_id)
            ).first()
        return [verdict["batch"] for verdict in XComModel.deserialize_value(found)] if found else []

    @app.get("/{dag_id}/{run_id}/{path:path}", dependencies=[Depends(requires_access_dag(method="GET"))])
    def page(dag_id: str, run_id: str, path: str):
        home = settings.load().home / "data-docs-runs"
        folder = home / re.sub(r"[^\w.-]", "-", f"{dag_id}.{run_id}")
        run = html.escape(f"{dag_id}, {run_id}")
        if not (folder / "index.html").exists():
            batches = judged(dag_id, run_id)
            if not batches:
                return HTMLResponse(NONE.format(run=run), status_code=404)
            try:
                if not making.pages(folder, batches):
                    return HTMLResponse(WAIT.format(run=run), status_code=202)
            except RuntimeError as error:
                raise HTTPException(500, f"The Data Docs could not be made: {error}") from None
        file = (folder / path).resolve()
        if not file.is_relative_to(folder.resolve()) or not file.is_file():
            raise HTTPException(404, "There is no such page")
        return FileResponse(file)

    return app
