"""The command `doctor`: what it prints, its exit codes, and that it imports no window and sends no packet."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.diagnostics import command
from app.diagnostics.checks import CHECKS
from app.diagnostics.command import run_doctor
from app.diagnostics.findings import CheckContext, Finding, State
from app.diagnostics.report import Report
from app.errors import KeyringLocked, NameNotResolved, SettingsProblem, UsageError
from app.resources import text
from app.services.failures import Failures
from tests.support.processes import ROOT
from tests.support.troubled_disks import fill_disk, small_disk_at

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


@pytest.mark.parametrize("flag", ["--data-dir", "--env-file"])
def test_a_path_without_a_name_is_none(flag: str) -> None:
    with pytest.raises(UsageError, match=f"{flag}: the name of a folder or file is empty"):
        run_doctor([flag, ""], environ={}, output=io.StringIO())


def test_an_error_of_the_tree_passes_through(data: Path) -> None:
    with pytest.raises(SettingsProblem):
        doctor(data, "--env-file", str(data / "gone"))


def gone(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "gone" / "out.zip"


def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path


def nothing(_: Path) -> Iterator[Path]:
    yield Path()


def special(_: Path) -> Iterator[Path]:
    yield Path("/proc/version")


def full(tmp_path: Path) -> Iterator[Path]:
    with small_disk_at(tmp_path / "disk") as disk:
        fill_disk(disk)
        yield disk / "out.zip"


def read_only(tmp_path: Path) -> Iterator[Path]:
    with small_disk_at(tmp_path / "disk") as disk:
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        yield disk / "out.zip"


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        (gone, "could not be written: No such file or directory."),
        (folder, "this is a folder and no file. Name the file in it, too"),
        (nothing, "this is a folder and no file. Name the file in it, too"),
        (full, "could not be written: No space left on device."),
        (read_only, "could not be written: Read-only file system."),
        (special, "could not be written: "),
    ],
)
def test_code_5_when_the_bundle_cannot_be_written(
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    place: Callable[[Path], Iterator[Path]],
    reason: str,
) -> None:
    for path in place(tmp_path):
        code, words = doctor(data, *FINE, "--bundle", str(path))
        assert code == 5
        assert "2 fine." in words
        assert "is written" not in words
        complaint = capsys.readouterr().err.splitlines()
        assert complaint[0].startswith("The bundle ")
        assert reason in complaint[0]
        assert complaint[1:] == [text("doctor.bundle.not_written.hint")]


def test_a_bundle_changes_no_other_code(data: Path, tmp_path: Path) -> None:
    assert doctor(data, "--check", "lin-02", "--bundle", str(tmp_path / "out.zip"))[0] == 1
    data.chmod(0o777)
    assert doctor(data, "--check", "app-02", "--strict", "--bundle", str(tmp_path / "out.zip"))[0] == 3


def test_it_says_where_the_bundle_is(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, words = doctor(data, *FINE, "--bundle", "out.zip")
    assert code == 0
    assert words.endswith(f"\nThe bundle is written: {tmp_path / 'out.zip'}\n")
    assert capsys.readouterr() == ("", "")
    assert zipfile.is_zipfile(tmp_path / "out.zip")


def test_a_home_in_the_path_of_a_bundle_is_found(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert doctor(data, *FINE, "--bundle=~/out.zip")[0] == 0
    assert (tmp_path / "out.zip").exists()
    assert doctor(data, *FINE, "--bundle=~nobody-of-this-name/out.zip")[0] == 5


def test_with_json_the_bundle_is_told_elsewhere(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, words = doctor(data, *FINE, "--json", "--bundle", str(tmp_path / "out.zip"))
    assert capsys.readouterr().err == f"The bundle is written: {tmp_path / 'out.zip'}\n"
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert json.loads(archive.read("report.json")) == json.loads(words)
    code, words = doctor(data, *FINE, "--json", "--bundle", str(tmp_path))
    assert code == 5
    assert json.loads(words)["schema_version"] == 1


def test_a_bundle_is_no_text_for_a_terminal(data: Path) -> None:
    with pytest.raises(UsageError, match="goes to a file"):
        doctor(data, "--bundle", "-")
    with pytest.raises(UsageError, match="not allowed with"):
        doctor(data, "--list-checks", "--bundle", "out.zip")


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
    for flag in ("--online", "--connection", "--bundle", "--json-schema"):
        assert flag in words
    codes = re.findall(r"\b(\d), ", " ".join(words.partition("Exit codes:")[2].split()))
    assert codes == ["0", "1", "2", "3", "4", "5"]


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


# Nothing but the standard library, our own code and this folder of packages.
WITHOUT = """
import sys
sys.path[:0] = sys.argv.pop(1).split(":")
from app.__main__ import main
sys.exit(main())
"""
HIDDEN = re.compile(r"(pyside6|shiboken6|qtpy|gi|pygobject|pywebview|webview|openai|agents|chatkit)\b", re.IGNORECASE)


def test_it_works_where_neither_qt_nor_gtk_nor_openai_is_installed(data: Path, tmp_path: Path) -> None:
    packages = tmp_path / "packages"
    packages.mkdir()
    for package in Path(sysconfig.get_path("purelib")).iterdir():
        if not HIDDEN.match(package.name.replace("_", "-")):
            (packages / package.name).symlink_to(package)
    arguments = ["doctor", "--json", "--bundle", str(tmp_path / "out.zip"), "--data-dir", str(data)]
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", WITHOUT, f"{ROOT}:{packages}", *arguments],
        env={"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == f"The bundle is written: {tmp_path / 'out.zip'}\n"
    assert done.returncode == 1
    found = {check["id"]: check for check in json.loads(done.stdout)["checks"]}
    assert len(found) == len(CHECKS)
    assert "unknown" not in {check["state"] for check in found.values()}
    assert found["lin-01"]["summary"] == text("doctor.qt_engine.none")
    assert "chatkit" in found["app-07"]["summary"]
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        packages_told = json.loads(archive.read("environment.json"))["packages"]
    assert {"openai is not installed", "PySide6_Addons is not installed", "PyGObject is not installed"} <= {
        *packages_told
    }


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
