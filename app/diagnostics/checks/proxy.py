"""Checks which proxy the program uses and that its address can be one; a password in it is never shown."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from app.diagnostics.checks.python import is_there
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import failed, passed, say, warned

SCHEMES = ("http", "https", "all")
KINDS = frozenset(("http", "https"))
SOCKS = frozenset(("socks5", "socks5h"))
SYSTEM = "the system"
INTERNET_SETTINGS = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings"


def probe(context: CheckContext) -> Finding:
    """Read the variables, else the system's settings, and judge each address."""
    proxies = proxies_of(context)
    shown = [f"{scheme}: {without_password(url)}" for scheme, (_, url) in sorted(proxies.items())]
    set_in = {name for name, _ in proxies.values()}
    evidence: dict[str, Plain] = {"proxies": shown, "set_in": sorted(set_in)}
    if not all(_is_usable(url, context) for _, url in proxies.values()):
        remedy = Remedy(say(f"doctor.proxy.remedy_{context.system if set_in == {SYSTEM} else 'variable'}"))
        return failed(say("doctor.proxy.unusable"), remedy, "\n".join(shown), evidence=evidence)
    if not proxies and context.registry("HKEY_CURRENT_USER", INTERNET_SETTINGS, "AutoConfigURL"):
        return warned(say("doctor.proxy.script"), Remedy(say("doctor.proxy.remedy_script")), evidence=evidence)
    if proxies:
        return passed(say("doctor.proxy.used", proxies=", ".join(shown)), "\n".join(shown), evidence=evidence)
    return passed(say("doctor.proxy.none"), evidence=evidence)


def proxies_of(context: CheckContext) -> dict[str, tuple[str, str]]:
    """Return where the proxy of each scheme is set, and its address; a single variable outdoes the whole system."""
    of_system = ((scheme, (SYSTEM, url)) for scheme, url in context.system_proxies().items() if scheme in SCHEMES)
    return _of_variables(context.environ) or dict(of_system)


def _of_variables(environ: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return the variable that counts and its value for each scheme; small letters win, as everywhere."""
    found: dict[str, tuple[str, str]] = {}
    for scheme in SCHEMES:
        for name in (f"{scheme}_proxy", f"{scheme}_proxy".upper()):
            if environ.get(name):
                found.setdefault(scheme, (name, environ[name]))
    return found


def without_password(url: str) -> str:
    """Return scheme, host and port of a proxy: whatever else stands in it may be somebody's password."""
    try:
        parts = urlsplit(_spelled_out(url))
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "?"
    host = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}" if host else "?"


def _is_usable(url: str, context: CheckContext) -> bool:
    scheme = without_password(url).partition("://")[0]
    return scheme in KINDS or (scheme in SOCKS and is_there("socksio", context))


def _spelled_out(url: str) -> str:
    return url if "://" in url else f"http://{url}"


CHECK = Check("net-01", "connection", "doctor.proxy.title", "medium", probe)
