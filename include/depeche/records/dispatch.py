"""What normalise gives: the row of ``dispatch_revisions`` and the values in it."""

from __future__ import annotations

from datetime import date, datetime

from depeche.records.base import Record
from depeche.records.clean import Association, Subject


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
    """One place of a dateline: as printed, and as resolved. ``city_id`` is GeoNames'.

    ``admin`` is the first-order area's name where it is known, else GeoNames' code of it (``RU.48``).
    """

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
    """One row of ``dispatch_revisions``, except ``batch_id``. See ``depeche.schema`` for each column."""

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
    modified_at: datetime | None
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
    declared_version: str | None = None
    quality_flags: list[str]
