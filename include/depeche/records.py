"""The records that travel between the stages: one type per promise.

A stage takes records of one type and gives records of the next; what it cannot take
it refuses by raising :class:`Reject`. All records are frozen; all instants are aware
UTC datetimes; all offsets count Unicode characters (code points).
"""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from depeche.columns import Columns


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every record: immutable, keyword-only, closed."""


class Reject(Exception):
    """Raised by a stage that refuses a record.

    ``reason`` is a code from the closed list in ``docs/quarantine.md``; ``detail`` says
    in one sentence what was found and, where there is a cure, what to do.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class GateClosed(Exception):
    """Batches failed a batch rule and were not published; the message says which and why."""


# --- ingest -------------------------------------------------------------------------


class SideCar(Record, frozen=True, kw_only=True):
    """What a ``NAME.meta.json`` beside a dropped file, or a server's answer, says about a delivery.

    ``charset`` is the one its transport declared; ``items`` are the guids or links of those
    items of a feed document that are meant, where the others came by their own pages.
    """

    collected_at: datetime | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    charset: str | None = None
    items: list[str] | None = None
    issued_at: str | None = None


class RawRef(Record, frozen=True, kw_only=True):
    """A payload in the raw store, without its bytes.

    ``refused`` is set where ingest would not take the payload (an unsafe archive
    member, a bomb): such a record goes to quarantine unread.
    """

    raw_uri: str
    raw_sha256: str
    name: str
    size: int
    feed_id: str
    collected_at: datetime
    sidecar: SideCar = SideCar()
    refused: tuple[str, str] | None = None


class RawDispatch(Record, frozen=True, kw_only=True):
    """A payload with its exact bytes. ``raw_uri`` is None only where nothing is stored (inspect).

    ``columns`` is the feed's column map, for payloads that are tables.
    """

    raw_uri: str | None
    raw_sha256: str
    name: str
    payload: bytes
    feed_id: str | None
    collected_at: datetime
    sidecar: SideCar = SideCar()
    agency_id: str | None = None
    publisher: str | None = None
    language_hint: str | None = None
    columns: Columns | None = None


# --- clean --------------------------------------------------------------------------


class StatedPlace(Record, frozen=True, kw_only=True):
    """A place as the metadata states it; every value verbatim."""

    city: str | None = None
    area: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


class StatedParty(Record, frozen=True, kw_only=True):
    """A party as stated: ``role`` is provider, source, creator, credit or copyright."""

    role: str
    text: str


class Subject(Record, frozen=True, kw_only=True):
    """A subject code: ``scheme`` iptc, medtop, afp-category … ; ``label`` where stated."""

    scheme: str
    code: str
    label: str | None = None


class Association(Record, frozen=True, kw_only=True):
    """A link to another item, or the kind of companion announced (Photo, Video …)."""

    ref: str | None = None
    kind: str | None = None


class CleanDispatch(Record, frozen=True, kw_only=True):
    """Plain Unicode text and the metadata *as stated*: nothing normalised, nothing invented.

    ``text`` is the whole cleaned text, paragraphs separated by one blank line ("" only where a
    headline is all there is: the flag ``headline_only``); where a
    page or wire copy carries the dateline inside the text it is still in there.
    ``dateline_text`` is only set where the format has a field of its own for it.
    ``*_text`` values are verbatim. ``unmapped`` lists paths of source elements that the
    reader neither maps nor ignores on purpose.
    """

    raw_uri: str | None
    raw_sha256: str
    name: str
    feed_id: str | None
    collected_at: datetime
    format: str
    reader_version: str
    text: str
    agency_id: str | None = None
    publisher: str | None = None
    url: str | None = None
    agency_guid: str | None = None
    revision: int | None = None
    language_text: str | None = None
    language_hint: str | None = None
    headline: str | None = None
    summary: str | None = None
    slug: str | None = None
    keywords: list[str] = []
    byline: str | None = None
    dateline_text: str | None = None
    dateline_date_text: str | None = None
    location: StatedPlace | None = None
    parties: list[StatedParty] = []
    captions: list[str] = []
    issued_at_text: str | None = None
    issued_at_hint: str | None = None
    created_at_text: str | None = None
    kind_text: str | None = None
    genres: list[str] = []
    urgency_text: str | None = None
    priority_text: str | None = None
    status_text: str | None = None
    signal_texts: list[str] = []
    advisory: str | None = None
    embargo_text: str | None = None
    usage_terms: list[str] = []
    subjects: list[Subject] = []
    associations: list[Association] = []
    unmapped: list[str] = []
    quality_flags: list[str] = []


# --- normalise ----------------------------------------------------------------------


class Credit(Record, frozen=True, kw_only=True):
    """Words that name an agency and the part it had.

    ``role``: issuer, joint, contributor, quoted or photo. ``start``/``end`` are offsets
    in ``full_text``; both None where the credit is stated in metadata only (``rule`` says where).
    """

    agency_id: str
    wikidata_id: str | None
    role: str
    text: str
    start: int | None
    end: int | None
    rule: str


class Place(Record, frozen=True, kw_only=True):
    """One place of a dateline: as printed, and as resolved. ``city_id`` is GeoNames'."""

    text: str
    city_id: int | None = None
    name: str | None = None
    country_code: str | None = None
    country_code3: str | None = None
    admin: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    rule: str
    confidence: float


