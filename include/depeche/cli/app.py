"""What the commands share: the app, consoles, progress, errors."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table

if TYPE_CHECKING:
    from depeche.pipeline.progress import Progress as Told

app = typer.Typer(
    name="depeche",
    help="The archive of record for news-agency dispatches.",
    epilog="Start with: depeche run, then: depeche sql 'SELECT source, count(*) FROM dispatches GROUP BY 1'",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    add_completion=False,
)
out = Console()
err = Console(stderr=True)


def fail(message: str, code: int = 1) -> NoReturn:
    """Say on stderr what went wrong and leave with ``code``."""
    err.print(f"[bold red]depeche:[/] {escape(message)}", highlight=False, soft_wrap=True)
    sys.exit(code)


def print_json(value: Any) -> None:
    """One JSON document on stdout."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, default=str) + "\n")


@contextmanager
def progress_bar(quiet: bool = False) -> Iterator[Told | None]:
    """A progress line on stderr for the stages; None where it is not wanted."""
    if quiet:
        yield None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:<9}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("", total=None)

        def tell(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total or None)

        yield tell


def table(rows: list[dict[str, Any]], title: str | None = None, whole: Sequence[str] = ()) -> None:
    """Print rows as a table on stdout; all rows have the same keys. Columns of ``whole`` are not broken."""
    grid = Table(title=title, title_justify="left", header_style="bold")
    for name in rows[0] if rows else []:
        grid.add_column(name, overflow="fold", no_wrap=name in whole)
    for row in rows:
        grid.add_row(*("" if value is None else escape(str(value)) for value in row.values()))
    out.print(grid)
