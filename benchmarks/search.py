"""What full-text search costs: making the index, bringing it up to date, asking it; beside DuckDB's ``ILIKE``.

    python benchmarks/search.py                    20,000 dispatches
    python benchmarks/search.py --rows 300000
    python benchmarks/search.py --json

The dispatches are the sample wire's, each with paragraphs of others in its language, over two years;
those of the update are of one month.
Making the index is done in a process of its own, whose peak memory is told; of queries the least of
many passes counts, of all else the wall and CPU seconds of one.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from typing import Any

import duckdb
import pyarrow as pa

from depeche import catalog, pipeline, query, search, settings
from depeche.lake import tables
from depeche.lake.lock import hold
from depeche.pipeline.apart import apart
from depeche.settings import Settings

GO = 20_000
DAYS = 730
UPDATE = 500
# What is asked, and the same in SQL: no accents in it, as ILIKE tells them apart.
QUERIES = {
    "one word": ("Kremlin", "text ILIKE '%kremlin%'"),
    "two words": ("Poutine Syrie", "text ILIKE '%poutine%' AND text ILIKE '%syrie%'"),
    "a phrase": ('"Barack Obama"', "text ILIKE '%barack obama%'"),
    "a beginning": ("milit*", "text ILIKE '% milit%'"),
    "none": ("xyzzy", "text ILIKE '%xyzzy%'"),
}


def main() -> None:
    """Make a lake, index it, ask it."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--rows", type=int, default=GO)
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        figures = measure(settings.load({"DEPECHE_HOME": scratch}), asked.rows)
    if asked.json:
        print(json.dumps(figures, indent=2))
        return
    for name, value in figures.items():
        print(f"{name:<58}{value:>12,.2f}")


def measure(now: Settings, rows: int) -> dict[str, float]:
    """Figures by name, the unit last in the name."""
    pipeline.run(now)
    with query.run("FROM dispatches", now) as found:
        pattern = found.read_all()
    for at in range(0, rows, GO):
        fill(now, pattern, at, min(GO, rows - at))
    wall, cpu, memory = apart(timed, search.rebuild, now)
    state = search.status(now)
    lake_bytes = query.status(now)["bytes_on_disk"]
    per = 1000 / state["documents"]
    figures = {
        "dispatches": float(state["documents"]),
        "index 1,000 dispatches, CPU seconds": cpu * per,
        "index 1,000 dispatches, wall seconds": wall * per,
        "index all, peak memory of the process, MB": memory,
        "index, KB a dispatch": state["bytes"] / state["documents"] / 1000,
        "lake, KB a dispatch": lake_bytes / state["documents"] / 1000,
    }
    fill(now, pattern, rows, UPDATE, days=28)
    wall, cpu, _ = apart(timed, search.fresh, now)
    figures |= {f"update by {UPDATE} dispatches, seconds": wall, f"update by {UPDATE}, CPU seconds": cpu}
    figures["nothing to update, ms"] = least(lambda: search.fresh(now), 10)
    with closing(query.connect(now)) as con:
        for name, (words, like) in QUERIES.items():
            figures |= asked_both_ways(now, con, name, words, like)
    return figures


def asked_both_ways(
    now: Settings, con: duckdb.DuckDBPyConnection, name: str, words: str, like: str
) -> dict[str, float]:
    """One query to the index, and its like to the lake."""

    def sql(what: str, rest: str = "") -> float:
        return least(lambda: con.execute(f"SELECT {what} FROM dispatches WHERE {like} {rest}").fetchall(), 3)

    return {
        f"{name}: dispatches found": float(search.find(now, words).total),
        f"{name}: 20 best with snippets, ms": least(lambda: search.find(now, words), 20),
        f"{name}: all ids and scores, ms": least(lambda: list(search.scores(now, words)), 5),
        f"{name}: any 20 by ILIKE, ms": sql("dispatch_id, headline", "LIMIT 20"),
        f"{name}: all by ILIKE, ms": sql("count(*)"),
    }


def fill(now: Settings, pattern: pa.Table, first: int, count: int, days: int = DAYS) -> None:
    """Add ``count`` dispatches, numbered from ``first``, to the lake, over so many days."""
    chance = random.Random(first)
    by_language: dict[str | None, list[str]] = defaultdict(list)
    for language, text in words_of(pattern):
        by_language[language] += [paragraph for paragraph in text.split("\n\n") if paragraph]
    chosen = [chance.randrange(len(pattern)) for _ in range(count)]
    rows = pattern.take(pa.array(chosen))
    texts = []
    for n, (language, text) in enumerate(words_of(rows)):
        own = text.split("\n\n")
        others = chance.choices(by_language[language] or own, k=5)
        texts.append("\n\n".join([*own[:3], *others, f"{first + n:x}"]))
    made: dict[str, list[Any]] = {
        "dispatch_id": [f"made:{first + n}" for n in range(count)],
        "text": texts,
        "issue_date": [date(2024, 1, 1) + timedelta(days=(first + n) * 7 % days) for n in range(count)],
    }
    for name, values in made.items():
        at = rows.schema.get_field_index(name)
        rows = rows.set_column(at, rows.schema.field(at), pa.array(values, rows.schema.field(at).type))
    with closing(catalog.connect(now, write=True)) as con, hold(now, con):
        con.execute("SET memory_limit = '2GB'")
        con.execute("SET enable_progress_bar = false")
        con.register("made", rows)
        con.execute("BEGIN")
        con.execute(f"INSERT INTO {catalog.NAME}.dispatch_revisions BY NAME FROM made")
        tables.commit_message(con, "filled")
        con.execute("COMMIT")


def words_of(rows: pa.Table) -> Iterator[tuple[str | None, str]]:
    """Language and text of each row."""
    for row in rows.select(["language", "text"]).to_pylist():
        yield row["language"], row["text"]


def timed(work: Callable[[Settings], object], now: Settings) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds, and peak memory of this process in MB."""
    wall, cpu = time.perf_counter(), time.process_time()
    work(now)
    kilo = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * kilo / 1e6
    return time.perf_counter() - wall, time.process_time() - cpu, peak


def least(work: Callable[[], object], passes: int) -> float:
    """Milliseconds of the fastest of so many passes."""
    best = float("inf")
    for _ in range(passes):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best * 1000


if __name__ == "__main__":
    main()
