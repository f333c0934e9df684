"""Kind, signals, status and urgency by the values of metadata."""

from __future__ import annotations

import pytest

from depeche.normalise.lifecycle import lifecycle
from normalise_life import life
from normalise_places import dispatch


@pytest.mark.parametrize(
    ("kind_text", "genres", "kind", "words"),
    [
        ("Alert", [], "alert", "Alert"),
        ("News", [], "news", "News"),
        ("News", ["business", "Prev"], "preview", "Prev"),
        ("News", ["TextProgram"], "program", "TextProgram"),
        ("News", ["Update"], "update", "Update"),
        ("Sports Results", [], "results", "Sports Results"),
        ("News", ["Résultats sportifs"], "results", "Résultats sportifs"),
        ("Ergebnisse", [], "results", "Ergebnisse"),
        ("Resumen", [], "summary", "Resumen"),
        ("Cronología", [], "chronology", "Cronología"),
        ("Recuadro", [], "factbox", "Recuadro"),
        ("Urgente", [], "urgent", "Urgente"),
        ("Avance", [], "preview", "Avance"),
        ("Whatever", [], None, "Whatever"),
        ("Whatever", ["Article"], "news", "Article"),
    ],
)
def test_kind_from_metadata(kind_text: str, genres: list[str], kind: str | None, words: str) -> None:
    one = life(kind_text=kind_text, genres=genres)
    assert (one.kind, one.kind_text) == (kind, words)


def test_kinds_with_an_alias() -> None:
    assert life(kind_text="afpattribute:Lead").kind == "lead"
    assert life(genres=["Zusammenfassung"]).kind == "summary"


@pytest.mark.parametrize(
    ("status", "pubstatus", "flags"),
    [
        ("Usable", "usable", []), ("", "usable", []), ("Canceled", "canceled", []), ("Cancelled", "canceled", []),
        ("WithHeld", "withheld", []), ("Embargoed", "withheld", []), ("Zzz", "withheld", ["status_unreadable"]),
    ],
)  # fmt: skip
def test_status(status: str, pubstatus: str, flags: list[str]) -> None:
    one = life(status_text=status)
    assert (one.pubstatus, one.pubstatus_text, one.flags) == (pubstatus, status, flags)


@pytest.mark.parametrize(
    ("stated", "status"),
    [("stat:usable", "usable"), ("stat:canceled", "canceled"), ("pubstatusg2:withheld", "withheld"), ("stat:odd", "withheld")],
)  # fmt: skip
def test_statuses_of_newsml_g2(stated: str, status: str) -> None:
    assert life(status_text=stated).pubstatus == status


@pytest.mark.parametrize(
    ("urgency", "priority", "number", "flags"),
    [
        ("2", "4", 2, []), (None, "3", 3, ["urgency_from_priority"]), (None, None, None, []),
        ("x", "4", None, ["urgency_unreadable"]), ("0", None, None, ["urgency_unreadable"]),
        ("10", None, None, ["urgency_unreadable"]), ("٣", None, None, ["urgency_unreadable"]), (None, "r", None, []),
    ],
)  # fmt: skip
def test_urgency(urgency: str | None, priority: str | None, number: int | None, flags: list[str]) -> None:
    one = life(urgency_text=urgency, priority_text=priority)
    assert (one.urgency, one.urgency_text, one.flags) == (number, urgency, flags)


@pytest.mark.parametrize(
    ("letter", "urgency"), [("f", 1), ("U", 2), ("b", 3), ("r", 4), ("z", 4), ("d", 5), ("q", None)]
)
def test_priority_letters_of_anpa(letter: str, urgency: int | None) -> None:
    item = dispatch("Le texte.", format="anpa", priority_text=letter)
    assert lifecycle(item, item.text).urgency == urgency


@pytest.mark.parametrize(
    ("stated", "signal"),
    [
        ("sig:update", ["update"]), ("sig:correction", ["correction"]), ("edStat:U", ["update"]),
        ("sig:cwarn language", ["content_warning"]), ("dpasignal:x Berichtigung", ["correction"]),
        ("sig:atomic", []), ("revision 2: Canceled", []), ("Canceled 20200101T000000Z", []), ("db:superdesk", []),
    ],
)  # fmt: skip
def test_signals_of_newsml_g2(stated: str, signal: list[str]) -> None:
    one = life(signal_texts=[stated])
    assert (one.signal, one.pubstatus) == (signal, "usable")


@pytest.mark.parametrize(
    ("words", "kind", "signal"),
    [
        ("2nd Ld-Writethru", "update", ["update"]),
        ("1st Ld", "lead", []),
        ("3rd Ld", "lead", ["update"]),
        ("2ND LEAD", "lead", ["update"]),
        ("FLASH", "flash", []),
        ("EXTRA", None, []),
    ],
)
def test_announcing_lines_of_wires(words: str, kind: str | None, signal: list[str]) -> None:
    one = life(signal_texts=[words])
    assert (one.kind, one.signal) == (kind, signal)
