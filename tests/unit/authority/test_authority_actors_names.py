"""Names by rule: folding, adjectives, spellings of other languages, surnames."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from depeche.authority.actors.fold import fold, words
from depeche.authority.actors.inflect import adjective_forms
from depeche.authority.actors.names import full_variants, surnames
from depeche.authority.actors.names.reigning import royal_variants
from depeche.authority.actors.names.respelt import surname_variants


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Côte d’Ivoire", ["cote", "d", "ivoire"]),
        ("Al-Qaïda", ["al", "qaida"]),
        ("Weißes Haus", ["weises", "haus"]),
        ("Erdoğan", ["erdogan"]),
        ("Wałęsa", ["walesa"]),
        ("أوباما", ["اوباما"]),
        ("مُوسكو", ["موسكو"]),
        ("re\u0301gime", ["regime"]),
        ("", []),
    ],
)
def test_folding(text, folded):
    assert words(text) == folded


@given(some.text())
def test_folding_keeps_places(text):
    found = fold(text)
    assert len(found.words) == len(found.starts) == len(found.ends)
    past = 0
    for word, start, end in zip(found.words, found.starts, found.ends, strict=True):
        assert past <= start < end
        assert text[start].isalnum()
        assert fold(text[start:end]).words == [word]
        assert words(text[start:end]) == [word]
        past = end
    behind_hyphen = [at for at, start in enumerate(found.starts) if text[:start].endswith(("-", "‐", "‑"))]
    large = [at for at, start in enumerate(found.starts) if not text[start].islower()]
    assert np.flatnonzero(found.large).tolist() == sorted({*large, *behind_hyphen})
    assert len(found.numbers) == len(found.words)


@given(some.text(), some.text())
def test_two_texts_folded_together_are_as_they_are_alone(text, other):
    both = fold(f"{text}\n\n{other}").apart(len(text) + 2)
    for found, alone in zip(both, map(fold, (text, other)), strict=True):
        assert found[:3] == alone[:3]
        assert found.large.tolist() == alone.large.tolist()
        assert found.numbers.tolist() == alone.numbers.tolist()


@pytest.mark.parametrize(
    ("word", "language", "wanted"),
    [
        ("syrien", "fr", {"syrien", "syrienne", "syriens", "syriennes"}),
        ("français", "fr", {"français", "française", "françaises"}),
        ("européen", "fr", {"européen", "européenne", "européens", "européennes"}),
        ("grec>grecque", "fr", {"grec", "grecque", "grecs", "grecques"}),
        ("russe", "fr", {"russe", "russes"}),
        ("ruso", "es", {"ruso", "rusa", "rusos", "rusas"}),
        ("francés", "es", {"francés", "francesa", "franceses", "francesas"}),
        ("alemán", "es", {"alemán", "alemana", "alemanes", "alemanas"}),
        ("israelí", "es", {"israelí", "israelíes", "israelís"}),
        ("russisch", "de", {"russisch", "russische", "russischer", "russischen", "russisches", "russischem"}),
        ("deutsch", "de", {"deutsch", "deutsche", "deutscher", "deutschen", "deutsches", "deutschem"}),
        ("libysch", "de", {"libysch", "libysche", "libyscher", "libyschen", "libysches", "libyschem"}),
        ("Schweizer", "de", {"Schweizer"}),
        ("alemão", "pt", {"alemão", "alemã", "alemães", "alemãs"}),
        ("francese", "it", {"francese", "francesi"}),
        ("روسي", "ar", {"روسي", "روسية", "الروسي", "الروسية"}),
        ("Russian", "en", {"Russian"}),
    ],
)
def test_adjectives(word, language, wanted):
    assert wanted <= set(adjective_forms(word, language))


@pytest.mark.parametrize(
    ("english", "country", "printed"),
    [
        ("Sergey Lavrov", "RU", "Sergueï Lavrov"),
        ("Sergey Lavrov", "RU", "Sergej Lawrow"),
        ("Sergey Lavrov", "RU", "Serguéi Lavrov"),
        ("Vladimir Putin", "RU", "Vladimir Poutine"),
        ("Vladimir Putin", "RU", "Wladimir Putin"),
        ("Sergey Shoigu", "RU", "Sergueï Choïgou"),
        ("Sergey Shoigu", "RU", "Sergej Schoigu"),
        ("Mikhail Mishustin", "RU", "Mikhaïl Michoustine"),
        ("Mikhail Mishustin", "RU", "Michail Mischustin"),
        ("Dmitry Medvedev", "RU", "Dmitri Medvedev"),
        ("Viktor Yushchenko", "UA", "Viktor Iouchtchenko"),
        ("Viktor Yushchenko", "UA", "Viktor Juschtschenko"),
        ("Petro Poroshenko", "UA", "Petro Porochenko"),
        ("Viktor Yanukovych", "UA", "Viktor Ianoukovitch"),
        ("Viktor Yanukovych", "UA", "Wiktor Janukowitsch"),
        ("Viktor Yanukovych", "UA", "Víktor Yanukovich"),
        ("Mikhail Gorbachev", "SUHH", "Mikhaïl Gorbatchev"),
        ("Mikhail Gorbachev", "SUHH", "Michail Gorbatschew"),
        ("Yevgeny Primakov", "RU", "Evgueni Primakov"),
        ("Yevgeny Primakov", "RU", "Jewgeni Primakow"),
        ("Viktor Chernomyrdin", "RU", "Viktor Tchernomyrdine"),
        ("Viktor Chernomyrdin", "RU", "Viktor Tschernomyrdin"),
        ("Leonid Kuchma", "UA", "Leonid Koutchma"),
        ("Leonid Kuchma", "UA", "Leonid Kutschma"),
        ("Nursultan Nazarbayev", "KZ", "Noursoultan Nazarbaïev"),
        ("Nursultan Nazarbayev", "KZ", "Nursultan Nasarbajew"),
        ("Alexander Lukashenko", "BY", "Alexandre Loukachenko"),
        ("Alexander Lukashenko", "BY", "Alexander Lukaschenko"),
        ("Kassym-Jomart Tokayev", "KZ", "Kassym-Jomart Tokaïev"),
        ("Abdel Fattah el-Sisi", "EG", "Abdelfatah al Sisi"),
        ("Abdel Fattah el-Sisi", "EG", "Abdel Fattah al-Sisi"),
        ("Mohammad Javad Zarif", "IR", "Javad Zarif"),
        ("Mohammad Javad Zarif", "IR", "Mohammed Dschawad Sarif"),
        ("Hosni Mubarak", "EG", "Hosni Moubarak"),
        ("Yousef Raza Gilani", "PK", "Youssouf Raza Gilani"),
        ("Bashar al-Assad", "SY", "Bachar al-Assad"),
        ("Bashar al-Assad", "SY", "Bachar el-Assad"),
        ("Mahmoud Abbas", "PS", "Mahmud Abbas"),
        ("Mohamed Morsi", "EG", "Mohammed Morsi"),
    ],
)
def test_spellings_of_other_languages(english, country, printed):
    assert words(printed) in full_variants(words(english), {country})


@pytest.mark.parametrize(
    ("english", "country", "printed"),
    [
        ("Lavrov", "RU", "Lawrow"),
        ("Shoigu", "RU", "Choïgou"),
        ("Putin", "RU", "Poutine"),
        ("Zubkov", "RU", "Zoubkov"),
        ("Khristenko", "RU", "Christenko"),
        ("Poroshenko", "UA", "Poroschenko"),
    ],
)
def test_spellings_of_surnames(english, country, printed):
    assert words(printed) in surname_variants(words(english), {country})


@pytest.mark.parametrize(
    ("name", "country", "wanted"),
    [
        ("Barack Obama", "US", [["obama"]]),
        ("Xi Jinping", "CN", [["xi"]]),
        ("Ursula von der Leyen", "DE", [["von", "der", "leyen"], ["leyen"]]),
        ("Bashar al-Assad", "SY", [["al", "assad"], ["assad"], ["el", "assad"]]),
        ("Dulcidio de la Guardia", "PA", [["guardia"], ["la", "guardia"]]),
        ("Andrés Manuel López Obrador", "MX", [["obrador"], ["lopez", "obrador"], ["lopez"]]),
        ("Suharto", "ID", [["suharto"]]),
    ],
)
def test_surnames(name, country, wanted):
    assert surnames(words(name), {country}) == wanted


@given(some.lists(some.text(alphabet="abcdefgshkzyuvj", min_size=1), min_size=1, max_size=6))
def test_names_of_any_letters(name):
    for country in ("RU", "SY", "CN", "FR"):
        assert full_variants(name, {country})[0] == name
        assert surname_variants(name, {country})[0] == name
        assert all(surnames(name, {country}))


@pytest.mark.parametrize(
    ("name", "wanted"), [("felipe", "philippe"), ("john", "jean"), ("leo", "leone"), ("akihito", "akihito")]
)
def test_those_who_reign_have_a_name_in_every_language(name, wanted):
    assert royal_variants(name)[0] == name
    assert wanted in royal_variants(name)


def test_spanish_names_lose_the_second_surname():
    given = frozenset(["jose", "maria", "rafael"])
    assert ["rafael", "correa"] in full_variants(words("Rafael Correa Delgado"), {"EC"}, given)
    assert ["jose", "maria"] not in full_variants(words("José María Aznar"), {"ES"}, given)


def test_of_two_surnames_the_second_alone_is_no_name():
    first = frozenset(("jose", "julio"))
    made = [" ".join(form) for form in full_variants(words("José Julio Rodríguez Fernández"), {"ES"}, first)]
    assert made == ["jose julio rodriguez fernandez", "jose julio rodriguez"]
    assert full_variants(words("Vicente Fox Quesada"), {"MX"}, first)[1:] == [["vicente", "fox"]]
