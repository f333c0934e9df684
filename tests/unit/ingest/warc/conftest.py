"""A run of a feed of web archives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from depeche import ingest
from depeche.ingest import feeds
from depeche.records import Tally
from depeche.settings import Settings


@pytest.fixture
def run(settings: Settings, folder: Path, now: datetime) -> Callable[..., Tally]:
    """Ingest a feed of kind warc on ``folder`` with the given keys."""

    def ran(interval: Any = None, of: Settings = settings, **keys: Any) -> Tally:
        entry = {"id": "crawl", "kind": "warc", "location": str(folder), **keys}
        file = folder.parent / "feeds.yml"
        file.write_bytes(msgspec.yaml.encode({"feeds": [entry]}))
        return ingest.ingest(feeds.load(file)["crawl"], of, now=now, interval=interval)

    return ran
