"""An official interface that does not come up is noticed, said in two places, and begun anew by Retry."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from app.resources import text
from tests.support.official_app import OfficialApp, open_official
from tests.support.stand_in_component import stand_in_component
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

# The longest of the stages that are watched, and a busy machine.
FAULT_SECONDS = 40
FAULTS = {
    "undefined": "official_undefined",
    "never-ready": "official_late",
    "broken-frame": "official_silent",
    "vanishing": "official_vanished",
    "collapsing": "official_vanished",
    "domain-refused": "domain_refused",
}


def expect_fault(app: OfficialApp, fault: str) -> None:
    """Wait until the shell's strip and the chat document both say what is wrong."""
    words = text(f"shell.official.{fault}")
    expect(app.strip).to_contain_text(words, timeout=FAULT_SECONDS * 1000)
    expect(app.strip).to_contain_text(text(f"shell.official_hint.{fault}"))
    expect(app.quiet).to_be_visible()
    expect(app.quiet).to_have_text(words)


def retry_and_talk(app: OfficialApp) -> None:
    """Press Retry, hold an exchange, and find nothing left of the trouble."""
    app.strip.get_by_role("button", name=text("shell.problem.retry")).click()
    app.say("Hello")
    app.wait_for_answer("You said: Hello")
    expect(app.strip).to_have_count(0)
    expect(app.quiet).to_be_hidden()


@pytest.mark.parametrize("mode", FAULTS)
def test_what_does_not_come_up_is_said(mode: str, tmp_path: Path) -> None:
    with stand_in_component() as component, open_official(tmp_path / "run", component.script(mode)) as app:
        expect_fault(app, FAULTS[mode])
        assert app.strip.get_by_role("button", name=text("shell.problem.diagnostics")).count() == 1
        wait_until(lambda: f"chat: {FAULTS[mode]}" in app.log(), what="the log")


def test_a_script_that_cannot_be_loaded_is_said_and_tried_again(tmp_path: Path) -> None:
    with stand_in_component() as component, open_official(tmp_path / "run", component.script("good")) as app:
        app.box.wait_for()
        component.is_missing = True
        app.shell.reload()
        expect_fault(app, "official_unreachable")
        component.is_missing = False
        retry_and_talk(app)


def test_a_secret_that_cannot_be_had_is_said_in_pythons_words_and_asked_for_again(tmp_path: Path) -> None:
    with stand_in_component() as component, open_official(tmp_path / "run", component.script("good")) as app:
        app.box.wait_for()
        app.refuse_secrets()
        app.shell.reload()
        expect(app.strip).to_contain_text("No secret today. Come back tomorrow.")
        expect(app.quiet).to_have_text("No secret today.")
        light = app.shell.locator("[data-light]")
        expect(light).to_have_attribute("data-light", "problem")
        app.mint_again()
        retry_and_talk(app)
        expect(light).to_have_attribute("data-light", "ready")


def test_f30_when_the_network_is_back_it_is_tried_again_by_itself(tmp_path: Path) -> None:
    with stand_in_component() as component, open_official(tmp_path / "run", component.script("good")) as app:
        app.box.wait_for()
        app.refuse_secrets()
        app.shell.reload()
        expect(app.strip).to_contain_text("No secret today.")
        app.mint_again()
        app.shell.context.set_offline(True)
        app.shell.context.set_offline(False)
        expect(app.strip).to_have_count(0)
        app.box.wait_for()
        app.say("Hello")
        app.wait_for_answer("You said: Hello")


def test_an_option_that_the_interface_does_not_know_leaves_it_blank(tmp_path: Path) -> None:
    """What the builder of the options guards against: nobody hears of it but the frame's own console."""
    spoil = """
        const chat = document.querySelector('openai-chatkit');
        const getClientSecret = async () => 'ek_x';
        globalThis.__errors = [];
        chat.addEventListener('chatkit.error', ({ detail }) => globalThis.__errors.push(detail.error.name));
        chat.setOptions({ api: { getClientSecret }, composer: { attachments: { enabled: true, uploadStrategy: 1 } } });
    """
    with stand_in_component() as component, open_official(tmp_path / "run", component.script("good")) as app:
        app.box.wait_for()
        app.in_chat(spoil)
        wait_until(lambda: app.inner.locator("textarea").count() == 0, what="the blank frame")
        assert app.in_chat("return globalThis.__errors;") == []
