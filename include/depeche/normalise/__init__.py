"""Normalise: canonical ids, codes and UTC instants, each beside its words; unknown stays unknown.

One file or package a field; this one only composes them. A normaliser raises Reject or nothing.
"""

from __future__ import annotations

from datetime import UTC, date
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from depeche.authority import Authority
from depeche.normalise import attribution
from depeche.normalise.actors import actors, undated_actors
from depeche.normalise.actors.name_models import NameModels
from depeche.normalise.actors.times import of as time_of
from depeche.normalise.calendar.trailer import trailer
from depeche.normalise.dateline import byline_of, dateline
from depeche.normalise.dateline.above import is_banner, lines_above
from depeche.normalise.dates import Issued, beside, delivered, issued, period, stated
from depeche.normalise.event_dates import dates_at_any_time, event_dates
from depeche.normalise.headline import headline
from depeche.normalise.identity import identity, text_sha256
from depeche.normalise.language import language
from depeche.normalise.lifecycle import lifecycle
from depeche.normalise.rights import rights
from depeche.normalise.signoff import cut
from depeche.normalise.word_count import word_count
from depeche.records import Actor, CleanDispatch, Dateline, Dispatch, EventDate

# Goes up with every change of a rule that changes a row.
NORMALISER_VERSION = "11"
_GUESSED = "dateline_year_guessed"


def normaliser_version(models: NameModels | None) -> str:
    """The version of the rules, and of the models that add to them."""
    return f"{NORMALISER_VERSION} {models.version}" if models else NORMALISER_VERSION


def normalise(clean: CleanDispatch, authority: Authority, models: NameModels | None = None) -> Dispatch:
    """The dispatch that ``clean`` describes; ``models`` are those of :func:`name_models.load`.

    Raises Reject: ``absurd_date`` (issued before 1800), ``date_in_future`` (issued more
    than a day after it was collected), ``language_unknown`` (a long text that is noise).
    """
    clean = _whole_copy(clean)
    full_text = clean.text
    instant, flags = stated(clean)
    hint, hint_flags = delivered(clean) if instant is None else (None, [])
    best = instant or hint
    line, body, dateline_flags = dateline(clean, best.at.date() if best else None, None, authority)
    collected = clean.collected_at.astimezone(UTC).date()
    credited = attribution.credit_day(line, collected, authority)
    if best is None and credited != collected:
        # An agency that was gone by then: what was collected is old.
        line, dateline_flags = _without_guess(line, dateline_flags)
    whole_date = line is not None and line.date is not None and _GUESSED not in dateline_flags
    when, others = issued(clean, instant, line, whole_date, hint), beside(clean)
    if when.basis == "collected":
        line, dateline_flags = _without_guess(line, dateline_flags)
    last = trailer(full_text) if clean.format == "text" else None
    above = lines_above(full_text, line.start if line and line.start else 0, clean.headline)
    rest = full_text[body : last.start if last and last.start >= body else None]
    own_day = when.day if when.basis != "collected" else None
    credits = attribution.credits(full_text, clean, own_day or credited, authority)
    text, sign_off = cut("\n\n".join([*above.kept, rest]), credits)
    code, language_text, language_basis, language_flags = language(clean, text or clean.headline or "")
    title, headline_flags = headline(
        msgspec.structs.replace(clean, headline=clean.headline or above.headline)
    )
    if above.headline is not None:
        headline_flags = [*headline_flags, "headline_from_text"]
    source, source_flags = attribution.source(credits, clean, authority)
    life = lifecycle(clean, full_text)
    terms, rules = rights(clean, full_text, life.advisory)
    spoken = _spoken(title, text, code, when, collected, authority, models)
    dispatch_id, revision, id_basis, guid = identity(clean, f"{title or ''}\n{full_text}", own_day)
    every_flag = (
        clean.quality_flags, flags, hint_flags, others.flags, when.flags, dateline_flags, language_flags, headline_flags,
        source_flags, life.flags,
    )  # fmt: skip
    return Dispatch(
        dispatch_id=dispatch_id,
        revision=revision,
        id_basis=id_basis,
        agency_guid=guid,
        text_sha256=text_sha256(title, full_text),
        source=source,
        credits=credits,
        feed_id=clean.feed_id,
        publisher=clean.publisher,
        url=clean.url,
        language=code,
        language_text=language_text,
        language_basis=language_basis,
        headline=title,
        summary=clean.summary,
        slug=clean.slug,
        keywords=clean.keywords,
        text=text,
        full_text=full_text,
        word_count=word_count(text),
        byline=clean.byline or above.byline or byline_of(clean, line, authority),
        sign_off=sign_off,
        advisory=life.advisory,
        kind=life.kind,
        kind_text=life.kind_text,
        urgency=life.urgency,
        urgency_text=life.urgency_text,
        signal=life.signal,
        pubstatus=life.pubstatus,
        pubstatus_text=life.pubstatus_text,
        embargo_until=life.embargo_until,
        embargo_text=life.embargo_text,
        usage_terms_text=terms,
        usage_rules=rules,
        issued_at=when.at,
        issued_at_text=when.text,
        issued_at_precision=when.precision,
        created_at=others.created_at,
        modified_at=others.modified_at,
        issue_date=when.day,
        issue_date_basis=when.basis,
        as_of_date=spoken.as_of,
        as_of_basis=spoken.basis or when.basis,
        collected_at=clean.collected_at.astimezone(UTC),
        event_dates=spoken.event_dates,
        dateline=line,
        actors=spoken.actors,
        subjects=clean.subjects,
        associations=clean.associations,
        raw_uri=clean.raw_uri,
        raw_sha256=clean.raw_sha256,
        raw_name=clean.name,
        format=clean.format,
        reader_version=clean.reader_version,
        normaliser_version=normaliser_version(models),
        authority_version=authority.version,
        declared_version=clean.declared_version,
        quality_flags=list(dict.fromkeys(flag for group in every_flag for flag in group)),
    )


