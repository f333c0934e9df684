"""The command backfill: past months of a feed through Airflow's DAG history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer
from rich.filesize import decimal
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from depeche import settings
from depeche.cli.app import app, err, fail, out, print_json, table
from depeche.control.using import using
from depeche.interval import IntervalError

if TYPE_CHECKING:
    from depeche.control.api import Airflow, Backfill
    from depeche.control.backfill import Standing, Tell
    from depeche.pipeline.backfill import Plan

backfill = typer.Typer(help="Archive past months of a feed, through Airflow.", no_args_is_help=True)
app.add_typer(backfill, name="backfill")

FEED = typer.Argument(metavar="FEED", help="A feed of feeds.yml that says days (dated folders, Core API).")
Feed = Annotated[str, FEED]
OneFeed = Annotated[str | None, typer.Argument(metavar="[FEED]", help="Default: whichever was last.")]
First = Annotated[str, typer.Option("--from", help="First month or year, such as 1994-05.")]
Last = Annotated[str, typer.Option("--to", help="Last month or year, included, such as 2010-12.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


@backfill.command(epilog="Example: depeche backfill plan afp-newsml --from 1994-05 --to 2010-12")
def plan(feed: Feed, first: First, last: Last, as_json: Json = False) -> None:
    """Show, month by month, what the feed has, what the archive has and should have, and how long it takes."""
    from depeche import pipeline

    found = pipeline.plan_backfill(settings.load(), feed, _months(first, last))
    if as_json:
        print_json(msgspec.to_builtins(found))
    else:
        _show_plan(found)


@backfill.command(
    epilog="Examples: depeche backfill run afp-newsml --from 1994-05 --to 2010-12 | "
    "depeche backfill run afp-newsml --from 2003 --to 2003 --again"
)
def run(
    feed: Feed,
    first: First,
    last: Last,
    again: Annotated[bool, typer.Option("--again", help="Months that are done, too.")] = False,
    at_once: Annotated[
        int | None,
        typer.Option(min=1, help="Months at the same time at most: 2 where not given, on SQLite always 1."),
    ] = None,
    detach: Annotated[bool, typer.Option("--detach", help="Start it, and do not wait for its end.")] = False,
    as_json: Json = False,
) -> None:
    """Start it in Airflow and follow it. Stopped or killed, it goes on in Airflow; run again, it is taken up.

    Months that are done are not done again. Exit code 1 where a month failed.
    """
    from depeche import pipeline
    from depeche.control import backfill as control

    now = settings.load()
    months = _months(first, last)
    pipeline.check_backfill(now, feed)
    it = using(now)
    together = at_once or it.together
    with _airflow() as airflow, _bar(as_json) as tell:
        ended = control.run(
            airflow, it, feed, months, again=again, at_once=together, wait=not detach, tell=tell
        )
    _end(ended, as_json, detached=detach)


@backfill.command(epilog="Examples: depeche backfill status | depeche backfill status afp-newsml --json")
def status(
    feed: OneFeed = None,
    once: Annotated[bool, typer.Option("--once", help="Say how it stands, and do not follow.")] = False,
    as_json: Json = False,
) -> None:
    """Follow the last backfill to its end, with a progress bar; --json and --once say how it stands."""
    from depeche.control import backfill as control

    with _airflow() as airflow:
        last = control.latest(airflow, feed)
        months = _months(f"{last.first:%Y-%m}", f"{last.last:%Y-%m}")
        if once or as_json:
            found = control.standing(airflow, last.feeds[0], months)
        else:
            with _bar(False) as tell:
                found = control.follow(airflow, last.feeds[0], months, tell)
    _end(found, as_json, detached=once)


@backfill.command(epilog="Example: depeche backfill pause")
def pause(feed: OneFeed = None, as_json: Json = False) -> None:
    """Start no more months; one that is running is brought to its end."""
    _change("pause", feed, as_json, "paused; go on with: depeche backfill resume")


@backfill.command(epilog="Example: depeche backfill resume")
def resume(feed: OneFeed = None, as_json: Json = False) -> None:
    """Go on after a pause."""
    _change("unpause", feed, as_json, "resumed; follow it with: depeche backfill status")


@backfill.command(epilog="Example: depeche backfill cancel")
def cancel(feed: OneFeed = None, as_json: Json = False) -> None:
    """Give it up: months that wait are not begun, one that is running is brought to its end."""
    _change(
        "cancel", feed, as_json, "given up; what is done stays, and depeche backfill run takes up the rest"
    )


@contextmanager
def _airflow() -> Iterator[Airflow]:
    from depeche.control.api import Airflow

    with closing(Airflow(using(settings.load()))) as airflow:
        yield airflow


def _months(first: str, last: str) -> list[date]:
    from depeche.control.months import months

    try:
        return months(first, last, datetime.now(UTC).date())
    except IntervalError as error:
        fail(str(error), code=2)


def _change(verb: str, feed: str | None, as_json: bool, words: str) -> None:
    from depeche.control import backfill as control

    with _airflow() as airflow:
        changed = control.change(airflow, verb, feed)
    if as_json:
        print_json(msgspec.to_builtins(changed))
    else:
        out.print(f"{_name(changed)}: {words}", highlight=False, soft_wrap=True)


def _name(one: Backfill) -> str:
    return f"{', '.join(one.feeds)} from {one.first:%Y-%m} to {one.last:%Y-%m}"


@contextmanager
def _bar(quiet: bool) -> Iterator[Tell | None]:
    """A bar over the months on stderr; None where it is not wanted."""
    if quiet:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("asking Airflow …", total=None)

        def tell(now: Standing) -> None:
            failed = f", {now.count('failed')} failed" if now.count("failed") else ""
            held = ", paused" if now.backfill and now.backfill.paused else ""
            bar.update(
                task,
                description=f"months of {now.feed}{failed}{held}",
                completed=now.count("done") + now.count("failed"),
                total=len(now.months),
            )

        yield tell


def _end(found: Standing, as_json: bool, *, detached: bool = False) -> None:
    """Say how it stands; exit code 1 where a month failed."""
    failed = [f"{month:%Y-%m}" for month, state in found.months.items() if state == "failed"]
    if as_json:
        plain: dict[str, Any] = msgspec.to_builtins(found)
        plain["months"] = {f"{month:%Y-%m}": state for month, state in found.months.items()}
        print_json(plain)
    else:
        counts = [
            f"{found.count(state)} {state}" for state in ("done", "running", "waiting", "to do", "failed")
        ]
        told = ", ".join(each for each in counts if not each.startswith("0 "))
        out.print(f"{found.feed}, {len(found.months)} months: {told}", highlight=False, soft_wrap=True)
        if detached and found.under_way:
            out.print("Follow it with: depeche backfill status", highlight=False)
    if failed:
        several = f" and {len(failed) - 5} more" if len(failed) > 5 else ""
        fail(
            f"failed or given up: {', '.join(failed[:5])}{several}; in Airflow the task tally of each says why, "
            "and depeche backfill run takes them up again"
        )


def _show_plan(found: Plan) -> None:
    rows = [
        {
            "month": f"{each.month:%Y-%m}",
            "files": _count(each.files),
            "bytes": None if each.bytes is None else decimal(each.bytes),
            "present": f"{each.present:,}",
            "expected": None if each.expected is None else f"{each.expected:,.0f}",
        }
        for each in found.months
    ]
    table(rows, title=f"{found.feed}: files and size in the feed, dispatches in the archive")
    sizes = _known([each.bytes for each in found.months])
    size = "its server does not say how much" if sizes is None else decimal(sizes)
    hours = (
        "how long it takes cannot be said before something of the feed is in the archive"
        if found.hours is None
        else f"about {found.hours:,.1f} hours"
        if found.hours >= 1
        else f"about {found.hours * 60:,.0f} minutes"
    )
    present = sum(each.present for each in found.months)
    out.print(f"{len(rows)} months, {size}, {present:,} dispatches present; {hours}.", highlight=False)


def _count(value: int | None) -> str | None:
    return None if value is None else f"{value:,}"


def _known(values: Sequence[int | None]) -> int | None:
    return None if None in values else sum(value or 0 for value in values)
