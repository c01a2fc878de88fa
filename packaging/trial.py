"""Tries an installer as on a computer that has never seen it: installs, talks, opens the window, removes again.

It needs nothing but a Python of 3.11 or newer and this checkout. On Linux the tests of installed packages do more.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).resolve().parent.parent))

from app import __version__
from app.brand import BRAND, Brand
from app.chat_host.guard import CHAT_PATH, TOKEN_HEADER
from app.chat_host.transcript import read_transcript
from app.errors import AppError, InternalError, Unavailable, UsageError
from app.services.chat_host_process import ChatHostProcess
from app.settings.locations import resolve_locations
from app.window.loopback import bind_loopback
from checkout import DIST
from product import UNSIGNED
from programs import end, end_on_signals, run_quietly

QUESTIONS = ("What is this program?", "Is this private?")
# Nobody has to serve it: it is the origin that the conversation claims to come from.
ORIGIN = "http://localhost:9"
SHORTEST_ANSWER = 20
SECONDS = 90.0
POLL_SECONDS = 0.1
LOG = "trial.log"
# What macOS is asked whether it would let a person do with a file.
ASSESSED_AS: Mapping[str, Sequence[str]] = {
    ".app": ("--type", "execute"),
    ".dmg": ("--type", "open", "--context", "context:primary-signature"),
}
# The path comes in the environment: in a command it would be read as one.
FILE_VARIABLE = "TRIED_FILE"
ASK_WINDOWS = f"(Get-AuthenticodeSignature -LiteralPath $env:{FILE_VARIABLE}).Status"


@dataclass(frozen=True)
class Installed:
    """Where the program is: what opens the window, and what says its words on the terminal."""

    window: Path
    console: Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Try an installer, or a program that is there already; the first thing that is wrong ends it with a sentence."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("installer", nargs="?", type=Path, help="a .dmg or an .exe; the one in dist/ when left out")
    parser.add_argument("--program", type=Path, help="try what is installed already")
    options = parser.parse_args(arguments)
    end_on_signals()
    try:
        if options.program is not None:
            try_out(Installed(options.program, options.program))
            return 0
        with installed(options.installer or built_last()) as program:
            try_out(program)
    except AppError as error:
        say(f"{error.sentence}\n{error.hint}")
        return error.exit_code
    return 0


def say(line: str) -> None:
    """Tell who watches what was found."""
    print(f"trial: {line}", file=sys.stderr, flush=True)


def built_last() -> Path:
    """Return the one installer in dist/ that can be tried here."""
    found = [path for path in sorted(DIST.glob("*")) if path.suffix in INSTALLING]
    if len(found) != 1:
        raise UsageError(f"There are {len(found)} installers in {DIST} to try.", hint="Name one of them.")
    return found[0]


def try_out(program: Installed) -> None:
    """Do with the program what its first hour brings."""
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder)
        steps: Mapping[str, Callable[[], None]] = {
            "it says its version": lambda: ask_version(program.console),
            "its chat host holds a conversation": lambda: converse(program.console, own / "conversation"),
            "its window opens, and the pages in it": lambda: open_window(program.window, own / "window"),
            "its doctor finds nothing broken": lambda: ask_doctor(program.console, own / "window"),
        }
        for what, act in steps.items():
            act()
            say(what)


def ask_version(program: Path) -> None:
    """See that it is this version."""
    told = _answer(program, "--version").stdout.strip()
    if told != f"{BRAND.name} {__version__}":
        raise InternalError("It is another version.", hint=f"It says {told!r}.")


def ask_doctor(program: Path, data_dir: Path) -> None:
    """See that no check fails; what they found is shown when one does."""
    done = _answer(program, "doctor", "--json", "--data-dir", str(data_dir))
    if done.returncode:
        raise InternalError(f"The doctor ends with {done.returncode}.", hint=done.stdout)
    json.loads(done.stdout)


def converse(program: Path, folder: Path) -> None:
    """Ask the guide in the program's own process, and read in the database what was said."""
    folder.mkdir()
    database = resolve_locations(folder, os.environ).database_file
    loopback = bind_loopback()
    host = ChatHostProcess(
        loopback,
        database=database,
        chat_origin=ORIGIN,
        tools=list,
        on_state=lambda _state, _sentence: None,
        log_file=folder / "chat-host.log",
        command=[str(program), "chat-host"],
    )
    host.start()
    try:
        first, second = ({"input": _words(question)} for question in QUESTIONS)
        thread = _thread_in(_send(loopback.port, host.token, "threads.create", first))
        _send(loopback.port, host.token, "threads.add_user_message", {**second, "thread_id": thread})
    finally:
        host.stop()
        loopback.close()
    said = [(entry.role, entry.text) for entry in read_transcript(database)]
    asked = [words for role, words in said if role == "user"]
    answers = [words for role, words in said if role == "assistant" and len(words) > SHORTEST_ANSWER]
    if asked != list(QUESTIONS) or len(answers) < len(QUESTIONS):
        raise InternalError("Not everything that was said is kept.", hint=f"{said}")


def _words(question: str) -> dict[str, object]:
    return {"content": [{"type": "input_text", "text": question}], "attachments": [], "inference_options": {}}


