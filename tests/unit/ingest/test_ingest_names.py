"""The names in a folder are the same whether there are few or too many for memory."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.ingest import drop, names
from depeche.ingest.names import Names
from depeche.settings import Settings

NAME = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=8)


@given(st.sets(NAME, max_size=40), st.lists(NAME, max_size=5))
def test_many_names_are_what_few_are(held: set[str], asked: list[str]) -> None:
    few = Names(held)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(names, "FEW", 2)
        many = Names(held)
    assert list(few) == list(many) == sorted(held)
    for name in [*asked, *held]:
        assert (name in few) == (name in many) == (name in held)
        for prefix in (name, name[:1]):
            begun = sorted(n for n in held if n.startswith(prefix))
            assert list(few.starting(prefix)) == list(many.starting(prefix)) == begun


def test_names_that_are_no_text(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "FEW", 1)
    for name in (b"\xe9t\xe9.txt", b"a.txt", b"\xff"):
        (folder / os.fsdecode(name)).write_bytes(b"")
    assert list(names.names_in(str(folder), lambda entry: True)) == [
        os.fsdecode(name) for name in sorted([b"\xe9t\xe9.txt", b"a.txt", b"\xff"])
    ]


def test_a_folder_of_many_is_walked_as_one_of_few(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(40):
        (folder / f"{n}.txt").write_text(f"{n}")
        (folder / f"{n}.meta.json").write_text('{"language": "fr"}')
    (folder / "gone.meta.json").write_text("{}")
    (folder / "sub").mkdir()
    (folder / "sub" / "x").write_text("x")

    def walked() -> list[tuple[object, ...]]:
        return [(d.name, d.read(), d.sidecar, d.refused) for d in drop.deliveries([folder], settings)]

    few = walked()
    assert len(few) == 42
    monkeypatch.setattr(names, "FEW", 7)
    assert walked() == few
