"""What a run can be given by hand: the fields of the form, and what the form refuses."""

from airflow.sdk import Param

from depeche import settings
from depeche.ingest.feeds import load

PERIOD = r"^\d{4}(-\d{2}(-\d{2})?)?$"


def declared(enabled: bool = True) -> list:
    """The feeds that are enabled, or all. Raises SettingsError with file and line."""
    return [feed for feed in load(settings.load().feeds).values() if feed.enabled or not enabled]


def period() -> dict[str, Param]:
    """The first and the last day of a run (`depeche.interval` reads them)."""
    said = {"type": ["null", "string"], "pattern": PERIOD, "examples": ["2016-07-06", "2016-07", "2016"]}
    return {
        "first": Param(None, title="First day, month or year", **said),
        "last": Param(None, title="Last day, month or year, inclusive", **said),
    }


def days(whole_feeds: bool) -> dict[str, Param]:
    """The parameters of a run of feeds: its days, and whether its partition limits what is read."""
    return period() | {
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


def source(feeds) -> dict[str, Param]:
    """The parameters that say what is imported (`depeche.pipeline.imports` reads them)."""
    return {
        "feed": Param(
            "files",
            type="string",
            enum=[*sorted(feeds), "files"],
            title="Feed",
            description="Whose agency, publisher and terms count; files: of no declared feed",
        ),
        "path": Param(
            None,
            type=["null", "string"],
            title="File, folder or archive; empty: the feed's own location",
            description="Whole, as the workers see it, such as /srv/wire/1994 or s3://bucket/wire",
        ),
        "urls": Param(
            [],
            type="array",
            items={"type": "string", "pattern": "^https?://[^ ]+$"},
            title="Addresses, one a line, instead of a path",
        ),
    } | period()
