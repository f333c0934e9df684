"""Usage terms in notes to editors, in copyright notices and in lines that are one sentence."""

from __future__ import annotations

import pytest

from depeche.normalise.rights import rights
from depeche.normalise.rights.lines import is_terms
from depeche.normalise.rights.notes import LONGEST_NOTE, noted
from depeche.records import StatedParty
from normalise_places import dispatch


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("NO ARCHIVE", {"NO ARCHIVE": ["no_archive"]}),
        ("ACTUALISE avec la date. Ne pas archiver.", {"Ne pas archiver.": ["no_archive"]}),
        ("Keine Archivierung.", {"Keine Archivierung.": ["no_archive"]}),
        ("MANDATORY CREDIT; NO SALES; NO ARCHIVE", {"NO SALES": ["not_for:resale"], "NO ARCHIVE": ["no_archive"]}),
        ("UPDATES with quotes; no archive", {"no archive": ["no_archive"]}),
        ("Corrects spelling, no archive", {"Corrects spelling, no archive": ["no_archive"]}),
        ("Updates: this story may not be archived", {"Updates: this story may not be archived": ["no_archive"]}),
        ("Eds: No archive.", {"Eds: No archive.": ["no_archive"]}),
        ("EDS: NO ARCHIVE, GERMANY OUT", {"EDS: NO ARCHIVE, GERMANY OUT": ["no_archive", "not_in:DE"]}),
        ("Will be updated. U.S. OUT", {"U.S. OUT": ["not_in:US"]}),
        ("NO RUSSIA, NO BELARUS", {"NO RUSSIA, NO BELARUS": ["not_in:RU", "not_in:BY"]}),
        ("Pas d'archivage, pas de revente", {"Pas d'archivage, pas de revente": ["no_archive", "not_for:resale"]}),
        ("This story may not be archived or resold.", {"This story may not be archived or resold.": ["no_archive"]}),
    ],
)  # fmt: skip
def test_sentences_of_notes_that_hold_a_rule(note: str, expected: dict[str, list[str]]) -> None:
    assert noted(note) == expected


@pytest.mark.parametrize(
    "note",
    [
        "Adds quotes, background",
        "Updates archive figures",
        "(corrects para 4: not for sale in Germany)",
        "Corrects para 2 to say files were not archived",
        "Corrects para 2: not archived",
        "RECASTS LEAD, GERMANY OUT OF EURO",
        "EDS: UPDATES WITH GERMANY OUT",
        "Germany out",
        "No sales figures yet",
        "no print story planned",
        "No archive pictures available",
        "There is no archive restriction on this story",
        "Removes archive restrictions",
        "Photos not archived yet",
        "Says museum had no archive",
        "Neue Zahlen aus dem Archivverbot-Prozess",
        "No storage figures yet",
        "Copyright 2017 Dow Jones. All Rights Reserved",
        "",
    ],
)
def test_other_notes_give_nothing(note: str) -> None:
    assert noted(note) == {}


def test_a_long_note_is_read_in_time() -> None:
    assert noted("NO ARCHIV " * 20_000) == {}
    assert noted("NO " * 20_000) == {}
    assert noted(" -" * LONGEST_NOTE) == {}


def test_notes_signals_and_copyright_become_terms_behind_the_stated_ones() -> None:
    clean = dispatch(
        "x",
        usage_terms=["GERMANY OUT"],
        advisory="Adds quotes\nNO ARCHIVE",
        signal_texts=["update", "No resale"],
        parties=[StatedParty(role="copyright", text="Copyright AFP. Archivage interdit.")],
    )
    assert rights(clean) == (
        "GERMANY OUT\nNO ARCHIVE\nNo resale\nArchivage interdit.",
        ["not_in:DE", "no_archive", "not_for:resale"],
    )
    assert rights(dispatch("x"), "x", "NO ARCHIVE") == ("NO ARCHIVE", ["no_archive"])


def test_a_plain_copyright_notice_and_other_parties_give_none() -> None:
    notice = StatedParty(role="copyright", text="© 2017 AFP. Tous droits réservés")
    author = StatedParty(role="creator", text="No Archive")
    assert rights(dispatch("x", parties=[notice, author])) == (None, [])


@pytest.mark.parametrize(
    "line",
    ["Prohibido archivar.", "Ne pas archiver.", "No archive.", "(Keine Archivierung. Keine Weitergabe.)", "(No archive)",
     "Dieser Text darf nicht archiviert werden.", "This story may not be archived.", "L'archivage est interdit.",
     "(Sin archivo, sin ventas.)", "Editorial use only."],
)  # fmt: skip
def test_a_line_of_one_sentence_is_terms(line: str) -> None:
    for text in (f"{line}\n\nThe text.\n\nIts end.", f"The text.\n\nIts end.\n\n{line}"):
        assert rights(dispatch(text), text)[0] == line
    assert is_terms(line)


@pytest.mark.parametrize(
    "line",
    ["The letters were not archived.", "No archive fee.", "These may not be archived.", "Kein Archiv, keine Quellen.", "No internet.",
     "No storage.", "Not archived.", "No Italy. No Argentina.", "Not in Germany. Not in France.", "NOT IN BRITAIN, SAYS MINISTER", "NO RUSSIA, NO DEAL",
     "U.S. OUT OF DEAL"],
)  # fmt: skip
def test_sentences_of_stories_are_no_terms(line: str) -> None:
    text = f"The text.\n\nIts end.\n\n{line}"
    assert rights(dispatch(text), text) == (None, [])
    assert not is_terms(line)
