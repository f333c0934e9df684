"""Commands that ask the archive: sql, raw."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from depeche import query, search, settings
from depeche.cli.app import app, err, fail, out, progress_bar


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
    macros dispatches, dispatches_as_of(t), search('words'), actor_mentions, credits, dateline_places, coverage, coverage_feeds."""
    asked = sys.stdin.read() if statement == "-" else statement
    if form is Format.parquet and output is None and sys.stdout.isatty():
        fail("Parquet is not for a terminal: add --output FILE, or pipe it on", code=2)
    now = settings.load()
    if query.searches(asked):
        with progress_bar(quiet=not sys.stderr.isatty()) as progress:
            search.fresh(now, progress)
    with query.run(asked, now, fresh=False) as rows:
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
