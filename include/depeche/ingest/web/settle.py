"""What becomes of one link: its page is taken, its item stands in for it, it waits, or it is refused."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from msgspec.structs import replace

from depeche.ingest.delivery import Delivery, Postponed, Unchanged, Visit, printable
from depeche.ingest.failure import HostDown, Unavailable
from depeche.ingest.unreached import refusal
from depeche.ingest.web.answer import Answer, Refused
from depeche.ingest.web.likeness import MOST, holds
from depeche.ingest.web.links import Link
from depeche.ingest.web.run import Run
from depeche.ingest.web.stated import believed
from depeche.ingest.web.wanted import conditions, is_due, is_text
from depeche.records import Reject, SideCar

# In how many runs a URL is asked for in vain before it goes to quarantine.
RUNS = 5
# What is stated of a page by a feed that states nothing.
UNSAID = SideCar()


async def settle(run: Run, link: Link, places: asyncio.Semaphore) -> Visit | None:
    """Take the page of a link or say why not; where its item has to stand in, give what to remember then."""
    known = run.memory.visit(link.url)
    now = datetime.now(UTC)
    if not is_due(run.feed, link, known, now):
        await run.put(Unchanged(printable(link.url), printable(link.url), 0, 1))
        return None
    try:
        async with places:
            answer = await run.fetcher.get(link.url, headers=conditions(known), wanted=is_text)
            return await _take(run, link, known, answer)
    except Reject as why:
        stands = known if known and known.waits and not known.outcome else None
        if stands and (not link.text or stands.stated == link.stated):
            await _miss_again(run, link, stands, why)
        elif not link.text:
            await _miss(run, link, known, why)
        else:
            if isinstance(why, Refused):
                await run.fetcher.keep(why.answer)
            if isinstance(why, Unavailable):
                await run.put(Postponed(printable(link.url), why.reason, printable(why.detail)))
                return Visit(link.url, now, waits=True, tries=1, stated=link.stated, described=link.described)
            return Visit(link.url, now, why.reason, stated=link.stated)
    return None


async def _miss_again(run: Run, link: Link, known: Visit, why: Reject) -> None:
    """Leave a page whose item stands in for it to the next run, or give it up."""
    if isinstance(why, Refused):
        await run.fetcher.keep(why.answer)
    tries = known.tries + (not isinstance(why, HostDown))
    waits = isinstance(why, Unavailable) and tries < RUNS
    name = printable(link.url)
    await run.put(
        Postponed(name, why.reason, printable(why.detail)) if waits else Unchanged(name, name, 0, 1)
    )
    outcome = "" if waits else why.reason
    await run.put(known._replace(at=datetime.now(UTC), outcome=outcome, waits=waits, tries=tries))


async def _take(run: Run, link: Link, known: Visit | None, answer: Answer) -> Visit | None:
    """Take a page. Where it does not hold its item's text, this is wanted too: give what to remember then."""
    if answer.exchange.status == 304 and known:
        await run.fetcher.keep(answer)
        await run.put(Unchanged(printable(link.url), printable(link.url), 0, 1))
        await run.put(known._replace(at=answer.exchange.at, stated=link.stated, waits=False))
        return None
    is_all = not link.text or holds(answer.body.head(MOST), answer.charset, link.text)
    await run.put(delivery_of(link.url, answer, stated=_stated(run, link)))
    visit = visit_of(link.url, answer, link.stated)
    if is_all:
        await run.put(visit)
        return None
    # Asked for without a condition next time: a shell stays the same whatever the item says.
    return visit._replace(etag=None, last_modified=None)


async def _miss(run: Run, link: Link, known: Visit | None, why: Reject) -> None:
    """Leave a link to the next run, or refuse it: once, however often it is refused for the same reason."""
    now, answer = datetime.now(UTC), why.answer if isinstance(why, Refused) else None
    name, reason, detail = printable(link.url), why.reason, printable(why.detail)
    tries = (known.tries if known and known.waits else 0) + (not isinstance(why, HostDown))
    waits = isinstance(why, Unavailable) and tries < RUNS
    if waits:
        await run.put(Postponed(name, reason, detail))
    elif known and known.outcome == reason and not known.waits:
        if answer:
            await run.fetcher.keep(answer)
        await run.put(Unchanged(name, name, 0, 1))
    elif answer:
        await run.put(delivery_of(link.url, answer, (reason, detail), stated=_stated(run, link)))
    else:
        await run.put(refusal(name, name, why, SideCar(collected_at=now, url=link.url)))
    described = link.described if waits else UNSAID
    await run.put(Visit(link.url, now, reason, waits, tries, stated=link.stated, described=described))


def _stated(run: Run, link: Link) -> SideCar:
    """What the feed states of a page, where the operator does not say otherwise."""
    return replace(link.described, publisher=None) if run.feed.publisher else link.described


def visit_of(url: str, answer: Answer, stated: str | None) -> Visit:
    """What is to be remembered of a URL that was taken."""
    return Visit(
        url,
        answer.exchange.at,
        etag=answer.header("etag"),
        last_modified=answer.header("last-modified"),
        stated=stated,
    )


def delivery_of(
    name: str,
    answer: Answer,
    refused: tuple[str, str] | None = None,
    items: list[str] | None = None,
    stated: SideCar = UNSAID,
) -> Delivery:
    """An answer's body as a payload; ``stated`` is what the feed states of it."""
    body, made = answer.body, answer.exchange
    # A feed's document has an address, its items have others.
    url = made.url if items is None else None
    described = replace(
        believed(stated, made.at), collected_at=made.at, url=url, charset=answer.charset, items=items
    )
    return Delivery(
        printable(name), printable(name), body.size, body.sha256, body.file, described, refused, made
    )
