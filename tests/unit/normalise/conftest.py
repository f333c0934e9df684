"""The project's own actors, compiled once a test run, and who is found with them."""

from __future__ import annotations

from datetime import date

import pytest

import compiled
from depeche.normalise.actors import actors
from depeche.normalise.actors.resolve import resolve


@pytest.fixture(scope="session")
def authority():
    return compiled.authority()


@pytest.fixture(scope="session")
def index(authority):
    return authority.actors


@pytest.fixture(scope="module")
def usual_day():
    """As of when a text is read where a test names no day; a file of tests may have its own."""
    return date(2016, 7, 6)


@pytest.fixture(scope="module")
def mentions(authority, usual_day):
    """(text, language, day) → [(actor, mention)], candidates too, each standing where it says."""

    def found(text, language, day=None, headline=None):
        when = date.fromisoformat(day) if isinstance(day, str) else day or usual_day
        made = []
        for actor in actors(headline, text, language, when, authority):
            for mention in actor.mentions:
                whole = headline if mention.field == "headline" else text
                assert whole[mention.start : mention.end] == mention.text
                assert 0 < mention.confidence <= 1
                made.append((actor, mention))
        return made

    return found


@pytest.fixture(scope="module")
def find(mentions):
    """(text, language, day) → {mention: name}, sure ones only."""

    def found(text, language, day=None, headline=None, least=0.5):
        made = mentions(text, language, day, headline)
        return {one.text: actor.name for actor, one in made if one.confidence >= least}

    return found


@pytest.fixture(scope="module")
def find_ids(mentions):
    """(text, language, day) → {mention: actor id}, those the archive is surer of than 0.5."""

    def found(text, language, day=None):
        made = mentions(text, language, day)
        return {one.text: actor.actor_id for actor, one in made if one.confidence > 0.5}

    return found


@pytest.fixture(scope="module")
def find_rules(mentions):
    """(text, language, day) → {mention: (actor id, rule)}, those the archive is surer of than 0.5."""

    def found(text, language, day=None):
        made = mentions(text, language, day)
        return {one.text: (actor.actor_id, one.rule) for actor, one in made if one.confidence > 0.5}

    return found


@pytest.fixture(scope="module")
def find_candidates(mentions):
    """(text, language, day) → {mention: {(actor id, rule, confidence)}}, sure ones and all others."""

    def found(text, language, day=None):
        made = {}
        for actor, one in mentions(text, language, day):
            made.setdefault(one.text, set()).add((actor.actor_id, one.rule, one.confidence))
        return made

    return found


@pytest.fixture(scope="session")
def resolve_names(index):
    """(words, day, language, context) → the names of whom the words may mean."""

    def names(words, day="2016-07-06", language=None, context=None):
        found = resolve(words, date.fromisoformat(day), index, language, context)
        return [one.name for one in found.candidates]

    return names
