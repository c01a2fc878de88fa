from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app import __main__, command_line, refused_start, startup, terminal
from app.brand import BRAND
from app.errors import InternalError, NoDisplay, UsageError
from app.resources import text
from app.settings.data_lock import DataLock
from app.settings.locations import resolve_locations
from app.settings.schema import SETTINGS, overrides_from
from app.window.lifecycle import SIGNALS, Lifecycle

# Who develops reads a terminal, so that no message comes up on the screen.
SAY_IT_HERE = ("--development",)


@pytest.fixture(autouse=True)
def kept_handlers() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in SIGNALS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def lifecycle() -> Iterator[Lifecycle]:
    lifecycle = Lifecycle(end_process=lambda _code: None)
    lifecycle.install()
    yield lifecycle
    lifecycle.release()


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[startup.WindowArguments]:
    """Return what a window would have been shown with."""
    windows: list[startup.WindowArguments] = []

    def show(arguments: startup.WindowArguments, _lifecycle: Lifecycle) -> int:
        windows.append(arguments)
        return 0

    monkeypatch.setattr(startup, "run_window", show)
    return windows


def test_a_window_gets_what_the_command_line_says(
    lifecycle: Lifecycle, shown: list[startup.WindowArguments], tmp_path: Path
) -> None:
    env_file = tmp_path / "mine.env"
    env_file.touch()
    arguments = ["--data-dir", str(tmp_path), "--env-file", str(env_file), "--theme", "dark", "--no-development"]
    assert command_line.run(arguments, lifecycle) == 0
    assert shown == [startup.WindowArguments(tmp_path, env_file, {"theme": "dark", "development": False}, False)]
    assert signal.getsignal(signal.SIGTERM) == lifecycle._on_signal


