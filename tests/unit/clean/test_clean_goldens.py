"""Each input of tests/golden/clean is read as its reviewed reading says."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from depeche import clean

GOLDEN = Path(__file__).parents[2] / "golden" / "clean"
DOCS = Path(__file__).parents[3] / "docs"


def _remake() -> ModuleType:
    spec = importlib.util.spec_from_file_location("clean_golden_remake", GOLDEN / "remake.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


REMAKE = _remake()


@pytest.mark.parametrize("path", REMAKE.inputs(), ids=lambda path: path.name)
def test_reading_is_as_reviewed(path: Path) -> None:
    assert REMAKE.reading(path) == REMAKE.expected(path).read_text("utf-8")


def test_every_expectation_has_an_input() -> None:
    names = {f"{path.name}.json" for path in REMAKE.inputs()}
    assert {path.name for path in (GOLDEN / "expected").iterdir()} == names


def test_every_reader_has_goldens() -> None:
    readings = "".join(path.read_text("utf-8") for path in (GOLDEN / "expected").iterdir())
    for reader in clean.READERS:
        assert f'"format": "{reader.FORMAT}"' in readings


def test_formats_page_is_current() -> None:
    page = (DOCS / "formats.md").read_text("utf-8")
    assert page.endswith(clean.formats_markdown())


def test_formats_page_explains_every_flag_of_the_goldens() -> None:
    page = clean.formats_markdown()
    for path in (GOLDEN / "expected").iterdir():
        found = msgspec.json.decode(path.read_bytes())
        for record in found if isinstance(found, list) else []:
            for flag in record.get("quality_flags", []):
                assert f"| `{flag}` |" in page


def test_code_version_names_every_reader() -> None:
    for reader in clean.READERS:
        assert f"{reader.FORMAT}-{reader.VERSION}" in clean.code_version().split("+")
