"""The development log in the window: what a developer reads there, and that nobody else has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from app.resources import text as words
from tests.support.clipboard import clipboard_text
from tests.support.driven_app import home_environment, make_opener
from tests.support.official_app import NO_BUS, OfficialApp
from tests.support.page_scripts import WITH_BRIDGE
from tests.support.running_app import RunningApp, xdotool
from tests.support.stand_in_api import SECRET_MARK, StandInApi
from tests.support.stand_in_component import StandInComponent
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

KEY = "sk-test-0123456789-canary"
WORKFLOW = "wf_68a1b2c3"
READ_LOG = WITH_BRIDGE + "return bridge.call('log.read', { after: 0 }).catch((error) => error.code);"


@pytest.fixture
def app(component: StandInComponent, api: StandInApi, tmp_path: Path) -> Iterator[OfficialApp]:
    given = {"OPENAI_API_KEY": KEY, "CHATKIT_WORKFLOW_ID": WORKFLOW}
    with OfficialApp(tmp_path / "run", component.script("good"), api=api.url, given=given) as app:
        app.attach()
        app.say("Hello")
        app.wait_for_answer("You said: Hello")
        yield app


def press(app: RunningApp, keys: str) -> None:
    xdotool("windowactivate", "--sync", app.window(), "key", keys)


def open_log(app: RunningApp) -> Locator:
    press(app, "ctrl+j")
    sheet = app.shell.locator("dialog.sheet[open]")
    expect(sheet.get_by_role("heading", name=words("shell.more.log"))).to_be_visible()
    return sheet


def test_a_developer_reads_how_the_secret_came(app: OfficialApp, api: StandInApi) -> None:
    sheet = open_log(app)
    lines = sheet.get_by_role("log")
    expect(lines).to_contain_text(f"getClientSecret invoked: workflow wf_…{WORKFLOW[-4:]}, no secret yet")
    expect(lines).to_contain_text(f"POST {api.url}/chatkit/sessions: status 200, ok: True, body: ")
    expect(lines).to_contain_text('"client_secret":[secret]')
    for secret in (KEY, SECRET_MARK):
        assert secret not in app.shell.content()
    # What is said from now on follows by itself, and nothing is asked once it is closed.
    app.in_shell(WITH_BRIDGE + "await bridge.call('log.note', { level: 'error', message: 'It is broken.' });")
    expect(lines.locator("pre").last).to_contain_text("ERROR    app.page It is broken.")
    assert lines.evaluate("(list) => list.scrollTop + list.clientHeight >= list.scrollHeight - 1")
    app.shell.keyboard.press("Escape")
    expect(sheet).to_have_count(0)


def test_a_developer_finds_lines_and_takes_them_along(app: OfficialApp) -> None:
    sheet = open_log(app)
    lines = sheet.get_by_role("log").locator("pre")
    expect(sheet.get_by_role("log")).to_contain_text("getClientSecret invoked")
    sheet.get_by_label(words("shell.log.search")).fill("GETCLIENTSECRET")
    expect(lines).to_have_count(1)
    sheet.get_by_role("button", name=words("shell.log.copy")).click()
    expect(sheet.get_by_role("status")).to_have_text(words("shell.log.copied", count="1"))
    copied = wait_until(clipboard_text, what="the clipboard")
    assert "getClientSecret invoked" in copied
    assert copied.count("Z DEBUG") == 1
    sheet.get_by_label(words("shell.log.level")).select_option("error")
    expect(sheet.get_by_text(words("shell.log.none"))).to_be_visible()
    sheet.get_by_label(words("shell.log.search")).fill("")
    sheet.get_by_label(words("shell.log.level")).select_option("debug")
    expect(sheet.get_by_role("log")).to_contain_text("getClientSecret invoked")
    sheet.get_by_role("button", name=words("shell.log.clear")).click()
    app.in_shell(WITH_BRIDGE + "await bridge.call('log.note', { level: 'info', message: 'After that.' });")
    expect(lines).to_have_count(1)
    press(app, "Escape")
    # What was cleared stays away.
    open_log(app)
    expect(lines).to_have_count(1)
    expect(lines).to_contain_text("After that.")


def test_the_menu_and_the_keys_name_it(app: OfficialApp) -> None:
    more(app, words("shell.more.shortcuts"))
    sheet = app.shell.locator("dialog.sheet[open]")
    expect(sheet).to_contain_text(words("shell.shortcut.log"))
    press(app, "Escape")
    more(app, words("shell.more.log"))
    expect(sheet.get_by_role("log")).to_contain_text("getClientSecret invoked")


def test_nobody_else_has_it(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    launcher = ("-m", "tests.support.launcher", "--notes", str(tmp_path / "notes.json"), "--debugged", "--")
    environment = home_environment(tmp_path / "home", make_opener(tmp_path / "programs", tmp_path / "opened"))
    with RunningApp(
        tmp_path / "data",
        arguments=("--no-development",),
        launcher=launcher,
        environment={**environment, "DBUS_SESSION_BUS_ADDRESS": NO_BUS},
    ) as app:
        app.connect()
        assert app.shell.evaluate(f"async () => {{ {READ_LOG} }}") == "unknown_command"
        app.shell.locator("#bar-more").click()
        items = app.shell.get_by_role("menuitem")
        expect(items.filter(has_text=words("shell.more.shortcuts"))).to_have_count(1)
        expect(items.filter(has_text=words("shell.more.log"))).to_have_count(0)
        items.filter(has_text=words("shell.more.shortcuts")).click()
        sheet = app.shell.locator("dialog.sheet[open]")
        expect(sheet).to_contain_text(words("shell.shortcut.close"))
        expect(sheet).not_to_contain_text(words("shell.shortcut.log"))
        press(app, "Escape")
        expect(sheet).to_have_count(0)
        # The next key is a shortcut of everybody: once it was answered, so was the one before it.
        press(app, "ctrl+j")
        press(app, "ctrl+comma")
        expect(sheet.get_by_role("heading", name=words("shell.more.settings"))).to_be_visible()
        assert "DEBUG" not in app.log()


def more(app: RunningApp, item: str) -> None:
    app.shell.locator("#bar-more").click()
    app.shell.get_by_role("menuitem", name=item).click()
