"""What stands above a dateline or inside it: authors, notes, slugs, orders to editors, a headline."""

from datetime import date

import pytest

from depeche.normalise.dateline import byline_of, dateline
from depeche.normalise.dateline.above import is_author, is_byline, lines_above, may_follow
from normalise_places import book, dispatch

BODY = "Les discussions reprendront lundi."
ISSUED = date(2016, 7, 6)


@pytest.mark.parametrize("above", ["By Jane Doe", "(Updates with quotes)", "2ND LEAD", "Talks resume"])
def test_lines_that_may_stand_above(above):
    text = f"{above}\n\nLONDON, March 3 (Reuters) - Talks resume on Monday."
    found, body, _ = dateline(dispatch(text, headline="Talks resume"), ISSUED, "en", book())
    assert found is not None
    assert found.text == "LONDON, March 3 (Reuters) -"
    assert text[body:] == "Talks resume on Monday."


def test_below_a_sentence_only_agencies_beside_a_place_count():
    above = "He spoke for an hour. Then he left.\n\n"
    found, _, _ = dateline(dispatch(f"{above}LONDON, March 3 (Reuters) - Talks."), ISSUED, "en", book())
    assert found is not None
    for text in (f"{above}LONDON — Talks.", f"{above}LONDON, March 3 - Talks.", f"{above}He (AFP) - left."):
        assert dateline(dispatch(text), ISSUED, "en", book())[:2] == (None, 0)


def test_lines_above_are_told_apart():
    text = "GOBIERNO INVESTIDURA\n\nRajoy pide apoyo\n\nPor Ana Ruiz\n\n(nota)\n\nUna frase entera.\n\nMadrid (EFE).- Hoy"
    start = text.index("Madrid")
    assert lines_above(text, start, None) == ("Rajoy pide apoyo", "Por Ana Ruiz", ["Una frase entera."])
    assert lines_above(text, start, "Otro") == (
        None,
        "Por Ana Ruiz",
        ["Rajoy pide apoyo", "Una frase entera."],
    )
    assert lines_above(text, 0, None) == (None, None, [])


@pytest.mark.parametrize(
    "order",
    [
        "UPDATES with quotes, background",
        "EMBARGO jusqu'à mardi 5 janvier 2016 à 06h00 GMT",
        "ATTENTION - ACTUALISE avec déclarations ///",
        "Sperrfrist: 5. Januar 2016, 6 Uhr",
    ],
)
def test_an_order_to_editors_is_no_headline(order):
    text = f"{order}\n\nTalks resume\n\nLONDON, Jan 2 (Reuters) - They met."
    assert lines_above(text, text.index("LONDON"), None) == ("Talks resume", None, [])
    alone = f"{order}\n\nLONDON, Jan 2 (Reuters) - They met."
    assert lines_above(alone, alone.index("LONDON"), None) == (None, None, [])


def test_the_author_inside_the_dateline():
    clean = dispatch("Por Ana María Ruiz Madrid, 23 may (EFE).- Hoy")
    found, _, _ = dateline(clean, ISSUED, "es", book())
    assert byline_of(clean, found, book()) == "Por Ana María Ruiz"
    clean = dispatch(f"PARIS (AFP) - {BODY}")
    assert byline_of(clean, dateline(clean, ISSUED, "fr", book())[0], book()) is None


@pytest.mark.parametrize("above", ["Japan Get Lucky Win", "SOCCER - JAPAN GET LUCKY WIN", "Titre"])
@pytest.mark.parametrize("author", ["Nadim Ladki", "By Nadim Ladki", "J. Van-Dam"])
@pytest.mark.parametrize(
    "printed", ["AL-AIN, United Arab Emirates 1996-12-06\n", "LONDON, March 3 (Reuters) -"]
)
def test_an_author_between_headline_and_dateline(above, author, printed):
    text = f"{above}\n{author}\n{printed} Talks resume on Monday."
    found, body, _ = dateline(dispatch(text), ISSUED, "en", book())
    assert found is not None
    assert (found.text, text[body:]) == (printed.strip(), "Talks resume on Monday.")
    titled, byline, kept = lines_above(text, found.start, None)
    assert (byline, kept) == (author, [])
    assert titled == above or (above.isupper() and author.startswith("By"))


def test_two_names_alone_are_a_headline():
    text = "Macron Wins\n\nLONDON, March 3 (Reuters) - Talks."
    assert lines_above(text, text.index("LONDON"), None) == ("Macron Wins", None, [])
    slugged = f"2ND LEAD\n\n{text}"
    assert lines_above(slugged, slugged.index("LONDON"), None) == ("Macron Wins", None, [])
    signed = "Jane Doe\n\nLONDON, March 3 (Reuters) - Talks."
    assert lines_above(signed, signed.index("LONDON"), "Macron wins") == (None, "Jane Doe", [])


def test_no_dateline_below_a_sentence_and_a_name():
    assert not may_follow(["He spoke for an hour.", "Nadim Ladki"], None)
    assert not may_follow(["Japan get lucky win"], None)
    assert may_follow([], None)


def test_author_lines():
    assert is_author("Nadim Ladki")
    assert is_author("Jean-Luc O'Hara Ruiz")
    assert not is_author("Talks resume")
    assert not is_author("LUCKY WIN")
    assert not is_author("Paris")
    assert not is_author("Ana Ruiz, Madrid")
    assert is_byline("By Jane Doe and John Roe")
    assert not is_byline("By the time he left, it was over.")
    assert not is_byline("Paris")


def test_below_an_author_stands_whose_writer_it_is() -> None:
    text = (
        "Minister resigns\nBy JANE ROE\nAssociated Press Writer\n\nWASHINGTON (AP) - The minister resigned."
    )
    assert lines_above(text, text.index("WASHINGTON"), None) == ("Minister resigns", "By JANE ROE", [])


def test_an_order_that_ends_in_a_stop_is_no_sentence_above_a_dateline() -> None:
    assert may_follow(["Minister resigns", "Eds: UPDATES with quotes, background.", "By JANE ROE"], None)
    assert not may_follow(["Minister resigns", "The minister resigned.", "By JANE ROE"], None)


def test_a_numbered_update_is_a_headline_and_no_order() -> None:
    text = "UPDATE 2-Minister resigns, says aide\n\nLONDON, July 6 (Reuters) - The minister resigned."
    assert lines_above(text, text.index("LONDON"), None).headline == "UPDATE 2-Minister resigns, says aide"
