"""Owns the theme: what the person chose, what the system has, and which of light and dark comes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypedDict

Choice = Literal["light", "dark", "system"]
Scheme = Literal["light", "dark"]


class ThemeState(TypedDict):
    """The theme as pages know it."""

    choice: Choice
    resolved: Scheme


class Theme:
    """Tells `apply` (the window) and `announce` (the page) whenever the outcome or the choice changes."""

    def __init__(
        self, choice: Choice, system: Scheme, apply: Callable[[Scheme], None], announce: Callable[[ThemeState], None]
    ) -> None:
        self._choice: Choice = choice
        self._system: Scheme = system
        self._apply, self._announce = apply, announce

    def state(self) -> ThemeState:
        """Return the choice and what it comes to now."""
        return {"choice": self._choice, "resolved": self._system if self._choice == "system" else self._choice}

    def choose(self, choice: Choice) -> None:
        """Take the person's choice."""
        self._change(choice, self._system)

    def system_changed(self, scheme: Scheme) -> None:
        """Take the system's new scheme."""
        self._change(self._choice, scheme)

    def _change(self, choice: Choice, system: Scheme) -> None:
        before = self.state()
        self._choice, self._system = choice, system
        after = self.state()
        if after != before:
            self._apply(after["resolved"])
            self._announce(after)
