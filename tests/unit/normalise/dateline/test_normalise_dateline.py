"""The dateline's grammar: forms of eight languages, and sentences that are none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.normalise.dateline import dateline
from depeche.records import Reject, StatedPlace
from normalise_places import book, dispatch

BODY = "Les discussions reprendront lundi."
ISSUED = date(2016, 7, 6)

# (dateline as printed, places as (words, country), date, agencies)
FORMS = [
    ("STOCKHOLM, Aug 29, 2014 (AFP) - ", [("STOCKHOLM", "SE")], "2014-08-29", ["AFP"]),
    (
        "Gaza City, Palestinian Territories, May 16, 2015 (AFP) - ",
        [("Gaza City", "PS"), ("Palestinian Territories", "PS")],
        "2015-05-16",
        ["AFP"],
    ),
    ("Abidjan, Sept 21, 2015 (AFP) -", [("Abidjan", "CI")], "2015-09-21", ["AFP"]),
    ("(New York, NY - June 21) ", [("New York", "US"), ("NY", "US")], "2016-06-21", []),
    ("PARIS, Jan 1 (AFP) - ", [("PARIS", "FR")], "2016-01-01", ["AFP"]),
    ("Paris, 21 jan 2016 (AFP) - ", [("Paris", "FR")], "2016-01-21", ["AFP"]),
    ("Strasbourg, 10 juil 2015 (AFP) ", [("Strasbourg", "FR")], "2015-07-10", ["AFP"]),
    ("OSLO (AFP) - Mar 14 Mar 00 - 18h59 heure de Paris - ", [("OSLO", "NO")], "2000-03-14", ["AFP"]),
    ("Paris (AFP) – ", [("Paris", "FR")], None, ["AFP"]),
    ("PARIS (AFP) - – ", [("PARIS", "FR")], None, ["AFP"]),
    ("فريتاون, 26-11-2015 (أ ف ب) - ", [("فريتاون", "SL")], "2015-11-26", ["AFP"]),
    ("كييف (أوكرانيا), 25-11-2015 (أ ف ب) - ", [("كييف", "UA"), ("أوكرانيا", "UA")], "2015-11-25", ["AFP"]),
    ("باريس، ٦ يوليو/تموز ٢٠١٦ (أ ف ب) - ", [("باريس", "FR")], "2016-07-06", ["AFP"]),
    ("مدريد (أ ف ب) ", [("مدريد", "ES")], None, ["AFP"]),
    ("القاهرة - أ ف ب - ", [("القاهرة", "EG")], None, ["AFP"]),
    ("Paris (ats afp) ", [("Paris", "FR")], None, ["ATS", "AFP"]),
    ("Bangladesh TT-AFP\n", [("Bangladesh", "BD")], None, ["TT", "AFP"]),
    ("MOSCU, 6 Jul 2016 (AFP) - ", [("MOSCU", "RU")], "2016-07-06", ["AFP"]),
    ("LONDON, March 3 (Reuters) - ", [("LONDON", "GB")], "2016-03-03", ["REUTERS"]),
    ("March 4 (Reuters) - ", [], "2016-03-04", ["REUTERS"]),
    ("WASHINGTON (AP) — ", [("WASHINGTON", "US")], None, ["AP"]),
    ("CHARLESTON, Ill. (AP) — ", [("CHARLESTON", "US"), ("Ill.", "US")], None, ["AP"]),
    ("Berlin (dpa) - ", [("Berlin", "DE")], None, ["DPA"]),
    ("Düsseldorf (dpa/lnw) - ", [("Düsseldorf", "DE")], None, ["DPA"]),
    ("KIEW/MOSKAU (dpa) - ", [("KIEW", "UA"), ("MOSKAU", "RU")], None, ["DPA"]),
    ("Sao Paulo (Brasil), 23 may (EFE).- ", [("Sao Paulo", "BR"), ("Brasil", "BR")], "2016-05-23", ["EFE"]),
    ("Por Ana María Ruiz Madrid, 23 may (EFE).- ", [("Madrid", "ES")], "2016-05-23", ["EFE"]),
    ("EFE ac-c La Paz, 23 may (EFE).- ", [("La Paz", "BO")], "2016-05-23", ["EFE"]),
    ("(nota) Santo Domingo, 23 may (EFE).- ", [("Santo Domingo", "DO")], "2016-05-23", ["EFE"]),
    ("Río de Janeiro, 23 may (EFE).- ", [("Río de Janeiro", "BR")], "2016-05-23", ["EFE"]),
    ("BEIJING, July 6 (Xinhua) -- ", [("BEIJING", "CN")], "2016-07-06", ["XINHUA"]),
    ("LISBOA, 6 jul 2016 (AFP/Lusa) - ", [("LISBOA", "PT")], "2016-07-06", ["AFP", "LUSA"]),
    ("(ANSA) - ROMA, 6 LUG - ", [("ROMA", "IT")], "2016-07-06", ["ANSA"]),
    ("Brussel, 6 juli (ANP/AFP) - ", [("Brussel", "BE")], "2016-07-06", ["ANP", "AFP"]),
    ("AL-AIN, United Arab Emirates 1996-12-06\n\n", [("AL-AIN", "AE"), ("United Arab Emirates", "AE")], "1996-12-06", []),
    ("1996-08-30\n\n", [], "1996-08-30", []),
    ("MOSCOW, July 5. /TASS/. ", [("MOSCOW", "RU")], "2016-07-05", ["TASS"]),
    ("UNDATED (AP) — ", [], None, ["AP"]),
    ("UNITED NATIONS, July 5 (Reuters) - ", [], "2016-07-05", ["REUTERS"]),
    ("Genève, 24. — ", [("Genève", "CH")], "2016-06-24", []),
    ("Genève, 24 (AFP). — ", [("Genève", "CH")], "2016-06-24", ["AFP"]),
    ("Londres, 3 mai. ", [("Londres", "GB")], "2016-05-03", []),
    ("LUXEMBOURG, 19 JUIN.\n", [("LUXEMBOURG", "LU")], "2016-06-19", []),
    ("LONDON — ", [("LONDON", "GB")], None, []),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "places", "day", "agencies"), FORMS, ids=[f[0].strip() for f in FORMS])
def test_forms(printed, places, day, agencies):
    text = printed + BODY
    found, body, flags = dateline(dispatch(text), ISSUED, "fr", book())
    assert found is not None
    assert [(p.text, p.country_code) for p in found.places] == places
    assert (found.date, found.agencies) == (day, agencies)
    assert text[body:] == BODY
    assert text[found.start : found.end] == found.text == printed.strip()
    assert flags == []


SENTENCES = [
    "Paris a annoncé mercredi (AFP) la reprise des discussions.",
    "Le 24 février, Moscou a envoyé des troupes.",
    "Le 6 juillet 2016 (jour de fête) - la ville",
    "Bordeaux - Lille : 2-1",
    "Paris-Roubaix : le vainqueur",
    "PARIS 2024 : les Jeux commencent.",
    "La France - qui préside l'Union - propose",
    "Washington Post says it will",
    "L'ONU (Organisation des Nations unies) - créée en 1945 -",
    "M. Poutine (AFP) a dit",
    "Barack Obama, 54 ans, a dit",
    "May 6, 2016 was a day to remember.",
    "WASHINGTON — PARIS — LONDON",
    "Moscow, May 9, 1945, the war ended.",
    "قالت وزارة الصحة (في غزة) إن عدد القتلى",
    "« Les deux parties » (AFP) - dit-il",
    "",
    "-",
    "()",
    "(AFP",
    "((((((((((",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences_are_no_datelines(text):
    assert dateline(dispatch(text), ISSUED, "fr", book())[:2] == (None, 0)


def test_ships_stand_where_cities_do():
    for words in ("ABOARD THE USS ROOSEVELT", "A bord du Charles de Gaulle", "An Bord der «Gorch Fock»"):
        found, _, _ = dateline(dispatch(f"{words}, 6 juil 2016 (AFP) - {BODY}"), ISSUED, "fr", book())
        assert found is not None
        assert (found.places[0].city_id, found.places[0].rule) == (None, "aboard")


def test_the_year_of_a_december_dateline_in_january_is_the_old_one():
    clean = dispatch(f"PARIS, 31 déc (AFP) - {BODY}")
    assert dateline(clean, date(2016, 1, 1), "fr", book())[0].date == "2015-12-31"


def test_a_year_taken_from_the_collection_is_flagged():
    found, _, flags = dateline(dispatch(f"PARIS, 31 août (AFP) - {BODY}"), None, "fr", book())
    assert (found.date, flags) == ("2015-08-31", ["dateline_year_guessed"])


@pytest.mark.parametrize(
    "printed",
    [
        "PARIS, 6 juil 1066 (AFP) -", "PARIS, 45 jan 2019 (AFP) -", "PARIS, 31 fév 2016 (AFP) -",
        "PARIS, Feb 31, 2016 (AFP) -", "PARIS, 29 fév 2015 (AFP) -", "PARIS, 2016-13-41 (AFP) -", "PARIS, 31 June (AFP) -",
    ],
)  # fmt: skip
def test_a_day_there_is_not_is_no_date(printed):
    clean = dispatch(f"{printed} Les discussions reprendront lundi.")
    for one, body in ((clean, len(printed) + 1), (dispatch("Le texte.", dateline_text=printed), 0)):
        found, start, flags = dateline(one, date(2016, 7, 6), "fr", book())
        assert found is not None
        assert (found.text, found.date, found.date_precision, start) == (printed, None, None, body)
        assert [(p.text, p.country_code) for p in found.places] == [("PARIS", "FR")]
        assert found.agencies == ["AFP"]
        assert flags == ["dateline_date_absurd"]


def test_a_day_there_is_not_makes_no_dateline_without_an_agency():
    for text in ("PARIS, 45 jan 2019 - Les discussions.", "Paris, 31 juin 2016 - Les discussions."):
        assert dateline(dispatch(text), date(2016, 7, 6), "fr", book())[0] is None


@pytest.mark.parametrize(
    ("figures", "issued", "day"),
    [
        ("07/06/2016", date(2016, 7, 6), "2016-07-06"), ("07/06/2016", date(2016, 6, 7), "2016-06-07"),
        ("06/07/2016", date(2016, 7, 7), "2016-07-06"), ("07/06/2016", date(2016, 9, 1), "2016-06-07"),
        ("07/23/2016", date(2016, 9, 1), "2016-07-23"),
    ],
)  # fmt: skip
def test_the_issue_date_settles_which_figure_is_the_day(figures, issued, day):
    found, _, _ = dateline(dispatch(f"WASHINGTON, {figures} (AP) - Talks."), issued, "en", book())
    assert found is not None
    assert found.date == day


def test_joined_agencies_end_a_dateline_before_a_sentence():
    text = "Bangladesh TT-AFP The talks will resume on Monday."
    found, body, _ = dateline(dispatch(text), date(2016, 7, 6), "en", book())
    assert found is not None
    assert (found.text, found.agencies, text[body : body + 9]) == (
        "Bangladesh TT-AFP",
        ["TT", "AFP"],
        "The talks",
    )
    assert dateline(dispatch("Bangladesh AFP The talks."), date(2016, 7, 6), "en", book())[0] is None


def test_a_time_of_four_figures_is_no_year():
    found, _, flags = dateline(
        dispatch("PARIS, July 6, 0600 GMT (AFP) - Talks."), date(2016, 7, 6), "en", book()
    )
    assert found is not None
    assert (found.date, flags) == ("2016-07-06", [])


def test_agencies_that_are_gone_are_known_where_the_date_is_not():
    clean = dispatch("Paris, 23. Jan. (Havas.) Der Ministerrat tagte.")
    assert dateline(clean, None, "de", book())[0].agencies == ["HAVAS"]
    assert dateline(clean, date(2016, 7, 6), "de", book())[0].agencies == []


def test_teleprinter_headers():
    header = "FRA0064 1 G 0004 FRA/AFP-RC58"
    found, body, _ = dateline(dispatch(f"{header}\n\nFLASH\n\n{BODY}"), ISSUED, "fr", book())
    assert (found.text, found.agencies, found.rule) == (header, ["AFP"], "teleprinter")
    text = f"{header}\n\nPARIS, 6 juil (AFP) - {BODY}"
    found, body, _ = dateline(dispatch(text), ISSUED, "fr", book())
    assert (found.places[0].name, text[body:]) == ("Paris", BODY)


@given(st.text(max_size=300))
def test_any_text_is_survived_with_exact_offsets(text):
    check(text)


PIECES = st.sampled_from(
    [*"()-–—.,:/ \n«\"'", "PARIS", "Paris", "Le", "de", "(AFP)", "AFP", "6", "juil", "July", "2016", "24.", "موسكو",
     "(أ ف ب)", "Por", "By", "Santo", "Domingo", "dpa", "(dpa/lsw)", "aboard", "2016-07-06", "29 février", "EFE", "ǅ",
     "ß", "İ", "\u0301", "\ud800"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join), st.booleans())
def test_any_heap_of_dateline_words_is_survived(text, spaced):
    check(text.replace(")", ") ") if spaced else text)


def check(text: str) -> None:
    clean = dispatch(
        text, dateline_text=text[:80], dateline_date_text=text[:20], location=StatedPlace(city=text[:30])
    )
    for given_clean in (clean, dispatch(text)):
        try:
            found, body, _ = dateline(given_clean, None, None, book())
        except Reject:
            continue
        assert 0 <= body <= len(text)
        if found is not None and found.start is not None:
            assert text[found.start : found.end] == found.text
            assert found.end <= body


TALKS = "The ministry said on Wednesday that the talks with its neighbour would resume next week."


@pytest.mark.parametrize("words", ["New Delhi:", "NEW DELHI:", "Islamabad :"])
def test_a_city_and_a_colon_open_a_dispatch(words):
    found, body, _ = dateline(dispatch(f"{words} {TALKS}"), ISSUED, "en", book())
    assert (found.text, found.rule) == (words, "place_colon")
    assert body == len(words) + 1


@pytest.mark.parametrize(
    "text",
    [
        f"Paris: the plan\n\n{TALKS}",
        f"Paris: The plan\n\n{TALKS}",
        f"London: {TALKS}\nBerlin: {TALKS}",
        f"Sport: {TALKS}",
        f"Georgia: {TALKS}",
        f"(as seen from Berlin) {TALKS}",
    ],
)
def test_a_heading_a_list_or_another_word_before_a_colon_is_no_dateline(text):
    assert dateline(dispatch(text), ISSUED, "en", book())[:2] == (None, 0)
