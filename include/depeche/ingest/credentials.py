"""Accounts at servers, as Airflow keeps them: a connection, written as a URI or as JSON.

Nothing here looks into Airflow. A task hands the connection down; elsewhere the variable
``AIRFLOW_CONN_<ID>`` holds it, as it would for Airflow.
"""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import msgspec

from depeche.settings import SettingsError


class Account:
    """Who we are to a server. Shows nothing of itself when printed."""

    def __init__(self, login: str, password: str, extra: dict[str, Any]) -> None:
        self.login = login
        self.password = password
        self.client_id = str(extra.get("client_id", ""))
        self.client_secret = str(extra.get("client_secret", ""))
        self.grant_type = str(extra.get("grant_type", "password" if login else "client_credentials"))

    def __repr__(self) -> str:
        return "Account(…)"


def variable(connection: str) -> str:
    """The environment variable that holds a connection."""
    return f"AIRFLOW_CONN_{connection.upper()}"


def account(connection: str, written: str | None) -> Account:
    """The account of a connection: as ``written``, else of the environment.

    Raises SettingsError, which never repeats what is written, where there is none or it is
    neither a URI nor JSON.
    """
    text = written or os.environ.get(variable(connection), "")
    if not text:
        raise SettingsError(
            f"there is no connection {connection!r}: make one in Airflow with that id, or set {variable(connection)} "
            "to 'https://LOGIN:PASSWORD@?client_id=…&client_secret=…', each part percent-encoded"
        )
    try:
        return _of_json(text) if text.lstrip().startswith("{") else _of_uri(text)
    except (msgspec.MsgspecError, ValueError):
        raise SettingsError(
            f"connection {connection!r} is neither a URI nor JSON as Airflow writes connections"
        ) from None


def _of_json(text: str) -> Account:
    found = msgspec.json.decode(text, type=dict[str, Any])
    extra = found.get("extra") or {}
    if isinstance(extra, str):
        extra = msgspec.json.decode(extra, type=dict[str, Any])
    return Account(str(found.get("login") or ""), str(found.get("password") or ""), dict(extra))


def _of_uri(text: str) -> Account:
    parts = urlsplit(text)
    extra: dict[str, Any] = dict(parse_qsl(parts.query))
    # What no query can hold, Airflow writes as JSON under this name.
    if "__extra__" in extra:
        extra |= msgspec.json.decode(extra["__extra__"], type=dict[str, Any])
    if not parts.scheme:
        raise ValueError("no scheme")
    return Account(unquote(parts.username or ""), unquote(parts.password or ""), extra)
