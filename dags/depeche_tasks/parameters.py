"""What a run can be given by hand: the fields of the form, and what the form refuses."""

from airflow.sdk import Param

from depeche import settings
from depeche.ingest.feeds import load

PERIOD = r"^\d{4}(-\d{2}(-\d{2})?)?$"


def declared(enabled: bool = True) -> list:
    """The feeds that are enabled, or all. Raises SettingsError with file and line."""
    return [feed for feed in load(settings.load().feeds).values() if feed.enabled or not enabled]


def days(whole_feeds: bool) -> dict[str, Param]:
    """The parameters that say a run's days (`depeche.interval` reads them)."""
    period = {"type": ["null", "string"], "pattern": PERIOD, "examples": ["2016-07-06", "2016-07", "2016"]}
    return {
        "first": Param(None, title="First day, month or year", **period),
        "last": Param(None, title="Last day, month or year, inclusive", **period),
        "whole_feeds": Param(
            whole_feeds,
            type="boolean",
            title="Look through the whole of every feed; off: only the folders of the partition's days",
        ),
    }


def choice(feeds) -> dict[str, Param]:
    """The parameter that chooses among feeds (ids)."""
    ids = sorted(feeds)
    items = {"type": "string"} | ({"enum": ids} if ids else {})
    return {"feeds": Param([], type="array", items=items, examples=ids, title="Feeds; none: all")}
