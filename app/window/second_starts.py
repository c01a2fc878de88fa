"""Owns what becomes of a second start: the window that is open hears what it was for, and comes to the front.

The open window listens on a loopback port of its own and keeps, beside its data, a file for its owner's eyes alone that
holds that port and a key of this run. A second start sends one request, sealed with the key, and gets the same back.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import os
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
from app.window.engine import ACTIVATION_VARIABLE
from app.window.loopback import IPV4_LOOPBACK, listen_at

PROTOCOL = 1
MOST_PATH_CHARACTERS = 32_768
MOST_ACTIVATION_CHARACTERS = 256
MOST_BYTES = 8 * 1024 * 1024
MOST_DESCRIPTION_BYTES = 1024
SEAL_CHARACTERS, SEALS = 64, b"0123456789abcdef"
LAST_PORT = 65_536
# How long whoever knocks may take, all in all, and how many may do so at once.
KNOCK_SECONDS = 1.0
MOST_AT_ONCE = 16
# How long a second start waits for an answer, and for a window that is still on its way: a computer may be slow.
ANSWER_SECONDS = 3.0
ABSENT_SECONDS = 30.0
POLL_SECONDS = 0.05
# By which names launchers pass on that a person has just acted, so that the window may come to the front.
ACTIVATION_VARIABLES = (ACTIVATION_VARIABLE, "DESKTOP_STARTUP_ID")

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StartRequest:
    """What a start was for; `activation` is the launcher's proof that a person acted, where it gave one."""

    new_conversation: bool = False
    files: tuple[str, ...] = ()
    activation: str = ""


class SecondStarts:
    """Hears second starts for as long as the window is open, on threads of its own."""

    def __init__(self, description: Path, heard: Callable[[StartRequest], None]) -> None:
        """Listen from now on; OSError where that is impossible, or the file cannot be written.

        `heard` is called on another thread; what it raises is the answer of a window that takes no more.
        """
        self._description, self._heard = description, heard
        self._key = secrets.token_bytes(32)
        self._listener = listen_at(socket.AF_INET, IPV4_LOOPBACK, 0)
        self._closed = threading.Event()
        self._places = threading.BoundedSemaphore(MOST_AT_ONCE)
        port = self._listener.getsockname()[1]
        kept = {"port": port, "process": os.getpid(), "key": self._key.hex()}
        try:
            write_atomically(description, json.dumps(kept).encode())
        except OSError:
            self._listener.close()
            raise
        threading.Thread(target=self._listen_on, name="second-starts", daemon=True).start()

    def close(self) -> None:
        """Hear no more; whoever starts now opens a window."""
        self._closed.set()
        with suppress(OSError):
            self._description.unlink()
        with suppress(OSError):  # wakes the thread, which `close` alone does not do everywhere
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _listen_on(self) -> None:
        while not self._closed.is_set():
            try:
                knocking, _address = self._listener.accept()
            except OSError:
                # Closed, or nothing more can be opened just now.
                self._closed.wait(POLL_SECONDS)
                continue
            if self._places.acquire(blocking=False):
                threading.Thread(target=self._hear, args=(knocking,), name="second-start", daemon=True).start()
            else:
                knocking.close()

    def _hear(self, knocking: socket.socket) -> None:
        """Answer one that knocks.

        SECURITY: T30, whoever does not know the key is not even told that.
        """
        try:
            with knocking:
                request, nonce = _opened(
                    self._key, _read_all(knocking, time.monotonic() + KNOCK_SECONDS, _may_be_sealed)
                )
                self._heard(request)
                knocking.sendall(_seal(self._key, nonce))
        except Exception as error:  # noqa: BLE001 -- whatever somebody says there, the next one is heard
            logger.info("a knock at the open window was not answered: %s", type(error).__name__)
        finally:
            self._places.release()


def tell_open_window(
    description: Path,
    request: StartRequest,
    is_gone: Callable[[], bool] = lambda: False,
    absent_seconds: float = ABSENT_SECONDS,
) -> bool:
    """Tell the window that is open what this start is for, and say whether it has heard it.

    One that cannot be reached may be on its way still, and is waited for; one that was reached and says nothing for
    `ANSWER_SECONDS` hangs. `is_gone` says whether it has ended meanwhile.
    """
    gives_up_at = time.monotonic() + absent_seconds
    while not is_gone():
        try:
            _tell(description, request)
        except TimeoutError:
            return False
        except (OSError, ValueError):
            if time.monotonic() >= gives_up_at:
                return False
            time.sleep(POLL_SECONDS)
        else:
            return True
    return False


def activation_of(environ: Mapping[str, str]) -> str:
    """Return the launcher's proof that a person acted."""
    given = next((environ[name] for name in ACTIVATION_VARIABLES if environ.get(name)), "")
    return given if _is_activation(given) else ""


def _tell(description: Path, request: StartRequest) -> None:
    """Tell it once; TimeoutError when it says nothing, OSError or ValueError when nobody is there who knows the key."""
    key, port, process = _described(read_bounded(description, MOST_DESCRIPTION_BYTES))
    deadline = time.monotonic() + ANSWER_SECONDS
    nonce = secrets.token_hex(16)
    body = json.dumps({"protocol": PROTOCOL, "nonce": nonce, "request": asdict(request)}).encode()
    _let_come_forward(process)
    with socket.create_connection((IPV4_LOOPBACK, port), _time_left(deadline)) as window:
        window.settimeout(_time_left(deadline))
        window.sendall(_seal(key, body) + b"\n" + body)
        window.shutdown(socket.SHUT_WR)
        # SECURITY: T30, another program may have got the port of a window that was killed, and does not know the key.
        if not hmac.compare_digest(_read_all(window, deadline), _seal(key, nonce.encode())):
            raise ValueError("no window of ours")


def _described(kept: bytes) -> tuple[bytes, int, int]:
    """Return the key, the port and the process of what a window keeps; ValueError when it is something else."""
    try:
        match json.loads(kept):
            case {"key": str() as key, "port": int() as port, "process": int() as process} if 0 < port < LAST_PORT:
                return bytes.fromhex(key), port, process
    except RecursionError as error:
        raise ValueError("too deep") from error
    raise ValueError("not a description of a window")


def _read_all(peer: socket.socket, deadline: float, may_go_on: Callable[[bytes], bool] = lambda _said: True) -> bytes:
    """Return what a peer says until it has said everything; ValueError when that is too much, OSError when too slow."""
    said = bytearray()
    while True:
        peer.settimeout(_time_left(deadline))
        more = peer.recv(65_536)
        if not more:
            return bytes(said)
        said += more
        if len(said) > MOST_BYTES or not may_go_on(bytes(said[:SEAL_CHARACTERS])):
            raise ValueError("not ours, or too much")


def _time_left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _seal(key: bytes, message: bytes) -> bytes:
    return hmac.new(key, message, hashlib.sha256).hexdigest().encode()


def _may_be_sealed(beginning: bytes) -> bool:
    """Say whether words may begin with a seal: others, a browser's for one, need not be heard to their end."""
    return all(each in SEALS for each in beginning)


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
    return len(told) <= MOST_ACTIVATION_CHARACTERS and told.isascii() and told.isprintable()


if sys.platform == "win32":

    def _let_come_forward(process: int) -> None:
        """Hand on the right to come to the front, which Windows gives to the program that a person started."""
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(process)

else:

    def _let_come_forward(_process: int) -> None:
        """Do nothing: the launcher's activation is passed on."""
