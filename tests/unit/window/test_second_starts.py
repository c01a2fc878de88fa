from __future__ import annotations

import hashlib
import hmac
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from app.window import second_starts
from app.window.second_starts import SecondStarts, StartRequest, activation_of, tell_open_window

REQUEST = StartRequest(True, ("/home/somebody/a letter.pdf", "/tmp/\udcff"), "token-4711_TIME12")


class OpenWindow:
    """The one end, in this process, with everything that it has heard."""

    def __init__(self, file: Path) -> None:
        self.file, self.heard = file, list[StartRequest]()
        self.listens = SecondStarts(file, self.heard.append)
        self.kept: dict[str, Any] = json.loads(file.read_text())

    def say(self, said: bytes) -> bytes:
        """Say something at its port, and return what comes back until it hangs up."""
        with socket.create_connection(("127.0.0.1", self.kept["port"]), 10.0) as knocking:
            try:
                knocking.sendall(said)
                knocking.shutdown(socket.SHUT_WR)
                return knocking.recv(4096)
            except (BrokenPipeError, ConnectionResetError):
                return b""

    def sealed(self, body: object) -> bytes:
        """Return what somebody says who knows the key."""
        said = json.dumps(body).encode()
        return hmac.new(bytes.fromhex(self.kept["key"]), said, hashlib.sha256).hexdigest().encode() + b"\n" + said


@pytest.fixture
def window(tmp_path: Path) -> Iterator[OpenWindow]:
    window = OpenWindow(tmp_path / "open-window.json")
    yield window
    window.listens.close()


def test_the_open_window_hears_what_a_second_start_was_for(window: OpenWindow) -> None:
    assert tell_open_window(window.file, REQUEST)
    assert tell_open_window(window.file, StartRequest())
    assert window.heard == [REQUEST, StartRequest()]


def test_only_its_owner_can_read_where_it_listens(window: OpenWindow) -> None:
    assert window.file.stat().st_mode & 0o077 == 0


def test_nothing_is_left_of_it(window: OpenWindow) -> None:
    window.listens.close()
    assert not window.file.exists()
    assert not tell_open_window(window.file, REQUEST, absent_seconds=0.2)
    assert window.heard == []


def test_each_run_has_a_key_of_its_own(window: OpenWindow, tmp_path: Path) -> None:
    other = OpenWindow(tmp_path / "other.json")
    other.listens.close()
    assert other.kept["key"] != window.kept["key"]


def test_a_window_that_is_on_its_way_is_waited_for(tmp_path: Path) -> None:
    file, told = tmp_path / "open-window.json", list[bool]()
    teller = threading.Thread(target=lambda: told.append(tell_open_window(file, REQUEST)))
    teller.start()
    window = OpenWindow(file)
    teller.join(30.0)
    window.listens.close()
    assert (told, window.heard) == ([True], [REQUEST])


@pytest.mark.parametrize(
    "kept",
    [
        *("", "null", "[]", "{}", "9" * 5000, "[" * 1024),
        '{"port": 9}',
        '{"port": "x", "process": 1, "key": "00"}',
        '{"port": 9, "process": 1, "key": "no"}',
        '{"port": 1e999, "process": 1, "key": "00"}',
        '{"port": 70000, "process": 1, "key": "00"}',
    ],
)
def test_a_file_that_somebody_spoiled_leads_nowhere(tmp_path: Path, kept: str) -> None:
    file = tmp_path / "open-window.json"
    file.write_text(kept)
    assert not tell_open_window(file, REQUEST, absent_seconds=0.1)


def answer_of_stranger(tmp_path: Path) -> tuple[bool, bytes]:
    """Return whether a program without the key is believed that got the port of a window, and what it heard."""
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        stranger.settimeout(30.0)
        file, told = tmp_path / "open-window.json", list[bool]()
        file.write_text(json.dumps({"port": stranger.getsockname()[1], "process": 1, "key": "00" * 32}))
        teller = threading.Thread(target=lambda: told.append(tell_open_window(file, REQUEST, absent_seconds=0.0)))
        teller.start()
        with stranger.accept()[0] as caller:
            heard = b"".join(iter(lambda: caller.recv(65_536), b""))
            caller.sendall(heard[:64])
        teller.join(30.0)
    return told[0], heard


def test_t30_another_program_at_that_port_is_not_believed(tmp_path: Path) -> None:
    is_believed, heard = answer_of_stranger(tmp_path)
    assert not is_believed
    assert b"00" * 32 not in heard


def test_t30_who_asks_for_no_seal_believes_it_twin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hmac, "compare_digest", lambda *_seals: True)
    is_believed, _heard = answer_of_stranger(tmp_path)
    assert is_believed


def test_a_window_that_comes_after_a_stranger_is_told(tmp_path: Path) -> None:
    file, told = tmp_path / "open-window.json", list[bool]()
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        stranger.settimeout(30.0)
        file.write_text(json.dumps({"port": stranger.getsockname()[1], "process": 1, "key": "00" * 32}))
        teller = threading.Thread(target=lambda: told.append(tell_open_window(file, REQUEST)))
        teller.start()
        stranger.accept()[0].close()
        window = OpenWindow(file)
    teller.join(30.0)
    window.listens.close()
    assert (told, window.heard) == ([True], [REQUEST])


