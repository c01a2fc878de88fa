"""Checks that this computer gives local ports on both of its loopback addresses; nothing is connected or sent."""

from __future__ import annotations

import errno
import socket

from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import failed, passed, say

ADDRESSES = (("127.0.0.1", socket.AF_INET), ("::1", socket.AF_INET6))
TRIES = 5


def probe(context: CheckContext) -> Finding:
    """Bind one port on both addresses, as the window does."""
    for _ in range(TRIES):
        address, trouble = _bind_both()
        if trouble is None or trouble.errno != errno.EADDRINUSE:
            break
    if trouble is None:
        return passed(say("doctor.loopback.pass"))
    remedy = Remedy(say(f"doctor.loopback.remedy.{context.system}"))
    if context.system == "linux" and address == "::1":
        remedy = Remedy(say("doctor.loopback.remedy_version_6"), ("sudo sysctl net.ipv6.conf.lo.disable_ipv6=0",))
    detail = f"{address}: {trouble.strerror}"
    return failed(say("doctor.loopback.fail", address=address), remedy, detail, evidence={"address": address})


def _bind_both() -> tuple[str, OSError | None]:
    """Return the address that refused and why; the port is the same for both, and given back at once."""
    port = 0
    opened: list[socket.socket] = []
    try:
        for address, family in ADDRESSES:
            try:
                opened.append(socket.socket(family, socket.SOCK_STREAM))
                opened[-1].bind((address, port))
            except OSError as error:
                return address, error
            port = opened[-1].getsockname()[1]
    finally:
        for each in opened:
            each.close()
    return "", None


CHECK = Check("web-01", "window", "doctor.loopback.title", "high", probe)
