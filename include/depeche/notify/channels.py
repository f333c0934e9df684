"""The ways a message goes: mail by SMTP, and a webhook. What is secret is never shown or raised."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from typing import Any
from urllib.parse import urlsplit

import httpx
from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_exponential

from depeche.notify.message import Message
from depeche.settings import SettingsError

SECONDS = 15.0  # for each step of the conversation
TRIES = 3
TLS = ("starttls", "ssl", "none")


class NotSent(Exception):
    """A message did not go; the line says by which way and why, and nothing secret."""


class Mail:
    """A mail server and who gets the mail. Shows no password when printed."""

    def __init__(
        self, host: str, port: int, login: str, password: str, sender: str, to: Sequence[str], tls: str
    ) -> None:
        self.host, self.port, self.login, self.password = host, port, login, password
        self.sender, self.to, self.tls = sender, list(to), tls

    def __repr__(self) -> str:
        return f"mail by {self.host}:{self.port}"


class Webhook:
    """An address that takes JSON. Its path may be secret, so only the host is shown."""

    def __init__(self, url: str, token: str) -> None:
        self.url, self.token = url, token

    def __repr__(self) -> str:
        return f"webhook at {urlsplit(self.url).hostname}"


Channel = Mail | Webhook


def mail(
    host: str | None, port: int | None, login: str | None, password: str | None, extra: Mapping[str, Any]
) -> Mail:
    """Mail as the connection ``depeche_mail`` describes it; ``extra``: ``to``, ``from``, ``tls``. Raises SettingsError."""
    to = extra.get("to", [])
    to = [one.strip() for one in to.split(",")] if isinstance(to, str) else list(to)
    tls = str(extra.get("tls") or ("ssl" if port == 465 else "starttls"))
    if not host or not to or not all("@" in one for one in to):
        raise SettingsError(
            'connection depeche_mail: needs a host and in its extra whom to write to, such as {"to": "desk@example.org"}'
        )
    if tls not in TLS:
        raise SettingsError(f"connection depeche_mail: tls {tls!r}: takes {', '.join(TLS)}")
    sender = str(extra.get("from") or login or to[0])
    return Mail(host, port or (465 if tls == "ssl" else 587), login or "", password or "", sender, to, tls)


def webhook(
    scheme: str | None, host: str | None, port: int | None, path: str | None, token: str | None
) -> Webhook:
    """A webhook as the connection ``depeche_webhook`` describes it. Raises SettingsError."""
    if not host:
        raise SettingsError(
            "connection depeche_webhook: its host is an address, such as https://example.org/hook"
        )
    base = host if "://" in host else f"{'http' if scheme == 'http' else 'https'}://{host}"
    url = f"{base}{f':{port}' if port else ''}{f'/{path}' if path else ''}"
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise SettingsError("connection depeche_webhook: its address begins with https:// or http://")
    return Webhook(url, token or "")


def send(message: Message, channel: Channel) -> None:
    """Send the message, tried again where that may help. Raises NotSent."""
    attempt = Retrying(
        stop=stop_after_attempt(TRIES),
        wait=wait_exponential(multiplier=0.5, max=5),
        retry=retry_if_exception(_may_pass),
        reraise=True,
    )
    try:
        attempt(_mail if isinstance(channel, Mail) else _post, message, channel)
    except (OSError, smtplib.SMTPException, httpx.HTTPError) as error:
        raise NotSent(f"{channel!r}: {_why(error)}") from None


def _may_pass(error: BaseException) -> bool:
    if isinstance(error, httpx.HTTPStatusError):
        return error.response.status_code >= 500 or error.response.status_code in (408, 429)
    if isinstance(error, smtplib.SMTPResponseException):
        return 400 <= error.smtp_code < 500
    if isinstance(error, ssl.SSLError | smtplib.SMTPNotSupportedError | smtplib.SMTPRecipientsRefused):
        return False
    return isinstance(error, OSError | httpx.TransportError)


def _why(error: Exception) -> str:
    if isinstance(error, httpx.HTTPStatusError):
        return f"HTTP {error.response.status_code}"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"SMTP {error.smtp_code}"
    return type(error).__name__ if isinstance(error, httpx.HTTPError) else f"{type(error).__name__}: {error}"


def _mail(message: Message, channel: Mail) -> None:
    written = EmailMessage()
    written["Subject"], written["From"], written["To"] = (
        message.subject,
        channel.sender,
        ", ".join(channel.to),
    )
    written.set_content(message.text)
    context = ssl.create_default_context()
    with (
        smtplib.SMTP_SSL(channel.host, channel.port, timeout=SECONDS, context=context)
        if channel.tls == "ssl"
        else smtplib.SMTP(channel.host, channel.port, timeout=SECONDS)
    ) as server:
        if channel.tls == "starttls":
            server.starttls(context=context)
        if channel.login:
            server.login(channel.login, channel.password)
        server.send_message(written)


def _post(message: Message, channel: Webhook) -> None:
    headers = {"Authorization": f"Bearer {channel.token}"} if channel.token else {}
    body = {"text": message.text, "subject": message.subject, "cause": message.cause, "link": message.link}
    answer = httpx.post(channel.url, json=body | message.facts, headers=headers, timeout=SECONDS)
    answer.raise_for_status()
