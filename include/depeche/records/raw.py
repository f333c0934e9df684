"""What ingest gives: payloads, with what is known of their delivery."""

from __future__ import annotations

from datetime import datetime

from depeche.columns import Columns
from depeche.records.base import Record
from depeche.records.site import Sites


class SideCar(Record, frozen=True, kw_only=True):
    """What a ``NAME.meta.json`` beside a dropped file, a server's answer, or the feed that led to it says about a delivery.

    ``charset`` is the one its transport declared; ``items`` are the guids or links of those
    items of a feed document that are meant, where the others came by their own pages.
    ``modified_at``, ``headline``, ``byline``, ``summary`` and ``keywords`` are of the one dispatch that it holds.
    """

    collected_at: datetime | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    charset: str | None = None
    items: list[str] | None = None
    issued_at: str | None = None
    modified_at: str | None = None
    headline: str | None = None
    byline: str | None = None
    summary: str | None = None
    keywords: list[str] | None = None


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

    ``columns`` is the feed's column map, for payloads that are tables; ``sites`` has the rules for
    single sites, for those that are pages.
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
    sites: Sites = {}
