"""Owns the files that the shell may fetch once: each at an address nobody can guess, dead after use.

What waits is dead as well after a minute in which nothing was fetched: a page fetches one file after the other, and a
slow disk is nobody's fault.
"""

from __future__ import annotations

import os
import secrets
import socket
import threading
import time
from collections.abc import Callable

FOLDER = "once/"
SECONDS = 60.0
MOST_WAITING = 200
# Small enough that nobody waits for it, large enough that sending it costs next to nothing.
PIECE_BYTES = 1024 * 1024

# What is sent, or what opens it when it is asked for.
Source = bytes | Callable[[], int]


class OnceFiles:
    """What waits to be fetched; safe on every thread. It outlives each server of the pages."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._waiting: dict[str, tuple[float, Source]] = {}
        self._fetched_at = clock()
        self._lock = threading.Lock()

    def offer(self, source: Source) -> str:
        """Return the path at which it can be fetched, below the token of the pages."""
        path = FOLDER + secrets.token_urlsafe(32)
        with self._lock:
            self._forget_late()
            if len(self._waiting) >= MOST_WAITING:
                self._waiting.pop(next(iter(self._waiting)))
            self._waiting[path] = (self._clock(), source)
        return path

    def take(self, path: str) -> Source | None:
        """Return what a path stands for, and forget it; None when there is nothing, or not any more."""
        with self._lock:
            self._forget_late()
            _offered_at, source = self._waiting.pop(path, (0.0, None))
        if source is not None:
            self.fetching()
        return source

    def fetching(self) -> None:
        """Note that something is on its way: what waits goes on waiting."""
        self._fetched_at = self._clock()

    def _forget_late(self) -> None:
        ended_at = self._clock() - SECONDS
        if self._fetched_at <= ended_at:
            self._waiting = {path: held for path, held in self._waiting.items() if held[0] > ended_at}


class SentFile:
    """An open file on its way to a visitor, a piece at a time, from the system's memory: none of it enters ours."""

    def __init__(self, descriptor: int, on_piece: Callable[[], None] = lambda: None) -> None:
        self._descriptor, self._on_piece = descriptor, on_piece
        self.size = os.fstat(descriptor).st_size
        self._sent = 0

    @property
    def is_sent(self) -> bool:
        """Whether nothing is left of it."""
        return self._sent >= self.size

    def send_piece(self, visitor: socket.socket) -> None:
        """Send as much as the visitor takes at once; OSError when the file is shorter than it was."""
        sent = send_from(self._descriptor, visitor, self._sent, min(PIECE_BYTES, self.size - self._sent))
        if sent == 0:
            raise OSError("the file has become shorter")
        self._sent += sent
        self._on_piece()

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._descriptor)


def send_by_system(descriptor: int, visitor: socket.socket, start: int, most_bytes: int) -> int:
    """Let the system send from a file; returns how many bytes it took."""
    return os.sendfile(visitor.fileno(), descriptor, start, most_bytes)


def send_by_hand(descriptor: int, visitor: socket.socket, start: int, most_bytes: int) -> int:
    """Send from a file through our own memory, where the system cannot; returns how many bytes were taken."""
    os.lseek(descriptor, start, os.SEEK_SET)
    return visitor.send(os.read(descriptor, most_bytes))


send_from = send_by_system if hasattr(os, "sendfile") else send_by_hand
