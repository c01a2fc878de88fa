"""The command `export`: a real process, a stand-in for OpenAI's interface, real files and a real database."""

from __future__ import annotations

import asyncio
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.chat_host.database import open_database
from app.chat_host.store import ConversationStore
from app.errors import KeyMissing, KeyRefused, NotFound, ServerTrouble, UsageError
from app.export_command import run_export
from app.services.connection_file import ConnectionFile
from app.services.connections import Connection, Connections
from app.services.export_order import ExportOrder
from tests.support.hosted_threads import every_kind, hosted_thread, question, reply
from tests.support.official_app import NO_BUS
from tests.support.processes import ROOT
from tests.support.stand_in_api import Answer, StandInApi, failing, in_place_of_openai

KEY = "sk-of-the-test-0123456789"
GIVEN = {"OPENAI_API_KEY": KEY, "PATH": "/usr/bin"}


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no keyring of the machine answer: it would ask on the screen of the other tests."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", NO_BUS)


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInApi]:
    with in_place_of_openai(monkeypatch) as standing_in:
        for number in range(3):
            thread = hosted_thread(number, f"Talk {number}", "a" if number else "b")
            items = every_kind(thread) if number == 2 else [question(thread, 1, "Hello"), reply(thread, 2, "Hi")]
            standing_in.conversations[thread["id"]] = (thread, items)
        yield standing_in


def export(data_dir: Path, *arguments: str, environ: dict[str, str] = GIVEN) -> tuple[int, str]:
    output = io.StringIO()
    command = ["--hosted", *arguments, "--data-dir", str(data_dir)]
    return run_export(command, environ=environ, output=output), output.getvalue()


def history(data_dir: Path) -> list[str | None]:
    connection, _ = open_database(data_dir / "conversations.sqlite3")
    with closing(connection):
        store = ConversationStore(connection)
        return [each.title for each in asyncio.run(store.load_threads(100, None, "asc", None)).data]


def test_every_conversation_is_on_the_disk_and_in_the_history(api: StandInApi, tmp_path: Path) -> None:
    exit_code, said = export(tmp_path)
    files = list((tmp_path / "Conversations from OpenAI").iterdir())
    assert sorted(file.suffix for file in files) == [".json"] * 3 + [".md"] * 3
    assert history(tmp_path) == ["Talk 0", "Talk 1", "Talk 2"]
    assert "Done: 3 conversations" in said
    assert "cthr_2: the content of the file “cat.png”" in said
    assert exit_code == 0
    assert {headers["authorization"] for _, headers, _ in api.requests} == {f"Bearer {KEY}"}


def test_files_alone_can_be_had_and_those_of_one_user(api: StandInApi, tmp_path: Path) -> None:
    assert export(tmp_path, str(tmp_path / "there"), "--no-import", "--user", "b")[0] == 0
    assert len(list((tmp_path / "there").glob("*.json"))) == 1
    assert not (tmp_path / "conversations.sqlite3").exists()


def test_one_that_cannot_be_read_is_named_and_tried_again_the_next_time(api: StandInApi, tmp_path: Path) -> None:
    api.script = [Answer(), failing(400)]
    exit_code, said = export(tmp_path)
    assert (exit_code, "cthr_0 could not be read" in said) == (1, True)
    # That run came to its end: the next one reads anew what may have gone on.
    api.requests.clear()
    assert export(tmp_path)[0] == 0
    assert len(api.requests) == 4
    assert history(tmp_path) == ["Talk 1", "Talk 2", "Talk 0"]


def test_many_that_cannot_be_read_do_not_stand_before_the_rest(api: StandInApi, tmp_path: Path) -> None:
    for number in range(3, 9):
        thread = hosted_thread(number, f"Talk {number}")
        api.conversations[thread["id"]] = (thread, [reply(thread, 1, "Hi")])
    api.script = [Answer(), *[failing(404)] * 8]
    exit_code, _said = export(tmp_path)
    assert (exit_code, history(tmp_path)) == (1, ["Talk 8"])


