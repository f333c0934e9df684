"""What clean gives: text and metadata as stated."""

from __future__ import annotations

from datetime import datetime

from depeche.records.base import Record


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
    declared_version: str | None = None
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
    modified_at_text: str | None = None
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
