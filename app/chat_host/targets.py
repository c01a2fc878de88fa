"""Owns where a self-hosted server may send us for its files, and how that place is reached.

A server's word decides which address we connect to, so the address itself is looked at: a place that is not the server
is on the public network, over https, or on the very computer that the server is on.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx2

from app.errors import AddressRefused, NameNotResolved
from app.network import CONNECT_SECONDS, system_proxy

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

TRANSLATED, COMPATIBLE = ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("::/96")
# Of RFC 9637, which Python's own list does not have everywhere.
DOCUMENTATION = ipaddress.IPv6Network("3fff::/20")
# A name with more addresses than these is down in other ways.
MOST_ADDRESSES = 4
MOST_PORT = 65535


@dataclass(frozen=True, slots=True)
class Way:
    """How one target is reached: addresses to try in their order. Only a way to the server itself `is_own`."""

    urls: tuple[httpx2.URL, ...]
    is_own: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    extensions: Mapping[str, str] = field(default_factory=dict)
    proxy: str | None = None


async def find_way(target: str, server: str) -> Way:
    """Return how an address that a server named is reached; raises AddressRefused or NameNotResolved."""
    url, own = _parse(target), httpx2.URL(server)
    if (url.scheme, url.raw_host, url.port) == (own.scheme, own.raw_host, own.port):
        return Way((url,), is_own=True)
    proxy = system_proxy(str(url))
    if proxy is not None and url.scheme == "https" and _literal(url.host) is None:
        # There the proxy looks names up, and connects.
        return Way((url,), proxy=proxy)
    addresses = await resolve(url)
    await _check(url, addresses, own)
    # SECURITY: we connect to the addresses that were checked; the name could lead elsewhere when it is asked again.
    return Way(
        tuple(url.copy_with(host=str(address)) for address in addresses),
        headers={"host": url.netloc.decode("ascii")},
        extensions={"sni_hostname": url.raw_host.decode("ascii")},
    )


async def resolve(url: httpx2.URL) -> list[Address]:
    """Return the addresses of a host; raises NameNotResolved."""
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(CONNECT_SECONDS):
            found = await loop.getaddrinfo(url.raw_host.decode("ascii"), None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, TimeoutError):
        raise NameNotResolved from None
    return list(dict.fromkeys(ipaddress.ip_address(entry[4][0]) for entry in found))[:MOST_ADDRESSES]


def is_public(address: Address) -> bool:
    """Say whether an address is one of the public network's, also where it is wrapped in one of the newer kind."""
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = address.ipv4_mapped or address.sixtofour or _translated(address)
        if wrapped is not None:
            return is_public(wrapped)
        if address.is_site_local or address in DOCUMENTATION:
            return False
    return address.is_global and not address.is_multicast


def _translated(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the address of the older kind that a translator (RFC 6052), or nobody any more (RFC 4291), wraps."""
    if address in TRANSLATED or address in COMPATIBLE:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def _parse(target: str) -> httpx2.URL:
    try:
        url = httpx2.URL(target)
    except (httpx2.InvalidURL, ValueError):
        raise AddressRefused from None
    is_web = url.scheme in ("http", "https") and url.host != "" and (url.port or 0) <= MOST_PORT
    if not is_web or url.userinfo:
        raise AddressRefused
    return url


def _literal(host: str) -> Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


async def _check(url: httpx2.URL, addresses: list[Address], server: httpx2.URL) -> None:
    if url.scheme == "http" and not all(address.is_loopback for address in addresses):
        raise AddressRefused
    # SECURITY: this computer and its network answer us where they would not answer the server.
    inner = [address for address in addresses if not is_public(address)]
    if not inner:
        return
    # Whoever owns a name says where it leads, so only one that is this computer's own is believed to be here, and one
    # that is public as well is nowhere within.
    own = await resolve(server)
    is_here, is_within = _is_named_here(server.host), not any(is_public(address) for address in own)
    if not all(is_here if address.is_loopback else is_within and address in own for address in inner):
        raise AddressRefused


def _is_named_here(host: str) -> bool:
    address = _literal(host)
    return host == "localhost" if address is None else address.is_loopback
