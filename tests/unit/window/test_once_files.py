"""Files that can be fetched once: by whom, how often, for how long, and what becomes of one that is exchanged."""

from __future__ import annotations

import io
import os
import socket
from pathlib import Path

import pytest

from app.errors import FileRefused
from app.tools.file_handles import FileHandles
from app.window import once_files
from app.window.once_files import MOST_WAITING, SECONDS, OnceFiles, SentFile
from app.window.page_server import PageServer
from tests.support.pages import Reply, ask, connect, read_reply, request_bytes, running_server, token_of
from tests.support.waiting import wait_until

FETCHED = {"Sec_Fetch_Site": "same-origin", "Sec_Fetch_Mode": "cors", "Sec_Fetch_Dest": "empty"}
LARGE_BYTES = 20 * 1024 * 1024


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "a.txt"
    file.write_bytes(b"what is in it")
    return file


def offer(server: PageServer, file: Path) -> str:
    """Offer a file as the program does: by a handle."""
    handles = FileHandles()
    handle = handles.issue(str(file), "local")["handle"]
    return server._once_files.offer(lambda: handles.open(handle, "local"))


def fetch(server: PageServer, path: str, **headers: str) -> Reply:
    return ask(server, request_bytes(server, path, **{**FETCHED, **headers}))


def open_descriptors() -> set[str]:
    return {path.name for path in Path("/proc/self/fd").iterdir()}


def test_a_file_is_served_once(server: PageServer, file: Path) -> None:
    path = offer(server, file)
    reply = fetch(server, path)
    assert (reply.status, reply.body) == (200, b"what is in it")
    assert reply.headers["content-type"] == "application/octet-stream"
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["cross-origin-resource-policy"] == "same-origin"
    assert fetch(server, path).status == 404


