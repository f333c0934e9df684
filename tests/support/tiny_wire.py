"""A wire of a few plain-text dispatches written for the tests, and the feeds that declare it."""

from __future__ import annotations

from pathlib import Path

import compiled

FEEDS = """feeds:
  - {{id: wire, kind: drop, location: {drop}/wire, agency: AFP, publisher: null, language: en,
     schedule: daily, terms: test, dated: "%Y-%m", enabled: true}}
  - {{id: loose, kind: drop, location: {drop}/loose, agency: null, publisher: null, language: null,
     schedule: daily, terms: test, dated: null, enabled: true}}
"""
TEXT = """GENEVA, {date} (AFP) - Delegates from {number} towns met on the lake shore to speak about their ferries.

The mayor of the host town said that crossings had become slower every year and that nobody knew why.

Source AFP
"""


def dispatch(date: str, number: int) -> str:
    """One dispatch of its own."""
    return TEXT.format(date=date, number=number)


def feeds(drop: Path) -> str:
    """The text of a feeds.yml: ``wire`` in monthly folders, ``loose`` in one."""
    return FEEDS.format(drop=drop)


def write(home: Path) -> dict[str, str]:
    """Write a wire of 6 files (one empty) under ``home``; gives the settings that point at it."""
    files = {f"wire/2016-07/{n}.txt": dispatch(f"July {n}, 2016", n) for n in (4, 5, 6)}
    files |= {"wire/2016-06/28.txt": dispatch("June 28, 2016", 28), "loose/empty.txt": ""}
    files["loose/a.txt"] = dispatch("August 1, 2016", 99)
    for name, text in files.items():
        file = home / "drop" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    (home / "feeds.yml").write_text(feeds(home / "drop"))
    compiled.share(home / "archive")
    return {
        "DEPECHE_HOME": str(home / "archive"),
        "DEPECHE_FEEDS": str(home / "feeds.yml"),
        "DEPECHE_WORKERS": "1",
        "DEPECHE_PAGE_SECONDS": "200",  # a busy machine is no fault of a payload
    }
