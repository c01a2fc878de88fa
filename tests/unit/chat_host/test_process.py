"""The chat host as a process: real sockets, a real client, and an end that comes in time."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from app import life as own_life
from app.chat_host.guard import TOKEN_HEADER
from app.chat_host.process import prepare_environment
from app.chat_host.transcript import read_transcript
from app.window.loopback import LoopbackSockets, bind_loopback
from tests.support.chat_hosts import CHAT_ORIGIN, TOKEN, Client, RunningHost, dual_stack, running_host
from tests.support.conversations import read_events, said, thread_id_of, words
from tests.support.waiting import wait_until


@pytest.fixture(scope="module")
def loopback() -> Iterator[LoopbackSockets]:
    bound = bind_loopback()
    yield bound
    bound.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which a damaged database waits."""
    made = tmp_path_factory.mktemp("host")
    (made / "conversations.sqlite3").write_bytes(b"damaged" * 1000)
    return made


@pytest.fixture(scope="module")
def host(loopback: LoopbackSockets, folder: Path) -> Iterator[RunningHost]:
    with running_host(loopback, folder / "conversations.sqlite3") as running:
        ready = running.read_line()
        assert ready["ready"] is True
        (notice,) = ready["notices"]
        assert notice["code"] == "conversations_set_aside"
        assert "conversations.sqlite3.damaged-" in notice["hint"]
        yield running


def stored_text(folder: Path) -> str:
    return " ".join(entry.text for entry in read_transcript(folder / "conversations.sqlite3"))


def test_a_damaged_database_was_kept(host: RunningHost, folder: Path) -> None:
    kept = [each for each in folder.iterdir() if ".damaged-" in each.name]
    assert [each.read_bytes() for each in kept] == [b"damaged" * 1000]


def test_it_answers_on_every_loopback_address(host: RunningHost, folder: Path) -> None:
    for client in dual_stack(host.client):
        status, raw = client.ask("threads.create", input=words("are you a robot?"))
        assert status == 200
        assert "not an AI model" in said(read_events([raw]))
    assert "are you a robot?" in stored_text(folder)


def test_a_tool_goes_round_over_real_sockets(host: RunningHost) -> None:
    events = read_events([host.client.ask("threads.create", input=words("use dark mode"))[1]])
    answered = host.client.ask("threads.add_client_tool_output", thread_id=thread_id_of(events), result={})[1]
    assert "dark now" in said(read_events([answered]))


def test_only_the_chat_document_with_the_token_is_answered(host: RunningHost) -> None:
    hostile = [
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {TOKEN_HEADER: "guess"},
        {"Content-Type": "text/plain"},
    ]
    found = [Client(host.client.port, headers=headers).ask("threads.list") for headers in hostile]
    assert [status for status, _ in found] == [403, 403, 403, 401, 415]
    assert not any(b"thr_" in raw for _, raw in found)


def test_an_answer_says_nothing_about_the_server(host: RunningHost) -> None:
    connection, response = host.client.open("threads.list")
    names = {name.lower() for name in response.headers}
    connection.close()
    assert names == {
        "content-length",
        "content-type",
        "cache-control",
        "x-content-type-options",
        "access-control-allow-origin",
        "vary",
    }
    assert response.headers["access-control-allow-origin"] == CHAT_ORIGIN


def test_edge_16_hanging_up_keeps_what_was_said(host: RunningHost, folder: Path) -> None:
    connection, response = host.client.open("threads.create", input=words("hello there"))
    heard = b""
    while heard.count(b"text_delta") < 5:
        heard += response.readline()
    # Nothing is sent at closing, so the host must notice by itself, in the middle of its sentence.
    response.close()
    connection.close()
    thread_id = thread_id_of(read_events([heard[: heard.rindex(b"\n\n") + 2]]))

    def kept() -> list[str]:
        entries = read_transcript(folder / "conversations.sqlite3")
        return [entry.text for entry in entries if entry.thread_id == thread_id and entry.role == "assistant"]

    (partial,) = wait_until(kept, what="the partial answer")
    assert 0 < len(partial.split()) < 30
    hidden = [item["type"] for item in host.client.fetch("items.list", thread_id=thread_id)["data"]]
    assert hidden == ["assistant_message", "user_message"]


def test_its_secret_stands_in_no_place_that_others_read(host: RunningHost) -> None:
    running = psutil.Process(host.process.pid)
    assert TOKEN not in " ".join(running.cmdline())
    assert TOKEN not in " ".join(running.environ().values())


def test_only_loopback_is_listened_on(host: RunningHost) -> None:
    listening = [each for each in psutil.Process(host.process.pid).net_connections() if each.status == "LISTEN"]
    assert {each.laddr.ip for each in listening} <= {"127.0.0.1", "::1"}
    assert {each.laddr.port for each in listening} == {host.client.port}


