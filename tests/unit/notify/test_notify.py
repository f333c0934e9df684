"""Messages to the operator, sent to servers that are really there."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from depeche import notify
from depeche.settings import SettingsError
from mail_server import ACCOUNT, FAILED, LINK, Kept, by_mail
from ports import free_port
from web_server import Page, WebServer


@pytest.fixture
def mails() -> Iterator[tuple[Controller, Kept]]:
    kept = Kept()

    def check(server, session, envelope, mechanism, auth_data):
        right = (auth_data.login, auth_data.password) == (b"desk", b"s3cret")
        return AuthResult(success=right, handled=False)

    server = Controller(kept, "127.0.0.1", free_port(), authenticator=check, auth_require_tls=False)
    server.start()
    yield server, kept
    server.stop()


class Hook(WebServer):
    """A webhook that answers with the statuses that it is given, then with 200."""

    def __init__(self) -> None:
        super().__init__()
        self.statuses: list[int] = []
        self.pages["/hooks/t0ken"] = lambda _: Page(status=self.statuses.pop(0) if self.statuses else 200)


@pytest.fixture
def hook() -> Iterator[Hook]:
    server = Hook()
    yield server
    server.stop()


def by_hook(server: Hook) -> notify.Webhook:
    return notify.webhook("http", server.url, None, "hooks/t0ken", "bearer-s3cret")


def test_the_cause_is_the_first_line_and_the_account_follows():
    lines = FAILED.text.splitlines()
    assert lines[0] == "1 of 1 feeds not ingested, see the task ingest: dépêches"
    assert lines[-1] == LINK
    assert "nightly_afp, run scheduled__2016, partition 2016-07-06" in lines
    assert "also: x/1 is held at the gate" in lines
    assert "ingest (payloads): 1,200 taken, 1,100 accepted, 40 quarantined, 60 known" in lines
    assert "3 batches published" in lines
    assert FAILED.subject.startswith("Dépêche: nightly_afp failed: 1 of 1 feeds not ingested, see")


def test_without_an_account_the_reason_is_the_cause():
    message = notify.failed("maintenance", "manual", None, "timed_out", None, LINK)
    assert message.text.splitlines()[0] == "timed_out"
    assert len(notify.failed("a", "b", None, "x" * 5000, None, LINK).subject) < 200


def test_a_late_run():
    message = notify.late("nightly_afp", "scheduled__2016", "2016-07-06", 6.0, LINK)
    assert message.cause == "nightly_afp is late: begun over 6 h ago and not done (DEPECHE_LATE_HOURS)"
    assert message.facts["state"] == "late"


def test_a_mail_arrives_whole(mails):
    server, kept = mails
    notify.send(FAILED, by_mail(server))
    [mail] = kept.mails
    assert mail["To"] == "a@example.org, b@example.org"
    assert mail["From"] == "desk"
    assert mail["Subject"] == FAILED.subject
    assert mail.get_content().split() == FAILED.text.split()


def test_a_busy_mail_server_is_tried_again(mails):
    server, kept = mails
    kept.busy = 1
    notify.send(FAILED, by_mail(server))
    assert len(kept.mails) == 1


def test_a_wrong_password_is_said_without_the_password(mails):
    server, kept = mails
    channel = by_mail(server, "wr0ng")
    with pytest.raises(notify.NotSent, match="SMTP 535") as raised:
        notify.send(FAILED, channel)
    assert "wr0ng" not in f"{raised.value} {raised.value.__cause__} {channel!r}"
    assert kept.mails == []


def test_a_server_that_speaks_no_tls_gets_no_mail(mails):
    server, kept = mails
    with pytest.raises(notify.NotSent, match="SMTPNotSupportedError"):
        notify.send(
            FAILED, notify.mail("127.0.0.1", server.port, "desk", "s3cret", {"to": ["a@example.org"]})
        )
    assert kept.mails == []


def test_a_webhook_gets_text_and_facts(hook):
    hook.statuses = [503]
    notify.send(FAILED, by_hook(hook))
    assert len(hook.asked) == 2
    last = hook.asked[-1]
    assert (last.method, last.path) == ("POST", "/hooks/t0ken")
    assert {name.lower(): value for name, value in last.headers.items()}[
        "authorization"
    ] == "Bearer bearer-s3cret"
    body = json.loads(last.body)
    assert body["text"] == FAILED.text
    assert body["link"] == LINK
    assert (body["dag_id"], body["partition_key"], body["state"]) == ("nightly_afp", "2016-07-06", "failed")
    assert body["account"] == ACCOUNT


def test_a_webhook_that_refuses_is_said_without_its_secrets(hook):
    hook.statuses = [403]
    channel = by_hook(hook)
    with pytest.raises(notify.NotSent, match=r"webhook at 127\.0\.0\.1: HTTP 403") as raised:
        notify.send(FAILED, channel)
    assert len(hook.asked) == 1
    assert "t0ken" not in f"{raised.value} {raised.value.__cause__} {channel!r}"


@pytest.mark.parametrize(
    ("parts", "url"),
    [
        (("https", "hooks.example.org", None, "a/b", None), "https://hooks.example.org/a/b"),
        (("http", "https://hooks.example.org/a/b", None, None, None), "https://hooks.example.org/a/b"),
        ((None, "127.0.0.1", 8000, None, None), "https://127.0.0.1:8000"),
    ],
)
def test_addresses_of_webhooks(parts, url):
    assert notify.webhook(*parts).url == url


@pytest.mark.parametrize(
    "make",
    [
        lambda: notify.mail("smtp.example.org", 587, None, None, {}),
        lambda: notify.mail(None, 587, None, None, {"to": "a@example.org"}),
        lambda: notify.mail("smtp.example.org", 587, None, None, {"to": "nobody"}),
        lambda: notify.mail("smtp.example.org", 587, None, None, {"to": "a@example.org", "tls": "maybe"}),
        lambda: notify.webhook("http", None, None, None, None),
        lambda: notify.webhook("http", "ftp://example.org", None, None, None),
    ],
)
def test_a_connection_that_says_too_little_is_refused(make):
    with pytest.raises(SettingsError, match="connection depeche_"):
        make()
