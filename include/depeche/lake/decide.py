"""Decides what becomes of each row of a batch, given what the lake has of the same dispatches.

Pure: the same rows against the same lake give the same decisions, in row order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple


class Light(NamedTuple):
    """What decides of a row: columns of that name, and whether its text is withheld."""

    dispatch_id: str
    revision: int
    id_basis: str
    text_sha256: str
    pubstatus: str
    raw_uri: str | None
    raw_sha256: str
    reader_version: str
    normaliser_version: str
    authority_version: str
    declared_version: str | None
    batch_id: str
    issue_date: date
    issue_date_basis: str
    withheld: bool

    @property
    def made_by(self) -> tuple[Any, ...]:
        """Versions, declarations and setting the row was made under."""
        return (
            self.reader_version,
            self.normaliser_version,
            self.authority_version,
            self.declared_version,
            self.withheld,
        )


# What Light takes from the lake as it is.
COLUMNS = Light._fields[:-1]


class Decision(NamedTuple):
    """``fate``: new, replace, known, conflict or done (this batch put it there before).

    ``revision``, ``issue_date`` and its basis are the ones to store.
    """

    fate: str
    revision: int
    issue_date: date
    issue_date_basis: str
    detail: str = ""


def decide(rows: Sequence[Light], stored: Iterable[Light], *, replay: bool = False) -> list[Decision]:
    """One decision a row, in order; every decision counts as stored for the rows after it.

    With ``replay`` the rows that are in the lake from the same bytes go first, so that a
    second delivery of the same words meets them as they will be.
    """
    there: dict[str, list[Light]] = {}
    for light in stored:
        there.setdefault(light.dispatch_id, []).append(light)
    decided: dict[int, Decision] = {}
    if replay:
        for at, row in enumerate(rows):
            again = _replayed(row, there.get(row.dispatch_id, []))
            if again is not None:
                decided[at] = again
                _store(row, again, there)
    for at, row in enumerate(rows):
        if at not in decided:
            decided[at] = _first_time(row, there.get(row.dispatch_id, []))
            _store(row, decided[at], there)
    return [decided[at] for at in range(len(rows))]


def _replayed(row: Light, siblings: list[Light]) -> Decision | None:
    """For a row whose very bytes are in the lake under its dispatch; else None."""
    same = [s for s in siblings if s.raw_sha256 == row.raw_sha256 or _from_there(row, s)]
    exact = [s for s in same if s.revision == row.revision]
    # Under another number only where the number was the archive's own.
    ours = [s for s in same if not _numbered(row) or (_withdraws(row) and _says_the_same(row, s))]
    if not exact and len(ours) != 1:
        return None
    old = (exact or ours)[0]
    already = "done" if old.batch_id == row.batch_id else "known"
    fate = already if old.made_by == row.made_by else "replace"
    return Decision(fate, old.revision, old.issue_date, old.issue_date_basis)


def _from_there(row: Light, stored: Light) -> bool:
    """Whether they come from one place of the raw store: rows of what a mail has attached once had another digest."""
    return row.raw_uri is not None and row.raw_uri == stored.raw_uri


def _first_time(row: Light, siblings: list[Light]) -> Decision:
    if not siblings:
        return Decision("new", row.revision, row.issue_date, row.issue_date_basis)
    # The partition's date belongs to the dispatch, not to the revision: see docs/lake.md.
    fixed = min(siblings, key=lambda s: s.revision)
    day, basis = fixed.issue_date, fixed.issue_date_basis
    numbered = _numbered(row)
    twin = next((s for s in siblings if s.revision == row.revision), None)
    if twin is None and numbered:
        return Decision("new", row.revision, day, basis)
    candidates = siblings if not numbered or _withdraws(row) else [s for s in siblings if s is twin]
    same = next((s for s in candidates if _says_the_same(row, s)), None)
    if same is not None:
        fate = "done" if same.batch_id == row.batch_id else "known"
        return Decision(fate, same.revision, day, basis)
    if twin is None:
        return Decision("new", row.revision, day, basis)
    following = max(s.revision for s in siblings) + 1
    if not numbered or _withdraws(row):
        return Decision("new", following, day, basis)
    detail = (
        f"revision {row.revision} of {row.dispatch_id} is in the archive with another text "
        f"(SHA-256 {twin.text_sha256[:12]}…, here {row.text_sha256[:12]}…)"
    )
    return Decision("conflict", row.revision, day, basis, detail)


def superseded(
    rows: Sequence[Light], decisions: Sequence[Decision], stored: Iterable[Light], refused: set[str]
) -> list[Light]:
    """Stored rows that a replay makes no more: same bytes, other versions, another key now.

    Payloads of which anything was refused this time (``refused``: SHA-256) keep all they had.
    """
    conflicts = {r.raw_sha256 for r, d in zip(rows, decisions, strict=True) if d.fate == "conflict"}
    versions = {r.raw_sha256: r.made_by for r in rows if r.raw_sha256 not in refused | conflicts}
    kept = {(r.dispatch_id, d.revision) for r, d in zip(rows, decisions, strict=True)}
    return [
        s
        for s in stored
        if s.raw_sha256 in versions
        and s.made_by != versions[s.raw_sha256]
        and (s.dispatch_id, s.revision) not in kept
    ]


def _numbered(row: Light) -> bool:
    """The agency numbers its revisions itself."""
    return row.id_basis == "agency_guid"


def _says_the_same(row: Light, stored: Light) -> bool:
    """Same words; and a row that withdraws is only the same as one that withdraws likewise."""
    return stored.text_sha256 == row.text_sha256 and (
        not _withdraws(row) or stored.pubstatus == row.pubstatus
    )


def _withdraws(row: Light) -> bool:
    """A kill or hold is never known already, nor lost to a conflict, for want of a new number."""
    return row.pubstatus in ("withheld", "canceled")


def _store(row: Light, decision: Decision, there: dict[str, list[Light]]) -> None:
    if decision.fate not in ("new", "replace", "done"):
        return
    light = row._replace(
        revision=decision.revision,
        issue_date=decision.issue_date,
        issue_date_basis=decision.issue_date_basis,
        batch_id="",  # whatever equals it from here on is a repetition, so known
    )
    siblings = there.setdefault(row.dispatch_id, [])
    siblings[:] = [s for s in siblings if s.revision != decision.revision]
    siblings.append(light)
