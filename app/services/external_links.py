"""Owns the one way out of the window: which links are opened, which are shown first, and how the system opens them."""

from __future__ import annotations

import ipaddress
import logging
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, unquote_to_bytes

from app.errors import AppError, LinkRefused

LINK_MAX_CHARACTERS = 2048
MAIL_RECIPIENTS_MAX = 10

WEB_LINK = re.compile(r"//([^/?#@:\[\]]+)(?::([0-9]{1,5}))?([/?#].*)?")
HOST_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
MAIL_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}")
MAIL_FIELDS = ("subject", "body", "cc")
URL_CHARACTERS = "-._~:/?#[]@!$&'()*+,;=%"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Link:
    """A link that may be opened: the address as it will be handed over, and whom it leads to, in plain ASCII."""

    url: str
    host: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is done with a link; `url` is written anew from its parts, so what is shown is what is opened."""

    decision: Literal["open", "ask", "refuse"]
    url: str = ""
    host: str = ""
    reason: str = ""


class LinkPolicy:
    """Knows the hosts a person has agreed to, and judges every link by its parts, never by how it begins."""

    def __init__(self, allowed_hosts: Iterable[str] = ()) -> None:
        self._allowed_hosts = set(allowed_hosts)

    def judge(self, url: str) -> Verdict:
        """Say whether a link is opened, shown first, or refused, and why."""
        if not is_plain_text(url):
            return Verdict("refuse", reason="characters")
        scheme, _, rest = url.partition(":")
        read = READERS.get(scheme.lower())
        if read is None:
            return Verdict("refuse", reason="scheme")
        link = read(rest)
        if link is None:
            return Verdict("refuse", reason="address")
        return Verdict("open" if link.host in self._allowed_hosts else "ask", link.url, link.host)

    def allow(self, host: str) -> bool:
        """Agree to a host for good and say so; a mail address is shown every time."""
        if "@" in host:
            return False
        self._allowed_hosts.add(host)
        return True


class ExternalLinks:
    """Opens links outside the window, each new host only after a person saw it."""

    def __init__(self, policy: LinkPolicy, remember: Callable[[str], None], opener: Callable[[str], None]) -> None:
        self._policy = policy
        self._remember = remember
        self._opener = opener

    def open(self, url: str, confirmed: bool) -> tuple[Literal["opened", "ask"], str]:
        """Open a link, or return the host that has to be shown first; a link outside the rule is LinkRefused."""
        verdict = self._policy.judge(url)
        if verdict.decision == "refuse":
            raise LinkRefused(detail=verdict.reason)
        if verdict.decision == "ask" and not confirmed:
            return "ask", verdict.host
        self._opener(verdict.url)
        if verdict.decision == "ask" and self._policy.allow(verdict.host):
            self._keep(verdict.host)
        return "opened", verdict.host

    def open_shown(self, url: str) -> None:
        """Open a link whose whole address a person has just seen; agrees to no host. Raises LinkRefused."""
        verdict = self._policy.judge(url)
        # SECURITY: T09, whoever asks for it, and whatever they judged before.
        if verdict.decision == "refuse":
            raise LinkRefused(detail=verdict.reason)
        self._opener(verdict.url)

    def _keep(self, host: str) -> None:
        try:
            self._remember(host)
        except AppError as error:
            # The link is open; that its host will be shown once more after the next start is no failure of it.
            logger.warning("a link's host was not remembered: %s", error.code)


def is_plain_text(url: str) -> bool:
    """SECURITY: no control, no space, no invisible or direction-changing character, no backslash, no endless length."""
    return len(url) <= LINK_MAX_CHARACTERS and not any(
        character == "\\" or unicodedata.category(character)[0] in "CZ" for character in url
    )


def read_web_link(rest: str) -> Link | None:
    """Return a web link without user name or password, with its host in ASCII, as `xn--` where it has other letters."""
    parts = WEB_LINK.fullmatch(rest)
    if parts is None:
        return None
    host, port = ascii_host(parts[1]), int(parts[2] or 443)
    if host is None or not 0 < port < 65536:
        return None
    if port != 443:
        host = f"{host}:{port}"
    return Link(f"https://{host}{quote(parts[3] or '/', safe=URL_CHARACTERS)}", host)


def read_mail_link(rest: str) -> Link | None:
    """Return a mail link with recipients, and with no header but subject, text and copies."""
    recipients, _, query = rest.partition("?")
    fields = _read_mail_fields(query) if query else {}
    if fields is None:
        return None
    addresses = [address for part in (recipients, fields.get("cc", "")) if part for address in part.split(",")]
    # SECURITY: the addresses are shown to the person whole, so there are few, and each is a plain one.
    if not recipients or len(addresses) > MAIL_RECIPIENTS_MAX or not all(map(is_mail_address, addresses)):
        return None
    written = [f"{name}={quote(_defuse(value), safe='')}" for name, value in fields.items()]
    return Link(f"mailto:{recipients}{'?' if written else ''}{'&'.join(written)}", ", ".join(addresses))


# SECURITY: a scheme that is not in this table does not leave the window, whatever the system would do with it.
READERS: Mapping[str, Callable[[str], Link | None]] = {"https": read_web_link, "mailto": read_mail_link}


def ascii_host(host: str) -> str | None:
    """Return a host name or a plainly written IPv4 address in ASCII, or None."""
    try:
        name = (host if host.isascii() else host.encode("idna").decode("ascii")).lower()
    except UnicodeError:
        return None
    labels = name.split(".")
    if len(name) > 253 or not all(map(HOST_LABEL.fullmatch, labels)):
        return None
    # SECURITY: browsers read 0x7f.1 and 2130706433 as addresses too; a person does not.
    return name if labels[-1][0].isalpha() or _is_ipv4(name) else None


def is_mail_address(address: str) -> bool:
    """Say whether this is one plain mail address of a named host."""
    name, _, host = address.partition("@")
    return MAIL_NAME.fullmatch(name) is not None and ascii_host(host) == host.lower()


def _is_ipv4(name: str) -> bool:
    try:
        return str(ipaddress.IPv4Address(name)) == name
    except ValueError:
        return False


def _read_mail_fields(query: str) -> dict[str, str] | None:
    fields: dict[str, str] = {}
    for part in query.split("&"):
        name, _, value = part.partition("=")
        name = name.lower()
        try:
            decoded = unquote_to_bytes(value).decode("utf-8")
        except UnicodeDecodeError:
            return None
        # SECURITY: `attach` would take a file along; a line end in a header would begin the next header.
        if name not in MAIL_FIELDS or name in fields or not _is_mail_text(decoded, lines=name == "body"):
            return None
        fields[name] = decoded
    return fields


def _defuse(value: str) -> str:
    """SECURITY: mail programs on Linux are started by scripts that put values between apostrophes; ours are curly."""
    return value.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")


def _is_mail_text(value: str, *, lines: bool) -> bool:
    allowed = "\r\n\t" if lines else ""
    return all(character in allowed or unicodedata.category(character)[0] != "C" for character in value)
