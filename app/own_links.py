"""Owns the links that open this program: what they look like, and how little they may ask for."""

from __future__ import annotations

from app.brand import BRAND

NEW_CONVERSATION = "new"


def is_own_link(words: str) -> bool:
    """Say whether an argument is a link of the scheme that the system hands to this program."""
    scheme, colon, _rest = words.partition(":")
    return bool(BRAND.url_scheme and colon) and scheme.casefold() == BRAND.url_scheme


def begins_conversation(link: str) -> bool:
    """Say whether a link of ours asks for a new conversation.

    SECURITY: T09, any page may hold such a link, so there is nothing in it that could be sent, read or changed: it
    opens the window, on a new conversation if that is what it names and nothing runs there or waits for an answer; what
    else it says is not even read.
    """
    _scheme, _colon, rest = link.partition(":")
    return rest.strip("/").casefold() == NEW_CONVERSATION
