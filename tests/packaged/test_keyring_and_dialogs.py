"""What the installed program does with the rest of the desktop: the keyring, authorities, and the composer's dialog."""

from __future__ import annotations

import json
import signal
import ssl
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psutil
import pytest

from app.brand import BRAND
from app.errors import CertificateRefused
from app.services.connection_file import encode
from app.services.connections import Connection
from tests.support.certificates import certificate
from tests.support.installed_app import InstalledApp, running, said_in
from tests.support.person import Person
from tests.support.running_app import xdotool
from tests.support.served import served
from tests.support.waiting import wait_until

pytestmark = pytest.mark.packaged

TOKEN = "a-token-of-a-test-4711"
SECONDS = 30.0
CERTIFICATE_CHECK = "server-04"


class Server:
    """A ChatKit server that has no conversations and remembers which tokens it was shown."""

    def __init__(self, certificate: Path | None = None) -> None:
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
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        scheme = "http" if certificate is None else "https"
        self.url = f"{scheme}://127.0.0.1:{self.server.server_port}/chatkit"


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    with served(server.server):
        yield server


def test_a_key_is_kept_in_the_secret_service_and_nowhere_else(
    upgraded: str, person: Person, server: Server, tmp_path: Path
) -> None:
    own = person.home / "keyring-run"
    with person.keyring() as bus:
        describe(server, upgraded, person, own, bus, tmp_path)
        with running(person, upgraded, "--data-dir", str(own), log=tmp_path / "second.log", **bus) as app:
            app.say("hello")
            wait_until(lambda: server.shown, deadline_seconds=SECONDS, what="the server to be asked again")
            assert app.close() == 0
    assert set(server.shown) == {f"Bearer {TOKEN}"}
    assert files_with_the_token(person) == []


def test_t16_a_crash_leaves_nothing_of_a_key_that_is_in_use(
    upgraded: str, person: Person, server: Server, tmp_path: Path
) -> None:
    own = person.home / "crash-run"
    # Nobody else is against cores, and they would lie in this person's home.
    free = ("sh", "-c", 'ulimit -c unlimited && exec "$@"', "sh", upgraded, "--data-dir", str(own))
    with person.keyring() as bus:
        describe(server, upgraded, person, own, bus, tmp_path)
        with running(person, *free, log=tmp_path / "log", **bus) as app:
            app.say("hello")
            wait_until(lambda: server.shown, deadline_seconds=SECONDS, what="the server to be asked again")
            family = app.family
            app.process.send_signal(signal.SIGSEGV)
            assert app.process.wait(SECONDS) == -signal.SIGSEGV
            assert psutil.wait_procs(family, SECONDS)[1] == []
    assert "Segmentation fault" in (own / "crash-notes.txt").read_text()
    assert list(person.home.glob("core*")) == []
    assert files_with_the_token(person) == []


def describe(server: Server, program: str, person: Person, own: Path, bus: dict[str, str], folder: Path) -> None:
    """Describe the server in the window with its token, and end the program."""
    with running(person, program, "--data-dir", str(own), log=folder / "first.log", **bus) as app:
        before = app.picture(folder / "before.png").read_bytes()
        app.click(350, 355)  # the card “My ChatKit server”
        wait_until(lambda: app.picture(folder / "now.png").read_bytes() != before, what="the sheet")
        xdotool("type", "--delay", "20", server.url)
        xdotool("key", "Tab")
        xdotool("type", "--delay", "20", TOKEN)
        xdotool("key", "Return")
        wait_until(lambda: server.shown, deadline_seconds=SECONDS, what="the server to be asked")
        wait_until(lambda: items_in_keyring(person, bus), deadline_seconds=SECONDS, what="a key in the keyring")
        wait_until(lambda: is_selected(own), deadline_seconds=SECONDS, what="the connection, selected")
        assert app.close() == 0
    server.shown.clear()


def files_with_the_token(person: Person) -> list[Path]:
    files = (path for path in person.home.rglob("*") if path.is_file())
    return [path for path in files if TOKEN.encode() in path.read_bytes()]


@pytest.mark.parametrize("is_known", [True, False])
def test_a_server_is_talked_to_by_both_processes_when_its_authority_is_known(
    upgraded: str, person: Person, tmp_path: Path, *, is_known: bool
) -> None:
    own, pem = person.home / f"tls-run-{is_known}", certificate(tmp_path, "An authority of a test")
    public = pem.read_bytes()[pem.read_bytes().index(b"-----BEGIN CERTIFICATE") :]
    given = {"SSL_CERT_FILE": str(person.write(own / "authority.pem", public))} if is_known else {}
    server = Server(pem)
    theirs = Connection("theirs", "server", "Theirs", "Theirs", url=server.url, interface="builtin")
    person.write(own / "connections.json", encode([theirs], theirs.id))
    with served(server.server):
        asked = person.run(upgraded, "doctor", "--online", "--json", "--data-dir", str(own), environ=given)
        (found,) = (each for each in json.loads(asked.stdout)["checks"] if each["id"] == CERTIFICATE_CHECK)
        code = found.get("evidence", {}).get("code")
        assert (found["state"], code) == (("pass", None) if is_known else ("fail", CertificateRefused.code))
        # In a conversation it is the chat host that talks to the server.
        with running(person, upgraded, "--data-dir", str(own), log=tmp_path / "log", **given) as app:
            app.say("hello")
            wait_until(lambda: server.shown or is_refused(own), deadline_seconds=SECONDS, what="an answer, or none")
            assert app.close() == 0
    assert (bool(server.shown), is_refused(own)) == (is_known, not is_known)


def is_refused(own: Path) -> bool:
    """Say whether the page was told that there is no answer."""
    return any("chat: refused" in log.read_text("utf-8") for log in own.rglob("agentnook.log"))


def is_selected(own: Path) -> bool:
    """Say whether the one connection that is kept is the one that the next start talks to."""
    for file in own.rglob("connections.json"):
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
        app.click(176, 660)  # the paper clip
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
