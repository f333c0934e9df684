"""Attribution: which agencies a dispatch credits, in which role, and which one issued it.

"AFP wrote it", "with AFP", "told AFP" and a photo credit are four different things. The
roles are ``issuer`` (the item is the agency's: a wire item, or a page that reprints it),
``joint`` (several agencies sign together, "ats/afp"), ``contributor`` ("avec AFP": another
house wrote it with the agency's material), ``quoted`` ("a déclaré à l'AFP") and ``photo``.
Rules and figures: ``docs/normalisation-source.md``.
"""

from __future__ import annotations

from datetime import date

from depeche.authority import Authority
from depeche.normalise.attribution.cues import meaning
from depeche.normalise.attribution.marks import Mark, marks
from depeche.normalise.attribution.quoted import AGAIN
from depeche.normalise.attribution.stated import of_site, stated
from depeche.records import CleanDispatch, Credit, Dateline

UNKNOWN = "UNKNOWN"


def credits(full_text: str, clean: CleanDispatch, as_of: date, authority: Authority) -> list[Credit]:
    """Every credit: first those the metadata state (no offsets), then those in ``full_text``, in order.

    Offsets count characters of ``full_text``. Agencies not at work in ``as_of``'s year are
    not found.
    """
    found = stated(clean, as_of, authority.agencies)
    before: tuple[int, bool] = (-1, False)
    named, others = "", set()
    for mark in marks(full_text, as_of, authority.agencies):
        agency_id = mark.hit.agency.agency_id
        follows = mark.shape == "bracket" and named == agency_id and before[0] >= mark.first - 2
        meant = ("quoted", "introduced") if follows else meaning(full_text, mark, as_of.year)
        # "(AFP)" right after the full name says no more than the name did.
        if meant is not None and (before[1] or not follows):
            found.append(_credit(full_text, mark, *meant))
        elif meant is None and mark.shape == "bracket":
            # "Armed Forces of the Philippines (AFP)": the initials are another's in all of the text.
            others.add(full_text[mark.start : mark.end])
        before, named = (mark.last, meant is not None), agency_id
    sure = {credit.agency_id for credit in found if credit.rule != AGAIN}
    found = [
        credit
        for credit in found
        if (credit.rule != AGAIN or credit.agency_id in sure)
        and not (credit.rule == "report" and credit.text in others)
    ]
    if not any(credit.role in ("issuer", "joint") for credit in found):
        found += of_site(clean, as_of, authority.agencies)
    return found


def credit_day(line: Dateline | None, collected: date, authority: Authority) -> date:
    """The day as of which a dispatch without a date credits agencies: that of collecting, or the last
    year of the agency that its dateline names and that was gone by then.
    """
    first = authority.agencies.get(line.agencies[0]) if line is not None and line.agencies else None
    if first is None or first.dissolved is None or first.alive(collected.year):
        return collected
    return date(first.dissolved, 12, 31)


def source(credits: list[Credit], clean: CleanDispatch, authority: Authority) -> tuple[str, list[str]]:
    """``(source, flags)``: the agency that issued the dispatch, or UNKNOWN.

    Order of trust: what the format or feed states, then the first issuer of the text, then
    the first of agencies that sign together. A contributor, a quotation or a picture is
    never a source: the newspaper issued that page. Flags: ``source_conflict`` (text and
    metadata name different issuers), ``source_several`` (several agencies issued parts),
    ``source_joint``, ``source_contributor_only``, ``source_agencies_unnamed``.
    """
    issuers = [credit for credit in credits if credit.role in ("issuer", "joint")]
    named = [credit for credit in issuers if not _collective(credit, authority)]
    if not named:
        if issuers:
            return UNKNOWN, ["source_agencies_unnamed"]
        only_helped = any(credit.role == "contributor" for credit in credits)
        return UNKNOWN, ["source_contributor_only"] if only_helped else []
    stated_by = [credit for credit in named if credit.start is None]
    printed = [credit for credit in named if credit.start is not None]
    alone = [credit for credit in named if credit.role == "issuer"]
    chosen = (stated_by or alone or named)[0]
    return chosen.agency_id, _flags(chosen, stated_by, printed)


def _flags(chosen: Credit, stated_by: list[Credit], printed: list[Credit]) -> list[str]:
    flags = []
    in_text = {credit.agency_id for credit in printed}
    if stated_by and in_text and not in_text & {credit.agency_id for credit in stated_by}:
        flags.append("source_conflict")
    if not stated_by and len({credit.agency_id for credit in printed if credit.role == "issuer"}) > 1:
        flags.append("source_several")
    if chosen.role == "joint":
        flags.append("source_joint")
    return flags


def _collective(credit: Credit, authority: Authority) -> bool:
    agency = authority.agencies.get(credit.agency_id)
    return agency is not None and agency.collective


def _credit(full_text: str, mark: Mark, role: str, rule: str) -> Credit:
    return Credit(
        agency_id=mark.hit.agency.agency_id,
        wikidata_id=mark.hit.agency.wikidata_id,
        role=role,
        text=full_text[mark.start : mark.end],
        start=mark.start,
        end=mark.end,
        rule=rule + "_noisy" if mark.hit.tier == "noisy" else rule,
    )
