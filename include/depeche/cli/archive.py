"""Commands that fill the archive: run, inspect, replay, quarantine."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer
from rich.table import Table

from depeche import query, settings
from depeche.cli.app import app, err, fail, out, print_json, progress_bar, table

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Paths = Annotated[list[Path], typer.Argument(help="Files, folders or archives.", show_default=False)]


@app.command(
    epilog="Examples: depeche run | depeche run ~/delivery/2016-07.zip | DEPECHE_HOME=/srv/wire depeche run"
)
def run(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files, folders or archives; default: all enabled feeds.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Run the whole pipeline without Airflow, on all enabled feeds or on the given paths."""
    from depeche import pipeline

    _exist(paths or [])
    with progress_bar(as_json) as progress:
        totals = pipeline.run(settings.load(), paths or (), progress)
    if as_json:
        print_json(totals)
    else:
        _show_run(totals)
    if totals["unreachable"]:
        fail("\n".join(totals["unreachable"].values()))


@app.command(
    epilog="Examples: depeche inspect wire/ | depeche inspect a.xml b.zip | depeche inspect wire/ | jq .dateline"
    " | depeche inspect wire/ --unmapped"
)
def inspect(
    paths: Paths,
    unmapped: Annotated[
        bool, typer.Option("--unmapped", help="List what files say that no reader's table knows.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show what would become of these files: one JSON object per dispatch; writes nothing."""
    from depeche import pipeline

    _exist(paths)
    if unmapped:
        _show_unmapped(paths, as_json)
        return
    with progress_bar(quiet=sys.stdout.isatty() or not sys.stderr.isatty()) as progress:
        for line in pipeline.inspect(settings.load(), paths, progress):
            sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


@app.command(epilog="Examples: depeche replay | depeche replay --feed afp-newsml")
def replay(
    feed: Annotated[
        list[str] | None, typer.Option(help="Only batches of this feed; can be given again.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Re-process from the raw store what an older version of the code made."""
    from depeche import pipeline

    with progress_bar(as_json) as progress:
        totals = pipeline.replay(settings.load(), feed, progress)
    _show_replay(totals, as_json)


quarantine = typer.Typer(help="See what was refused and why, and try it again.", no_args_is_help=True)
app.add_typer(quarantine, name="quarantine")
Reason = Annotated[str | None, typer.Option(help="Only this reason (docs/quarantine.md lists them).")]
OfFeed = Annotated[str | None, typer.Option("--feed", help="Only this feed.")]


@quarantine.command("list", epilog="Example: depeche quarantine list --reason malformed_xml")
def quarantine_list(reason: Reason = None, feed: OfFeed = None, as_json: Json = False) -> None:
    """List what is in quarantine."""
    rows = query.quarantine_rows(settings.load(), reason=reason, feed_id=feed)
    if as_json:
        print_json(rows)
    elif not rows:
        out.print(
            "The quarantine is empty." if not (reason or feed) else "Nothing like that is in quarantine."
        )
    else:
        table(
            [{k: row[k] for k in ("quarantine_id", "stage", "reason", "raw_name", "detail")} for row in rows]
        )


@quarantine.command("show", epilog="Example: depeche quarantine show 3f2a…")
def quarantine_show(quarantine_id: str, as_json: Json = False) -> None:
    """Show one refusal (any unambiguous start of its id) and how to get its raw bytes."""
    rows = [r for r in query.quarantine_rows(settings.load()) if r["quarantine_id"].startswith(quarantine_id)]
    if len(rows) != 1:
        fail(
            f"{len(rows) or 'no'} refusals have an id that starts with {quarantine_id!r}: depeche quarantine list"
        )
    if as_json:
        print_json(rows[0])
        return
    for name, value in rows[0].items():
        out.print(
            f"[bold]{name:<14}[/] {value if value is not None else ''}", highlight=False, soft_wrap=True
        )
    if rows[0]["raw_uri"]:
        out.print(f"\nIts bytes: depeche raw '{rows[0]['raw_uri']}'", highlight=False)


@quarantine.command(
    "replay", epilog="Example: DEPECHE_PAGE_SECONDS=60 depeche quarantine replay --reason timeout"
)
def quarantine_replay(
    ids: Annotated[list[str] | None, typer.Argument(help="Ids; default: all that match.")] = None,
    reason: Reason = None,
    feed: OfFeed = None,
    as_json: Json = False,
) -> None:
    """Process quarantined payloads again with the present code and settings."""
    from depeche import pipeline

    with progress_bar(as_json) as progress:
        totals = pipeline.replay_quarantine(
            settings.load(), reason=reason, feed_id=feed, quarantine_ids=ids or (), progress=progress
        )
    _show_replay(totals, as_json)


def _exist(paths: list[Path]) -> None:
    for path in paths:
        if not path.exists():
            fail(f"{path}: no such file or folder", code=2)


def _show_run(totals: dict[str, Any]) -> None:
    grid = Table(header_style="bold")
    for name in ("stage", "taken", "accepted", "quarantined", "already known"):
        grid.add_column(name, justify="left" if name == "stage" else "right")
    taken = {
        key: sum(t[key] for t in totals["ingest"]) for key in ("taken", "accepted", "quarantined", "known")
    }
    grid.add_row("ingest (payloads)", *(str(taken[key]) for key in taken))
    records = totals["accepted"] + totals["quarantined"] + totals["known"]
    grid.add_row(
        "publish (records)",
        str(records),
        str(totals["accepted"]),
        str(totals["quarantined"]),
        str(totals["known"]),
    )
    out.print(grid)
    if not totals["batches"]:
        out.print("Nothing new: everything delivered is in the archive already.")
    elif totals["quarantined"]:
        err.print("Why some were quarantined: [bold]depeche quarantine list[/]")


def _show_replay(totals: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print_json(totals)
    elif not totals["batches"]:
        out.print("Nothing to replay: the present code and settings have decided on all of it.")
    else:
        out.print(
            f"{len(totals['batches'])} batches replayed: {totals['accepted']} rows added or replaced, "
            f"{totals['known']} unchanged, {totals['quarantined']} in quarantine."
        )


def _show_unmapped(paths: list[Path], as_json: bool) -> None:
    from depeche import pipeline

    with progress_bar(as_json) as progress:
        found = pipeline.unmapped(settings.load(), paths, progress)
    if as_json:
        print_json(msgspec.to_builtins(found))
        return
    if found.paths:
        table([msgspec.to_builtins(row) for row in found.paths])
    what = (
        f"{len(found.paths)} paths no table knows"
        if found.paths
        else "every value is mapped or left out on purpose"
    )
    out.print(f"{found.read} dispatches read, {found.refused} refused: {what}.", highlight=False)
