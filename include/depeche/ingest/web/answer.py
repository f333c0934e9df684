"""What a server sent in the end, taken or refused."""

from __future__ import annotations

from email.message import Message
from typing import NamedTuple

from depeche.ingest.delivery import Exchange
from depeche.ingest.spool import Spooled
from depeche.records import Reject


class Answer(NamedTuple):
    """What a server sent in the end; the one who asked closes the body."""

    exchange: Exchange
    body: Spooled

    def header(self, name: str) -> str | None:
        """The value of a header, or None."""
        return next((v for n, v in self.exchange.response if n.lower() == name), None)

    @property
    def charset(self) -> str | None:
        """The charset that the Content-Type declares."""
        message = Message()
        message["content-type"] = self.header("content-type") or ""
        return message.get_content_charset()


class Refused(Reject):
    """The server's answer is not taken; ``answer`` holds what there is of it."""

    def __init__(self, reason: str, detail: str, answer: Answer) -> None:
        super().__init__(reason, detail)
        self.answer = answer
