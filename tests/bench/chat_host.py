"""Measures the chat host as a process, over loopback, by one client that keeps its connection."""

from __future__ import annotations

import json
import re
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.chat_host.database import open_database
from app.chat_host.guard import CHAT_PATH, TOKEN_HEADER
from app.window.loopback import bind_loopback
from tests.bench.targets import Target
from tests.support.chat_hosts import CHAT_ORIGIN, TOKEN, running_host
from tests.support.conversations import body, message_item, thread, words

HOST = (sys.executable, "-m", "tests.bench.host_process")
FIRST_EVENT = Target("chat host: first event, ms (p50)", floor=5, goal=3)
TOKEN_COST = Target("chat host: added per token, ms (p50)", floor=1, goal=0.5)
THREADS_LIST = Target("chat host: threads.list of 10,000, per second", floor=300, goal=600, more_is_better=True)
THREADS, PAGE = 10_000, 20
WARM_UP, ROUNDS, REQUESTS, TOKENS = 20, 9, 200, 2_000
SPOKEN = re.compile(rb'"delta":"(\d+) "')


class Connection:
    """One connection that is kept, and as little of HTTP as it takes to measure the other side."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        head = {"Host": f"localhost:{port}", "Origin": CHAT_ORIGIN, "Content-Type": "application/json"}
        lines = "".join(f"{name}: {value}\r\n" for name, value in {**head, TOKEN_HEADER: TOKEN}.items())
        self._head = f"POST {CHAT_PATH} HTTP/1.1\r\n{lines}"

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def send(self, operation: str, **params: object) -> None:
        """Send a request."""
        content = body(operation, **params)
        self._socket.sendall(f"{self._head}Content-Length: {len(content)}\r\n\r\n".encode() + content)

    def stream(self) -> Iterator[tuple[float, bytes]]:
        """Give each piece of a chunked answer and when it came, until its end."""
        tail = b""
        while not tail.endswith(b"0\r\n\r\n"):
            piece = self._receive()
            yield time.perf_counter(), piece
            tail = (tail + piece)[-5:]

    def answer(self) -> bytes:
        """Return the body of an answer that says its length."""
        received = b""
        while b"\r\n\r\n" not in received:
            received += self._receive()
        head, _, content = received.partition(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head)
        if b" 200 " not in head or length is None:
            raise SystemExit(f"the chat host answered: {head.decode()}")
        while len(content) < int(length[1]):
            content += self._receive()
        return content

    def _receive(self) -> bytes:
        piece = self._socket.recv(1 << 18)
        if not piece:
            raise SystemExit("the chat host hung up")
        return piece


def measure() -> list[str]:
    """Measure and print the chat host's figures; return the floors it missed."""
    print("\nchat host: median (smallest - largest)")
    missed = []
    with tempfile.TemporaryDirectory() as folder, ready_host(Path(folder)) as port, closing(Connection(port)) as client:
        for target, values in (
            (FIRST_EVENT, [median(first_event_ms(client) for _ in range(REQUESTS)) for _ in range(ROUNDS)]),
            (TOKEN_COST, [median(token_costs_ms(client)) for _ in range(ROUNDS)]),
            (THREADS_LIST, [lists_per_second(client) for _ in range(ROUNDS)]),
        ):
            target.print_out(values)
            if target.missed(values):
                missed.append(target.name)
    return missed


def median(values: Iterator[float]) -> float:
    """Return the middle one."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


@contextmanager
def ready_host(folder: Path) -> Iterator[int]:
    """Start a chat host that has many threads and has answered a few times; give its port."""
    fill(folder / "conversations.sqlite3")
    loopback = bind_loopback()
    with running_host(loopback, folder / "conversations.sqlite3", command=HOST) as host:
        if not host.read_line()["ready"]:
            raise SystemExit("the chat host cannot run")
        with closing(Connection(loopback.port)) as client:
            for _ in range(WARM_UP):
                first_event_ms(client)
        yield loopback.port
    loopback.close()


def fill(database: Path) -> None:
    """Write the threads, each with a message and a title as they are in life."""
    with closing(open_database(database)[0]) as connection:
        connection.execute("BEGIN")
        for number in range(THREADS):
            thread_id = f"thr_{number:032x}"
            payload = thread(thread_id, f"What does the document of day {number} say?").model_dump_json()
            message = message_item(f"msg_{number:032x}", "What does it say?").model_dump_json()
            connection.execute(
                "INSERT INTO threads (id, payload, activity) VALUES (?, ?, ?)", (thread_id, payload, number + 1)
            )
            connection.execute(
                "INSERT INTO items (thread_id, id, payload) VALUES (?, ?, ?)",
                (thread_id, f"msg_{number:032x}", message),
            )
        connection.execute("COMMIT")


def first_event_ms(client: Connection) -> float:
    """Return how long the first event of an answer takes from the moment the request is sent."""
    began_at = time.perf_counter()
    client.send("threads.create", input=words("1"))
    came_at = [at for at, piece in client.stream() if b"data: " in piece]
    return (came_at[0] - began_at) * 1000


def token_costs_ms(client: Connection) -> Iterator[float]:
    """Give, for each word of a long answer, the time between its agent's saying it and the client's having it."""
    client.send("threads.create", input=words(str(TOKENS)))
    pieces = list(client.stream())
    spoken = 0
    for at, piece in pieces:
        for said_at in SPOKEN.findall(piece):
            spoken += 1
            yield at * 1000 - int(said_at) / 1e6
    if spoken < TOKENS * 0.99:  # a word may stand on the border of two pieces
        raise SystemExit(f"only {spoken} of {TOKENS} words came")


def lists_per_second(client: Connection) -> float:
    """Return how many pages of the history come in a second, one after the other."""
    began_at = time.perf_counter()
    for _ in range(REQUESTS):
        client.send("threads.list", limit=PAGE)
        content = client.answer()
    seconds = time.perf_counter() - began_at
    if len(json.loads(content)["data"]) != PAGE:
        raise SystemExit("the chat host gave another page")
    return REQUESTS / seconds
