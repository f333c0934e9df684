"""Mail goes over TLS to servers whose certificate is trusted, and to no others."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from depeche import notify
from mail_server import FAILED, Kept, by_mail
from ports import free_port


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1, signed by itself, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = tmp_path_factory.mktemp("tls") / "server.pem"
    file.write_bytes(made.public_bytes(pem) + private)
    return file


@pytest.fixture(params=["starttls", "ssl"])
def mails(request: pytest.FixtureRequest, certificate: Path) -> Iterator[tuple[str, Controller, Kept, list]]:
    kept, logins = Kept(), []
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)

    def check(server, session, envelope, mechanism, auth_data):
        logins.append(auth_data.password)
        return AuthResult(success=auth_data.password == b"s3cret", handled=False)

    ways = {
        "starttls": {"tls_context": context, "require_starttls": True},
        "ssl": {"ssl_context": context, "auth_require_tls": False},  # it takes only STARTTLS for TLS
    }
    server = Controller(kept, "127.0.0.1", free_port(), authenticator=check, **ways[request.param])
    server.start()
    yield request.param, server, kept, logins
    server.stop()


def test_a_trusted_server_gets_the_mail(mails, certificate, monkeypatch):
    tls, server, kept, logins = mails
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    notify.send(FAILED, by_mail(server, tls=tls))
    assert [mail["Subject"] for mail in kept.mails] == [FAILED.subject]
    assert logins == [b"s3cret"]


def test_a_server_nobody_vouches_for_gets_nothing(mails):
    tls, server, kept, logins = mails
    with pytest.raises(notify.NotSent, match="CERTIFICATE_VERIFY_FAILED") as said:
        notify.send(FAILED, by_mail(server, tls=tls))
    assert (kept.mails, logins) == ([], [])
    assert "s3cret" not in str(said.value)
