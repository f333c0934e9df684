"""The measure of a backfill: its throughput through Airflow, beside that of `depeche run` on the same input."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from depeche.control.months import following
from ops_airflow import Tell, archive, at_work, instant, up
from ops_cpu import spent
from ops_made import write_wire
from ops_measure import Measure

FIRST = date(2003, 1, 1)


def backfill(scratch: Path, months: int, each: int, at_once: int, tell: Tell) -> list[Measure]:
    """`depeche backfill run` over so many months of ``each`` wire items, beside `depeche run`."""
    here, plain = (archive(scratch / name, ["wire"], scratch / "cache") for name in ("airflow", "plain"))
    month = FIRST
    for number in range(months):
        tell(f"making the wire: {number + 1} of {months} months")
        for it in (here, plain):
            write_wire(it.folder / "feeds" / "wire" / f"{month:%Y-%m}", each, number * each, month)
        last, month = month, following(month)
    tell("starting Airflow")
    with up(here) as airflow:
        airflow.unpause("history")
        tell(f"the backfill: {months} months")
        with spent(airflow.pid) as watched:
            words = ["--from", f"{FIRST:%Y-%m}", "--to", f"{last:%Y-%m}", "--at-once", f"{at_once}", "--json"]
            asked = here.command("backfill", "run", "wire", *words).wall
        found = airflow.ask("GET", "/dags/history/dagRuns", params={"limit": 100})["dag_runs"]
    runs = [run for run in found if run["conf"] == {"feeds": ["wire"]}]
    if [run["state"] for run in runs] != ["success"] * months:
        raise SystemExit(f"the backfill failed: {[run['state'] for run in runs]}")
    start, end = (
        instant(f(run[name] for run in runs)) for f, name in ((min, "start_date"), (max, "end_date"))
    )
    tell("depeche run on the same")
    alone = plain.command("run", "--json")
    ratio = alone.wall / asked
    return [
        Measure(
            name=f"a backfill of {months} months ÷ depeche run",
            value=ratio,
            unit="×",
            asked="at least 0.85",
            met=ratio >= 0.85,
            detail={
                "dispatches": months * each,
                "months at once": at_once,
                "backfill, asked for to its end (s)": asked,
                "its first run's start to its last one's end (s)": (end - start).total_seconds(),
                "stages at work (s)": at_work(here.settings, start, end),
                "CPU of all its processes (s)": watched.seconds,
                "depeche run (s)": alone.wall,
                "depeche run, CPU (s)": alone.cpu,
                "depeche run's CPU ÷ the backfill's": alone.cpu / watched.seconds,
                "dispatches an hour": months * each / asked * 3600,
            },
        )
    ]
