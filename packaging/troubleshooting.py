"""Owns README's table of what may go wrong: what a person sees, the checks that look at it, what to do.

What to do is what the window says, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.diagnostics.checks import CHECKS
from app.diagnostics.findings import Check
from app.resources import text
from app.settings.schema import BY_KEY

HEAD = "| What you see | What to do | Checks that look at it |\n|---|---|---|\n"
# It knows the last failures, whatever they were about.
LOOKS_AT_EVERYTHING = "log-02"


@dataclass(frozen=True, slots=True)
class Symptom:
    """One thing that a person may see: its words, the ids of its checks, and the keys of what to do."""

    words: str
    checks: tuple[str, ...]
    remedies: tuple[str, ...]


SYMPTOMS = (
    Symptom(
        "There is no window",
        (
            *("app-01", "app-07", "app-08", "app-02", "app-03", "lin-05", "mac-01", "mac-02"),
            *("lin-02", "lin-01", "lin-06", "win-01", "win-02", "web-01"),
        ),
        ("error.no_display.hint", "error.engine_missing.hint", "error.assets_damaged.hint"),
    ),
    Symptom(
        "The window stays blank, or flickers",
        ("app-08", "lin-01", "lin-06", "lin-07", "lin-03", "win-01", "win-03", "web-01", "web-03"),
        ("error.page_not_ready.hint", "setting.software_rendering.help"),
    ),
    Symptom(
        "OpenAI's component does not load",
        ("app-05", "web-05", "net-01", "net-02", "env-01", "adm-07"),
        ("shell.official_hint.official_unreachable", "shell.official_hint.domain_refused"),
    ),
    Symptom(
        "No session with an agent comes about",
        (
            *("app-05", "con-01", "con-02", "key-01", "key-03", "key-02", "key-04"),
            *("net-01", "net-02", "env-01"),
        ),
        ("error.session_not_created.hint", "error.key_refused.hint", "error.workflow_unknown.hint"),
    ),
    Symptom(
        "A file does not go with a message",
        ("app-02", "app-04", "con-03", "net-01"),
        ("shell.look.field.attachments.help", "relay.file_refused.hint", "error.file_refused.hint"),
    ),
    Symptom(
        "The keyring keeps no key",
        ("key-01", "key-03", "key-02", "key-04"),
        ("error.keyring_absent.hint", "error.keyring_locked.hint", "error.keyring_timeout.hint"),
    ),
    Symptom(
        "A proxy, or a certificate of your organisation's, is in the way",
        ("app-05", "net-01", "net-02", "env-01", "adm-07"),
        ("error.proxy_failed.hint", "error.certificate_refused.hint", "error.not_the_server.hint"),
    ),
    Symptom(
        "Dictation does not hear you",
        ("mac-03",),
        ("shell.look.field.dictation.help", "shell.prompt.microphone_kept"),
    ),
)


def troubleshooting(checks: Sequence[Check] = CHECKS) -> str:
    """Return the table."""
    return "".join([HEAD, *(_row(symptom, checks) for symptom in SYMPTOMS)])


def checks_for(symptom: Symptom, checks: Sequence[Check] = CHECKS) -> list[Check]:
    """Return the checks that look at a symptom, in their own order."""
    return [check for check in checks if check.id in (*symptom.checks, LOOKS_AT_EVERYTHING)]


def _row(symptom: Symptom, checks: Sequence[Check]) -> str:
    looks_at = " ".join(f"`{check.id}`" for check in checks_for(symptom, checks))
    return f"| {symptom.words} | {'<br>'.join(map(_remedy, symptom.remedies))} | {looks_at} |\n"


def _remedy(key: str) -> str:
    """Return what to do; where that is a setting, with its flag."""
    setting = BY_KEY.get(key.removeprefix("setting.").removesuffix(".help"))
    return f"`{setting.flags[0]}`: {text(key)}" if setting is not None else text(key)
