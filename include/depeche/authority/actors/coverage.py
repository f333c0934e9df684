"""How much of a time the authority knows the holders of: per office, with its gaps."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from depeche.authority.actors import ActorIndex
from depeche.authority.actors.compiled import OPEN, Holding

Days = tuple[int, int]


class Gap(msgspec.Struct, frozen=True):
    """Days without a known holder, both inclusive."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many they are."""
        return (self.last - self.first).days + 1


class OfficeCoverage(msgspec.Struct, frozen=True, kw_only=True):
    """One office over a time: ``share`` of its days with a holder, the same ``by_year``, and the gaps.

    Days on which nobody held it (holders.yml, ``nobody``) do not count; a year of such days alone is
    not in ``by_year``. ``holders`` names who held it in each year, in order.

    ``unchecked_from`` is the first day on which a holder still in office is older than his source.
    """

    office_id: str
    holdings: int
    people: int
    share: float
    by_year: dict[int, float]
    holders: dict[int, list[str]]
    gaps: list[Gap]
    unchecked_from: date | None


def coverage(
    index: ActorIndex, first: date, last: date, owner: str | None = None, role: str | None = None
) -> list[OfficeCoverage]:
    """Every office of ``owner`` (a key of states.yml, UN …) and ``role`` from ``first`` to ``last``.

    Of a state that began or ended meanwhile only its own days count; an office nobody held all the
    time is left out.
    """
    found = []
    for office, holdings in sorted(index.offices.items()):
        state, _, of_role = office.rpartition(".")
        born, gone = index.lives.get(state, (first.toordinal(), last.toordinal()))
        begin, end = max(born, first.toordinal()), min(gone, last.toordinal())
        if owner in (None, state) and role in (None, of_role) and begin <= end:
            days = (date.fromordinal(begin), date.fromordinal(end))
            one = _office(index, office, holdings, *days)
            found += [one] if one.by_year else []
    return found


def _office(
    index: ActorIndex, office: str, holdings: list[Holding], first: date, last: date
) -> OfficeCoverage:
    begin, end = first.toordinal(), last.toordinal()
    within = [one for one in holdings if one.first <= end and one.last >= begin]
    held = _merged([(max(one.first, begin), min(one.last, end)) for one in within])
    away = [(max(a, begin), min(b, end)) for a, b in index.nobody.get(office, ()) if a <= end and b >= begin]
    told = _merged([*held, *away])
    by_year = {year: _of_year(held, told, year, first, last) for year in range(first.year, last.year + 1)}
    late = [one.known + 1 for one in within if one.last == OPEN and one.known < end]
    return OfficeCoverage(
        office_id=office,
        holdings=len(within),
        people=len({one.person for one in within}),
        share=_share(held, told, begin, end) or 0.0,
        by_year={year: share for year, share in by_year.items() if share is not None},
        holders={year: _names(index, within, year) for year in by_year},
        gaps=[Gap(date.fromordinal(a), date.fromordinal(b)) for a, b in _gaps(told, begin, end)],
        unchecked_from=date.fromordinal(min(late)) if late else None,
    )


def _names(index: ActorIndex, within: list[Holding], year: int) -> list[str]:
    begin, end = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    here = [one.person for one in within if one.first <= end and one.last >= begin]
    return [index.people[person].name for person in dict.fromkeys(here)]


def _merged(spans: list[Days]) -> list[Days]:
    """Spans in order, those that touch or overlap made one."""
    made: list[Days] = []
    for first, last in sorted(spans):
        if made and first <= made[-1][1] + 1:
            made[-1] = (made[-1][0], max(made[-1][1], last))
        else:
            made.append((first, last))
    return made


def _gaps(held: list[Days], begin: int, end: int) -> list[Days]:
    edges = [begin - 1, *(day for span in held for day in span), end + 1]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [(last + 1, first - 1) for last, first in pairs if first - last > 1]


def _share(held: list[Days], told: list[Days], begin: int, end: int) -> float | None:
    """The share of days held, of those not told to be nobody's; None where there are none."""
    days = _within(held, begin, end)
    counted = end - begin + 1 - (_within(told, begin, end) - days)
    return round(days / counted, 4) if counted else None


def _within(spans: list[Days], begin: int, end: int) -> int:
    return sum(max(0, min(last, end) - max(first, begin) + 1) for first, last in spans)


def _of_year(held: list[Days], told: list[Days], year: int, first: date, last: date) -> float | None:
    begin = max(date(year, 1, 1), first)
    end = min(date(year + 1, 1, 1) - timedelta(1), last)
    return _share(held, told, begin.toordinal(), end.toordinal())
