"""What is dialled, by which name and certificate, and what never is."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from depeche.ingest import FeedUnreachable, rawstore
from depeche.ingest.web import address
from depeche.records import Reject, Tally
from depeche.settings import Settings
from http2_server import Http2Server
from web_pages import ITEM, counts, page, rss
from web_server import WebServer

Run = Callable[..., Tally]


@pytest.mark.parametrize(
    "refused",
    [
        "127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "100.100.100.200",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "::", "::1", "fe80::1%eth0",
        "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1",
        "64:ff9b::a00:1", "2002:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_dialled(refused: str) -> None:
    assert address.problem(refused)


def test_addresses_that_are_dialled() -> None:
    for good in ("8.8.8.8", "2606:4700:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"):
        assert address.problem(good) is None
    for own in ("127.0.0.1", "10.0.0.1", "::1", "fd12::1", "::ffff:127.0.0.1"):
        assert address.problem(own, allow_private=True) is None
    for never in (
        "169.254.169.254",
        "::ffff:169.254.169.254",
        "fe80::1",
        "0.0.0.0",
        "224.0.0.1",
        "fd00:ec2::254",
    ):
        assert address.problem(never, allow_private=True)


def test_loopback_is_refused_where_the_feed_does_not_allow_it(server: WebServer, run: Run) -> None:
    server.pages["/feed"] = rss()
    with pytest.raises(Reject, match="address_refused"):
        run(allow_private=False)
    assert server.asked == []


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate of ``news.example`` that nobody but itself vouches for, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "news.example")])
    start = datetime.now(UTC) - timedelta(days=1)
    made = (
        x509.CertificateBuilder(
            name, name, key.public_key(), x509.random_serial_number(), start, start + timedelta(9)
        )
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("news.example")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    files = tmp_path / "cert.pem", tmp_path / "key.pem"
    files[0].write_bytes(made.public_bytes(pem))
    plain = serialization.NoEncryption()
    files[1].write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))
    return files


def test_certificates_are_checked_by_the_name_that_was_asked_for(
    server: WebServer, run: Run, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address is dialled, the name is what the certificate has to be for."""
    server.secure(*certificate)
    server.pages.update({"/feed": rss("/a"), "/a": page("a")})

    async def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    monkeypatch.setattr(address, "resolve", resolve)
    secure = f"https://news.example:{server.port}/feed"
    with pytest.raises(FeedUnreachable, match="CERTIFICATE_VERIFY_FAILED"):
        run(url=secure)
    trusting = ssl.create_default_context(cafile=str(certificate[0]))
    monkeypatch.setattr("httpx.create_ssl_context", lambda **_: trusting)
    assert counts(run(url=secure)) == (1, 1, 0, 0)
    with pytest.raises(FeedUnreachable, match="not valid for 'other"):
        run(url=secure.replace("news", "other"))


def test_pages_of_a_server_of_http2_share_one_connection(
    run: Run, quick: Settings, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Http2Server(*certificate, together=2)
    items = "".join(ITEM.format(f"/page/{n}", "") for n in range(4))
    server.pages["/feed"] = ("application/rss+xml", f"<rss><channel>{items}</channel></rss>".encode())
    server.pages |= {f"/page/{n}": ("text/html", f"<p>Page {n}.</p>".encode()) for n in range(4)}

    async def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    trusting = ssl.create_default_context(cafile=str(certificate[0]))
    monkeypatch.setattr(address, "resolve", resolve)
    monkeypatch.setattr("httpx.create_ssl_context", lambda **_: trusting)
    try:
        tally = run(url=f"https://news.example:{server.port}/feed")
    finally:
        server.stop()
    assert counts(tally) == (4, 4, 0, 0)
    assert server.connections == 1
    assert sorted(server.paths) == ["/feed", *(f"/page/{n}" for n in range(4)), "/robots.txt"]
    found = [ref for batch in rawstore.batches(quick) for ref in rawstore.refs(quick, batch)]
    read = rawstore.read_many(quick, [ref.raw_uri for ref in found])
    assert sorted(read) == [f"<p>Page {n}.</p>".encode() for n in range(4)]


def test_a_name_that_changes_its_address_gains_nothing(
    server: WebServer, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First the name is at a good address, then at ours: each connection is judged by itself."""
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    dialled: list[str] = []

    async def resolve(host: str, port: int) -> list[str]:
        return next(answers, ["127.0.0.1"])

    async def dial(self: Any, host: str, *_: Any) -> Any:
        dialled.append(host)
        raise address.httpcore.ConnectError("nobody there")

    monkeypatch.setattr(address, "resolve", resolve)
    monkeypatch.setattr(address.httpcore.AnyIOBackend, "connect_tcp", dial)
    with pytest.raises((FeedUnreachable, Reject)):
        run(url="http://rebinding.example/feed", allow_private=False)
    assert dialled == ["93.184.216.34"]
