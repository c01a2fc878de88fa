"""The command `doctor`: what it prints, its exit codes, and that it imports no window and sends no packet."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.diagnostics import command
from app.diagnostics.checks import CHECKS
from app.diagnostics.command import run_doctor
from app.diagnostics.findings import CheckContext, Finding, State
from app.diagnostics.report import Report
from app.errors import KeyringLocked, NameNotResolved, SettingsProblem, UsageError
from app.services.failures import Failures
from tests.support.processes import ROOT

FINE = ["--check", "app-04", "--check", "app-03"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run where no `.env` file is, and let the log go nowhere."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "hold_early_lines", lambda: None)


def doctor(data: Path, *arguments: str, environ: dict[str, str] | None = None) -> tuple[int, str]:
    output = io.StringIO()
    code = run_doctor([*arguments, "--data-dir", str(data)], environ=environ or {}, output=output)
    return code, output.getvalue()


def test_code_0_when_all_is_well(data: Path) -> None:
    code, words = doctor(data, *FINE)
    assert code == 0
    assert "2 fine." in words


def test_code_1_when_something_fails(data: Path) -> None:
    code, words = doctor(data, "--check", "lin-02")
    assert code == 1
    assert "There is no screen to open a window on." in words


def test_code_2_is_a_usage_error(data: Path) -> None:
    for wrong in (["--check", "app-99"], ["--no-such-flag"], ["--check"], ["extra"]):
        with pytest.raises(UsageError) as caught:
            doctor(data, *wrong)
        assert caught.value.exit_code == 2
    with pytest.raises(UsageError, match="app-99"):
        doctor(data, "--check", "app-99", "--check", "app-01")


def test_code_3_when_strict_and_something_warns(data: Path) -> None:
    data.chmod(0o777)
    assert doctor(data, "--check", "app-02")[0] == 0
    assert doctor(data, "--check", "app-02", "--strict")[0] == 3


def test_code_4_when_the_doctor_itself_is_broken(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def break_down(*_: object) -> Report:
        raise RuntimeError("password=abc")

    monkeypatch.setattr(command, "run_checks", break_down)
    code, words = doctor(data)
    assert (code, words) == (4, "")
    complaint = capsys.readouterr().err
    assert complaint.startswith("The doctor itself failed.")
    assert "abc" not in complaint
    assert "Traceback" not in complaint


def test_an_error_of_the_tree_passes_through(data: Path) -> None:
    with pytest.raises(SettingsProblem):
        doctor(data, "--env-file", str(data / "gone"))


def test_json_is_all_there_is_on_stdout(data: Path) -> None:
    code, words = doctor(data, "--json", *FINE)
    told = json.loads(words)
    assert code == 0
    assert [check["id"] for check in told["checks"]] == ["app-03", "app-04"]


def test_the_checks_can_be_listed(data: Path) -> None:
    _, words = doctor(data, "--list-checks")
    assert [line.split()[0] for line in words.splitlines()] == [check.id for check in CHECKS]
    _, words = doctor(data, "--list-checks", "--json")
    assert [check["id"] for check in json.loads(words)] == [check.id for check in CHECKS]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("arguments", "environ", "coloured"), [([], {}, True), (["--no-color"], {}, False), ([], {"NO_COLOR": "1"}, False)]
)
def test_colour_is_for_terminals_that_want_it(
    data: Path, arguments: list[str], environ: dict[str, str], coloured: bool
) -> None:
    terminal = Terminal()
    run_doctor([*arguments, *FINE, "--data-dir", str(data)], environ=environ, output=terminal)
    assert ("\x1b[" in terminal.getvalue()) == coloured


def test_help_is_complete(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run_doctor(["--help"])
    assert ended.value.code == 0
    words = capsys.readouterr().out
    assert "doctor." not in words
    for flag in ("--json", "--list-checks", "--check", "--strict", "--no-color", "--data-dir", "--env-file"):
        assert flag in words


def test_a_terminal_with_few_characters_gets_escapes(data: Path) -> None:
    raw = io.BytesIO()
    output = io.TextIOWrapper(raw, encoding="ascii")
    run_doctor(["--check", "lin-06", "--data-dir", str(data)], environ={}, output=output)
    assert b"Qt\\u2019s web engine" in raw.getvalue()


def test_without_any_output_it_still_has_its_code(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert run_doctor([*FINE, "--data-dir", str(data)], environ={}) == 0


SEND_NOTHING = """
import sys
SENDING = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname",
           "socket.gethostbyaddr", "socket.getnameinfo", "urllib.Request"}
