"""Capitals and buildings as of the dispatch's day: the state alive then whose seat it was.

"Moscou" is the Soviet state's until 1991, "Belgrade" Yugoslavia's until 2003; Bonn stands for no
government since 1999. On the day on which one follows another it is the newcomer's.
"""

from __future__ import annotations

from datetime import date

from depeche.authority.actors.days import ALWAYS, Days, days_of
from depeche.normalise.actors.scan import Hit, Scan


def as_of(scan: Scan, day: date) -> None:
    """Leave of the readings of a capital or building those of ``day``; may be asked again for another day."""
    wanted = day.toordinal()
    if scan.dated is None:
        scan.dated = _dated(scan)
    for word, hits in scan.dated.items():
        left = [(hit, days) for hit in hits if (days := _days(hit))[0] <= wanted <= days[1]]
        latest: dict[tuple[str, int], Days] = {}
        for hit, days in left:
            said = hit.alias.kind, hit.end
            latest[said] = max(latest.get(said, days), days, key=_newness)
        scan.keep(word, [hit for hit, days in left if days == latest[hit.alias.kind, hit.end]])


def _dated(scan: Scan) -> dict[int, list[Hit]]:
    return {
        word: scan.hits[word]
        for word, kinds in scan.kinds.items()
        if ("C" in kinds or "M" in kinds)
        and any(hit.alias.kind in "CM" and "|" in hit.alias.note for hit in scan.hits[word])
    }


def _newness(days: Days) -> tuple[int, int]:
    """Begun later; of two that have no beginning, the one that is gone since."""
    return days[0], -days[1]


def _days(hit: Hit) -> Days:
    return days_of(hit.alias.note) if hit.alias.kind in "CM" else ALWAYS