def _send(port: int, token: str, operation: str, params: Mapping[str, object]) -> list[Any]:
    """Send a message and return every event of the whole answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    headers = {
        "Host": f"localhost:{port}",
        "Origin": ORIGIN,
        "Sec-Fetch-Site": "same-site",
        "Content-Type": "application/json",
        TOKEN_HEADER: token,
    }
    with closing(connection):
        connection.request("POST", CHAT_PATH, json.dumps({"type": operation, "params": params}), headers)
        answer = connection.getresponse()
        told = answer.read().decode()
    if answer.status != http.client.OK:
        raise InternalError(f"The chat host answers with {answer.status}.", hint=told)
    return [json.loads(line.removeprefix("data: ")) for line in told.splitlines() if line.startswith("data: ")]


def _thread_in(events: Sequence[Any]) -> str:
    created = [str(event["thread"]["id"]) for event in events if event.get("type") == "thread.created"]
    if not created:
        raise InternalError("No conversation was begun.", hint=f"The chat host said {events}.")
    return created[0]


def open_window(program: Path, data_dir: Path) -> None:
    """Open the window and wait for the database: the chat host makes it once the pages run and ask for it."""
    database = resolve_locations(data_dir, os.environ).database_file
    process = subprocess.Popen([str(program), "--data-dir", str(data_dir)])
    try:
        wait_until(lambda: database.exists() or process.poll() is not None, f"the window of {program.name}")
        if process.poll() is not None:
            raise InternalError(f"The window ended with {process.returncode}.")
    finally:
        end(process)


def wait_until(condition: Callable[[], bool], what: str) -> None:
    """Wait for something, for a while."""
    ends_at = time.monotonic() + SECONDS
    while not condition():
        if time.monotonic() > ends_at:
            raise Unavailable(f"{SECONDS:.0f} seconds were not enough for {what}.")
        time.sleep(POLL_SECONDS)


@contextmanager
def installed(installer: Path, brand: Brand = BRAND) -> Iterator[Installed]:
    """Install, and see afterwards that nothing is left of the program."""
    if installer.suffix not in INSTALLING:
        raise UsageError(f"{installer.name} is nothing that is tried here.", hint="Name a .dmg or an .exe.")
    if UNSIGNED not in installer.name:
        require_signature(installer.resolve())
    with INSTALLING[installer.suffix](installer.resolve(), brand) as (folder, program):
        for path in (program.window, program.console):
            if not path.is_file():
                raise InternalError(f"After installing there is no {path}.")
        if UNSIGNED not in installer.name:
            _require_signatures_in(folder)
        yield program
    wait_until(lambda: not folder.exists(), f"the end of {folder}")
    say("nothing is left of it")


def require_signature(path: Path) -> None:
    """See that the system knows who made something, and lets a person open it without a warning."""
    if path.suffix in ASSESSED_AS:
        _run(["spctl", "--assess", *ASSESSED_AS[path.suffix], str(path)], f"Looking at the signature of {path.name}")
        return
    # A newer PowerShell leaves the way to its own modules to whatever it runs; the older one cannot load them.
    environ = {name: value for name, value in os.environ.items() if name.upper() != "PSMODULEPATH"}
    environ[FILE_VARIABLE] = str(path)
    command = ["powershell", "-NoProfile", "-NonInteractive", "-Command", ASK_WINDOWS]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=SECONDS, check=False)
    if done.stdout.strip() != "Valid":
        told = f"Windows says: {done.stdout.strip()} {done.stderr.strip()}"
        raise InternalError(f"The signature of {path.name} is not valid.", hint=told)


def _require_signatures_in(folder: Path) -> None:
    """See that what was installed is signed: the application, or each program and what removes them."""
    for path in [folder] if folder.suffix in ASSESSED_AS else sorted(folder.glob("*.exe")):
        require_signature(path)
    say("the system knows who made it")


@contextmanager
def _installed_on_macos(image: Path, brand: Brand) -> Iterator[tuple[Path, Installed]]:
    application = Path(f"/Applications/{brand.name}.app")
    with tempfile.TemporaryDirectory() as mounted:
        _run(["hdiutil", "attach", "-readonly", "-nobrowse", "-mountpoint", mounted, str(image)])
        try:
            _run(["ditto", str(Path(mounted) / application.name), str(application)])
        finally:
            _run(["hdiutil", "detach", mounted])
    program = application / "Contents" / "MacOS" / brand.slug
    try:
        yield application, Installed(program, program)
    finally:
        shutil.rmtree(application)


@contextmanager
def _installed_on_windows(installer: Path, brand: Brand) -> Iterator[tuple[Path, Installed]]:
    folder = Path(os.environ["LOCALAPPDATA"]) / "Programs" / brand.name
    _run([str(installer), "/S"])
    try:
        yield folder, Installed(folder / f"{brand.slug}.exe", folder / f"{brand.slug}-cli.exe")
    finally:
        _run([str(folder / "uninstall.exe"), "/S"])


INSTALLING = {".dmg": _installed_on_macos, ".exe": _installed_on_windows}


def _run(command: Sequence[str], task: str = "") -> None:
    run_quietly(command, task=task or f"Running {Path(command[0]).name}", log_name=LOG)


def _answer(program: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the program to its end."""
    return subprocess.run(
        [str(program), *words], capture_output=True, text=True, encoding="utf-8", timeout=SECONDS, check=False
    )


if __name__ == "__main__":
    sys.exit(main())
