"""The command line on the sample wire, as a user types it: a process of its own each time."""

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

import compiled
from depeche import query, schema
from depeche.settings import PROJECT, load

SEEDS = PROJECT / "seeds"
SEED_TEXT = SEEDS / "dispatches" / "text" / "poutine-obama-syrie.txt"
# What a row is, whenever it was collected.
ROWS = "SELECT dispatch_id, revision, text_sha256, source, pubstatus, raw_sha256 FROM dispatch_revisions ORDER BY ALL"
REFUSALS = "SELECT stage, reason, raw_sha256, raw_name FROM quarantine ORDER BY ALL"


def environment(home: Path, **changed: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DEPECHE_")}
    own = {"XDG_CACHE_HOME": str(compiled.FOLDER.parent)} if compiled.FOLDER else {}
    return {**kept, **own, "DEPECHE_HOME": str(home), "COLUMNS": "200", **changed}


def depeche(home: Path, *words: object, code: int = 0, **changed: str) -> subprocess.CompletedProcess[bytes]:
    if words[0] in ("run", "ingest", "replay"):
        compiled.share(home)
    command = [sys.executable, "-c", "from depeche.cli import main; main()", *map(str, words)]
    done = subprocess.run(
        command, env=environment(home, **changed), capture_output=True, timeout=300, check=False
    )
    assert done.returncode == code, done.stderr.decode()[-2000:] + done.stdout.decode()[-500:]
    return done


def answers(home: Path, sql: str) -> list[dict]:
    out = io.BytesIO()
    with query.run(sql, load({"DEPECHE_HOME": str(home)})) as rows:
        query.write(rows, "json", out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.fixture(scope="session")
def archived(tmp_path_factory) -> tuple[Path, dict]:
    """The sample wire, archived once, and what the run said."""
    home = tmp_path_factory.mktemp("archived")
    return home, json.loads(depeche(home, "run", "--json").stdout)


@pytest.fixture
def archive(archived) -> Path:
    return archived[0]


def test_the_tallies_add_up(archived):
    home, said = archived
    for tally in said["ingest"]:
        assert tally["taken"] == tally["accepted"] + tally["quarantined"] + tally["known"]
    stored = sum(tally["accepted"] + tally["quarantined"] for tally in said["ingest"])
    (ledger,) = answers(
        home,
        "SELECT sum(payloads) AS payloads, sum(taken) AS taken, sum(accepted) AS accepted, "
        "sum(quarantined) AS quarantined, sum(known) AS known FROM batches",
    )
    assert ledger["payloads"] == stored
    assert ledger["taken"] == ledger["accepted"] + ledger["quarantined"] + ledger["known"]
    assert ledger["accepted"] == said["accepted"] == len(answers(home, ROWS))
    assert ledger["quarantined"] == said["quarantined"] == len(answers(home, REFUSALS))


def test_a_second_run_adds_nothing(archive):
    before = answers(archive, ROWS), answers(archive, REFUSALS), answers(archive, "FROM batches")
    again = json.loads(depeche(archive, "run", "--json").stdout)
    assert again["batches"] == []
    assert all(tally["known"] == tally["taken"] > 0 for tally in again["ingest"])
    assert before == (answers(archive, ROWS), answers(archive, REFUSALS), answers(archive, "FROM batches"))


def test_every_awkward_sample_is_accounted_for(archive):
    reasons = {row["reason"] for row in answers(archive, REFUSALS)}
    assert {
        "empty",
        "malformed_xml",
        "unknown_format",
        "date_in_future",
        "no_article",
        "unsafe_path",
    } <= reasons
    assert "internal_error" not in reasons


def test_the_first_document_says_just_what_it_says(archive):
    (row,) = answers(archive, "FROM dispatches WHERE raw_name = 'poutine-obama-syrie.txt'")
    assert (row["source"], row["language"]) == ("AFP", "fr")
    assert [row[name] for name in ("headline", "dateline", "issued_at", "byline", "sign_off")] == [None] * 5
    assert (row["as_of_date"], row["as_of_basis"]) == ("2016-07-06", "collected")
    (credit,) = row["credits"]
    assert (credit["role"], row["full_text"][credit["start"] : credit["end"]]) == ("issuer", "AFP")
    found = {actor["actor_id"] for actor in row["actors"]}
    assert {"person:Q7747", "person:Q76", "person:Q22316", "org:nato", "org:un", "group:alqaeda"} <= found
    assert {"body:RU:presidency", "body:US:presidency", "body:SY:army", "body:SY:government"} <= found
    names = {actor["name"] for actor in row["actors"]}
    assert any("Nusra" in name for name in names)
    for actor in row["actors"]:
        for mention in actor["mentions"]:
            assert row[mention["field"]][mention["start"] : mention["end"]] == mention["text"]


def test_raw_gives_back_the_delivered_bytes(archive):
    (row,) = answers(
        archive, "SELECT dispatch_id, raw_uri FROM dispatches WHERE raw_name = 'poutine-obama-syrie.txt'"
    )
    for ident in row.values():
        assert depeche(archive, "raw", ident).stdout == SEED_TEXT.read_bytes()
    assert b"no dispatch" in depeche(archive, "raw", "urn:nothing:here", code=1).stderr


def test_every_row_can_be_traced_to_bytes_with_its_digest(archive):
    for row in answers(archive, "SELECT raw_uri, raw_sha256 FROM dispatch_revisions USING SAMPLE 5"):
        assert hashlib.sha256(depeche(archive, "raw", row["raw_uri"]).stdout).hexdigest() == row["raw_sha256"]


def test_inspect_gives_the_published_columns_and_writes_nothing(tmp_path):
    home = tmp_path / "home"
    done = depeche(home, "inspect", SEED_TEXT, SEEDS / "dispatches" / "archives", HOME=str(tmp_path))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    for line in lines:
        wanted = (
            {"input", "rejected", "detail"}
            if "rejected" in line
            else {"input", *schema.DISPATCH_REVISIONS.names}
        )
        assert set(line) == wanted
    assert lines[0]["input"] == str(SEED_TEXT)
    assert any("!/" in line["input"] for line in lines)
    assert any(line.get("rejected") == "unsafe_path" for line in lines)
    assert not home.exists()


def test_inspect_lists_what_no_table_knows(tmp_path):
    known, odd, refused = (tmp_path / name for name in ("known.xml", "odd.xml", "refused.xml"))
    known.write_text("<nitf><body><body.content><p>Text.</p></body.content></body></nitf>")
    odd.write_text(
        "<nitf><head><mood>calm</mood></head><body><body.content><p>Text.</p></body.content></body></nitf>"
    )
    refused.write_text("<nitf/>")
    home = tmp_path / "home"
    done = json.loads(depeche(home, "inspect", known, odd, odd, refused, "--unmapped", "--json").stdout)
    row = {"format": "nitf", "path": "head/mood", "dispatches": 2, "example": str(odd)}
    assert done == {"read": 3, "refused": 1, "paths": [row]}
    assert b"head/mood" in depeche(home, "inspect", odd, "--unmapped").stdout
    assert b"left out on purpose" in depeche(home, "inspect", known, "--unmapped").stdout
    assert not home.exists()


def test_formats_of_sql(archive, tmp_path):
    ask = "SELECT source, count(*) AS n FROM dispatches GROUP BY 1 ORDER BY 1"
    assert b"AFP" in depeche(archive, "sql", ask).stdout
    assert depeche(archive, "sql", ask, "--format", "csv").stdout.startswith(b"source,n")
    file = tmp_path / "out.parquet"
    depeche(archive, "sql", ask, "--format", "parquet", "-o", file)
    assert duckdb.sql(f"SELECT count(*) FROM '{file}'").fetchone() == (len(answers(archive, ask)),)


def test_search_makes_its_index_and_says_what_it_finds(archive):
    first = depeche(
        archive, "search", "Poutine Syrie", "--source", "AFP", "--from", "2016-07", "--limit", "1"
    )
    shown = first.stdout.decode()
    assert "Syrie: Poutine et Obama veulent plus de coordination militaire (Kremlin)" in shown
    assert "dispatches, the first 1 shown (--limit)" in shown
    assert b"Index made: " in first.stderr
    again = depeche(
        archive, "search", "poutine syrie", "--actor", "person:Q7747", "--json", "--to", "2016-07"
    )
    found = json.loads(again.stdout)
    assert found["total"] == len(found["hits"]) >= 2
    hit = found["hits"][0]
    assert {hit["snippet"][start:end] for start, end in hit["marks"]} == {"Poutine", "Syrie"}
    assert again.stderr == b""
    [row] = answers(archive, f"SELECT headline FROM dispatches WHERE dispatch_id = '{hit['dispatch_id']}'")
    assert row["headline"] == hit["headline"]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("search",), 2, "nothing to look for"),
        (("search", "(Poutine"), 1, "is not closed"),
        (("sql", "SELECT nonsense FROM dispatches"), 1, "nonsense"),
        (("sql", "FROM despatches"), 1, "dispatches"),
        (("sql", "DELETE FROM batches"), 1, "read-only"),
        (("sql", "COPY batches TO 'x.csv'"), 1, "read-only"),
        (("run", "/nowhere/at/all"), 2, "no such file"),
        (("quarantine", "show", "zzzz"), 1, "quarantine list"),
    ],
)
def test_errors_are_one_clear_line(archive, words, code, says):
    done = depeche(archive, *words, code=code)
    assert says in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_wrong_settings_fail_at_start(tmp_path):
    done = depeche(tmp_path / "home", "run", code=2, DEPECHE_WORKERS="many")
    assert "DEPECHE_WORKERS" in done.stderr.decode()
    feeds = tmp_path / "feeds.yml"
    feeds.write_text("feeds:\n  - id: wire\n    kind: dorp\n    location: .\n")
    done = depeche(tmp_path / "home", "run", code=2, DEPECHE_FEEDS=str(feeds))
    assert f"{feeds}:3" in done.stderr.decode()
    assert not (tmp_path / "home" / "lake").exists()


