"""Who is found, in which language, as of which day: offices, counterparts, places that act and bodies."""

from datetime import date

import pytest

from depeche.normalise.actors import actors

DAY = date(2016, 7, 6)
OFFICES = [
    ("fr", "Le président américain a parlé.", "président américain", "Barack Obama"),
    ("fr", "Le président des Etats-Unis a parlé.", "président des Etats-Unis", "Barack Obama"),
    ("fr", "La chancelière allemande a parlé.", "chancelière allemande", "Angela Merkel"),
    ("fr", "La chancelière a parlé.", "chancelière", "Angela Merkel"),
    ("fr", "le chef de la diplomatie russe", "chef de la diplomatie russe", "Sergey Lavrov"),
    (
        "fr",
        "le ministre russe des Affaires étrangères",
        "ministre russe des Affaires étrangères",
        "Sergey Lavrov",
    ),
    ("fr", "le secrétaire d'Etat américain", "secrétaire d'Etat américain", "John Kerry"),
    ("fr", "le secrétaire général de l'ONU a dit", "secrétaire général de l'ONU", "Ban Ki-moon"),
    ("fr", "Le Premier ministre turc a dit", "Premier ministre turc", "Binali Yıldırım"),
    ("fr", "le roi d'Espagne", "roi d'Espagne", "Felipe VI"),
    ("fr", "le pape a dit", "pape", "Francis"),
    ("en", "The US president said.", "US president", "Barack Obama"),
    ("en", "the U.S. president said.", "U.S. president", "Barack Obama"),
    ("en", "Russia's president said.", "Russia's president", "Vladimir Putin"),
    ("en", "The president of Russia said.", "president of Russia", "Vladimir Putin"),
    ("en", "the French foreign minister", "French foreign minister", "Jean-Marc Ayrault"),
    ("en", "the British foreign secretary", "British foreign secretary", "Philip Hammond"),
    ("en", "the US Secretary of State", "US Secretary of State", "John Kerry"),
    ("en", "NATO's secretary general; the NATO chief said", "NATO chief", "Jens Stoltenberg"),
    ("de", "Der russische Präsident sagte", "russische Präsident", "Vladimir Putin"),
    ("de", "des russischen Präsidenten", "russischen Präsidenten", "Vladimir Putin"),
    ("de", "Russlands Präsident sagte", "Russlands Präsident", "Vladimir Putin"),
    ("de", "US-Präsident", "US-Präsident", "Barack Obama"),
    ("de", "Der Kremlchef sagte", "Kremlchef", "Vladimir Putin"),
    ("de", "Die Bundeskanzlerin sagte", "Bundeskanzlerin", "Angela Merkel"),
    ("de", "der französische Außenminister", "französische Außenminister", "Jean-Marc Ayrault"),
    ("es", "El presidente ruso dijo", "presidente ruso", "Vladimir Putin"),
    ("es", "el canciller ruso dijo", "canciller ruso", "Sergey Lavrov"),
    ("es", "la canciller alemana dijo", "canciller alemana", "Angela Merkel"),
    ("es", "el presidente de Venezuela", "presidente de Venezuela", "Nicolás Maduro"),
    ("es", "el presidente del Gobierno español", "presidente del Gobierno español", "Mariano Rajoy"),
    ("pt", "o presidente russo disse", "presidente russo", "Vladimir Putin"),
    ("it", "il presidente russo ha detto", "presidente russo", "Vladimir Putin"),
    ("ar", "قال الرئيس الروسي", "الرئيس الروسي", "Vladimir Putin"),
    ("ar", "قال وزير الخارجية الأميركي", "وزير الخارجية الأميركي", "John Kerry"),
]


@pytest.mark.parametrize(("language", "text", "said", "name"), OFFICES)
def test_an_office_gives_its_holder_on_the_day(find, language, text, said, name):
    assert find(text, language).get(said) == name


@pytest.mark.parametrize(
    ("day", "name"),
    [("1999-12-30", "Boris Yeltsin"), ("2004-01-01", "Vladimir Putin"), ("2010-01-01", "Dmitry Medvedev")],
)
def test_the_holder_changes_with_the_day(find, day, name):
    assert find("Le président russe a dit", "fr", date.fromisoformat(day)) == {"président russe": name}


