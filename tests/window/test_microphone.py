"""The microphone in real windows: asked for once, for one origin, said while it is used, and refused otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from app.resources import text as words
from tests.support.dictating_app import AGENT, ALLOW, DENY, IN_USE, Dictation, dictating
from tests.support.official_app import OfficialApp
from tests.support.waiting import wait_until
from tests.support.windows import BOTH

ON_QT = [pytest.mark.window, pytest.mark.qt]
# What comes of it is looked at later: a page that is asked about waits for the person.
ASK = """
    globalThis.__outcome = null;
    navigator.mediaDevices.getUserMedia(argument).then(
        (stream) => { globalThis.__outcome = stream.getVideoTracks().length > 0 ? 'seen' : 'heard'; },
        () => { globalThis.__outcome = 'refused'; },
    );
"""
IN_FRAME = f"(argument) => {{ {ASK} }}"


@pytest.mark.parametrize("engine", BOTH)
def test_it_is_asked_for_once_and_said_while_it_is_heard(engine: str, tmp_path: Path) -> None:
    with dictating(engine, tmp_path) as dictation:
        assert dictation.told() == ""
        dictation.press()
        dictation.answer(ALLOW)
        dictation.wait_until_told(IN_USE)
        dictation.wait_for_outcomes("heard")
        dictation.press()
        dictation.wait_until_told("")
        assert dictation.kept() == "allowed"
        dictation.press()
        dictation.wait_until_told(IN_USE)
        assert not dictation.is_asked()
        dictation.wait_for_outcomes("heard", "stopped", "heard")


@pytest.mark.parametrize("engine", BOTH)
def test_who_was_told_no_is_refused_without_a_question(engine: str, tmp_path: Path) -> None:
    with dictating(engine, tmp_path) as dictation:
        dictation.press()
        dictation.answer(DENY)
        dictation.wait_for_outcomes("refused")
        assert dictation.kept() == "denied"
        dictation.press()
        dictation.wait_for_outcomes("refused", "refused")
        assert (dictation.is_asked(), dictation.told()) == (False, "")


@pytest.mark.parametrize("engine", BOTH)
def test_an_answer_is_kept_over_the_next_start(engine: str, tmp_path: Path) -> None:
    with dictating(engine, tmp_path, said="allowed") as dictation:
        dictation.press()
        dictation.wait_for_outcomes("heard")


def asked(app: OfficialApp, **wanted: bool) -> str:
    """Let the component's frame ask, and return what came of it."""
    app.inner.evaluate(IN_FRAME, wanted)
    came: str = wait_until(lambda: app.inner.evaluate("globalThis.__outcome"), what="what came of it")
    return came


def on_qt(dictation: Dictation) -> OfficialApp:
    assert isinstance(dictation.app, OfficialApp)
    return dictation.app


