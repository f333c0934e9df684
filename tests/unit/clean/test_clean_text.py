"""Plain-text wire copy."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from depeche.records import CleanDispatch, Reject, SideCar

Read = Callable[..., CleanDispatch]
Refuse = Callable[..., Reject]

STORY = "\n\nLe conseil a voté mardi."


@pytest.mark.parametrize(
    "copy",
    [
        "Le phare rallumé\n\nSEIN (AFP) - Le phare a été rallumé.",
        "Le phare rallumé\n\nSEIN, 6 juil 2016 (AFP) – Le phare a été rallumé.",
        "Le phare rallumé\n\n(AGI) - SEIN, 12 LUG - Il faro.",
        "Le phare rallumé\n\nSEIN, July 8. /TASS/. The lamp.",
        "Le phare rallumé\n\n(Adds keeper's reaction)\n\nSEIN, July 5 (Reuters) - The lamp.",
        "Le phare rallumé=\nSEIN (AFP) - Le phare.",
    ],
)
def test_clear_headlines(read: Read, copy: str) -> None:
    found = read(copy)
    assert found.headline == "Le phare rallumé"
    assert "Le phare rallumé" not in found.text
    assert found.text.endswith(".")


@pytest.mark.parametrize(
    "copy",
    [
        '"Nous y avons toujours cru", précise la mairie.\nLes travaux commencent.\nSource AFP',
        "Le phare rallumé." + STORY,
        "Le phare rallumé" + STORY,
        "SEIN (AFP) - Le phare\n\nSEIN (AFP) - Encore.",
        "Le phare rallumé\nSEIN (AFP) - Sans ligne blanche.",
        "BC-Sein-Lighthouse\n\nThe lamp is lit\n\nBy JANE ROE\n\nAssociated Press\n\nSEIN (AP) — The lamp.",
        "mot " * 60 + "\n\nSEIN (AFP) - Le phare.",
        "seul",
    ],
)
def test_no_headline_is_made_up(read: Read, copy: str) -> None:
    found = read(copy)
    assert found.headline is None
    assert found.text.split()[0] == copy.split()[0]


def test_nothing_is_cut_from_the_text(read: Read) -> None:
    copy = "SEIN (AFP) - Le phare a été rallumé dimanche soir.\n\nSource AFP\n\nab/cd"
    assert read(copy).text == copy


def test_only_the_collector_states_the_language(read: Read) -> None:
    assert read("texte").language_text is None
    assert read("texte", SideCar(language="fr"), hint="en").language_text == "fr"
    assert read("texte", hint="en").language_hint == "en"


@pytest.mark.parametrize("payload", ["---", "1234", "…", "!?\n\n***"])
def test_without_a_letter_there_is_no_text(refuse: Refuse, payload: str) -> None:
    assert refuse(payload).reason == "no_text"


def test_a_single_letter_is_a_text(read: Read) -> None:
    assert read("ا").text == "ا"
