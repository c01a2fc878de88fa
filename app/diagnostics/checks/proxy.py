"""Checks which proxy the program uses and that its address can be one; a password in it is never shown."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import failed, passed, say, warned
from app.network import is_usable

SCHEMES = ("http", "https", "all")
# What leaves this computer does so over https, so a proxy for the rest is never asked.
COUNTING = ("https", "all")
SYSTEM = "the system"
INTERNET_SETTINGS = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings"


def probe(context: CheckContext) -> Finding:
    """Read the variables, else the system's settings, and judge each address."""
    proxies = proxies_of(context)
    shown = [f"{scheme}: {without_password(url)}" for scheme, (_, url) in sorted(proxies.items())]
    evidence: dict[str, Plain] = {"proxies": shown, "set_in": sorted({name for name, _ in proxies.values()})}
    where, used = next((proxies[scheme] for scheme in COUNTING if scheme in proxies), ("", ""))
    if used and not is_usable(_spelled_out(used)):
        remedy = Remedy(say(f"doctor.proxy.remedy_{context.system if where == SYSTEM else 'variable'}"))
        return failed(say("network.proxy_kind"), remedy, "\n".join(shown), evidence=evidence)
    if not used and context.registry("HKEY_CURRENT_USER", INTERNET_SETTINGS, "AutoConfigURL"):
        return warned(say("doctor.proxy.script"), Remedy(say("doctor.proxy.remedy_script")), evidence=evidence)
    if used:
        return passed(say("doctor.proxy.used", proxy=without_password(used)), "\n".join(shown), evidence=evidence)
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


def _spelled_out(url: str) -> str:
    return url if "://" in url else f"http://{url}"


CHECK = Check("net-01", "connection", "doctor.proxy.title", "medium", probe)
