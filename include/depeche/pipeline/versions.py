"""What rows are made by: readers, rules, authority, models, and what a feed declares.

A batch made by another version is made again (``replay``); of its rows those are replaced whose
own versions, which each of them carries, are others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256

import msgspec

from depeche import authority, normalise
from depeche import clean as readers
from depeche.batchfile import SELECTION
from depeche.ingest.feeds import load as load_feeds
from depeche.ingest.feeds import publishers
from depeche.normalise.actors import name_models
from depeche.settings import WITHHELD, Settings

_FEED = " feed:"


def code_version(settings: Settings) -> str:
    """Versions of readers, rules of sites, normaliser, authority and models, and what is done with words that
    may not be archived: what every row's making depends on.

    Raises SettingsError where a model that is named is not there, or a rule of a site is wrong.
    """
    rules = publishers.version(settings.publishers)
    models = name_models.version(settings.spacy)
    parts = (
        readers.code_version(),
        f"normaliser:{normalise.NORMALISER_VERSION}",
        f"authority:{authority.authority_version(settings.authority)}",
        *([f"publishers:{rules}"] if rules else []),
        *([f"models:{models}"] if models else []),
        # As it is where nothing is set it is no part of the version.
        *([f"archive:{settings.no_archive}"] if settings.no_archive != WITHHELD else []),
    )
    return " ".join(parts)


class Versions:
    """What the batches of each feed are made by: the code, and what the feed declares of all it carries."""

    def __init__(self, settings: Settings) -> None:
        self._code = code_version(settings)
        self._feeds = load_feeds(settings.feeds)

    def of(self, feed_id: str) -> str:
        """The version of a batch of this feed, such as ``newsml12-3+… normaliser:6 authority:ab… feed:12…``."""
        feed = self._feeds.get(feed_id)
        declared = feed and (feed.agency, feed.publisher, feed.language, feed.columns)
        if not declared or not any(declared):
            return self._code
        return f"{self._code}{_FEED}{sha256(msgspec.json.encode(declared)).hexdigest()[:12]}"

    def has_made_all(self, feed_id: str, made_by: Sequence[str]) -> bool:
        """Whether the rows of a raw file are the present version's, given its batches' versions of the ledger,
        the last one last: those from the last batch of the whole file on.
        """
        whole = max((at for at, made in enumerate(made_by) if not made.endswith(SELECTION)), default=None)
        return whole is not None and all(
            self.has_made(feed_id, made.removesuffix(SELECTION)) for made in made_by[whole:]
        )

    def has_made(self, feed_id: str, made_by: str) -> bool:
        """Whether ``made_by``, a version of the ledger, is the present one of this feed's batches.

        What a feed declared that is no longer declared counts on: made again, its rows would lose it.
        """
        if feed_id not in self._feeds:
            return re.fullmatch(rf"{re.escape(self._code)}(?:{_FEED}\w+)?", made_by) is not None
        return made_by == self.of(feed_id)
