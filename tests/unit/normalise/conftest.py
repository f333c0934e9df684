"""The project's own actors, compiled once a test run, and who is found with them."""

from datetime import date

import pytest

import compiled
from depeche.normalise.actors import actors

DAY = date(2016, 7, 6)


@pytest.fixture(scope="session")
def authority():
    return compiled.authority()


@pytest.fixture(scope="session")
def find(authority):
    """(text, language, day) → {mention: (name, rule)}, sure ones only."""

    def found(text, language, day=DAY, headline=None, least=0.5):
        made = {}
        for actor in actors(headline, text, language, day, authority):
            for mention in actor.mentions:
                whole = headline if mention.field == "headline" else text
                assert whole[mention.start : mention.end] == mention.text
                assert 0 < mention.confidence <= 1
                if mention.confidence >= least:
                    made[mention.text] = actor.name
        return made

    return found
