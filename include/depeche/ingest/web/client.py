"""The HTTP client, and the small print of HTTP."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy
from urllib.parse import urldefrag, urljoin, urlsplit

import httpcore
import httpx

from depeche import __version__
from depeche.ingest.delivery import Exchange
from depeche.ingest.web.address import Guard
from depeche.ingest.web.body import ENCODINGS
from depeche.instants import read_instant
from depeche.records import Reject
from depeche.settings import Settings

_ACCOUNT = re.compile("(?<=^https://)[^/?#]*@|(?<=^http://)[^/?#]*@", re.IGNORECASE)


def client(settings: Settings, allow_private: bool) -> httpx.AsyncClient:
    """A client that dials through the guard, checks certificates, keeps no cookies, takes no proxy."""
    transport = httpx.AsyncHTTPTransport(http2=True, trust_env=False)
    # httpx has no parameter for it: the pool is exchanged for one that dials through the guard.
    transport._pool = httpcore.AsyncConnectionPool(
        ssl_context=httpx.create_ssl_context(trust_env=False),
        http1=True,
        http2=True,
        network_backend=Guard(allow_private),
        max_connections=settings.fetch_at_once * 2,
        keepalive_expiry=15.0,
    )
    return httpx.AsyncClient(
        transport=transport,
        headers={"User-Agent": user_agent(settings), "Accept": "*/*", "Accept-Encoding": ENCODINGS},
        timeout=settings.fetch_seconds,
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        trust_env=False,
    )


def user_agent(settings: Settings) -> str:
    """Who we say we are."""
    name = f"depeche/{__version__}"
    return f"{name} (+{settings.contact})" if settings.contact else name


def exchange(response: httpx.Response, at: datetime) -> Exchange:
    """The head of an answer with the request that it answers."""
    stream = response.extensions.get("network_stream")
    server = stream.get_extra_info("server_addr") if stream else None
    return Exchange(
        url=str(response.request.url),
        at=at,
        method=response.request.method,
        request=_pairs(response.request.headers),
        status=response.status_code,
        phrase=response.reason_phrase,
        response=_pairs(response.headers),
        address=str(server[0]) if server else None,
    )


def _pairs(headers: httpx.Headers) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers.raw]


def absolute(base: str, written: str) -> str:
    """A link as written, made absolute and without its fragment; as written where that cannot be.

    An account in it becomes ``…``: the link is refused for it, and a refusal is stored and shown.
    """
    try:
        made = urldefrag(urljoin(base, written.strip())).url
    except ValueError:
        made = written.strip()
    return _ACCOUNT.sub("…@", made)


def host_of(url: str) -> str:
    """Host and port of a URL; empty where it has none."""
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""


def checked(url: str) -> str:
    """The URL. Raises Reject("bad_link") where it is none of http or https, or holds a password."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and "@" not in parts.netloc and url.isprintable()
        good = good and (parts.port or 1) > 0 and bool(httpx.URL(url).host)
    except (ValueError, httpx.InvalidURL):
        good = False
    if not good:
        raise Reject("bad_link", f"{url[:200]!r} is no address of http or https without a password")
    return url


def retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds that a Retry-After header says, as a number or as a date; None where it says nothing."""
    if value is None:
        return None
    if re.fullmatch("[0-9]+", value.strip()):
        return float(value)
    until = read_instant(value)
    if until is None:
        return None
    return max(0.0, (until.replace(tzinfo=UTC) - now).total_seconds())
