"""Which of the two dictionaries a name is in, and by which words it is reached."""

import msgspec

from depeche.authority.actors.compiled import ANY, Alias, Packed
from depeche.authority.actors.table import BEGINS, pack, tables, unpack


def alias(kind, case, note="", clip=0):
    return Alias(kind, "Q1", ANY, case, False, clip, note)


def test_a_name_that_needs_a_capital_is_not_among_those_of_any_case():
    made = tables({
        "obama": [alias("N", 0)],
        "le": [alias("N", 0)],
        "president": [alias("O", -1)],
        "otan": [alias("G", -2)],
        "eta": [alias("G", -2), alias("O", -1)],
    })  # fmt: skip
    assert set(made.anywhere) == {"president", "eta"}
    assert set(made.capitals) == {"obama", "le", "otan"}


def test_a_longer_name_may_begin_with_a_small_particle():
    made = tables({"de gaulle": [alias("N", 0)], "angela merkel": [alias("P", 0)]})
    assert set(made.anywhere) == {"de", "de gaulle"}
    assert set(made.capitals) == {"angela", "angela merkel"}


def test_an_initialism_behind_an_arabic_clitic_needs_no_capital():
    assert set(tables({"abc": [alias("G", -2, clip=1)]}).anywhere) == {"abc"}


def test_what_only_begins_names_has_no_reading_and_goes_on():
    capitals = tables({"a b c": [alias("P", 0)], "a": [alias("N", 0)]}).capitals
    assert [(text, len(entry.names), entry.more) for text, entry in sorted(capitals.items())] == [
        ("a", 1, True),
        ("a b", 0, True),
        ("a b c", 1, False),
    ]


def test_weak_are_surnames_of_one_word_without_a_note():
    made = tables({
        "merkel": [alias("N", 0), alias("N", 0)],
        "obama": [alias("N", 0), alias("N", 0, "strong")],
        "angela": [alias("P", 0)],
        "san martin": [alias("N", 0)],
    }).capitals  # fmt: skip
    weak = {text for text, entry in made.items() if entry.names and entry.weak}
    assert weak == {"merkel"}
    assert made["obama"].kinds == "NN"


def test_a_table_is_kept_whole():
    table = tables({"a b c": [alias("P", 0)], "a": [alias("N", 0)]}).capitals
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(pack(table)), type=Packed)
    assert unpack(kept) == table
    assert unpack(kept)["a b"] is BEGINS


def test_a_table_is_kept_alike_whatever_the_order_of_sets():
    names = {
        f"{first} {second} {last}": [alias("P", 0)] for first in "abc" for second in "de" for last in "fg"
    }
    kept = pack(tables(names).capitals)
    assert kept.beginnings == sorted(kept.beginnings)
    assert len(kept.beginnings) == 9
