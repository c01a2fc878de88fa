"""Owns the files a person gave the window past its pages, until a page asks for them: names go there, paths never.

They come from the command line, or from an engine that keeps dropped and pasted files from its pages.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from app.errors import AppError, FileMissing
from app.observability.error_traces import kind_of
from app.resources import text
from app.services.given_path import check_given, shown_name

if TYPE_CHECKING:
    from app.tools.file_handles import FileHandles

# No conversation takes more at a time, and each holds an address until it is fetched.
MOST_FILES = 100
PICTURE_NAME = "image.png"
# A picture is held in memory, and this process is to stay small.
MOST_PICTURE_BYTES = 16 * 1024 * 1024
MOST_WAITING_BYTES = 2 * MOST_PICTURE_BYTES

DoneT = TypeVar("DoneT")
# Makes an address at which the bytes, or what the descriptor leads to, can be fetched once.
Offer = Callable[[bytes | Callable[[], int]], str]


class GivenFiles:
    """What was given and not taken yet; safe on every thread.

    `tell` says that there is something; `hand_over` is the engine's own way to give paths to the page, if it has one.
    """

    def __init__(
        self,
        handles: Callable[[], FileHandles],
        connection: Callable[[], str],
        offer: Offer,
        tell: Callable[[], None],
        hand_over: Callable[[Sequence[str], Callable[[], None]], bool],
    ) -> None:
        self._handles, self._connection, self._offer, self._tell = handles, connection, offer, tell
        self._hand_over, self._may_hand_over = hand_over, True
        # Each with the connection that was selected when it was given.
        self._waiting: list[tuple[str, Path | bytes]] = []
        self._left_out, self._has_large_picture = 0, False
        self._lock = threading.Lock()

    def give(self, given: Sequence[str] | bytes) -> None:
        """Take paths, or a picture as PNG; what is more than anybody takes at a time is only counted."""
        if not isinstance(given, bytes):
            self._wait(self._connection(), [Path(path) for path in given])
        elif len(given) <= MOST_PICTURE_BYTES:
            self._wait(self._connection(), [given])
        else:
            self._has_large_picture = True
            self._tell()

    def remind(self) -> None:
        """Say again that something waits, if so: a page that opened later has not heard of it."""
        if self._waiting:
            self._tell()

    def take(self) -> dict[str, Any]:
        """Return what a page may know of each file, with the address it has for a moment, and why others have none.

        What the engine hands over by itself is not among them: the page gets it as if it was dropped there.
        SECURITY: T27, what was given for one agent is not handed to the next one; it is only counted.
        """
        with self._lock:
            given, self._waiting = self._waiting, []
            left_out, self._left_out = self._left_out, 0
            too_large = [text("attach.large_picture")] if self._has_large_picture else []
            self._has_large_picture = False
        connection = self._connection()
        waiting = [each for owner, each in given if owner == connection]
        good, refused = _try_each(_checked, waiting)
        describe = partial(self._describe, connection)
        files, refused_later = _try_each(describe, self._keep_for_page(connection, good))
        return {
            "files": files,
            "refused": too_large + refused + refused_later,
            "left_out": left_out,
            "left_behind": len(given) - len(waiting),
        }

    def _wait(self, connection: str, given: Sequence[Path | bytes]) -> None:
        with self._lock:
            held = [each for _connection, each in self._waiting if isinstance(each, bytes)]
            held_bytes = sum(map(len, held)) + sum(len(each) for each in given if isinstance(each, bytes))
            room = MOST_FILES - len(self._waiting) if held_bytes <= MOST_WAITING_BYTES else 0
            self._waiting += [(connection, each) for each in given[:room]]
            self._left_out += len(given[room:])
        self._tell()

    def _keep_for_page(self, connection: str, given: Sequence[Path | bytes]) -> Sequence[Path | bytes]:
        """Let the engine hand over what it can, and return the rest."""
        paths = [str(each) for each in given if isinstance(each, Path)]
        if (
            not paths
            or not self._may_hand_over
            or not self._hand_over(paths, partial(self._give_back, connection, paths))
        ):
            return given
        return [each for each in given if isinstance(each, bytes)]

    def _give_back(self, connection: str, paths: Sequence[str]) -> None:
        """Let the page fetch what it did not take: something may be open before it."""
        self._may_hand_over = False
        self._wait(connection, [Path(path) for path in paths])

    def _describe(self, connection: str, given: Path | bytes) -> dict[str, Any]:
        if isinstance(given, bytes):
            kind = {"name": PICTURE_NAME, "type": "image/png", "size_bytes": len(given)}
            return {**kind, "path": self._offer(given)}
        handles = self._handles()
        # It leads nowhere else since it was checked.
        issued = handles.issue(str(given), connection, follow_links=False)
        kind = {"name": shown_name(given), "type": issued["type"], "size_bytes": issued["size_bytes"]}
        return {**kind, "path": self._offer(partial(handles.open, issued["handle"], connection))}


def _checked(given: Path | bytes) -> Path | bytes:
    """Return what is taken of it; a link is taken as what it leads to, under the name that has there.

    SECURITY: T27, an innocent name would hide from the person what they send.
    """
    if isinstance(given, Path):
        check_given(given)
        return _led_to(given)
    return given


def _led_to(path: Path) -> Path:
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        raise FileMissing(text("attach.missing", name=shown_name(path)), detail=kind_of(error)) from error


def _try_each(act: Callable[[Path | bytes], DoneT], given: Sequence[Path | bytes]) -> tuple[list[DoneT], list[str]]:
    """Do something with each, and return what came of it, and the sentences where nothing did."""
    done: list[DoneT] = []
    refused: list[str] = []
    for each in given:
        try:
            done.append(act(each))
        except AppError as error:
            refused.append(error.sentence)
    return done, refused
