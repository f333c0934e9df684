"""Fetching a URL: redirects, retries, limits. One answer, or the reason why there is none."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import httpcore
import httpx
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt
from tenacity.wait import wait_exponential_jitter

from depeche.ingest.delivery import Evidence, Exchange
from depeche.ingest.failure import HostDown, Unavailable
from depeche.ingest.spool import nothing
from depeche.ingest.web.answer import Answer, Refused
from depeche.ingest.web.body import read_body
from depeche.ingest.web.client import absolute, checked, client, exchange, host_of, retry_after
from depeche.ingest.web.pace import Host
from depeche.ingest.web.robots import MOST, Robots
from depeche.records import Reject
from depeche.settings import Settings

REDIRECTS = (301, 302, 303, 307, 308)
# More hops than this are a loop; of robots.txt too (RFC 9309, 2.3.1.2).
MOST_HOPS = 5
# Statuses that say: later. Others from 400 up say: no.
LATER = (408, 425, 429, 500, 502, 503, 504)
# As much of an error's page is kept.
MOST_ERROR = 256 * 1024
BACK_OFF = wait_exponential_jitter(multiplier=0.5, max=30, jitter=0.5)

Keep = Callable[[Evidence], Awaitable[None]]
Wanted = Callable[[str], bool]


def anything(media_type: str) -> bool:
    """Every type of content is wanted."""
    return True


class Fetcher:
    """One pooled client for one run of one feed. To be used as an async context."""

    def __init__(self, settings: Settings, keep: Keep, *, allow_private: bool = False) -> None:
        self._settings = settings
        self._keep = keep
        self._hosts: dict[str, Host] = {}
        self._robots = Robots(self._load_robots)
        self._places = asyncio.Semaphore(settings.fetch_at_once)
        self._most = settings.max_payload_mb * 1024 * 1024
        self._client = client(settings, allow_private)

    async def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        wanted: Wanted = anything,
        robots: bool = True,
    ) -> Answer:
        """The answer to a GET: its status is 200 or, where ``headers`` ask on a condition, 304.

        Raises Reject (Refused where there is an answer to keep) for what asking again would
        not change, Unavailable for what may be had later.
        """
        seen: list[str] = []
        while len(seen) <= MOST_HOPS:
            if url in seen:
                raise Reject("redirect_loop", f"redirects back to {url}")
            seen.append(url)
            if robots:
                await self.allowed(url)
            answer = await self.ask(url, headers=headers, wanted=wanted)
            if answer.exchange.status == 304 and not headers:
                raise Refused("http_error", "304, though nothing was asked on a condition", answer)
            if answer.exchange.status not in REDIRECTS:
                return answer
            await self.keep(answer)
            target = answer.header("location")
            if not target:
                raise Reject("http_error", f"{answer.exchange.status} without a Location")
            url = checked(absolute(url, target))
        raise Reject("redirect_loop", f"over {MOST_HOPS} redirects, the last to {url}")

    async def allowed(self, url: str) -> None:
        """Ask the host's robots.txt, and keep to the pace it wants. Raises Reject as ``get``."""
        delay = await self._robots.ask(checked(url))
        if delay:
            self.host(url).slow_down(delay)

    async def ask(
        self,
        url: str,
        method: str = "GET",
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        wanted: Wanted = anything,
    ) -> Answer:
        """One URL, tried as often as the settings say; its status is below 400. Raises as ``get``."""
        host = self.host(checked(url))
        longest = self._settings.fetch_wait_seconds
        tries = AsyncRetrying(
            retry=retry_if_exception(
                lambda e: (
                    isinstance(e, Unavailable) and not isinstance(e, HostDown) and (e.after or 0) <= longest
                )
            ),
            stop=stop_after_attempt(self._settings.fetch_tries),
            wait=_wait,
            reraise=True,
        )
        try:
            async for attempt in tries:
                with attempt:
                    async with host.turn(), self._places:
                        answer = await self._once(url, method, headers or {}, content, wanted)
        except HostDown:
            raise
        except Unavailable as why:
            host.failed(why, at_once=(why.after or 0) > longest)
            raise
        except Refused:
            host.answered()
            raise
        host.answered()
        return answer

    async def keep(self, answer: Answer) -> None:
        """Keep an exchange whose body is no payload; the body is closed."""
        await self._keep(Evidence(answer.exchange, answer.body))

    def host(self, url: str) -> Host:
        """The host of a URL."""
        name = host_of(url)
        return self._hosts.setdefault(name, Host(name, self._settings))

    async def _once(
        self, url: str, method: str, headers: Mapping[str, str], content: bytes | None, wanted: Wanted
    ) -> Answer:
        at = datetime.now(UTC)
        limit = self._settings.fetch_seconds
        try:
            async with asyncio.timeout(limit):
                response = await self._send(url, method, headers, content)
                try:
                    return await self._judge(exchange(response, at), response, wanted)
                finally:
                    await response.aclose()
        except (TimeoutError, httpx.TimeoutException):
            raise Unavailable("fetch_timeout", f"no whole answer within {limit:g} s") from None
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise Reject("bad_link", f"{url}: {error}") from None
        except (httpx.TransportError, httpcore.NetworkError) as error:
            said = str(error) or type(error).__name__
            raise Unavailable("fetch_failed", f"the connection failed: {said}") from None

    async def _send(
        self, url: str, method: str, headers: Mapping[str, str], content: bytes | None
    ) -> httpx.Response:
        try:
            request = self._client.build_request(method, url, headers=dict(headers), content=content)
            return await self._client.send(request, stream=True)
        except ValueError as error:
            # httpx reads a redirect's address at once, and some are none (of IDNA, above all).
            raise Reject("bad_link", f"{url} leads to what is no address: {error}") from None

    async def _judge(self, made: Exchange, response: httpx.Response, wanted: Wanted) -> Answer:
        status = made.status
        if status >= 400:
            await self._judge_error(made, response)
        media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if status == 200 and not wanted(media_type):
            empty = Answer(made._replace(truncated="unspecified"), nothing())
            raise Refused("content_type", f"{media_type}, which is no text", empty)
        if status not in (200, 304, *REDIRECTS):
            raise Refused("http_error", f"{status} {made.phrase}".rstrip(), Answer(made, nothing()))
        try:
            return Answer(made, await read_body(response, self._most))
        except Unavailable:
            raise
        except Reject as why:
            cut = Answer(made._replace(truncated="length"), nothing())
            raise Refused(why.reason, why.detail, cut) from None

    async def _judge_error(self, made: Exchange, response: httpx.Response) -> None:
        """Raises Unavailable or Refused."""
        said = f"{made.status} {made.phrase}".rstrip()
        try:
            answer = Answer(made, await read_body(response, MOST_ERROR))
        except Reject:
            answer = Answer(made._replace(truncated="length"), nothing())
        if made.status not in LATER:
            raise Refused("http_error", said, answer)
        after = retry_after(answer.header("retry-after"), made.at)
        await self.keep(answer)
        if after is not None and after <= self._settings.fetch_wait_seconds:
            self.host(made.url).pause(after)
        raise Unavailable("http_error", said, after)

    async def _load_robots(self, url: str) -> bytes:
        try:
            answer = await self.get(url, robots=False)
        except Refused as none:
            await self.keep(none.answer)
            if none.reason == "http_error":
                return b""
            raise
        head = answer.body.head(MOST)
        await self.keep(answer)
        return head

    async def __aenter__(self) -> Fetcher:
        await self._client.__aenter__()
        return self

    async def __aexit__(self, *error: Any) -> None:
        await self._client.__aexit__(*error)


def _wait(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    stated = error.after if isinstance(error, Unavailable) else None
    return BACK_OFF(state) if stated is None else stated
