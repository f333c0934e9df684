"""Brings the index to where the lake stands: what changed since, or everything anew.

One process at a time writes. Readers never wait, and see the index as of a commit. A commit is
all of an update with the snapshot it goes to, so that one that is killed is done again from
where the last one ended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import duckdb
import tantivy

from depeche import clock, locks, points
from depeche.records import Record
from depeche.search import fields, rows, store
from depeche.search.analysis import analysis_of
from depeche.search.rows import Standing
from depeche.search.store import Opened, SearchError, State
from depeche.settings import Settings

# Told while work goes on: what is done, documents so far, documents in all.
Progress = Callable[[str, int, int], None]
# tantivy's buffer, after which it writes to disk.
HEAP = 64_000_000
# Replaced documents take room until tantivy merges their segments; over this share all is made anew.
DELETED_SHARE = 0.3
# How long a query waits for another process that brings the index up to date, before it takes it as it is.
PATIENCE = 2.0


class Indexed(Record, frozen=True, kw_only=True):
    """What was done. ``how``: current (nothing), updated, rebuilt, or busy: another process is at it.

    ``why`` says what led to a rebuild. ``written`` documents went in, of ``documents`` that there
    are now; ``snapshot`` of the lake is what the index shows.
    """

    how: str
    why: str = ""
    written: int = 0
    documents: int = 0
    snapshot: int = -1


def fresh(settings: Settings, progress: Progress | None = None) -> Indexed:
    """The index brought up to date for a query, where it is not; made where there is none.

    Where another process is at that, an index as it is must do. Raises NoLake where there is no
    lake, SearchError where the index is being made by another process for too long.
    """
    try:
        there = store.opened(settings)
    except SearchError:
        there = None  # damaged: it is made anew
    with rows.reading(settings) as con:
        now = rows.standing(con)
        if there and there.state.standing == now:
            return _indexed("current", there)
        if there is None or now is None or there.state.standing.archive != now.archive:
            return _bring(settings, con, progress, settings.lock_seconds)
        try:
            return _bring(settings, con, progress, PATIENCE)
        except Busy:
            return _indexed("busy", there)


class Busy(SearchError):
    """Another process writes to the index."""


def update(settings: Settings, progress: Progress | None = None) -> Indexed:
    """Index what the lake added, changed or removed since the index was made; all, where that is not known.

    Raises Busy where another process writes to the index for ``lock_seconds``.
    """
    with rows.reading(settings) as con:
        return _bring(settings, con, progress, settings.lock_seconds)


def rebuild(settings: Settings, progress: Progress | None = None, *, why: str = "asked for") -> Indexed:
    """Make the index anew beside the old one, which is found by readers until the new one takes its place."""
    with _writing(settings, settings.lock_seconds), rows.reading(settings) as con:
        return _rebuild(settings, con, _standing(con), why, progress)


def tend(settings: Settings, progress: Progress | None = None) -> Indexed:
    """Update, then make anew what holds too much that is replaced, or not what the lake has."""
    done = update(settings, progress)
    there = store.opened(settings)
    if there is None or done.how == "rebuilt":
        return done
    with rows.reading(settings) as con:
        wanted = rows.count(con) if rows.standing(con) == there.state.standing else there.documents
    if wanted != there.documents:
        return rebuild(settings, progress, why=f"it had {there.documents:,} of {wanted:,} dispatches")
    if (share := store.deleted_share(there.folder)) > DELETED_SHARE:
        return rebuild(settings, progress, why=f"{share:.0%} of it was replaced")
    return done


def _bring(
    settings: Settings, con: duckdb.DuckDBPyConnection, progress: Progress | None, wait: float
) -> Indexed:
    with _writing(settings, wait):
        rows.renew(con)  # another process may have published, and indexed that, while this one waited
        now = _standing(con)
        there, why = _base(settings, con, now)
        if there is None:
            return _rebuild(settings, con, now, why, progress)
        if there.state.standing == now:
            return _indexed("current", there)
        return _update(con, there, now, progress)


@contextmanager
def _writing(settings: Settings, seconds: float) -> Iterator[None]:
    settings.search.mkdir(parents=True, exist_ok=True)
    try:
        with locks.hold(settings, f"search {settings.search}", settings.search / "writer.lock", seconds):
            yield
    except locks.Busy:
        raise Busy(
            f"another process has been writing the search index for over {seconds:g} s; try again when it is "
            "done, or raise DEPECHE_LOCK_SECONDS"
        ) from None


def _standing(con: duckdb.DuckDBPyConnection) -> Standing:
    now = rows.standing(con)
    if now is None:
        raise SearchError("the lake has no dispatches yet: publish something first (depeche run)")
    return now


def _base(settings: Settings, con: duckdb.DuckDBPyConnection, now: Standing) -> tuple[Opened | None, str]:
    """The index that can be brought to ``now``, or None and why there is none."""
    known = store.current(settings)
    if known is None:
        return None, "there was none"
    if known.version != store.VERSION:
        return None, f"it was made by another version ({known.version}; this is {store.VERSION})"
    try:
        there = store.opened(settings)
    except SearchError as error:
        return None, str(error).partition(";")[0]
    if there is None or there.state.standing.archive != now.archive:
        return None, "it was made from another archive"
    if not rows.knows(con, there.state.standing):
        return None, f"the lake no longer has the snapshot {there.state.standing.snapshot} it was made from"
    return there, ""


def _update(
    con: duckdb.DuckDBPyConnection, there: Opened, now: Standing, progress: Progress | None
) -> Indexed:
    total = rows.touch(con, there.state.standing.snapshot, now.snapshot)
    writer = there.engine.writer(HEAP, 1)
    for ident in rows.touched_ids(con):
        writer.delete_documents_by_term("dispatch_id", ident)
    analyses = set(there.state.analyses)
    written = 0
    for month in rows.months(con, "touched"):
        written += _add(con, writer, month, analyses, written, total, progress, touched=True)
    _commit(writer, now, analyses)
    opened = there._replace(searcher=_reloaded(there.engine))
    return _indexed("updated", opened, written=written, snapshot=now.snapshot)


def _rebuild(
    settings: Settings, con: duckdb.DuckDBPyConnection, now: Standing, why: str, progress: Progress | None
) -> Indexed:
    folder = store.begin(settings)
    index = tantivy.Index(fields.schema(), str(folder), reuse=False)
    writer = index.writer(HEAP, 1)
    analyses: set[str] = set()
    written, total = 0, rows.revisions(con)
    for month in rows.months(con):
        written += _add(con, writer, month, analyses, written, total, progress, touched=False)
    _commit(writer, now, analyses)
    store.swap(settings, folder)
    return Indexed(how="rebuilt", why=why, written=written, documents=written, snapshot=now.snapshot)


def _add(
    con: duckdb.DuckDBPyConnection,
    writer: tantivy.IndexWriter,
    month: rows.Month,
    analyses: set[str],
    before: int,
    total: int,
    progress: Progress | None,
    *,
    touched: bool,
) -> int:
    """Add the documents of a month; gives their number."""
    added = 0
    for row in rows.rows(con, month, touched=touched):
        writer.add_document(fields.document(row))
        analyses.add(analysis_of(row["language"]))
        added += 1
        if progress and added % rows.BATCH_ROWS == 0:
            progress("index", before + added, total)
    if progress:
        progress("index", before + added, total)
    return added


def _commit(writer: tantivy.IndexWriter, now: Standing, analyses: set[str]) -> None:
    store.write_state(writer, State(standing=now, analyses=sorted(analyses), made_at=clock.now()))
    points.reached("before_index_commit")
    writer.commit()
    points.reached("after_index_commit")
    # Small segments are merged by threads of the writer's, which would end with it.
    writer.wait_merging_threads()


def _reloaded(index: tantivy.Index) -> tantivy.Searcher:
    index.reload()
    return index.searcher()


def _indexed(how: str, there: Opened, *, written: int = 0, snapshot: int | None = None) -> Indexed:
    shown = there.state.standing.snapshot if snapshot is None else snapshot
    return Indexed(how=how, written=written, documents=there.documents, snapshot=shown)
