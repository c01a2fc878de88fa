"""T04 on Qt's web channel: what a page calls there by name does not end the object that it posts to."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.node import ROOT

SECONDS = 30.0
# The channel with a transport of the test's own: no page, no window. A page's call, and then what it had queued.
CALL_DELETE_LATER = """
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWebChannel import QWebChannel, QWebChannelAbstractTransport
from app.window.engines.qt import make_receiver

class Transport(QWebChannelAbstractTransport):
    def sendMessage(self, message):
        pass

def post(method, *args):
    transport.messageReceived.emit(
        {"type": 6, "object": "gate", "method": method, "args": list(args), "id": 1}, transport)

application, received = QCoreApplication([]), []
receiver, channel, transport = make_receiver(received.append), QWebChannel(), Transport()
if twin:
    type(receiver).event = lambda receiver, event: QObject.event(receiver, event)
channel.registerObject("gate", receiver)
channel.connectTo(transport)
post("post", "before")
post("deleteLater")
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
print(shiboken6.isValid(receiver))
if not twin:
    post("post", "after")
    print(received)
"""

pytestmark = pytest.mark.qt


def run(script: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")[:-1]


def test_t04_a_page_cannot_delete_the_receiver() -> None:
    assert run(f"twin = False\n{CALL_DELETE_LATER}") == ["True", "['before', 'after']"]


def test_t04_a_page_deletes_the_receiver_that_does_not_refuse_twin() -> None:
    assert run(f"twin = True\n{CALL_DELETE_LATER}") == ["False"]