RELATIONAL = [
    ("fr", "Vladimir Poutine a vu son homologue américain.", "homologue américain", "Barack Obama"),
    ("fr", "Sergueï Lavrov a vu son homologue américain.", "homologue américain", "John Kerry"),
    ("fr", "Angela Merkel a vu son homologue français.", "homologue français", "Manuel Valls"),
    ("en", "John Kerry met his Turkish counterpart.", "Turkish counterpart", "Mevlüt Çavuşoğlu"),
    ("en", "The Russian president met his French counterpart.", "French counterpart", "François Hollande"),
    (
        "de",
        "Sergej Lawrow und sein deutscher Amtskollege",
        "deutscher Amtskollege",
        "Frank-Walter Steinmeier",
    ),
    ("es", "Barack Obama y su homólogo ruso", "homólogo ruso", "Vladimir Putin"),
    ("ar", "التقى سيرغي لافروف نظيره الأميركي", "نظيره الأميركي", "John Kerry"),
]


@pytest.mark.parametrize(("language", "text", "said", "name"), RELATIONAL)
def test_a_counterpart_takes_the_office_spoken_of(find, language, text, said, name):
    assert find(text, language).get(said) == name


def test_a_counterpart_of_nobody_is_nobody(find):
    assert find("Il a vu son homologue américain.", "fr") == {}


def test_a_counterpart_named_is_the_one_named(find):
    found = find("Vladimir Poutine a vu son homologue américain Joe Biden.", "fr")
    assert found["homologue américain Joe Biden"] == "Joe Biden"


METONYMS = [
    ("fr", "Moscou a proposé une trêve.", "Moscou", "Russian government"),
    ("fr", "Il a appelé Moscou à agir.", "Moscou", "Russian government"),
    ("fr", "une offre rejetée par Washington", "Washington", "American government"),
    ("fr", "le régime de Damas", "régime de Damas", "Syrian government"),
    ("fr", "selon le Kremlin", "Kremlin", "Russian presidency"),
    ("fr", "la Maison-Blanche a dit", "Maison-Blanche", "American presidency"),
    ("fr", "l'Elysée a dit", "Elysée", "French presidency"),
    ("en", "Moscow has proposed a truce.", "Moscow", "Russian government"),
    ("en", "He urged Beijing to act.", "Beijing", "Chinese government"),
    ("en", "between Moscow and Washington", "Washington", "American government"),
    ("en", "Downing Street said", "Downing Street", "British government"),
    ("de", "Moskau hat vorgeschlagen", "Moskau", "Russian government"),
    ("de", "Das Weiße Haus teilte mit", "Weiße Haus", "American presidency"),
    ("es", "Moscú acusó a Washington", "Washington", "American government"),
    ("es", "la Casa Blanca dijo", "Casa Blanca", "American presidency"),
]


@pytest.mark.parametrize(("language", "text", "said", "name"), METONYMS)
def test_places_that_act(find, language, text, said, name):
    assert find(text, language).get(said) == name


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il est à Moscou."),
        ("fr", "arrivé à Washington mardi"),
        ("fr", "la route de Damas"),
        ("en", "He is in Moscow."),
        ("en", "He flew to a hotel near London."),
        ("de", "Er ist in Moskau."),
        ("es", "Está en Moscú."),
        ("fr", "une rue de Paris"),
    ],
)
def test_places_that_locate(find, language, text):
    assert find(text, language) == {}


BODIES = [
    ("fr", "L’armée syrienne", "armée syrienne", "Syrian army"),
    ("en", "the Syrian army", "Syrian army", "Syrian army"),
    ("de", "die syrische Armee", "syrische Armee", "Syrian army"),
    ("es", "el ejército sirio", "ejército sirio", "Syrian army"),
    ("ar", "أعلن الجيش السوري", "الجيش السوري", "Syrian army"),
    ("fr", "le ministère russe de la Défense", "ministère russe de la Défense", "Russian defence ministry"),
    ("en", "the Obama administration", "Obama administration", "American government"),
    ("en", "Syria's government", "Syria's government", "Syrian government"),
    ("fr", "Daech a revendiqué", "Daech", "Islamic State"),
    ("fr", "le Front al-Nosra", "Front al-Nosra", "al-Nusra Front"),
    ("en", "Al-Qaeda said", "Al-Qaeda", "Al Qaeda"),
    ("fr", "L’ONU, l’Otan et l’UE", "Otan", "North Atlantic Treaty Organization"),
    ("de", "die Vereinten Nationen", "Vereinten Nationen", "United Nations"),
]


@pytest.mark.parametrize(("language", "text", "said", "name"), BODIES)
def test_bodies_organisations_and_groups(find, language, text, said, name):
    assert find(text, language).get(said) == name


def test_what_an_actor_carries(authority):
    (one,) = actors(None, "le président américain", "fr", DAY, authority)
    assert (one.actor_id, one.wikidata_id, one.kind) == ("person:Q76", "Q76", "person")
    assert (one.country_code, one.office_id, one.cameo_code) == ("US", "US.president", "USAGOV")
    assert one.mentions[0].rule == "office_holder"
