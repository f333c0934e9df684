"""The command that looks for words: search."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from typing import Annotated

import msgspec
import typer
from rich.table import Table
from rich.text import Text

from depeche import search as index
from depeche import settings
from depeche.cli.app import app, err, fail, out, print_json, progress_bar
from depeche.interval import IntervalError, period
from depeche.search import Filters, Found, Hit, Indexed
from depeche.settings import Settings

FOUND = "bold yellow"


@app.command(
    epilog="Examples: depeche search 'Poutine Syrie' | depeche search '\"cessez-le-feu\" Alep -Turquie' --source AFP "
    "--from 2016-07 --to 2016-09 | depeche search 'Putin OR Poutine' --actor Q7747 --language fr --json | "
    "depeche search 'headline:syri*' | depeche search --rebuild"
)
def search(
    query: Annotated[
        str | None,
        typer.Argument(help='Words, "phrases", beginnings*, A OR B, -not this, (…), headline:word.'),
    ] = None,
    source: Annotated[list[str] | None, typer.Option(help="Of this agency; can be given again.")] = None,
    language: Annotated[list[str] | None, typer.Option(help="In this language: fr, pt, pt-BR.")] = None,
    country: Annotated[
        list[str] | None, typer.Option(help="Sent from this country, by the dateline: FR, FRA.")
    ] = None,
    actor: Annotated[
        list[str] | None, typer.Option(help="That mention this actor (id): person:Q7747, Q7747.")
    ] = None,
    kind: Annotated[list[str] | None, typer.Option(help="Of this kind: news, urgent, correction.")] = None,
    first: Annotated[str | None, typer.Option("--from", help="From this day, month or year on.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Until this day, month or year; included.")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", help="Show so many at most.")] = 20,
    update: Annotated[
        bool, typer.Option("--update", help="Bring the index up to date; a query does.")
    ] = False,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Make the index anew, beside the old one.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
) -> None:
    """Look for words in the dispatches: all of them, in any form, with or without accents, best first.

    The index is made by the first query, and brought up to date by each that follows a change.
    """
    now = settings.load()
    if query is None and not (update or rebuild):
        fail("nothing to look for: depeche search 'Poutine Syrie' (depeche search --help)", code=2)
    days = _days(first, last)
    with progress_bar(quiet=as_json or not sys.stderr.isatty()) as progress:
        done = index.rebuild(now, progress) if rebuild else index.fresh(now, progress)
    _tell(done, quiet=as_json and query is not None)
    if query is None:
        if as_json:
            print_json(msgspec.to_builtins(done))
        return
    filters = Filters(
        source=source or (),
        language=language or (),
        country=country or (),
        actor=actor or (),
        kind=kind or (),
        first=days[0],
        last=days[1],
    )
    _show(now, query, filters, limit, as_json)


def _days(first: str | None, last: str | None) -> tuple[date | None, date | None]:
    try:
        start = period(first, "--from")[0] if first else None
        end = period(last, "--to")[1] - timedelta(days=1) if last else None
    except IntervalError as error:
        fail(str(error), code=2)
    return start, end


def _tell(done: Indexed, quiet: bool) -> None:
    """What was done to the index, on stderr: it is no part of the answer."""
    if done.how == "busy":
        err.print(
            f"Another process brings the index up to date; searched as of snapshot {done.snapshot}.",
            highlight=False,
        )
    elif done.how == "rebuilt" and not quiet:
        err.print(f"Index made: {done.documents:,} dispatches ({done.why}).", highlight=False, soft_wrap=True)
    elif done.how == "updated" and not quiet:
        err.print(f"Index updated: {done.written:,} of {done.documents:,} dispatches.", highlight=False)


def _show(now: Settings, query: str, filters: Filters, limit: int, as_json: bool) -> None:
    found = index.find(now, query, filters, limit=limit)
    if as_json:
        print_json(msgspec.to_builtins(found))
    elif not found.hits:
        out.print("Nothing found. Fewer words, A OR B or a beginning* find more.", highlight=False)
    else:
        out.print(_table(found))
        shown = f", the first {len(found.hits)} shown (--limit)" if found.total > len(found.hits) else ""
        out.print(
            Text(f"{found.total:,} {'dispatch' if found.total == 1 else 'dispatches'}{shown}", style="dim")
        )


def _table(found: Found) -> Table:
    table = Table(header_style="bold")
    table.add_column("score", justify="right")
    for name in ("date", "source"):
        table.add_column(name, no_wrap=True)
    table.add_column("dispatch", overflow="fold")
    for hit in found.hits:
        table.add_row(f"{hit.score:.1f}", f"{hit.issue_date}", Text(hit.source), _dispatch(hit))
    return table


def _dispatch(hit: Hit) -> Text:
    # As Text: rich would read markup into what dispatches say.
    lines = [_marked(hit.headline, hit.headline_marks, "bold")] if hit.headline else []
    lines += [_marked(hit.snippet, hit.marks, "")] if hit.snippet else []
    return Text("\n").join([*lines, Text(hit.dispatch_id, style="dim")])


def _marked(text: str, marks: list[tuple[int, int]], style: str) -> Text:
    marked = Text(text, style=style)
    for start, end in marks:
        marked.stylize(FOUND, start, end)
    return marked
