"""What the window process hands over: the line, and the sockets."""

from __future__ import annotations

import asyncio
import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.chat_host.launch import (
    LINE_LIMIT_BYTES,
    Launch,
    ToolOffer,
    adopt_sockets,
    parse_launch,
    read_line,
    share_sockets,
)
from app.errors import InvalidArguments, NotAllowed

LAUNCH = Launch(
    port=6000,
    token="t" * 43,
    chat_origin="http://localhost:5000",
    database=Path("/data/\N{SNOWMAN} conversations.sqlite3"),
    sockets=(3, 4),
    tools=(ToolOffer("pick_files", "Pick files.", {"type": "object"}),),
    log_file=Path("/log/chat-host.log"),
)


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as made:
        made.bind(("127.0.0.1", 0))
        made.listen(5)
        yield made


def test_the_line_holds_everything_and_is_one_line() -> None:
    line = LAUNCH.line()
    assert line.count(b"\n") == 1
    assert parse_launch(line) == LAUNCH


def test_the_token_is_in_no_description_of_it() -> None:
    assert LAUNCH.token not in repr(LAUNCH)


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff",
        json.dumps({**json.loads(LAUNCH.line()), "port": "x"}).encode(),
        json.dumps({**json.loads(LAUNCH.line()), "tools": [{"name": "a"}]}).encode(),
        json.dumps({**json.loads(LAUNCH.line()), "tools": [{"name": "a", "sentence": "b", "parameters": 1}]}).encode(),
        json.dumps({**json.loads(LAUNCH.line()), "sockets": None}).encode(),
    ],
)
def test_a_wrong_line_is_one_error_that_quotes_nothing(wrong: bytes) -> None:
    with pytest.raises(InvalidArguments) as refusal:
        parse_launch(wrong)
    assert LAUNCH.token not in f"{refusal.value!r} {refusal.value.detail}"
    assert refusal.value.__cause__ is None


@pytest.mark.parametrize("sent", [b"abc\nmore", b"abc\n", b"abc"])
def test_the_first_line_of_a_pipe_is_read(sent: bytes) -> None:
    reader, writer = os.pipe()
    os.write(writer, sent)
    os.close(writer)
    assert read_line(reader) == b"abc"
    os.close(reader)


def test_a_line_without_an_end_is_not_read_for_ever(tmp_path: Path) -> None:
    endless = tmp_path / "endless"
    endless.write_bytes(b"x" * (LINE_LIMIT_BYTES * 2))
    descriptor = os.open(endless, os.O_RDONLY)
    assert len(read_line(descriptor)) < LINE_LIMIT_BYTES * 2
    os.close(descriptor)


def adopted(launch_port: int, *listeners: socket.socket) -> list[socket.socket]:
    copies = [listener.dup() for listener in listeners]
    handles = share_sockets(copies, os.getpid())
    for copy in copies:
        copy.set_inheritable(True)  # as a descriptor is that was passed on
        copy.detach()
    launch = parse_launch(LAUNCH.line())
    return adopt_sockets(
        Launch(launch_port, launch.token, launch.chat_origin, launch.database, handles, launch.tools, launch.log_file)
    )


def test_edge_01_an_adopted_socket_sends_small_events_at_once(listener: socket.socket) -> None:
    assert listener.proto == 0, "a socket made without a protocol is what this is about"
    (ours,) = adopted(listener.getsockname()[1], listener)
    assert ours.proto == socket.IPPROTO_TCP
    assert not ours.get_inheritable()
    assert asyncio.run(no_delay_of_a_connection(ours)) is True


def test_edge_01_a_socket_without_a_protocol_does_not_twin(listener: socket.socket) -> None:
    assert asyncio.run(no_delay_of_a_connection(listener.dup())) is False


async def no_delay_of_a_connection(listening: socket.socket) -> bool:
    """Accept one connection the way uvicorn does and tell whether it waits before it sends little."""
    found: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    class Accepted(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            connection = transport.get_extra_info("socket")
            found.set_result(bool(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)))
            transport.close()

    server = await asyncio.get_running_loop().create_server(Accepted, sock=listening)
    _, writer = await asyncio.open_connection(*listening.getsockname())
    try:
        return await asyncio.wait_for(found, 5)
    finally:
        writer.close()
        server.close()


def test_another_port_than_announced_is_refused(listener: socket.socket) -> None:
    with pytest.raises(NotAllowed):
        adopted(listener.getsockname()[1] + 1, listener)


def test_a_socket_that_others_reach_is_refused() -> None:
    with socket.create_server(("0.0.0.0", 0)) as open_to_all, pytest.raises(NotAllowed):
        adopted(open_to_all.getsockname()[1], open_to_all)


def test_nothing_to_listen_on_is_refused() -> None:
    with pytest.raises(NotAllowed):
        adopted(1)
