"""Payloads that are measured on: as delivered, but stored nowhere."""

from __future__ import annotations

from hashlib import sha256

from depeche import clock
from depeche.records import RawDispatch


def delivered(name: str, payload: bytes) -> RawDispatch:
    """``payload`` as if it had been delivered now under ``name``."""
    return RawDispatch(
        raw_uri=None,
        raw_sha256=sha256(payload).hexdigest(),
        name=name,
        payload=payload,
        feed_id=None,
        collected_at=clock.now(),
    )
