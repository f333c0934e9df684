"""The archive in numbers, as Prometheus reads them: from the ledger, which loses and doubles nothing.

Counters are sums over published batches, so they are the same from whichever machine they
are asked, and go on after any crash. ``depeche metrics`` prints them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from prometheus_client.core import CollectorRegistry, CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import generate_latest
from prometheus_client.registry import Collector

from depeche import __version__, query
from depeche.pipeline.state import status
from depeche.pipeline.versions import code_version
from depeche.records import Tally
from depeche.settings import Settings

OUTCOMES = ("accepted", "quarantined", "known")


def metrics(settings: Settings) -> str:
    """Every metric in Prometheus' text format."""
    registry = CollectorRegistry()
    registry.register(_Archive(settings))
    return generate_latest(registry).decode()


class _Archive(Collector):
    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def describe(self) -> list[Metric]:
        """Nothing is asked before it is wanted."""
        return []

    def collect(self) -> Iterator[Metric]:
        """All metrics, from one look at the archive."""
        yield from _of_batches(self._settings)
        yield from _of_state(self._settings)


def _of_batches(settings: Settings) -> Iterator[Metric]:
    batches: Counter[str] = Counter()
    sums: dict[tuple[str, str], Tally] = {}
    for feed, tallies in query.tallies(settings):
        batches[feed] += 1
        for stage, tally in tallies.items():
            key = (feed, stage)
            sums[key] = sums[key].plus(tally) if key in sums else tally
    found = CounterMetricFamily("depeche_batches", "Batches published.", labels=["feed"])
    records = CounterMetricFamily(
        "depeche_records", "Records of published batches by what became of them.", labels=["feed", "stage", "outcome"]
    )  # fmt: skip
    seconds = CounterMetricFamily(
        "depeche_stage_seconds", "Seconds of work of each stage.", labels=["feed", "stage"]
    )
    refused = CounterMetricFamily(
        "depeche_refused", "Records refused, by reason.", labels=["feed", "stage", "reason"]
    )
    formats = CounterMetricFamily(
        "depeche_format_records", "Records that a stage took, by format.", labels=["stage", "format"]
    )
    format_seconds = CounterMetricFamily(
        "depeche_format_seconds", "Seconds of work of a stage, by format.", labels=["stage", "format"]
    )
    by_format: dict[tuple[str, str], tuple[int, float]] = {}
    for feed, count in sorted(batches.items()):
        found.add_metric([feed], count)
    for (feed, stage), tally in sorted(sums.items()):
        for outcome in OUTCOMES:
            records.add_metric([feed, stage, outcome], getattr(tally, outcome))
        seconds.add_metric([feed, stage], tally.seconds)
        for reason, count in sorted(tally.reasons.items()):
            refused.add_metric([feed, stage, reason], count)
        for name, (count, spent) in tally.formats.items():
            before = by_format.get((stage, name), (0, 0.0))
            by_format[stage, name] = (before[0] + count, before[1] + spent)
    for (stage, name), (count, spent) in sorted(by_format.items()):
        formats.add_metric([stage, name], count)
        format_seconds.add_metric([stage, name], spent)
    yield from (found, records, seconds, refused, formats, format_seconds)


def _of_state(settings: Settings) -> Iterator[Metric]:
    state = status(settings)
    info = GaugeMetricFamily(
        "depeche_info", "Always 1; its labels are the versions.", labels=["version", "code"]
    )
    info.add_metric([__version__, code_version(settings)], 1)
    yield info
    if state["exists"]:
        yield _gauge("depeche_revisions", "Rows of dispatch_revisions.", state["revisions"])
        yield _gauge("depeche_dispatches", "Dispatches.", state["dispatches"])
        yield _gauge("depeche_lake_bytes", "Bytes of the lake's data files.", state["bytes_on_disk"])
        yield _gauge("depeche_lake_files", "Parquet files of the lake.", state["parquet_files"])
        yield _gauge("depeche_snapshots", "Snapshots that time travel reaches.", state["snapshots"])
        if state["last_published_at"]:
            yield _gauge(
                "depeche_last_published_timestamp_seconds",
                "When the last batch was published.",
                state["last_published_at"].timestamp(),
            )
    if state["search"]["exists"]:
        index = state["search"]
        yield _gauge("depeche_search_bytes", "Bytes of this machine's search index.", index["bytes"])
        yield _gauge(
            "depeche_search_updated_timestamp_seconds",
            "When it was last brought up to date.",
            index["made_at"].timestamp(),
        )
    quarantine = GaugeMetricFamily(
        "depeche_quarantine", "Records in quarantine now.", labels=["stage", "reason"]
    )
    for row in state["quarantine"]:
        quarantine.add_metric([row["stage"], row["reason"]], row["records"])
    collected = GaugeMetricFamily(
        "depeche_feed_collected_timestamp_seconds", "When the feed was last collected.", labels=["feed"]
    )
    late = GaugeMetricFamily("depeche_feed_late", "1 where the feed is late.", labels=["feed"])
    failed = GaugeMetricFamily("depeche_feed_failed", "1 where its last collection failed.", labels=["feed"])
    for feed in state["feeds"]:
        collected.add_metric([feed["feed"]], feed["at"].timestamp())
        late.add_metric([feed["feed"]], feed["late"])
        failed.add_metric([feed["feed"]], feed["state"] == "failed")
    yield from (quarantine, collected, late, failed)
    yield _gauge("depeche_batches_waiting", "Batches not published yet.", state["waiting"])
    yield _gauge("depeche_batches_held", "Batches held at the gate.", len(state["held"]))
    yield _gauge("depeche_work_running", "Pieces of work under way.", len(state["running"]))
    yield _gauge(
        "depeche_work_failed", "Pieces of work that failed and were not done since.", len(state["failed"])
    )


def _gauge(name: str, about: str, value: float) -> Metric:
    return GaugeMetricFamily(name, about, value=value)
