"""depeche backfill plan: months, files and bytes of the feed, what is there and what should be, hours."""

import json

import pytest
from typer.testing import CliRunner

import lake_rows
from depeche import query
from depeche.cli import app, main
from depeche.cli.app import out
from depeche.settings import PROJECT
from lake_rows import dispatch

FEEDS = """feeds:
  - {id: drop, kind: drop, location: wire, agency: AFP, dated: "%Y/%m"}
  - {id: years, kind: drop, location: wire, dated: "%Y"}
  - {id: loose, kind: drop, location: wire}
  - {id: rested, kind: drop, location: wire, dated: "%Y", enabled: false}
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Fifteen months of a dispatch a day, but none in May; a file of 100 bytes a day, in May too."""
    home = tmp_path_factory.mktemp("archive")

    def of_day(day, at):
        folder = home / "wire" / f"{day:%Y/%m}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{day}.txt").write_bytes(b"x" * 100)
        if (day.year, day.month) == (2003, 5):
            return []
        return [dispatch(f"{day}", f"Texte {day}.", feed_id="drop", issue_date=day, issued_at=at)]

    lake_rows.fill(home, 456, of_day)
    (home / "feeds.yml").write_text(FEEDS)
    return home


@pytest.fixture
def ask(home, monkeypatch):
    monkeypatch.setenv("DEPECHE_HOME", str(home))
    monkeypatch.setenv("DEPECHE_FEEDS", str(home / "feeds.yml"))
    monkeypatch.setenv("DEPECHE_AUTHORITY", str(PROJECT / "seeds" / "authority"))
    monkeypatch.setenv("DEPECHE_WORKERS", "2")
    monkeypatch.setattr(out, "width", 160)
    return lambda *words: CliRunner().invoke(app, ["backfill", *words])


def test_a_gap_has_its_volume_and_what_the_months_around_lead_to_expect(ask):
    done = ask("plan", "drop", "--from", "2003-04", "--to", "2003-06", "--json")
    assert done.exit_code == 0, repr(done.exception)
    found = json.loads(done.stdout)
    months = {month["month"]: month for month in found["months"]}
    assert [months[each]["files"] for each in ("2003-04-01", "2003-05-01", "2003-06-01")] == [30, 31, 30]
    assert months["2003-05-01"]["bytes"] == 3100
    assert [month["present"] for month in months.values()] == [30, 0, 30]
    assert months["2003-05-01"]["expected"] == pytest.approx(31, abs=0.5)


def test_the_hours_are_those_that_the_archives_own_batches_took(ask, home):
    found = json.loads(ask("plan", "drop", "--from", "2003-04", "--to", "2003-06", "--json").stdout)
    with query.run("SELECT sum(seconds) / sum(taken) AS each FROM batches", lake_rows.settings(home)) as rows:
        [[each]] = rows.read_all().to_pydict().values()
    assert each > 0
    # May is taken to hold what its bytes give in April and June; two workers share the work.
    assert found["hours"] == pytest.approx(91 * each / 2 / 3600)


def test_the_table_sums_up(ask):
    done = ask("plan", "drop", "--from", "2003-04", "--to", "2003-05")
    assert done.exit_code == 0
    assert "2003-05" in done.stdout
    assert "2 months, 6.1 kB, 30 dispatches present; about" in done.stdout


def test_months_that_share_a_folder_count_it_once(ask):
    months = json.loads(ask("plan", "years", "--from", "2003", "--to", "2003", "--json").stdout)["months"]
    assert [month["files"] for month in months] == [365, *[0] * 11]


@pytest.mark.parametrize(
    ("feed", "said"),
    [
        ("nope", "no feed 'nope'; there are drop, years, loose, rested"),
        ("loose", "the feed loose says no days"),
        ("rested", "the feed rested is not enabled"),
    ],
)
@pytest.mark.parametrize("verb", ["plan", "run"])
def test_a_feed_that_cannot_be_backfilled_is_refused_at_once(ask, monkeypatch, capsys, verb, feed, said):
    monkeypatch.setattr("sys.argv", ["depeche", "backfill", verb, feed, "--from", "2003", "--to", "2003"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert said in " ".join(capsys.readouterr().err.split())
