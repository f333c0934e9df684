"""Coverage of offices: shares, years and gaps add up; entries show what they were made from."""

from datetime import date
from types import SimpleNamespace

import pytest

import compiled
from depeche.authority.actors.compiled import OPEN, Holding
from depeche.authority.actors.coverage import Gap, coverage
from depeche.authority.actors.entry import entry


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def made(
    *spans: tuple[str, str | None, str],
    lives: dict[str, tuple[int, int]] | None = None,
    nobody: tuple[tuple[int, int], ...] = (),
) -> SimpleNamespace:
    """An index of one office, FR.president."""
    known = day("2001-06-30")
    holdings = [
        Holding(day(first), day(last) if last else OPEN, person, False, "list", known)
        for first, last, person in spans
    ]
    people = {person: SimpleNamespace(name=f"Name {person}") for _, _, person in spans}
    return SimpleNamespace(
        offices={"FR.president": holdings},
        people=people,
        lives=lives or {},
        nobody={"FR.president": nobody},
    )


@pytest.fixture(scope="module")
def index():
    return compiled.authority().actors


def test_a_gap_between_two_holders_is_told_with_its_days():
    index = made(("2000-01-01", "2000-06-30", "A"), ("2000-07-11", "2000-12-31", "B"))
    (found,) = coverage(index, date(2000, 1, 1), date(2000, 12, 31))
    assert found.gaps == [Gap(date(2000, 7, 1), date(2000, 7, 10))]
    assert found.share == round(356 / 366, 4)
    assert (found.holdings, found.people) == (2, 2)
    assert found.unchecked_from is None


def test_time_before_the_first_and_after_the_last_is_a_gap():
    index = made(("2000-03-01", "2000-10-31", "A"))
    (found,) = coverage(index, date(2000, 1, 1), date(2001, 12, 31))
    assert found.gaps == [
        Gap(date(2000, 1, 1), date(2000, 2, 29)),
        Gap(date(2000, 11, 1), date(2001, 12, 31)),
    ]
    assert found.by_year == {2000: round(245 / 366, 4), 2001: 0.0}


def test_two_at_once_count_once_and_one_day_after_the_other_is_no_gap():
    index = made(
        ("2000-01-01", "2000-06-30", "A"), ("2000-02-01", "2000-03-31", "B"), ("2000-07-01", None, "A")
    )
    (found,) = coverage(index, date(2000, 1, 1), date(2001, 12, 31))
    assert (found.share, found.gaps, found.people) == (1.0, [], 2)
    assert found.holders == {2000: ["Name A", "Name B"], 2001: ["Name A"]}
    assert found.unchecked_from == date(2001, 7, 1)


def test_nothing_known_is_one_gap():
    (found,) = coverage(made(("1900-01-01", "1900-12-31", "A")), date(2000, 1, 1), date(2000, 1, 31))
    assert (found.share, found.holdings) == (0.0, 0)
    assert found.gaps == [Gap(date(2000, 1, 1), date(2000, 1, 31))]


def test_of_a_state_that_is_gone_only_its_own_days_count():
    lives = {"FR": (day("2000-03-01"), day("2000-12-31"))}
    index = made(("2000-04-01", None, "A"), lives=lives)
    (found,) = coverage(index, date(2000, 1, 1), date(2001, 12, 31))
    assert found.gaps == [Gap(date(2000, 3, 1), date(2000, 3, 31))]
    assert found.gaps[0].days == 31
    assert set(found.by_year) == {2000}
    assert coverage(index, date(2001, 1, 1), date(2001, 12, 31)) == []


def test_days_on_which_nobody_held_the_office_do_not_count():
    away = ((1, day("2000-01-31")), (day("2000-07-01"), day("2000-07-10")), (day("2001-06-01"), OPEN))
    index = made(("2000-02-01", "2000-07-01", "A"), ("2000-07-12", "2000-12-31", "B"), nobody=away)
    (found,) = coverage(index, date(1999, 1, 1), date(2002, 12, 31))
    assert found.gaps == [
        Gap(date(2000, 7, 11), date(2000, 7, 11)),
        Gap(date(2001, 1, 1), date(2001, 5, 31)),
    ]
    assert found.by_year == {2000: round(325 / 326, 4), 2001: 0.0}
    assert found.share == round(325 / 477, 4)
    assert coverage(index, date(1999, 1, 1), date(1999, 12, 31)) == []


def test_only_the_owner_and_role_asked_for(index):
    days = (date(2010, 1, 1), date(2010, 12, 31))
    assert {one.office_id.partition(".")[0] for one in coverage(index, *days, owner="FR")} == {"FR"}
    assert {one.office_id.rpartition(".")[2] for one in coverage(index, *days, role="pope")} == {"pope"}
    assert coverage(index, *days, owner="ZZ") == []


@pytest.mark.parametrize(
    ("ident", "name", "wikidata"),
    [
        ("person:Q7747", "Vladimir Putin", "Q7747"),
        ("Q7747", "Vladimir Putin", "Q7747"),
        ("state:RU", "Russia", "Q159"),
        ("ru", "Russia", "Q159"),
        ("org:nato", "North Atlantic Treaty Organization", "Q7184"),
        ("office:RU.president", "Russia: president", None),
    ],
)
def test_an_entry_is_found_by_its_id(index, ident, name, wikidata):
    found = entry(index, ident)
    assert (found.name, found.wikidata_id) == (name, wikidata)
    assert found.names


def test_an_unknown_id_has_no_entry(index):
    assert entry(index, "person:Q0") is None
    assert entry(index, "") is None


def test_a_person_shows_offices_and_spellings(index):
    found = entry(index, "Q7747")
    assert {"putin", "vladimir poutine", "بوتين"} <= set(found.names)
    assert [one.office_id for one in found.holdings][:2] == ["RU.prime_minister", "RU.president"]
    assert all(one.source in ("wikidata", "editor") for one in found.holdings)


def test_an_office_shows_the_words_of_its_state_alone(index):
    names = entry(index, "US.foreign_minister").names
    assert "secretary of state" in names
    assert "foreign secretary" not in names
    assert "foreign secretary" in entry(index, "GB.foreign_minister").names
