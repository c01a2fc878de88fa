"""The official interface's script comes from one address; tests of a source run may name one of this computer."""

from __future__ import annotations

import pytest

from app.services import official_script as subject
from app.services.official_script import OFFICIAL_SCRIPT, TEST_VARIABLE, official_script, origin_of

STAND_IN = "http://127.0.0.1:4711/deployments/chatkit/chatkit.js"


def test_it_is_the_official_one_unless_a_test_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TEST_VARIABLE, raising=False)
    assert official_script() == OFFICIAL_SCRIPT
    assert origin_of(OFFICIAL_SCRIPT) == "https://cdn.platform.openai.com"


def test_a_source_run_takes_a_stand_in_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TEST_VARIABLE, STAND_IN)
    assert official_script() == STAND_IN
    assert origin_of(STAND_IN) == "http://127.0.0.1:4711"


def test_what_is_installed_takes_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TEST_VARIABLE, STAND_IN)
    monkeypatch.setattr(subject, "is_source_run", lambda: False)
    assert official_script() == OFFICIAL_SCRIPT


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/chatkit.js",
        "http://127.0.0.1.example.org:1/chatkit.js",
        "http://127.0.0.1:1/chatkit.js; script-src *",
        "http://127.0.0.1:1/chatkit.js\nX: y.js",
        "http://127.0.0.1:1/a.js 'unsafe-inline' http://x.js",
        "http://user@127.0.0.1:1/chatkit.js",
        "http://127.0.0.1/chatkit.js",
        "http://127.0.0.1:1/chatkit",
        "file:///tmp/chatkit.js",
    ],
)
def test_no_other_address_passes(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv(TEST_VARIABLE, address)
    assert official_script() == OFFICIAL_SCRIPT
