"""Owns the window's pages over its whole life: their addresses from the start, and one server at a time behind them."""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.errors import AppError, PagesGone
from app.observability.redaction import register_secret
from app.services.frequency import Frequency
from app.services.official_script import official_script, origin_of
from app.window.hardening import NavigationPolicy
from app.window.loopback import LoopbackSockets, bind_loopback
from app.window.once_files import OnceFiles
from app.window.page_addresses import PageAddresses

if TYPE_CHECKING:
    from app.window.page_server import PageServer

DEATHS_ALLOWED = 3
DEATHS_WITHIN_SECONDS = 60.0

logger = logging.getLogger(__name__)


class Pages:
    """The pages of now: bound when this is made, answered for once `open` was called.

    When a server dies, `moved` is called once the pages have new addresses, or `give_up` when servers die too often or
    none can take the place; either on the dying server's thread.
    """

    def __init__(
        self,
        chat_host_port: int,
        *,
        moved: Callable[[], None],
        give_up: Callable[[AppError], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._chat_host_port, self._moved, self._give_up = chat_host_port, moved, give_up
        self._deaths = Frequency(DEATHS_ALLOWED, DEATHS_WITHIN_SECONDS, clock)
        self._lock = threading.Lock()
        self._closed = False
        self._server: PageServer | None = None
        self.once_files = OnceFiles()
        self._bind()

    def policy(self) -> NavigationPolicy:
        """Return where documents may go now."""
        here, interface = self.addresses, origin_of(official_script())
        return NavigationPolicy(here.shell_url, here.fallback_url, here.chat_origin, interface)

    def open(self) -> None:
        """Begin to answer; requests that came before have waited. Raises AssetsDamaged when a page was altered."""
        from app.window.page_server import PageServer

        with self._lock:
            if self._closed:
                return
            self._server = PageServer(
                self._sockets,
                chat_host_port=self._chat_host_port,
                path_token=self.addresses.path_token,
                once_files=self.once_files,
                on_death=self._replace,
            )
            self._server.start()

    def wait_until_asked(self, timeout_seconds: float) -> None:
        """Return when the engine has asked for its first page, or after this time."""
        if self._server is not None:
            self._server.wait_until_asked(timeout_seconds)

    def close(self) -> None:
        """Stop answering and give the port back."""
        with self._lock:
            self._closed = True
        if self._server is not None:
            self._server.close()
        self._sockets.close()

    def _bind(self) -> None:
        self._sockets: LoopbackSockets = bind_loopback()
        self.addresses = PageAddresses(self._sockets.port, secrets.token_urlsafe(32))
        register_secret(self.addresses.path_token)

    def _replace(self) -> None:
        try:
            if self._move():
                self._moved()
        except AppError as error:
            self._give_up(error)

    def _move(self) -> bool:
        with self._lock:
            if self._closed:
                return False
            if self._deaths.add():
                raise PagesGone
            logger.error("the page server died; its pages move to another port")
            self._bind()
        self.open()
        return True
