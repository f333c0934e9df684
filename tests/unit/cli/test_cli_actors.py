"""depeche actors resolve, show and coverage: what they print and how they fail."""

import json

import pytest
from typer.testing import CliRunner

import compiled
from depeche.cli import app
from depeche.settings import PROJECT


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    made = tmp_path_factory.mktemp("home")
    compiled.share(made)
    return made


@pytest.fixture
def ask(home, monkeypatch):
    """The command run in this process: exit code and output."""
    monkeypatch.setenv("DEPECHE_HOME", str(home))
    monkeypatch.setenv("DEPECHE_AUTHORITY", str(PROJECT / "seeds" / "authority"))

    def run(*words: str):
        return CliRunner().invoke(app, ["actors", *words], env={"COLUMNS": "200"})

    return run


def test_resolve_answers_in_json(ask):
    done = ask("resolve", "son homologue américain", "--date", "2016-07-06", "--context", "Le président Poutine", "--language", "fr", "--json")  # fmt: skip
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    assert found["date"] == "2016-07-06"
    (one,) = found["candidates"]
    assert (one["wikidata_id"], one["office_id"], one["rule"]) == ("Q76", "US.president", "relational")
    assert (one["held_until"], one["cameo_code"]) == ("2017-01-20", "USAGOV")


@pytest.mark.parametrize(
    ("ident", "code"),
    [("UN.secretary_general", "IGOUNO"), ("org:nato", "IGOWSTNAT"), ("FR.president", "FRAGOV")],
)
def test_show_prints_the_code_of_cameo(ask, ident, code):
    assert f"CAMEO: {code}" in ask("show", ident).stdout


def test_resolve_prints_a_table_and_why(ask):
    done = ask("resolve", "la chancelière", "--date", "2016-07-06")
    assert done.exit_code == 0
    assert "Angela Merkel" in done.stdout
    assert "DE.prime_minister 2005-11-22..2021-12-08" in done.stdout


def test_resolve_says_why_there_is_nobody(ask):
    done = ask("resolve", "le Premier ministre", "--date", "2016-07-06")
    assert done.exit_code == 0
    assert "an office without its state" in done.stdout


@pytest.mark.parametrize("words", [("resolve", "le pape", "--date", "6 July"), ("resolve", " ")])
def test_wrong_use_is_exit_code_2(ask, words):
    assert ask(*words).exit_code == 2


def test_show_gives_an_entry(ask):
    found = json.loads(ask("show", "FR.president", "--json").stdout)
    assert found["id"] == "office:FR.president"
    names = [one["name"] for one in found["holdings"]]
    assert names[names.index("François Mitterrand") + 1] == "Jacques Chirac"
    assert "Vladimir Putin" in ask("show", "Q7747").stdout


def test_show_of_an_unknown_id_fails_with_a_hint(ask):
    done = ask("show", "Q0")
    assert done.exit_code == 1
    assert "depeche actors resolve" in done.stderr


def test_coverage_by_role_by_office_and_in_json(ask):
    assert "foreign_minister" in ask("coverage").stdout
    assert "FR.president" in ask("coverage", "--state", "fr").stdout
    by_year = ask(
        "coverage", "--state", "FR", "--office", "president", "--from", "2012-01-01", "--to", "2012-12-31"
    )
    assert "Nicolas Sarkozy, François Hollande" in by_year.stdout
    done = ask("coverage", "--office", "pope", "--from", "2010-01-01", "--to", "2014-12-31", "--json")
    (found,) = json.loads(done.stdout)
    assert found["gaps"] == []  # between two popes there is none
    assert found["by_year"]["2013"] == 1.0


def test_coverage_lists_every_gap_with_its_days(ask):
    words = ("coverage", "--state", "UEFA", "--from", "2010-01-01", "--to", "2016-12-31", "--gaps")
    assert "2015-10-09" in ask(*words).stdout
    gap = {"office": "UEFA.president", "from": "2015-10-09", "to": "2016-09-13", "days": 341}
    assert json.loads(ask(*words, "--json").stdout) == [gap]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--state", "ZZ"), 1, "no office known"),
        (("--from", "2020-01-01", "--to", "2010-01-01"), 2, "is before"),
    ],
)
def test_coverage_of_nothing_is_an_error(ask, words, code, says):
    done = ask("coverage", *words)
    assert done.exit_code == code
    assert says in done.stderr


def test_a_language_that_is_none_of_ours_is_refused(ask):
    done = ask("resolve", "le président américain", "--language", "français")
    assert done.exit_code == 1
    assert "--language français: there are ar, de, en, es, fr, it, pt" in done.output
