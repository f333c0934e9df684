"""Kind, urgency, signals and status: nothing said, a slug alone, and two that disagree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise_life import life


def test_nothing_said_is_nothing_known() -> None:
    one = life()
    assert (one.kind, one.kind_text, one.urgency, one.signal, one.advisory) == (None, None, None, [], None)
    assert (one.pubstatus, one.pubstatus_text, one.embargo_until, one.flags) == ("usable", None, None, [])


@pytest.mark.parametrize("stated", ["ninat:composite", "icls:composite", "composite", "packageItem"])
def test_a_package_is_one_whatever_it_lists(stated: str) -> None:
    one = life(kind_text=stated, genres=["itemRole:wrap", "Factbox"])
    assert (one.kind, one.kind_text) == ("package", stated)


@pytest.mark.parametrize(
    ("slug", "kind"),
    [
        ("results", "results"), ("résultats", "results"), ("Resultados", "results"), ("Ergebnisse", "results"),
        ("fbl-L1-results", "results"), ("foot-FRA-L1-résultats", "results"), ("fbl-Wimbledon,result", "results"),
        ("Flash", "flash"), ("alerte", "alert"), ("urgente", "urgent"), ("resumen", "summary"), ("advisory", "advisory"),
        ("France-politique,ALERTE", "alert"), ("FRA-politique-LEAD", "lead"), ("Syria-conflict-chronology", "chronology"),
        ("banque-résultats", None), ("box-office-results", None), ("China-pollution-lead", None), ("France-météo-alerte", None),
        ("news", None), ("", None), ("-", None), (",", None),
    ],
)  # fmt: skip
def test_kind_from_the_slug(slug: str, kind: str | None) -> None:
    assert life(slug=slug).kind == kind


def test_a_kill_in_words_withdraws_what_the_status_calls_usable() -> None:
    for one in (
        life(headline="KILL: Ministre", status_text="Usable"),
        life("Prière d'annuler notre dépêche sur le ministre.", status_text="Usable"),
        life("Please kill the story on the minister.", status_text="Usable"),
    ):
        assert (one.kind, one.pubstatus, one.flags) == ("kill", "canceled", ["status_conflict"])
        assert "kill" in one.signal
    assert one.kind_text == "Please kill"


@given(st.text(max_size=200), st.text(max_size=60))
def test_nothing_breaks_lifecycle(text: str, other: str) -> None:
    one = life(
        text, headline=other, advisory=other, embargo_text=other, status_text=other, urgency_text=other,
        kind_text=other, genres=[other], signal_texts=[other], slug=text, issued_at_text=other,
    )  # fmt: skip
    assert one.pubstatus in ("usable", "withheld", "canceled")
    assert one.urgency is None or 1 <= one.urgency <= 9
