"""Imported by the fork server alone, before its first worker: opens the authority for all of them.

A worker that would open it for itself takes half a second and 80 MB. The server has the environment of
the command or task it was started by; where the authority is not compiled yet, or is another than the
workers are told, they open it themselves.
"""

from __future__ import annotations

from contextlib import suppress

from depeche import authority, settings

with suppress(settings.SettingsError):
    _now = settings.load()
    if authority.is_compiled(_now.authority, _now.cache):
        authority.load(_now.authority, _now.cache)
