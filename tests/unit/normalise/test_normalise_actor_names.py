"""Names as wires print them, names that are nobody, and names that may be several."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from depeche.normalise.actors import actors

DAY = date(2016, 7, 6)
NAMES = [
    ("fr", "M. Obama a dit", "M. Obama", "Barack Obama"),
    ("fr", "Mme Merkel a dit", "Mme Merkel", "Angela Merkel"),
    ("fr", "le président Poutine", "président Poutine", "Vladimir Putin"),
    (
        "fr",
        "le secrétaire d’Etat américain John Kerry",
        "secrétaire d’Etat américain John Kerry",
        "John Kerry",
    ),
    ("fr", "POUTINE APPELLE OBAMA", "POUTINE", "Vladimir Putin"),
    ("fr", "Boris Eltsine", "Boris Eltsine", "Boris Yeltsin"),
    ("de", "Boris Jelzin", "Boris Jelzin", "Boris Yeltsin"),
    ("de", "Michail Gorbatschow", "Michail Gorbatschow", "Mikhail Gorbachev"),
    ("es", "Vladímir Putin", "Vladímir Putin", "Vladimir Putin"),
    ("ar", "فلاديمير بوتين", "فلاديمير بوتين", "Vladimir Putin"),
    ("ar", "وفلاديمير بوتين", "فلاديمير بوتين", "Vladimir Putin"),
    ("fr", "Serguei Lavrov", "Serguei Lavrov", "Sergey Lavrov"),
    ("fr", "Bachar el-Assad", "Bachar el-Assad", "Bashar al-Assad"),
    ("en", "Recep Tayyip Erdogan", "Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
    ("fr", "Franc\u0327ois Hollande", "Franc\u0327ois Hollande", "François Hollande"),
    ("en", "President al-Sisi said", "President al-Sisi", "Abdel Fattah el-Sisi"),
    ("de", "Präsident al-Sisi sagte", "Präsident al-Sisi", "Abdel Fattah el-Sisi"),
    ("pt", "Mikhail Gorbatchov disse", "Mikhail Gorbatchov", "Mikhail Gorbachev"),
    ("pt", "o presidente Gorbatchov disse", "presidente Gorbatchov", "Mikhail Gorbachev"),
    ("en", "UN Secretary-General Ban Ki-moon", "UN Secretary-General Ban Ki-moon", "Ban Ki-moon"),
]


@pytest.mark.parametrize(("language", "text", "said", "name"), NAMES)
def test_names_as_wires_print_them(find, language, text, said, name):
    assert find(text, language).get(said) == name


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Mme la présidente a dit"), ("fr", "Mme La Ministre"), ("en", "Nur-Sultan said it would")],
)
def test_a_particle_or_the_end_of_a_name_is_nobody(find, language, text):
    assert find(text, language, least=0) == {}


def test_a_surname_counts_after_the_full_name(find):
    assert find("David Cameron spoke. Cameron resigned.", "en")["Cameron"] == "David Cameron"
    assert "Cameron" not in find("Cameron resigned.", "en")


def test_an_honorific_and_a_surname_need_the_persons_state(find):
    assert find("Mrs May spoke in Britain.", "en", date(2017, 1, 1))["Mrs May"] == "Theresa May"
    assert "Mrs May" not in find("Mrs May spoke.", "en", date(2017, 1, 1))
    assert "Mrs Cameron" not in find("Mrs Cameron spoke in Britain.", "en")


UNKNOWN = [
    (
        "fr",
        "Le ministre malien Abdou Bazil a dit. Bazil est parti.",
        ["ministre malien Abdou Bazil", "Bazil"],
    ),
    ("fr", "Mme Ana Belzer a dit", ["Mme Ana Belzer"]),
    ("de", "Der malische Minister Abdou Bazil sagte", ["malische Minister Abdou Bazil"]),
    ("es", "El ministro Abdou Bazil dijo", ["ministro Abdou Bazil"]),
    ("en", "Malian Prime Minister Abdou Bazil said", ["Malian Prime Minister Abdou Bazil"]),
]


@pytest.mark.parametrize(("language", "text", "said"), UNKNOWN)
def test_a_title_names_people_the_authority_does_not_know(authority, language, text, said):
    made = [one for one in actors(None, text, language, DAY, authority) if one.actor_id.startswith("name:")]
    assert [mention.text for one in made for mention in one.mentions] == said
    assert [(one.wikidata_id, one.kind) for one in made] == [(None, "person")]


def test_a_capital_in_a_name_is_not_a_power(find):
    assert find("Writing by Sofia Christensen", "en") == {}


def test_a_headline_leans_on_the_text(find):
    found = find("David Cameron resigned.", "en", headline="Cameron quits")
    assert found["Cameron"] == "David Cameron"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Michelle Obama spoke."),
        ("en", "The Trump Tower burnt."),
        ("en", "It may be that a king or a rice grower in may"),
        ("fr", "un major, une blair, des rois et des reines"),
        ("fr", "Le Tour de France passe"),
        ("fr", "Il a pris un avion d'Air France"),
        ("en", "The former president spoke."),
        ("fr", "l'ancien président américain a parlé"),
        ("fr", "Il travaille chez un ami"),
        ("fr", "UN ACCORD EST SIGNE"),
        ("en", "let us go, who is it"),
        ("en", "Michael Jordan scored"),
    ],
)
def test_nobody_is_named(find, language, text):
    assert find(text, language) == {}


def test_two_adjectives_two_holders(find):
    assert set(find("Les présidents russe et américain", "fr").values()) == {"Vladimir Putin", "Barack Obama"}
    assert set(find("The Russian and Turkish presidents", "en").values()) == {
        "Vladimir Putin",
        "Recep Tayyip Erdoğan",
    }


def test_ambiguity_is_kept_as_candidates(find, authority):
    assert find("Le président congolais a dit", "fr") == {}
    low = [
        (actor.country_code, mention.rule, mention.confidence)
        for actor in actors(None, "Le président congolais a dit", "fr", DAY, authority)
        for mention in actor.mentions
    ]
    assert {code for code, _, _ in low} == {"CD", "CG"}
    assert all(rule == "office_holder_ambiguous" and sure < 0.5 for _, rule, sure in low)


def test_ambiguity_is_settled_by_the_dispatch_itself(find):
    found = find("Le président congolais a dit à Kinshasa", "fr")
    assert found == {"président congolais": "Joseph Kabila"}


def test_an_office_nobody_is_known_to_hold_stays_an_office(authority):
    (one,) = actors(None, "le président américain", "fr", date(1850, 1, 1), authority)
    assert (one.actor_id, one.kind, one.office_id) == ("office:US.president", "office", "US.president")


@pytest.mark.parametrize("language", [None, "xx", "fr-FR", "FR"])
def test_any_language_code(find, language):
    assert find("Vladimir Poutine", language) == {"Vladimir Poutine": "Vladimir Putin"}


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "M.", "le président de", "MM. et", "ONU" * 5000])
def test_odd_texts(find, text):
    assert isinstance(find(text, "fr", headline=text), dict)


NAMESAKES = [
    # The leader named is not the First Minister of Scotland, nor the witness Israel's minister.
    ("Sen. Mitch McConnell will retire. He asked to succeed Leader McConnell.", date(2003, 2, 1)),
    ("In the hall Raz Cohen hid. Israel heard Mr. Cohen tell it.", date(2023, 12, 28)),
]


@pytest.mark.parametrize(("text", "day"), NAMESAKES)
def test_a_surname_that_the_dispatch_gives_to_another_is_not_ours(find, text, day):
    assert not {"Jack McConnell", "Eli Cohen"} & set(find(text, "en", day).values())


def test_a_namesake_changes_nothing_for_who_is_named_in_full(find):
    text = "In the hall Raz Cohen hid. Foreign Minister Eli Cohen came. Mr. Cohen left."
    assert find(text, "en", date(2023, 12, 28))["Mr. Cohen"] == "Eli Cohen"


def test_a_name_that_goes_on_with_its_fathers_is_no_surname(find):
    found = find("The racing president Mohammed ben Sulayem spoke.", "en", date(2024, 2, 29))
    assert found == {"president Mohammed ben Sulayem": "Mohammed ben Sulayem"}


def test_dotted_initials_end_with_their_stop(find):
    assert set(find("The U.S. objected. So did the U.N. and the U.S.", "en")) == {"U.S.", "U.N."}


def test_a_name_is_known_in_both_spellings_of_english(find):
    for name in ("Organization", "Organisation"):
        found = find(f"The {name} of the Petroleum Exporting Countries met.", "en")
        assert found[f"{name} of the Petroleum Exporting Countries"].startswith(
            "Organization of the Petroleum"
        )


def test_a_date_is_no_group(find):
    assert find("From October 3 to November 17, 2023, it was open.", "en") == {}


PIECES = [
    "président", "Poutine", "M.", "MM.", "son homologue", "américain", "russe et américain", "de", "la", "Moscou",
    "à", "US", "president", "Secretary of State", "Putin", "régime", "Damas", "Vladimir", "et", ",", ".", "\n\n",
    "الرئيس", "الروسي", "е\u0301", "Kim Jong-un", "ONU", "Bundeskanzlerin", "'s", "Russia", "congolais", "ancien", "ministère", "Défense", "ministre", "Affaires étrangères",
]  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=some.lists(some.sampled_from(PIECES) | some.text(max_size=8), max_size=25),
    language=some.sampled_from([None, "fr", "en", "es", "de", "it", "pt", "ar"]),
    day=some.dates(),
)
def test_no_text_breaks_it(find, pieces, language, day):
    text = " ".join(pieces)
    find(text, language, day, headline=text[: len(text) // 2], least=0)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=some.text(max_size=300))
def test_any_unicode(find, text):
    find(text, None, headline=text, least=0)


def test_a_counterpart_is_of_an_office_that_his_state_has(find):
    text = "President Barack Obama met UN Secretary-General Ban Ki-moon. His French counterpart called."
    assert find(text, "en", date(2016, 7, 6))["French counterpart"] == "François Hollande"


OF_OTHER_SEX = [
    ("fr", "Hillary Clinton a parlé mercredi. M. Clinton a répondu.", "Hillary Clinton"),
    ("en", "Angela Merkel spoke. Mr Merkel answered.", "Angela Merkel"),
    ("fr", "Barack Obama a parlé. Mme Obama a répondu.", "Barack Obama"),
    ("es", "Cristina Kirchner habló. El señor Kirchner respondió.", "Cristina Kirchner"),
]


@pytest.mark.parametrize(("language", "text", "said"), OF_OTHER_SEX)
def test_a_surname_behind_an_honorific_of_the_other_sex_is_another(find, language, text, said):
    assert set(find(text, language, least=0)) == {said}


def test_an_honorific_tells_the_two_of_a_surname_apart(find):
    text = "Hillary Clinton spoke in the United States. Mr Clinton answered, then Mrs. Clinton and Clinton."
    found = find(text, "en", date(1999, 1, 1))
    assert (found["Mr Clinton"], found["Mrs. Clinton"]) == ("Bill Clinton", "Hillary Clinton")
