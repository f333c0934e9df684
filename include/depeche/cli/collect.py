"""Commands about feeds: feeds list, feeds check, ingest."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any

import typer
from rich.markup import escape

from depeche import settings
from depeche.cli.app import app, err, fail, out, print_json, progress_bar, table
from depeche.interval import Interval, IntervalError, period

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]

feeds = typer.Typer(help="See the declared feeds, and try them.", no_args_is_help=True)
app.add_typer(feeds, name="feeds")


@feeds.command("list", epilog="Examples: depeche feeds list | depeche feeds list --json | jq '.[].feed'")
def feeds_list(as_json: Json = False) -> None:
    """List the feeds that feeds.yml declares, in its order."""
    from depeche import pipeline

    rows = pipeline.feed_list(settings.load())
    if as_json:
        print_json(rows)
    elif not rows:
        out.print("No feed is declared: docs/feeds.md shows how.")
    else:
        table(rows)


@feeds.command("check", epilog="Examples: depeche feeds check | depeche feeds check lemonde --json")
def feeds_check(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="FEED…", help="Feeds; default: all enabled ones.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Try feeds and say what each would take. Takes nothing. Exit code 1 where one would fail."""
    from depeche import pipeline

    now = settings.load()
    found = [pipeline.check_feed(now, name) for name in names or pipeline.feed_ids(now)]
    if as_json:
        print_json(found)
    elif found:
        table([{**row, "good": "yes" if row["good"] else "NO"} for row in found])
    else:
        out.print("No feed is enabled.")
    if not all(row["good"] for row in found):
        sys.exit(1)


@app.command(
    epilog="Examples: depeche ingest afp-newsml | depeche ingest afp --since 2016-07-01 --until 2016-07 | "
    "depeche ingest papers --json"
)
def ingest(
    feed: Annotated[str, typer.Argument(help="A feed of feeds.yml, enabled or not.")],
    since: Annotated[
        str | None, typer.Option(help="Only what is dated from this day, month or year on.", metavar="DAY")
    ] = None,
    until: Annotated[
        str | None, typer.Option(help="… to this day, month or year; default: today.", metavar="DAY")
    ] = None,
    as_json: Json = False,
) -> None:
    """Bring what one feed has into the raw store. `depeche run` publishes it."""
    from depeche import pipeline

    days = _days(since, until)
    with progress_bar(as_json) as progress:
        tally = pipeline.ingest(settings.load(), feed, days, progress)
    if as_json:
        print_json({"feed": feed, **tally})
    else:
        _show(feed, tally)


def _days(since: str | None, until: str | None) -> Interval | None:
    if not since and not until:
        return None
    try:
        first = period(since, "--since")[0] if since else date(1900, 1, 1)
        last = period(until, "--until")[1] if until else datetime.now(UTC).date() + timedelta(days=1)
    except IntervalError as error:
        fail(str(error), code=2)
    if last <= first:
        fail(f"--until {until} is before --since {since}: exchange them", code=2)
    return first, last


def _show(feed: str, tally: dict[str, Any]) -> None:
    names = ("taken", "accepted", "quarantined", "known")
    table([{"feed": feed, **{("already known" if n == "known" else n): tally[n] for n in names}}])
    for title, reasons in (
        ("quarantined", tally["reasons"]),
        ("asked for again next time", tally["postponed"]),
        ("left out by its selection", tally["left"]),
    ):
        if reasons:
            said = ", ".join(f"{reason} {count}" for reason, count in sorted(reasons.items()))
            err.print(f"{title}: {escape(said)}", highlight=False)
