"""Actors: the people, states, bodies, organisations and groups a dispatch names.

Names come from the authority; the rules are general and each mention says which one found
it (``docs/actors.md``). Roles are resolved as of the dispatch's date. Conventions are those
of French, English, Spanish and German news agencies ("le secrétaire d'Etat américain John
Kerry", "M. Obama", "son homologue russe"); Portuguese, Italian and Arabic as far as the
authority has their words.
"""

from __future__ import annotations

from datetime import date

from depeche.authority import Authority
from depeche.authority.actors import ActorIndex
from depeche.normalise.actors import modelled, powers, times, unknown
from depeche.normalise.actors.found import Dossier
from depeche.normalise.actors.gather import gather
from depeche.normalise.actors.match import scans_of
from depeche.normalise.actors.name_models import NameModels
from depeche.normalise.actors.people import named as actor_named
from depeche.normalise.actors.people.namesakes import may_be_two_surnames
from depeche.normalise.actors.people.of_state import behind_state
from depeche.normalise.actors.powers import days, longer_names
from depeche.normalise.actors.readings import best
from depeche.normalise.actors.scan import Scan
from depeche.normalise.actors.times import Time
from depeche.normalise.actors.unknown import introduced, introduced_arabic, things
from depeche.records import Actor


def actors(
    headline: str | None,
    text: str,
    language: str | None,
    as_of: date,
    authority: Authority,
    models: NameModels | None = None,
    time: Time | None = None,
) -> list[Actor]:
    """Every actor named in ``headline`` and ``text``, in order of first mention.

    ``language`` is a BCP 47 code (its first subtag counts) or None: then names of every
    language are tried. Offsets are code points in ``headline`` or ``text`` as given, as the
    mention's ``field`` says. ``models`` add names that nothing else finds. ``time``, which
    ends on ``as_of``, is given where the day itself is not known: who held an office in it may be
    meant. Never raises on any text.
    """
    return named(headline, text, language, as_of, authority.actors, models, time)


def named(
    headline: str | None,
    text: str,
    language: str | None,
    as_of: date,
    index: ActorIndex,
    models: NameModels | None = None,
    time: Time | None = None,
) -> list[Actor]:
    """As :func:`actors`, for those who have opened the index of actors alone."""
    scans = _scans(headline, text, language, index, models)
    return gather(_filed(scans, Dossier(index, as_of, time)), scans)


def undated_actors(
    headline: str | None,
    text: str,
    language: str | None,
    collected: date,
    authority: Authority,
    models: NameModels | None = None,
) -> tuple[list[Actor], Time | None]:
    """As :func:`actors` for a dispatch without a date, and the time its titles give; None where they give none.

    Roles are then those of that time, else of the day it was collected.
    """
    index = authority.actors
    scans = _scans(headline, text, language, index, models)
    dossier = _filed(scans, Dossier(index, collected))
    time = times.told(dossier.titles, collected, index)
    if time is not None:
        dossier = _filed(scans, Dossier(index, time.last, time))
    return gather(dossier, scans), time


def _scans(
    headline: str | None, text: str, language: str | None, index: ActorIndex, models: NameModels | None
) -> list[Scan]:
    tongue = language.split("-")[0].lower() if language else None
    scans = scans_of(headline, text, tongue, index)
    for made in scans:
        longer_names.leave_towns(made)
        if models is not None:
            made.names = models.find(made.text, tongue)
    return scans


def _filed(scans: list[Scan], dossier: Dossier) -> Dossier:
    """The dossier with everything found in ``scans``."""
    for made in scans:
        days.as_of(made, dossier.day)
        actor_named.full_names(made, dossier)
        powers.strong_things(made, dossier)
    # A headline leans on the text below it: the text is read first.
    for made in sorted(scans, key=lambda one: one.field, reverse=True):
        _read(made, dossier)
    for made in scans:
        by_script = introduced_arabic if made.language == "ar" else introduced
        by_script.introduced(made, dossier)
    for made in scans:
        things.named(made, dossier)
    for made in scans:
        modelled.modelled(made, dossier)
    for made in scans:
        unknown.again(made, dossier)
    dossier.found.sort(key=lambda one: (one.field, one.start))
    return dossier


def _read(made: Scan, dossier: Dossier) -> None:
    past = 0
    for word in made.openings():
        if word >= past and (word not in made.faint or _may_count(made, word, dossier)):
            end, found = best(made, word, dossier)
            dossier.found += found
            past = max(end, word + 1)


def _may_count(made: Scan, word: int, dossier: Dossier) -> bool:
    """A weak surname alone: where its bearer has been met or a state owns it, or more than a name begins with it, or two."""
    said = made.words[word]
    if made.said(word, word + 1) in dossier.surnames or said in made.small.parts_played:
        return True
    return behind_state(made, word) or may_be_two_surnames(made, word)
