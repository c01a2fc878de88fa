from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

import programs
from app.errors import Unavailable
from tests.support.processes import ROOT
from tests.support.waiting import wait_until

ENVIRON = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "packaging")])}
posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no signals, and no program becomes another there")


@pytest.fixture(autouse=True)
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(programs, "LOGS", tmp_path)
    return tmp_path


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_failing_program_becomes_one_sentence_with_its_last_words(logs: Path) -> None:
    with pytest.raises(Unavailable) as caught:
        programs.run_quietly(
            python("print('one\\n\\ntwo'); raise SystemExit(7)"), task="Counting", log_name="count.log"
        )
    assert caught.value.sentence == f"Counting failed: {Path(sys.executable).name} ended with 7."
    assert caught.value.hint == f"one / two (all of it: {logs / 'count.log'})"
    assert caught.value.exit_code == 69


def test_a_program_that_is_not_there_becomes_one_sentence() -> None:
    with pytest.raises(Unavailable, match="Looking failed: nowhere-to-be-found ended with 127"):
        programs.run_quietly(["nowhere-to-be-found"], task="Looking", log_name="look.log")


def test_an_open_run_writes_to_the_error_stream_and_reads_nothing() -> None:
    code = (
        "import programs, sys;"
        "programs.run_openly([sys.executable, '-c', 'import sys; print(sys.stdin.read(), end=str())'], task='Reading')"
    )
    done = subprocess.run(python(code), input="typed", capture_output=True, text=True, env=ENVIRON, timeout=20)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_an_answer_is_none_when_the_program_fails_or_is_missing() -> None:
    assert programs.answer_of(python("print('yes')")) == "yes\n"
    assert programs.answer_of(python("raise SystemExit(1)")) is None
    assert programs.answer_of(["nowhere-to-be-found"]) is None


def test_a_program_in_front_gives_its_exit_code() -> None:
    assert programs.run_in_front(python("raise SystemExit(5)"), os.environ) == 5


@posix
def test_a_program_in_front_that_was_killed_is_told_from_one_that_failed() -> None:
    killed = programs.run_in_front(python("import os; os.kill(os.getpid(), 9)"), os.environ)
    assert killed == 128 + signal.SIGKILL


@posix
def test_a_request_to_end_takes_the_program_in_front_down_too() -> None:
    code = (
        "import os, programs, sys; programs.end_on_signals();"
        "programs.run_in_front([sys.executable, '-c', 'import time; time.sleep(60)'], os.environ)"
    )
    with subprocess.Popen(python(code), env=ENVIRON, cwd=ROOT) as process:
        family = psutil.Process(process.pid)
        # Forked is not yet started: until then there is nothing in front that could be taken down.
        running = wait_until(
            lambda: [child for child in family.children() if "time.sleep(60)" in " ".join(child.cmdline())],
            what="the program in front",
        )
        child = running[0]
        process.terminate()
        assert process.wait(20) == 128 + signal.SIGTERM
    wait_until(lambda: not child.is_running(), what="the program in front to end")


@posix
def test_a_request_to_end_that_was_swallowed_is_heard_at_the_next_stop() -> None:
    code = (
        "import contextlib, os, programs, signal; programs.end_on_signals(); programs.end_if_asked()\n"
        "with contextlib.suppress(SystemExit): os.kill(os.getpid(), signal.SIGTERM)\n"
        "print('swallowed', flush=True); programs.end_if_asked(); print('went on')"
    )
    done = subprocess.run(python(code), env=ENVIRON, cwd=ROOT, capture_output=True, text=True, timeout=20)
    assert (done.returncode, done.stdout) == (128 + signal.SIGTERM, "swallowed\n")


@posix
def test_handing_over_to_a_missing_program_is_one_sentence() -> None:
    with pytest.raises(Unavailable, match="Starting the program failed"):
        programs.hand_over(["/nowhere/to/be/found"], {})
