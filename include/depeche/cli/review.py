"""Commands for batches that the gate holds: review list, show, release, replay, drop."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.markup import escape

from depeche import settings
from depeche.cli.app import app, fail, out, print_json, table

review = typer.Typer(help="Decide of batches that the gate holds.", no_args_is_help=True)
app.add_typer(review, name="review")

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Batch = Annotated[str, typer.Argument(help="Its id, or any unambiguous start of it.")]
Reason = Annotated[str, typer.Option(help="Why; it is kept with the decision.")]


@review.command("list", epilog="Example: depeche review list --json")
def review_list(as_json: Json = False) -> None:
    """List the batches that are held, with the rules they broke."""
    held = _held(settings.load())
    if as_json:
        print_json(held)
    elif held:
        table([{**one, "failures": "\n".join(one["failures"])} for one in held])
    else:
        out.print("No batch is held.")


@review.command("show", epilog="Example: depeche review show 3f2a")
def review_show(batch: Batch, as_json: Json = False) -> None:
    """Show what a held batch holds: counts, reasons, examples of what was refused."""
    from depeche import pipeline

    now = settings.load()
    found = pipeline.review.look(now, _one(now, batch))
    if as_json:
        print_json(found)
        return
    for name, value in found.items():
        text = "\n               ".join(value) if isinstance(value, list) else str(value)
        out.print(f"[bold]{name:<14}[/] {escape(text)}", highlight=False, soft_wrap=True)


@review.command("release", epilog='Example: depeche review release 3f2a --reason "a thin day"')
def review_release(batch: Batch, reason: Reason, as_json: Json = False) -> None:
    """Publish a held batch as it is."""
    _decide("release", batch, reason, {}, as_json)


@review.command(
    "replay",
    epilog='Example: depeche review replay 3f2a --set DEPECHE_GATE_MAX_SHARE_UNDATED=0.9 --reason "an old corpus"',
)
def review_replay(
    batch: Batch,
    reason: Reason,
    change: Annotated[
        list[str], typer.Option("--set", metavar="NAME=VALUE", help="A setting to make it again with.")
    ],
    as_json: Json = False,
) -> None:
    """Make a held batch again from its raw bytes with other settings, judge it and publish it."""
    if wrong := [one for one in change if "=" not in one]:
        fail(f"--set {wrong[0]}: write NAME=VALUE, such as DEPECHE_GATE_MIN_ROWS=1", code=2)
    _decide("replay", batch, reason, dict(one.split("=", 1) for one in change), as_json)


@review.command("drop", epilog='Example: depeche review drop 3f2a --reason "a test of the agency"')
def review_drop(batch: Batch, reason: Reason, as_json: Json = False) -> None:
    """Publish no row of a held batch: all go to quarantine as `dropped`."""
    _decide("drop", batch, reason, {}, as_json)


def _decide(what: str, batch: str, reason: str, changes: dict[str, str], as_json: bool) -> None:
    from depeche import pipeline

    now = settings.load()
    given = pipeline.review.answer(reason, changes)
    done = getattr(pipeline.review, what)(now, _one(now, batch), given)
    if as_json:
        print_json(done)
        return
    counts = ", ".join(f"{done[name]:,} {name}" for name in ("accepted", "quarantined", "known"))
    out.print(f"{what}: {done['batch_id']} ({escape(done['raw_file'])}): {counts}.", highlight=False)


def _held(now: settings.Settings) -> list[dict[str, Any]]:
    from depeche import pipeline

    held: list[dict[str, Any]] = pipeline.waiting(now)["held"]
    return held


def _one(now: settings.Settings, start: str) -> str:
    found = [one["batch"] for one in _held(now) if one["batch"].startswith(start)]
    if len(found) != 1:
        fail(f"{len(found) or 'no'} held batches have an id that starts with {start!r}: depeche review list")
    return str(found[0])
