"""Pages for web archives, and what of them is in the raw store."""

from __future__ import annotations

from depeche.ingest import rawstore
from depeche.settings import Settings
from foreign_warc import Page, page

PAGES = [Page(f"https://www.paper{n % 3}.example/story/{n}", page(n)) for n in range(12)]


def payloads(settings: Settings) -> dict[str, bytes]:
    """Name → bytes of all that is in the raw store, read back."""
    found = [ref for batch in rawstore.batches(settings) for ref in rawstore.refs(settings, batch)]
    read = rawstore.read_many(settings, [ref.raw_uri for ref in found])
    return {ref.sidecar.url or ref.name: bytes_ for ref, bytes_ in zip(found, read, strict=True)}
