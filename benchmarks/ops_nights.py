"""Measures of the night: what Airflow adds to a small one, and how long a large one takes."""

from __future__ import annotations

import statistics
from pathlib import Path

from ops_airflow import Tell, archive, up
from ops_made import write_pages, write_wire
from ops_measure import Measure

SMALL = 200


def overhead(scratch: Path, nights: int, tell: Tell) -> list[Measure]:
    """What Airflow adds to a night of SMALL wire items, beside `depeche run` on the same; and what `make up` takes."""
    here, plain = (archive(scratch / name, ["wire"], scratch / "cache") for name in ("airflow", "plain"))
    tell("starting Airflow")
    with up(here) as airflow:
        airflow.unpause("nightly_wire")
        nights_taken, runs = [], []
        for number in range(nights + 1):
            tell(f"night {number + 1} of {nights + 1}")
            for it in (here, plain):
                write_wire(it.folder / "feeds" / "wire", SMALL, first=number * SMALL)
            night = airflow.night("wire")
            alone = plain.command("run", "--json")
            if number == 0:
                continue  # the first one makes the lake
            nights_taken.append(night)
            runs.append(alone)
    added = [night.wall - night.own for night in nights_taken]
    beside = [night.wall - alone.wall for night, alone in zip(nights_taken, runs, strict=True)]
    cpu = [night.cpu - alone.cpu for night, alone in zip(nights_taken, runs, strict=True)]
    return [
        Measure(
            name="Airflow's overhead a night",
            value=statistics.median(added),
            unit="s",
            asked="at most 15",
            met=statistics.median(added) <= 15,
            detail={
                "nights": nights,
                "dispatches a night": SMALL,
                "night, start to end (s)": statistics.median(night.wall for night in nights_taken),
                "more than depeche run (s)": statistics.median(beside),
                "more CPU than depeche run (s)": statistics.median(cpu),
                "each night (s)": added,
                "seconds in each task": {
                    name: statistics.median(night.tasks[name] for night in nights_taken)
                    for name in nights_taken[0].tasks
                },
            },
        ),
        Measure(
            name="make up until ready",
            value=airflow.ready,
            unit="s",
            detail={"metadata": "made and migrated"},
        ),
    ]


def night(scratch: Path, wire: int, pages: int, repeat: int, tell: Tell) -> list[Measure]:
    """A night of so many wire items and pages, from asking for it to its end, beside `depeche run` on the same."""
    here, plain = (archive(scratch / name, ["wire"], scratch / "cache") for name in ("airflow", "plain"))
    tell("starting Airflow")
    with up(here) as airflow:
        airflow.unpause("nightly_wire")
        write_wire(here.folder / "feeds" / "wire", 20)
        tell("a first, small night")
        airflow.night("wire")
        nights, alone = [], []
        for number in range(1, repeat + 1):
            tell(f"making night {number}")
            for it in (here, plain):
                write_wire(it.folder / "feeds" / "wire" / f"{number}", wire, first=number * 1_000_000)
                write_pages(it.folder / "feeds" / "wire" / f"{number}", pages, first=number * 1_000_000)
            tell(f"night {number}")
            nights.append(airflow.night("wire"))
            tell(f"night {number} by depeche run")
            alone.append(plain.command("run", "--json"))
    took = min(nights, key=lambda night: night.asked)
    return [
        Measure(
            name=f"a night of {wire + pages:,} dispatches",
            value=took.asked,
            unit="s",
            asked="at most 60",
            met=took.asked <= 60,
            detail={
                "wire items": wire,
                "pages": pages,
                "nights": repeat,
                "stages at work (s)": took.own,
                "CPU of all its processes (s)": took.cpu,
                "depeche run on the same (s)": min(each.wall for each in alone),
                "depeche run, CPU (s)": min(each.cpu for each in alone),
                "seconds in each task (the longest of several)": took.tasks,
            },
        )
    ]
