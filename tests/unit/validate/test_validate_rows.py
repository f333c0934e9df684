"""Row rules: what breaks one goes to quarantine, all of it, with a reason; the rest goes on."""

import json
import math
from datetime import UTC, date, datetime, timedelta

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import lake_rows
from depeche import schema
from depeche.catalog import StagingDamaged
from depeche.validate import Verdict, engine, preview, validate
from depeche.validate.rules import ROW_RULES
from lake_rows import dispatch, rejected, stage

good = dispatch("a")
again = msgspec.structs.replace
FUTURE = datetime.now(UTC) + timedelta(days=3)


def nested(record, name, **changes):
    """The record with the first of a list of records, or a record, changed."""
    value = getattr(record, name)
    if isinstance(value, list):
        return again(record, **{name: [again(value[0], **changes), *value[1:]]})
    return again(record, **{name: again(value, **changes)})


def mention(**changes):
    actor = good.actors[0]
    return again(good, actors=[again(actor, mentions=[again(actor.mentions[0], **changes)])])


def place(**changes):
    return nested(good, "dateline", places=[again(good.dateline.places[0], **changes)])


BROKEN = [
    ("key_missing", again(good, dispatch_id="")),
    ("key_missing", again(good, dispatch_id="x" * 2049)),
    ("key_missing", again(good, id_basis="guess")),
    ("revision_invalid", again(good, revision=0)),
    ("revision_invalid", again(good, revision=-(2**60))),
    ("digest_invalid", again(good, raw_sha256="abc")),
    ("digest_invalid", again(good, text_sha256="g" * 64)),
    ("source_missing", again(good, source="")),
    ("no_words", again(good, text=" \n", headline=None, actors=[])),
    ("no_words", again(good, text="", headline="", actors=[])),
    ("text_too_long", again(good, text="x" * 2_000_001, actors=[])),
    ("undecodable", again(good, full_text="\ufffd" * 5 + "x" * 100, credits=[], dateline=None)),
    ("control_characters", again(good, text=good.text + "\x07")),
    ("control_characters", again(good, headline="a\x00b")),
    ("markup_left", again(good, text=good.text + "<p>a</p><br/>")),
    ("markup_left", again(good, text=good.text + "<DIV class='x'>a</DIV><SCRIPT>")),
    ("language_unknown", again(good, language="xx")),
    ("language_unknown", again(good, language=None, word_count=20)),
    ("date_in_future", again(good, issued_at=FUTURE)),
    ("date_in_future", again(good, issue_date=FUTURE.date())),
    ("date_in_future", again(good, issue_date=date(9999, 12, 31))),
    ("date_too_early", again(good, issued_at=datetime(1834, 12, 31, tzinfo=UTC))),
    ("date_too_early", again(good, issue_date=date(1, 1, 1))),
    ("urgency_invalid", again(good, urgency=0)),
    ("urgency_invalid", again(good, urgency=10)),
    ("pubstatus_invalid", again(good, pubstatus="")),
    ("date_basis_invalid", again(good, issue_date_basis="guess")),
    ("date_basis_invalid", again(good, as_of_basis="guess")),
    ("date_basis_invalid", again(good, issued_at_precision="roughly")),
    ("confidence_invalid", mention(confidence=1.01)),
    ("confidence_invalid", mention(confidence=-0.1)),
    ("confidence_invalid", place(confidence=math.inf)),
    ("offsets_wrong", mention(start=1)),
    ("offsets_wrong", mention(start=-1)),
    ("offsets_wrong", mention(end=10**9)),
    ("offsets_wrong", mention(field="elsewhere")),
    ("offsets_wrong", nested(good, "credits", start=0)),
    ("offsets_wrong", nested(good, "dateline", end=5)),
]
FINE = [
    good,
    again(good, headline=None),
    again(good, text="", actors=[], headline="Alerte"),
    again(good, text="", actors=[], headline=None, pubstatus="canceled"),
    again(good, language=None, word_count=19),
    again(good, language="pt-BR"),
    again(good, language="zh-Hant-HK"),
    again(good, issued_at=None, issued_at_text=None, issued_at_precision=None),
    again(good, issued_at=datetime.now(UTC) + timedelta(hours=20)),
    again(good, urgency=None, dateline=None, actors=[], credits=[], keywords=[]),
    again(good, issue_date=date(1835, 1, 1)),
    again(good, text=good.text + " 1 < 2 > 0, a <b> und \ufffd"),
    again(mention(text="\U0001f600 e\u0301", start=3, end=7), text="ab \U0001f600 e\u0301 fin"),
    nested(good, "credits", start=None, end=None, rule="metadata"),
]


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """All of BROKEN and FINE in one batch; the import of Great Expectations is paid once."""
    home = tmp_path_factory.mktemp("judged")
    rows = [*(row for _, row in BROKEN), *FINE]
    rows = [again(row, raw_name=f"{at}.xml") for at, row in enumerate(rows)]
    folder = stage(home, "b1", rows, judged=False)
    verdict = validate(folder, lake_rows.settings(home))
    return folder, verdict


