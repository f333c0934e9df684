"""People the authority does not know, by what stands beside their name: a title, a verb of saying, an age."""

from __future__ import annotations

from datetime import date

import pytest

from depeche.normalise.actors import actors


@pytest.fixture(scope="module")
def unknown(mentions):
    """(text, language) → the words of unknown people, in order."""

    def find(text, language):
        made = [(one, m) for one, m in mentions(text, language) if one.actor_id.startswith("name:")]
        return [m.text for one, m in made if one.kind == "person"]

    return find


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", '"Tout va bien", raconte Nadège Lourmel, boulangère.', ["Nadège Lourmel"]),
        ("fr", '"Tout va bien", dit la boulangère Nadège Lourmel.', ["Nadège Lourmel"]),
        (
            "fr",
            "L'avocat Gontran Pellerault a parlé. Pellerault est parti.",
            ["Gontran Pellerault", "Pellerault"],
        ),
        ("en", '"All is well," said Orla Penhallow, a baker.', ["Orla Penhallow"]),
        ("en", '"All is well," said village baker Orla Penhallow.', ["Orla Penhallow"]),
        ("en", "Orla Penhallow, 54, bakes bread.", ["Orla Penhallow"]),
        ("en", "For Orla Penhallow, 54, bread is all.", ["Orla Penhallow"]),
        ("es", '"Todo bien", contó la panadera Aldonza Mirabel.', ["Aldonza Mirabel"]),
        ("es", "Aldonza Mirabel, de 54 años, hornea.", ["Aldonza Mirabel"]),
        ("de", '"Alles gut", sagte die Bäckerin Wiltrud Achenbach.', ["Wiltrud Achenbach"]),
        ("de", '"Alles gut", sagte Bäckerin Wiltrud Achenbach.', ["Wiltrud Achenbach"]),
        ("fr", '"Tout va bien", a affirmé à l\'AFP Jean-Marc Lourmel.', ["Jean-Marc Lourmel"]),
        ("fr", "Selon Marie Lourmel, tout va bien.", ["Marie Lourmel"]),
        ("fr", "Le porte-parole du syndicat des pilotes, Henri Lourmel, a parlé.", ["Henri Lourmel"]),
        ("fr", "Marie Lourmel, directrice de l'école, est partie.", ["Marie Lourmel"]),
        ("en", '"All is well," said John Q. Penhallow, a baker.', ["John Q. Penhallow"]),
        ("en", "Mary Penhallow told Reuters that it rained.", ["Mary Penhallow"]),
        ("ar", "وقال المتحدث باسم الجيش جابر الوادي إن الهجوم بدأ.", ["جابر الوادي"]),
        ("ar", "وأكد الناشط أحمد عبد الله الوادي لوكالة فرانس برس أن الحياة صعبة.", ["أحمد عبد الله الوادي"]),
        ("ar", "ورأى الجميع ذلك. قال أحمد الوادي: نعم.", ["أحمد الوادي"]),
        ("ar", "وأعلن الطبيب خالد بن سالم الوادي، وهو جراح، وفاته.", ["خالد بن سالم الوادي"]),
        ("ar", "وقال ناطق باسم الجيش إن الهجوم بدأ.", []),
        ("ar", "وقال أحمد إن الحياة صعبة.", []),
        ("ar", "وقال أحمد الوادي الكبير القديم البعيد الجميل السعيد كلاما.", []),
        ("ar", "وقالت الوزارة إن أحمد ذهب إلى المدينة.", []),
        ("en", "John Penhallow, an economist, left.", ["John Penhallow"]),
        ("en", "It rained, according to Mary Penhallow.", ["Mary Penhallow"]),
        ("en", "Executive Editor Mary Penhallow said it rained.", ["Mary Penhallow"]),
        ("es", '"Todo bien", afirmó a Efe Juan Carlos Mirabel Peñalba.', ["Juan Carlos Mirabel Peñalba"]),
        ("es", '"Todo bien", dijo María de la Mirabel.', ["María de la Mirabel"]),
        ("de", '"Alles gut", sagte Hans-Peter Achenbach der dpa.', ["Hans-Peter Achenbach"]),
        ("de", "Der Sprecher der Gewerkschaft, Karl Achenbach, schwieg.", ["Karl Achenbach"]),
    ],
)
def test_a_name_counts(unknown, language, text, names):
    assert unknown(text, language) == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Gut so, sagte der 54-Jährige. Die Bauern Hinrichs und Voss nicken."),
        ("de", "Gut so, sagte sie. Am Mittwoch geht es weiter."),
        ("en", "He told his team at the Polar Wind Laboratory."),
        ("en", "She said on Green Island it rained."),
        ("fr", "Il l'a dit à Radio Plaisance."),
        ("en", "There were no plans, he told The Associated Press."),
        ("en", "She told The Harbour Echo that it rained."),
        ("es", "Lo dijo en Villa Aurora."),
        ("en", "He told PBS NewsHour that it rained."),
        ("en", "Karine Jean-Pierre said so."),
        ("en", "According to Green Island, it rained."),
        ("en", "The Peter Pan Foundation said it rained."),
        ("fr", "Il l'a affirmé à Radio Plaisance."),
    ],
)
def test_what_is_no_person_does_not(unknown, language, text):
    assert unknown(text, language) == []


def test_a_headline_all_in_capitals_tells_no_names(authority):
    headline = "Mountain Senator Throws Hat Into the Ring, Says Orla Penhallow"
    made = actors(headline, "It rained.", "en", date(2016, 7, 6), authority)
    assert [one.name for one in made if one.actor_id.startswith("name:")] == []


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
    made = [
        one
        for one in actors(None, text, language, date(2016, 7, 6), authority)
        if one.actor_id.startswith("name:")
    ]
    assert [mention.text for one in made for mention in one.mentions] == said
    assert [(one.wikidata_id, one.kind) for one in made] == [(None, "person")]
