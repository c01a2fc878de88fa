"""Conversations from one start of the program to the next: kept, set aside when damaged, and very many."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from app.resources import text
from tests.support.long_histories import LONG_TITLE, write_history
from tests.support.running_app import RunningApp
from tests.support.talking import ask, database, focused, log, open_conversation, open_list, row, titles, wait_for_focus
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

THREADS = 10_000
ITEMS = 5_000
SCROLL_SECONDS = 60.0
MOST_DRAWN = 200
PLACE = "A house at the sea"
NO_DATABASE = b"SQLite format 3\0" + bytes(range(256)) * 64


def test_conversations_of_one_start_are_there_at_the_next_and_damaged_ones_are_set_aside(tmp_path: Path) -> None:
    data = tmp_path / "data"
    said = one_start_holds_an_exchange_and_a_filled_form(data)
    the_next_start_has_both(data, said)
    a_damaged_database_is_told_of_and_kept(data)


def one_start_holds_an_exchange_and_a_filled_form(data: Path) -> str:
    with RunningApp(data) as app:
        app.connect()
        ask(app, "What is this?")
        ask(app, "show me a form")
        form = log(app).locator("form")
        form.get_by_label(text("guide.trip.destination")).fill(PLACE)
        form.get_by_role("button", name=text("guide.trip.submit"), exact=True).click()
        app.wait_for_answer(text("guide.form.filled")[:40])
        app.wait_until_idle()
        log(app).get_by_text(PLACE, exact=True).last.wait_for()
        said = log(app).inner_text()
        assert app.stop() == 0
    return said


def the_next_start_has_both(data: Path, said: str) -> None:
    with RunningApp(data) as app:
        app.connect()
        open_list(app)
        wait_until(lambda: titles(app) == ["What is this?"], what="the list as it was")
        open_conversation(app, "What is this?")
        log(app).get_by_text(PLACE, exact=True).last.wait_for()
        wait_until(lambda: log(app).inner_text() == said, what="the same conversation")
        expect(log(app).get_by_role("button", name=text("guide.trip.sent"))).to_be_disabled()
        expect(log(app).get_by_label(text("guide.trip.destination"))).to_have_value(PLACE)
        ask(app, "Are you a human?")
        assert app.stop() == 0


def a_damaged_database_is_told_of_and_kept(data: Path) -> None:
    app = RunningApp(data)
    database(app).write_bytes(NO_DATABASE)
    with app:
        app.connect()
        app.shell.get_by_text(text("chat_host.set_aside.message")).wait_for()
        [kept] = data.glob(f"{database(app).name}.damaged-*")
        assert kept.read_bytes() == NO_DATABASE
        app.shell.get_by_text(kept.name).wait_for()
        open_list(app)
        app.chat.get_by_text(text("element.history.empty")).wait_for()
        ask(app, "What is this?")
        wait_until(lambda: titles(app) == ["What is this?"], what="a new list")
        assert app.stop() == 0


@pytest.fixture(scope="module")
def long_history(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    app = RunningApp(tmp_path_factory.mktemp("long") / "data")
    write_history(database(app), threads=THREADS, items=ITEMS)
    with app:
        yield app.connect()
        assert app.stop() == 0


def is_drawn_after_scrolling_up(app: RunningApp, words: str) -> bool:
    app.shell.mouse.wheel(0, -2_000)
    return log(app).get_by_text(words, exact=True).count() > 0


def test_a_thread_of_thousands_of_items_opens_and_is_read_to_its_start(long_history: RunningApp) -> None:
    app = long_history
    open_conversation(app, LONG_TITLE)
    expect(log(app).get_by_text(f"Answer {ITEMS - 1}.", exact=True)).to_be_in_viewport()
    log(app).hover()
    wait_until(lambda: is_drawn_after_scrolling_up(app, f"Question {ITEMS - 120}"), what="two earlier pages")
    log(app).focus()
    app.shell.keyboard.press("Home")
    expect(log(app).get_by_text("Question 0", exact=True)).to_be_in_viewport()
    app.shell.keyboard.press("End")
    expect(log(app).get_by_text(f"Answer {ITEMS - 1}.", exact=True)).to_be_in_viewport()
    ask(app, "Are you a human?")
    expect(log(app).get_by_text("not an AI model and not a person")).to_be_in_viewport()


def test_thousands_of_conversations_are_scrolled_through_to_the_first(long_history: RunningApp) -> None:
    app = long_history
    open_list(app)
    wait_until(lambda: LONG_TITLE in titles(app), what="the list")
    row(app, LONG_TITLE).focus()
    ends_at = time.monotonic() + SCROLL_SECONDS
    while focused(app) != "Talk 0":
        assert time.monotonic() < ends_at, f"only at {focused(app)}"
        app.shell.keyboard.press("End")
    expect(row(app, "Talk 0")).to_be_in_viewport()
    assert len(titles(app)) < MOST_DRAWN
    app.shell.keyboard.press("Home")
    wait_for_focus(app, LONG_TITLE)
