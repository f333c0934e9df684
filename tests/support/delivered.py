"""What was delivered, in short: names, and the reasons of what is refused."""

from __future__ import annotations

from depeche.records import SideCar

Seen = list[tuple[str, bytes, SideCar, tuple[str, str] | None]]


def names(found: Seen) -> list[tuple[str, str | None]]:
    """Name and reason of refusal of each."""
    return [(name, refused[0] if refused else None) for name, _, _, refused in found]


def reasons(found: Seen) -> dict[str, str | None]:
    """The same by name."""
    return {name: refused[0] if refused else None for name, _, _, refused in found}