def test_status_doctor_and_explain(archive):
    state = json.loads(depeche(archive, "status", "--json").stdout)
    assert state["revisions"] == len(answers(archive, ROWS))
    assert state["waiting"] == 0
    assert all(check["ok"] for check in json.loads(depeche(archive, "doctor", "--json").stdout))
    (row,) = answers(archive, "SELECT dispatch_id FROM dispatches WHERE raw_name = 'poutine-obama-syrie.txt'")
    facts = json.loads(depeche(archive, "explain", row["dispatch_id"], "--json").stdout)
    assert {"field": "source", "value": "AFP"}.items() <= facts[0].items()


def test_a_quarantined_payload_is_replayed_when_settings_allow_it(tmp_path):
    home, drop = tmp_path / "home", tmp_path / "drop"
    drop.mkdir()
    shutil.copy(SEED_TEXT, drop / "long.txt")
    with (drop / "long.txt").open("a") as file:
        file.write(
            "\n" + "Une phrase de plus, qui ne fait que du volume et ne nomme rien ni personne. " * 14_000
        )
    depeche(home, "run", drop, DEPECHE_MAX_PAYLOAD_MB="1")
    assert [row["reason"] for row in answers(home, REFUSALS)] == ["too_large"]
    assert (
        b"Nothing to replay" not in depeche(home, "quarantine", "replay", DEPECHE_MAX_PAYLOAD_MB="32").stdout
    )
    assert answers(home, REFUSALS) == []
    assert len(answers(home, ROWS)) == 1
    assert b"Nothing to replay" in depeche(home, "quarantine", "replay").stdout
