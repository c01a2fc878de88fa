"""Owns what becomes of a report that leaves this computer: it tells nobody what agents are called and where they are.

On the screen a person reads the names they gave. In what they hand on, the name of a connection becomes its place in
the list; a host that is not public, and a folder that they chose, become a mark; a command that this would break is
left out.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from app.brand import BRAND
from app.diagnostics.checks import authorities
from app.diagnostics.checks.proxy import proxies_of, without_password
from app.diagnostics.findings import CheckContext, Finding, Remedy
from app.diagnostics.report import Report, reworded
from app.network import is_loopback
from app.observability.foreign_paths import PATH
from app.observability.redaction import HOME, NAME, letterings, redact, spellings
from app.observability.secret_shapes import SECRET
from app.private_file import read_bounded
from app.resources import DEFAULT_LOCALE, load_catalogue
from app.services.connection_details import clean_label
from app.services.connection_file import MOST_BYTES, records_in
from app.services.connections import Connection
from app.services.official_script import OPENAI_HOSTS
from app.settings.locations import resolve_locations

HOST = "[host]"
# They are the same for everybody: OpenAI's, and those of the pages that remedies lead to.
PUBLIC_HOSTS = (
    *(host.removeprefix("*.") for host in OPENAI_HOSTS),
    *("python.org", "microsoft.com", urlsplit(BRAND.homepage).hostname or ""),
)
_PUBLIC_ENDINGS = tuple(f".{host}" for host in PUBLIC_HOSTS)
_URL_HOST = re.compile(
    rf"""(?P<scheme> \b[a-z][a-z0-9+.-]{{1,16}}:(?:\\{{0,8}}/){{2}} (?:{re.escape(SECRET)}@)? )
         (?P<host> \[[0-9a-f:.]{{2,64}}\] | [^\s/:?\#"'<>\\\[\]]{{1,256}} )""",
    re.IGNORECASE | re.VERBOSE,
)
_QUOTED_HOST = re.compile(
    r"""(?<=["'`\u2018\u201c\u201e\u00ab]) (?P<host> (?:[a-z0-9_][\w-]{0,62}\.){1,8} [a-z][\w-]{1,62} )
        (?= (?::\d{1,5})? \\{0,8}["'`\u2019\u201c\u201d\u00bb] )""",
    re.IGNORECASE | re.VERBOSE,
)
_BARE_ADDRESS = re.compile(
    r"""(?<![\w.:]) (?: \d{1,3} (?:\.\d{1,3}){3} | [0-9a-f]{0,4} (?: :[0-9a-f]{0,4} ){2,7} (?:\.\d{1,3}){0,3} (?!:) )
        (?! \w | \.\w )""",
    re.IGNORECASE | re.VERBOSE,
)
# What has dots and is no host: files, by how they end, and modules, by how they begin.
_ENDS_OF_FILES = frozenset(
    {"py", "js", "ts", "css", "html", "json", "jsonl", "txt", "log", "md", "so", "dll", "exe", "dylib", "conf", "cfg"}
    | {"ini", "toml", "lock", "zip", "gz", "pem", "crt", "db", "sqlite3", "desktop", "service", "socket", "pid", "sh"}
)
_MODULES = frozenset({"app", "asyncio", "concurrent", "gi", "importlib", "os", "pyside6", "qtpy", "urllib", "webview"})
_MARK = re.compile(r"\[[a-z-]+\]")
# Where a name stands by itself: in quotes, or as one of a list.
_BEGINS = r"""(?: ^ | (?<=,[ ]) | (?<=["'`\u2018\u201c\u201e\u00ab]) )"""
_ENDS = r"""(?= $ | [,:][ ] | \\{0,8}["'`\u2019\u201c\u201d\u00bb] )"""


class HandingOn:
    """Takes out of texts what a person or an organisation called the connections, proxies and folders of a computer."""

    def __init__(self, context: CheckContext, connections: Iterable[Connection] = ()) -> None:
        """Take `connections` where a window has some that are not in their file."""
        pairs = [*_folders(context), *_files(context), *_described(context), *_known(connections), *_proxies(context)]
        marks = {form: mark for name, mark in reversed(pairs) for form in _forms(name)}
        self._marks = {form.casefold(): mark for form, mark in marks.items()}
        common = {form for form in marks if form.casefold() in _common_words()}
        self._names = re.compile(
            rf"(?<![\w-]) {_one_of(marks.keys() - common)} (?![\w-]) | {_BEGINS} {_one_of(common)} {_ENDS}",
            re.IGNORECASE | re.MULTILINE | re.VERBOSE,
        )

    def words(self, text: str) -> str:
        """Return a text as it may leave this computer."""
        # Redaction first: to some secrets belongs the host before them.
        text = self._names.sub(lambda found: self._marks.get(found[0].casefold(), NAME), redact(text))
        text = _QUOTED_HOST.sub(_marked_name, _URL_HOST.sub(_marked, text))
        return _BARE_ADDRESS.sub(_marked_address, text)

    def report(self, report: Report) -> Report:
        """Return a report as it may leave this computer."""
        results = tuple(replace(result, finding=self._finding(result.finding)) for result in report.results)
        return replace(report, results=results)

    def _finding(self, finding: Finding) -> Finding:
        said = reworded(finding, self.words)
        return replace(said, remedy=said.remedy and self._with_unbroken_commands(said.remedy))

    def _with_unbroken_commands(self, remedy: Remedy) -> Remedy:
        return replace(remedy, commands=tuple(each for each in remedy.commands if self.words(each) == each))


def scrub_facts(value: Any, name: str = "") -> Any:
    """Return plain values as they may leave this computer: every name and every text, and no text a name gives away.

    It works on values, as in the text of JSON a mark in the place of a number would be no JSON any more.
    """
    if isinstance(value, dict):
        return {redact(key): scrub_facts(inner, key) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [scrub_facts(inner, name) for inner in value]
    if not isinstance(value, str):
        return value
    clean = redact(value)
    pair = f'{name}: "{clean}"'
    return clean if redact(pair) == pair else SECRET


@cache
def _common_words() -> frozenset[str]:
    """Return the words that reports and commands are made of: as the name of a connection, one gives nobody away."""
    said = " ".join(load_catalogue(DEFAULT_LOCALE).values()).lower()
    return frozenset({BRAND.slug, *re.findall(r"[a-z]+", said)})


def _one_of(names: Iterable[str]) -> str:
    """Return a pattern of these names, the longest first; without any it matches nothing."""
    return f"(?: {'|'.join(map(re.escape, sorted(names, key=len, reverse=True))) or '(?!)'} )"


def _folders(context: CheckContext) -> Iterator[tuple[str, str]]:
    """Return the program's folders that stand where a person wanted them, and what each is for."""
    usual = resolve_locations(None, {"HOME": context.environ.get("HOME", "")})
    for mark in ("data", "settings", "log", "cache", "runtime"):
        folder, usual_folder = (getattr(places, f"{mark}_dir") for places in (context.locations, usual))
        is_usual = folder == usual_folder and not context.locations.is_own_folder
        if not is_usual or not redact(str(folder)).startswith(HOME):
            yield from ((spelling, f"[{mark}]") for spelling in spellings(str(folder)))


def _files(context: CheckContext) -> Iterator[tuple[str, str]]:
    """Return the files and folders that the program was told of, but for where systems keep their authorities."""
    folders = context.environ.get(authorities.FOLDER, "").split(os.pathsep)
    told = [context.environ.get(authorities.FILE, ""), *folders, str(context.env_file or "")]
    of_system = [Path("/", file) for file in authorities.SYSTEM_FILES]
    for each in told:
        if not any(Path(each) in (file, *file.parents) for file in of_system):
            yield from ((spelling, PATH) for spelling in spellings(each))


def _forms(name: str) -> Iterator[str]:
    """Return how a name stands in a text, and in one that has gone through redaction, unless nothing is left of it."""
    forms = (*letterings(name), *letterings(redact(name)))
    yield from (form for form in dict.fromkeys(forms) if any(map(str.isalnum, _MARK.sub("", form))))


def _known(connections: Iterable[Connection]) -> Iterator[tuple[str, str]]:
    for number, each in enumerate((each for each in connections if each.kind != "local"), 1):
        yield from ((each.label, f"connection {number}"), (_inner_host(each.url), HOST))


def _described(context: CheckContext) -> Iterator[tuple[str, str]]:
    """Return the labels and hosts of all records, also of those that describe no usable connection."""
    records: list[Any] = []
    with suppress(OSError, ValueError):
        records = records_in(read_bounded(context.locations.connections_file, MOST_BYTES))
    for number, record in enumerate(records, 1):
        label, url = (record.get("label"), record.get("url")) if isinstance(record, dict) else (None, None)
        if isinstance(label, str):
            yield clean_label(label), f"connection {number}"
        if isinstance(url, str):
            yield _inner_host(url), HOST


def _proxies(context: CheckContext) -> Iterator[tuple[str, str]]:
    for _, url in proxies_of(context).values():
        yield _inner_host(without_password(url)), HOST


def _inner_host(url: str) -> str:
    """Return the host of an address, empty where that tells nothing: this computer, or what is the same for all."""
    try:
        host = (urlsplit(url).hostname or "").lower()
        is_telling = not is_loopback(url) and not f".{host}".endswith(_PUBLIC_ENDINGS)
    except ValueError:
        return ""
    return host if is_telling else ""


def _marked(found: re.Match[str]) -> str:
    return f"{found['scheme']}{HOST}" if _inner_host(f"http://{found['host']}") else found[0]


def _marked_name(found: re.Match[str]) -> str:
    first, *_, last = found["host"].lower().split(".")
    is_host = first not in _MODULES and last not in _ENDS_OF_FILES and _inner_host(f"http://{found['host']}")
    return HOST if is_host else found[0]


def _marked_address(found: re.Match[str]) -> str:
    try:
        address = ip_address(found[0])
    except ValueError:  # a time, or a version
        return found[0]
    is_telling = not (address.is_loopback or address.is_unspecified or _may_be_no_address(found[0], address))
    return HOST if is_telling else found[0]


def _may_be_no_address(words: str, address: IPv4Address | IPv6Address) -> bool:
    """Say whether it may as well be a version, such as 6.8.0.2, or a name of C++, such as a::b."""
    if isinstance(address, IPv6Address):
        return not any(map(str.isdigit, words))
    return address.packed[0] < 10 and max(address.packed) < 64
