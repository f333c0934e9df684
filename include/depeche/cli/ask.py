"""Commands that ask the archive: sql, raw, status."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from depeche import query, settings
from depeche.cli.app import app, err, fail, out, print_json, table


class Format(StrEnum):
    """How ``sql`` prints."""

    table = "table"
    csv = "csv"
    json = "json"
    parquet = "parquet"


@app.command(
    epilog='Examples: depeche sql "SELECT source, count(*) FROM dispatches GROUP BY 1" | '
    'depeche sql "FROM coverage" --format csv | depeche sql "FROM dispatches" --format parquet -o july.parquet'
)
def sql(
    statement: Annotated[str, typer.Argument(help="One SELECT; '-' reads it from standard input.")],
    form: Annotated[
        Format, typer.Option("--format", "-f", help="table, csv, json (one object a line) or parquet.")
    ] = Format.table,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
) -> None:
    """Ask the archive in SQL, read-only: tables dispatch_revisions, quarantine, batches; views and
    macros dispatches, dispatches_as_of(t), actor_mentions, credits, dateline_places, coverage, coverage_feeds."""
    asked = sys.stdin.read() if statement == "-" else statement
    if form is Format.parquet and output is None and sys.stdout.isatty():
        fail("Parquet is not for a terminal: add --output FILE, or pipe it on", code=2)
    with query.run(asked, settings.load()) as rows:
        if output is not None:
            # A table makes no sense in a file: CSV is what was meant.
            with output.open("wb") as file:
                count = query.write(rows, "csv" if form is Format.table else form.value, file)
            err.print(f"{count:,} rows written to {output}", highlight=False)
        elif form is Format.table:
            query.print_table(rows, out)
        else:
            query.write(rows, form.value, sys.stdout.buffer)
            sys.stdout.buffer.flush()


@app.command(epilog="Examples: depeche raw urn:newsml:… > item.xml | depeche raw 'wire/wire-….warc.gz#0'")
def raw(
    ident: Annotated[
        str, typer.Argument(metavar="ID", help="dispatch_id, agency_guid, quarantine_id or raw_uri.")
    ],
    revision: Annotated[int | None, typer.Option(help="A revision other than the newest.")] = None,
) -> None:
    """Print the raw bytes a dispatch or a refusal was made from, exactly as they were delivered."""
    from depeche.ingest import rawstore

    now = settings.load()
    uri = ident if ".warc.gz#" in ident else query.raw_uri(now, ident, revision)
    sys.stdout.buffer.write(rawstore.read(now, uri))
    sys.stdout.buffer.flush()


@app.command(epilog="Example: depeche status --json")
def status(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Show what is in the archive, what waits, and what is held. Exit code 1 where a batch is held."""
    from depeche import pipeline

    now = settings.load()
    state = {
        **query.status(now),
        **pipeline.waiting(now),
        "quarantine": query.quarantine_counts(now),
        "home": str(now.home),
    }
    if as_json:
        print_json(state)
    else:
        _show(state)
    if state["held"]:
        raise typer.Exit(1)


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
    if state["quarantine"]:
        table(state["quarantine"], title="In quarantine")
    out.print(f"{state['waiting']} batches wait to be published.", highlight=False)
    for held in state["held"]:
        out.print(
            f"[red]held[/] {held['batch']} ({escape(held['raw_file'])}): {escape('; '.join(held['failures']))}"
        )
    out.print(f"[dim]{escape(state['home'])}[/]", highlight=False)
