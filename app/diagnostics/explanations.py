"""Owns which checks explain a failure that was recorded, for every code of the error tree.

Those of the test of a connection are among them: it has to be made first.
"""

from __future__ import annotations

from collections.abc import Mapping

ENGINE = ("lin-01", "lin-06", "win-01", "win-02", "win-03")
DRAWING = ("lin-03", "lin-07", *ENGINE)
NETWORK = ("net-01",)
KEYRING = ("key-01", "key-03", "key-02")
DISK = ("app-04", "app-02", "web-02")
SERVER = ("con-02", "key-04")
# The steps to a host, whichever a connection has.
NAME, PROXY, LINE, CERTIFICATE, ANSWER = (
    tuple(f"{role}-{number}" for role in ("cdn", "api", "service", "server"))
    for number in ("01", "02", "03", "04", "05")
)
# What a person, a page or an agent did, and nothing of this computer is to blame for.
NOTHING: tuple[str, ...] = ()

EXPLAINED_BY: Mapping[str, tuple[str, ...]] = {
    "app_error": NOTHING,
    "usage": NOTHING,
    "unavailable": ("app-07", "app-08"),
    "no_display": ("lin-02",),
    "screen_lost": ("lin-02",),
    "engine_missing": ENGINE,
    "python_unsuitable": ("app-07",),
    "assets_damaged": ("app-08",),
    "ports_unavailable": ("web-01",),
    "link_not_opened": ("lin-04", "lin-05"),
    "chat_host_unavailable": ("app-09", "app-07", "web-01", "app-04", "net-10"),
    "interface_failed": (
        "web-05",
        *NETWORK,
        "net-02",
        "adm-07",
        *(step[0] for step in (NAME, PROXY, LINE, CERTIFICATE, ANSWER)),
    ),
    "conversations_too_new": ("app-01",),
    "connection_failed": (*NETWORK, *LINE),
    "name_not_resolved": (*NETWORK, *NAME),
    "connection_refused": (*NETWORK, *LINE),
    "network_timeout": (*NETWORK, *LINE),
    "certificate_refused": ("net-02", "app-05", *CERTIFICATE),
    "proxy_failed": ("net-01", "adm-07", *PROXY),
    "not_the_server": ("net-01", "con-02", *ANSWER),
    "clock_wrong": ("app-05", *CERTIFICATE),
    "session_not_created": ("con-01", *SERVER, "net-06"),
    "workflow_not_set": ("con-01", "con-02"),
    "key_refused": ("key-04", "env-01", "net-05", "net-08", "net-09"),
    "key_missing": ("key-04", *KEYRING),
    "project_refused": ("key-04", "env-01", "net-05"),
    "workflow_unknown": ("con-01", "con-02", "net-06"),
    "billing_problem": ("net-06",),
    "rate_limited": NOTHING,
    "server_trouble": ANSWER,
    "answer_unusable": ("net-01", "con-02", *ANSWER, "net-06"),
    "keyring_failed": KEYRING,
    "keyring_absent": KEYRING,
    "keyring_locked": KEYRING,
    "keyring_timeout": KEYRING,
    "keyring_lost": KEYRING,
    "internal": ("app-01", "app-07", "app-08"),
    "page_not_responding": ("web-03", *DRAWING),
    "page_not_ready": ("app-08", *DRAWING),
    "pages_gone": ("web-01",),
    "cannot_write": DISK,
    "busy": ("app-03",),
    "already_running": ("app-03",),
    "too_many_calls": NOTHING,
    "not_allowed": NOTHING,
    "runs_as_root": ("app-02",),
    "sandbox_refuses_root": ("lin-01",),
    "permission_denied": NOTHING,
    "silenced": NOTHING,
    "cancelled": NOTHING,
    "link_refused": NOTHING,
    "address_refused": ("con-02",),
    "not_offered": NOTHING,
    "not_pressed": NOTHING,
    "invalid": NOTHING,
    "connection_unusable": ("con-02", "con-01", "con-04"),
    "invalid_arguments": ("tool-01",),
    "unknown_command": ("app-08", "app-01"),
    "unknown_tool": ("tool-01",),
    "not_found": ("con-02",),
    "too_long": ("con-03",),
    "file_refused": ("con-03",),
    "file_missing": NOTHING,
    "deadline_exceeded": NOTHING,
    "settings": ("app-06",),
}


def checks_explaining(code: str) -> tuple[str, ...]:
    """Return the checks that say why a failure of this code happens; none for what no check can know."""
    return EXPLAINED_BY.get(code, NOTHING)
