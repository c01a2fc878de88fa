"""Owns what becomes of a second start: the window that is open hears what it was for, and comes to the front.

The open window listens on a loopback port of its own and keeps, beside its data, a file for its owner's eyes alone that
holds that port and a key of this run. A second start sends one request, sealed with the key, and gets the same back.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import secrets
import socket
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app.private_file import read_bounded, write_atomically
from app.window.loopback import IPV4_LOOPBACK, listen_at

PROTOCOL = 1
MOST_PATH_CHARACTERS = 32_768
MOST_ACTIVATION_CHARACTERS = 256
MOST_BYTES = 8 * 1024 * 1024
MOST_DESCRIPTION_BYTES = 1024
# How long whoever knocks may take, all in all: nobody else is heard meanwhile.
KNOCK_SECONDS = 1.0
# How long a second start waits for a window that is still on its way, or busy.
ANSWER_SECONDS = 3.0
POLL_SECONDS = 0.05
# By which names launchers pass on that a person has just acted, so that the window may come to the front.
ACTIVATION_VARIABLES = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StartRequest:
    """What a start was for; `activation` is the launcher's proof that a person acted, where it gave one."""

    new_conversation: bool = False
    files: tuple[str, ...] = ()
    activation: str = ""


class SecondStarts:
    """Hears second starts for as long as the window is open, on a thread of its own."""

    def __init__(self, description: Path, heard: Callable[[StartRequest], None]) -> None:
        """Listen from now on; OSError where that is impossible, or the file cannot be written."""
        self._description, self._heard = description, heard
        self._key = secrets.token_bytes(32)
        self._listener = listen_at(socket.AF_INET, IPV4_LOOPBACK, 0)
        port = self._listener.getsockname()[1]
        kept = {"protocol": PROTOCOL, "port": port, "key": self._key.hex()}
        try:
            write_atomically(description, json.dumps(kept).encode())
        except OSError:
            self._listener.close()
            raise
        threading.Thread(target=self._listen_on, name="second-starts", daemon=True).start()

    def close(self) -> None:
        """Hear no more; whoever starts now opens a window."""
        with suppress(OSError):
            self._description.unlink()
        with suppress(OSError):  # wakes the thread, which `close` alone does not do everywhere
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _listen_on(self) -> None:
        while True:
            try:
                knocking, _address = self._listener.accept()
            except OSError:
                return
            with knocking:
                self._hear(knocking)

    def _hear(self, knocking: socket.socket) -> None:
        """Answer one that knocks.

        SECURITY: T30, whoever does not know the key is not even told that.
        """
        try:
            request, nonce = _opened(self._key, _read_all(knocking, time.monotonic() + KNOCK_SECONDS))
            self._heard(request)
            knocking.sendall(_seal(self._key, nonce))
        except (OSError, ValueError) as error:
            logger.info("a knock at the open window was ignored: %s", type(error).__name__)


def tell_open_window(description: Path, request: StartRequest, timeout_seconds: float = ANSWER_SECONDS) -> bool:
    """Tell the window that is open what this start is for, and say whether it has heard it in time."""
    deadline = time.monotonic() + timeout_seconds
    _let_it_come_forward()
    while True:
        try:
            return _tell(description, request, deadline)
        except (OSError, ValueError):
            # It is still on its way, or on its way out; or what is kept is from a run that was killed.
            if time.monotonic() >= deadline:
                return False
        time.sleep(POLL_SECONDS)


def activation_of(environ: Mapping[str, str]) -> str:
    """Return the launcher's proof that a person acted."""
    given = next((environ[name] for name in ACTIVATION_VARIABLES if environ.get(name)), "")
    return given if _is_activation(given) else ""


def _tell(description: Path, request: StartRequest, deadline: float) -> bool:
    kept = json.loads(read_bounded(description, MOST_DESCRIPTION_BYTES))
    try:
        key, port = bytes.fromhex(kept["key"]), int(kept["port"])
    except (KeyError, TypeError) as error:
        raise ValueError("not a description of a window") from error
    nonce = secrets.token_hex(16)
    body = json.dumps({"protocol": PROTOCOL, "nonce": nonce, "request": asdict(request)}).encode()
    with socket.create_connection((IPV4_LOOPBACK, port), _time_left(deadline)) as window:
        window.settimeout(_time_left(deadline))
        window.sendall(_seal(key, body) + b"\n" + body)
        window.shutdown(socket.SHUT_WR)
        # SECURITY: T30, another program may have got the port of a window that was killed, and does not know the key.
        return hmac.compare_digest(_read_all(window, deadline), _seal(key, nonce.encode()))


def _read_all(peer: socket.socket, deadline: float) -> bytes:
    """Return what a peer says until it has said everything; ValueError when that is too much, OSError when too slow."""
    said = bytearray()
    while True:
        peer.settimeout(_time_left(deadline))
        more = peer.recv(65_536)
        if not more:
            return bytes(said)
        said += more
        if len(said) > MOST_BYTES:
            raise ValueError("too much")


def _time_left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _seal(key: bytes, message: bytes) -> bytes:
    return hmac.new(key, message, hashlib.sha256).hexdigest().encode()


def _opened(key: bytes, said: bytes) -> tuple[StartRequest, bytes]:
    """Return what was asked for, and what the answer seals; ValueError for what no second start has sent."""
    seal, _, body = said.partition(b"\n")
    if not hmac.compare_digest(seal, _seal(key, body)):
        raise ValueError("no key of ours")
    told = json.loads(body)
    if not isinstance(told, dict) or told.get("protocol") != PROTOCOL or not isinstance(told.get("nonce"), str):
        raise ValueError("another protocol")
    return _request_of(told.get("request")), told["nonce"].encode()


def _request_of(told: Any) -> StartRequest:
    match told:
        case {"new_conversation": bool() as new, "files": list() as files, "activation": str() as activation}:
            if all(map(_is_path, files)) and _is_activation(activation):
                return StartRequest(new, tuple(files), activation)
    raise ValueError("no request")


def _is_path(told: object) -> bool:
    return isinstance(told, str) and 0 < len(told) <= MOST_PATH_CHARACTERS and "\0" not in told


def _is_activation(told: str) -> bool:
    return len(told) <= MOST_ACTIVATION_CHARACTERS and told.isascii() and (told.isprintable() or not told)


if sys.platform == "win32":

    def _let_it_come_forward() -> None:
        """Hand on the right to come to the front, which Windows gives to the program that a person started."""
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)

else:

    def _let_it_come_forward() -> None:
        """Do nothing: the launcher's activation is passed on."""
