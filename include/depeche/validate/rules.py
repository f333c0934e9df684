"""The row rules: what a dispatch must be to be published, and the code of its refusal.

Each is an expectation on one column of ``light.sql``, so that Great Expectations never
sees a text. In order: the first that fails gives the reason.
"""

from __future__ import annotations

from typing import Any, NamedTuple

# Havas, the first news agency, opened in 1835.
FIRST_YEAR = 1835
# ISO 639-1 and 639-3 where agencies send in it.
_CODES = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz
ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii
ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi
mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw
sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug
uk ur uz ve vi vo wa wo xh yi yo za zh zu ckb fil prs yue
"""
LANGUAGES = frozenset(_CODES.split())


class Rule(NamedTuple):
    """A value of ``column`` must be among ``values``, or between ``low`` and ``high``.

    Null passes unless ``required``. ``says`` completes "the dispatch …", with {value}.
    """

    reason: str
    column: str
    says: str
    low: float | None = None
    high: float | None = None
    values: frozenset[str] | None = None
    required: bool = True

    @property
    def name(self) -> str:
        """What Great Expectations and its report call the rule."""
        return f"{self.reason}:{self.column}"

    def expectations(self) -> list[dict[str, Any]]:
        """As Great Expectations take it; null passes their value tests, so it has one of its own."""
        kwargs: dict[str, Any] = {"column": self.column}
        if self.values is not None:
            found = [
                {"type": "expect_column_values_to_be_in_set", "value_set": sorted(self.values), **kwargs}
            ]
        else:
            limits = {"min_value": self.low, "max_value": self.high}
            found = [{"type": "expect_column_values_to_be_between", **limits, **kwargs}]
        if self.required:
            found.insert(0, {"type": "expect_column_values_to_not_be_null", **kwargs})
        return found


def _among(*values: str) -> frozenset[str]:
    return frozenset(values)


BASES = _among("issued", "dateline", "sidecar", "collected")
AS_OF_BASES = BASES | {"titles"}
PRECISIONS = _among("second", "minute", "day", "month", "year")

ROW_RULES = (
    Rule("key_missing", "key_length", "has no usable dispatch_id ({value} characters)", 1, 2048),
    Rule("revision_invalid", "revision", "has revision {value}; they count from 1", 1),
    Rule("key_missing", "id_basis", "has id_basis {value}", values=_among("agency_guid", "url", "text_hash")),
    Rule("digest_invalid", "raw_digest_length", "has no SHA-256 of its raw bytes", 64, 64),
    Rule("digest_invalid", "text_digest_length", "has no SHA-256 of its words", 64, 64),
    Rule("source_missing", "source_length", "has no source, not even UNKNOWN", 1, 64),
    Rule("no_words", "words_length", "has neither headline nor text", 1),
    Rule("text_too_long", "text_length", "has a text of {value} characters, over 2,000,000", 0, 2_000_000),
    Rule("undecodable", "undecoded_share", "could not be decoded: U+FFFD is {value} of its text", 0, 0.01),
    Rule("control_characters", "control_characters", "has {value} control characters", 0, 0),
    Rule("markup_left", "markup_tags", "has {value} HTML tags left in its text", 0, 2),
    Rule(
        "language_unknown",
        "language",
        "is in a language that cannot be told ({value})",
        values=LANGUAGES,
        required=False,
    ),
    Rule(
        "date_in_future",
        "issued_days_ahead",
        "says it was issued {value} days from now",
        high=1,
        required=False,
    ),
    Rule("date_in_future", "issue_date_days_ahead", "has an issue_date {value} days from now", high=1),
    Rule("date_too_early", "issued_year", "says it was issued in {value}", FIRST_YEAR, required=False),
    Rule("date_too_early", "issue_date_year", "has an issue_date in {value}", FIRST_YEAR),
    Rule("urgency_invalid", "urgency", "has urgency {value}; it goes from 1 to 9", 1, 9, required=False),
    Rule(
        "pubstatus_invalid",
        "pubstatus",
        "has pubstatus {value}",
        values=_among("usable", "withheld", "canceled"),
    ),
    Rule("date_basis_invalid", "issue_date_basis", "has issue_date_basis {value}", values=BASES),
    Rule("date_basis_invalid", "as_of_basis", "has as_of_basis {value}", values=AS_OF_BASES),
    Rule(
        "date_basis_invalid",
        "issued_at_precision",
        "has issued_at_precision {value}",
        values=PRECISIONS,
        required=False,
    ),
    Rule("confidence_invalid", "lowest_confidence", "has a confidence of {value}", 0, 1, required=False),
    Rule("confidence_invalid", "highest_confidence", "has a confidence of {value}", 0, 1, required=False),
    Rule(
        "offsets_wrong", "wrong_mentions", "has {value} mentions whose offsets do not give their words", 0, 0
    ),
    Rule("offsets_wrong", "wrong_credits", "has {value} credits whose offsets do not give their words", 0, 0),
    Rule("offsets_wrong", "wrong_datelines", "has a dateline whose offsets do not give its words", 0, 0),
)
