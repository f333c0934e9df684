"""The days that a form of words means, seen from the day of the dispatch."""

from __future__ import annotations

from depeche.normalise.event_dates.days import DAY_FORMS
from depeche.normalise.event_dates.found import Found
from depeche.normalise.event_dates.periods import PERIOD_FORMS
from depeche.normalise.event_dates.year import Result

_RESOLVERS = DAY_FORMS | PERIOD_FORMS


def resolve(found: Found) -> Result:
    """``(rule, (first, last))``, or None where the words are no date. Raises ValueError, OverflowError."""
    return _RESOLVERS[found.form](found)
