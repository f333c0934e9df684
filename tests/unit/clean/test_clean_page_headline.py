"""Pages: the headline, without the site's name, and whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from depeche.clean.page.headline import without_site
from depeche.records import CleanDispatch, SideCar
from page_article import PARAGRAPHS, page

Read = Callable[..., CleanDispatch]


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Goat bridge - Harbour Echo", "Goat bridge"),
        ("Harbour Echo: Goat bridge", "Harbour Echo: Goat bridge"),
        ("Harbour Echo | Goat bridge", "Goat bridge"),
        (
            "Goat bridge to be restored by the council | News from everywhere",
            "Goat bridge to be restored by the council",
        ),
        ("Goat - bridge - harbourecho.example", "Goat - bridge"),
        ("Goats – and their bridge", "Goats – and their bridge"),
        ("Syrie : accord à Genève - Harbour Echo", "Syrie : accord à Genève"),
        ("", ""),
    ],
)
def test_site_names_are_taken_off(title: str, headline: str) -> None:
    assert without_site(title, {"harbourecho", "harbourechoexample"}, []) == headline


def test_an_address_that_is_none_costs_no_page(read: Read) -> None:
    found = read(page(f"<h1>Goat bridge to be restored</h1>{PARAGRAPHS}"), SideCar(url="http://[::1"))
    assert found.headline == "Goat bridge to be restored"


def test_a_cut_off_headline_gives_way_to_the_whole(read: Read) -> None:
    head = '<meta property="og:title" content="Goat bridge to be rest...">'
    assert (
        read(page(f"<h1>Goat bridge to be restored</h1>{PARAGRAPHS}", head=head)).headline
        == "Goat bridge to be restored"
    )
