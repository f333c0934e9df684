"""The headline stays as it is."""

from __future__ import annotations

import msgspec
import pytest

from depeche.normalise.headline import LONGEST, headline
from depeche.records import CleanDispatch
from normalise_places import dispatch


def clean(words: str | None) -> CleanDispatch:
    return dispatch("x", headline=words)


@pytest.mark.parametrize("words", [None, "", "  ", "\n\t", "---", "\u00a0"])
def test_no_headline_stays_none(words: str | None) -> None:
    assert headline(clean(words)) == (None, [])


def test_white_space_is_all_that_changes() -> None:
    assert headline(clean("  URGENT -\n Paris\u00a0:  deux\tmots ")) == ("URGENT - Paris : deux mots", [])
    assert headline(clean("عاجل"))[0] == "عاجل"


def test_a_paragraph_in_its_place_is_flagged() -> None:
    assert headline(clean("a" * (LONGEST + 1)))[1] == ["headline_long"]
    assert headline(clean("a" * LONGEST))[1] == []


@pytest.mark.parametrize(
    ("format", "urgency", "expected"),
    [
        ("afpcore", "1", ("Port-Neuf: la digue est ouverte", ["headline_from_text"])),
        ("afpcore", "3", ("Port-Neuf: la digue est ouverte", ["headline_from_text"])),
        ("afpcore", "4", (None, [])),
        ("afpcore", None, (None, [])),
        ("newsml12", "1", (None, [])),
    ],
)
def test_first_paragraph_stands_for_the_headline_of_core_api_alerts(
    format: str, urgency: str | None, expected: tuple[str | None, list[str]]
) -> None:
    alert = msgspec.structs.replace(
        clean(None), format=format, urgency_text=urgency, text="Port-Neuf: la digue est ouverte\n\nab/cd"
    )
    assert headline(alert) == expected
