"""Identity: the same dispatch has the same id whatever its revision and way to us.

The agency's own id without its revision; without one, the canonical URL; without a URL,
the hash of text and date. NewsML 1.2 (section 5.1) builds its public identifier as
``urn:newsml:provider:date:item:revision``; NewsML-G2 guids carry no revision, but some
agencies write it at the end all the same.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from hashlib import sha256
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from depeche.records import CleanDispatch

_NEWSML = re.compile(
    r"(urn:newsml:[^:\s]+:\d{8}(?:T\d{4,6}(?:Z|[+-]\d{4})?)?:\S+?):(\d{1,9})[NUA]?", re.IGNORECASE
)
# AFP's Core API: each version has its own instant before the document's short id.
_UNO = re.compile(r"(newsml\.[a-z0-9.-]+?)\.\d{8}T\d{4,6}Z?\.(doc-[^\s:]+)", re.IGNORECASE)
# NTB's ids: the story's, then the number of times it was rewritten.
_COUNTED = re.compile(r"([A-Za-z]{2,}\w*)_(\d\d)")
_SCHEMED = re.compile(r"[a-z][a-z0-9+.-]+:\S+|newsml\.\S+", re.IGNORECASE)
_TRACKING = re.compile(
    r"utm_\w*|at_\w+|xtor|xtref|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|cmpid|cmp|wt_mc|_ga|ref_src|ns_\w+|#?xtatc"
)
_PORTS = {"http": 80, "https": 443}
LONGEST_URL = 2000


def identity(
    clean: CleanDispatch, text_for_hash: str, day: date | None = None
) -> tuple[str, int, str, str | None]:
    """``(dispatch_id, revision, id_basis, agency_guid)``; basis is agency_guid, url or text_hash.

    ``day`` is the dispatch's own date (not ours), where it has one: the same words on
    another day are another dispatch. ``revision`` is 1 where none is stated.
    """
    guid = " ".join((clean.agency_guid or "").split()) or None
    stated = clean.revision if clean.revision is not None and clean.revision > 0 else None
    if guid is not None:
        base, in_guid = without_revision(guid, clean.revision)
        if not _SCHEMED.fullmatch(base):
            # A short id is only unique within the house that gave it.
            base = f"{_house(clean)}:{base}"
        return base, stated or in_guid or 1, "agency_guid", clean.agency_guid
    url = canonical_url(clean.url) if clean.url else None
    if url is not None:
        return url, stated or 1, "url", None
    return _hashed(text_for_hash, day), stated or 1, "text_hash", None


def without_revision(guid: str, revision: int | None = None) -> tuple[str, int | None]:
    """``guid`` without its revision, and the revision it carried."""
    match = _NEWSML.fullmatch(guid)
    if match is not None:
        return match[1], int(match[2]) or None
    uno = _UNO.fullmatch(guid)
    if uno is not None:
        return f"{uno[1]}.{uno[2]}", revision
    # Of urn:newsml:provider:date:item and tag:house,date:item the last part is the item, whatever its number.
    parts = 4 if guid.lower().startswith("urn:newsml:") else 2
    if revision is not None and guid.endswith(f":{revision}") and guid.count(":") > parts:
        return guid[: -len(f":{revision}")], revision
    counted = _COUNTED.fullmatch(guid)
    if counted is not None and revision is not None and int(counted[2]) in (revision - 1, revision):
        return counted[1], revision
    return guid, None


def canonical_url(url: str) -> str | None:
    """``url`` without fragment, tracking parameters, user and default port; host in lower case.

    None where it is not an http(s) URL with a host.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    scheme, host = parts.scheme.lower(), (parts.hostname or "").rstrip(".")
    if scheme not in _PORTS or not host or re.search(r"\s", host) or len(url) > LONGEST_URL:
        return None
    where = f"[{host}]" if ":" in host else host
    if port is not None and port != _PORTS[scheme]:
        where += f":{port}"
    kept = [
        pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0])
    ]
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return urlunsplit((scheme, where, path, urlencode(kept), ""))


def text_sha256(headline: str | None, full_text: str) -> str:
    """SHA-256 (hex) of headline and full text: the same words have the same value."""
    return sha256(f"{headline or ''}\0{full_text}".encode("utf-8", "surrogatepass")).hexdigest()


def _house(clean: CleanDispatch) -> str:
    provider = next((party.text for party in clean.parties if party.role == "provider"), None)
    name = provider or clean.agency_id or clean.publisher or clean.feed_id or "unknown"
    return "-".join(name.lower().split())


def _hashed(text: str, day: date | None) -> str:
    words = " ".join(unicodedata.normalize("NFC", text).split())
    digest = sha256(f"{words}\0{day.isoformat() if day else ''}".encode("utf-8", "surrogatepass"))
    return f"sha256:{digest.hexdigest()}"
