"""T19: client secrets are on no disk, however many there were, and one that has ended is handed to nobody."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from app.services.client_secrets import MOST_A_MINUTE, ClientSecrets, MintedSecret
from app.services.hosted_sessions import SessionOptions, mint_hosted
from tests.support.official_app import OfficialApp
from tests.support.page_scripts import WITH_BRIDGE
from tests.support.stand_in_api import SECRET_MARK, StandInApi, in_place_of_openai, stand_in
from tests.support.stand_in_component import stand_in_component
from tests.support.waiting import wait_until

GIVEN = {"OPENAI_API_KEY": "sk-test-0123456789-canary", "CHATKIT_WORKFLOW_ID": "wf_68a1b2c3"}
# As many as a window makes in a minute, beside the one of its start; a hundred are made in tests/faults.
SESSIONS = MOST_A_MINUTE - 2
LIVES_SECONDS = 2
RENEW = f"""{WITH_BRIDGE}
    let current = null;
    for (let count = 0; count < argument; count += 1) {{
        ({{ client_secret: current }} = await bridge.call('chat.client_secret', {{ current, anew: false }}));
    }}
    return current;
"""


def files_with_secrets(folder: Path) -> list[Path]:
    """Return the files with a client secret, as bytes or as the engine keeps letters."""
    marks = [SECRET_MARK.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return [path for path in files if any(mark in path.read_bytes() for mark in marks)]


def left_behind(folder: Path, sessions: int, options: Sequence[str] = ()) -> list[Path]:
    """Talk and have this many secrets made in the window; return the files that tell one, while it runs or after."""
    with (
        stand_in() as api,
        stand_in_component() as component,
        OfficialApp(folder, component.script("good"), options, api=api.url, given=GIVEN) as app,
    ):
        app.attach()
        app.say("Hello")
        app.wait_for_answer("You said: Hello")
        assert app.in_shell(RENEW, sessions).startswith(SECRET_MARK)
        assert len(api.requests) >= sessions
        found = files_with_secrets(folder)
        app.stop()
        # What was looked at holds what the program writes.
        assert "getClientSecret invoked" in app.log()
    return found + files_with_secrets(folder)


@pytest.mark.window
@pytest.mark.qt
def test_t19_no_session_leaves_a_secret_on_the_disk(tmp_path: Path) -> None:
    assert left_behind(tmp_path / "run", SESSIONS) == []


@pytest.mark.window
@pytest.mark.qt
def test_t19_secrets_are_on_the_disk_without_redaction_twin(tmp_path: Path) -> None:
    found = left_behind(tmp_path / "run", 2, ("--without", "log redaction"))
    assert {path.name for path in found} == {"agentnook.log"}


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInApi]:
    with in_place_of_openai(monkeypatch) as server:
        server.lives_for = LIVES_SECONDS
        yield server


def mint() -> MintedSecret:
    return mint_hosted(SessionOptions("wf_1", "somebody"), "sk-test-key")


def kept_until_its_end(secrets: ClientSecrets) -> bool:
    """Ask for a secret until the first one has ended, and say whether that was handed out to the last."""
    asked = time.monotonic()
    first = secrets.get(None).value
    wait_until(
        lambda: secrets.get(None).value != first or time.monotonic() - asked > LIVES_SECONDS,
        deadline_seconds=2 * LIVES_SECONDS,
        what="another secret, or the end of the first",
    )
    return secrets.get(None).value == first


@pytest.mark.parametrize("skew_seconds", [-86_400, 0, 86_400])
def test_t19_a_secret_that_has_ended_is_handed_to_nobody(api: StandInApi, skew_seconds: int) -> None:
    true_clock = api.server_clock
    api.server_clock = lambda: true_clock() + skew_seconds
    assert not kept_until_its_end(ClientSecrets(mint))
    assert len(api.requests) == 2


def test_t19_a_secret_that_has_ended_is_handed_out_without_the_clock_twin(
    api: StandInApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ClientSecrets, "_fresh", lambda self, _current: self._kept)
    assert kept_until_its_end(ClientSecrets(mint))
