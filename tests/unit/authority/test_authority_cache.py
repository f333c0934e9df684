"""The compiled authority is kept beside the data, and made again where it was damaged."""

from __future__ import annotations

import pytest

from depeche.authority import _cached


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
