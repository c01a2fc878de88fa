"""A proxy of a test's own on loopback: it leads every host it is asked for to one server here."""

from __future__ import annotations

import socket
import ssl
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.support.served import served

PIECE_BYTES = 65_536


class TunnelProxy(ThreadingHTTPServer):
    """The proxy; `asked` holds the hosts. With a `login` nobody else is let through, with a `refusal` nobody is."""

    daemon_threads = True

    def __init__(self, target_port: int, login: str = "", refusal: int = 0) -> None:
        super().__init__(("127.0.0.1", 0), TunnelHandler)
        self.target_port, self.login, self.refusal = target_port, login, refusal
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        """Return host and port."""
        return f"127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing about a client that hung up."""


class TunnelHandler(BaseHTTPRequestHandler):
    """One way through the proxy."""

    server: TunnelProxy

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""

    def do_CONNECT(self) -> None:
        """Let through, or not."""
        self.server.asked.append(self.path)
        signed = f"Basic {b64encode(self.server.login.encode()).decode()}"
        if self.server.login and self.headers.get("proxy-authorization") != signed:
            self.send_response(407)
            self.send_header("Proxy-Authenticate", 'Basic realm="of the test"')
            self.end_headers()
        elif self.server.refusal:
            self.send_response(self.server.refusal)
            self.end_headers()
        else:
            self._lead()

    def _lead(self) -> None:
        with socket.create_connection(("127.0.0.1", self.server.target_port), 10) as target:
            self.send_response(200)
            self.end_headers()
            back = threading.Thread(target=_carry, args=(target, self.connection), daemon=True)
            back.start()
            _carry(self.connection, target)
            back.join(10)


def _carry(source: socket.socket, sink: socket.socket) -> None:
    """Pass on what comes, until one side hangs up."""
    with suppress(OSError):
        while piece := source.recv(PIECE_BYTES):
            sink.sendall(piece)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_WR)


@contextmanager
def tunnel_proxy(
    target_port: int, login: str = "", refusal: int = 0, certificate: Path | None = None
) -> Iterator[TunnelProxy]:
    """Serve the proxy until the block ends; with a certificate it is itself spoken to over TLS."""
    proxy = TunnelProxy(target_port, login, refusal)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        proxy.socket = context.wrap_socket(proxy.socket, server_side=True)
    with served(proxy):
        yield proxy