def test_its_log_is_private_and_holds_no_words_and_no_token(host: RunningHost, folder: Path) -> None:
    host.client.ask("threads.create", input=words("my private words"))
    host.client.ask("threads.add_user_message", thread_id="thr_gone", input=words("my private words"))
    log = folder / "chat-host.log"
    assert log.stat().st_mode & 0o777 == 0o600
    written = log.read_text()
    assert "private words" not in written
    assert TOKEN not in written


def test_it_ends_with_its_stdin_in_mid_answer(host: RunningHost, folder: Path) -> None:
    connection, response = host.client.open("threads.create", input=words("what is this?"))
    while b"text_delta" not in response.readline():
        pass
    began_at = time.monotonic()
    host.close_stdin()
    assert host.process.wait(5) == 0
    assert time.monotonic() - began_at < 2
    connection.close()
    last = read_transcript(folder / "conversations.sqlite3")[-1]
    assert last.role == "assistant"
    assert last.text.startswith("Agentnook")
    with sqlite3.connect(folder / "conversations.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
    assert not (folder / "conversations.sqlite3-wal").exists()


@pytest.mark.parametrize("line", [b"\n", b"{}\n", b"not json\n"])
def test_without_its_configuration_it_says_so_and_ends(loopback: LoopbackSockets, tmp_path: Path, line: bytes) -> None:
    with running_host(loopback, tmp_path / "conversations.sqlite3", line) as refused:
        said_so = refused.read_line()
        assert refused.process.wait(20) == 65
    assert said_so["ready"] is False
    assert said_so["error"]["code"] == "invalid_arguments"


def test_it_ends_while_it_still_starts(loopback: LoopbackSockets, tmp_path: Path) -> None:
    with running_host(loopback, tmp_path / "conversations.sqlite3") as starting:
        log = tmp_path / "chat-host.log"
        wait_until(log.exists, what="the first sign of life")
        began_at = time.monotonic()
        starting.close_stdin()
        assert starting.process.wait(5) == 0
        assert time.monotonic() - began_at < 2


def test_edge_15_the_surroundings_steer_no_library() -> None:
    environ = {
        "LOG_LEVEL": "debug",
        "OPENAI_API_KEY": "sk-canary",
        "OPENAI_BASE_URL": "https://evil.example",
        "http_proxy": "http://evil.example",
        "HTTPS_PROXY": "http://evil.example",
        "All_Proxy": "socks://evil.example",
        "PATH": "/bin",
    }
    prepare_environment(environ)
    assert environ == {"PATH": "/bin", "OPENAI_AGENTS_DISABLE_TRACING": "1"}


@pytest.mark.parametrize("named", [True, False])
def test_the_end_comes_even_when_nothing_listens_to_it(named: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    ended, gone = threading.Event(), threading.Event()
    monkeypatch.setattr(own_life, "STDIN", reader)
    monkeypatch.setattr(own_life, "END_SECONDS", 0.01)
    monkeypatch.setattr(os, "_exit", lambda _code: gone.set())
    life = own_life.Life()
    if named:
        life.ends_with(ended.set)
    life.watch()
    os.write(writer, b"anything")
    assert not gone.wait(0.05)
    os.close(writer)
    assert gone.wait(5)
    assert ended.is_set() is named
    os.close(reader)


def test_a_host_that_is_killed_in_mid_answer_has_kept_the_question_and_goes_on(
    loopback: LoopbackSockets, tmp_path: Path
) -> None:
    database = tmp_path / "conversations.sqlite3"
    with running_host(loopback, database) as host:
        connection, response = host.client.open("threads.create", input=words("what is this?"))
        heard = b""
        while heard.count(b"text_delta") < 5:
            heard += response.readline()
        host.process.kill()
        host.process.wait(10)
        response.close()
        connection.close()
    thread_id = thread_id_of(read_events([heard[: heard.rindex(b"\n\n") + 2]]))
    assert [(entry.role, entry.text) for entry in read_transcript(database)] == [("user", "what is this?")]
    with running_host(loopback, database) as host:
        assert host.read_line() == {"ready": True, "notices": []}
        (listed,) = host.client.fetch("threads.list")["data"]
        assert (listed["id"], listed["title"]) == (thread_id, "what is this?")
        kept = host.client.fetch("threads.get_by_id", thread_id=thread_id)["items"]["data"]
        assert [item["type"] for item in kept] == ["user_message"]
        again = host.client.ask("threads.retry_after_item", thread_id=thread_id, item_id=kept[0]["id"])[1]
        assert said(read_events([again]))
        more = host.client.ask("threads.add_user_message", thread_id=thread_id, input=words("are you a robot?"))[1]
        assert said(read_events([more]))
        items = host.client.fetch("items.list", thread_id=thread_id, order="asc")["data"]
        assert [item["type"] for item in items][:3] == ["user_message", "assistant_message", "user_message"]
