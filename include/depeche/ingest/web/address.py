"""Which addresses are connected to: a name is resolved, its addresses judged, and one of these dialled.

So what was judged is what is dialled: a name that resolves to something else a moment later
(DNS rebinding) gains nothing. Every connection goes through here, redirects included.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Iterable
from typing import Any

import httpcore

from depeche.records import Reject

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Where clouds answer questions about the machine, credentials included; besides link-local 169.254.169.254.
METADATA = frozenset(map(ipaddress.ip_address, ("fd00:ec2::254", "100.100.100.200", "192.0.0.192")))
NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))


class Guard(httpcore.AsyncNetworkBackend):
    """Dials for httpcore; where ``allow_private``, also loopback and private addresses."""

    def __init__(self, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._dialler = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first good address that answers.

        Raises Reject("address_refused") where there is no good one, httpcore.ConnectError and
        ConnectTimeout.
        """
        try:
            async with asyncio.timeout(timeout):
                addresses = judged(host, await resolve(host, port), self._allow_private)
        except TimeoutError:
            raise httpcore.ConnectTimeout(f"no answer to what the address of {host} is") from None
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                return await self._dialler.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    async def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.AsyncNetworkStream:
        """Never: nothing of ours is reached by one."""
        raise Reject("address_refused", "a Unix socket")

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._dialler.sleep(seconds)


async def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system gives them. Raises httpcore.ConnectError."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(f"{host} has no address ({error})") from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def judged(host: str, addresses: list[str], allow_private: bool) -> list[str]:
    """Those of a host's addresses that may be dialled. Raises Reject where that is none of them."""
    problems = {address: problem(address, allow_private) for address in addresses}
    good = [address for address, why in problems.items() if not why]
    if problems and not good:
        address, why = next(iter(problems.items()))
        raise Reject("address_refused", f"{host} is at {address}, {why}")
    return good


def problem(address: str, allow_private: bool = False) -> str | None:
    """Why an address is not dialled, or None. IPv4 addresses within IPv6 ones are judged as such."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    for one in (ip, *_within(ip)):
        if one.is_unspecified or one.is_multicast:
            return "an address of nobody or of many"
        if one.is_link_local or one in METADATA:
            return "a link-local or metadata address"
        if not one.is_global and not (allow_private and (one.is_private or one.is_loopback)):
            return "a private or reserved address"
    return None


def _within(ip: Address) -> list[Address]:
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    found: list[Address | None] = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if any(ip in network for network in NAT64) or int(ip) >> 32 == 0:
        found.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return [one for one in found if one is not None and not ip.is_loopback and not ip.is_unspecified]
