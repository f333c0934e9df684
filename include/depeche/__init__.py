"""Dépêche: the archive of record for news-agency dispatches."""

__version__ = "0.1.0"
