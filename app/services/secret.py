"""Owns a secret while it is in memory: never printed by accident, and described without being told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from app.errors import Invalid
from app.resources import text

# Windows keeps at most 2560 bytes of UTF-16, which is 1280 characters; every system is asked for less.
LONGEST_SECRET = 1000
SHORTEST_WITH_LAST_FOUR = 12
# Where a person who has used OpenAI's tools before already has their key.
KEY_VARIABLE = "OPENAI_API_KEY"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

Source = Literal["keyring", "environment", "session", "none"]
KeyringState = Literal["available", "absent", "locked", "waiting"]


class Secret:
    """A value that only `reveal` tells."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def __repr__(self) -> str:
        return "Secret(...)"

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._value == other._value

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> str:
        # SECURITY: what can be pickled or copied ends up in a file sooner or later.
        raise TypeError("a secret is not written")

    def reveal(self) -> str:
        """Return the value, for the one place that sends or keeps it."""
        return self._value

    @property
    def last_four(self) -> str:
        """Return the end by which a person knows a key, or nothing when that would tell too much of it."""
        return self._value[-4:] if len(self._value) >= SHORTEST_WITH_LAST_FOUR else ""


@dataclass(frozen=True, slots=True)
class SecretStatus:
    """What may be known about a secret: where it is, never what it is."""

    source: Source
    last_four: str
    checked_at_utc: str
    keyring: KeyringState
    keyring_name: str
    message: str
    hint: str


def clean(value: str) -> Secret:
    """Take a value as it was typed or pasted; refuse what no key looks like."""
    stripped = value.strip()
    # No value is ever quoted here: an error's words are shown and logged.
    if not stripped:
        raise Invalid(text("secret.empty.message"), hint=text("secret.empty.hint"))
    # Counted in UTF-16, as Windows counts.
    if len(stripped.encode("utf-16-le", "surrogatepass")) > LONGEST_SECRET * 2:
        raise Invalid(text("secret.too_long.message", longest=LONGEST_SECRET), hint=text("secret.too_long.hint"))
    if _CONTROL.search(stripped):
        raise Invalid(text("secret.control.message"), hint=text("secret.control.hint"))
    return Secret(stripped)
