"""The sieve holds every word or pair of words that a name begins with; and hardly any other."""

import string
from itertools import product

import numpy as np
import pytest

import compiled
from depeche.authority.actors.fold import fold
from depeche.authority.actors.sieve import ANYWHERE, CAPITALS, CLITIC, PLAYING, Sieve
from depeche.authority.actors.table import BEGINS, beginnings
from depeche.normalise.actors.small import small_words


def held(sieve, text):
    return sieve.held(fold(text).numbers).tolist()


def test_a_word_or_two_that_names_begin_with_are_held():
    sieve = Sieve()
    sieve.add(ANYWHERE, ["obama", "de gaulle"])
    sieve.add(CAPITALS, ["obama", "gaza"])
    assert held(sieve, "Barack Obama à Gaza") == [0, ANYWHERE | CAPITALS, 0, CAPITALS]
    assert held(sieve, "de Gaulle et de Villepin") == [ANYWHERE, 0, 0, 0, 0]
    assert held(sieve, "") == []
    assert held(sieve, "de") == [0]


def test_letters_with_marks_have_the_numbers_of_their_base():
    sieve = Sieve()
    sieve.add(ANYWHERE, ["perez"])
    assert held(sieve, "Pérez Pe\u0301rez PEREZ") == [ANYWHERE] * 3


def test_what_no_text_folds_to_is_left_out():
    sieve = Sieve()
    sieve.add(ANYWHERE, ["sa'd hariri", "obama"])
    assert held(sieve, "Sa'd Hariri, Obama") == [0, 0, 0, ANYWHERE]


def test_words_that_do_not_fold_to_themselves_are_refused():
    with pytest.raises(ValueError, match="no folded words"):
        Sieve().add(ANYWHERE, ["josé"])


def test_a_packed_sieve_is_the_same_and_can_be_added_to():
    sieve = Sieve()
    sieve.add(ANYWHERE, ["obama"])
    again = Sieve(sieve.pack())
    again.add(CLITIC, ["obama"])
    assert held(sieve, "obama") == [ANYWHERE]
    assert held(again, "obama") == [ANYWHERE | CLITIC]


def test_hardly_any_other_word_is_held():
    sieve = Sieve()
    sieve.add(ANYWHERE, ["".join(letters) for letters in product("abcdefgh", repeat=4)])
    others = " ".join("".join(letters) for letters in product(string.ascii_lowercase[10:18], repeat=4))
    assert np.count_nonzero(sieve.held(fold(others).numbers)) < 0.05 * 8**4


def test_every_name_of_the_authority_is_held():
    index = compiled.authority().actors
    for bit, table in zip((ANYWHERE, CAPITALS), index.names, strict=True):
        begun = [text for text in beginnings(table) if text.replace(" ", "").isalnum()]
        words = [text.split() for text in begun]
        assert all(table[first[0]] is BEGINS for first in words if len(first) == 2)
        numbers = fold("\n".join(begun)).numbers
        marks = index.sieve.held(numbers)
        firsts = np.cumsum([0] + [len(one) for one in words[:-1]])
        assert np.all(marks[firsts] & bit)


@pytest.mark.parametrize("language", ["ar", "de", "en", "es", "fr", "it", "pt", None])
def test_every_small_word_that_plays_a_part_is_held(language):
    index = compiled.authority().actors
    words = list(small_words(index, language).parts_played)
    assert np.all(index.sieve.held(fold("\n".join(words)).numbers) & PLAYING)
