"""The compiled authority is kept beside the data, and made again where it was damaged."""

from __future__ import annotations

import os
import shutil

import pytest

from depeche.authority import PARTS, _cached, _compiled, agencies, authority_version, forget_others
from depeche.authority.actors.seed import read_seeds
from depeche.authority.places.seed import FILE, read_seed
from depeche.settings import PROJECT

SEEDS = PROJECT / "seeds" / "authority"


def test_it_is_built_once(tmp_path):
    file = tmp_path / "cache" / "actors-1.bin"
    assert _cached(file, lambda: b"compiled") == b"compiled"
    assert _cached(file, lambda: pytest.fail("again")) == b"compiled"
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    "damage", [lambda _: b"", lambda whole: whole[:-3], lambda whole: whole[:-1] + b"\xc1"]
)
def test_what_was_damaged_is_made_again(tmp_path, damage):
    file = tmp_path / "actors-1.bin"
    _cached(file, lambda: b"compiled")
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert _cached(file, lambda: b"compiled") == b"compiled"
    assert file.read_bytes() == whole


def test_where_nothing_may_be_written_it_is_compiled_each_time(tmp_path, monkeypatch):
    def refused(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.mkdir", refused)
    assert _cached(tmp_path / "no" / "actors-1.bin", lambda: b"compiled") == b"compiled"


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("agencies", agencies.seed.read),
        ("places", lambda folder: read_seed(folder / FILE)),
        ("actors", read_seeds),
    ],
)
def test_a_part_reads_its_own_files_alone(tmp_path, name, read):
    for file in PARTS[name].files:
        shutil.copy(SEEDS / file, tmp_path)
    assert read(tmp_path)


def test_another_file_makes_its_own_part_anew_and_the_version_another(tmp_path):
    files = [file for part in PARTS.values() for file in part.files]
    assert sorted(files) == sorted(file.name for file in SEEDS.glob("*.yml"))
    changed = shutil.copytree(SEEDS, tmp_path / "authority")
    with (changed / "agencies.yml").open("a") as file:
        file.write("# reviewed\n")
    assert {name for name in PARTS if _compiled(name, changed) != _compiled(name, SEEDS)} == {"agencies"}
    assert authority_version(changed) != authority_version(SEEDS)


def test_what_is_no_more_is_forgotten_after_a_day(tmp_path):
    present = tmp_path / _compiled("agencies", SEEDS)
    old, young = tmp_path / "agencies-0123456789ab.bin", tmp_path / "places-0123456789ab.bin"
    for file in (present, old, young, tmp_path / "search.bin"):
        file.write_bytes(b"compiled")
    for file in (present, old, tmp_path / "search.bin"):
        os.utime(file, (0, 0))
    forget_others(SEEDS, tmp_path)
    assert set(tmp_path.iterdir()) == {present, young, tmp_path / "search.bin"}
