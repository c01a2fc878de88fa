"""Owns what a build makes: which version, for which system, of what date, under which names."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timezone

from app import __version__
from app.brand import BRAND, Brand
from app.errors import Invalid, Unavailable
from checkout import ROOT
from programs import answer_of

EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"

# What is in the name of an installer that nobody signed.
UNSIGNED = "-unsigned"
# How Python's versions call what comes before a release.
BEFORE_A_RELEASE = re.compile(r"(?<=\d)\.?((?:a|b|rc|dev)\d+)")
# What may stand before the colon of a link (RFC 3986), as systems compare it: in small letters.
URL_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)?")
# One letter is a disk of Windows; of two there is no scheme that anybody's program should have.
SHORTEST_SCHEME = 3
# What systems, browsers and programs that everybody knows open already.
TAKEN_SCHEMES = re.compile(
    r"about|blob|chrome|chrome-extension|content|data|dns|edge|file|filesystem|ftps?|geo|git|https?|imap|ipp|irc|jar"
    r"|javascript|ldap|magnet|mailto|market|microsoft-.*|mms|moz-extension|ms-.*|news|nfs|nntp|pop|res|resource|rtsp"
    r"|search|search-ms|sftp|shell|sips?|sms|smb|smtp|ssh|tel|telnet|urn|vbscript|view-source|webcal|wss?|x-apple.*|xmpp"
)


@dataclass(frozen=True)
class Product:
    """One version of one brand, as it stood at one moment: the same product gives the same bytes."""

    brand: Brand
    version: str
    epoch: int
    machine: str = "x86_64"
    system: str = "linux"

    @property
    def day(self) -> date:
        """The day of the version."""
        return self.moment.date()

    @property
    def moment(self) -> datetime:
        """The moment that every file is dated with."""
        return datetime.fromtimestamp(self.epoch, timezone.utc)

    @property
    def package_version(self) -> str:
        """The version as packages compare it: to them only a tilde stands before what has nothing behind it."""
        return BEFORE_A_RELEASE.sub(r"~\1", self.version)

    @property
    def debian_architecture(self) -> str:
        """What Debian calls the processor."""
        return {"x86_64": "amd64", "aarch64": "arm64"}.get(self.machine, self.machine)

    @property
    def bill_name(self) -> str:
        """The name of the bill of materials; each system has parts of its own."""
        system = {"win32": "windows", "darwin": "macos"}.get(self.system, self.system)
        return f"{self.brand.slug}_{self.version}_{system}-{self.machine.lower()}.cdx.json"

    def file_name(self, target: str, ending: str, *, is_signed: bool = False) -> str:
        """Return the name of an installer for a system and its processor, which says when nobody signed it.

        There is nothing in it to be escaped.
        """
        return f"{self.brand.slug}_{self.version}_{target}{'' if is_signed else UNSIGNED}.{ending}"


def this_product(environ: Mapping[str, str] = os.environ) -> Product:
    """Return what this checkout makes on this machine."""
    require_scheme(BRAND)
    return Product(BRAND, __version__, source_epoch(environ), platform.machine(), sys.platform)


def require_scheme(brand: Brand) -> None:
    """Refuse a scheme of links that systems would not know, or would read as something else."""
    scheme = brand.url_scheme
    if not URL_SCHEME.fullmatch(scheme) or 0 < len(scheme) < SHORTEST_SCHEME:
        raise Invalid(f"No link can begin with {scheme!r}, which stands in app/brand.py.")
    if TAKEN_SCHEMES.fullmatch(scheme):
        raise Invalid(f"Links with {scheme!r}, which stands in app/brand.py, are for others to open.")


def source_epoch(environ: Mapping[str, str]) -> int:
    """Return the moment of the source: what is prescribed, else that of the last commit."""
    prescribed = environ.get(EPOCH_VARIABLE, "")
    if prescribed.isdecimal():
        return int(prescribed)
    answer = answer_of(["git", "-C", str(ROOT), "log", "-1", "--format=%ct"])
    if answer is None:
        hint = f"Set {EPOCH_VARIABLE} to the seconds since 1970, or build from a git checkout."
        raise Unavailable("Of what date the source is cannot be told.", hint=hint)
    return int(answer)
