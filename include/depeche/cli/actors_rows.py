"""The rows of the tables that ``depeche actors`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from depeche.authority.actors.coverage import OfficeCoverage
    from depeche.authority.actors.entry import Held


def holding_row(one: Held, *, of_person: bool) -> dict[str, Any]:
    """A holding, without the holder where the table is the holder's."""
    who = {} if of_person else {"holder": one.name, "id": one.actor_id}
    return {
        "office": one.office_id,
        **who,
        "from": one.first,
        "until": one.until or "open",
        "source": one.source,
    }


def office_row(one: OfficeCoverage) -> dict[str, Any]:
    """An office and its first gaps."""
    gaps = [f"{gap.first}..{gap.last}" for gap in one.gaps]
    more = [f"and {len(gaps) - 4} more"] if len(gaps) > 4 else []
    return {
        "office": one.office_id,
        "holdings": one.holdings,
        "people": one.people,
        "days known": f"{one.share:.1%}",
        "unchecked from": one.unchecked_from,
        "gaps": "\n".join([*gaps[:4], *more]),
    }


def gap_rows(found: list[OfficeCoverage]) -> list[dict[str, Any]]:
    """Every gap of every office, one a row, with its days."""
    return [
        {"office": one.office_id, "from": str(gap.first), "to": str(gap.last), "days": gap.days}
        for one in found
        for gap in one.gaps
    ]


def year_rows(one: OfficeCoverage) -> list[dict[str, Any]]:
    """An office year by year, with who held it."""
    return [
        {
            "year": year,
            "office": one.office_id,
            "days known": f"{share:.1%}",
            "holders": ", ".join(one.holders[year]),
        }
        for year, share in one.by_year.items()
    ]


def role_rows(found: list[OfficeCoverage]) -> list[dict[str, Any]]:
    """The offices of each role summed up, the most common role first."""
    roles: dict[str, list[OfficeCoverage]] = {}
    for one in found:
        roles.setdefault(one.office_id.rpartition(".")[2], []).append(one)
    return [
        {
            "role": role,
            "offices": len(offices),
            "holdings": sum(one.holdings for one in offices),
            "days known": f"{sum(one.share for one in offices) / len(offices):.1%}",
            "without a gap": sum(not one.gaps for one in offices),
            "gaps": sum(len(one.gaps) for one in offices),
        }
        for role, offices in sorted(roles.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
