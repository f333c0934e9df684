"""Unknown people and organisations that only a language model finds (``name_models.py``).

Whatever the rules have found stays as it is; a model's name counts where nothing else does.
"""

from __future__ import annotations

from bisect import bisect_left

from depeche.normalise.actors.found import Dossier, Found
from depeche.normalise.actors.name_models import Name
from depeche.normalise.actors.scan import Scan
from depeche.normalise.actors.unknown import person, unknown_key

_SURE = 0.5
# Places and peoples are the authority's: as names of actors they are a model's mistakes.
_PLACES = frozenset("SCMA")


def modelled(scan: Scan, dossier: Dossier) -> None:
    """Note the names that a model found in one field, except where something was found already."""
    for name in scan.names:
        span = _words(scan, name)
        if span is None or not dossier.is_free(scan.field, scan.text, scan.starts[span[0]], name.end):
            continue
        first, end = span
        if any(hit.end == end and hit.alias.kind in _PLACES for hit in scan.hits.get(first, ())):
            continue
        if name.kind == "person":
            dossier.found.append(person(scan, first, first, end, "model_name", _SURE, None, dossier))
        else:
            dossier.found.append(_organisation(scan, first, end, dossier))


def _words(scan: Scan, name: Name) -> tuple[int, int] | None:
    """The words of a name without the article before it; None where it is no run of whole words, or has no capital."""
    first, end = bisect_left(scan.starts, name.start), bisect_left(scan.ends, name.end) + 1
    if not first < end <= len(scan.words) or (scan.starts[first], scan.ends[end - 1]) != (
        name.start,
        name.end,
    ):
        return None
    while first < end and scan.words[first] in scan.small.definite:
        first += 1
    return (first, end) if any(map(scan.may_name, range(first, end))) else None


def _organisation(scan: Scan, first: int, end: int, dossier: Dossier) -> Found:
    start, stop = scan.starts[first], scan.ends[end - 1]
    key = unknown_key(scan, first, end)
    if key not in dossier.unknown:
        dossier.unknown[key] = (scan.text[start:stop], None)
        dossier.unknown_things.add(key)
    return Found(key, scan.field, start, stop, "model_name", _SURE, None)
