"""Pages: when they were published and changed, by their metadata and as printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from depeche.clean.page.dates import is_date_line
from depeche.records import CleanDispatch
from page_article import PARAGRAPHS, TEXT, article, page

Read = Callable[..., CleanDispatch]


MODIFIED = '<meta property="article:modified_time" content="2019-03-13T07:00:00Z">'


@pytest.mark.parametrize(
    ("head", "stated", "modified"),
    [
        ("", {"dateModified": "2019-03-13T07:00:00Z"}, "2019-03-13T07:00:00Z"),
        ("", {"dateModified": "13 mars 2019"}, "13 mars 2019"),
        (MODIFIED, {}, "2019-03-13T07:00:00Z"),
        (MODIFIED, {"dateModified": "2019-03-13T08:00:00Z"}, "2019-03-13T08:00:00Z"),
        ('<meta name="last-modified" content="2019-03-14">', {"dateModified": ""}, "2019-03-14"),
        ("", {}, None),
    ],
)
def test_when_a_page_was_changed_stands_beside_when_it_was_published(
    read: Read, head: str, stated: dict[str, Any], modified: str | None
) -> None:
    found = read(page(head=head, data=article(datePublished="2019-03-13T06:00:00Z", **stated)))
    assert (found.issued_at_text, found.modified_at_text) == ("2019-03-13T06:00:00Z", modified)
    assert (found.quality_flags, found.unmapped) == ([], [])


def test_a_modified_page_without_other_date(read: Read) -> None:
    found = read(page(data=article(dateModified="2019-03-13")))
    assert (found.issued_at_text, found.modified_at_text) == ("2019-03-13", "2019-03-13")
    assert found.quality_flags == ["issued_at_is_modified"]


def test_the_printed_date_counts_where_nothing_else_is_stated(read: Read) -> None:
    body = f"<h1>Goat bridge</h1><div class='date'>Tuesday, March 12, 1996</div>{PARAGRAPHS}"
    assert read(page(body)).issued_at_text == "Tuesday, March 12, 1996"
    assert read(page(body)).text == TEXT
    assert read(page(body, data=article(datePublished="1996-03-13"))).issued_at_text == "1996-03-13"


@pytest.mark.parametrize(
    "line",
    [
        "Tuesday 30 March 2021 06.30 BST", "Mardi 12 juillet 2016", "Publié le 12/07/2016 à 18:40", "12.7.2016, 18:40 Uhr",
        "5 de julio de 2016", "Updated on 2016-07-12 at 18:40", "14 يوليو 2016", "February 2, 2003",
    ],
)  # fmt: skip
def test_date_lines(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "PARIS, 6 juil 2016 (AFP) -",
        "Charlie Hebdo, 7 janvier 2015",
        "Budget 2019",
        "2016",
        "The world in 2016",
        "1-0 12",
        "",
    ],
)
def test_lines_that_are_no_date(line: str) -> None:
    assert not is_date_line(line)
