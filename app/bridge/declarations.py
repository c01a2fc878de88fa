"""Owns what a declaration of the contract consists of: commands with their limits, events, and port messages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from app.bridge.arguments import Kind, Record


class Page(StrEnum):
    """A kind of page that may hold a token."""

    SHELL = "shell"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of one command a page may ask for; a well-behaved page waits instead of being refused."""

    in_flight: int = 32
    per_second: int = 50


LaneName = Literal["inline", "quick", "slow"]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the page may ask of Python.

    `lane` says where the handler runs: "inline" on the window's own thread (it only computes), "quick" in the small
    pool, "slow" where it may wait for a person. `user_gesture` obliges the shell to call it only while
    `navigator.userActivation.isActive`; Python sees no gestures in a page, so it does not rely on them.
    `needs_press` lets the gate refuse it where the engine knows that nothing was pressed in the window.
    """

    name: str
    summary: str
    args: Record
    returns: Record
    grants: frozenset[Page] = frozenset({Page.SHELL})
    user_gesture: bool = False
    needs_press: bool = False
    lane: LaneName = "quick"
    limits: Limits = Limits()
    deadline_seconds: float = 10.0


@dataclass(frozen=True, slots=True)
class Event:
    """One thing Python tells the page unasked."""

    name: str
    summary: str
    data: Record


@dataclass(frozen=True, slots=True)
class PortMessage:
    """One message between shell and chat document; with `reply`, it carries an id and is answered with such a value."""

    type: str
    summary: str
    fields: Record
    reply: Kind | None = None
