"""The button on the task `validate` that leads to its Data Docs (`plugins/depeche_data_docs.py`)."""

from urllib.parse import quote

from airflow.sdk import BaseOperatorLink
from airflow.sdk.configuration import conf


class DataDocs(BaseOperatorLink):
    """From a run to what Great Expectations found in its batches."""

    name = "Data Docs"

    def get_link(self, operator, *, ti_key):
        """The first page of the run's."""
        base = conf.get("api", "base_url").rstrip("/")
        return f"{base}/data-docs/{quote(ti_key.dag_id)}/{quote(ti_key.run_id, safe='')}/index.html"
