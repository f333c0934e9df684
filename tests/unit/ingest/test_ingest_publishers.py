"""publishers.yml: what it takes, and that every mistake names its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from depeche.ingest.feeds import publishers
from depeche.records import SiteRule
from depeche.settings import PROJECT, SettingsError

WHOLE = """\
# Our sites
publishers:
  - hosts: [www.paper.example, Old.Paper.example]
    rules:
      - until: 2015-03-31
        text: //td[@class="story"]
      - headline: //h1
        published: //meta[@name='stamp']/@content
  - hosts: [echo.example]
    rules:
      - {from: 2016-01-01, remove: "//p[contains(@class, 'ad (big)')]"}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "publishers.yml"


def test_a_whole_file(file: Path) -> None:
    file.write_text(WHOLE)
    found = publishers.load(file)
    assert list(found) == ["www.paper.example", "old.paper.example", "echo.example"]
    assert found["www.paper.example"] == (
        SiteRule(until=date(2015, 3, 31), text='//td[@class="story"]'),
        SiteRule(headline="//h1", published="//meta[@name='stamp']/@content"),
    )
    assert found["echo.example"][0].since == date(2016, 1, 1)


@pytest.mark.parametrize("text", ["", "# nothing\n", "publishers: []\n"])
def test_no_rules(file: Path, text: str) -> None:
    file.write_text(text)
    assert publishers.load(file) == {}
    assert publishers.version(file) is None


def test_the_version_is_that_of_the_rules_alone(file: Path) -> None:
    file.write_text(WHOLE)
    first = publishers.version(file)
    file.write_text(WHOLE.replace("# Our sites", "# Ours"))
    assert publishers.version(file) == first
    file.write_text(WHOLE.replace("//h1", "//h2"))
    assert publishers.version(file) != first


def test_the_sample_loads_and_its_example_too(file: Path) -> None:
    sample = PROJECT / "seeds" / "publishers.yml"
    assert publishers.load(sample) == {}
    lines = [line[2:] for line in sample.read_text().splitlines() if line.startswith("# ")]
    file.write_text("\n".join(lines[lines.index("publishers:") :]))
    assert len(publishers.load(file)["www.paper.example"]) == 2


HEAD = "publishers:\n  - hosts: [a.example]\n    rules:\n"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("sites: []\n", 1, "unknown key 'sites'"),
        ("publishers: {}\n", 1, "takes a list"),
        ("publishers:\n  - hosts: [a.example]\n", 2, "needs rules:"),
        ("publishers:\n  - hosts: []\n    rules: [{text: //p}]\n", 2, "hosts: takes a list"),
        ("publishers:\n  - hosts: ['https://a.example/']\n    rules: [{text: //p}]\n", 2, "names of hosts alone"),
        (HEAD + "      - text: //p\n  - hosts:\n      - a.example\n    rules: [{text: //p}]\n", 6, "in line 2"),
        (HEAD + "      - text: //p\n        title: //h1\n", 5, "unknown key 'title'"),
        (HEAD + "      - text: //p\n        text: //td\n", 5, "given twice"),
        (HEAD + "      - until: 2015-03-31\n", 4, "needs one of headline"),
        (HEAD + "      - text: //p\n        from: March\n", 5, "from: takes a day"),
        (HEAD + "      - {from: 2016-01-01, until: 2015-01-01, text: //p}\n", 4, "is after until"),
        (HEAD + "      - text: [//p]\n", 4, "takes an XPath expression"),
        (HEAD + "      - text: //p[\n", 4, "no XPath expression"),
        (HEAD + "      - text: count(//p)\n", 4, "gives no elements"),
        (HEAD + "      - text: //td[matches(., 'x')]\n", 4, "no function matches()"),
        (HEAD + "      - text: //td[re:test(., 'x')]\n", 4, "no function re:test()"),
        (HEAD + "      - text: //svg:text\n", 4, "prefixes stand for nothing"),
        (HEAD + "      - text: //p[@id=$x]\n", 4, "variables"),
        ("publishers: [\n", 2, "not YAML"),
    ],
)  # fmt: skip
def test_mistakes_name_their_line(file: Path, text: str, line: int, says: str) -> None:
    file.write_text(text)
    with pytest.raises(SettingsError) as caught:
        publishers.load(file)
    assert f"{file}:{line}: " in str(caught.value)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    "selector",
    [
        "//div[not(self::p) and (@id or @class)]/descendant-or-self::p",
        "//p[ancestor::div[@id='x']]//text()",
        "//p[normalize-space(.)='a(b) $c d:e']",
    ],
)
def test_selectors_of_all_kinds(file: Path, selector: str) -> None:
    file.write_text(f'{HEAD}      - text: "{selector}"\n')
    assert publishers.load(file)["a.example"][0].text == selector


def test_a_file_that_is_not_there(file: Path) -> None:
    with pytest.raises(SettingsError, match="DEPECHE_PUBLISHERS"):
        publishers.load(file)