class Dateline(Record, frozen=True, kw_only=True):
    """Where and when a dispatch was filed. ``text`` is None where only metadata state it.

    ``start``/``end`` are offsets in ``full_text`` (None where ``text`` came from a field
    of its own). ``date`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` as ``date_precision``
    (year, month, day) says. ``agencies`` are authority ids, in order.
    """

    text: str | None
    start: int | None
    end: int | None
    places: list[Place]
    date: str | None
    date_precision: str | None
    agencies: list[str]
    rule: str


class Mention(Record, frozen=True, kw_only=True):
    """Words that name an actor. Offsets in the published ``field`` (headline or text)."""

    text: str
    field: str
    start: int
    end: int
    rule: str
    confidence: float


class Actor(Record, frozen=True, kw_only=True):
    """A resolved person, state, body or group, with every mention of it."""

    actor_id: str
    wikidata_id: str | None
    kind: str
    name: str
    country_code: str | None
    office_id: str | None
    cameo_code: str | None
    mentions: list[Mention]


class EventDate(Record, frozen=True, kw_only=True):
    """A date spoken of in the body. ``first``/``last`` are ISO days, both inclusive."""

    text: str
    start: int
    end: int
    first: date
    last: date
    rule: str


class Dispatch(Record, frozen=True, kw_only=True):
    """One row of ``dispatch_revisions``, except ``batch_id``. See ``schema.py`` for each column."""

    dispatch_id: str
    revision: int
    id_basis: str
    agency_guid: str | None
    text_sha256: str

    source: str
    credits: list[Credit]
    feed_id: str | None
    publisher: str | None
    url: str | None

    language: str | None
    language_text: str | None
    language_basis: str | None
    headline: str | None
    summary: str | None
    slug: str | None
    keywords: list[str]
    text: str
    full_text: str
    word_count: int
    byline: str | None
    sign_off: str | None
    advisory: str | None

    kind: str | None
    kind_text: str | None
    urgency: int | None
    urgency_text: str | None
    signal: list[str]
    pubstatus: str
    pubstatus_text: str | None
    embargo_until: datetime | None
    embargo_text: str | None
    usage_terms_text: str | None
    usage_rules: list[str]

    issued_at: datetime | None
    issued_at_text: str | None
    issued_at_precision: str | None
    created_at: datetime | None
    issue_date: date
    issue_date_basis: str
    as_of_date: date
    as_of_basis: str
    collected_at: datetime
    event_dates: list[EventDate]

    dateline: Dateline | None
    actors: list[Actor]
    subjects: list[Subject]
    associations: list[Association]

    raw_uri: str | None
    raw_sha256: str
    raw_name: str
    format: str
    reader_version: str
    normaliser_version: str
    authority_version: str
    quality_flags: list[str]


# --- outcomes -----------------------------------------------------------------------


class Rejected(Record, frozen=True, kw_only=True):
    """One refused record: where it stopped, why, and where its bytes are."""

    stage: str
    reason: str
    detail: str
    raw_uri: str | None
    raw_sha256: str | None
    raw_name: str
    feed_id: str | None
    collected_at: datetime
    dispatch_id: str | None = None
    revision: int | None = None


class Tally(Record, frozen=True, kw_only=True):
    """What became of the records of one stage: ``taken == accepted + quarantined + known``.

    ``postponed`` counts, by reason, what could not be had and is asked for again by the next
    run; ``left`` counts, by cause, what the feed's selection left out. Neither was taken.
    ``formats`` has, by format, how many records the stage took and its seconds.
    """

    stage: str
    taken: int = 0
    accepted: int = 0
    quarantined: int = 0
    known: int = 0
    seconds: float = 0.0
    reasons: dict[str, int] = {}
    postponed: dict[str, int] = {}
    left: dict[str, int] = {}
    formats: dict[str, tuple[int, float]] = {}

    def check(self) -> Tally:
        """Return self. Raises AssertionError where records were lost or made up."""
        if self.taken != self.accepted + self.quarantined + self.known:
            raise AssertionError(
                f"{self.stage}: {self.taken} in, but {self.accepted} accepted + "
                f"{self.quarantined} quarantined + {self.known} already known"
            )
        return self

    def plus(self, other: Tally) -> Tally:
        """The two tallies of the same stage added up."""
        return Tally(
            stage=self.stage,
            taken=self.taken + other.taken,
            accepted=self.accepted + other.accepted,
            quarantined=self.quarantined + other.quarantined,
            known=self.known + other.known,
            seconds=self.seconds + other.seconds,
            reasons=_summed(self.reasons, other.reasons),
            postponed=_summed(self.postponed, other.postponed),
            left=_summed(self.left, other.left),
            formats=_summed_pairs(self.formats, other.formats),
        )


def _summed(some: dict[str, int], more: dict[str, int]) -> dict[str, int]:
    return {reason: some.get(reason, 0) + more.get(reason, 0) for reason in {**some, **more}}


def _summed_pairs(
    some: dict[str, tuple[int, float]], more: dict[str, tuple[int, float]]
) -> dict[str, tuple[int, float]]:
    none = (0, 0.0)
    return {
        name: (
            some.get(name, none)[0] + more.get(name, none)[0],
            some.get(name, none)[1] + more.get(name, none)[1],
        )
        for name in {**some, **more}
    }
