"""A server, a feed that it serves, and a run of that feed in a hurry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from depeche import ingest
from depeche.ingest.feeds import Feed
from depeche.records import Tally
from depeche.settings import Settings
from web_server import WebServer


@pytest.fixture
def server() -> Iterator[WebServer]:
    made = WebServer()
    yield made
    made.stop()


@pytest.fixture
def quick(settings: Settings) -> Settings:
    return msgspec.structs.replace(
        settings,
        fetch_rate=1000.0,
        fetch_seconds=5.0,
        fetch_tries=2,
        fetch_wait_seconds=3.0,
        max_payload_mb=1,
    )


@pytest.fixture
def feed(server: WebServer) -> Feed:
    return Feed(id="web", kind="rss", location=Path("/"), url=f"{server.url}/feed", allow_private=True)


Run = Callable[..., Tally]


@pytest.fixture
def run(feed: Feed, quick: Settings) -> Run:
    def ran(**changes: Any) -> Tally:
        interval = changes.pop("interval", None)
        chosen = msgspec.structs.replace(quick, **changes.pop("settings", {}))
        changed = msgspec.structs.replace(feed, **changes)
        return ingest.ingest(changed, chosen, now=datetime.now(UTC), interval=interval)

    return ran
