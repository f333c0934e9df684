"""A declared feed."""

from __future__ import annotations

from datetime import date

from depeche.columns import Columns
from depeche.ingest.feeds.keys import SCHEDULES, WEB_KINDS
from depeche.ingest.feeds.select import Selection
from depeche.records import Record
from depeche.storage import Place, is_remote, is_web


class Feed(Record, frozen=True, kw_only=True):
    """A way by which dispatches reach us.

    ``location`` is an absolute path or a URL and need not exist yet; ``agency`` is an authority id;
    ``dated`` is the strftime pattern of the sub-folders that hold a day, month or year;
    ``columns`` says what the columns of its tables are; ``schedule`` is a key of SCHEDULES, a cron
    expression in UTC, or None where only a person starts it;
    ``select`` says which records of its WARC files are taken, ``copy`` that their bytes are kept;
    ``declared_at`` is ``file:line``. Where the kind is served by a server, ``url`` is its address.

    Of the web: ``match`` is a pattern that a link has to hold, ``revisit_days`` after how many days
    a page is asked for again, ``allow_private`` whether private addresses may be connected to.
    Of the Core API: ``call`` and ``query`` say what is asked, ``since`` where the first run
    begins, ``connection`` whose account is used; ``unos`` is the file that lists what ``get`` gets.
    """

    id: str
    kind: str
    location: Place
    agency: str | None = None
    publisher: str | None = None
    language: str | None = None
    schedule: str | None = "daily"
    terms: str | None = None
    enabled: bool = True
    dated: str | None = None
    columns: Columns | None = None
    select: Selection = Selection()
    copy: bool = False
    url: str = ""
    match: str | None = None
    revisit_days: int | None = None
    allow_private: bool = False
    call: str = "search"
    connection: str = "afp_core_api"
    query: str | None = None
    since: date | None = None
    unos: Place | None = None
    declared_at: str = ""

    @property
    def cron(self) -> str | None:
        """When it is collected, as a cron expression in UTC."""
        return SCHEDULES.get(self.schedule, self.schedule) if self.schedule else None

    @property
    def host_class(self) -> str:
        """Who is asked when it is collected: ``local`` (this machine's disk), ``store``, ``web`` or ``api``."""
        if self.kind == "core-api":
            return "api"
        if self.kind in WEB_KINDS or is_web(self.location):
            return "web"
        return "store" if is_remote(self.location) else "local"
