"""T20: what the log hands to a page in development holds no secret, and without development nothing is handed out."""

from __future__ import annotations

import itertools
import json
import logging
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from app.bridge.contract import ALL_COMMANDS, COMMANDS
from app.bridge.log_handlers import make_log_handlers
from app.observability import log_lines
from app.observability.logging_setup import start_logging
from app.observability.recent_lines import RecentLines
from tests.support.bridges import Bridge
from tests.support.redactors import use_redactor
from tests.support.secret_corpus import MARK, SHAPES, WAYS, corpus_redactor

log = logging.getLogger("app.t20")


@pytest.fixture(autouse=True)
def names_of_the_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    use_redactor(monkeypatch, corpus_redactor())
    # pytest's own handlers would keep every raw line as well.
    monkeypatch.setattr(logging.getLogger(), "handlers", [])


def say(secret: str) -> None:
    """Log a secret in the ways in which code logs one."""
    log.debug(secret)
    log.warning("refused: %s", secret)
    try:
        raise ValueError(secret)
    except ValueError:
        log.exception("it failed")


def handed_out(folder: Path) -> list[str]:
    """Log every secret in every way and return what the page is told, which it asks for as often as it may."""
    setup = start_logging(folder / "agentnook.log", development=True)
    assert setup.recent is not None
    texts: list[str] = []
    ids, after, chance = itertools.count(1), 0, random.Random(20)
    with Bridge(make_log_handlers(setup.recent), commands=ALL_COMMANDS) as bridge:
        try:
            for shape, way in itertools.product(SHAPES.values(), WAYS.values()):
                say(way(shape(chance)))
                if next(ids) % 10:
                    continue
                reply = ask(bridge, after)
                assert reply["ok"], reply
                lines = reply["value"]["lines"]
                texts += [json.dumps(line) for line in lines]
                after = lines[-1]["number"]
        finally:
            setup.close()
    return texts


def ask(bridge: Bridge, after: int) -> Mapping[str, Any]:
    # A new page load, so that the test need not wait for what a page may ask in a second.
    bridge.load_page()
    return bridge.call("log.read", {"after": after}, str(after + 1))


def test_t20_no_secret_gets_from_the_log_into_the_page(tmp_path: Path) -> None:
    told = handed_out(tmp_path)
    assert len(told) > 2_000
    assert [line for line in told if MARK.casefold() in line.casefold()][:5] == []


def test_t20_no_secret_gets_from_the_log_into_the_page_twin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_lines, "redact", lambda text: text)
    told = handed_out(tmp_path)
    assert len([line for line in told if MARK.casefold() in line.casefold()]) > len(told) / 2


def test_t20_without_development_no_page_reads_the_log() -> None:
    with Bridge(commands=COMMANDS) as bridge:
        reply = bridge.call("log.read", {"after": 0})
        assert reply["error"]["code"] == "unknown_command"
        assert bridge.calls.names == []


def test_t20_with_development_a_page_reads_the_log_twin() -> None:
    recent = RecentLines()
    recent.write("2026-01-01T00:00:00.000Z DEBUG    app.here hello\n")
    with Bridge(make_log_handlers(recent), commands=ALL_COMMANDS) as bridge:
        reply = bridge.call("log.read", {"after": 0})
    assert [line["text"][-5:] for line in reply["value"]["lines"]] == ["hello"]
