"""Owns what a person types to describe a connection: cleaned of stray blanks, checked, refused in words."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from app.errors import ConnectionUnusable
from app.resources import text

MOST_URL_CHARACTERS = 2_000
MOST_LABEL_CHARACTERS = 60

_WORKFLOW_ID = re.compile(r"wf_[A-Za-z0-9_-]{1,190}")
# What guides and templates print where the reader's own id belongs.
_PLACEHOLDER = re.compile(r"wf_(x+|\.+|0+|123\w*|\W+|your\w*|example\w*|placeholder\w*|replace\w*|abc\w{0,3}|id)", re.I)
# Half a character is no character: no file can hold it.
_BLANKS_OR_CONTROL = re.compile(r"[\s\x00-\x1f\x7f\ud800-\udfff]")
_BREAKS = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")
_MARKS = re.compile(r"[\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# RFC 9110, section 5.6.2: the characters of a field name.
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}")
# SECURITY: fields that the relay or HTTP itself answers for; nobody's setting may speak in their name.
_RESERVED_HEADERS = frozenset(
    ("connection", "content-length", "content-type", "cookie", "host", "origin", "te", "transfer-encoding", "upgrade")
)


def clean_label(typed: str) -> str:
    """Return a name for the bar: one line, at most 60 characters; blanks around it and marks of direction go."""
    return clean_line(typed, MOST_LABEL_CHARACTERS)


def clean_line(typed: str, most_characters: int) -> str:
    """Return one line of at most so many characters; blanks around it and marks of direction go."""
    # What stood on two lines stays two words.
    return _BREAKS.sub(" ", _MARKS.sub("", typed)).strip()[:most_characters]


def check_workflow_id(typed: str) -> str:
    """Return the id without blanks around it; raises ConnectionUnusable when it is none or a template's placeholder."""
    workflow_id = typed.strip().strip("\"'")
    if workflow_id == "":
        raise ConnectionUnusable(text("connection.fault.workflow_missing"))
    if _PLACEHOLDER.fullmatch(workflow_id):
        raise ConnectionUnusable(text("connection.fault.workflow_placeholder"))
    if not _WORKFLOW_ID.fullmatch(workflow_id):
        raise ConnectionUnusable(text("connection.fault.workflow_form"))
    return workflow_id


def check_url(typed: str) -> str:
    """Return the address of a server without a slash at its end; raises ConnectionUnusable when it cannot be used.

    Only https leaves this computer; http is for a server on this computer itself.
    """
    url = typed.strip()
    if url == "":
        raise ConnectionUnusable(text("connection.fault.url_missing"))
    parts = _split(url)
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConnectionUnusable(text("connection.fault.url_form"))
    # SECURITY: a password in an address would stand in files and logs.
    if parts.username is not None or parts.password is not None:
        raise ConnectionUnusable(text("connection.fault.url_password"))
    if parts.query or parts.fragment:
        raise ConnectionUnusable(text("connection.fault.url_query"))
    # SECURITY: what is said, and the key it is said with, would be open to everybody on the way.
    if parts.scheme == "http" and not _is_loopback(url):
        raise ConnectionUnusable(text("connection.fault.url_plain"))
    return url.rstrip("/")


def check_header_name(typed: str) -> str:
    """Return the name of the header that carries a server's token, empty for none; raises ConnectionUnusable."""
    name = typed.strip().removesuffix(":")
    if name == "":
        return ""
    if not _HEADER_NAME.fullmatch(name) or name.lower() in _RESERVED_HEADERS or name.lower().startswith("sec-"):
        raise ConnectionUnusable(text("connection.fault.header_name"))
    return name


def check_domain_key(typed: str) -> str:
    """Return the domain key of a self-hosted server, empty for none; raises ConnectionUnusable."""
    key = typed.strip()
    if len(key) > 300 or _BLANKS_OR_CONTROL.search(key):
        raise ConnectionUnusable(text("connection.fault.domain_key"))
    return key


def _is_loopback(url: str) -> bool:
    # Not at the top: connections are read while the window opens, and nothing there waits for certificates.
    from app.network import is_loopback

    return is_loopback(url)


def _split(url: str) -> SplitResult | None:
    if len(url) > MOST_URL_CHARACTERS or _BLANKS_OR_CONTROL.search(url) or "\\" in url:
        return None
    try:
        parts = urlsplit(url)
        _ = parts.port  # a port that is none is found out only when it is asked for
    except ValueError:
        return None
    return parts
