from __future__ import annotations

import io
import os
import time
from pathlib import Path

import pytest
from dotenv import dotenv_values

from app.errors import SettingsProblem
from app.settings import env_file
from app.settings.env_file import choose_env_file, parse_env_text, read_env_file

TEXT = """\
# a comment
CHATKIT_WORKFLOW_ID=wf_123   # behind a value
export AGENTNOOK_THEME = dark
LITERAL='a # "b" \\n'
QUOTED="first\\nsecond \\"third\\" \\\\" # behind a quote
EMPTY=
HASH=a#b
TWICE=1
TWICE=2
ACCENT=é

   SPACED   =   two words
"""


def test_lines_mean_what_they_mean_to_dotenv() -> None:
    assert parse_env_text(TEXT) == dotenv_values(stream=io.StringIO(TEXT), interpolate=False)


def test_windows_line_ends_are_no_part_of_a_value() -> None:
    assert parse_env_text("A=1\r\nB='2'\r\n") == {"A": "1", "B": "2"}


def test_other_lines_are_passed_over() -> None:
    assert parse_env_text("no sign\n1A=1\nB='no end\n=x\nC D=1\nE=${HOME}\n") == {"E": "${HOME}"}


def test_template_without_a_value_is_empty() -> None:
    assert parse_env_text("CHATKIT_WORKFLOW_ID= # your id\n") == {"CHATKIT_WORKFLOW_ID": ""}


@pytest.mark.parametrize(
    "line", ["A=x" + " " * 200_000 + "y", 'A="' + "\\" * 200_000, "export " * 40_000, "A=" * 99_999]
)
def test_hostile_line_takes_no_time(line: str) -> None:
    started = time.monotonic()
    parse_env_text(line)
    assert time.monotonic() - started < 5


def test_file_may_be_a_link_and_hold_anything(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"\xef\xbb\xbfA=1\n\xff\xfe\x00=\nB=\xff\n")
    (tmp_path / ".env").symlink_to("real")
    assert read_env_file(tmp_path / ".env") == {"A": "1", "B": "\ufffd"}


def test_fifo_and_flood_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "flood").write_bytes(b"#" * (env_file.LARGEST_BYTES + 1))
    for name in ("fifo", "flood", "missing"):
        with pytest.raises(OSError, match=r"plain file|too large|No such file"):
            read_env_file(tmp_path / name)


def test_working_folder_counts_only_when_run_from_source(tmp_path: Path) -> None:
    assert choose_env_file(None, tmp_path, source_run=True) is None
    (tmp_path / ".env").touch()
    assert choose_env_file(None, tmp_path, source_run=True) == tmp_path / ".env"
    assert choose_env_file(None, tmp_path, source_run=False) is None


def test_file_that_was_asked_for_has_to_be_there(tmp_path: Path) -> None:
    (tmp_path / ".env").touch()
    (tmp_path / "mine").touch()
    assert choose_env_file(tmp_path / "mine", tmp_path, source_run=False) == tmp_path / "mine"
    with pytest.raises(SettingsProblem, match="--env-file"):
        choose_env_file(tmp_path / "missing", tmp_path, source_run=True)
