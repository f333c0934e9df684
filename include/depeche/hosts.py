"""The host of a web address, for all stages: addresses come as people and programs wrote them."""

from __future__ import annotations

from urllib.parse import urlsplit


def host(address: str | None) -> str | None:
    """The host, in small letters; None where there is no address or it is none (``http://[::1``)."""
    try:
        return urlsplit(address).hostname if address else None
    except ValueError:
        return None
