"""Owns where the official chat interface's script comes from: one address, and a loopback one for tests."""

from __future__ import annotations

import os
import re

from app.resources import is_source_run

OFFICIAL_SCRIPT = "https://cdn.platform.openai.com/deployments/chatkit/chatkit.js"
# Where that script, its frame, what the frame talks to and what it shows come from. The rest of what it is known to
# call counts and reports (chatgpt.com, Datadog, Mixpanel), and is done without.
OPENAI_HOSTS = ("*.openai.com", "*.oaiusercontent.com", "*.oaistatic.com", "challenges.cloudflare.com")
# What the chat document finds out about the interface; the words are the window's.
FAULTS = (
    *("official_unreachable", "official_undefined", "official_late", "official_silent", "official_vanished"),
    "domain_refused",
)
TEST_VARIABLE = "AGENTNOOK_TEST_CHATKIT_SCRIPT"
# SECURITY: the address becomes part of a security header, so nothing but this exact form passes.
_LOOPBACK_SCRIPT = re.compile(r"http://(?:127\.0\.0\.1|localhost):[1-9][0-9]{0,4}/[A-Za-z0-9._/-]+\.js")


def official_script() -> str:
    """Return the script's address; a stand-in of this computer is taken in a source run only."""
    # SECURITY: in what is installed no environment decides which script runs in the chat document.
    stand_in = os.environ.get(TEST_VARIABLE, "")
    return stand_in if is_source_run() and _LOOPBACK_SCRIPT.fullmatch(stand_in) else OFFICIAL_SCRIPT


def origin_of(address: str) -> str:
    """Return the origin of a script's address."""
    return "/".join(address.split("/", 3)[:3])