def test_files_go_to_the_window_from_where_the_command_was_given(
    lifecycle: Lifecycle, shown: list[startup.WindowArguments], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.pdf", "-b.txt"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    command_line.run(["a.pdf", "--theme", "dark", "--", "-b.txt"], lifecycle)
    assert shown[0].files == (tmp_path / "a.pdf", tmp_path / "-b.txt")


@pytest.mark.parametrize(
    ("given", "safe_mode", "wanted"),
    [
        ([], False, []),
        (["gone.pdf", "--data-dir", "x", "--", "-b.txt"], True, ["--safe-mode", "--data-dir=x"]),
        (["--env-file=-x.env", "--allow-root"], False, ["--env-file=-x.env", "--allow-root"]),
        (["--safe-mode"], False, []),
        (["--dev", "--no-window-maximized"], False, ["--no-window-maximized", "--development"]),
        (
            ["--zoom-percent", "300", "--engine", "gtk", "--log-level", "debug"],
            True,
            ["--safe-mode", "--log-level=debug"],
        ),
        (
            ["--allowed-link-hosts", "a.org,b.org", "--locale="],
            False,
            ["--locale=", "--allowed-link-hosts=a.org,b.org"],
        ),
    ],
)
def test_it_starts_again_with_its_flags_and_without_its_files(
    given: list[str], safe_mode: bool, wanted: list[str]
) -> None:
    parser = command_line.window_parser()
    found = command_line.flags_again(parser.parse_intermixed_args(given), safe_mode)
    assert found == wanted
    again = parser.parse_intermixed_args(found)
    assert (again.files, again.safe_mode) == ([], safe_mode)
    assert safe_mode or overrides_from(again) == overrides_from(parser.parse_intermixed_args(given))


def test_the_start_of_a_flag_is_no_flag() -> None:
    with pytest.raises(UsageError):
        command_line.window_parser().parse_intermixed_args(["--safe"])


@pytest.mark.parametrize(("name", "words", "exit_code"), [("gone", "is not there", 66), (".", "is a folder", 65)])
def test_what_is_no_file_is_said_before_there_is_a_window(
    lifecycle: Lifecycle,
    shown: list[startup.WindowArguments],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    words: str,
    exit_code: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.pdf").touch()
    assert command_line.run(["a.pdf", name, *SAY_IT_HERE], lifecycle) == exit_code
    assert words in capsys.readouterr().err
    assert shown == []


def test_a_second_start_with_settings_of_its_own_is_refused(
    lifecycle: Lifecycle, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    with DataLock(resolve_locations(data, {}).data_lock_file):
        assert command_line.run(["--allow-root", "--data-dir", str(data), *SAY_IT_HERE], lifecycle) == 75
    assert text("error.already_running.sentence") in capsys.readouterr().err
    assert not (data / "log" / refused_start.REPORT_NAME).exists()


@pytest.mark.parametrize(
    ("argv", "flags"),
    [
        (["--theme", "dark", "a.pdf"], ["--theme", "dark", "a.pdf"]),
        ([], []),
        ([f"{BRAND.url_scheme}:new"], ["--new-conversation"]),
        ([f"{BRAND.url_scheme}://new/"], ["--new-conversation"]),
        ([f"{BRAND.url_scheme}:anything else"], []),
    ],
)
def test_a_link_is_what_it_asks_for(argv: list[str], flags: list[str]) -> None:
    assert command_line.flags_of_link(argv) == flags


@pytest.mark.parametrize("more", ["--env-file=evil.env", "letter.pdf", "--", f"{BRAND.url_scheme}:new", ""])
@pytest.mark.parametrize("comes_first", [True, False])
def test_t09_what_a_link_was_taken_apart_into_is_refused(
    lifecycle: Lifecycle, shown: list[startup.WindowArguments], more: str, comes_first: bool
) -> None:
    argv = [f"{BRAND.url_scheme}:", more]
    with pytest.raises(UsageError):
        command_line.run(argv if comes_first else argv[::-1], lifecycle)
    assert shown == []


@pytest.mark.parametrize("host", ["", "localhost"])
def test_desktops_name_files_by_their_address(
    lifecycle: Lifecycle, shown: list[startup.WindowArguments], tmp_path: Path, host: str
) -> None:
    file = tmp_path / os.fsdecode("a 100% b\u00fc \U0001f600 ?#.pdf".encode() + b"\xff")
    file.touch()
    command_line.run([f"file://{host}{file.as_uri().removeprefix('file://')}", "--new-conversation"], lifecycle)
    assert (shown[0].files, shown[0].new_conversation) == ((file,), True)


@pytest.mark.parametrize(
    "address",
    ["file://elsewhere/a.pdf", "file://", "FILE://elsewhere/a", "file:////elsewhere/a", "smb://elsewhere/a.pdf"],
)
def test_a_file_of_another_computer_is_none_of_this_one(lifecycle: Lifecycle, address: str) -> None:
    with pytest.raises(UsageError):
        command_line.run([address], lifecycle)


def test_what_nobody_foresaw_is_told_and_reported(
    lifecycle: Lifecycle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(startup, "run_window", fail(ZeroDivisionError("secret")))
    assert command_line.run(["--data-dir", str(tmp_path), *SAY_IT_HERE], lifecycle) == 70
    report = tmp_path / "log" / refused_start.REPORT_NAME
    sentence, hint, place = capsys.readouterr().err.splitlines()
    assert (sentence, hint) == (InternalError.default_sentence, InternalError.default_hint)
    assert place.endswith(str(report))
    assert report.read_text().startswith(f"{InternalError.code}: {sentence}\n{hint}\n\n")
    assert report.stat().st_mode & 0o077 == 0
    assert "secret" not in report.read_text()


@pytest.mark.parametrize("has_temporary", [True, False])
def test_where_the_log_cannot_be_written_the_report_is_among_the_temporary_files(
    has_temporary: bool,
    lifecycle: Lifecycle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "data").write_text("no folder")
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / ("temporary" if has_temporary else "gone")))
    monkeypatch.setattr(startup, "run_window", fail(ZeroDivisionError()))
    assert command_line.run(["--data-dir", str(tmp_path / "data"), *SAY_IT_HERE], lifecycle) == 70
    place = capsys.readouterr().err.splitlines()[-1]
    if not has_temporary:
        assert place == text("refused_start.no_report", command="agentnook doctor")
        return
    (report,) = (tmp_path / "temporary").glob(f"agentnook-*/{refused_start.REPORT_NAME}")
    assert place == text("refused_start.report", path=report)
    assert (report.stat().st_mode | report.parent.stat().st_mode) & 0o077 == 0
    assert "(app-02)" in report.read_text()


def test_a_refusal_that_cannot_be_explained_is_still_told(
    lifecycle: Lifecycle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(startup, "run_window", fail(NoDisplay()))
    monkeypatch.setattr(refused_start, "run_checks", fail(MemoryError()))
    assert command_line.run(["--data-dir", str(tmp_path), *SAY_IT_HERE], lifecycle) == 69
    assert capsys.readouterr().err == f"{NoDisplay.default_sentence}\n{NoDisplay.default_hint}\n"


@pytest.mark.parametrize("source_run", [True, False])
def test_an_env_file_beside_counts_only_when_run_from_source(
    lifecycle: Lifecycle,
    shown: list[startup.WindowArguments],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    source_run: bool,
) -> None:
    (tmp_path / ".env").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command_line, "is_source_run", lambda: source_run)
    command_line.run([], lifecycle)
    assert shown[0].env_file == (tmp_path / ".env" if source_run else None)


@pytest.mark.parametrize(
    ("verb", "module"), [("doctor", "app.diagnostics.command.run_doctor"), ("chat-host", "app.chat_host.process.main")]
)
def test_a_command_without_a_window_gives_the_signals_back(
    lifecycle: Lifecycle, monkeypatch: pytest.MonkeyPatch, verb: str, module: str
) -> None:
    handlers: list[object] = []

    def run(*_arguments: object) -> int:
        handlers.append(signal.getsignal(signal.SIGINT))
        return 7

    monkeypatch.setattr(module, run)
    assert command_line.run([verb], lifecycle) == 7
    assert handlers == [signal.default_int_handler]


def test_safe_mode_is_the_first_window_unless_something_else_is_said(
    lifecycle: Lifecycle, shown: list[startup.WindowArguments]
) -> None:
    command_line.run(["--safe-mode", "--zoom-percent", "150"], lifecycle)
    said = shown[0].overrides
    assert (said["software_rendering"], said["connection"], said["window_width_px"]) == (True, "local", 1024)
    assert said["zoom_percent"] == 150
    command_line.run([], lifecycle)
    assert shown[1].overrides == {}


def test_every_setting_has_a_flag() -> None:
    known = {option for action in command_line.window_parser()._actions for option in action.option_strings}
    assert {flag for setting in SETTINGS for flag in setting.flags} <= known


@pytest.mark.parametrize(("spelling", "wanted"), [("--dev", True), ("--development", True), ("--no-dev", False)])
def test_development_has_a_short_flag(
    lifecycle: Lifecycle, shown: list[startup.WindowArguments], spelling: str, wanted: bool
) -> None:
    assert command_line.run([spelling], lifecycle) == 0
    assert shown[0].overrides == {"development": wanted}


def test_what_cannot_be_understood_is_an_error_of_the_tree(lifecycle: Lifecycle) -> None:
    with pytest.raises(UsageError, match="--no-such-flag") as caught:
        command_line.run(["--no-such-flag"], lifecycle)
    assert caught.value.exit_code == 2


class NoLifecycle:
    """Leaves the signals of the tests alone."""

    def install(self) -> None:
        return


def fail(error: BaseException) -> Callable[..., Any]:
    def run(*_arguments: object) -> int:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (NoDisplay(detail="in no log"), 69, f"{NoDisplay.default_sentence}\n{NoDisplay.default_hint}\n"),
        (ZeroDivisionError("secret"), 70, "The program made a mistake.\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_whatever_fails_is_an_exit_code_and_words_for_people(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, code: int, words: str
) -> None:
    monkeypatch.setattr(command_line, "run", fail(error))
    monkeypatch.setattr(__main__, "Lifecycle", NoLifecycle)
    monkeypatch.setattr(sys, "argv", ["agentnook"])
    assert __main__.main() == code
    said = capsys.readouterr().err
    assert said.startswith(words)
    assert "secret" not in said
    assert "Traceback" not in said


def test_a_program_without_a_terminal_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert terminal.report(NoDisplay()) == 69
