"""Names of places at the head of dispatches, for the tests of datelines."""

from dateline_places.english import ENGLISH, UNKNOWN
from dateline_places.exonyms import EXONYMS
from dateline_places.spanish import SPANISH

__all__ = ["ENGLISH", "EXONYMS", "SPANISH", "UNKNOWN"]