def _whole_copy(clean: CleanDispatch) -> CleanDispatch:
    """Plain text whose first line was taken for its headline and is an order or a mark: put back."""
    if clean.format != "text" or clean.headline is None or not is_banner(clean.headline):
        return clean
    return msgspec.structs.replace(clean, headline=None, text=f"{clean.headline}\n\n{clean.text}")


def _without_guess(line: Dateline | None, flags: list[str]) -> tuple[Dateline | None, list[str]]:
    """The dateline without a day whose year was guessed from the day of collecting, which is long after.

    No year is better than a wrong one; the words stay.
    """
    if line is None or _GUESSED not in flags:
        return line, flags
    return replace(line, date=None, date_precision=None), [
        "dateline_year_unknown" if flag == _GUESSED else flag for flag in flags
    ]


class _Spoken(NamedTuple):
    """Who and when a text speaks of, as of which day; ``basis`` where that is not the issue date's."""

    actors: list[Actor]
    event_dates: list[EventDate]
    as_of: date
    basis: str | None = None


def _spoken(
    title: str | None,
    text: str,
    code: str | None,
    when: Issued,
    collected: date,
    authority: Authority,
    models: NameModels | None,
) -> _Spoken:
    """Without a day of the dispatch's own the titles in the text count before the day on which it was collected.

    Where its date is a month or a year only, what is not the same in all of it is not told.
    """
    span, day = period(when, collected), when.day
    if span is not None:
        found = actors(title, text, code, span[1], authority, models, time_of(*span))
        return _Spoken(found, dates_at_any_time(text, code, *span), span[1])
    if when.basis != "collected":
        return _Spoken(actors(title, text, code, day, authority, models), event_dates(text, code, day), day)
    found, time = undated_actors(title, text, code, day, authority, models)
    if time is None:
        return _Spoken(found, event_dates(text, code, day), day)
    return _Spoken(found, dates_at_any_time(text, code, time.first, time.last), time.last, "titles")
