"""What the tests of cleaning share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from depeche.clean import clean
from depeche.records import CleanDispatch, RawDispatch, Reject, SideCar

MakeRaw = Callable[..., RawDispatch]
Read = Callable[..., CleanDispatch]
Refuse = Callable[..., Reject]


@pytest.fixture
def make_raw() -> MakeRaw:
    """A RawDispatch of the given payload (bytes, or text as UTF-8)."""

    def make(payload: bytes | str, sidecar: SideCar | None = None, hint: str | None = None) -> RawDispatch:
        octets = payload.encode() if isinstance(payload, str) else payload
        return RawDispatch(
            raw_uri="feed/one.warc.gz#17",
            raw_sha256=sha256(octets).hexdigest(),
            name="delivered.bin",
            payload=octets,
            feed_id="feed",
            collected_at=datetime(2024, 7, 1, tzinfo=UTC),
            sidecar=sidecar or SideCar(),
            agency_id="AFP",
            publisher="The Feed",
            language_hint=hint,
        )

    return make


@pytest.fixture
def read(make_raw: MakeRaw) -> Read:
    """The one dispatch of a payload."""

    def one(payload: bytes | str, sidecar: SideCar | None = None, hint: str | None = None) -> CleanDispatch:
        found = clean(make_raw(payload, sidecar, hint))
        assert len(found) == 1
        assert isinstance(found[0], CleanDispatch)
        return found[0]

    return one


@pytest.fixture
def refuse(make_raw: MakeRaw) -> Refuse:
    """The refusal of a payload."""

    def one(payload: bytes | str) -> Reject:
        with pytest.raises(Reject) as caught:
            clean(make_raw(payload))
        return caught.value

    return one
