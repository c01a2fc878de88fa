"""What WebKitGTK does with an environment that is not ours: proxies, and the sandbox that root's tests switch off."""

from __future__ import annotations

import signal
import socket
from pathlib import Path

import pytest

from tests.support.running_app import RunningApp
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.gtk]


def test_t29_pages_run_in_a_sandbox_and_come_through_no_proxy(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        proxy.setblocking(False)
        environment = {
            "http_proxy": f"http://127.0.0.1:{proxy.getsockname()[1]}",
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "0",
        }
        with RunningApp(tmp_path, engine="gtk", environment=environment) as app:
            # The chat host starts once the shell has opened its bridge: only then did a page come through.
            wait_until(app.chat_host, deadline_seconds=30, what="an open page")
            assert "bwrap" in {process.name() for process in app.children()}
            assert app.stop(signal.SIGTERM) == 0
        with pytest.raises(BlockingIOError):
            proxy.accept()
