"""Runs other programs, so that a failing one ends as a single sentence and never as a traceback."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

from app.errors import Unavailable
from checkout import LOGS, ROOT

END_SECONDS = 10.0
TAIL_LINES = 3
_asked_to_end: list[int] = []
# Where Windows has programs when they are not on the path.
FOLDERS = {"makensis": "NSIS", "7z": "7-Zip"}


def say(line: str) -> None:
    """Tell the person at the terminal what is being done."""
    print(f"dev.py: {line}", file=sys.stderr, flush=True)


def run_quietly(
    command: Sequence[str], *, task: str, log_name: str, environ: Mapping[str, str] | None = None, cwd: Path = ROOT
) -> None:
    """Run a program with its output in a log; when it fails, raise a sentence that ends with what it said last."""
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / log_name
    with log.open("wb") as output:
        code = _call(command, environ=environ, cwd=cwd, output=output.fileno())
    if code:
        raise failure(command, task=task, code=code, hint=f"{last_words(log)} (all of it: {log})".strip())


def run_openly(
    command: Sequence[str], *, task: str, environ: Mapping[str, str] | None = None, cwd: Path = ROOT
) -> None:
    """Run a program with its output on the terminal's error stream; when it fails, raise a sentence."""
    sys.stderr.flush()
    code = _call(command, environ=environ, cwd=cwd, output=sys.stderr.fileno())
    if code:
        raise failure(command, task=task, code=code, hint="What it said stands above.")


def answer_of(command: Sequence[str], *, timeout_seconds: float = 60.0) -> str | None:
    """Return what a program prints, or None when it cannot be run or fails."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=timeout_seconds, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def hand_over(command: Sequence[str], environ: Mapping[str, str]) -> NoReturn:
    """Become another program; where the system cannot do that, run it and end with its exit code."""
    sys.stdout.flush()
    sys.stderr.flush()
    os.chdir(ROOT)
    if os.name == "nt":
        raise SystemExit(run_in_front(command, environ))
    try:
        os.execve(command[0], list(command), dict(environ))  # noqa: S606
    except OSError as error:
        raise failure(command, task="Starting the program", code=127, hint=str(error)) from error


def run_in_front(command: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run a program that owns the terminal; pass a request to end on to it, and return its exit code."""
    try:
        process = subprocess.Popen(command, env=dict(environ), cwd=ROOT)
    except OSError as error:
        raise failure(command, task="Starting a program", code=127, hint=str(error)) from error
    try:
        code = process.wait()
    except BaseException:
        end(process)
        raise
    return code if code >= 0 else 128 - code


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask a program to end, and make it end when it does not."""
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def find_program(name: str) -> Path | None:
    """Return where a program is: on the path or, since installers leave it off there, in its folder on Windows."""
    folder = FOLDERS.get(name, "")
    roots = [os.environ[each] for each in ("ProgramFiles", "ProgramFiles(x86)") if folder and each in os.environ]
    found = shutil.which(name)
    for root in roots:
        found = found or shutil.which(name, path=str(Path(root) / folder))
    return Path(found) if found else None


def ending_with_us() -> list[str]:
    """Return what stands before a command that the kernel is to end even if we are killed and can clean up nothing."""
    return ["setpriv", "--pdeathsig", "TERM", "--"] if shutil.which("setpriv") else []


def end_on_signals() -> None:
    """Turn a request to end into an exception, so that everything that was started is taken down in order."""

    def leave(number: int, frame: FrameType | None) -> None:
        del frame
        _asked_to_end.append(number)
        end_if_asked()

    _asked_to_end.clear()
    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(number, leave)


def end_if_asked() -> None:
    """End if that was asked for: what runs when the request comes may swallow the exception."""
    if _asked_to_end:
        raise SystemExit(128 + _asked_to_end[0])


def failure(command: Sequence[str], *, task: str, code: int, hint: str) -> Unavailable:
    """Return the one sentence about a program that failed."""
    return Unavailable(f"{task} failed: {Path(command[0]).name} ended with {code}.", hint=hint)


def last_words(log: Path) -> str:
    """Return the last lines a program wrote, as one line."""
    lines = log.read_text("utf-8", errors="replace").split("\n")
    return " / ".join([line.strip() for line in lines if line.strip()][-TAIL_LINES:])


def _call(command: Sequence[str], *, environ: Mapping[str, str] | None, cwd: Path, output: int) -> int:
    try:
        process = subprocess.Popen(
            command,
            env=None if environ is None else dict(environ),
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
    except OSError as error:
        os.write(output, f"{error}\n".encode())
        return 127
    try:
        return process.wait()
    except BaseException:
        end(process)
        raise
