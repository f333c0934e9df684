"""Where the index lies: generations, of which one counts.

    DEPECHE_HOME/search/
        current.json     which generation counts, and its version
        writer.lock      held while something is written
        4f1c…/           a generation: tantivy's files; another one may be in the making

A generation says itself which snapshot of which lake it is made from, in a document that is
written with the others: both or neither.
"""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import msgspec
import tantivy

from depeche import points
from depeche.aside import aside
from depeche.catalog import LakeError
from depeche.records import Record
from depeche.search import analysis, fields
from depeche.search.rows import Standing
from depeche.settings import Settings

# An index of another version is made again: of the schema, the analysis, tantivy and its files.
VERSION = f"{fields.VERSION}.{analysis.VERSION} tantivy {version('tantivy')}"
# A generation may be replaced between the look at current.json and the opening of its files.
TRIES = 5
ROLE = "state"


class SearchError(LakeError):
    """Something is wrong with the index or with what was asked; the message says what to do or to write."""


class State(Record, frozen=True, kw_only=True):
    """What an index was made from, and when it was brought to that snapshot."""

    standing: Standing
    analyses: list[str]
    made_at: datetime


class Current(Record, frozen=True, kw_only=True):
    """The generation that counts."""

    generation: str
    version: str


class Opened(NamedTuple):
    """An index as of its last commit; later ones do not change what is found."""

    engine: tantivy.Index
    searcher: tantivy.Searcher
    state: State
    folder: Path

    @property
    def documents(self) -> int:
        """The revisions that can be found."""
        return self.searcher.num_docs - 1


def current(settings: Settings) -> Current | None:
    """Which generation counts; None where there is none."""
    try:
        return msgspec.json.decode((settings.search / "current.json").read_bytes(), type=Current)
    except (FileNotFoundError, msgspec.DecodeError):
        return None


def opened(settings: Settings) -> Opened | None:
    """The index; None where there is none, or one of another version. Raises SearchError where it is damaged."""
    for left in reversed(range(TRIES)):
        now = current(settings)
        if now is None or now.version != VERSION:
            return None
        folder = settings.search / now.generation
        try:
            return _open(folder)
        except (ValueError, OSError, msgspec.DecodeError) as error:
            if not left:
                raise SearchError(
                    f"the search index is damaged: {error}; make it again: depeche search --rebuild"
                ) from None
    return None


def _open(folder: Path) -> Opened:
    index = tantivy.Index.open(str(folder))
    searcher = index.searcher()
    query = tantivy.Query.term_query(index.schema, "role", ROLE)
    hits = searcher.search(query, 1).hits
    if not hits:
        raise ValueError(f"{folder} does not say what it was made from")
    state = msgspec.json.decode(bytes(searcher.doc(hits[0][1])["state"][0]), type=State)
    return Opened(index, searcher, state, folder)


def write_state(writer: tantivy.IndexWriter, state: State) -> None:
    """Say what the index is made from with the next commit."""
    writer.delete_documents_by_term("role", ROLE)
    doc = tantivy.Document()
    doc.add_text("role", ROLE)
    doc.add_bytes("state", msgspec.json.encode(state))
    writer.add_document(doc)


def begin(settings: Settings) -> Path:
    """The folder of a new generation; those that do not count are removed. The lock is held."""
    sweep(settings)
    folder = settings.search / uuid4().hex[:12]
    folder.mkdir(parents=True)
    return folder


def swap(settings: Settings, folder: Path) -> None:
    """Make the generation in ``folder`` the one that counts, in one go; the old one goes.

    Who has it open goes on with it: its files are mapped.
    """
    points.reached("before_swap")
    with aside(settings.search / "current.json") as file:
        file.write_bytes(msgspec.json.encode(Current(generation=folder.name, version=VERSION)))
    sweep(settings)


def sweep(settings: Settings) -> None:
    """Remove the generations that do not count: replaced, or left by a killed writer."""
    now = current(settings)
    for folder in settings.search.iterdir():
        if folder.is_dir() and (now is None or folder.name != now.generation):
            shutil.rmtree(folder, ignore_errors=True)


def size(settings: Settings) -> int:
    """Bytes of the index."""
    now = current(settings)
    files = (settings.search / now.generation).glob("*") if now else ()
    return sum(file.stat().st_size for file in files if file.exists())


def deleted_share(folder: Path) -> float:
    """The share of documents that are replaced or removed and still take room."""
    segments = json.loads((folder / "meta.json").read_bytes())["segments"]
    deleted: int = sum((one["deletes"] or {}).get("num_deleted_docs", 0) for one in segments)
    there: int = sum(one["max_doc"] for one in segments)
    return deleted / max(1, there)
