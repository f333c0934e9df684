"""What a NewsItem says that no table knows, or that a field has no room for."""

from __future__ import annotations

from depeche.clean.newsml12.item import Item
from depeche.clean.newsml12.mapping import ABOUT, LINES, MANAGEMENT, MAPPED, RIGHTS, is_ignored
from depeche.clean.tidy import unique

_ID = "Identification/NewsIdentifier"
# Paths whose field has room for a single value, and those that fill such a field together.
_SINGLE = (
    f"{_ID}/PublicIdentifier",
    f"{_ID}/RevisionId",
    f"{LINES}/DateLine",
    f"{ABOUT}/DateLineDate",
    "NewsEnvelope/Priority",
    f"{MANAGEMENT}/NewsItemType",
    f"{MANAGEMENT}/FirstCreated",
    f"{MANAGEMENT}/ThisRevisionCreated",
    f"{MANAGEMENT}/Status",
    f"{MANAGEMENT}/Urgency",
    *(
        f"{ABOUT}/Location[{how}]/Property[{name}]"
        for how in ("Origin", "")
        for name in ("City", "Country", "Latitude", "Longitude")
    ),
)
_TOGETHER = (
    (
        f"{MANAGEMENT}/Property[EmbargoedUntil]",
        f"{MANAGEMENT}/EmbargoedUntil",
        f"{RIGHTS}/Property[EmbargoedUntil]",
    ),
    tuple(f"{ABOUT}/Location[Origin]/Property[{name}]" for name in ("Area", "CountryArea")),
)
_PLACES = tuple(
    (f"{ABOUT}/Location[Origin]/Property[{name}]", f"{ABOUT}/Location[]/Property[{name}]")
    for name in ("City", "Area", "CountryArea", "Country", "Latitude", "Longitude")
)


def unmapped(item: Item) -> list[str]:
    """Paths of what no table knows, and of what differs from the value that its field has room for."""
    paths = [path for path in item.facts if path not in MAPPED and not is_ignored(path)]
    return unique(
        [
            *paths,
            *_further(item),
            *(
                f"DataContent//{name}"
                for p in item.pieces
                if not p.stated
                for name in p.copy.content.unmapped
            ),
        ]
    )


def _further(item: Item) -> list[str]:
    """Paths of values that differ from the one that the record has room for."""
    facts = item.facts
    found = [f"{path}[2]" for path in _SINGLE if len(set(facts.get(path, ()))) > 1]
    for paths in _TOGETHER:
        values = [(path, value) for path in paths for value in facts.get(path, ())]
        found += [path for path, value in values if value != values[0][1]]
    if any(marked in facts for marked, _ in _PLACES):
        found += [path for marked, path in _PLACES if path in facts and facts[path] != facts.get(marked)]
    return found
