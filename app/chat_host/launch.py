"""Owns what the window process hands the chat host: one JSON line on stdin, and its listening sockets.

The line carries the token and, later, keys: it is the one way secrets travel, so they never stand in argv, in the
environment or in a file. Must stay light: the window process writes the line.
"""

from __future__ import annotations

import base64
import json
import os
import socket
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from app.errors import InvalidArguments, NotAllowed
from app.resources import text

LINE_LIMIT_BYTES = 1024 * 1024
READ_BYTES = 64 * 1024
LOOPBACK_HOSTS = frozenset({"127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class ToolOffer:
    """A tool that the window offers to agents: its name, what it does in a sentence, its arguments' JSON schema."""

    name: str
    sentence: str
    parameters: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Relay:
    """A self-hosted ChatKit server that answers in the place of this computer; an empty header name sends none."""

    url: str
    header_name: str = ""
    header_value: str = field(default="", repr=False)

    @property
    def headers(self) -> dict[str, str]:
        """Return what each request to the server carries."""
        return {self.header_name: self.header_value} if self.header_name else {}


@dataclass(frozen=True, slots=True)
class Launch:
    """Everything one chat host needs to know.

    `sockets` holds file descriptors, or on Windows what `socket.share` made for this process, in base64.
    """

    port: int
    token: str = field(repr=False)
    chat_origin: str
    database: Path
    sockets: tuple[int | str, ...] = ()
    tools: tuple[ToolOffer, ...] = ()
    log_file: Path | None = None
    relay: Relay | None = None

    def line(self) -> bytes:
        """Return the line to write to the chat host's stdin."""
        record = {
            "port": self.port,
            "token": self.token,
            "chat_origin": self.chat_origin,
            "database": str(self.database),
            "sockets": list(self.sockets),
            "tools": [{"name": t.name, "sentence": t.sentence, "parameters": dict(t.parameters)} for t in self.tools],
            "log_file": str(self.log_file) if self.log_file else None,
            "relay": asdict(self.relay) if self.relay else None,
        }
        return json.dumps(record).encode() + b"\n"


def parse_launch(line: bytes) -> Launch:
    """Return what the line says, or raise InvalidArguments."""
    try:
        record = json.loads(line)
        log_file = record.get("log_file")
        return Launch(
            port=int(record["port"]),
            token=str(record["token"]),
            chat_origin=str(record["chat_origin"]),
            database=Path(record["database"]),
            sockets=tuple(record["sockets"]),
            tools=tuple(parse_tool_offer(tool) for tool in record["tools"]),
            log_file=Path(log_file) if log_file else None,
            relay=Relay(**record["relay"]) if record.get("relay") else None,
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        # SECURITY: the line itself is never quoted, it holds the token.
        raise InvalidArguments(
            text("chat_host.not_configured.sentence"),
            hint=text("chat_host.not_configured.hint"),
            detail=type(error).__name__,
        ) from None


def parse_tool_offer(record: Mapping[str, object]) -> ToolOffer:
    """Return the tool that a plain record describes."""
    parameters = record["parameters"]
    if not isinstance(parameters, Mapping):
        raise TypeError("parameters")
    return ToolOffer(str(record["name"]), str(record["sentence"]), parameters)


def read_line(descriptor: int) -> bytes:
    """Return the first line that comes through a pipe, or what came before it ended."""
    received = bytearray()
    while b"\n" not in received and len(received) <= LINE_LIMIT_BYTES:
        piece = os.read(descriptor, READ_BYTES)
        if not piece:
            break
        received += piece
    return bytes(received).partition(b"\n")[0]


def share_sockets(sockets: Sequence[socket.socket], process_id: int) -> tuple[int | str, ...]:
    """Return how another process reaches these sockets; off Windows it must have inherited the descriptors."""
    if sys.platform == "win32":
        return tuple(base64.b64encode(listener.share(process_id)).decode() for listener in sockets)
    return tuple(listener.fileno() for listener in sockets)


def adopt_sockets(launch: Launch) -> list[socket.socket]:
    """Return the listening sockets of the window process as sockets of this one."""
    adopted = [_adopt(handle) for handle in launch.sockets]
    if adopted and all(_is_ours(listener, launch.port) for listener in adopted):
        return adopted
    for listener in adopted:
        listener.close()
    raise NotAllowed(text("chat_host.not_loopback"))


def _is_ours(listener: socket.socket, port: int) -> bool:
    # SECURITY: nothing but this computer may ever reach a conversation.
    return listener.getsockname()[0] in LOOPBACK_HOSTS and listener.getsockname()[1] == port


def _adopt(handle: int | str) -> socket.socket:
    listener = _from_handle(handle)
    listener.set_inheritable(False)
    # WORKAROUND(uvicorn 0.54): asyncio sets TCP_NODELAY on what it accepts only when the listener's protocol says TCP,
    # which an adopted one does not on every system; without it small events wait 40 ms. Remove with uvicorn#3149.
    return socket.socket(listener.family, listener.type, socket.IPPROTO_TCP, fileno=listener.detach())


def _from_handle(handle: int | str) -> socket.socket:
    if sys.platform == "win32":
        return socket.fromshare(base64.b64decode(str(handle)))
    return socket.socket(fileno=int(handle))
