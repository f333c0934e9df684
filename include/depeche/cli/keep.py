"""Commands that look after the archive: doctor, verify, maintain, backup, restore, docs-data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from depeche import settings
from depeche.cli.app import app, fail, out, print_json, progress_bar, table
from depeche.cli.doctor_checks import CHECKS, checked
from depeche.cli.in_use import in_use


@app.command(epilog="Examples: depeche doctor | depeche doctor --json | depeche doctor --settings")
def doctor(
    as_json: bool = typer.Option(False, "--json", help="Print JSON instead of text."),
    settings_only: bool = typer.Option(
        False, "--settings", help="Show every setting that is in use, and where it comes from."
    ),
) -> None:
    """Check that this machine can run the archive, and say what to do where it cannot."""
    if settings_only:
        rows = in_use(settings.load())
        print_json(rows) if as_json else table(rows)
        return
    results = [checked(name, check) for name, check in CHECKS.items()]
    if as_json:
        print_json([{"check": name, "ok": ok, "detail": detail} for name, ok, detail in results])
    else:
        for name, ok, detail in results:
            out.print(
                f"{'[green]ok[/]  ' if ok else '[red]bad[/] '} {name:<11} {escape(detail)}", highlight=False
            )
    if not all(ok for _, ok, _ in results):
        raise typer.Exit(1)


@app.command(epilog="Examples: depeche verify | depeche verify --sample 20 --json")
def verify(
    sample: Annotated[
        int | None, typer.Option(min=1, help="Read the raw bytes of so many batches only; others each day.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Check that the archive is whole: tallies, keys, files, partitions, words, orphans, and every row's raw bytes.

    Changes nothing and may run beside the nightly run. Exit code 1 where something is wrong.
    """
    from depeche import pipeline

    with progress_bar(as_json) as progress:
        found = pipeline.verify(settings.load(), sample=sample, progress=progress)
    if as_json:
        print_json(found)
    else:
        for name, count in found["checks"].items():
            out.print(
                f"{'[red]bad[/] ' if count else '[green]ok[/]  '} {name:<15} {f'{count:,} problems' if count else ''}"
            )
        for problem in found["problems"]:
            out.print(escape(problem), highlight=False, soft_wrap=True)
        out.print(
            f"{found['raw_batches']} batches of raw bytes read.",
            highlight=False,
        )
    if not found["sound"]:
        raise typer.Exit(1)


@app.command(epilog="Examples: depeche maintain | DEPECHE_KEEP_SNAPSHOTS_DAYS=90 depeche maintain --json")
def maintain(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Tidy the lake: merge small files, drop deleted rows, let old snapshots and files go."""
    from depeche import pipeline

    _show(
        pipeline.maintain(settings.load()),
        as_json,
        "{files[0]:,} files became {files[1]:,}, {bytes[0]:,} bytes became {bytes[1]:,}; "
        "{expired:,} snapshots expired, {removed:,} files removed",
    )


@app.command(
    epilog="Examples: depeche backup /mnt/backup/depeche | DEPECHE_HOME=/mnt/backup/depeche depeche status"
)
def backup(
    folder: Annotated[Path, typer.Argument(help="A new folder, or an earlier backup to bring up to date.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Copy the archive, catalog first, beside writers and readers. The copy is an archive of its own."""
    from depeche import pipeline

    with progress_bar(as_json) as progress, _told():
        done = pipeline.backup(settings.load(), folder, progress)
    _show(
        done, as_json, "{files:,} files, {bytes:,} bytes, {copied:,} of them copied now; snapshot {snapshot}"
    )


@app.command(epilog="Example: DEPECHE_HOME=/srv/depeche depeche restore /mnt/backup/depeche")
def restore(
    folder: Annotated[Path, typer.Argument(help="The backup.", exists=True, file_okay=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Make the archive in DEPECHE_HOME (and DEPECHE_CATALOG) from a backup; there must be none yet."""
    from depeche import pipeline

    with progress_bar(as_json) as progress, _told():
        done = pipeline.restore(settings.load(), folder, progress)
    _show(done, as_json, "{files:,} files, {bytes:,} bytes, as of {made_at}; check them with: depeche verify")


@contextmanager
def _told() -> Iterator[None]:
    from depeche.pipeline import BackupError

    try:
        yield
    except BackupError as error:
        fail(str(error))


def _show(done: dict[str, Any], as_json: bool, words: str) -> None:
    if as_json:
        print_json(done)
    else:
        out.print(words.format(**done), highlight=False, soft_wrap=True)


@app.command("docs-data", epilog="Examples: depeche docs-data | depeche docs-data --batch 3f2a… --into site")
def docs_data(
    batch: Annotated[
        list[str] | None, typer.Option(help="Of this batch (id), published or held; can be given again.")
    ] = None,
    into: Annotated[
        Path | None, typer.Option(help="The folder to make; default: data-docs in the archive.")
    ] = None,
) -> None:
    """Build Great Expectations' Data Docs, by default of the last 100 batches."""
    from depeche import pipeline

    index = pipeline.data_docs(settings.load(), batches=batch, into=into)
    if index is None:
        fail("no such batch was judged yet, so there is nothing to show: depeche run")
    out.print(f"Data Docs: {index}", highlight=False, soft_wrap=True)
