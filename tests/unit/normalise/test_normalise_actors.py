"""Who is found, by which rule, in which language, as of which day."""

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from depeche.authority import actors as authority_actors
from depeche.normalise.actors import actors
from depeche.settings import PROJECT

DAY = date(2016, 7, 6)


@pytest.fixture(scope="module")
def authority():
    index = authority_actors.open_index(authority_actors.build(PROJECT / "seeds" / "authority"))
    return SimpleNamespace(actors=index)


@pytest.fixture(scope="module")
def find(authority):
    """(text, language, day) → {mention: (name, rule)}, sure ones only."""

    def found(text, language, day=DAY, headline=None, least=0.5):
        made = {}
        for actor in actors(headline, text, language, day, authority):
            for mention in actor.mentions:
                whole = headline if mention.field == "headline" else text
                assert whole[mention.start : mention.end] == mention.text
                assert 0 < mention.confidence <= 1
                if mention.confidence >= least:
                    made[mention.text] = actor.name
        return made

    return found


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
    ("en", "UN Secretary-General Ban Ki-moon", "UN Secretary-General Ban Ki-moon", "Ban Ki-moon"),
]


@pytest.mark.parametrize(("language", "text", "said", "name"), NAMES)
def test_names_as_wires_print_them(find, language, text, said, name):
    assert find(text, language).get(said) == name


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


def test_what_an_actor_carries(authority):
    (one,) = actors(None, "le président américain", "fr", DAY, authority)
    assert (one.actor_id, one.wikidata_id, one.kind) == ("person:Q76", "Q76", "person")
    assert (one.country_code, one.office_id, one.cameo_code) == ("US", "US.president", "USAGOV")
    assert one.mentions[0].rule == "office_holder"


@pytest.mark.parametrize("language", [None, "xx", "fr-FR", "FR"])
def test_any_language_code(find, language):
    assert find("Vladimir Poutine", language) == {"Vladimir Poutine": "Vladimir Putin"}


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "M.", "le président de", "MM. et", "ONU" * 5000])
def test_odd_texts(find, text):
    assert isinstance(find(text, "fr", headline=text), dict)


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