def test_bytes_and_an_empty_file_are_served_too(server: PageServer, tmp_path: Path) -> None:
    assert fetch(server, server._once_files.offer(b"picture")).body == b"picture"
    empty = tmp_path / "empty"
    empty.touch()
    with connect(server) as connection:
        connection.sendall(request_bytes(server, offer(server, empty), **FETCHED))
        reply = read_reply(connection)
        assert (reply.status, reply.body) == (200, b"")
        connection.sendall(request_bytes(server, "shell/index.html"))
        assert read_reply(connection).status == 200, "the connection goes on"


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"host": "localhost"}, 404),
        ({"host": "evil.example"}, 421),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-site"}, 403),
        ({"Sec_Fetch_Site": "none"}, 403),
        ({"Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}, 403),
        ({"Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "image"}, 403),
        ({"Sec_Fetch_Dest": "iframe"}, 403),
        ({"method": "HEAD"}, 403),
        ({"method": "POST"}, 405),
    ],
)
def test_whoever_else_asks_gets_nothing_and_uses_nothing_up(
    server: PageServer, file: Path, change: dict[str, str], status: int
) -> None:
    path = offer(server, file)
    assert fetch(server, path, **change).status == status
    assert fetch(server, path).status == 200


def test_a_program_that_says_nothing_of_itself_gets_nothing(server: PageServer, file: Path) -> None:
    path = offer(server, file)
    assert ask(server, request_bytes(server, path)).status == 403


def test_the_token_of_the_pages_has_to_be_right(server: PageServer, file: Path) -> None:
    request = request_bytes(server, offer(server, file), **FETCHED)
    wrong = request.replace(token_of(server).encode(), b"x" * 43)
    assert ask(server, wrong).status == 404
    assert ask(server, request).status == 200


@pytest.mark.parametrize("path", ["once/", "once/x", "once/../shell/index.html", "once"])
def test_what_was_never_offered_is_not_there(server: PageServer, path: str) -> None:
    assert fetch(server, path).status == 404


def test_another_file_in_its_place_is_not_served(server: PageServer, file: Path) -> None:
    path = offer(server, file)
    file.rename(file.with_name("old"))
    file.write_bytes(b"secret")
    assert fetch(server, path).status == 404


def test_a_link_in_its_place_is_not_followed(server: PageServer, file: Path, tmp_path: Path) -> None:
    path = offer(server, file)
    file.unlink()
    (tmp_path / "secret").write_bytes(b"secret")
    file.symlink_to(tmp_path / "secret")
    assert fetch(server, path).status == 404


def test_a_link_that_was_picked_stands_for_what_it_led_to(server: PageServer, file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(file)
    path = offer(server, link)
    link.unlink()
    link.symlink_to("/etc/passwd")
    assert fetch(server, path).body == b"what is in it"


def test_a_handle_of_another_connection_opens_nothing(file: Path) -> None:
    handles = FileHandles()
    handle = handles.issue(str(file), "local")["handle"]
    with pytest.raises(FileRefused):
        handles.open(handle, "other")


def test_an_address_ends_after_a_minute_in_which_nothing_was_fetched() -> None:
    now = [0.0]
    files = OnceFiles(lambda: now[0])
    paths = [files.offer(b"x") for _ in range(3)]
    now[0] = SECONDS - 1
    assert files.take(paths[0]) == b"x"
    now[0] += SECONDS - 1
    assert files.take(paths[1]) == b"x"
    now[0] += SECONDS
    assert files.take(paths[2]) is None
    assert files._waiting == {}


def test_an_invented_address_keeps_nothing_alive() -> None:
    now = [0.0]
    files = OnceFiles(lambda: now[0])
    path = files.offer(b"x")
    now[0] = SECONDS - 1
    assert files.take("once/invented") is None
    now[0] = SECONDS
    assert files.take(path) is None


def test_a_batch_waits_while_a_large_file_is_on_its_way(file: Path) -> None:
    now = [0.0]
    files = OnceFiles(lambda: now[0])
    waiting = files.offer(b"x")
    ours, theirs = socket.socketpair()
    with ours, theirs:
        now[0] = SECONDS - 1
        sent = SentFile(os.open(file, os.O_RDONLY), files.fetching)
        sent.send_piece(ours)
        sent.close()
    now[0] += SECONDS - 1
    assert files.take(waiting) == b"x"


def test_the_oldest_gives_way() -> None:
    files = OnceFiles()
    paths = [files.offer(b"x") for _ in range(MOST_WAITING + 1)]
    assert files.take(paths[0]) is None
    assert all(files.take(path) == b"x" for path in paths[1:])


def test_a_large_file_arrives_whole_and_holds_nobody_up(server: PageServer, tmp_path: Path) -> None:
    file = tmp_path / "large.bin"
    file.write_bytes(os.urandom(LARGE_BYTES))
    with connect(server) as connection:
        connection.sendall(request_bytes(server, offer(server, file), **FETCHED))
        wait_until(lambda: any(visitor.file is not None for visitor in server._visitors))
        assert ask(server, request_bytes(server, "shell/index.html")).status == 200
        assert read_reply(connection).body == file.read_bytes()
    wait_until(lambda: all(visitor.file is None for visitor in server._visitors))


def test_who_leaves_or_stops_reading_lets_go_of_the_file(
    server: PageServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "large.bin"
    file.write_bytes(b"x" * LARGE_BYTES)
    before = open_descriptors()
    with connect(server) as connection:
        connection.sendall(request_bytes(server, offer(server, file), **FETCHED))
        wait_until(lambda: any(visitor.file is not None for visitor in server._visitors))
    wait_until(lambda: open_descriptors() <= before, what="the file to be closed")
    monkeypatch.setattr("app.window.page_server.RESPONSE_SECONDS", 0.2)
    with connect(server) as connection:
        connection.sendall(request_bytes(server, offer(server, file), **FETCHED))
        wait_until(lambda: server._visitors, what="the visitor")
        wait_until(lambda: not server._visitors, what="the end of who does not read")


def test_a_file_that_becomes_shorter_ends_the_connection(server: PageServer, tmp_path: Path) -> None:
    file = tmp_path / "large.bin"
    file.write_bytes(b"x" * LARGE_BYTES)
    with connect(server) as connection:
        connection.sendall(request_bytes(server, offer(server, file), **FETCHED))
        wait_until(lambda: any(visitor.file is not None for visitor in server._visitors))
        os.truncate(file, 10)
        assert len(read_reply(connection).body) < LARGE_BYTES


def test_the_files_being_sent_are_closed_with_the_server(assets: Path, tmp_path: Path) -> None:
    file = tmp_path / "large.bin"
    file.write_bytes(b"x" * LARGE_BYTES)
    before = open_descriptors()
    with running_server(assets) as server:
        connection = connect(server)
        connection.sendall(request_bytes(server, offer(server, file), **FETCHED))
        wait_until(lambda: any(visitor.file is not None for visitor in server._visitors))
    connection.close()
    assert open_descriptors() <= before


def test_a_system_without_sendfile_sends_all_the_same(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once_files, "send_from", once_files.send_by_hand)
    monkeypatch.setattr(once_files, "PIECE_BYTES", 5)
    ours, theirs = socket.socketpair()
    sent, received = SentFile(os.open(file, os.O_RDONLY)), io.BytesIO()
    with ours, theirs:
        while not sent.is_sent:
            sent.send_piece(ours)
            received.write(theirs.recv(100))
    sent.close()
    assert received.getvalue() == file.read_bytes()
