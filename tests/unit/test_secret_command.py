"""The process that makes the first secret of a start: a real one, with the stand-in of OpenAI's and a real keyring."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from app.errors import KeyRefused, RateLimited
from app.services.connection_file import ConnectionFile
from app.services.connections import GIVEN_ID, Connection
from app.services.early_secret import EarlySecret, may_need_secret
from app.services.secret_order import SecretOrder, parse_secret_order
from app.settings.locations import resolve_locations
from tests.support.keyring_probe import CONNECTION as PROBED
from tests.support.official_app import NO_BUS
from tests.support.processes import ROOT
from tests.support.secret_service import lock, secret_service
from tests.support.stand_in_api import SECRET_MARK, Answer, StandInApi, failing, in_place_of_openai
from tests.support.waiting import wait_until

KEY = "sk-canary-0123456789-wxyz"
GIVEN = Connection(GIVEN_ID, "workflow", "Mine", "Mine", workflow_id="wf_68a1b2c3")
KEPT = Connection(PROBED, "workflow", "Mine", "Mine", workflow_id="wf_68a1b2c3")


@pytest.fixture(autouse=True)
def surroundings_of_a_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", NO_BUS)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInApi]:
    with in_place_of_openai(monkeypatch) as standing_in:
        yield standing_in


@pytest.fixture
def early() -> Iterator[EarlySecret]:
    begun = EarlySecret()
    yield begun
    begun.end()


def order(folder: Path, connection: Connection = GIVEN, *, traced: bool = False) -> SecretOrder:
    return SecretOrder(connection, folder / "installation", None, traced)


def test_it_makes_one_secret_for_the_connection_that_was_ordered(
    api: StandInApi, early: EarlySecret, tmp_path: Path
) -> None:
    early.order(order(tmp_path))
    secret = early.take(GIVEN)
    assert secret is not None
    assert secret.value.startswith(SECRET_MARK)
    # The life is counted from the order on, and whoever takes it counts from now.
    assert 590 < secret.lives_for_seconds < 600
    ((_, headers, body),) = api.requests
    assert headers["authorization"] == f"Bearer {KEY}"
    assert body["user"] == (tmp_path / "installation").read_text()
    assert api.violations == []
    assert early.take(GIVEN) is None


def test_another_connection_gets_none_of_it(api: StandInApi, early: EarlySecret, tmp_path: Path) -> None:
    early.order(order(tmp_path))
    assert early.take(KEPT) is None


def test_its_failures_are_those_of_the_tree(api: StandInApi, tmp_path: Path) -> None:
    api.script = [failing(401, "invalid_api_key"), failing(429, "", retry_after="7")]
    for expected in (KeyRefused, RateLimited):
        early = EarlySecret()
        early.order(order(tmp_path))
        with pytest.raises(expected) as raised:
            early.take(GIVEN)
        assert raised.value.sentence == expected().sentence
    assert isinstance(raised.value, RateLimited)
    assert raised.value.retry_after_seconds == pytest.approx(7)


def test_a_developer_reads_what_it_noted(
    api: StandInApi, early: EarlySecret, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "app.services.session_trace")
    early.order(order(tmp_path, traced=True))
    secret = early.take(GIVEN)
    assert secret is not None
    assert "chatkit/sessions: status 200, ok: True" in caplog.text
    assert secret.value not in caplog.text


def test_it_ends_when_it_is_not_wanted_and_who_waits_gets_none(
    api: StandInApi, early: EarlySecret, tmp_path: Path
) -> None:
    api.script = [Answer(hangs=True)]
    early.order(order(tmp_path))
    wait_until(lambda: api.requests, what="the request")
    taken: list[object] = []
    waiting = threading.Thread(target=lambda: taken.append(early.take(GIVEN)))
    waiting.start()
    early.end()
    waiting.join(5)
    assert taken == [None]


def test_it_ends_with_the_window_process(api: StandInApi) -> None:
    begin = "import os; from app.services.early_secret import EarlySecret; early = EarlySecret(); "
    begin += "print(early.pid, flush=True); os._exit(1)"
    told = subprocess.run([sys.executable, "-c", begin], cwd=ROOT, capture_output=True, text=True, check=False)
    wait_until(lambda: not psutil.pid_exists(int(told.stdout)), what="its end")


def test_it_reads_an_open_keyring_and_asks_nobody_about_a_locked_one(
    api: StandInApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with secret_service(tmp_path / "session") as environ:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", environ["DBUS_SESSION_BUS_ADDRESS"])
        probe = [sys.executable, "-m", "tests.support.keyring_probe", "20", "store sk-of-the-keyring-12345678"]
        subprocess.run(probe, env=environ, cwd=ROOT, check=True, capture_output=True)
        assert taken(tmp_path) is not None
        assert api.requests[-1][1]["authorization"] == "Bearer sk-of-the-keyring-12345678"
        lock(environ)
        # The key of the environment is second to the one that is locked away.
        assert taken(tmp_path) is None
        assert len(api.requests) == 1


def taken(folder: Path) -> object:
    early = EarlySecret()
    early.order(order(folder, KEPT))
    return early.take(KEPT)


@pytest.mark.parametrize("plant", [os.mkfifo, lambda path: path.symlink_to("/dev/zero"), Path.mkdir])
def test_what_is_no_file_is_not_waited_for_at_a_start(tmp_path: Path, plant: Callable[[Path], object]) -> None:
    locations = resolve_locations(tmp_path, {})
    for path in (locations.settings_file, locations.connections_file, tmp_path / ".env"):
        plant(path)
    assert not may_need_secret(locations, tmp_path / ".env", {}, {})


def test_only_where_one_may_be_needed_a_process_is_started(tmp_path: Path) -> None:
    locations, env_file = resolve_locations(tmp_path, {}), tmp_path / ".env"
    kept = ConnectionFile(locations.connections_file)
    assert not may_need_secret(locations, None, {"OPENAI_API_KEY": KEY}, {})
    assert not may_need_secret(locations, env_file, {}, {})
    kept.write([Connection("c2", "server", "Mine", "Mine", url="https://chat.example.org/chatkit")])
    assert not may_need_secret(locations, None, {}, {})
    kept.write([KEPT])
    assert may_need_secret(locations, None, {}, {})
    locations.connections_file.unlink()
    env_file.write_text("CHATKIT_WORKFLOW_ID=wf_68a1b2c3\n")
    assert may_need_secret(locations, env_file, {}, {})
    assert may_need_secret(locations, None, {"VITE_CHATKIT_WORKFLOW_ID": "wf_68a1b2c3"}, {})
    assert may_need_secret(locations, None, {}, {"workflow_id": "wf_68a1b2c3"})
    locations.settings_file.write_text('{"workflow_id": "wf_68a1b2c3"}')
    assert may_need_secret(locations, None, {}, {})


def test_an_order_is_the_same_at_the_other_end_and_holds_no_key(tmp_path: Path) -> None:
    for each in (order(tmp_path), SecretOrder(KEPT, tmp_path / "i", tmp_path / ".env", traced=True)):
        assert parse_secret_order(each.line()) == each
        assert KEY.encode() not in each.line()
