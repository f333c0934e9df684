"""Which settings are in use, and where each comes from; without what is secret in them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import msgspec

from depeche import libpq
from depeche.settings import Settings


def in_use(settings: Settings, environ: Mapping[str, str] | None = None) -> list[dict[str, str]]:
    """A row a setting: its variable, its value, and whether that is from the environment or the default."""
    environ = os.environ if environ is None else environ
    rows = []
    for field in msgspec.structs.fields(Settings):
        variable = f"DEPECHE_{field.name.upper()}"
        value = _shown(field.name, getattr(settings, field.name))
        rows.append(
            {
                "setting": variable,
                "value": value,
                "from": "environment" if environ.get(variable) else "default",
            }
        )
    return rows


def _shown(name: str, value: Any) -> str:
    if name == "catalog" and value:
        return f"postgres:{libpq.shown(value.removeprefix('postgres:'))}"
    if name == "airflow_url" and value:
        parts = urlsplit(str(value))
        return parts._replace(netloc=f"…@{parts.netloc.rpartition('@')[2]}").geturl()
    return str(value)
