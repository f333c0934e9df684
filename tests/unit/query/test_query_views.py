"""The views and macros: what of a dispatch's life is to be seen, and when."""

from datetime import date
from importlib.resources import files

import pytest

from depeche import query


def headlines(found):
    return {key.removeprefix("urn:newsml:example:"): headline for key, headline in found}


def test_dispatches_shows_the_newest_usable_revision_of_each(ask):
    assert headlines(ask("SELECT dispatch_id, headline FROM dispatches")) == {
        "plain": "Titre plain",
        "updated": "Deux",
        "held": "Titre held",
        "embargo": "Titre embargo",
        "second-secret": "frei",
        "undated": None,
    }


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2016-07-06 11:59:59Z", {}),
        ("2016-07-06 12:30:00Z", {"plain", "updated", "killed", "second-secret", "undated"}),
        ("2016-07-06 14:30:00Z", {"plain", "updated", "held", "second-secret", "undated"}),
        ("2016-07-06 17:30:00+02:00", {"plain", "updated", "held", "embargo", "second-secret", "undated"}),
    ],
)
def test_dispatches_as_of_shows_the_wire_as_it_stood(ask, moment, shown):
    found = headlines(ask(f"SELECT dispatch_id, headline FROM dispatches_as_of('{moment}')"))
    assert set(found) == set(shown)
    assert found.get("updated") in ({"2016-07-06 12:30:00Z": "Un"}.get(moment, "Deux"), None)


def test_actor_mentions_give_words_offsets_and_rule(ask):
    found = ask(
        "SELECT name, mention_text, field, \"start\", \"end\", rule FROM actor_mentions "
        "WHERE dispatch_id LIKE '%plain'"
    )  # fmt: skip
    assert found == [("Government of Russia", "Moscou", "text", 0, 6, "metonym")]
    assert ask("SELECT count(DISTINCT dispatch_id) FROM actor_mentions") == [(5,)]


def test_credits_and_places_are_unnested(ask):
    assert ask("SELECT agency_id, role, credit_text FROM credits WHERE dispatch_id LIKE '%plain'") == [
        ("AFP", "issuer", "AFP")
    ]
    assert ask("SELECT place_text, country_code, dateline_text FROM dateline_places WHERE dispatch_id LIKE '%plain'") == [
        ("PARIS", "FR", "PARIS, 6 juil 2016 (AFP) -")
    ]  # fmt: skip


def test_coverage_counts_per_source_language_and_month(ask):
    assert ask(
        "SELECT source, language, month, dispatches, dated, revisions, days, withdrawn, same_words, "
        "share_with_date, share_with_headline, share_with_actors FROM coverage ORDER BY month"
    ) == [
        ("AFP", "fr", date(2016, 7, 1), 7, 7, 11, 1, 2, 10, 1.0, 1.0, 1.0),
        ("DPA", "de", date(2016, 8, 1), 1, 0, 1, 0, 0, 0, 0.0, 0.0, 0.0),
    ]


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (0, 2, "[ab] cdef"),
        (3, 5, "ab [cd]ef"),
        (5, 7, "ab cd[ef]"),
        (5, 99, "ab cd[ef]"),
        (0, 0, "[]ab cdef"),
    ],
)
def test_passage_marks_the_words(ask, first, last, shown):
    assert ask(f"SELECT passage('ab cdef', {first}, {last})") == [(shown,)]


def test_every_sql_file_is_a_definition_with_a_comment():
    folder = files("depeche.query").joinpath("sql")
    names = {file.name.removesuffix(".sql") for file in folder.iterdir() if file.name.endswith(".sql")}
    assert names == set(query.definitions())
    for name, sql in query.definitions().items():
        assert sql.startswith(f"-- {name}")
        assert (
            f"CREATE OR REPLACE VIEW lake.{name} AS" in sql or f"CREATE OR REPLACE MACRO lake.{name}(" in sql
        )
