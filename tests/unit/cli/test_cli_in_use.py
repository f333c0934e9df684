"""depeche doctor --settings: what is in use, where it comes from, and no password."""

import json

import pytest
from typer.testing import CliRunner

from depeche.cli import app

GIVEN = {
    "DEPECHE_WORKERS": "3",
    "DEPECHE_AIRFLOW_URL": "http://admin:s3cret@airflow:8080",
    "DEPECHE_CATALOG": "postgres:dbname=lake host=db password=s3cret",
}


@pytest.mark.parametrize("form", ["--json", None])
def test_settings_are_shown_without_what_is_secret(tmp_path, monkeypatch, form):
    for name, value in (GIVEN | {"DEPECHE_HOME": str(tmp_path)}).items():
        monkeypatch.setenv(name, value)
    done = CliRunner().invoke(app, ["doctor", "--settings", *([form] if form else [])])
    assert done.exit_code == 0, done.output
    assert "s3cret" not in done.output
    if form is None:
        return
    rows = {row["setting"]: (row["value"], row["from"]) for row in json.loads(done.output)}
    assert rows["DEPECHE_WORKERS"] == ("3", "environment")
    assert rows["DEPECHE_WIRE_BATCH"] == ("5000", "default")
    assert rows["DEPECHE_AIRFLOW_URL"] == ("http://…@airflow:8080", "environment")
    assert rows["DEPECHE_CATALOG"] == ("postgres:dbname=lake host=db", "environment")