sent = []

def note(event, arguments):
    # A socket that is a file leads to this computer's own programs, such as its keyring.
    is_file = event == "socket.connect" and isinstance(arguments[1], (str, bytes))
    if event in SENDING and not is_file:
        sent.append(event)

sys.addaudithook(note)
from app.diagnostics.command import run_doctor
code = run_doctor(["--json", "--data-dir", sys.argv[1]])
gui = {"PySide6", "shiboken6", "gi", "webview", "qtpy", "openai", "agents", "httpx2"}
print(code, sent, sorted(gui & set(sys.modules)), file=sys.stderr)
"""


CONNECTIONS = [
    {"id": "one", "kind": "workflow", "workflow_id": "wf_68df4b13b3588190"},
    {"id": "two", "kind": "server", "url": "https://chat.example/chatkit", "interface": "official"},
    {"id": "three", "kind": "session_service", "url": "https://sessions.example", "workflow_id": "wf_68df4b13b3588190"},
]
LEADING_OUT = {
    **{"OPENAI_BASE_URL": "http://127.0.0.1:9/", "OPENAI_API_KEY": "sk-canary-0123456789", "DISPLAY": "far.example:0"},
    **{"CHATKIT_WORKFLOW_ID": "wf_68df4b13b3588190", "HTTPS_PROXY": "http://ann:hunter22@proxy.example:8080"},
    "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
}


@pytest.fixture
def much_to_look_at(data: Path) -> Path:
    """Return a folder with something that leads out of this computer for every check that looks for such."""
    (data / "connections.json").write_text(json.dumps({"connections": CONNECTIONS}))
    failures = Failures(data / "failures.json")
    for error in (NameNotResolved(), KeyringLocked()):
        failures.record(error, where="window")
    return data


def whole_run(data: Path) -> tuple[dict[str, Any], str]:
    """Run everything in a process that notes what it sends; returns the report and what was noted."""
    done = subprocess.run(
        [sys.executable, "-c", SEND_NOTHING, str(data)],
        cwd=ROOT,
        env={**os.environ, **LEADING_OUT},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return json.loads(done.stdout), done.stderr.split(maxsplit=1)[1].strip()


def test_it_sends_no_packet_and_imports_no_window(much_to_look_at: Path) -> None:
    report, noted = whole_run(much_to_look_at)
    assert noted == "[] []"
    assert len(report["checks"]) == len(CHECKS)
    assert "hunter22" not in json.dumps(report)
    assert "canary" not in json.dumps(report)


def test_two_runs_diff_clean_apart_from_the_run_itself(much_to_look_at: Path) -> None:
    (first, _), (second, _) = whole_run(much_to_look_at), whole_run(much_to_look_at)
    assert first.pop("run").keys() == second.pop("run").keys()
    assert first == second


def test_nobody_reading_is_no_error(data: Path) -> None:
    program = "import sys; from app.diagnostics.command import run_doctor; sys.exit(run_doctor(sys.argv[1:]))"
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as output:
        done = subprocess.run(
            [sys.executable, "-c", program, *FINE, "--data-dir", str(data)],
            cwd=ROOT,
            stdout=output,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_context_of_this_process(data: Path) -> None:
    from app.settings.locations import resolve_locations

    context = CheckContext.of_this_process(resolve_locations(data, {}))
    assert context.system == "linux"
    assert context.module_folders
    assert "" not in context.module_folders
    assert (context.assets / "manifest.json").exists()
    assert Finding(State.PASS, "x").evidence == {}
