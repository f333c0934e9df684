"""What an NITF document says that no table knows, or that a field has no room for."""

from __future__ import annotations

from typing import Any

from depeche.clean.instants import differ
from depeche.clean.nitf.copy import Copy
from depeche.clean.nitf.mapping import DOC, IGNORED, MAPPED, meta_name
from depeche.clean.nitf.place import event_place, is_same_city
from depeche.clean.tidy import one_line, unique
from depeche.clean.xml.paths import Paths, Table

_TABLE = Table(MAPPED, IGNORED, ("body", "head/meta", "head/meta@*", f"{DOC}/evloc"))
# Paths whose field has room for one value.
_SINGLE = (
    "head/title", f"{DOC}/doc-id@id-string", f"{DOC}/date.issue@norm", f"{DOC}/date.release@norm", f"{DOC}/urgency@ed-urg",
    f"{DOC}/du-key@version", f"{DOC}/evloc@city", "head/tobject@tobject.type", "head/pubdata@ex-ref",
)  # fmt: skip


def unmapped(paths: Paths, copy: Copy, found: dict[str, Any]) -> list[str]:
    """Paths of what no table knows, and of what differs from the value that its field in ``found`` has room for."""
    metas = unique(f"head/meta[{meta_name(meta)}]" for meta in paths.all("head/meta") if meta.get("content"))
    return unique([
        *paths.unknown(_TABLE), *(meta for meta in metas if not _TABLE.knows(meta)),
        *(f"body/{name}" for name in copy.unmapped), *(f"body//{name}" for name in copy.content.unmapped),
        *_unlike(paths, copy, found),
    ])  # fmt: skip


def _unlike(paths: Paths, copy: Copy, found: dict[str, Any]) -> list[str]:
    """Paths of values that differ from the one that their field has room for."""
    unlike = paths.further(*_SINGLE)
    said = {
        one_line(words).casefold()
        for words in (found["headline"], found["slug"], *found["keywords"])
        if words
    }
    title, event = paths.first("head/title"), event_place(paths)
    if title and title.casefold() not in said:
        unlike.append("head/title")
    if event and copy.place and event != copy.place and not is_same_city(copy.place, event):
        unlike.append(f"{DOC}/evloc")
    issued, released = found["issued_at_text"], paths.first(f"{DOC}/date.release@norm")
    if issued and released and not found["embargo_text"] and differ(issued, released):
        unlike.append(f"{DOC}/date.release@norm")
    return unlike
