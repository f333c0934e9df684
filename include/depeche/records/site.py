"""How the pages of a site are read where the general means do not do."""

from __future__ import annotations

from datetime import date

from depeche.records.base import Record

SELECTORS = ("headline", "author", "published", "text", "remove")


class SiteRule(Record, frozen=True, kw_only=True):
    """XPath expressions for what a site's pages state, valid for pages of ``since`` to ``until``, both inclusive.

    ``text`` selects paragraphs or what holds them; ``remove`` what is taken out before the text is looked for.
    """

    since: date | None = None
    until: date | None = None
    headline: str | None = None
    author: str | None = None
    published: str | None = None
    text: str | None = None
    remove: str | None = None

    def holds(self, day: date) -> bool:
        """Whether the rule is valid for a page of this day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


# Host, in small letters → its rules, in order; a host stands for all below it.
Sites = dict[str, tuple[SiteRule, ...]]
