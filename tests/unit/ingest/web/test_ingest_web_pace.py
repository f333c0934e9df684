"""A host's turns, on a clock that moves only when somebody waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import msgspec
import pytest

from depeche.ingest.failure import HostDown, Unavailable
from depeche.ingest.web.pace import DOWN_AFTER, MOST_DELAY, Host
from depeche.settings import load

Turns = Callable[[Host, int], list[float]]


@pytest.fixture
def turns(monkeypatch: pytest.MonkeyPatch) -> Turns:
    """Seconds at which a host gives so many turns, one after the other."""
    now = 0.0

    async def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds

    async def taken(host: Host, count: int) -> list[float]:
        monkeypatch.setattr(asyncio.get_running_loop(), "time", lambda: now)
        monkeypatch.setattr(asyncio, "sleep", sleep)
        times = []
        for _ in range(count):
            async with host.turn():
                times.append(now)
        return times

    return lambda host, count: asyncio.run(taken(host, count))


def host(**settings: float) -> Host:
    return Host("example.org", msgspec.structs.replace(load({}), **settings))


def test_turns_are_as_far_apart_as_the_settings_say(turns: Turns) -> None:
    assert turns(host(fetch_rate=20.0), 4) == pytest.approx([0, 0.05, 0.10, 0.15])


@pytest.mark.parametrize(("asked", "given"), [(0.3, 0.3), (0.01, 0.05), (1e6, MOST_DELAY)])
def test_robots_txt_slows_down_and_never_speeds_up(turns: Turns, asked: float, given: float) -> None:
    slow = host(fetch_rate=20.0)
    slow.slow_down(asked)
    assert turns(slow, 3) == pytest.approx([0, given, 2 * given])


def test_a_host_that_is_down_is_asked_no_more(turns: Turns) -> None:
    down = host()
    for _ in range(DOWN_AFTER):
        down.failed(Unavailable("http_error", "503"))
    with pytest.raises(HostDown, match=r"example\.org is left alone in this run: 503"):
        turns(down, 1)


def test_an_answer_forgives_what_failed_before(turns: Turns) -> None:
    shaky = host()
    for _ in range(DOWN_AFTER):
        shaky.failed(Unavailable("http_error", "503"))
        shaky.answered()
    assert turns(shaky, 1) == [0]
