"""A server of a test's own, answering on a thread for the length of a block."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import BaseServer

POLL_SECONDS = 0.02


@contextmanager
def served(server: BaseServer) -> Iterator[None]:
    """Let a server answer until the block ends; then it is closed, and its thread is gone."""
    thread = threading.Thread(target=server.serve_forever, args=(POLL_SECONDS,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
