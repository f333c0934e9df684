"""Language: stated, detected, hinted; and when they disagree."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.normalise.language import by_words, code_of, language
from depeche.records import Reject
from normalise_places import dispatch

TEXTS = {
    "fr": "Le président de la République a annoncé mercredi que les discussions avec les syndicats reprendraient "
    "dans la semaine, après une réunion qui a duré plus de six heures au ministère du Travail.",
    "en": "The government said on Wednesday that talks with the unions would resume this week, after a meeting that "
    "had lasted for more than six hours at the ministry of labour.",
    "es": "El presidente del Gobierno anunció el miércoles que las conversaciones con los sindicatos se reanudarán "
    "esta semana, tras una reunión que duró más de seis horas en el Ministerio de Trabajo.",
    "de": "Die Regierung hat am Mittwoch mitgeteilt, dass die Gespräche mit den Gewerkschaften in dieser Woche nach "
    "einer mehr als sechs Stunden langen Sitzung im Arbeitsministerium wieder aufgenommen werden.",
    "ar": "أعلنت الحكومة يوم الأربعاء أن المحادثات مع النقابات ستستأنف هذا الأسبوع بعد اجتماع استمر أكثر من ست "
    "ساعات في وزارة العمل، وقال المتحدث إن الاتفاق قريب من التوقيع",
    "it": "Il governo ha annunciato mercoledì che i colloqui con i sindacati riprenderanno questa settimana, dopo una "
    "riunione che è durata più di sei ore al ministero del Lavoro.",
    "ru": "Правительство сообщило в среду, что переговоры с профсоюзами возобновятся на этой неделе после встречи.",
    "el": "Η κυβέρνηση ανακοίνωσε την Τετάρτη ότι οι συνομιλίες με τα συνδικάτα θα συνεχιστούν αυτή την εβδομάδα.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_detected(code):
    assert language(dispatch("x"), TEXTS[code]) == (code, None, "detected", [])


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("fr", "fr"), ("fr-FR", "fr"), ("FRA", "fr"), ("fre", "fr"), ("french", "fr"), ("Français", "fr"),
        ("en_US", "en"), ("EN", "en"), ("Deutsch", "de"), ("ger", "de"), ("العربية", "ar"), ("zh-Hans-CN", "zh"),
        ("pt-BR", "pt"), ("und", None), ("xx", None), ("", None), ("???", None), ("fr\n", "fr"), ("x" * 500, None),
    ],
)  # fmt: skip
def test_codes(stated, code):
    assert code_of(stated) == code


def test_a_statement_the_text_bears_out():
    assert language(dispatch("x", language_text="fr-FR"), TEXTS["fr"]) == ("fr", "fr-FR", "stated", [])


def test_a_statement_the_text_plainly_contradicts():
    clean = dispatch("x", language_text="en")
    assert language(clean, TEXTS["fr"] * 2) == ("fr", "en", "detected", ["language_disagrees"])


def test_short_texts_do_not_overrule_a_statement():
    clean = dispatch("x", language_text="en")
    assert language(clean, "Paris (AFP)")[:3] == ("en", "en", "stated")


def test_a_statement_that_is_no_language():
    clean = dispatch("x", language_text="klingonese", language_hint="de")
    assert language(clean, "12 - 13") == ("de", "klingonese", "hint", ["language_text_unknown"])


def test_nothing_to_tell_by_stays_null():
    assert language(dispatch("x"), "12 - 13") == (None, None, None, [])
    assert language(dispatch("x"), "") == (None, None, None, [])


def test_noise_is_refused_and_tables_are_not():
    letters = random.Random(1)
    noise = " ".join("".join(letters.choices("abcdefghijklmnopqrstuvwxyz", k=6)) for _ in range(150))
    for text in (noise, "#$%&@~^§ " * 100):
        with pytest.raises(Reject) as refused:
            language(dispatch("x"), text)
        assert refused.value.reason == "language_unknown"
    table = "Leicester 323-8 Somerset 83 Durham 114 Kent 108-3 " * 20
    assert language(dispatch("x"), table)[2] in (None, "detected")


def test_noise_under_a_stated_language_is_kept():
    assert language(dispatch("x", language_text="fr"), "#$%&@~^§ " * 100)[0] == "fr"


def test_function_words():
    assert by_words(TEXTS["es"])[0] == "es"
    assert by_words("")[0] is None


@given(
    st.text(max_size=1500),
    st.one_of(st.none(), st.text(max_size=20)),
    st.one_of(st.none(), st.text(max_size=20)),
)
def test_any_text_is_survived(text, stated, hint):
    try:
        code, _, basis, _ = language(dispatch("x", language_text=stated, language_hint=hint), text)
    except Reject:
        return
    assert (code is None) == (basis is None)
