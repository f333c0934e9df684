"""What becomes of a row, given what the lake has of the same dispatch."""

from datetime import date

import pytest

from depeche.lake.decide import Decision, Light, decide, superseded

DAY, NEXT = date(2016, 7, 31), date(2016, 8, 1)


def light(**changes):
    values = {
        "dispatch_id": "d", "revision": 1, "id_basis": "agency_guid", "text_sha256": "words",
        "pubstatus": "usable", "raw_uri": None, "raw_sha256": "raw", "reader_version": "1", "normaliser_version": "1",
        "authority_version": "1", "declared_version": None, "batch_id": "old", "issue_date": DAY, "issue_date_basis": "issued",
        "withheld": False,
    }  # fmt: skip
    return Light(**(values | changes))


def fates(rows, stored=(), **how):
    rows = [row._replace(batch_id="now") for row in rows]
    return [(d.fate, d.revision) for d in decide(rows, list(stored), **how)]


def test_a_first_row_is_new_as_it_is():
    assert decide([light()], []) == [Decision("new", 1, DAY, "issued")]


def test_the_same_key_and_words_are_known_whatever_the_bytes():
    assert fates([light(raw_sha256="other")], [light()]) == [("known", 1)]


def test_another_text_under_the_agencys_own_number_is_a_conflict_that_says_so():
    (decision,) = decide([light(text_sha256="otherwise")], [light()])
    assert decision.fate == "conflict"
    assert "revision 1 of d is in the archive with another text" in decision.detail


@pytest.mark.parametrize("basis", ["url", "text_hash"])
def test_another_text_gets_the_next_number_where_the_agency_has_none(basis):
    stored = [light(id_basis=basis), light(id_basis=basis, revision=4, text_sha256="fourth")]
    assert fates([light(id_basis=basis, text_sha256="fifth")], stored) == [("new", 5)]


def test_a_page_that_comes_again_is_known_by_any_of_its_texts():
    stored = [light(id_basis="url"), light(id_basis="url", revision=2, text_sha256="second")]
    again = [light(id_basis="url", text_sha256="second"), light(id_basis="url")]
    assert fates(again, stored) == [("known", 2), ("known", 1)]


def test_an_agencys_next_revision_is_new_even_with_the_same_words():
    assert fates([light(revision=2)], [light()]) == [("new", 2)]


def test_a_later_revision_stays_in_the_partition_where_the_dispatch_was_first_seen():
    late = light(revision=2, text_sha256="b", issue_date=NEXT, issue_date_basis="collected")
    assert decide([late], [light()]) == [Decision("new", 2, DAY, "issued")]


def test_rows_of_one_batch_meet_each_other_in_order():
    rows = [light(), light(), light(revision=2, issue_date=NEXT), light(text_sha256="other")]
    decisions = decide(rows, [])
    assert [d.fate for d in decisions] == ["new", "known", "new", "conflict"]
    assert decisions[2].issue_date == DAY


def test_pages_within_a_batch_are_numbered_in_order():
    rows = [light(id_basis="url", text_sha256=text) for text in ("a", "b", "a", "c")]
    assert fates(rows) == [("new", 1), ("new", 2), ("known", 1), ("new", 3)]


def test_what_an_interrupted_publish_of_this_batch_left_counts_once():
    assert fates([light(), light()], [light(batch_id="now")]) == [("done", 1), ("known", 1)]


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_an_order_to_withdraw_without_a_new_number_is_neither_known_nor_a_conflict(status):
    kill = light(pubstatus=status)
    assert fates([kill], [light()]) == [("new", 2)]
    assert fates([kill._replace(text_sha256="KILL")], [light()]) == [("new", 2)]
    stored = [light(), kill._replace(revision=2)]
    assert fates([kill, light()], stored) == [("known", 2), ("known", 1)]


def test_a_replay_replaces_what_other_versions_made_of_the_same_bytes():
    row = light(text_sha256="read better", normaliser_version="2", issue_date=NEXT)
    assert decide([row], [light()], replay=True) == [Decision("replace", 1, DAY, "issued")]


@pytest.mark.parametrize(("before", "now"), [(None, "a"), ("a", "b"), ("a", None)])
def test_a_replay_replaces_what_was_made_under_another_declaration(before, now):
    assert fates([light(declared_version=now)], [light(declared_version=before)], replay=True) == [
        ("replace", 1)
    ]


def test_a_replay_by_the_same_versions_changes_nothing():
    assert fates([light()], [light()], replay=True) == [("known", 1)]


def test_a_replay_finds_a_page_under_the_number_the_archive_gave_it():
    stored = [light(id_basis="url", raw_sha256="first"), light(id_basis="url", revision=2, text_sha256="b")]
    row = light(id_basis="url", text_sha256="B", reader_version="2")
    assert fates([row], stored, replay=True) == [("replace", 2)]


def test_a_replay_meets_a_second_delivery_after_the_first_is_replaced():
    stored = [light(id_basis="url", raw_sha256="first", text_sha256="as read before")]
    again = light(id_basis="url", raw_sha256="second", reader_version="2")
    first = light(id_basis="url", raw_sha256="first", reader_version="2")
    assert fates([again, first], stored, replay=True) == [("known", 1), ("replace", 1)]


def test_a_replay_knows_its_rows_by_their_place_in_the_raw_store_too():
    stored = [light(raw_uri="file#1", raw_sha256="of the attachment")]
    row = light(raw_uri="file#1", raw_sha256="of the mail", reader_version="2")
    assert fates([row], stored, replay=True) == [("replace", 1)]
    assert fates([row._replace(raw_uri="file#2")], stored, replay=True) == [("known", 1)]


def test_a_replay_under_another_setting_for_withheld_texts_replaces():
    assert fates([light()], [light(withheld=True)], replay=True) == [("replace", 1)]


def test_a_replay_that_reads_another_revision_number_supersedes_the_old_row():
    stored = [light()]
    row = light(revision=3, reader_version="2")
    decisions = decide([row], stored, replay=True)
    assert [(d.fate, d.revision) for d in decisions] == [("new", 3)]
    assert superseded([row], decisions, stored, set()) == stored


def test_nothing_is_superseded_where_part_of_the_payload_was_refused():
    stored = [light(), light(dispatch_id="e")]
    row = light(reader_version="2")
    decisions = decide([row], stored, replay=True)
    assert superseded([row], decisions, stored, {"raw"}) == []
    assert superseded([row], decisions, stored, set()) == [stored[1]]


def test_rows_of_the_present_versions_are_never_superseded():
    stored = [light(), light(dispatch_id="e", reader_version="2")]
    row = light(reader_version="2")
    assert superseded([row], decide([row], stored, replay=True), stored, set()) == []
