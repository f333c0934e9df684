"""All normalisers together: one dispatch in, one row out."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

import compiled
from depeche.authority import Authority
from depeche.clean import clean
from depeche.normalise import NORMALISER_VERSION, normalise
from depeche.normalise.word_count import word_count
from depeche.records import CleanDispatch, Dispatch, RawDispatch, Reject
from depeche.schema import dispatches_to_arrow
from normalise_places import COLLECTED, PROJECT, dispatch, place_index

SEED = (PROJECT / "seeds/dispatches/text/poutine-obama-syrie.txt").read_text("utf-8")


@lru_cache(maxsize=1)
def book() -> Authority:
    whole = compiled.authority()
    return Authority("test", whole.agencies, place_index(), whole.actors)


def row(text: str, **fields) -> Dispatch:
    return normalise(dispatch(text, **fields), book())


def copied(copy: str) -> Dispatch:
    """What becomes of plain wire copy, as a file."""
    raw = RawDispatch(
        raw_uri=None,
        raw_sha256="0" * 64,
        name="copy.txt",
        payload=copy.encode(),
        feed_id=None,
        collected_at=COLLECTED,
    )
    [read] = clean(raw)
    assert isinstance(read, CleanDispatch)
    return normalise(read, book())


def seed_row() -> Dispatch:
    return row("\n\n".join(line for line in SEED.splitlines() if line.strip()))


def test_the_first_document_says_what_it_says_and_no_more():
    found = seed_row()
    assert (found.source, found.language, found.language_basis) == ("AFP", "fr", "detected")
    assert (found.headline, found.dateline, found.byline, found.issued_at) == (None, None, None, None)
    assert (found.issue_date, found.issue_date_basis) == (date(2016, 7, 6), "collected")
    assert (found.as_of_date, found.as_of_basis) == (date(2016, 7, 6), "collected")
    assert not found.text.endswith("Source AFP")
    assert found.full_text.endswith("Source AFP")


def test_the_first_document_found_years_later_is_read_as_of_the_titles_in_it():
    found = row(
        "\n\n".join(line for line in SEED.splitlines() if line.strip()),
        collected_at=datetime(2024, 1, 1, tzinfo=UTC),
    )
    assert (found.issue_date, found.issue_date_basis) == (date(2024, 1, 1), "collected")
    # Putin, Obama and Kerry were what the text calls them until Kerry's last day.
    assert (found.as_of_date, found.as_of_basis) == (date(2017, 1, 20), "titles")
    said = {m.text: actor.name for actor in found.actors for m in actor.mentions}
    assert said["homologue américain"] == "Barack Obama"
    # No day of writing, no days seen from it.
    assert found.event_dates == []


def test_the_first_document_s_dates():
    spoken = [(e.text, str(e.first), str(e.last)) for e in seed_row().event_dates]
    assert spoken == [
        ("début de l’année", "2016-01-01", "2016-04-30"),
        ("en juin", "2016-06-01", "2016-06-30"),
        ("Mi-mai", "2016-05-11", "2016-05-20"),
        ("des 8 et 9 juillet", "2016-07-08", "2016-07-09"),
        ("mercredi", "2016-07-06", "2016-07-06"),
        ("mercredi", "2016-07-06", "2016-07-06"),
        ("Le 27 février", "2016-02-27", "2016-02-27"),
    ]


WIRE = (
    "GOUVERNEMENT BUDGET\n\nLe budget adopté de justesse\n\nPar Anne Exemple\n\n"
    "PARIS, 5 juil 2016 (AFP) - Le Parlement a adopté mardi le budget, après une nuit de débats. "
    "Le président russe Vladimir Poutine a salué ce vote.\n\nLe vote sera suivi d'un autre vendredi.\n\nab/cd/ef"
)


def test_wire_copy_comes_apart_and_nothing_is_lost():
    found = row(WIRE)
    assert found.headline == "Le budget adopté de justesse"
    assert found.byline == "Par Anne Exemple"
    assert found.text.startswith("Le Parlement a adopté")
    assert found.text.endswith("vendredi.")
    assert found.sign_off == "ab/cd/ef"
    assert found.full_text == WIRE
    assert WIRE[found.dateline.start : found.dateline.end] == found.dateline.text
    assert (found.issue_date_basis, found.issue_date, found.issued_at_precision) == (
        "dateline",
        date(2016, 7, 5),
        "day",
    )
    assert found.quality_flags == ["headline_from_text"]


def test_offsets_are_those_of_the_published_fields():
    found = row(WIRE)
    for credit in found.credits:
        if credit.start is not None:
            assert found.full_text[credit.start : credit.end] == credit.text
    for event in found.event_dates:
        assert found.text[event.start : event.end] == event.text
    assert found.actors
    for actor in found.actors:
        for mention in actor.mentions:
            field = found.text if mention.field == "text" else found.headline
            assert field[mention.start : mention.end] == mention.text


def test_rows_fit_the_schema():
    assert dispatches_to_arrow([row(WIRE), seed_row(), row("x")], "batch").num_rows == 3


def test_versions_are_in_the_row():
    found = row("x")
    assert (found.normaliser_version, found.authority_version) == (NORMALISER_VERSION, "test")


def test_times_beside_that_of_issue_are_in_the_row():
    found = row(WIRE, created_at_text="2016-07-05T10:00:00Z", modified_at_text="2016-07-06T12:00:00+02:00")
    assert found.created_at == datetime(2016, 7, 5, 10, tzinfo=UTC)
    assert found.modified_at == datetime(2016, 7, 6, 10, tzinfo=UTC)
    absurd = row(WIRE, modified_at_text="1750-01-01")
    assert (absurd.modified_at, "modified_at_unreadable" in absurd.quality_flags) == (None, True)


def test_the_same_words_give_the_same_row():
    assert row(WIRE) == row(WIRE)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"issued_at_text": (COLLECTED + timedelta(days=2)).isoformat()}, "date_in_future"),
        ({"issued_at_text": "1750-01-01"}, "absurd_date"),
        ({"text": "qxzv bnkw " * 60}, "language_unknown"),
    ],
)
def test_what_is_refused(fields, reason):
    with pytest.raises(Reject) as refused:
        normalise(dispatch(**{"text": WIRE} | fields), book())
    assert refused.value.reason == reason


def test_collection_times_are_utc_in_the_row():
    paris = datetime.fromisoformat("2016-07-07T00:30:00+02:00")
    found = row("x", collected_at=paris)
    assert (found.collected_at.tzinfo, found.issue_date) == (UTC, date(2016, 7, 6))


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("Le chat - noir", 3), ("l'eau », dit-il", 3), ("东京奥运会", 3), ("ภาษาไทย", 4), ("\n\n", 0)],
)
def test_words_are_counted(text, words):
    assert word_count(text) == words


FIELDS = st.fixed_dictionaries(
    {
        name: st.one_of(st.none(), st.text(max_size=40))
        for name in (
            "language_text", "headline", "slug", "byline", "dateline_text", "dateline_date_text", "issued_at_text",
            "created_at_text", "modified_at_text", "kind_text", "urgency_text", "priority_text", "status_text",
            "embargo_text", "advisory", "summary", "url", "agency_guid", "publisher",
        )
    }
)  # fmt: skip


@examples(max_examples=150)
@given(st.text(max_size=600), FIELDS)
def test_no_exception_but_reject_leaves(text, fields):
    try:
        found = normalise(dispatch(text, **fields), book())
    except Reject as refused:
        assert refused.reason.isidentifier()  # noqa: PT017 - the point is that it is a Reject
        return
    assert found.full_text == text
    assert set(found.text.split()) <= set(text.split())


@pytest.mark.parametrize(
    ("banner", "told"),
    [
        ("EMBARGO jusqu'au 7 juillet 2016 à 18h00 GMT", {"signal": ["embargo"], "pubstatus": "usable"}),
        ("ATTENTION - EMBARGO JUSQU'A 20H00", {"signal": ["embargo"], "pubstatus": "withheld"}),
        ("ANNULATION", {"kind": "kill", "pubstatus": "canceled"}),
        ("KILL KILL KILL", {"kind": "kill", "pubstatus": "canceled"}),
        ("NO ARCHIVAL USE", {"usage_terms_text": "NO ARCHIVAL USE", "usage_rules": ["no_archive"]}),
        ("GERMANY OUT", {"usage_rules": ["not_in:DE"]}),
        ("URGENT", {"kind": "urgent"}),
        ("Eilmeldung", {"kind": "urgent"}),
        ("ACHTUNG: KORREKTUR im 2. Absatz", {"kind": "correction", "signal": ["correction"]}),
        (
            "No archive. No use in Germany. NO RESALE",
            {"usage_rules": ["no_archive", "not_in:DE", "not_for:resale"]},
        ),
    ],
)
def test_what_stands_above_and_is_no_headline(banner, told):
    found = copied(f"{banner}\n\nPARIS, 6 juil 2016 (AFP) - Les écoles ferment lundi.")
    assert {name: getattr(found, name) for name in told} == told
    assert found.headline is None
    assert found.full_text.startswith(banner)
    assert found.text == "Les écoles ferment lundi."


def test_a_headline_below_a_banner_is_found():
    copy = "EMBARGO jusqu'au 7 juillet 2016 à 18h00 GMT\n\nLes écoles ferment\n\nPARIS, 6 juil 2016 (AFP) - C'est lundi."
    assert copied(copy).headline == "Les écoles ferment"


def test_a_headline_of_a_kind_s_word_and_more_stays_one():
    copy = "Urgent: les écoles ferment\n\nPARIS, 6 juil 2016 (AFP) - C'est lundi."
    assert copied(copy).headline == "Urgent: les écoles ferment"


def test_an_undated_dispatch_of_an_agency_that_is_gone_is_still_its_own():
    found = copied("Londres, 2 mai. — (Havas.) Le roi est parti pour Windsor, où il restera.")
    assert (found.source, found.dateline.agencies, found.issue_date_basis) == (
        "HAVAS",
        ["HAVAS"],
        "collected",
    )


def test_an_agency_that_is_gone_leaves_the_year_unknown():
    found = copied("Berlin, 24. Juni. (Wolff.) Der Kaiser ist am Abend nach Kiel abgereist, wo er bleibt.")
    assert (found.source, found.dateline.date, found.issue_date_basis) == ("WOLFF", None, "collected")
    assert "dateline_year_unknown" in found.quality_flags


def test_an_agency_of_two_names_in_a_bare_dateline_is_one():
    assert copied("MOSCOU, 6 juil - RIA Novosti. Le Kremlin a parlé hier soir.").dateline.agencies == ["RIA"]
