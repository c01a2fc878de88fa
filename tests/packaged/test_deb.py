"""The .deb, installed with apt and run as an ordinary user, with everything that the system has for its safety on."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import psutil
import pytest

import trial
from app import __version__
from app.brand import BRAND
from app.services.connections import GIVEN_ID, Connection
from app.services.secret_order import SecretOrder
from linux.places import Places
from screenshots import look_at
from tests.packaged.conftest import QUESTION_TO_THE_OLDER
from tests.support.installed_app import InstalledApp, running, said_in, wait_for_answer
from tests.support.installers import ONLY_IN_OLDER, installed_files, installed_version
from tests.support.pdfs import make_pdf
from tests.support.person import Person
from tests.support.processes import free_port
from tests.support.waiting import wait_until

pytestmark = pytest.mark.packaged

OWN_PORTS = 3


def test_an_upgrade_keeps_what_was_said_and_leaves_no_old_file(upgraded: str, data: Path) -> None:
    assert installed_version() == __version__
    assert not (Path("/") / ONLY_IN_OLDER).exists()
    assert ("user_message", QUESTION_TO_THE_OLDER) in said_in(data)


def test_a_first_conversation_with_the_guide(upgraded: str, person: Person, data: Path, tmp_path: Path) -> None:
    with running(person, upgraded, log=tmp_path / "log") as app:
        app.say("is this private?")
        answer = wait_for_answer(data, "is this private?")
        picture = app.picture(tmp_path / "conversation.png")
        assert app.close() == 0
    assert len(answer) > 20
    assert not look_at(picture).is_blank
    assert "Traceback" not in app.said()


def test_t29_pages_run_in_chromiums_sandbox(upgraded: str, person: Person, tmp_path: Path) -> None:
    with running(person, upgraded, log=tmp_path / "log") as app:
        engine = app.engine_processes
        assert not any("--no-sandbox" in process.cmdline() for process in app.family)
        assert not any("SANDBOX" in name for process in app.family for name in process.environ())
        assert {process.uids().real for process in app.family} == {person.uid}
        renderers = [process for process in engine if seccomp_mode(process) == 2]
        assert renderers, "no process of the engine may make only the calls that it needs"
        outside = namespaces(app.family[0])
        assert all(not outside & namespaces(process) for process in renderers)


def seccomp_mode(process: psutil.Process) -> int:
    found = re.search(r"^Seccomp:\s*(\d)", Path(f"/proc/{process.pid}/status").read_text(), re.MULTILINE)
    return int(found[1]) if found else 0


def namespaces(process: psutil.Process) -> set[str]:
    """Return the namespaces of users, processes and network that a process is in."""
    return {str(Path(f"/proc/{process.pid}/ns/{kind}").readlink()) for kind in ("user", "pid", "net")}


def test_t13_no_door_is_open_for_debuggers(upgraded: str, person: Person, tmp_path: Path) -> None:
    port = free_port()
    asked = {
        "AGENTNOOK_TEST_CDP_PORT": str(port),
        "QTWEBENGINE_REMOTE_DEBUGGING": str(port),
        "QTWEBENGINE_CHROMIUM_FLAGS": f"--remote-debugging-port={port}",
    }
    with running(person, upgraded, "--development", log=tmp_path / "log", **asked) as app:
        # Those of the pages, of the chat host, and of second starts.
        wait_until(lambda: len(ports_of(app)) == OWN_PORTS, deadline_seconds=20, what="the program's own ports")
        assert port not in ports_of(app)


def ports_of(app: InstalledApp) -> set[int]:
    connections = [each for process in app.family for each in process.net_connections("inet")]
    assert {each.laddr.ip for each in connections if each.status == psutil.CONN_LISTEN} <= {"127.0.0.1", "::1"}
    return {each.laddr.port for each in connections if each.status == psutil.CONN_LISTEN}


@pytest.fixture
def trap(person: Person) -> Path:
    """Return a folder of the person's with what Python and the system's loader like to find."""
    trap = person.home / "trap"
    for name in ("app/__init__.py", "sqlite3.py", "sitecustomize.py", "libQt6Core.so.6", "libpython3.11.so.1.0"):
        (trap / name).parent.mkdir(parents=True, exist_ok=True)
        (trap / name).write_text("raise SystemExit('planted')")
    return trap


def test_t23_nothing_is_loaded_from_where_the_person_happens_to_be(upgraded: str, person: Person, trap: Path) -> None:
    steered = {"PYTHONPATH": str(trap), "PYTHONHOME": str(trap), "PYTHONSTARTUP": str(trap / "sqlite3.py")}
    run = person.run(upgraded, "--version", cwd=trap, environ=steered)
    assert run.stdout.strip() == f"{BRAND.name} {__version__}"
    run = person.run(upgraded, "tools", cwd=trap, environ=steered)
    assert run.returncode == 0, run.stderr


def test_t23_another_program_of_pythons_loads_it_twin(person: Person, trap: Path) -> None:
    assert "planted" in person.run("python3", "-c", "import sqlite3", cwd=trap).stderr
    assert "planted" in person.run("python3", "-c", "", environ={"PYTHONPATH": str(trap)}).stderr


def test_the_doctor_finds_nothing_wrong(upgraded: str, person: Person) -> None:
    run = person.run(upgraded, "doctor", "--json")
    report = json.loads(run.stdout)
    assert run.returncode == 0, run.stdout
    assert "bundle" in json.dumps(report)
    assert not re.search(r"QT_PLUGIN_PATH|LD_LIBRARY_PATH", run.stdout)


def test_the_trial_of_other_systems_installers_passes_here_too(upgraded: str, tmp_path: Path) -> None:
    program = Path("/") / Places(BRAND).command
    trial.ask_version(program)
    trial.converse(program, tmp_path / "conversation")


def test_the_tools_are_listed(upgraded: str, person: Person) -> None:
    run = person.run(upgraded, "tools")
    assert run.returncode == 0, run.stderr
    assert {line.split()[0] for line in run.stdout.splitlines()} >= {"pick_files", "show_notification"}


def test_dpkg_finds_every_file_as_it_was_packed(upgraded: str) -> None:
    done = subprocess.run(["dpkg", "--verify", BRAND.slug], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_every_library_is_found_by_the_systems_loader(upgraded: str) -> None:
    code = [path for path in installed_files() if ".so" in path.name or path.name in (BRAND.slug, "QtWebEngineProcess")]
    files = [str(path) for path in code if path.is_file() and not path.is_symlink()]
    inner = f"/usr/lib/{BRAND.slug}/_internal"
    told = subprocess.run(
        ["ldd", *files], capture_output=True, text=True, check=False, env={"LD_LIBRARY_PATH": inner, "LC_ALL": "C"}
    ).stdout
    assert len(files) > 100
    assert "not found" not in told


def test_the_process_that_reads_a_pdf_is_the_same_program(upgraded: str, person: Person) -> None:
    command = person.command([upgraded, "pdf-text"], person.environ)
    done = subprocess.run(command, input=make_pdf("a page of words"), capture_output=True, timeout=60, check=True)
    assert json.loads(done.stdout)["text"] == "a page of words"


def test_the_process_that_makes_a_secret_is_the_same_program(upgraded: str, person: Person) -> None:
    connection = Connection(GIVEN_ID, "workflow", "Mine", "Mine", workflow_id="wf_68a1b2c3")
    order = SecretOrder(connection, person.home / "installation", None)
    nowhere = f"http://127.0.0.1:{free_port()}"
    # No computer but this one is asked: the way to OpenAI leads to a port where nobody is.
    asked = {"OPENAI_API_KEY": "sk-of-a-test-0123456789", "HTTPS_PROXY": nowhere, "https_proxy": nowhere}
    command = person.command([upgraded, "client-secret"], {**person.environ, **asked})
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(order.line())
        process.stdin.flush()  # it lives for as long as this end is open
        told = json.loads(process.stdout.readline())
    assert "proxy" in json.dumps(told["error"])