def test_every_broken_row_is_refused_with_its_reason_and_every_fine_one_goes_on(judged):
    folder, verdict = judged
    refused = pq.read_table(folder / "refused.parquet").to_pylist()
    found = {row["raw_name"]: row["reason"] for row in refused}
    assert found == {f"{at}.xml": reason for at, (reason, _) in enumerate(BROKEN)}
    accepted = pq.read_table(folder / "accepted.parquet")
    assert accepted["raw_name"].to_pylist() == [
        f"{at}.xml" for at in range(len(BROKEN), len(BROKEN) + len(FINE))
    ]
    assert accepted.schema.equals(schema.DISPATCH_REVISIONS)
    assert (verdict.tally.taken, verdict.tally.accepted) == (len(BROKEN) + len(FINE), len(FINE))
    assert sum(verdict.tally.reasons.values()) == len(BROKEN)


def test_the_preview_refuses_the_same_rows_in_the_same_words(judged):
    folder, _ = judged
    refused = pq.read_table(folder / "refused.parquet").to_pylist()
    seen = preview([*(row for _, row in BROKEN), *FINE])
    assert {f"{at}.xml": (r.reason, r.detail, r.stage) for at, r in seen.items()} == {
        row["raw_name"]: (row["reason"], row["detail"], row["stage"]) for row in refused
    }
    assert preview([]) == {}


def test_every_rule_is_broken_by_some_row():
    assert {rule.reason for rule in ROW_RULES} == {reason for reason, _ in BROKEN}


def test_refusals_keep_what_leads_back_to_the_bytes(judged):
    folder, _ = judged
    row = pq.read_table(folder / "refused.parquet").to_pylist()[3]
    assert (row["stage"], row["batch_id"], row["revision"]) == ("validate", "b1", 0)
    assert (row["raw_uri"], row["raw_sha256"]) == (good.raw_uri, good.raw_sha256)
    assert row["detail"] == "the dispatch has revision 0; they count from 1"


def test_the_verdict_is_kept_beside_the_rows(judged):
    folder, verdict = judged
    kept = msgspec.json.decode((folder / "validation.json").read_bytes(), type=Verdict)
    assert kept == verdict
    assert {entry["expectation_config"]["meta"]["rule"] for entry in kept.result["rows"]["results"]} == {
        rule.name for rule in ROW_RULES
    }
    assert not [file.name for file in folder.iterdir() if file.name.startswith(".")]


def test_no_text_is_in_the_result(judged):
    folder, _ = judged
    assert "Moscou" not in (folder / "validation.json").read_text()


def test_the_first_rule_gives_the_reason_and_the_others_are_told(tmp_path):
    row = again(good, urgency=12, revision=0, language="xx")
    folder = stage(tmp_path, "b1", [row], judged=False)
    verdict = validate(folder, lake_rows.settings(tmp_path))
    ((reason, detail),) = [
        (r["reason"], r["detail"]) for r in pq.read_table(folder / "refused.parquet").to_pylist()
    ]
    assert reason == "revision_invalid"
    assert "urgency 12" in detail
    assert "cannot be told (xx)" in detail
    assert verdict.passed


def test_all_failing_rows_are_refused_not_a_sample(tmp_path):
    rows = [again(dispatch(f"{n}"), urgency=99 if n % 2 else 1) for n in range(600)]
    folder = stage(tmp_path, "b1", rows, judged=False)
    verdict = validate(folder, lake_rows.settings(tmp_path, DEPECHE_GATE_MAX_SHARE_QUARANTINED="1"))
    assert verdict.tally.reasons == {"urgency_invalid": 300}
    assert pq.read_table(folder / "refused.parquet")["dispatch_id"].to_pylist() == [
        f"urn:newsml:example:{n}" for n in range(1, 600, 2)
    ]


