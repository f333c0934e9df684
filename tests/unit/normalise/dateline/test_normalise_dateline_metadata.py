"""The dateline's words beside what the format's own fields say of it."""

from datetime import date

from depeche.normalise.dateline import dateline
from depeche.records import StatedPlace
from normalise_places import book, dispatch

BODY = "Les discussions reprendront lundi."
ISSUED = date(2016, 7, 6)


def test_the_format_s_own_field_has_no_offsets_and_cuts_nothing():
    clean = dispatch(BODY, dateline_text=" MOSCOU, 6 juil 2016 (AFP) - ")
    found, body, flags = dateline(clean, ISSUED, "fr", book())
    assert (found.text, found.start, found.end, found.rule, body) == (
        "MOSCOU, 6 juil 2016 (AFP) -", None, None, "field", 0,
    )  # fmt: skip
    assert flags == []


def test_only_a_field_without_a_year_has_its_year_guessed():
    found, _, flags = dateline(
        dispatch(BODY, dateline_text="MOSCOU, 6 juil 2014 (AFP) - "), None, "fr", book()
    )
    assert (found.date, flags) == ("2014-07-06", [])
    _, _, flags = dateline(dispatch(BODY, dateline_text="MOSCOU, 6 juil (AFP) - "), None, "fr", book())
    assert flags == ["dateline_year_guessed"]


def test_a_field_that_holds_no_dateline_is_kept_and_flagged():
    found, _, flags = dateline(dispatch(BODY, dateline_text="2014-07-17T..."), ISSUED, "fr", book())
    assert (found.text, found.places, found.rule) == ("2014-07-17T...", [], "unread")
    assert flags == ["dateline_unread"]


def test_metadata_alone_give_a_dateline_without_words():
    clean = dispatch(
        BODY, location=StatedPlace(city="موسكو", country="RUS"), dateline_date_text="20160706T092043+0000"
    )
    found, _, _ = dateline(clean, ISSUED, "ar", book())
    assert (found.text, found.rule, found.date) == (None, "metadata_location", "2016-07-06")
    assert [(p.name, p.country_code3) for p in found.places] == [("Moscow", "RUS")]


def test_metadata_s_open_country_is_no_country():
    clean = dispatch(BODY, location=StatedPlace(city="Nowhere-upon-Void", country="ZZZ"))
    assert dateline(clean, ISSUED, "fr", book())[0].places[0].country_code is None


def test_words_against_metadata_are_flagged_and_the_words_win():
    clean = dispatch(f"BERLIN, 6 juil 2016 (AFP) - {BODY}", location=StatedPlace(city="Paris", country="FRA"))
    found, _, flags = dateline(clean, ISSUED, "fr", book())
    assert (found.places[0].name, flags) == ("Berlin", ["dateline_disagrees"])
    clean = dispatch(f"BERLIN, 6 juil 2016 (AFP) - {BODY}", dateline_date_text="20160101T000000Z")
    assert dateline(clean, ISSUED, "fr", book())[2] == ["dateline_disagrees"]


def test_metadata_complete_what_the_words_leave_open():
    clean = dispatch(
        f"BERLIN (AFP) - {BODY}",
        location=StatedPlace(city="Berlin", country="DEU"),
        dateline_date_text="20160706T092043+0000",
    )
    found, _, flags = dateline(clean, ISSUED, "de", book())
    assert (found.date, flags) == ("2016-07-06", [])
