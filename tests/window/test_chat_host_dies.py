"""The chat host is killed: in the middle of an answer, between two, and until it is not started any more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.resources import text
from app.services.chat_host_process import CRASHES_ALLOWED
from tests.support.running_app import RunningApp
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    with RunningApp(tmp_path_factory.mktemp("host") / "data") as app:
        yield app.connect()


def kill_host(app: RunningApp) -> None:
    host = wait_until(app.chat_host, what="the chat host")
    host.kill()
    wait_until(lambda: not host.is_running() or host.status() == "zombie")


def test_in_the_middle_of_an_answer(app: RunningApp) -> None:
    app.say("What is this?")
    app.wait_for_answer("Agentnook is")
    kill_host(app)
    retry = app.chat.get_by_role("button", name=text("element.retry"))
    retry.wait_for()
    retry.click()
    app.wait_for_answer("for a list of things to try")
    app.wait_until_idle()
    assert app.chat.get_by_role("log").get_by_text("What is this?").count() == 1


def test_between_two_answers(app: RunningApp) -> None:
    kill_host(app)
    app.say("Are you a human?")
    app.wait_for_answer("not an AI model and not a person")
    app.wait_until_idle()


def test_until_it_is_not_started_any_more_and_retry_starts_it(app: RunningApp) -> None:
    sentence = app.shell.get_by_text("is not running").first
    for _ in range(CRASHES_ALLOWED + 1):
        if app.chat_host() is not None or not sentence.is_visible():
            kill_host(app)
    sentence.wait_for()
    app.shell.get_by_role("button", name=text("shell.problem.retry"), exact=True).click()
    sentence.wait_for(state="hidden")
    app.say("use dark mode")
    app.wait_for_answer("The window is dark now")
    assert app.stop() == 0
