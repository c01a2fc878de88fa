"""The chat host's life as the window process sees it: started, restarted, given up, tried again, ended."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest

from app.chat_host.launch import Relay
from app.errors import ChatHostUnavailable, SettingsProblem
from app.services import chat_host_process
from app.services.chat_host_process import CRASH_WINDOW_SECONDS, ChatHostProcess
from app.window.loopback import LoopbackSockets, bind_loopback
from tests.support.chat_hosts import CHAT_ORIGIN, Client
from tests.support.conversations import read_events, said, thread_id_of, words
from tests.support.waiting import wait_until

# Stands in for the chat host where only its life matters: it starts in milliseconds and does as its mode says.
STAND_IN = """
import json, os, signal, sys
folder, mode = sys.argv[1], open(os.path.join(sys.argv[1], "mode")).read()
with open(os.path.join(folder, "starts"), "a") as starts:
    starts.write(sys.stdin.readline())
if mode == "stubborn":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
if mode == "crash":
    sys.exit(1)
if mode == "refuse":
    print(json.dumps({"ready": False, "error": {"message": "It cannot run."}}), flush=True)
    sys.exit(69)
if mode != "silent":
    print("not json\\n5\\nnull", flush=True)
    print(json.dumps({"ready": True, "notices": [{"code": "noted", "message": "m", "hint": "h"}]}), flush=True)
sys.stdin.read()
while mode == "stubborn":
    signal.pause()