class TestOnQt:
    """What a person can do about it, and what documents cannot."""

    pytestmark = ON_QT

    def test_without_dictation_it_is_refused_and_nobody_is_asked_twin(self, tmp_path: Path) -> None:
        with dictating("qt", tmp_path, dictation=False, said="allowed") as dictation:
            assert asked(on_qt(dictation), audio=True) == "refused"
            assert (dictation.is_asked(), dictation.told()) == (False, "")
            assert "refused a page: microphone" in dictation.app.log()

    def test_the_camera_is_refused_all_the_same(self, tmp_path: Path) -> None:
        with dictating("qt", tmp_path, said="allowed") as dictation:
            assert asked(on_qt(dictation), audio=True) == "heard"
            assert asked(on_qt(dictation), video=True) == "refused"
            assert asked(on_qt(dictation), video=True, audio=True) == "heard"

    def test_no_other_origin_hears_it(self, tmp_path: Path) -> None:
        with dictating("qt", tmp_path, said="allowed") as dictation:
            for run in (dictation.app.in_chat, dictation.app.in_shell):
                run(ASK, {"audio": True})
                came = wait_until(lambda run=run: run("return globalThis.__outcome;"), what="the answer")  # type: ignore[misc]
                assert came == "refused"
            assert dictation.told() == ""

    def test_a_document_cannot_say_that_it_hears(self, tmp_path: Path) -> None:
        with dictating("qt", tmp_path, said="allowed") as dictation:
            app = on_qt(dictation)
            app.inner.evaluate("console.debug('x 1 on')")
            app.inner.evaluate("console.debug(String(navigator.mediaDevices.getUserMedia))")
            dictation.press()
            dictation.wait_until_told(IN_USE)
            app.inner.evaluate("console.debug('x 1 off')")
            dictation.press()
            dictation.wait_until_told("")

    def test_what_was_cloned_hears_on(self, tmp_path: Path) -> None:
        clone = """async () => {
            const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
            globalThis.__clone = stream.getAudioTracks()[0].clone();
            stream.getAudioTracks()[0].stop();
            await new Promise((resolve) => setTimeout(resolve, 1_000));
        }"""
        with dictating("qt", tmp_path, said="allowed") as dictation:
            on_qt(dictation).inner.evaluate(clone)
            assert dictation.told() == IN_USE
            on_qt(dictation).inner.evaluate("globalThis.__clone.stop()")
            dictation.wait_until_told("")

    def test_it_ends_with_the_page(self, tmp_path: Path) -> None:
        with dictating("qt", tmp_path, said="allowed") as dictation:
            dictation.press()
            dictation.wait_until_told(IN_USE)
            dictation.app.kill_page()
            dictation.app.open()
            assert dictation.told() == ""
            dictation.press()
            dictation.wait_until_told(IN_USE)
            dictation.press()
            dictation.wait_until_told("")

    def test_it_is_taken_back_in_the_form(self, tmp_path: Path) -> None:
        with dictating("qt", tmp_path, said="allowed") as dictation:
            app = on_qt(dictation)
            dictation.press()
            dictation.wait_until_told(IN_USE)
            sheet = open_look(app)
            expect(sheet.get_by_text(words("shell.look.microphone.allowed"))).to_be_visible()
            sheet.get_by_role("button", name=words("shell.look.microphone.forget")).click()
            expect(sheet.get_by_text(words("shell.look.microphone.ask"))).to_be_visible()
            expect(sheet.get_by_label(words("shell.look.field.dictation.label"), exact=True)).to_be_focused()
            assert dictation.kept() == "ask"
            # The document that heard is gone, and the next one asks.
            dictation.wait_until_told("")
            app.shell.keyboard.press("Escape")
            app.box.wait_for()
            dictation.press()
            dictation.answer(ALLOW)
            dictation.wait_for_outcomes("heard", "heard")

    def test_dictation_that_is_switched_off_and_on_in_the_form_asks_again(self, tmp_path: Path) -> None:
        with dictating("qt", tmp_path, said="allowed") as dictation:
            app = on_qt(dictation)
            for is_on in (False, True):
                sheet = open_look(app)
                sheet.get_by_label(words("shell.look.field.dictation.label"), exact=True).set_checked(is_on)
                sheet.get_by_role("button", name=words("shell.connections.connect")).click()
                expect(sheet).to_have_count(0, timeout=30_000)
                wait_until(lambda is_on=is_on: offers_dictation(app) is is_on, what="the other options")  # type: ignore[misc]
                assert dictation.kept() == "ask"
            app.box.wait_for()
            dictation.press()
            dictation.answer(ALLOW)
            dictation.wait_for_outcomes("heard")


def offers_dictation(app: OfficialApp) -> bool:
    return "dictation" in app.component_options().get("composer", {})


def open_look(app: OfficialApp) -> Locator:
    """Open the form of the connection, and unfold how its chat looks."""
    sheet = app.open_connections()
    sheet.get_by_role("button", name=words("shell.connections.change_one", name=AGENT)).click()
    sheet.get_by_text(words("shell.look.heading")).click()
    return sheet
