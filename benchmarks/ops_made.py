"""What the measures of ``ops.py`` archive: dispatches that are all distinct, made from the sample wire."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import memory
from depeche.settings import PROJECT
from throughput import dress

PAGES = PROJECT / "seeds/dispatches/pages"
CANONICAL = re.compile(rb'<link rel="canonical" href="([^"]+)"')


def write_wire(folder: Path, count: int, first: int = 0, month: date | None = None) -> None:
    """``count`` wire items numbered from ``first``, a file each; with ``month``, dated over its days."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (_, payload) in enumerate(memory.made(count, first), first):
        (folder / f"{number}.xml").write_bytes(dated(payload, month, number) if month else payload)


def dated(payload: bytes, month: date, number: int) -> bytes:
    """The item with all its machine-readable dates on one day of the month."""
    day = b"%d%02d%02d" % (month.year, month.month, 1 + number % 28)
    return re.sub(rb"\b20\d{6}(?=T\d{6})", day, payload)


def write_pages(folder: Path, count: int, first: int = 0) -> None:
    """``count`` pages numbered from ``first``, each at an address of its own, as heavy as a newspaper's."""
    folder.mkdir(parents=True, exist_ok=True)
    originals = pages()
    for number in range(first, first + count):
        page, address = originals[number % len(originals)]
        (folder / f"{number}.html").write_bytes(page.replace(address, address + b"-%d" % number))


@cache
def pages() -> list[tuple[bytes, bytes]]:
    """The sample's pages with an address of their own, dressed, and that address."""
    return list(_pages())


def _pages() -> Iterator[tuple[bytes, bytes]]:
    for file in sorted(PAGES.rglob("*.html")):
        page = file.read_bytes()
        if (found := CANONICAL.search(page)) and b"NewsArticle" in page:
            yield dress(page), found[1]
