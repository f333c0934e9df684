"""The dateline: where and when a dispatch was filed, and by which agency.

Sources of the forms: datelines as AFP, Reuters, AP, dpa, EFE, ANSA, Xinhua and their
predecessors print them. A line is called a dateline only on evidence: agencies in
brackets, a date before a dash or at the line's end, or a known place set in capitals
before a dash. What metadata state is reconciled with it; disagreement is flagged.
"""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from depeche.authority import Authority
from depeche.instants import EARLIEST
from depeche.normalise.calendar.dates import DateWords
from depeche.normalise.calendar.day import complete
from depeche.normalise.dateline.agencies import Lookup
from depeche.normalise.dateline.find import Found, body_offset, find, read
from depeche.normalise.dateline.geography import resolve
from depeche.normalise.dateline.metadata import from_metadata, reconcile
from depeche.records import CleanDispatch, Dateline

# Days on which agencies that are gone were at work.
EARLIER = (date(1985, 1, 1), date(1935, 1, 1), date(1900, 1, 1))


def dateline(
    clean: CleanDispatch, issued: date | None, language: str | None, authority: Authority
) -> tuple[Dateline | None, int, list[str]]:
    """``(dateline, body, flags)``; ``body`` is the offset in ``clean.text`` at which the body starts.

    ``issued`` gives the year where the dateline has none; without it ``collected_at`` does
    (flag ``dateline_year_guessed``). Other flags: ``dateline_disagrees`` (words against
    metadata), ``dateline_unread`` (the format's own field holds something else),
    ``dateline_date_absurd`` (no such day, or before the first agency: no date).
    """
    near = issued or clean.collected_at.date()
    agency = _agency_of(authority, near, dated=issued is not None)
    flags: list[str] = []
    inside = find(clean.text, clean.headline, authority, agency)
    body = body_offset(clean.text, inside) if inside else 0
    stated: Dateline | None = None
    printed: DateWords | None = None
    if clean.dateline_text and clean.dateline_text.strip():
        stated, printed = _of_field(clean.dateline_text, near, clean, authority, agency)
        body = body if inside is not None and not clean.text[: inside.start].strip() else 0
        if stated.rule == "unread":
            flags.append("dateline_unread")
    elif inside is not None:
        printed = inside.parsed.date
        stated = _build(clean.text, inside, near, clean, authority)
    if printed is not None and _absurd(printed):
        flags.append("dateline_date_absurd")
    metadata = from_metadata(clean, authority.places)
    best, disagreements = reconcile(stated, metadata)
    flags += disagreements
    is_stated = metadata is not None and metadata.date is not None
    if best is not None and best.date and not (issued or is_stated or (printed and printed.is_full)):
        flags.append("dateline_year_guessed")
    return best, body, flags


def byline_of(clean: CleanDispatch, found: Dateline | None, authority: Authority) -> str | None:
    """The author printed inside the dateline, verbatim; None where there is none."""
    if found is None or found.start is None or _opens_with_place(found):
        return None
    agency = _agency_of(authority, clean.collected_at.date(), dated=False)
    _, words = read(clean.text, found.start, found.end or found.start, authority, agency)
    return words.byline


def _opens_with_place(found: Dateline) -> bool:
    """ "MADRID, 9 Ene": nothing is before the place, nor are its letters the author's ("Sofia Miller Sofia")."""
    place = found.places[0].text if found.places else ""
    text = found.text or ""
    return bool(place) and text.startswith(place) and not text[len(place) :].lstrip()[:1].isalnum()


def _absurd(words: DateWords) -> bool:
    """Whether these words of a date name no day of the calendar, or one before there were agencies."""
    return not words.possible or (words.year is not None and words.year < EARLIEST)


def _of_field(
    field: str, near: date, clean: CleanDispatch, authority: Authority, agency: Lookup
) -> tuple[Dateline, DateWords | None]:
    """The dateline of the format's own field, and its words of a date."""
    text = " ".join(field.split())
    parsed, words = read(text, 0, len(text), authority, agency)
    says = words.places or words.undated or parsed.stated or parsed.date is not None
    built = _build(text, Found(parsed, words, 0, "field" if says else "unread"), near, clean, authority)
    return replace(built, text=field.strip(), start=None, end=None), parsed.date


def _build(text: str, found: Found, near: date, clean: CleanDispatch, authority: Authority) -> Dateline:
    parsed = found.parsed
    day = complete(parsed.date, near) if parsed.date and not _absurd(parsed.date) else None
    home = next((c for c in map(authority.places.domestic, parsed.agencies) if c), None)
    stated = clean.location.country if clean.location else None
    hint = authority.places.country(stated) if stated else None
    printed = text[found.start : parsed.end].rstrip()
    return Dateline(
        text=printed,
        start=found.start,
        end=found.start + len(printed),
        places=resolve(found.words.places, authority.places, home, hint),
        date=day.isoformat() if day else None,
        date_precision="day" if day else None,
        agencies=list(dict.fromkeys(parsed.agencies)),
        rule=found.rule,
    )


def _agency_of(authority: Authority, on: date, dated: bool = True) -> Lookup:
    """Names to ids. Where the dispatch's own date is not known, agencies of earlier times count too."""
    seen: dict[str, str | None] = {}
    days = [on] if dated else [on, *EARLIER]

    def agency(name: str) -> str | None:
        if name not in seen:
            hits = (authority.agencies.word(name, day) for day in days)
            hit = next((found for found in hits if found is not None), None)
            seen[name] = hit.agency.agency_id if hit else None
        return seen[name]

    return agency
