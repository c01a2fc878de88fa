"""T09: an agent or a page hands over links that would start something on this computer."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from urllib.parse import quote, urlsplit

import pytest

from app.errors import LinkRefused
from app.services import external_links
from app.services.external_links import ExternalLinks, Link, LinkPolicy, read_web_link

URL_COUNT = 3000
SCHEMES = (
    *("javascript", "vbscript", "data", "file", "smb", "ftp", "sftp", "ssh", "telnet", "ldap", "http", "ws", "wss"),
    *(
        "ms-msdt",
        "ms-officecmd",
        "search-ms",
        "steam",
        "tel",
        "sms",
        "intent",
        "blob",
        "about",
        "chrome",
        "view-source",
    ),
    *(
        "x-terminal",
        "jar",
        "zoommtg",
        "vscode",
        "shell",
        "\\\\server",
        "-flag",
        "--help",
        "",
        "htt ps",
        "https ",
        "\0https",
    ),
)
TARGETS = (
    "//evil.example/a",
    "/etc/passwd",
    "alert(1)",
    "//user@evil.example",
    "C:\\x.exe",
    "https://a.example",
    "?x=$(id)",
)
TRICKS: tuple[Callable[[str], str], ...] = (
    lambda host: f"https://user:word@{host}/",
    lambda host: f"https://good.example@{host}/",
    lambda host: f"https://good.example\\@{host}/",
    lambda host: f"https:\\\\{host}/",
    lambda host: f"https://{host}/\n--flag",
    lambda host: f"https://{host}/\r\nX: y",
    lambda host: f"https://{host}\0.good.example/",
    lambda host: f"https://{host} /",
    lambda host: f"https://{host}/\u202egpj.exe",
    lambda host: f"https://{host}\u2028/",
    lambda host: f"https://{host}\uff0fgood.example/",
    lambda host: f"https://{host}:99999/",
    lambda host: f"https://{host}:-1/",
    lambda host: f"https://[{host}]/",
    lambda host: f"https:///{host}/",
    lambda host: f"https:{host}",
    lambda host: f"https://{quote(host[:1])}%2e{host}/",
    lambda host: f"https://.{host}/",
    lambda host: f"https://-{host}/",
    lambda host: f"https://{host}/{'x' * 2048}",
    lambda host: f"mailto:a@{host}?attach=/etc/passwd",
    lambda host: f"mailto:a@{host}?bcc=b@{host}",
    lambda host: f"mailto:a@{host}?subject=x%0d%0aBcc:%20b@{host}",
    lambda host: f"mailto:-a@{host}",
    lambda host: f"mailto:'a'@{host}",
    lambda host: f"mailto:a@{host}%20--attach%20/etc/passwd",
)
ADDRESSES = (
    "0x7f000001",
    "2130706433",
    "017700000001",
    "127.1",
    "0.0",
    "1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "127.0.0.1.",
)
# What may leave, said a second time and differently: the rule's own words are not trusted to judge themselves.
OPENED = re.compile(r"https://[a-z0-9.-]+(:[0-9]+)?[/?#][!-~]*|mailto:[A-Za-z0-9._+@,-]+(\?[!-~]*)?")


class System:
    """Counts what would have been started."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def offer(self, url: str, *, confirmed: bool = True) -> None:
        """Hand over a link as a person would who agrees to everything."""
        links = ExternalLinks(LinkPolicy(), lambda host: None, self.opened.append)
        try:
            links.open(url, confirmed)
        except LinkRefused:
            return


def hostile_links() -> Iterator[str]:
    """Yield links that must never be opened, however often a person agrees."""
    chance = random.Random(9)
    while True:
        host = "".join(chance.choices("abcdefgh-", k=8)).strip("-") + ".example"
        scheme = "".join(chance.choice((str.upper, str.lower))(letter) for letter in chance.choice(SCHEMES))
        yield f"{scheme}:{chance.choice(TARGETS)}"
        yield chance.choice(TRICKS)(host)
        yield f"https://{chance.choice(ADDRESSES)}/{host}"


def strange_links() -> Iterator[str]:
    """Yield links that may or may not be within the rule: nobody but the rule has sorted them."""
    chance = random.Random(90)
    letters = "abz09.-_~:/?#[]@!$&'()*+,;=%\\\"<> \n\0\u00fc\u0430\u202e\u3002\uff0e\ufe0f"
    while True:
        yield chance.choice(("https://", "mailto:", "HTTPS://a.example", "mailto:a@b.example?body=")) + "".join(
            chance.choices(letters, k=chance.randrange(1, 40))
        )


def test_t09_no_hostile_link_is_opened() -> None:
    system, links = System(), hostile_links()
    for _ in range(URL_COUNT // 2):
        system.offer(next(links))
    assert system.opened == []


def test_t09_whatever_is_opened_is_a_plain_web_or_mail_link() -> None:
    system, links = System(), strange_links()
    for _ in range(URL_COUNT // 2):
        system.offer(next(links))
    assert system.opened, "some of them are within the rule"
    for url in system.opened:
        assert OPENED.fullmatch(url), url
        parts = urlsplit(url)
        assert parts.username is None or parts.scheme == "mailto"
        assert "attach" not in parts.query or parts.scheme == "https"


def test_t09_no_new_host_is_opened_before_it_was_shown() -> None:
    system, links = System(), strange_links()
    for _ in range(500):
        system.offer(next(links), confirmed=False)
    assert system.opened == []


def test_t09_scheme_table_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    class AnyScheme(dict[str, Callable[[str], Link | None]]):
        def get(self, scheme: str, default: object = None) -> Callable[[str], Link | None]:
            return lambda rest: Link(f"{scheme}:{rest}", "")

    monkeypatch.setattr(external_links, "READERS", AnyScheme())
    system = System()
    system.offer("javascript:alert(1)")
    assert system.opened == ["javascript:alert(1)"]


def test_t09_plain_text_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(external_links, "is_plain_text", lambda url: True)
    system = System()
    system.offer("https://a.example/\u202egpj.exe")
    assert system.opened == ["https://a.example/%E2%80%AEgpj.exe"]


def test_t09_user_name_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        external_links, "WEB_LINK", re.compile(r"//(?:[^/?#]*@)?([^/?#@:\[\]]+)(?::([0-9]{1,5}))?([/?#].*)?")
    )
    system = System()
    system.offer("https://good.example@evil.example/")
    assert system.opened == ["https://evil.example/"]


def test_t09_host_shape_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(external_links, "ascii_host", lambda host: host)
    assert read_web_link("//0x7f.1/") == Link("https://0x7f.1/", "0x7f.1")


def test_t09_mail_fields_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(external_links, "MAIL_FIELDS", ("subject", "body", "cc", "attach"))
    system = System()
    system.offer("mailto:a@b.example?attach=/etc/passwd")
    assert system.opened == ["mailto:a@b.example?attach=%2Fetc%2Fpasswd"]


def test_t09_showing_first_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    class AgreesToAll(set[str]):
        def __contains__(self, host: object) -> bool:
            return True

    monkeypatch.setattr(external_links, "set", lambda hosts: AgreesToAll(), raising=False)
    system = System()
    system.offer("https://evil.example/", confirmed=False)
    assert system.opened == ["https://evil.example/"]