@pytest.mark.parametrize(
    "odd",
    [
        {"title": "\ud83d"},
        {"created_at": 10**20},
        {"created_at": None},
        {"title": {"a": 1}},
        {"id": "../../x\n\x1b]0;y"},
    ],
)
def test_an_odd_conversation_keeps_no_other_from_being_saved(
    api: StandInApi, odd: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thread, items = api.conversations["cthr_0"]
    api.conversations["cthr_0"] = ({**thread, **odd}, [{**items[0], "content": None}, {**items[1], "content": [3]}])
    monkeypatch.setattr("tests.support.stand_in_api.violations", lambda _schema, _value: [])
    exit_code, said = export(tmp_path)
    assert exit_code in (0, 1)
    assert {"Talk 1", "Talk 2"} <= set(history(tmp_path))
    assert "\x1b" not in said


def test_a_run_into_another_place_begins_anew(api: StandInApi, tmp_path: Path) -> None:
    api.script = [Answer(), Answer(), failing(401)]
    with pytest.raises(KeyRefused):
        export(tmp_path, "--no-import")
    assert export(tmp_path)[0] == 0
    assert history(tmp_path) == ["Talk 0", "Talk 1", "Talk 2"]


def test_what_was_moved_away_in_between_is_written_again(api: StandInApi, tmp_path: Path) -> None:
    api.script = [Answer(), Answer(), failing(401)]
    with pytest.raises(KeyRefused):
        export(tmp_path)
    for file in (tmp_path / "Conversations from OpenAI").glob("*.json"):
        file.unlink()
    export(tmp_path)
    assert len(list((tmp_path / "Conversations from OpenAI").glob("*.json"))) == 3


def test_an_interrupted_run_is_gone_on_with(api: StandInApi, tmp_path: Path) -> None:
    api.script = [Answer(), Answer(), failing(401)]
    with pytest.raises(KeyRefused, match="conversations at OpenAI could not be read: the key was not accepted"):
        export(tmp_path)
    assert history(tmp_path) == ["Talk 0"]
    api.requests.clear()
    assert export(tmp_path)[0] == 0
    assert [path.split("?")[0].split("/")[-2] for path, *_ in api.requests][1:] == ["cthr_1", "cthr_2"]


def test_a_server_in_trouble_is_asked_again_and_given_up_on_in_the_end(api: StandInApi, tmp_path: Path) -> None:
    soon = {"retry_after_ms": "1"}
    api.script = [failing(503, **soon), failing(429, **soon)]
    assert export(tmp_path / "again")[0] == 0
    api.script = [Answer(), *[failing(503, **soon)] * 15]
    with pytest.raises(ServerTrouble, match="could not be read: the server has trouble"):
        export(tmp_path / "given-up")


def test_the_key_is_that_of_a_connection_or_given(api: StandInApi, tmp_path: Path) -> None:
    with pytest.raises(KeyMissing, match="no key to read"):
        export(tmp_path, environ={})
    with pytest.raises(NotFound, match="called “x”"):
        export(tmp_path, "--connection", "x")
    Connections(ConnectionFile(tmp_path / "connections.json")).save(Connection("", "workflow", "Mine", "", "wf_1"))
    assert export(tmp_path, "--connection", "Mine")[0] == 0


def test_what_to_save_has_to_be_said() -> None:
    with pytest.raises(UsageError):
        run_export([])


def test_as_a_process_it_takes_its_order_from_stdin_and_ends_with_it(api: StandInApi, tmp_path: Path) -> None:
    order = ExportOrder(KEY, tmp_path / "kept", tmp_path / "conversations.sqlite3")
    command = [sys.executable, "-m", "app", "export", "--ordered"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(order.line())
        process.stdin.flush()
        told = [json.loads(line) for line in process.stdout]
        process.stdin.close()
    assert told[-1] == {"ended": True, "done": 3, "failed": 0, "lost": 1}
    assert [each["done"] for each in told[:-1]] == [1, 2, 3]
    assert history(tmp_path) == ["Talk 0", "Talk 1", "Talk 2"]


def test_as_a_process_it_ends_with_who_ordered_it(api: StandInApi, tmp_path: Path) -> None:
    api.script = [Answer(hangs=True)]
    order = ExportOrder(KEY, tmp_path / "kept", None)
    command = [sys.executable, "-m", "app", "export", "--ordered"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.communicate(order.line(), timeout=30)
        assert process.returncode == 0


def test_no_line_and_no_record_shows_the_key(tmp_path: Path) -> None:
    assert KEY not in repr(ExportOrder(KEY, tmp_path, None))