def test_judged_again_it_says_the_same(tmp_path):
    folder = stage(tmp_path, "b1", [good, again(good, urgency=0)], [rejected()], judged=False)
    settings = lake_rows.settings(tmp_path)
    first = validate(folder, settings)
    files = {name: pq.read_table(folder / name) for name in ("accepted.parquet", "refused.parquet")}
    second = validate(folder, settings)
    assert second.tally.reasons == first.tally.reasons
    assert all(pq.read_table(folder / name).equals(table) for name, table in files.items())


def test_a_missing_required_value_is_refused(tmp_path):
    folder = stage(tmp_path, "b1", [good, good], judged=False)
    table = pq.read_table(folder / "dispatches.parquet")
    at = table.schema.get_field_index("source")
    holes = pa.array([None, "AFP"], pa.string())
    pq.write_table(
        table.set_column(at, pa.field("source", pa.string()), holes), folder / "dispatches.parquet"
    )
    verdict = validate(folder, lake_rows.settings(tmp_path))
    assert verdict.tally.reasons == {"source_missing": 1}


@pytest.mark.parametrize("name", ["dispatches.parquet", "rejected.parquet"])
@pytest.mark.parametrize("damage", [lambda f: f.unlink(), lambda f: f.write_bytes(f.read_bytes()[:-20])])
def test_a_damaged_file_is_named(tmp_path, name, damage):
    folder = stage(tmp_path, "b1", [good], judged=False)
    damage(folder / name)
    with pytest.raises(StagingDamaged, match=name):
        validate(folder, lake_rows.settings(tmp_path))
    assert not (folder / "validation.json").exists()


# --- Great Expectations is not taken at its word --------------------------------------


def frame(**columns):
    rows = len(next(iter(columns.values())))
    return pa.table({"row_no": list(range(rows)), **columns}).to_pandas()


def positive(column):
    return engine.Expectation(
        "positive", "row", {"type": "expect_column_values_to_be_between", "column": column, "min_value": 0}
    )


def test_an_expectation_that_raised_is_an_error_and_no_refusal():
    with pytest.raises(engine.ExpectationRaised, match="positive"):
        engine.judge(frame(n=[1, 2]), [positive("not_there")], "t")
    with pytest.raises(engine.ExpectationRaised, match="positive"):
        engine.judge(frame(n=["a", "b"]), [positive("n")], "t")


def test_outcomes_come_in_the_order_asked_with_every_failing_row():
    outcomes, result = engine.judge(frame(n=[-1, 2, -3], m=[0, 0, 0]), [positive("m"), positive("n")], "t")
    assert [o.rows for o in outcomes] == [{}, {0: -1, 2: -3}]
    assert [o.success for o in outcomes] == [True, False]
    assert json.dumps(result)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"success": True}, "success is True with 1 failing rows"),
        ({"success": None}, "success is None"),
        ({"exception_info": {"raised_exception": True, "exception_message": "boom"}}, "boom"),
        ({"exception_info": {"metric": {"raised_exception": True, "exception_message": "deep"}}}, "deep"),
        ({"result": {"element_count": 2, "unexpected_count": 1, "unexpected_index_list": [{"row_no": 0}]}}, "saw 2 of 3"),
        ({"result": {"element_count": 3, "unexpected_count": 2, "unexpected_index_list": [{"row_no": 0}]}}, "2 rows failed but 1"),
    ],
)  # fmt: skip
def test_a_result_that_contradicts_itself_is_an_error(change, message):
    entry = {
        "success": False,
        "exception_info": {"raised_exception": False, "exception_message": None},
        "result": {
            "element_count": 3,
            "unexpected_count": 1,
            "unexpected_index_list": [{"row_no": 0, "n": -1}],
        },
    }
    assert engine._outcome(positive("n"), entry, 3).rows == {0: -1}
    with pytest.raises(engine.ExpectationRaised, match=message):
        engine._outcome(positive("n"), entry | change, 3)


@pytest.mark.timeout(60)  # it takes a second or two; where each offset is counted from the beginning, minutes
def test_time_grows_with_a_texts_mentions_not_with_mentions_times_length():
    sentence = "Genève parle à Paris de la trêve. Personne ne sait si elle tient. "
    places = [len(sentence) * n + sentence.index("Paris") for n in range(30_000)]
    mentions = [again(good.actors[0].mentions[0], text="Paris", start=at, end=at + 5) for at in places]
    mentions[-1] = again(mentions[-1], text="Rome")
    long = again(good, text=sentence * 30_000, actors=[again(good.actors[0], mentions=mentions)])
    assert "has 1 mentions whose offsets do not give their words" in preview([long])[0].detail
