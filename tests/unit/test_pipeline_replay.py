"""Replay: what was decided by other versions and settings is decided anew, also where they come back."""

from __future__ import annotations

import pytest

import compiled
from depeche import pipeline, query, settings
from depeche.pipeline.versions import code_version

WORDS = (
    "NO ARCHIVAL USE\n\nPARIS, 6 juin 2016 (AFP) - Un texte assez long avec le mot {0} pour une dépêche.\n\n"
)


@pytest.fixture
def under(tmp_path):
    """The settings of one archive of two dispatches under each way to treat what may not be archived."""
    compiled.share(tmp_path)
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / "barred.txt").write_text(WORDS.format("axolotl"))
    (drop / "free.txt").write_text(WORDS.format("tamarin").removeprefix("NO ARCHIVAL USE\n\n"))

    def choose(no_archive):
        env = {"DEPECHE_HOME": str(tmp_path), "DEPECHE_WORKERS": "1", "DEPECHE_NO_ARCHIVE": no_archive}
        return settings.load(env)

    pipeline.run(choose("keep"), [drop])
    return choose


def asked(now, sql):
    with query.run(sql, now) as found:
        return [tuple(row.values()) for row in found.read_all().to_pylist()]


def words(now):
    """The text of the dispatch under terms, and how often it is in quarantine."""
    rows = asked(now, "SELECT full_text FROM dispatch_revisions WHERE raw_name = 'barred.txt'")
    refused = asked(now, "SELECT 1 FROM quarantine WHERE reason = 'no_archive'")
    text = [text and "axolotl" for (text,) in rows]
    return text, len(refused)


def test_another_no_archive_takes_effect_on_what_is_there_with_a_replay(under):
    expected = {"keep": (["axolotl"], 0), "text_withheld": ([""], 0), "refuse": ([], 1)}
    for choice in ("keep", "text_withheld", "refuse", "keep", "refuse", "text_withheld", "keep"):
        now = under(choice)
        pipeline.replay(now)
        assert words(now) == expected[choice], choice
        assert pipeline.outdated(now) == []
        assert asked(now, "SELECT count(*) FROM dispatch_revisions WHERE full_text LIKE '%tamarin%'") == [
            (1,)
        ]
    assert "archive:" not in code_version(under("text_withheld"))
    assert pipeline.verify(under("keep"))["sound"]


def test_what_is_as_it_was_before_is_made_again(tmp_path):
    """What a feed declares was changed, and the change taken back."""
    compiled.share(tmp_path)
    feeds = tmp_path / "feeds.yml"
    (tmp_path / "one").mkdir()
    (tmp_path / "one/a.txt").write_text("Un texte sans agence, assez long pour une dépêche.")
    now = settings.load({"DEPECHE_HOME": str(tmp_path), "DEPECHE_FEEDS": str(feeds), "DEPECHE_WORKERS": "1"})
    made = []
    for agency, source in (("null", "UNKNOWN"), ("AFP", "AFP"), ("null", "UNKNOWN"), ("AFP", "AFP")):
        feeds.write_text(f"feeds:\n  - {{id: one, kind: drop, location: one, agency: {agency}}}\n")
        made += pipeline.replay(now)["batches"] if made else pipeline.run(now)["batches"]
        assert asked(now, "SELECT source FROM dispatch_revisions") == [(source,)]
        assert pipeline.outdated(now) == []
        assert pipeline.replay(now)["batches"] == []
    assert len(set(made)) == 4
