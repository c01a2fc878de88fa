"""What the installed program does with the rest of the desktop: the keyring, and the system's own dialogs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app.brand import BRAND
from tests.support.installed_app import InstalledApp, running, said_in
from tests.support.person import Person
from tests.support.running_app import xdotool
from tests.support.served import served
from tests.support.waiting import wait_until

pytestmark = pytest.mark.packaged

TOKEN = "a-token-of-a-test-4711"
SECONDS = 30.0


class Server:
    """A ChatKit server that has no conversations and remembers which tokens it was shown."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        shown = self.shown

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                shown.append(self.headers.get("Authorization", ""))
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(b'{"data":[],"has_more":false,"after":null}')

            def log_message(self, *anything: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/chatkit"


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    with served(server.server):
        yield server


def click(app: InstalledApp, x: int, y: int) -> None:
    """Press a place of the window, counted as if the window were 1024 by 720, and wait until it is drawn anew."""
    xdotool("mousemove", "--window", app.window, str(x), str(y), "click", "1")
    xdotool("mousemove", "--window", app.window, "512", "100")


def test_a_key_is_kept_in_the_secret_service_and_nowhere_else(
    upgraded: str, person: Person, server: Server, tmp_path: Path
) -> None:
    own = ("--data-dir", str(person.home / "keyring-run"))
    with person.keyring() as bus:
        with running(person, upgraded, *own, log=tmp_path / "first.log", **bus) as app:
            before = app.picture(tmp_path / "before.png").read_bytes()
            click(app, 350, 355)  # the card “My ChatKit server”
            wait_until(lambda: app.picture(tmp_path / "now.png").read_bytes() != before, what="the sheet")
            xdotool("type", "--delay", "20", server.url)
            xdotool("key", "Tab")
            xdotool("type", "--delay", "20", TOKEN)
            xdotool("key", "Return")
            wait_until(lambda: server.shown, deadline_seconds=SECONDS, what="the server to be asked")
            wait_until(lambda: items_in_keyring(person, bus), deadline_seconds=SECONDS, what="a key in the keyring")
            wait_until(lambda: is_selected(person), deadline_seconds=SECONDS, what="the connection, selected")
            assert app.close() == 0
        server.shown.clear()
        with running(person, upgraded, *own, log=tmp_path / "second.log", **bus) as app:
            app.say("hello")
            wait_until(lambda: server.shown, deadline_seconds=SECONDS, what="the server to be asked again")
            assert app.close() == 0
    assert set(server.shown) == {f"Bearer {TOKEN}"}
    files = [path for path in person.home.rglob("*") if path.is_file()]
    assert [path for path in files if TOKEN.encode() in path.read_bytes()] == []


def is_selected(person: Person) -> bool:
    """Say whether the one connection that is kept is the one that the next start talks to."""
    for file in (person.home / "keyring-run").rglob("connections.json"):
        kept = json.loads(file.read_text())
        return [each["id"] for each in kept["connections"]] == [kept["selected"]]
    return False


def items_in_keyring(person: Person, bus: dict[str, str]) -> list[str]:
    """Return the items that another program finds under this one's name."""
    place = ("--dest=org.freedesktop.secrets", "/org/freedesktop/secrets", "org.freedesktop.Secret.Service.SearchItems")
    query = ("dbus-send", "--session", "--print-reply", *place, f"dict:string:string:service,{BRAND.slug}")
    return [line for line in person.run(*query, environ=bus).stdout.splitlines() if "/collection/" in line]


def test_a_file_is_picked_in_the_systems_dialog(upgraded: str, person: Person, tmp_path: Path) -> None:
    letter = person.home / "letter.txt"
    person.run("sh", "-c", f"echo hello > {letter}")
    own = person.home / "dialog-run"
    with running(person, upgraded, "--data-dir", str(own), log=tmp_path / "log") as app:
        click(app, 176, 660)  # the paper clip
        dialog = wait_until(lambda: other_window(app), deadline_seconds=SECONDS, what="the dialog")
        xdotool("windowactivate", "--sync", dialog)
        xdotool("type", "--delay", "20", str(letter))
        xdotool("key", "Return")
        wait_until(lambda: not other_window(app), deadline_seconds=SECONDS, what="the end of the dialog")
        kept = own / "attachments"
        wait_until(lambda: [path for path in own.rglob("*") if is_letter(path)], what=f"the file, in {kept}")
        app.say("look at this")
        wait_until(lambda: "assistant_message" in dict(said_in(own)), deadline_seconds=SECONDS, what="an answer")
        assert app.close() == 0


def is_letter(path: Path) -> bool:
    return path.is_file() and path.read_bytes() == b"hello\n"


def other_window(app: InstalledApp) -> str:
    """Return the number of a window that is not the program's own first one."""
    found = xdotool("search", "--onlyvisible", "--class", BRAND.slug).split()
    return next((number for number in found if number != app.window), "")
