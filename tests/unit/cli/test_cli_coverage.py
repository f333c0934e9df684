"""depeche coverage: what it prints and writes, and how it fails."""

import json

import pytest
from typer.testing import CliRunner

import lake_rows
from depeche.cli import app
from depeche.cli.app import out
from depeche.settings import PROJECT
from lake_rows import dispatch, rejected


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A year of a dispatch a day and without November; twice as many in June."""
    home = tmp_path_factory.mktemp("archive")

    def of_day(day, at):
        copies = {6: 3, 11: 0}.get(day.month, 1)
        return [
            dispatch(f"{day}-{m}", f"Texte {day}.", issue_date=day, issued_at=at, issued_at_text=str(at))
            for m in range(copies)
        ]

    lake_rows.fill(home, 365, of_day, [rejected("a", feed_id="drop")])
    return home


@pytest.fixture
def ask(home, monkeypatch):
    monkeypatch.setenv("DEPECHE_HOME", str(home))
    monkeypatch.setenv("DEPECHE_AUTHORITY", str(PROJECT / "seeds" / "authority"))
    monkeypatch.setattr(out, "width", 160)
    return lambda *words: CliRunner().invoke(app, ["coverage", *words])


def test_the_table_shows_the_series_and_what_is_missing(ask):
    done = ask()
    assert done.exit_code == 0
    assert "AFP fr" in done.stdout
    assert "2003-11-01 to 2003-11-30" in done.stdout
    assert "silent, 30 days" in done.stdout
    assert "1 gap, 1 high" in done.stdout
    assert "12 of 12 months could be judged" in done.stdout
    assert "drop" in done.stdout


def test_rows_by_month(ask):
    lines = [
        line.split()
        for line in ask("--by", "month", "--from", "2003-10", "--to", "2003-12").stdout.splitlines()
    ]
    rows = {line[2]: line for line in lines if line[:2] == ["AFP", "fr"] and len(line) > 10}
    assert set(rows) == {"2003-10", "2003-11", "2003-12"}
    assert rows["2003-10"][3] == "31"
    assert rows["2003-11"][3] == "0"
    assert rows["2003-11"][5:7] == ["1", "gap"]


def test_json_has_every_month_and_no_more_than_json(ask):
    done = ask("--json", "--source", "AFP")
    found = json.loads(done.stdout)
    (series,) = found["series"]
    assert len(series["months"]) == 12
    june, november = series["months"][5], series["months"][10]
    assert (june["dispatches"], june["same_words"], june["flag"]) == (90, 60, "high")
    assert (november["dispatches"], november["flag"]) == (0, "gap")
    assert {each["feed_id"] for each in found["feeds"]} == {"drop", "wire"}


def test_it_draws(ask, tmp_path):
    done = ask("--svg", str(tmp_path / "a.svg"), "--png", str(tmp_path / "a.png"), "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["series"]
    assert (tmp_path / "a.svg").read_bytes().startswith(b"<?xml")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--source", "XX"), 1, "nothing of XX"),
        (("--from", "2020"), 1, "nothing of from 2020"),
        (("--from", "2003-13"), 2, "write a day, month or year"),
        (("--from", "2004", "--to", "2003"), 2, "--to 2003 is before --from 2004"),
        (("--svg", "/nowhere/a.svg"), 1, "/nowhere/a.svg: No such file"),
    ],
)
def test_what_cannot_be_shown_is_said(ask, words, code, says):
    done = ask(*words)
    assert done.exit_code == code
    assert says in done.stderr