"""


class Hosted:
    """A ChatHostProcess under test and everything it told."""

    def __init__(self, folder: Path, loopback: LoopbackSockets, mode: str = "good", **more: Any) -> None:
        self.folder = folder
        self.loopback = loopback
        self.set_mode(mode)
        self.states: list[tuple[str, str]] = []
        self.notices: list[Any] = []
        options: dict[str, Any] = {
            "tools": lambda: [{"name": "pick_files", "sentence": "Pick.", "parameters": {"type": "object"}}],
            "command": (sys.executable, "-I", "-c", STAND_IN, str(folder)),
            **more,
        }
        self.host = ChatHostProcess(
            loopback,
            database=folder / "conversations.sqlite3",
            chat_origin=CHAT_ORIGIN,
            on_state=lambda state, message: self.states.append((state, message)),
            on_notice=self.notices.append,
            log_file=folder / "chat-host.log",
            **options,
        )

    def set_mode(self, mode: str) -> None:
        (self.folder / "mode").write_text(mode)

    def launches(self) -> list[Any]:
        written = self.folder / "starts"
        return [json.loads(line) for line in written.read_text().splitlines()] if written.exists() else []

    def wait_for(self, state: str, *, starts: int = 0) -> int:
        """Wait for a state after so many starts; return the process id, if there is one."""
        counted = lambda: self.states.count(("starting", "")) >= starts and self.host.state == state  # noqa: E731
        wait_until(counted, deadline_seconds=30, what=f"{state} after {starts} starts, got {self.states}")
        return self.host.process_id or 0

    def kill(self) -> None:
        process_id = self.host.process_id
        assert process_id is not None
        os.kill(process_id, signal.SIGKILL)

    @property
    def client(self) -> Client:
        return Client(self.loopback.port, self.host.token)


@pytest.fixture
def loopback() -> Iterator[LoopbackSockets]:
    bound = bind_loopback()
    yield bound
    bound.close()


@pytest.fixture
def hosted(tmp_path: Path, loopback: LoopbackSockets) -> Iterator[Hosted]:
    made = Hosted(tmp_path, loopback)
    yield made
    made.host.stop(2)
    left = [each for each in psutil.Process().children() if str(tmp_path) in " ".join(each.cmdline())]
    assert left == []
    assert "chat-host" not in [thread.name for thread in threading.enumerate()]


def states(hosted: Hosted) -> list[str]:
    return [state for state, _ in hosted.states]


def test_it_starts_tells_and_ends(hosted: Hosted) -> None:
    assert (hosted.host.state, hosted.host.message) == ("stopped", "")
    began_at = time.monotonic()
    hosted.host.start()
    assert time.monotonic() - began_at < 1
    process_id = hosted.wait_for("ready")
    hosted.host.start()
    hosted.host.stop(2)
    assert not psutil.pid_exists(process_id)
    assert states(hosted) == ["starting", "ready", "stopped"]
    assert hosted.notices == [{"code": "noted", "message": "m", "hint": "h"}]
    assert len(hosted.launches()) == 1


def test_the_host_gets_what_it_needs_and_nobody_else_does(hosted: Hosted) -> None:
    hosted.host.start()
    running = psutil.Process(hosted.wait_for("ready"))
    (launch,) = hosted.launches()
    assert launch["token"] == hosted.host.token
    assert len(hosted.host.token) >= 43
    assert launch["port"] == hosted.loopback.port
    assert launch["chat_origin"] == CHAT_ORIGIN
    assert launch["tools"] == [{"name": "pick_files", "sentence": "Pick.", "parameters": {"type": "object"}}]
    assert launch["sockets"] == [each.fileno() for each in hosted.loopback.sockets]
    assert hosted.host.token not in " ".join([*running.cmdline(), *running.environ().values()])
    assert hosted.host.url == f"http://localhost:{hosted.loopback.port}/chatkit"


def test_a_ctrl_c_in_the_terminal_is_left_to_the_window(hosted: Hosted) -> None:
    hosted.host.start()
    assert os.getpgid(hosted.wait_for("ready")) != os.getpgid(0)


def test_a_crash_is_followed_by_a_start(hosted: Hosted) -> None:
    hosted.host.start()
    first = hosted.wait_for("ready")
    hosted.kill()
    second = hosted.wait_for("ready", starts=2)
    assert second not in (0, first)
    assert states(hosted) == ["starting", "ready", "starting", "ready"]
    assert hosted.launches()[0] == hosted.launches()[1], "the same token, address and sockets"


def fail_for_good(hosted: Hosted) -> None:
    hosted.host.start()
    for number in range(4):
        hosted.wait_for("ready", starts=number + 1)
        hosted.kill()
    hosted.wait_for("failed")


def test_the_fourth_crash_in_a_minute_ends_it_until_somebody_retries(hosted: Hosted) -> None:
    fail_for_good(hosted)
    assert len(hosted.launches()) == 4
    assert hosted.host.message == ChatHostUnavailable.default_sentence
    assert hosted.host.process_id is None
    for _ in range(2):
        hosted.host.retry()
        hosted.wait_for("ready", starts=5)
    assert hosted.host.message == ""
    hosted.kill()
    hosted.wait_for("ready", starts=6)


def test_a_host_that_fails_again_stays_down_again(hosted: Hosted) -> None:
    hosted.set_mode("crash")
    hosted.host.start()
    hosted.wait_for("failed", starts=4)
    hosted.host.retry()
    hosted.wait_for("failed", starts=8)
    assert hosted.client.ask("threads.list")[0] == 503
    assert len(hosted.launches()) == 8
    hosted.set_mode("good")
    hosted.host.retry()
    hosted.wait_for("ready", starts=9)


def test_crashes_that_lie_apart_are_forgiven(tmp_path: Path, loopback: LoopbackSockets) -> None:
    now = [0.0]
    hosted = Hosted(tmp_path, loopback, clock=lambda: now[0])
    hosted.host.start()
    for number in range(6):
        hosted.wait_for("ready", starts=number + 1)
        now[0] += CRASH_WINDOW_SECONDS / 3
        hosted.kill()
    hosted.wait_for("ready", starts=7)
    hosted.host.stop(2)
    assert "failed" not in states(hosted)


def test_while_it_is_down_the_chat_document_is_told(hosted: Hosted) -> None:
    hosted.set_mode("crash")
    hosted.host.start()
    hosted.wait_for("failed")
    with socket.create_connection(("127.0.0.1", hosted.loopback.port)):
        connection, response = hosted.client.open("threads.list")
        answer = json.loads(response.read())
        connection.close()
    assert response.status == 503
    assert answer == {"error": ChatHostUnavailable().envelope()}
    assert response.headers["access-control-allow-origin"] == CHAT_ORIGIN
    assert response.headers["cache-control"] == "no-store"


def test_while_it_is_down_a_foreign_page_reads_nothing(hosted: Hosted) -> None:
    hosted.set_mode("crash")
    hosted.host.start()
    hosted.wait_for("failed")
    foreign = Client(hosted.loopback.port, headers={"Origin": "https://evil.example"})
    connection, response = foreign.open("threads.list")
    connection.close()
    assert response.headers["access-control-allow-origin"] is None


def raw_exchange(hosted: Hosted, request: bytes, address: str = "127.0.0.1") -> bytes:
    with socket.create_connection((address, hosted.loopback.port), timeout=10) as connection:
        connection.sendall(request)
        received = b""
        while piece := connection.recv(65536):
            received += piece
        return received


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_while_it_is_down_a_preflight_is_granted(hosted: Hosted, address: str) -> None:
    hosted.set_mode("crash")
    hosted.host.start()
    hosted.wait_for("failed")
    asked = f"OPTIONS /chatkit HTTP/1.1\r\nOrigin: {CHAT_ORIGIN}\r\nAccess-Control-Request-Method: POST\r\n\r\n"
    granted = raw_exchange(hosted, asked.encode(), address).decode()
    assert granted.startswith("HTTP/1.1 204 ")
    assert f"access-control-allow-origin: {CHAT_ORIGIN}\r\n" in granted
    assert "access-control-max-age: 600\r\n" in granted


@pytest.mark.parametrize("nonsense", [b"\r\n\r\n", b"GET\r\n\r\n", b"\xff\xfe\r\n\r\n", b"x" * 70_000 + b"\r\n\r\n"])
def test_while_it_is_down_nonsense_ends_quietly(
    hosted: Hosted, nonsense: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    hosted.set_mode("crash")
    hosted.host.start()
    hosted.wait_for("failed")
    caplog.clear()
    with suppress(ConnectionError):
        assert raw_exchange(hosted, nonsense) == b""
    assert hosted.client.ask("threads.list")[0] == 503
    assert caplog.records == []


def test_a_host_that_says_it_cannot_run_is_not_started_again(hosted: Hosted) -> None:
    hosted.set_mode("refuse")
    hosted.host.start()
    hosted.wait_for("failed")
    assert hosted.host.message == "It cannot run."
    assert len(hosted.launches()) == 1


def test_a_host_that_never_answers_is_given_up(hosted: Hosted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat_host_process, "READY_DEADLINE_SECONDS", 0.2)
    hosted.set_mode("silent")
    hosted.host.start()
    hosted.wait_for("failed")
    assert states(hosted).count("starting") == 4


def test_a_program_that_is_not_there_is_a_failure(tmp_path: Path, loopback: LoopbackSockets) -> None:
    hosted = Hosted(tmp_path, loopback, command=(str(tmp_path / "missing"),))
    hosted.host.start()
    hosted.wait_for("failed")
    hosted.host.stop(2)


def test_tools_that_cannot_be_had_are_a_failure_in_words(tmp_path: Path, loopback: LoopbackSockets) -> None:
    def no_tools() -> list[dict[str, object]]:
        raise SettingsProblem("The settings are broken.")

    hosted = Hosted(tmp_path, loopback, tools=no_tools)
    hosted.host.start()
    hosted.wait_for("failed")
    assert hosted.host.message == "The settings are broken."
    hosted.host.stop(2)
    assert states(hosted) == ["starting", "failed", "stopped"]


def test_what_a_page_was_told_before_the_first_start_is_good_for_the_server_of_this_start(hosted: Hosted) -> None:
    """Its chat is configured while the keyring is still asked for the server's header."""
    told = hosted.host.token
    hosted.host.relay_to(Relay("https://chat.example.org/chatkit"))
    assert hosted.host.token == told
    hosted.host.start()
    wait_until(hosted.launches, what="a start")
    assert hosted.launches()[0]["token"] == told
    hosted.host.relay_to(None)
    wait_until(lambda: len(hosted.launches()) == 2, what="the start for another server")
    assert hosted.launches()[1]["token"] == hosted.host.token != told


