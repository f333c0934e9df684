"""Builders for tests of validate, lake and query: dispatches, staged batches, lakes."""

import hashlib
import json
import shutil
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from depeche import lake, query, schema
from depeche import settings as settings_module
from depeche.records import Actor, Credit, Dateline, Dispatch, EventDate, Mention, Place, Rejected
from depeche.settings import Settings

AT = datetime(2016, 7, 6, 12, 0, tzinfo=UTC)
BODY = "Moscou a proposé une trêve.\n\nLe président russe l'a dit mercredi."
FULL = "PARIS, 6 juil 2016 (AFP) - " + BODY


def digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def dispatch(name: str = "a", words: str = BODY, **changes: object) -> Dispatch:
    """A whole and valid dispatch; ``name`` goes into its ids, ``words`` is its text."""
    mention = Mention(text="Moscou", field="text", start=0, end=6, rule="metonym", confidence=0.8)
    actor = Actor(
        actor_id="state:ru:government", wikidata_id="Q1140115", kind="body", name="Government of Russia",
        country_code="RU", office_id=None, cameo_code="RUSGOV", mentions=[mention],
    )  # fmt: skip
    place = Place(
        text="PARIS", city_id=2988507, name="Paris", country_code="FR", country_code3="FRA", admin="11",
        latitude=48.85, longitude=2.35, rule="city", confidence=0.9,
    )  # fmt: skip
    dateline = Dateline(
        text="PARIS, 6 juil 2016 (AFP) -", start=0, end=26, places=[place], date="2016-07-06",
        date_precision="day", agencies=["AFP"], rule="city-date-agency",
    )  # fmt: skip
    credit = Credit(
        agency_id="AFP", wikidata_id="Q40464", role="issuer", text="AFP", start=20, end=23, rule="dateline"
    )
    event = EventDate(
        text="mercredi", start=56, end=64, first=date(2016, 7, 6), last=date(2016, 7, 6), rule="weekday"
    )
    values: dict[str, object] = {
        "dispatch_id": f"urn:newsml:example:{name}", "revision": 1, "id_basis": "agency_guid",
        "agency_guid": f"urn:newsml:example:{name}:1", "text_sha256": digest(words), "source": "AFP",
        "credits": [credit], "feed_id": "wire", "publisher": None, "url": None, "language": "fr",
        "language_text": "fr", "language_basis": "stated", "headline": f"Titre {name}", "slug": None,
        "keywords": ["trêve"], "text": words, "full_text": FULL, "word_count": len(words.split()),
        "byline": None, "sign_off": "ab/cd", "advisory": None, "summary": None, "kind": "news", "kind_text": None, "urgency": 3,
        "urgency_text": "3", "signal": [], "pubstatus": "usable", "pubstatus_text": None,
        "embargo_until": None, "embargo_text": None, "usage_terms_text": None, "usage_rules": [],
        "issued_at": AT, "issued_at_text": "20160706T120000Z", "issued_at_precision": "second",
        "created_at": None, "modified_at": None, "issue_date": date(2016, 7, 6), "issue_date_basis": "issued",
        "as_of_date": date(2016, 7, 6), "as_of_basis": "issued", "collected_at": AT, "event_dates": [event],
        "dateline": dateline, "actors": [actor], "subjects": [], "associations": [],
        "raw_uri": f"wire/x.warc.gz#{name}", "raw_sha256": digest(f"raw {name} {words}"),
        "raw_name": f"{name}.xml", "format": "newsml12", "reader_version": "1", "normaliser_version": "1",
        "authority_version": "abc", "quality_flags": [],
    }  # fmt: skip
    if words is not BODY:
        values |= {"actors": [], "event_dates": [], "full_text": words, "credits": [], "dateline": None}
    return Dispatch(**(values | changes))  # type: ignore[arg-type]


def rejected(name: str = "bad", reason: str = "truncated", **changes: object) -> Rejected:
    values: dict[str, object] = {
        "stage": "clean", "reason": reason, "detail": "it ends in the middle", "raw_uri": f"wire/x.warc.gz#{name}",
        "raw_sha256": digest(f"raw {name}"), "raw_name": f"{name}.xml", "feed_id": "wire", "collected_at": AT,
    }  # fmt: skip
    return Rejected(**(values | changes))  # type: ignore[arg-type]


def settings(home: Path, **environ: str) -> Settings:
    """The settings of the archive in ``home``; a file ``catalog`` there names its PostgreSQL."""
    catalog = home / "catalog"
    named = {"DEPECHE_CATALOG": catalog.read_text()} if catalog.exists() else {}
    return settings_module.load({"DEPECHE_HOME": str(home), **named, **environ})


def stage(
    home: Path,
    batch_id: str,
    dispatches: list[Dispatch],
    refused: list[Rejected] | None = None,
    *,
    judged: bool = True,
    **batch: object,
) -> Path:
    """A staging folder as process leaves it, and where ``judged`` as validate does (all accepted)."""
    folder = home / "staging" / batch_id
    folder.mkdir(parents=True)
    rows = pa.Table.from_batches([schema.dispatches_to_arrow(dispatches, batch_id)])
    refusals = pa.Table.from_batches([schema.rejected_to_arrow(refused or [], batch_id)])
    pq.write_table(rows, folder / "dispatches.parquet")
    pq.write_table(refusals, folder / "rejected.parquet")
    taken = rows.num_rows + refusals.num_rows
    about = {
        "batch_id": batch_id, "feed_id": "wire", "raw_file": f"wire/{batch_id}.warc.gz", "code_version": "v1",
        "payloads": taken, "tallies": {"clean": {"stage": "clean", "taken": taken, "accepted": taken, "seconds": 0.5}},
    } | batch  # fmt: skip
    (folder / "batch.json").write_text(json.dumps(about))
    if judged:
        pq.write_table(rows, folder / "accepted.parquet")
        pq.write_table(refusals.slice(0, 0), folder / "refused.parquet")
        tally = {"stage": "validate", "taken": rows.num_rows, "accepted": rows.num_rows}
        verdict = {"passed": True, "failures": [], "tally": tally, "result": {}}
        (folder / "validation.json").write_text(json.dumps(verdict))
    return folder


def fill(
    home: Path,
    days: int,
    of_day: Callable[[date, datetime], list[Dispatch]],
    refused: Sequence[Rejected] = (),
) -> None:
    """A lake with what ``of_day(day, at)`` gives for so many days from 1 January 2003; ``at`` is nine o'clock."""
    lake.ensure(settings(home), query.definitions())
    rows: list[Dispatch] = []
    for n in range(days):
        day = date(2003, 1, 1) + timedelta(days=n)
        rows += of_day(day, datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
    lake.publish(stage(home, "b1", rows, list(refused)), settings(home))


def copy_lake(template: Path, home: Path) -> None:
    """A lake from another, whole: it may be moved and copied while nobody writes."""
    shutil.copytree(template / "lake", home / "lake")
