"""Commands for whoever watches over the archive: status, metrics."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from depeche import settings
from depeche.aside import aside
from depeche.cli.app import app, err, out, print_json, table


@app.command(epilog="Examples: depeche status | depeche status --json | depeche status || mail -s archive me")
def status(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Show the last night of each feed, what runs, waits, is late, failed or held, and what is in the archive.

    Exit code 1 where something is late, failed or held.
    """
    from depeche import pipeline

    state = pipeline.status(settings.load())
    if as_json:
        print_json(state)
    else:
        _show(state)
    if state["problems"]:
        raise typer.Exit(1)


@app.command(
    epilog="Examples: depeche metrics | depeche metrics -o /var/lib/node_exporter/textfile/depeche.prom"
)
def metrics(
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write to this file, in one go, as textfile collectors need it."),
    ] = None,
) -> None:
    """Print counters, timings and the state of the archive in Prometheus' text format."""
    from depeche.pipeline.metrics import metrics as told

    text = told(settings.load())
    if output is None:
        sys.stdout.write(text)
        return
    with aside(output) as file:
        file.write_text(text)
    err.print(f"{text.count(chr(10)):,} lines written to {output}", highlight=False)


def _show(state: dict[str, Any]) -> None:
    if not state["exists"]:
        out.print("The archive is empty. Fill it with: depeche run")
    else:
        table(state["sources"])
        size = state["bytes_on_disk"] / 1e6
        out.print(
            f"{state['dispatches']:,} dispatches in {state['revisions']:,} revisions · {state['batches']:,} batches, "
            f"the last at {state['last_published_at']:%Y-%m-%d %H:%M}Z · {size:,.1f} MB in {state['parquet_files']} "
            f"Parquet files · {state['snapshots']} snapshots",
            highlight=False,
        )
    if state["search"]["exists"]:
        out.print(f"Search index: {search_line(state['search'])}.", highlight=False)
    if state["feeds"]:
        table([_night(feed) for feed in state["feeds"]], title="Last collected")
    if state["quarantine"]:
        table(state["quarantine"], title="In quarantine")
    for work in state["running"]:
        what = work["raw_file"] or work["feed"] or ""
        out.print(
            f"running {work['stage']} {escape(what)} since {work['at']:%Y-%m-%d %H:%M:%S}Z on {work['host']}",
            highlight=False,
        )
    out.print(f"{state['waiting']} batches wait to be published.", highlight=False)
    for problem in state["problems"]:
        out.print(f"[red]![/] {escape(problem)}", highlight=False, soft_wrap=True)
    versions = state["versions"]
    out.print(f"[dim]{escape(state['home'])} · depeche {versions['depeche']}[/]", highlight=False)


def _night(feed: dict[str, Any]) -> dict[str, Any]:
    names = ("taken", "accepted", "quarantined", "known")
    state = "late" if feed["late"] else feed["state"]
    counts = {("already known" if name == "known" else name): feed[name] for name in names}
    return {"feed": feed["feed"], "at": f"{feed['at']:%Y-%m-%d %H:%M}Z", "state": state, **counts}


def search_line(state: dict[str, Any]) -> str:
    """An index's size and age, as ``search.status`` gives them."""
    behind = "up to date" if state["current"] else "the next query updates it"
    return f"{state['documents']:,} dispatches, {state['bytes'] / 1e6:,.1f} MB, of {state['made_at']:%Y-%m-%d %H:%M}Z, {behind}"
