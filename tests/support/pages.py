"""Small page servers for tests: a few files, real sockets, and a client that says exactly what it is told."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import write_manifest
from app.window.loopback import bind_loopback
from app.window.page_files import MANIFEST_NAME
from app.window.page_server import PageServer

ANSWER_SECONDS = 5.0
CHAT_HOST_PORT = 45678
FILES: Mapping[str, bytes] = {
    "shell/index.html": b"<!doctype html><title>shell</title>",
    "shell/main.js": b"export const where = 'shell';",
    "chat/builtin.html": b"<!doctype html><title>chat</title>",
    "chat/official.html": b"<!doctype html><title>official</title>",
    "chat/builtin.js": b"export const where = 'chat';",
    "chat/dist/agentnook-chat.js": b"export class Chat {}" * 5000,
    "styles/tokens.css": b":root { color: black }",
    "icons/dot.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "locales/en.json": b'{"app.name": "Agentnook"}',
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: status 0 means that the connection ended without an answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def write_assets(folder: Path) -> Path:
    """Write a small set of assets with a fresh manifest and return its folder."""
    for path, body in FILES.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
    write_fresh_manifest(folder)
    return folder


def write_fresh_manifest(folder: Path) -> None:
    """Describe a folder of assets as it is now."""
    (folder / MANIFEST_NAME).write_text(write_manifest.render(folder), "utf-8")


@contextmanager
def running_server(assets: Path) -> Iterator[PageServer]:
    """Serve a folder of assets for the length of a block."""
    server = PageServer(bind_loopback(), chat_host_port=CHAT_HOST_PORT, assets=assets)
    server.start()
    try:
        yield server
    finally:
        server.close()


def port_of(server: PageServer) -> int:
    """Return the port a server was told to use."""
    return int(server.shell_origin.rpartition(":")[2])


def token_of(server: PageServer) -> str:
    """Return a server's secret piece of path."""
    return server.shell_url.split("/")[3]


def request_bytes(
    server: PageServer, path: str, *, host: str = "127.0.0.1", method: str = "GET", **headers: str
) -> bytes:
    """Return a well-formed request; header names are written with `_` for `-`."""
    lines = [f"{method} /{token_of(server)}/{path} HTTP/1.1", f"Host: {host}:{port_of(server)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def connect(server: PageServer, family: socket.AddressFamily = socket.AF_INET) -> socket.socket:
    """Return a new connection to a server, with a deadline on everything."""
    address = "127.0.0.1" if family == socket.AF_INET else "::1"
    return socket.create_connection((address, port_of(server)), timeout=ANSWER_SECONDS)


def ask(server: PageServer, request: bytes, family: socket.AddressFamily = socket.AF_INET) -> Reply:
    """Send bytes on a connection of their own and return the answer."""
    with connect(server, family) as connection:
        try:
            connection.sendall(request)
            return read_reply(connection, has_body=not request.startswith(b"HEAD"))
        except ConnectionError:
            return Reply(0, {}, b"")


def read_reply(connection: socket.socket, *, has_body: bool = True) -> Reply:
    """Read one answer from a connection that may stay open."""
    received = b""
    while b"\r\n\r\n" not in received:
        chunk = connection.recv(65536)
        if not chunk:
            return Reply(0, {}, received)
        received += chunk
    head, _, body = received.partition(b"\r\n\r\n")
    status_line, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
    while has_body and len(body) < int(headers["content-length"]):
        chunk = connection.recv(65536)
        if not chunk:
            break
        body += chunk
    status = re.fullmatch(r"HTTP/1\.1 (\d{3}) [A-Za-z ]+", status_line)
    assert status is not None, status_line
    return Reply(int(status[1]), headers, body)
