"""depeche review: which batches are held, what they hold, and what is decided of them."""

import json

import pytest
from typer.testing import CliRunner

from depeche.cli import app
from lake_rows import dispatch, stage


@pytest.fixture
def ask(tmp_path, monkeypatch):
    """Runs the command on an archive with one held batch of two dispatches."""
    monkeypatch.setenv("DEPECHE_HOME", str(tmp_path))
    folder = stage(tmp_path, "b1", [dispatch("a"), dispatch("b", "Autre texte.")], [])
    verdict = json.loads((folder / "validation.json").read_text())
    (folder / "validation.json").write_text(json.dumps(verdict | {"passed": False, "failures": ["too few"]}))

    def run(*words, code=0):
        done = CliRunner().invoke(app, ["review", *words])
        assert done.exit_code == code, done.output
        return done.stdout

    return run


def test_what_is_held_is_listed_and_shown(ask):
    [held] = json.loads(ask("list", "--json"))
    assert (held["batch"], held["failures"]) == ("b1", ["too few"])
    shown = json.loads(ask("show", "b", "--json"))
    assert (shown["accepted"], shown["failures"]) == (2, ["too few"])
    assert "too few" in ask("list")


def test_what_is_decided_is_done_once(ask):
    done = json.loads(ask("release", "b1", "--reason", "they are all there are", "--json"))
    assert (done["decision"], done["accepted"]) == ("release", 2)
    assert "No batch is held" in ask("list")
    ask("release", "b1", "--reason", "again", code=1)


def test_a_setting_is_written_with_its_value(ask):
    ask("replay", "b1", "--reason", "why", "--set", "DEPECHE_GATE_MIN_ROWS", code=2)