def test_a_new_chat_document_is_the_only_one_answered(hosted: Hosted) -> None:
    hosted.host.start()
    for number in range(1, 6):
        hosted.wait_for("ready", starts=number)
        hosted.host.move_chat_document(f"http://localhost:{number}")
    hosted.wait_for("ready", starts=6)
    assert [launch["chat_origin"] for launch in hosted.launches()][1:] == [f"http://localhost:{n}" for n in range(1, 6)]
    assert "failed" not in states(hosted), "these are no crashes"


def test_a_host_that_is_down_answers_the_new_chat_document(hosted: Hosted) -> None:
    hosted.set_mode("crash")
    hosted.host.start()
    hosted.wait_for("failed")
    hosted.host.move_chat_document("http://localhost:7")
    connection, response = Client(hosted.loopback.port, headers={"Origin": "http://localhost:7"}).open("threads.list")
    connection.close()
    assert response.headers["access-control-allow-origin"] == "http://localhost:7"


@pytest.mark.parametrize("mode", ["good", "crash", "silent", "stubborn"])
def test_it_ends_in_time_whatever_it_does(hosted: Hosted, mode: str) -> None:
    hosted.set_mode(mode)
    hosted.host.start()
    if mode == "stubborn":
        hosted.wait_for("ready")
    if mode == "crash":
        hosted.wait_for("failed")
    began_at = time.monotonic()
    hosted.host.stop(1)
    assert time.monotonic() - began_at < 2
    wait_until(lambda: hosted.host.state == "stopped", what="the end")


def test_nothing_begins_after_the_end(hosted: Hosted) -> None:
    hosted.host.stop(1)
    hosted.host.start()
    hosted.host.retry()
    assert hosted.states == []


def test_it_holds_one_thread(hosted: Hosted) -> None:
    before = threading.active_count()
    hosted.host.start()
    hosted.wait_for("ready")
    wait_until(lambda: threading.active_count() == before + 1, what="one thread more")


def test_the_real_host_is_back_after_a_kill(
    tmp_path: Path, loopback: LoopbackSockets, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "app").mkdir(parents=True)
    (elsewhere / "app" / "__init__.py").write_text("raise SystemExit('a stranger was loaded')")
    monkeypatch.chdir(elsewhere)
    hosted = Hosted(tmp_path, loopback, command=None)
    hosted.host.start()
    # Nothing is ready yet: the message waits in the queue of the sockets.
    first = read_events([hosted.client.ask("threads.create", input=words("what is this?"))[1]])
    assert "Agentnook" in said(first)
    hosted.kill()
    again = hosted.client.ask("threads.add_user_message", thread_id=thread_id_of(first), input=words("are you a bot?"))
    assert "not an AI model" in said(read_events([again[1]]))
    hosted.host.stop(2)
    assert states(hosted) == ["starting", "ready", "starting", "ready", "stopped"]
