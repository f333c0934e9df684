"""A mistake in a file of the authority is told with its line."""

from __future__ import annotations

import pytest

from depeche.authority import seed_file
from depeche.authority.actors.seed import HoldersSeed, PersonId, PersonSeed
from depeche.authority.agencies import seed
from depeche.settings import SettingsError

PEOPLE = "# People.\nQ76: {name: Barack Obama, sex: m}\nQ157: {name: François Hollande}\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Q76: {name: Somebody}", ":4: Q76: is given twice; the first is in line 2"),
        ("Q7x: {name: Somebody}", ":4: Q7x: Expected `str` matching regex"),
        ("Q0: {name: Somebody}", ":4: Q0: "),
        ("76: {name: Somebody}", ":4: 76: Expected `str`, got `int`"),
        ("x-a: {name: Somebody, sex: z}", ":4: x-a: Invalid enum value 'z'"),
        ("x-a: {name: Somebody, died: soon}", ":4: x-a: "),
        ("x-a: {name: Somebody, died: 2016-13-01}", ":4: x-a: "),
        ("x-a: {name: ''}", ":4: x-a: "),
        ("x-a:\n  name: A\n  names: B", ":6: x-a: Expected `array`, got `str` - at `$[...].names`"),
        ("x-a: {sex: m}", ":4: x-a: Object missing required field `name`"),
        ("x-a: {name: A, nmaes: [B]}", ":4: x-a: Object contains unknown field `nmaes`"),
        ("x-a: {name: A", "not YAML: did not find expected ',' or '}'"),
        ("- x", ":4: not YAML: did not find expected key"),
        ("\tx: y", ":4: not YAML: "),
    ],
)
def test_a_wrong_entry(tmp_path, line, said):
    file = tmp_path / "people.yml"
    file.write_text(f"{PEOPLE}{line}\n")
    with pytest.raises(SettingsError) as told:
        seed_file.read(file, dict[PersonId, PersonSeed])
    assert f"{file}:" in str(told.value)
    assert said in str(told.value)
    assert "\n" not in str(told.value)


def test_within_a_file_of_sections(tmp_path):
    file = tmp_path / "holders.yml"
    file.write_text("sources: {editor: 2025-11-01}\nholders:\n  FR.president: [a..b]\n  FR.king: none\n")
    with pytest.raises(SettingsError, match=r"holders\.yml:2: Expected `array`"):
        seed_file.read(file, HoldersSeed)


def test_a_file_that_cannot_be_read(tmp_path):
    with pytest.raises(SettingsError, match=r"none\.yml: cannot be read \(No such file"):
        seed_file.load(tmp_path / "none.yml")
    (tmp_path / "latin.yml").write_bytes(b"a: b\nc: \xe9\n")
    with pytest.raises(SettingsError, match=r"latin\.yml:2: not UTF-8"):
        seed_file.load(tmp_path / "latin.yml")


def test_norway_is_no_denial_and_days_are_words(tmp_path):
    file = tmp_path / "a.yml"
    file.write_text("a: [NO, yes, true, 2016-07-06]\n")
    assert seed_file.load(file) == {"a": ["NO", "yes", True, "2016-07-06"]}


def test_agencies_are_read_likewise(tmp_path):
    entry = "{name: A, reference: b, names: {fr: [A]}}"
    (tmp_path / "agencies.yml").write_text(f"AAA: {entry}\nBBB: {entry}\nAAA: {entry}\n")
    with pytest.raises(SettingsError, match=r"agencies\.yml:3: AAA: is given twice; the first is in line 1"):
        seed.read(tmp_path)
