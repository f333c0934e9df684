"""What running the archive costs, each figure beside what is asked of it.

    python benchmarks/ops.py                      all four measures (half an hour)
    python benchmarks/ops.py --only night         one of them: overhead, night, publish, backfill
    python benchmarks/ops.py --json

overhead   what Airflow adds to a night: the run's time, from its start to its end, without the time
           in which one of the pipeline's stages was at work (by the journal), median of 5 nights
night      4,000 wire items and 1,000 pages through the nightly DAG, from asking for it to its end
publish    5,000 rows of the last month into a lake of 1,000,000 rows of ten years ÷ into an empty one
backfill   `depeche backfill run` over 24 months ÷ `depeche run` on the same input (dispatches a second)

Airflow is that of `make up` (LocalExecutor, PostgreSQL), on a port of its own; everything is in a
temporary folder that is removed at the end. Both sides of a ratio are taken in the same run, on the
same two cores; the machine's load is told, since on a busy one seconds mean little. Pages have the
weight of a newspaper's (benchmarks/throughput.py).
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import NoReturn

import msgspec
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from ops_airflow import Tell
from ops_backfill import backfill
from ops_measure import Measure
from ops_nights import night, overhead
from ops_publish import publish

CORES = 2
NAMES = ("overhead", "night", "publish", "backfill")
out, err = Console(highlight=False, soft_wrap=True), Console(stderr=True)


def main() -> None:
    """Take the measures that are asked for and print them."""
    asked = options().parse_args()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    chosen: dict[str, Callable[[Path, Tell], list[Measure]]] = {
        "overhead": lambda scratch, tell: overhead(scratch, asked.nights, tell),
        "night": lambda scratch, tell: night(scratch, asked.wire, asked.pages, asked.repeat, tell),
        "publish": lambda scratch, tell: publish(scratch, asked.rows, asked.increment, asked.repeat, tell),
        "backfill": lambda scratch, tell: backfill(scratch, asked.months, asked.each, asked.at_once, tell),
    }
    found: list[Measure] = []
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    names = asked.only or NAMES
    with Progress(*columns, TimeElapsedColumn(), console=err, transient=True) as bar:
        task = bar.add_task("", total=len(names))
        for name in names:
            with tempfile.TemporaryDirectory(prefix="depeche-ops-", ignore_cleanup_errors=True) as scratch:
                taken = chosen[name](Path(scratch), partial(_tell, bar, task, name))
            found += taken
            bar.advance(task)
            if not asked.json:
                show(taken, bar.console)
    if asked.json:
        machine = {"cores": _cores(), "load": os.getloadavg()}
        print(json.dumps({"machine": machine, "measures": msgspec.to_builtins(found)}, indent=2))


def options() -> argparse.ArgumentParser:
    """What can be asked."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--only", choices=NAMES, nargs="+", help="these measures; default: all")
    given.add_argument("--json", action="store_true", help="print JSON instead of text")
    given.add_argument("--nights", type=int, default=5, help="overhead: nights (%(default)s)")
    given.add_argument("--wire", type=int, default=4000, help="night: wire items (%(default)s)")
    given.add_argument("--pages", type=int, default=1000, help="night: pages (%(default)s)")
    given.add_argument(
        "--rows", type=int, default=1_000_000, help="publish: rows of the full lake (%(default)s)"
    )
    given.add_argument(
        "--increment", type=int, default=5000, help="publish: rows published, at most 5000 (%(default)s)"
    )
    given.add_argument("--months", type=int, default=24, help="backfill: months (%(default)s)")
    given.add_argument("--each", type=int, default=5000, help="backfill: wire items a month (%(default)s)")
    given.add_argument(
        "--at-once", type=int, default=2, help="backfill: months at the same time (%(default)s)"
    )
    given.add_argument("--repeat", type=int, default=3, help="night, publish: times (%(default)s)")
    return given


def show(found: list[Measure], console: Console) -> None:
    """Print the measures as text, with what is asked and what they are made of."""
    for measure in found:
        asked = ""
        if measure.met is not None:
            asked = f"asked: {measure.asked} {measure.unit}: {'[green]met[/]' if measure.met else '[red]not met[/]'}"
        out.print(f"{measure.name:<52} {measure.value:8.2f} {measure.unit}   {asked}")
        for name, value in measure.detail.items():
            out.print(f"    {name:<48} {_plain(value)}")
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    out.print(f"    {'load of the machine (1, 5, 15 minutes), cores':<48} {load}; {_cores()}")


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plain(each)}" for name, each in value.items())
    if isinstance(value, list):
        return ", ".join(_plain(each) for each in value)
    return (
        f"{value:,.2f}"
        if isinstance(value, float)
        else f"{value:,}"
        if isinstance(value, int)
        else str(value)
    )


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _tell(bar: Progress, task: object, name: str, words: str) -> None:
    bar.update(task, description=f"{name}: {words}")  # type: ignore[arg-type]


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
