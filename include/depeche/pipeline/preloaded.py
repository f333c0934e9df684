"""Imported in the server that processes are forked from, where many stages will follow one another.

Each process that judges imports Great Expectations, which takes seconds, and each that publishes DuckDB;
forked from a server that has them they begin at once. A command that does each stage once would gain nothing.
"""

from contextlib import suppress

from depeche import authority, settings, validate
from depeche.pipeline.apart import warm

with suppress(settings.SettingsError):  # the stage that needs what is wrong says so
    _here = settings.load()
    # The first run compiles the authority meanwhile.
    if authority.is_compiled(_here.authority, _here.cache):
        warm(_here)
    else:
        validate.prepare()
