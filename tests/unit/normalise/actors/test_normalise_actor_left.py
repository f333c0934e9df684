"""Who has just died or left an office, and offices that are said to be theirs."""

from datetime import date

import pytest

KACZYNSKI, KOMOROWSKI = "Lech Kaczyński", "Bronisław Komorowski"
LATER = date(2010, 4, 20)


@pytest.mark.parametrize(
    ("language", "text", "day", "name"),
    [
        ("en", "Sri Lanka's president resigned by email.", date(2022, 7, 15), "Gotabaya Rajapaksa"),
        ("en", "Poland's president and central bank governor were killed.", date(2010, 4, 11), KACZYNSKI),
        ("en", "The funeral of Poland's president was held.", LATER, KACZYNSKI),
        ("fr", "Le président tchadien est mort mardi au front.", date(2021, 4, 21), "Idriss Déby"),
        ("fr", "Les funérailles du président tchadien auront lieu.", date(2021, 4, 22), "Idriss Déby"),
        ("es", "El presidente peruano renunció el miércoles.", date(2018, 3, 23), "Pedro Pablo Kuczynski"),
        ("de", "Der Rücktritt des Bundespräsidenten schockt.", date(2010, 6, 2), "Horst Köhler"),
        ("ar", "وفاة الرئيس التشادي", date(2021, 4, 21), "Idriss Déby"),
        ("en", "Syria's Assad said he would not return.", date(2024, 12, 9), "Bashar al-Assad"),
        # Whoever has it by now, where the words are of another, or say so, or it is long ago.
        ("en", "Poland's president said the funeral was held.", LATER, KOMOROWSKI),
        ("en", "Poland's acting president resigned to calls.", date(2010, 4, 11), KOMOROWSKI),
        ("en", "Poland's president has resigned.", date(2010, 6, 20), KOMOROWSKI),
        ("es", "El presidente peruano juró el viernes.", date(2018, 3, 23), "Martín Vizcarra Cornejo"),
    ],
)
def test_who_has_just_left_an_office(find, language, text, day, name):
    assert name in find(text, language, day).values()


@pytest.mark.parametrize(
    ("language", "text", "said", "name"),
    [
        ("fr", "Kiev refuse, a dit son Premier ministre.", "Premier ministre", "Arseniy Yatsenyuk"),
        (
            "fr",
            "François Hollande et son ministre de la Défense.",
            "ministre de la Défense",
            "Jean-Yves Le Drian",
        ),
        ("en", "Obama met Netanyahu and his defence minister.", "defence minister", "Moshe Ya'alon"),
        ("en", "Merkel told Putin her foreign minister left.", "foreign minister", "Frank-Walter Steinmeier"),
        ("en", "France's president and prime minister wrote.", "prime minister", "Manuel Valls"),
        ("de", "Kanzlerin Merkel und ihr Außenminister.", "Außenminister", "Frank-Walter Steinmeier"),
        ("es", "El presidente colombiano y su canciller.", "canciller", "María Ángela Holguín"),
        ("it", "Matteo Renzi e il suo ministro degli Esteri.", "ministro degli Esteri", "Paolo Gentiloni"),
        ("pt", "Dilma Rousseff e o seu ministro da Defesa.", "ministro da Defesa", "Jaques Wagner"),
    ],
)
def test_an_office_of_the_state_last_spoken_of(find, language, text, said, name):
    assert find(text, language, date(2015, 7, 14)).get(said) == name


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fr", "Le parti de M. Modi et son président protestent.", "président"),
        ("fr", "Le Parlement français et son président protestent.", "président"),
        ("en", "The Russian bank and its president protest.", "president"),
        ("en", "Merkel and his foreign minister protest.", "foreign minister"),
        ("en", "France protested. \n\n The club and its prime minister.", "prime minister"),
        ("en", "Of America its leader, Charlie Young, spoke.", "leader"),
        ("en", "Netanyahu met its foreign minister, Charlie Young, today.", "foreign minister"),
        ("de", "Putin und ihr Außenminister.", "Außenminister"),
    ],
)
def test_an_office_that_is_not_said_to_be_theirs(find, language, text, said):
    assert said not in find(text, language, date(2015, 7, 14))


@pytest.mark.parametrize(
    ("language", "text", "said", "name"),
    [
        ("fr", "Le président et le Premier ministre maliens sont là.", "président", "Ibrahim Boubacar Keïta"),
        ("fr", "Obama est là. Le président et le Premier ministre maliens aussi.", "président", "Ibrahim Boubacar Keïta"),
        ("es", "El presidente y el primer ministro franceses se reunieron.", "presidente", "François Hollande"),
        ("it", "Il presidente e il ministro degli Esteri italiani ci sono.", "presidente", "Sergio Mattarella"),
        ("pt", "O presidente e o primeiro-ministro franceses reuniram-se.", "presidente", "François Hollande"),
    ],
)  # fmt: skip
def test_an_office_that_shares_its_adjective_with_the_next(find, language, text, said, name):
    assert find(text, language, date(2015, 7, 14)).get(said) == name


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le président et le Premier ministre malien sont là."),  # of the second alone
        ("fr", "Le président et le Premier ministre français sont là."),  # a singular, it may be
        ("es", "El presidente y el primer ministro francés se reunieron."),
        ("fr", "Le président et les ministres maliens sont là."),  # whose the first is stays open
        ("fr", "Le président, le Premier ministre maliens."),
        ("en", "The president and the prime ministers Malians like."),
    ],
)
def test_an_office_beside_one_with_an_adjective_of_its_own(find, language, text):
    assert not {"président", "presidente", "president"} & find(text, language, date(2015, 7, 14)).keys()
