"""Which Airflow is in use: the noted one of ``make up``, or the one that is named."""

import json

import pytest

from depeche.control.using import AirflowError, using
from depeche.settings import SettingsError, load


def settings(home, **more):
    return load({"DEPECHE_HOME": str(home), **more})


def test_the_one_that_was_started_here(tmp_path):
    folder = tmp_path / "airflow" / "up"
    folder.mkdir(parents=True)
    noted = {
        "url": "http://127.0.0.1:8090",
        "user": "admin",
        "metadata": "sqlite",
        "executor": "LocalExecutor",
    }
    (folder / "served.json").write_text(json.dumps(noted))
    (folder / "passwords.json").write_text(json.dumps({"admin": "secret"}))
    it = using(settings(tmp_path), {})
    assert (it.url, it.password, it.executor, it.on_sqlite) == (noted["url"], "secret", "LocalExecutor", True)


def test_the_one_that_is_named_with_what_its_container_knows(tmp_path):
    named = settings(tmp_path, DEPECHE_AIRFLOW_URL="http://ad%40min:pa%3Ass@db.example:8080/")
    it = using(named, {})
    assert (it.url, it.user, it.password) == ("http://db.example:8080", "ad@min", "pa:ss")
    assert (it.metadata, it.executor, it.on_sqlite) == (None, None, False)
    environ = {
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": "postgresql+psycopg2://u:p@h/d",
        "AIRFLOW__CORE__EXECUTOR": "CeleryExecutor",
    }
    it = using(named, environ)
    assert (it.metadata, it.executor) == ("postgresql", "CeleryExecutor")


def test_none_says_how_to_start_one(tmp_path):
    with pytest.raises(AirflowError, match="make up"):
        using(settings(tmp_path), {})


@pytest.mark.parametrize(
    "wrong", ["127.0.0.1:8080", "http://127.0.0.1:8080", "http://admin@h:1", "ftp://a:b@h"]
)
def test_an_address_without_an_account_is_refused_without_being_repeated(tmp_path, wrong):
    with pytest.raises(SettingsError, match="DEPECHE_AIRFLOW_URL: takes an address with user") as refused:
        settings(tmp_path, DEPECHE_AIRFLOW_URL=wrong)
    assert wrong not in str(refused.value)