def test_a_window_that_hangs_is_not_waited_for_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_starts, "ANSWER_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        file = tmp_path / "open-window.json"
        file.write_text(json.dumps({"port": silent.getsockname()[1], "process": 1, "key": "00" * 32}))
        assert not tell_open_window(file, REQUEST, absent_seconds=600.0)


def test_a_window_that_is_gone_is_not_waited_for(tmp_path: Path) -> None:
    assert not tell_open_window(tmp_path / "open-window.json", REQUEST, is_gone=lambda: True)


def test_a_window_that_takes_no_more_answers_nothing_and_hears_the_next(tmp_path: Path) -> None:
    file, asked = tmp_path / "open-window.json", list[StartRequest]()

    def hear(request: StartRequest) -> None:
        asked.append(request)
        if len(asked) == 1:
            raise RuntimeError

    listens = SecondStarts(file, hear)
    assert tell_open_window(file, REQUEST), "it is asked again"
    listens.close()
    assert asked == [REQUEST, REQUEST]


def test_t30_a_crowd_that_says_nothing_keeps_nobody_out_for_long(window: OpenWindow) -> None:
    port = window.kept["port"]
    with ExitStack() as crowd:
        for _ in range(2 * second_starts.MOST_AT_ONCE):
            crowd.enter_context(socket.create_connection(("127.0.0.1", port)))
        assert tell_open_window(window.file, REQUEST)


def test_words_that_are_no_seal_are_not_heard_to_their_end(window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_starts, "KNOCK_SECONDS", 600.0)
    with socket.create_connection(("127.0.0.1", window.kept["port"]), 30.0) as browser:
        browser.sendall(b"POST / HTTP/1.1\r\n")
        assert hung_up(browser)


def hung_up(peer: socket.socket) -> bool:
    """Say whether the other end has hung up; TimeoutError while it listens."""
    try:
        return peer.recv(1) == b""
    except ConnectionResetError:
        return True


GOOD = {"protocol": 1, "nonce": "ab", "request": {"new_conversation": False, "files": [], "activation": ""}}
WRONG_REQUESTS: tuple[Any, ...] = (
    None,
    [],
    {},
    {"new_conversation": 1, "files": [], "activation": ""},
    {"new_conversation": True, "files": "a", "activation": ""},
    {"new_conversation": True, "files": [1], "activation": ""},
    {"new_conversation": True, "files": [""], "activation": ""},
    {"new_conversation": True, "files": ["a\0b"], "activation": ""},
    {"new_conversation": True, "files": ["a" * 40_000], "activation": ""},
    {"new_conversation": True, "files": [], "activation": "\n"},
    {"new_conversation": True, "files": [], "activation": "ä"},
    {"new_conversation": True, "files": [], "activation": "a" * 300},
    {"new_conversation": True, "files": []},
)


@pytest.mark.parametrize("request_told", WRONG_REQUESTS)
def test_a_request_of_another_shape_is_ignored(window: OpenWindow, request_told: Any) -> None:
    assert window.say(window.sealed({**GOOD, "request": request_told})) == b""
    assert window.heard == []


@pytest.mark.parametrize(
    "told", [None, [], {}, {**GOOD, "protocol": 2}, {**GOOD, "nonce": 1}, {**GOOD, "nonce": "\ud800"}]
)
def test_another_protocol_is_ignored(window: OpenWindow, told: Any) -> None:
    assert window.say(window.sealed(told)) == b""
    assert window.heard == []


def test_t30_a_thousand_who_do_not_know_the_key_are_ignored(window: OpenWindow) -> None:
    body = json.dumps(GOOD).encode()
    for number in range(1000):
        key = number.to_bytes(32, "big")
        seal = hmac.new(key, body, hashlib.sha256).hexdigest().encode()
        shapes = (seal + b"\n" + body, body, b"\n" + body, seal[: number % 64], bytes([number % 256]) * number, b"")
        assert window.say(shapes[number % len(shapes)]) == b""
    assert window.heard == []
    assert tell_open_window(window.file, REQUEST), "it still hears those who do"


def test_who_says_nothing_more_is_left_in_time(window: OpenWindow) -> None:
    with socket.create_connection(("127.0.0.1", window.kept["port"])) as slow:
        slow.sendall(b"hello")
        assert tell_open_window(window.file, REQUEST)


@pytest.mark.parametrize(
    ("environ", "found"),
    [
        ({}, ""),
        ({"XDG_ACTIVATION_TOKEN": "a", "DESKTOP_STARTUP_ID": "b"}, "a"),
        ({"XDG_ACTIVATION_TOKEN": "", "DESKTOP_STARTUP_ID": "b_TIME1"}, "b_TIME1"),
        ({"XDG_ACTIVATION_TOKEN": "a\nb"}, ""),
        ({"XDG_ACTIVATION_TOKEN": "a" * 257}, ""),
    ],
)
def test_a_launchers_proof_is_passed_on(environ: dict[str, str], found: str) -> None:
    assert activation_of(environ) == found
