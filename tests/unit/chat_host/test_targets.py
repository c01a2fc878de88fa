"""Where a server may send us for its files: each rule, and each way around it."""

from __future__ import annotations

import asyncio
import ipaddress
from typing import Any

import pytest

from app.chat_host import targets
from app.chat_host.targets import Way, find_way, is_public
from app.errors import AddressRefused, NameNotResolved
from app.network import system_proxy

HERE = "http://127.0.0.1:8000/chatkit"
INTRANET = "https://chat.corp.example/chatkit"
AFAR = "https://chat.example/chatkit"
NAMES = {
    "chat.example": ["93.184.215.14"],
    "files.example": ["93.184.215.20", "2606:2800:21f::20"],
    "chat.corp.example": ["10.0.0.5"],
    "files.corp.example": ["10.0.0.6"],
    "other.corp.example": ["10.0.0.5"],
    "rebound.example": ["93.184.215.20", "127.0.0.1"],
    "lying.example": ["93.184.215.30", "127.0.0.1", "10.0.0.7"],
    "here.example": ["127.0.0.1"],
    "localhost": ["127.0.0.1", "::1"],
}


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer for names; nothing here asks a real name server, and no proxy of this machine counts."""

    async def answer(_loop: Any, host: bytes | str, _port: Any, **_options: Any) -> Any:
        known = NAMES.get(str(host), [host] if _is_address(str(host)) else [])
        if not known:
            raise OSError
        return [(0, 0, 0, "", (address, 0)) for address in known]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", answer)
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def way(target: str, server: str) -> Way:
    return asyncio.run(find_way(target, server))


@pytest.mark.parametrize(
    ("target", "server"),
    [
        ("http://127.0.0.1:8000/files/1", HERE),
        ("https://chat.example/files/1", AFAR),
        ("https://chat.example:443/files/1?a=b", AFAR),
        ("https://CHAT.example/files/1", AFAR),
        ("http://10.0.0.9:80/files/1", "http://10.0.0.9/chatkit"),
    ],
)
def test_the_server_itself_is_reached_as_always(target: str, server: str) -> None:
    found = way(target, server)
    assert found.is_own
    assert (found.headers, found.extensions, found.proxy) == ({}, {}, None)


@pytest.mark.parametrize(
    ("target", "server", "urls"),
    [
        (
            "https://files.example/a?b=c",
            AFAR,
            ["https://93.184.215.20/a?b=c", "https://[2606:2800:21f::20]/a?b=c"],
        ),
        ("https://files.example:8443/a", HERE, ["https://93.184.215.20:8443/a", "https://[2606:2800:21f::20]:8443/a"]),
        ("http://127.0.0.1:9000/a", HERE, ["http://127.0.0.1:9000/a"]),
        ("http://localhost:8000/a", HERE, ["http://127.0.0.1:8000/a", "http://[::1]:8000/a"]),
        ("https://other.corp.example/a", INTRANET, ["https://10.0.0.5/a"]),
        ("https://10.0.0.5:9443/a", INTRANET, ["https://10.0.0.5:9443/a"]),
    ],
)
def test_elsewhere_the_checked_addresses_are_reached_by_their_name(target: str, server: str, urls: list[str]) -> None:
    found = way(target, server)
    assert not found.is_own
    assert [str(url) for url in found.urls] == urls
    netloc = target.split("/")[2]
    assert (found.headers["host"], found.extensions["sni_hostname"]) == (netloc, netloc.partition(":")[0])


@pytest.mark.parametrize(
    ("target", "server"),
    [
        ("http://127.0.0.1/a", AFAR),
        ("https://127.0.0.1/a", AFAR),
        ("https://localhost/a", AFAR),
        ("https://[::1]/a", AFAR),
        ("https://[::ffff:127.0.0.1]/a", AFAR),
        ("https://[2002:7f00:1::]/a", AFAR),
        ("https://rebound.example/a", AFAR),
        ("https://files.corp.example/a", AFAR),
        ("https://files.corp.example/a", INTRANET),
        ("https://127.0.0.1/a", INTRANET),
        ("https://10.0.0.6/a", HERE),
        ("https://100.64.0.1/a", HERE),
        ("https://192.168.1.1/a", HERE),
        ("http://files.example/a", HERE),
        ("http://chat.example/a", AFAR),
        ("http://10.0.0.5/a", INTRANET),
        ("http://127.0.0.1/a", "https://lying.example/chatkit"),
        ("https://10.0.0.7/a", "https://lying.example/chatkit"),
        ("http://127.0.0.1/a", "https://here.example/chatkit"),
        ("ftp://files.example/a", AFAR),
        ("https:///a", AFAR),
        ("https://files.example:99999/a", AFAR),
        ("https://somebody@files.example/a", AFAR),
        ("/a", AFAR),
    ],
)
def test_anywhere_else_is_refused(target: str, server: str) -> None:
    with pytest.raises(AddressRefused):
        way(target, server)


@pytest.mark.parametrize("target", ["https://127.0.0.1/a", "https://files.corp.example/a", "https://rebound.example/a"])
def test_anywhere_else_is_refused_twin(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets, "is_public", lambda _address: True)
    assert way(target, AFAR).urls


def test_a_name_without_an_address_is_named() -> None:
    with pytest.raises(NameNotResolved):
        way("https://nowhere.example/a", AFAR)


def test_a_proxy_of_the_system_is_asked_by_name_and_never_for_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "proxy.corp.example:3128")
    found = way("https://behind.the.proxy/a", AFAR)
    assert ([str(url) for url in found.urls], found.proxy) == (
        ["https://behind.the.proxy/a"],
        "http://proxy.corp.example:3128",
    )
    for target in ("https://127.0.0.1/a", "https://10.0.0.6/a", "https://localhost/a", "http://files.example/a"):
        with pytest.raises(AddressRefused):
            way(target, AFAR)
    monkeypatch.setenv("no_proxy", "files.example")
    assert way("https://files.example/a", AFAR).proxy is None


def test_what_is_this_computer_has_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "http://proxy.example:1")
    assert system_proxy("https://files.example/") == "http://proxy.example:1"
    assert system_proxy("http://localhost:8000/") is None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f::20", True),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::5db8:d70e", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::a00:1", False),
        ("::127.0.0.1", False),
        ("fec0::1", False),
        ("3fff::1", False),
        ("10.1.2.3", False),
        ("127.0.0.2", False),
        ("169.254.169.254", False),
        ("100.64.1.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("239.255.255.250", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("2002:a00:1::", False),
    ],
)
def test_public_addresses(address: str, expected: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is expected
