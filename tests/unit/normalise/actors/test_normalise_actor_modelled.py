"""Names that a spaCy model adds to the rules' own, and what happens where the model is not there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from depeche.normalise.actors import actors, name_models, undated_actors
from depeche.normalise.actors.name_models import Name
from depeche.settings import SettingsError

DAY = date(2016, 7, 6)
TEXT = (
    "The Windmakers and Orla Penhallow met Barack Obama in Moscow. Penhallow left. "
    "They went to the Polar Wind Institute with Jean-Marc."
)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline as spaCy keeps it, which finds the names it was given."""
    folder = tmp_path_factory.mktemp("model") / "wire"
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns(
        [
            {"label": "ORG", "pattern": "The Windmakers"},
            {"label": "PERSON", "pattern": "Orla Penhallow"},
            {"label": "PERSON", "pattern": "Barack Obama"},
            {"label": "ORG", "pattern": "Moscow"},
            {"label": "ORG", "pattern": "Wind Institute"},
            {"label": "GPE", "pattern": "Institute"},
            {"label": "PERSON", "pattern": "Jean"},
        ]
    )
    pipeline.meta["name"], pipeline.meta["version"] = "wire", "1.2.0"
    pipeline.to_disk(folder)
    return folder


def said(found) -> dict[str, list[tuple[str, str]]]:
    return {one.name: [(m.text, m.rule) for m in one.mentions] for one in found}


def test_names_that_only_the_model_finds(authority, model: Path) -> None:
    without = said(actors(None, TEXT, "en", DAY, authority))
    assert "Orla Penhallow" not in without
    found = actors(None, TEXT, "en", DAY, authority, name_models.load(f"en={model}"))
    assert said(found) == {
        **without,
        "Windmakers": [("Windmakers", "model_name")],
        "Orla Penhallow": [("Orla Penhallow", "model_name"), ("Penhallow", "name_again")],
        # The tokens are the model's: half of a word with a hyphen is a word.
        "Jean": [("Jean", "model_name")],
    }
    kinds = {one.name: (one.kind, one.wikidata_id) for one in found}
    assert kinds["Windmakers"] == ("organisation", None)
    assert kinds["Orla Penhallow"] == ("person", None)


def test_an_undated_dispatch_and_a_headline_have_them_too(authority, model: Path) -> None:
    models = name_models.load(f"en={model}")
    found, _ = undated_actors("Orla Penhallow wins", "Bread is all.", "en", DAY, authority, models)
    (mention,) = [m for one in found if one.name == "Orla Penhallow" for m in one.mentions]
    assert (mention.field, mention.start, mention.end) == ("headline", 0, 14)


@pytest.mark.parametrize(
    ("setting", "language", "count"), [("xx", "fr", 1), ("en", "fr", 0), ("xx", None, 1), ("en", "en", 1)]
)
def test_each_language_has_its_model(model: Path, setting: str, language: str | None, count: int) -> None:
    models = name_models.load(f"{setting}={model}")
    assert models is not None
    assert models.find("Orla Penhallow", language) == [Name(0, 14, "person")] * count


def test_a_text_may_be_anything(model: Path) -> None:
    models = name_models.load(f"en={model}")
    assert models is not None
    assert models.find("", "en") == []
    assert models.find("\ud800 Orla Penhallow", "en") == [Name(2, 16, "person")]
    assert models.find("x " * name_models.LONGEST + "Orla Penhallow", "en") == []


@given(
    text=st.text(max_size=60),
    names=st.lists(
        st.tuples(st.integers(0, 70), st.integers(0, 70), st.sampled_from(["person", "organisation"]))
    ),
)
def test_whatever_a_model_says_nothing_is_raised(authority, text, names) -> None:
    class Odd:
        def find(self, text, language):
            return [Name(*name) for name in names]

    for one in actors(text[:20], text, "en", DAY, authority, Odd()):
        for mention in one.mentions:
            whole = text[:20] if mention.field == "headline" else text
            assert whole[mention.start : mention.end] == mention.text


def test_the_version_is_told_without_loading(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(spacy, "load")
    assert name_models.version(f"en={model} fr={model}") == "en=en_wire-1.2.0 fr=en_wire-1.2.0"
    assert name_models.version("") == ""
    assert name_models.load("  ") is None


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ("fr_core_news_md", "no language and model"),
        ("fr=", "no language and model"),
        ("french=model", "no language and model"),
        ("fr=no_such_model", "no model 'no_such_model'"),
        ("fr={folder}", "no model"),
        ("fr={broken}", "meta.json"),
        ("fr={hollow}", "DEPECHE_SPACY"),
    ],
)
def test_a_model_that_is_none_says_what_to_do(tmp_path: Path, setting: str, says: str) -> None:
    for name, meta in (
        ("folder", None),
        ("broken", "{"),
        ("hollow", '{"lang": "fr", "name": "x", "version": "1"}'),
    ):
        (tmp_path / name).mkdir()
        if meta:
            (tmp_path / name / "meta.json").write_text(meta)
    setting = setting.format(**{name: tmp_path / name for name in ("folder", "broken", "hollow")})
    with pytest.raises(SettingsError, match=says):
        name_models.load(setting)


def test_without_spacy_the_setting_says_so(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_models.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SettingsError, match="not installed"):
        name_models.version(f"en={model}")
