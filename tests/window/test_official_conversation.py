"""Conversations in the official interface, which a stand-in plays: secrets, tools, threads, and the port."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.support.official_app import OfficialApp, open_official
from tests.support.stand_in_component import KEPT_THREAD, StandInComponent, stand_in_component
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]


@pytest.fixture(scope="module")
def component() -> Iterator[StandInComponent]:
    with stand_in_component() as component:
        yield component


@pytest.fixture(scope="module")
def app(component: StandInComponent, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficialApp]:
    with open_official(tmp_path_factory.mktemp("official") / "run", component.script("good")) as app:
        yield app.connect()


def test_the_first_message_is_sent_with_a_secret_of_pythons(app: OfficialApp, component: StandInComponent) -> None:
    app.say("Hello")
    app.wait_for_answer("You said: Hello")
    assert component.secrets == ["ek_1"]
    assert app.minted() == ["None"]
    assert app.strip.count() == 0
    assert app.in_chat("return globalThis.__violations;") == []
    assert app.in_shell("return globalThis.__violations;") == []


def test_a_secret_that_ended_is_replaced_and_the_message_still_goes(
    app: OfficialApp, component: StandInComponent
) -> None:
    current = component.secrets[-1]
    component.end(current)
    app.say("Again")
    app.wait_for_answer("You said: Again")
    assert app.minted()[-1] == current
    assert component.secrets[-1] != current


def test_a_tool_runs_and_the_theme_changes_in_the_frame_too(app: OfficialApp) -> None:
    app.say("go dark")
    app.wait_for_answer('"remembered": true')
    expect(app.inner.locator("html")).to_have_attribute("data-scheme", "dark")
    expect(app.chat.locator("openai-chatkit")).to_have_attribute("data-color-scheme", "dark")
    # The whole of the options came again, handlers too.
    app.say("Still there?")
    app.wait_for_answer("You said: Still there?")


def test_what_is_asked_meanwhile_waits_for_the_answer(app: OfficialApp, component: StandInComponent) -> None:
    component.hold()
    app.say("Slow one")
    wait_until(lambda: app.shell.locator("#bar-connection[data-light=working]").count() == 1, what="the busy light")
    app.shell.locator("#bar-new").click()
    assert app.inner.get_by_role("log").get_by_text("Slow one").count() == 1
    component.release()
    wait_until(lambda: app.inner.get_by_role("log").locator("p").count() == 0, what="the new conversation")
    app.say("Fresh")
    app.wait_for_answer("You said: Fresh")
    assert component.requests[-1]["type"] == "threads.create"


def test_the_conversation_is_there_again_after_the_page_died(app: OfficialApp, component: StandInComponent) -> None:
    app.in_chat("document.querySelector('openai-chatkit').setThreadId(argument);", KEPT_THREAD)
    app.wait_for_answer("What was said before")
    app.settle()
    app.kill_page()
    app.attach()
    app.wait_for_answer("What was said before")
    assert component.requests[-1]["params"] == {"thread_id": KEPT_THREAD}


def test_an_element_that_is_taken_out_and_put_back_is_dead(app: OfficialApp) -> None:
    """Which is why the document never does it."""
    move = """
        const chat = document.querySelector('openai-chatkit');
        const { parentElement } = chat;
        chat.remove();
        parentElement.append(chat);
        const late = new Promise((resolve) => setTimeout(resolve, 500, 'dead'));
        return Promise.race([chat.focusComposer().then(() => 'alive', () => 'refused'), late]);
    """
    assert app.in_chat(move) == "dead"
