"""Feeds that sites publish: RSS, Atom and JSON Feed."""
