"""From asynchronous to synchronous: what a coroutine puts forth is given one by one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Generator

from depeche.ingest.delivery import Delivery, Evidence, Item

# Payloads that may wait for the raw store; the servers wait meanwhile.
WAITING = 8

Put = Callable[[Item], Awaitable[None]]


def steps(produce: Callable[[Put], Awaitable[None]]) -> Generator[Item]:
    """The items that ``produce`` puts, each valid until the next is asked for.

    What it raises is raised after the items before it. Leaving early stops it.
    """
    queue: asyncio.Queue[Item] = asyncio.Queue(WAITING)
    with asyncio.Runner() as runner:
        work = runner.run(_begin(produce, queue.put))
        try:
            while (item := runner.run(_next(queue, work))) is not None:
                yield item
                if isinstance(item, Delivery):
                    item.payload.close()
                elif isinstance(item, Evidence):
                    item.body.file.close()
        finally:
            runner.run(_stop(work))


async def _begin(produce: Callable[[Put], Awaitable[None]], put: Put) -> asyncio.Task[None]:
    async def work() -> None:
        await produce(put)

    return asyncio.create_task(work())


async def _next(queue: asyncio.Queue[Item], work: asyncio.Task[None]) -> Item | None:
    getting = asyncio.create_task(queue.get())
    await asyncio.wait((getting, work), return_when=asyncio.FIRST_COMPLETED)
    if getting.done():
        return getting.result()
    getting.cancel()
    if not queue.empty():
        return queue.get_nowait()
    work.result()
    return None


async def _stop(work: asyncio.Task[None]) -> None:
    work.cancel()
    await asyncio.wait((work,))
