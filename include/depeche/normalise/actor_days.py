"""Capitals and buildings as of the dispatch's day: the state alive then whose seat it was.

"Moscou" is the Soviet state's until 1991, "Belgrade" Yugoslavia's until 2003; Bonn stands for no
government since 1999. On the day on which one follows another it is the newcomer's.
"""

from __future__ import annotations

from datetime import date

from depeche.authority.actors_days import ALWAYS, Days, days_of
from depeche.normalise.actor_scan import Hit, Scan


def as_of(scan: Scan, day: date) -> None:
    """Leave of the readings of a capital or building those of ``day``; may be asked again for another day."""
    wanted = day.toordinal()
    for word, hits in scan.dated.items():
        left = [hit for hit in hits if _days(hit)[0] <= wanted <= _days(hit)[1]]
        latest: dict[tuple[str, int], Days] = {}
        for hit in left:
            said = hit.alias.kind, hit.end
            latest[said] = max(latest.get(said, _days(hit)), _days(hit), key=_newness)
        scan.keep(word, [hit for hit in left if _days(hit) == latest[hit.alias.kind, hit.end]])


def _newness(days: Days) -> tuple[int, int]:
    """Begun later; of two that have no beginning, the one that is gone since."""
    return days[0], -days[1]


def _days(hit: Hit) -> Days:
    return days_of(hit.alias.note) if hit.alias.kind in "CM" else ALWAYS
