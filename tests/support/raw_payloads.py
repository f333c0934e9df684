"""Payloads to store, and all that is stored."""

from __future__ import annotations

import hashlib
import io
from datetime import datetime

from depeche.ingest import rawstore
from depeche.ingest.delivery import Delivery
from depeche.records import SideCar
from depeche.settings import Settings

NOTHING = SideCar()


def delivery(
    name: str, content: bytes, described: SideCar = NOTHING, refused: tuple[str, str] | None = None
) -> Delivery:
    return Delivery(
        name,
        f"/in/{name}",
        len(content),
        hashlib.sha256(content).hexdigest(),
        io.BytesIO(content),
        described,
        refused,
    )


def store(settings: Settings, now: datetime, *items: Delivery, feed: str = "afp"):  # type: ignore[no-untyped-def]
    return rawstore.ingest_deliveries(feed, items, settings, now)


def every(settings: Settings) -> dict[str, bytes]:
    """Digest → bytes of all that is stored, read from the files; fails where something is there twice."""
    found: dict[str, bytes] = {}
    for batch in rawstore.batches(settings):
        refs = rawstore.refs(settings, batch)
        for ref, content in zip(refs, rawstore.read_many(settings, [r.raw_uri for r in refs]), strict=True):
            assert ref.raw_sha256 not in found
            found[ref.raw_sha256] = content
    return found
