"""The project's own actors, compiled once a test run, and who is found with them."""

from datetime import date
from types import SimpleNamespace

import pytest

from depeche.authority import actors as authority_actors
from depeche.normalise.actors import actors
from depeche.settings import PROJECT

DAY = date(2016, 7, 6)


@pytest.fixture(scope="session")
def authority():
    index = authority_actors.open_index(authority_actors.build(PROJECT / "seeds" / "authority"))
    return SimpleNamespace(actors=index)


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
