"""The Grafana dashboard asks for nothing that is not there."""

import json
import re
from importlib.resources import files

import pytest
import yaml

import lake_rows
from depeche import lake, query
from depeche.pipeline.metrics import metrics
from depeche.settings import PROJECT
from lake_rows import dispatch, rejected, stage

DASHBOARD = json.loads((PROJECT / "monitoring" / "grafana.json").read_text())
QUERIES = [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]
NAME = re.compile(r"\b(?:depeche|airflow)_\w+")


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What an archive with a batch says of itself."""
    home = tmp_path_factory.mktemp("archive")
    settings = lake_rows.settings(home)
    lake.ensure(settings, query.definitions())
    lake.publish(stage(home, "b1", [dispatch("a")], [rejected()]), settings)
    return metrics(settings)


def airflow_names() -> set[str]:
    """Airflow's metrics as OpenTelemetry hands them to Prometheus."""
    listed = files("airflow").joinpath("_shared/observability/metrics/metrics_template.yaml").read_text()
    found = set()
    for metric in yaml.safe_load(listed)["metrics"]:
        name = "airflow_" + re.sub(r"\W", "_", metric["name"])
        found.add(f"{name}_total" if metric["type"] == "counter" else name)
    return found


@pytest.mark.parametrize("expression", QUERIES)
def test_every_query_names_a_metric_that_exists(told, expression):
    names = set(NAME.findall(expression))
    ours = {line.split()[2] for line in told.splitlines() if line.startswith("# TYPE")}
    assert names
    assert names <= ours | airflow_names()


def test_every_metric_of_ours_is_shown(told):
    ours = {line.split()[2] for line in told.splitlines() if line.startswith("# TYPE")}
    shown = {name for expression in QUERIES for name in NAME.findall(expression)}
    assert ours - shown == {"depeche_info"}


def test_counters_are_the_ledgers(told):
    assert 'depeche_batches_total{feed="wire"} 1.0' in told
    assert 'depeche_records_total{feed="wire",outcome="accepted",stage="publish"} 1.0' in told
    assert 'depeche_records_total{feed="wire",outcome="quarantined",stage="publish"} 1.0' in told
    assert 'depeche_quarantine{reason="truncated",stage="clean"} 1.0' in told
    assert "depeche_revisions 1.0" in told
