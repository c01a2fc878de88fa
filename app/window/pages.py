"""Owns the window's pages over its whole life: one server at a time, and a new one on a new port should it die."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from app.observability.redaction import register_secret
from app.window.hardening import NavigationPolicy
from app.window.loopback import bind_loopback
from app.window.page_server import PageServer

logger = logging.getLogger(__name__)


class Pages:
    """The page server of now. `moved` is called, on the dying server's thread, when the pages have new addresses."""

    def __init__(self, chat_host_port: int, moved: Callable[[], None]) -> None:
        self._chat_host_port, self._moved = chat_host_port, moved
        self._lock = threading.Lock()
        self._closed = False
        self._server = self._open()

    @property
    def server(self) -> PageServer:
        """The server that answers now: its addresses and origins."""
        return self._server

    def policy(self) -> NavigationPolicy:
        """Return where documents may go now."""
        server = self._server
        return NavigationPolicy(server.shell_url, server.fallback_url, server.chat_origin)

    def close(self) -> None:
        """Stop answering."""
        with self._lock:
            self._closed = True
        self._server.close()

    def _open(self) -> PageServer:
        server = PageServer(bind_loopback(), chat_host_port=self._chat_host_port, on_death=self._replace)
        register_secret(server.path_token)
        server.start()
        return server

    def _replace(self) -> None:
        with self._lock:
            if self._closed:
                return
            logger.error("the page server died; its pages move to another port")
            self._server = self._open()
        self._moved()
