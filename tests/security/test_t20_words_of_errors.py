"""T20: what an error says may quote a conversation or a picked file; a real log has its kind and place, and no word."""

from __future__ import annotations

import asyncio
import gc
import logging
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.chat_host.broken_answers import last_event
from app.network import OTHER_NAME, certificate_failure
from app.observability import log_lines
from app.observability.logging_setup import start_logging
from app.tools.permissions import Permissions
from app.tools.tool import Parameters, Tool, ToolContext, ToolResult
from tests.support.bridges import Bridge
from tests.support.tool_desk import ToolDesk

WORDS = "Dear Anna, about the house"
ERRORS: tuple[Exception, ...] = (
    KeyError(WORDS),
    UnicodeDecodeError("utf-8", WORDS.encode(), 0, 1, WORDS),
    PermissionError(13, "Permission denied", f"/srv/{WORDS}.pdf"),
    ExceptionGroup(WORDS, [ValueError(WORDS)]),
)
ReadLog = Callable[[], str]


@pytest.fixture(params=ERRORS, ids=lambda error: type(error).__name__)
def error(request: pytest.FixtureRequest) -> Exception:
    found: Exception = request.param
    return found.with_traceback(None)


@pytest.fixture
def read_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReadLog]:
    # pytest's own handlers would format every raw line as well.
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    file = tmp_path / "agentnook.log"
    setup = start_logging(file, development=False)
    yield lambda: file.read_text("utf-8")
    setup.close()


def fail_in_a_tool(error: Exception) -> None:
    def run(_parameters: Parameters, _context: ToolContext) -> ToolResult:
        raise error

    desk = ToolDesk()
    broken = Tool("broken", "tool.switch_theme.sentence", Parameters, frozenset(), 1.0, run)
    registry = desk.make_registry(Permissions(lambda _id, _question: None, lambda _id: None), (broken,))
    assert registry.invoke("broken", {}, "local")["success"] is False


def fail_in_a_handler(error: Exception) -> None:
    def raising(_args: object) -> dict[str, object]:
        raise error

    with Bridge() as bridge:
        bridge.dispatcher._handlers["settings.write"] = raising
        assert bridge.call("settings.write", {"key": "theme", "value": "dark"})["ok"] is False


def fail_in_an_agent(error: Exception) -> None:
    last_event(error)


def fail_in_a_library(error: Exception) -> None:
    logging.getLogger("library").exception(error, exc_info=error)
    logging.getLogger("library").warning("it failed: %s", error)


def fail_in_a_task(error: Exception) -> None:
    async def failing() -> None:
        raise error

    async def leave_it() -> None:
        task = asyncio.ensure_future(failing())
        await asyncio.sleep(0)
        # Nobody asks what became of it.
        del task
        gc.collect()

    asyncio.run(leave_it())


PLACES = (fail_in_a_tool, fail_in_a_handler, fail_in_an_agent, fail_in_a_library, fail_in_a_task)


@pytest.mark.parametrize("fail", PLACES)
def test_t20_no_word_of_an_error_gets_into_the_log(
    fail: Callable[[Exception], None], error: Exception, read_log: ReadLog
) -> None:
    fail(error)
    written = read_log()
    assert type(error).__name__ in written
    assert "Anna" not in written


def test_t20_words_get_into_the_log_with_a_formatter_of_pythons_twin(
    read_log: ReadLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_lines, "trace_of", str)
    fail_in_a_handler(KeyError(WORDS))
    assert WORDS in read_log()


def test_t20_the_name_of_a_server_with_another_ones_certificate_is_not_for_the_log() -> None:
    error = ssl.SSLCertVerificationError()
    error.verify_code, error.verify_message = OTHER_NAME, "certificate is not valid for 'chat.acme-merger.internal'"
    assert certificate_failure(error, "").detail == f"verification {OTHER_NAME}"
