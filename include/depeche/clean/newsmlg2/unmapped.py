"""What a NewsML-G2 item says that no table knows, or that a field has no room for."""

from __future__ import annotations

from depeche.clean.instants import other_instants
from depeche.clean.newsmlg2.item import Item
from depeche.clean.newsmlg2.mapping import (
    ABOUT,
    CODED,
    CONCEPT,
    CREATED,
    EXPRESSION,
    IGNORED,
    MAPPED,
    META,
    RIGHTS,
)
from depeche.clean.newsmlg2.odrl import expressed
from depeche.clean.newsmlg2.values import place
from depeche.clean.tidy import unique
from depeche.clean.xml.paths import Table

_TABLE = Table(MAPPED, IGNORED, carried=CODED)
# Paths whose field has room for one value.
_SINGLE = (
    f"{META}/versionCreated", f"{META}/firstCreated", f"{META}/embargoed", f"{META}/title", f"{ABOUT}/urgency",
    f"{ABOUT}/contentCreated", f"{ABOUT}/contentModified", f"{ABOUT}/dateline", f"{ABOUT}/language@tag", f"{META}/role@qcode", f"{META}/pubStatus@qcode",
)  # fmt: skip
# Values that are words or marked-up text, and so have no concept's parts.
_TEXTS = (
    f"{META}/edNote",
    "contentSet/",
    "catalog",
    "groupSet/group/edNote",
    "assert",
    "partMeta",
    "inlineRef",
    f"{RIGHTS}/rights",
)


def unmapped(item: Item) -> list[str]:
    """Paths of what no table knows, and of what differs from the value that its field has room for."""
    found = item.paths.unknown(_TABLE)
    for path, element in item.paths.values_with_parts():
        if not path.startswith(_TEXTS):
            found += [f"{path}/{child.tag}" for child in element if child.tag not in CONCEPT]
    found += [EXPRESSION for element in item.paths.all(EXPRESSION) if len(element) and not expressed(element)]
    return unique([*found, *_unlike(item)])


def _unlike(item: Item) -> list[str]:
    """Paths of values that differ from the one that their field has room for."""
    paths = item.paths
    found = paths.further(*_SINGLE)
    located = paths.all(f"{ABOUT}/located")
    if len(located) > 1 and len({place(one, item.language, item.known) for one in located} - {None}) > 1:
        found.append(f"{ABOUT}/located[2]")
    return [*found, *other_instants(paths.first, *CREATED)]
