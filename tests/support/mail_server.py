"""A mail server that keeps what it gets, and a message for it."""

from __future__ import annotations

import email
import email.policy

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink

from depeche import notify

ACCOUNT = {
    "ingest": {"taken": 1200, "accepted": 1100, "quarantined": 40, "known": 60},
    "publish": {"taken": 1100, "accepted": 1000, "quarantined": 100, "known": 0},
    "batches": 3,
    "missing": ["1 of 1 feeds not ingested,\nsee the task ingest: dépêches", "x/1 is held at the gate"],
}
LINK = "http://127.0.0.1:8080/dags/nightly_afp/runs/scheduled__2016"
FAILED = notify.failed("nightly_afp", "scheduled__2016", "2016-07-06", "task_failure", ACCOUNT, LINK)


class Kept(Sink):
    """Keeps what comes; answers 451 as often as it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[email.message.EmailMessage] = []
        self.busy = 0

    async def handle_DATA(self, server, session, envelope):
        if self.busy:
            self.busy -= 1
            return "451 come again"
        self.mails.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 taken"


def by_mail(server: Controller, password: str = "s3cret", tls: str = "none") -> notify.Mail:
    """The way to it."""
    port = server.server.sockets[0].getsockname()[1]
    extra = {"to": "a@example.org, b@example.org", "tls": tls}
    return notify.mail("127.0.0.1", port, "desk", password, extra)
