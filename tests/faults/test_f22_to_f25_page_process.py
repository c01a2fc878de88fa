"""F22, F23, F25: the process that draws the page is killed, keeps dying, or hangs; the window goes on by itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.resources import text
from app.window.recovery import DEATHS_ALLOWED
from tests.support.page_scripts import WITH_BRIDGE
from tests.support.running_app import RunningApp, xdotool
from tests.support.waiting import holds_for, wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

BACK_SECONDS = 5.0
# A page that says nothing is asked after 2 s and has 5 s to answer.
NOTICED_SECONDS = 2.0 + 5.0
# What a page has in tests of time alone.
PAGE_SECONDS = 1.5
# What a busy machine may add to it.
SLACK_SECONDS = 3.0
# A window that waited for its page would stand still for as long as that hangs: five seconds at least.
LONGEST_WAIT_SECONDS = 3.0
LONG_CHARACTERS = 300_000
UNSENT = "These words are not sent yet."
# To type or insert this much would take Chromium longer than a page may be silent.
PUT = "(box, text) => { box.value = text; box.dispatchEvent(new InputEvent('input', { bubbles: true })); }"
SPIN = "() => void setTimeout(() => { for (;;); }, 0)"
KEPT = f"async () => {{ {WITH_BRIDGE} return (await bridge.call('app.hello', {{ v: 1 }})).draft; }}"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    folder = tmp_path_factory.mktemp("page-process")
    watch = ("-m", "tests.support.faulty", "--watch", str(folder / "longest-wait"), "--")
    with RunningApp(folder / "data", launcher=watch) as app:
        app.connect()
        app.say("What is this?")
        app.wait_for_answer("a home for chat agents")
        app.wait_until_idle()
        yield app


def longest_wait_seconds(app: RunningApp) -> float:
    return float((app.data_dir.parent / "longest-wait").read_text())


def write(app: RunningApp, words: str) -> None:
    """Write with the keyboard, in the place of what is there; the last letter takes a moment to get to Python."""
    app.box.click()
    app.shell.keyboard.press("Control+A")
    app.shell.keyboard.type(words, delay=20)
    wait_until(lambda: app.shell.evaluate(KEPT) == words, what="the words to be kept")


def is_as_it_was(app: RunningApp, unsent: str) -> None:
    app.chat.get_by_role("log").get_by_text("a home for chat agents").wait_for()
    wait_until(lambda: app.box.input_value() == unsent, what="the unsent words")
    app.shell.get_by_text(text("shell.problem.recovered")).wait_for()


def test_f22_a_killed_page_is_back_with_its_thread_and_the_words_just_written(app: RunningApp) -> None:
    write(app, UNSENT)
    began_at = time.monotonic()
    app.kill_page()
    app.connect()
    print(f"page back after {time.monotonic() - began_at:.2f} s")
    assert time.monotonic() - began_at < BACK_SECONDS
    is_as_it_was(app, UNSENT)


def test_f22_a_long_text_that_no_message_holds_is_back_whole(tmp_path: Path) -> None:
    line = f"{'A long text. ' * 330}With \N{SNOWMAN} and \N{PILE OF POO}."
    text = "\n".join(f"{number}: {line}" for number in range(LONG_CHARACTERS // len(line) + 1))
    with RunningApp(tmp_path / "data") as app:
        app.connect()
        app.box.evaluate(PUT, text)
        wait_until(lambda: app.shell.evaluate(KEPT) == text, what="the text to be kept")
        app.kill_page()
        app.connect()
        wait_until(lambda: app.box.input_value() == text, what="the text")
        assert app.stop() == 0


def test_f25_a_script_that_never_ends_is_ended_and_the_page_is_back(app: RunningApp) -> None:
    write(app, f"{UNSENT} None of them.")
    drawing = app.renderer()
    began_at = time.monotonic()
    app.shell.evaluate(SPIN)
    app.disconnect()
    wait_until(
        lambda: not drawing.is_running(), deadline_seconds=NOTICED_SECONDS + SLACK_SECONDS, what="the end of the page"
    )
    print(f"hanging page ended after {time.monotonic() - began_at:.2f} s")
    app.wait_for_page_after(drawing)
    app.connect()
    assert time.monotonic() - began_at < NOTICED_SECONDS + SLACK_SECONDS + BACK_SECONDS
    is_as_it_was(app, f"{UNSENT} None of them.")
    # A page that hangs is its process's affair: the window was there all the time.
    assert longest_wait_seconds(app) < LONGEST_WAIT_SECONDS


def test_f22_the_page_may_die_while_an_answer_comes_or_a_question_stands(tmp_path: Path) -> None:
    with RunningApp(tmp_path / "data") as app:
        app.connect()
        app.say("What is this?")
        app.wait_for_answer("Agentnook is")
        app.kill_page()
        app.connect()
        app.chat.get_by_role("log").get_by_text("What is this?").wait_for()
        app.say("open a file")
        app.prompt.wait_for()
        app.kill_page()
        app.connect()
        app.say("Are you a human?")
        app.wait_for_answer("not an AI model and not a person")
        # Who asked for the file is gone, so nobody is asked for the answer any more.
        assert app.prompt.count() == 0


def test_f23_a_page_that_keeps_dying_gives_way_to_one_that_says_so_and_its_retry_works(tmp_path: Path) -> None:
    with RunningApp(tmp_path / "data") as app:
        app.connect()
        for _ in range(DEATHS_ALLOWED):
            app.kill_page()
            app.connect()
        app.kill_page()
        page = app.attach()
        assert page.url.endswith("/shell/not_ready.html")
        page.get_by_role("heading", name=text("not_ready.title")).wait_for()
        page.get_by_role("link", name=text("not_ready.retry")).click()
        app.composer()
        app.say("Are you a human?")
        app.wait_for_answer("not an AI model and not a person")
        assert app.stop() == 0


@pytest.mark.parametrize("what", ["minimised", "suspended"])
def test_f25_a_page_that_cannot_be_seen_or_run_is_left_alone(tmp_path: Path, what: str) -> None:
    hurried = ("-m", "tests.support.faulty", "--page-seconds", str(PAGE_SECONDS), "--")
    with RunningApp(tmp_path / "data", launcher=hurried) as app:
        app.connect()
        drawing = app.renderer()
        put_away = minimised if what == "minimised" else suspended
        with put_away(app):
            assert holds_for(2 * PAGE_SECONDS, drawing.is_running)
        app.say("Are you a human?")
        app.wait_for_answer("not an AI model and not a person")
        assert "does not answer" not in app.log()
        # Its twin: a document that has no excuse is noticed in that time, whichever of the two it is.
        (app.shell if what == "minimised" else app.chat).evaluate(SPIN)
        app.disconnect()
        assert not holds_for(2 * PAGE_SECONDS, drawing.is_running)
        app.wait_for_page_after(drawing)
        app.connect()


@contextmanager
def minimised(app: RunningApp) -> Iterator[None]:
    window = app.window()
    xdotool("windowminimize", "--sync", window)
    yield
    xdotool("windowactivate", "--sync", window)


@contextmanager
def suspended(app: RunningApp) -> Iterator[None]:
    """Stop everything, as a computer does that goes to sleep: while the page is being asked whether it is there."""
    program, children = app.as_process(), app.children()
    for process in children:
        process.suspend()
    assert holds_for(0.6 * PAGE_SECONDS, app.renderer().is_running)
    program.suspend()
    yield
    for process in (program, *children):
        process.resume()
