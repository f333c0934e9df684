"""Pages and feeds for the tests' server to serve, and what of them came to be stored."""

from __future__ import annotations

from depeche.ingest import rawstore
from depeche.records import RawRef, Tally
from depeche.settings import Settings
from web_server import Page

ITEM = "<item><link>{0}</link><guid isPermaLink='false'>guid {0}</guid>{1}</item>"
# For servers that dawdle; the others get time enough for a busy machine.
HASTE = {"fetch_seconds": 0.5}
HTML = {"Content-Type": "text/html; charset=iso-8859-1"}


def rss(*items: tuple[str, str] | str) -> Page:
    pairs = [(item, "") if isinstance(item, str) else item for item in items]
    body = "".join(ITEM.format(*pair) for pair in pairs)
    space = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    return Page(f"<rss version='2.0' {space}><channel>{body}</channel></rss>".encode())


def page(text: str = "page", **headers: str) -> Page:
    return Page(f"<html><p>{text}</p></html>".encode(), headers={**HTML, **headers})


def stored(settings: Settings) -> dict[str, RawRef]:
    """Every payload by its name; each read back whole."""
    found = {}
    for batch in rawstore.batches(settings):
        assert rawstore.verify(settings, batch) == []
        for ref in rawstore.refs(settings, batch):
            assert len(rawstore.read(settings, ref.raw_uri)) == ref.size
            found[ref.name] = ref
    return found


def counts(tally: Tally) -> tuple[int, int, int, int]:
    return tally.taken, tally.accepted, tally.quarantined, tally.known
