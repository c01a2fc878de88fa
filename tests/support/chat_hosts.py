"""Real chat hosts for tests: a process on real sockets, and a client that talks to it as the chat document does."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.chat_host.guard import TOKEN_HEADER
from app.chat_host.launch import Launch, ToolOffer
from app.window.loopback import LoopbackSockets
from tests.support.conversations import TOOLS, body
from tests.support.processes import ROOT

CHAT_ORIGIN = "http://localhost:5000"
TOKEN = "t" * 43
READY_SECONDS = 60.0
ANSWER_SECONDS = 20.0
COMMAND = (sys.executable, "-m", "app", "chat-host")


@dataclass
class Client:
    """Talks to a chat host, or to whoever answers in its place."""

    port: int
    token: str = TOKEN
    address: str = "127.0.0.1"
    headers: dict[str, str] = field(default_factory=dict)

    def open(self, operation: str, **params: object) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
        """Send a request and return the connection and the answer whose body is still to come."""
        connection = http.client.HTTPConnection(self.address, self.port, timeout=ANSWER_SECONDS)
        headers = {
            "Host": f"localhost:{self.port}",
            "Origin": CHAT_ORIGIN,
            "Sec-Fetch-Site": "same-site",
            "Content-Type": "application/json",
            TOKEN_HEADER: self.token,
            **self.headers,
        }
        connection.request("POST", "/chatkit", body(operation, **params), headers)
        return connection, connection.getresponse()

    def ask(self, operation: str, **params: object) -> tuple[int, bytes]:
        """Send a request and return the status and the whole body."""
        connection, response = self.open(operation, **params)
        with closing(connection):
            return response.status, response.read()

    def fetch(self, operation: str, **params: object) -> Any:
        """Send a request that is answered by one object, and return it."""
        return json.loads(self.ask(operation, **params)[1])


@dataclass
class RunningHost:
    """A chat host in a process of its own; its stdin is what keeps it alive."""

    process: subprocess.Popen[bytes]
    launch: Launch
    client: Client

    def read_line(self) -> Any:
        """Return the next thing the host says."""
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())

    def close_stdin(self) -> None:
        """End its life."""
        assert self.process.stdin is not None
        self.process.stdin.close()


@contextmanager
def running_host(
    loopback: LoopbackSockets, database: Path, line: bytes | None = None, command: Sequence[str] = COMMAND
) -> Iterator[RunningHost]:
    """Start a chat host; it is killed at the end if it has not ended."""
    descriptors = tuple(listener.fileno() for listener in loopback.sockets)
    launch = Launch(
        port=loopback.port,
        token=TOKEN,
        chat_origin=CHAT_ORIGIN,
        database=database,
        sockets=descriptors,
        tools=tuple(ToolOffer(name, "A tool.", {}) for name in TOOLS),
        log_file=database.with_name("chat-host.log"),
    )
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        pass_fds=descriptors,
        cwd=ROOT,
        env={**os.environ, "OPENAI_API_KEY": "sk-canary", "LOG_LEVEL": "debug"},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with process.stdin, process.stdout:
        process.stdin.write(launch.line() if line is None else line)
        process.stdin.flush()
        try:
            yield RunningHost(process, launch, Client(loopback.port))
        finally:
            process.kill()
            process.wait(10)


def dual_stack(client: Client) -> Iterator[Client]:
    """Give a client for each address the host listens on."""
    for address in ("127.0.0.1", "::1") if socket.has_ipv6 else ("127.0.0.1",):
        yield Client(client.port, client.token, address, client.headers)
