"""Files in the conversations of this computer, in the real window: chosen, dropped, pasted, sent, kept and deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from app.resources import text
from tests.support.native_dialogs import wait_for_dialog
from tests.support.pictures import picture_of
from tests.support.pointer import drag_from_outside
from tests.support.running_app import RunningApp, xdotool
from tests.support.talking import act_on, ask, begin_anew, kept_files, log, open_conversation, open_list
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

MIDDLE = (500, 300)


def tile(app: RunningApp, name: str) -> Locator:
    """Return the tile of a file in the composer."""
    tiles = app.chat.get_by_role("list", name=text("element.attachments")).get_by_role("listitem")
    return tiles.filter(has=app.chat.get_by_role("button", name=text("element.attach.remove", name=name)))


def choose(app: RunningApp, *paths: Path) -> None:
    """Choose files in the system's dialog, by keyboard."""
    app.chat.get_by_role("button", name=text("element.attach.add")).click()
    wait_for_dialog(text("attach.pick"))
    xdotool("type", "--delay", "5", " ".join(f'"{path}"' for path in paths) if len(paths) > 1 else str(paths[0]))
    xdotool("key", "Return")


def test_a_picture_is_chosen_sent_named_kept_and_deleted_with_its_conversation(tmp_path: Path) -> None:
    picture = picture_of(tmp_path, background="teal", drawn=True)
    with RunningApp(tmp_path / "data") as app:
        app.connect()
        choose(app, picture)
        expect(tile(app, picture.name)).to_have_class("done", timeout=20_000)
        expect(tile(app, picture.name).locator("img")).to_have_js_property("naturalWidth", 160)
        ask(app, "Look at this")
        expect(log(app)).to_contain_text(text("guide.attached.one"))
        expect(log(app).locator(".answer")).to_contain_text(picture.name)
        expect(log(app).get_by_role("img", name=picture.name)).to_have_js_property("naturalWidth", 160)
        expect(tile(app, picture.name)).to_have_count(0)
        assert kept_files(app) == [picture.read_bytes()]
        assert app.stop() == 0
    picture.unlink()
    with RunningApp(tmp_path / "data") as app:
        app.connect()
        open_conversation(app, "Look at this")
        expect(log(app).get_by_role("img", name=picture.name)).to_have_js_property("naturalWidth", 160, timeout=20_000)
        ask(app, "Are you a human?")
        open_list(app)
        act_on(app, "Look at this", "element.history.delete")
        wait_until(lambda: kept_files(app) == [], deadline_seconds=20, what="the files to go with the conversation")
        assert app.stop() == 0


def test_a_file_is_dropped_anywhere_on_the_conversation_and_one_taken_out_is_deleted(tmp_path: Path) -> None:
    (tmp_path / "notes of a day.txt").write_text("three lines\n" * 3)
    with RunningApp(tmp_path / "data") as app:
        app.connect()
        target = app.chat.get_by_text(text("element.attach.drop"))
        uri = (tmp_path / "notes of a day.txt").as_uri()
        drag_from_outside(app, [uri], MIDDLE, lambda: target.count() > 0)
        expect(tile(app, "notes of a day.txt")).to_have_class("done", timeout=20_000)
        expect(target).to_have_count(0)
        expect(tile(app, "notes of a day.txt")).to_contain_text("36 byte")
        assert kept_files(app) == [b"three lines\n" * 3]
        tile(app, "notes of a day.txt").get_by_role("button").click()
        expect(tile(app, "notes of a day.txt")).to_have_count(0)
        wait_until(lambda: kept_files(app) == [], what="the file to go")
        begin_anew(app)
        assert app.stop() == 0
