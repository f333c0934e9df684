"""Full-text search: an index beside the lake, brought up to date from it. ``docs/search.md`` says how to ask."""

from depeche.search.compile import Filters
from depeche.search.find import Found, Hit, Scored, find, scores
from depeche.search.status import status
from depeche.search.store import SearchError
from depeche.search.update import Busy, Indexed, Progress, fresh, rebuild, tend, update

__all__ = [
    "Busy",
    "Filters",
    "Found",
    "Hit",
    "Indexed",
    "Progress",
    "Scored",
    "SearchError",
    "find",
    "fresh",
    "rebuild",
    "scores",
    "status",
    "tend",
    "update",
]
