"""The panel of diagnostics in a real window, on either engine: how it opens, what it asks, what it leaves behind."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from app.errors import NameNotResolved
from app.resources import text
from app.services.connection_file import encode
from app.services.connections import Connection
from app.services.failures import Failures, read_records
from tests.support.belongings import lives
from tests.support.clipboard import clipboard_text
from tests.support.gtk_app import GtkApp
from tests.support.gtk_documents import GtkDocument, shell_of
from tests.support.native_dialogs import leave_dialog, type_into_dialog
from tests.support.official_app import NO_BUS, OfficialApp, open_official
from tests.support.page_scripts import WITH_BRIDGE
from tests.support.running_app import RunningApp, xdotool
from tests.support.stand_in_component import StandInComponent, stand_in_component
from tests.support.waiting import wait_until

pytestmark = pytest.mark.window

ENVIRONMENT = {"DBUS_SESSION_BUS_ADDRESS": NO_BUS}
# Nobody listens there, and nothing of it leaves this computer.
SERVER = Connection("server-1", "server", "Helpdesk", "Helpdesk", url="http://127.0.0.1:9/chatkit")
HOSTED = Connection("", "workflow", "Trip agent", "Trip agent", workflow_id="wf_68e5a1b2c3d4")
SAVE, PICK = text("shell.bundle.save"), text("bundle.pick")
BANNER = "#recording"
RESTART = text("shell.reset.done_restart")
SET_COOKIE, COOKIES = "document.cookie = 'kept=1'", "document.cookie"
CALL = f"async (argument) => {{ {WITH_BRIDGE}"
KEEP_KEY = (
    CALL
    + """
    const { connection } = await bridge.call('connection.save', { connection: argument, secret: 'sk-test-canary' });
    return connection.id;
}"""
)
STATUS = CALL + "return (await bridge.call('secret.status', { id: argument })).kept.source; }"
# A hundred checks of one long word each, in the place of what was found.
MANY = """async () => {
    const { CheckList } = await import('./check_list.js');
    const list = new CheckList({ open: () => undefined }, async () => []);
    const long = 'x'.repeat(300);
    const remedy = { text: long, commands: [long], action: 'settings', link: 'https://example.org/' };
    const groups = ['program', 'administrator'].map((id) => ({ id, title: long }));
    const shared = { title: long, summary: long, detail: long, remedy, explained_by: ['a-1', 'a-2', 'net-05'] };
    const check = (number) => ({ id: `a-${number}`, group: groups[number % 2].id, ...shared });
    const checks = ['fail', 'warn', 'unknown', 'skip', 'pass'].flatMap((state, group) =>
        Array.from({ length: 20 }, (_, number) => ({ ...check(20 * group + number), state })));
    list.draw({ checks, groups });
    document.querySelector('.report').replaceWith(list.root);
    document.querySelectorAll('.report details').forEach((each) => (each.open = true));
}"""
# As far as rows may go before what is in them is cut off.
OVERFLOWS = "(body) => body.scrollWidth > body.clientWidth"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[RunningApp]:
    data = tmp_path / "data"
    data.mkdir()
    (data / "connections.json").write_bytes(encode([SERVER]))
    with RunningApp(data, environment=ENVIRONMENT) as app:
        yield app.connect()


@pytest.fixture
def gtk(tmp_path: Path) -> Iterator[GtkApp]:
    with GtkApp(tmp_path / "run", environment=ENVIRONMENT) as app:
        yield app.open()
        assert app.stop() == 0


def press_keys(app: RunningApp, keys: str) -> None:
    xdotool("windowactivate", "--sync", app.window(), "key", keys)


def sheet_of(app: RunningApp) -> Locator:
    return app.shell.get_by_role("dialog", name=text("shell.more.diagnostics"))


def open_panel(app: RunningApp) -> Locator:
    """Open it by its keys, and wait for what it found."""
    press_keys(app, "ctrl+d")
    sheet = sheet_of(app)
    expect(sheet.locator(".report-summary")).to_contain_text("fine")
    return sheet


def press(sheet: Locator, name: str) -> None:
    sheet.get_by_role("button", name=name, exact=True).click()


def ask(sheet: Locator, name: str) -> None:
    """Press, and wait until a second press counts."""
    press(sheet, name)
    expect(sheet.get_by_text(text("shell.reset.sure", label=name))).to_be_visible()
    expect(sheet.get_by_role("button", name=name, exact=True)).not_to_have_attribute("aria-disabled", "true")


def press_twice(sheet: Locator, name: str) -> None:
    """Press, and once more when the button takes it."""
    ask(sheet, name)
    press(sheet, name)


def is_in_safe_mode(app: RunningApp | GtkApp) -> bool:
    return "--safe-mode" in app.as_process().cmdline()


def open_page(sheet: Locator, name: str) -> None:
    press(sheet, f"{text('shell.diagnostics.open')} {name}")
    expect(sheet.get_by_role("heading", name=name)).to_be_focused()


def focused(app: RunningApp) -> str:
    return str(app.shell.evaluate("document.activeElement.ariaLabel ?? document.activeElement.textContent"))


def tab_to(app: RunningApp, name: str) -> None:
    for _ in range(30):
        app.shell.keyboard.press("Tab")
        if focused(app) == name:
            return
    raise AssertionError(f"the Tab key does not come to {name}")


@pytest.mark.qt
def test_it_opens_by_its_keys_says_what_it_found_and_gives_the_keyboard_back(app: RunningApp) -> None:
    app.box.click()
    sheet = open_panel(app)
    assert sheet.locator(".report-summary").get_attribute("role") == "status"
    app.shell.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    app.shell.keyboard.type("still here")
    expect(app.box).to_have_value("still here")


@pytest.mark.qt
def test_all_of_it_can_be_done_by_keyboard(app: RunningApp) -> None:
    sheet = open_panel(app)
    opener = f"{text('shell.diagnostics.open')} {text('shell.reset.title')}"
    tab_to(app, opener)
    app.shell.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name=text("shell.reset.title"))).to_be_focused()
    app.shell.keyboard.press("Shift+Tab")
    assert focused(app) == text("shell.sheet.back")
    app.shell.keyboard.press("Enter")
    assert focused(app) == opener


@pytest.mark.qt
def test_one_check_is_run_anew_and_keeps_the_keyboard(app: RunningApp) -> None:
    sheet = open_panel(app)
    before = sheet.locator(".report-summary").inner_text()
    sheet.locator(".check-fold", has_text=text("doctor.disk_room.title")).locator("summary").click()
    again = sheet.get_by_role("button", name=text("shell.diagnostics.again_one", title=text("doctor.disk_room.title")))
    again.click()
    expect(again).to_be_focused()
    expect(again).not_to_have_attribute("aria-disabled", "true")
    assert sheet.locator(".report-summary").inner_text() == before
    told = text(
        "shell.diagnostics.looked_again", title=text("doctor.disk_room.title"), state=text("shell.diagnostics.pass")
    )
    expect(sheet.get_by_role("status").get_by_text(told)).to_be_visible()


@pytest.mark.qt
def test_what_is_copied_is_markdown_and_tells_nothing_of_the_person(app: RunningApp) -> None:
    sheet = open_panel(app)
    press(sheet, text("shell.diagnostics.copy"))
    expect(sheet.get_by_text(text("shell.diagnostics.copied"))).to_be_visible()
    copied = wait_until(clipboard_text, what="what was copied")
    assert 2 < copied.count("\n") <= 60
    assert str(Path.home()) not in copied


@pytest.mark.qt
def test_the_connection_is_tested_only_after_its_hosts_were_named(app: RunningApp) -> None:
    app.shell.locator("#bar-connection").click()
    app.shell.get_by_role("menuitemradio", name="Helpdesk").click()
    expect(app.shell.locator("#bar-connection-name")).to_have_text("Helpdesk")
    sheet = open_panel(app)
    open_page(sheet, text("shell.trial.title"))
    expect(sheet.locator(".reach-hosts")).to_contain_text("127.0.0.1")
    press(sheet, text("shell.trial.begin"))
    # Nobody listens there: that is found, and said as a problem.
    expect(sheet.locator(".check-fail").first).to_be_visible(timeout=30_000)
    expect(sheet.get_by_role("button", name=text("shell.trial.again"))).to_be_focused()
    press(sheet, text("shell.diagnostics.copy"))
    expect(sheet.get_by_text(text("shell.diagnostics.copied"))).to_be_visible()
    wait_until(lambda: "(server) was tested at" in clipboard_text(), what="what was copied")
    tested = clipboard_text()
    press(sheet, text("shell.sheet.back"))
    press(sheet, text("shell.diagnostics.again"))
    expect(sheet.get_by_role("button", name=text("shell.diagnostics.copy"), exact=True)).to_be_enabled()
    press(sheet, text("shell.diagnostics.copy"))
    expect(sheet.get_by_text(text("shell.diagnostics.copied"))).to_be_visible()
    for words in ("The connection server-1 (server) was tested at", text("doctor.reach.server.03.title")):
        assert words in tested
        assert words in clipboard_text()


@pytest.mark.qt
def test_groups_are_told_apart_and_an_administrators_is_folded_and_last(app: RunningApp) -> None:
    sheet = open_panel(app)
    headings = sheet.locator(".report").get_by_role("heading", level=3)
    expect(headings.last).to_have_text(text("doctor.group.administrator"))
    assert {text(f"doctor.group.{each}") for each in ("program", "data", "window", "connection")} < {
        *headings.all_inner_texts()
    }
    row = sheet.locator("[data-check=adm-06]")
    expect(row).to_be_hidden()
    headings.last.click()
    sheet.locator("details[open] > .check-fold > summary").click()
    expect(row).to_be_visible()
    # The page of this very window has answered.
    sheet.locator(".check-fold", has_text=text("doctor.page_answer.title")).locator("summary").click()
    expect(sheet.locator("[data-check=web-03]")).to_contain_text(text("doctor.page_answer.pass"))


@pytest.mark.qt
def test_what_explains_a_failure_is_one_press_away(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    Failures(data / "failures.json").record(NameNotResolved(), where="chat")
    with RunningApp(data, environment=ENVIRONMENT) as app:
        app.connect()
        sheet = open_panel(app)
        row = sheet.locator("[data-check=log-02]")
        expect(row).to_contain_text(NameNotResolved.default_sentence)
        row.get_by_role("button", name=text("doctor.proxy.title"), exact=True).click()
        expect(sheet.locator("[data-check=net-01]")).to_be_focused()
        expect(sheet.locator("[data-check=net-01]")).to_be_in_viewport()
        row.get_by_role("button", name=text("shell.trial.title"), exact=True).click()
        expect(sheet.get_by_role("heading", name=text("shell.trial.title"))).to_be_focused()


@pytest.mark.qt
def test_what_leaves_is_told_of_every_connection(app: RunningApp) -> None:
    sheet = open_panel(app)
    open_page(sheet, text("shell.reach.title"))
    expect(sheet.locator(".reach section").first).to_contain_text(text("shell.reach.none"))
    expect(sheet.locator(".reach section").last).to_contain_text("127.0.0.1")


@pytest.mark.qt
def test_a_report_is_looked_at_and_saved_without_what_is_unticked(app: RunningApp, tmp_path: Path) -> None:
    sheet = open_panel(app)
    press(sheet, text("shell.diagnostics.save"))
    boxes = sheet.get_by_role("checkbox")
    expect(boxes.first).to_be_disabled()
    row = sheet.get_by_role("listitem").filter(has_text="report.txt")
    row.locator("summary").click()
    expect(row.locator("pre")).to_contain_text("Agentnook")
    row.get_by_role("checkbox").uncheck()
    press(sheet, SAVE)
    leave_dialog(PICK)
    expect(sheet.get_by_text(text("shell.bundle.not_saved"))).to_be_visible()
    press(sheet, SAVE)
    place = tmp_path / "mine.zip"
    type_into_dialog(PICK, str(place))
    expect(sheet.get_by_text(text("shell.bundle.saved", name="mine.zip"))).to_be_visible()
    with zipfile.ZipFile(place) as saved:
        assert saved.namelist()[0] == "manifest.json"
        assert "report.json" in saved.namelist()
        assert "report.txt" not in saved.namelist()


@pytest.mark.qt
def test_a_recording_is_to_be_seen_for_its_whole_length(app: RunningApp) -> None:
    banner = app.shell.locator(BANNER)
    sheet = open_panel(app)
    press(sheet, text("shell.record.start"))
    expect(sheet.get_by_role("button", name=text("shell.record.stop"))).to_be_visible()
    app.shell.keyboard.press("Escape")
    expect(banner).to_contain_text(text("shell.record.until", time="").rstrip(". "))
    app.kill_page()
    app.reconnect()
    banner = app.shell.locator(BANNER)
    expect(banner).to_contain_text(text("shell.record.until", time="").rstrip(". "))
    banner.get_by_role("button").click()
    expect(banner).to_be_empty()
    # One that is going on holds up nobody's end.
    press(open_panel(app), text("shell.record.start"))
    expect(banner).not_to_be_empty()
    assert app.stop() == 0
    assert app.log().count("record mode ends") == 2


@pytest.mark.qt
def test_settings_go_back_after_a_second_press_and_are_kept_beside(app: RunningApp) -> None:
    xdotool("windowsize", "--sync", app.window(), "900", "640")
    app.shell.locator("#bar-theme").click()
    wait_until((app.data_dir / "settings.json").exists, what="the settings")
    sheet = open_panel(app)
    open_page(sheet, text("shell.reset.title"))
    name = text("shell.reset.do_settings")
    press(sheet, name)
    expect(sheet.get_by_role("button", name=text("shell.reset.leave"))).to_be_focused()
    assert (app.data_dir / "settings.json").exists()
    expect(sheet.get_by_role("button", name=name)).not_to_have_attribute("aria-disabled", "true")
    press(sheet, name)
    expect(sheet.get_by_text(RESTART)).to_be_visible()
    assert list(app.data_dir.glob("settings.json.before-reset-*"))
    # A window that was put back does not keep its size at its end.
    assert app.stop() == 0
    assert not (app.data_dir / "settings.json").exists()


@pytest.mark.qt
def test_web_data_are_cleared_at_once(app: RunningApp) -> None:
    app.shell.evaluate(SET_COOKIE)
    assert app.shell.evaluate(COOKIES) == "kept=1"
    sheet = open_panel(app)
    open_page(sheet, text("shell.reset.title"))
    press_twice(sheet, text("shell.reset.do_web_data"))
    expect(sheet.get_by_text(RESTART)).to_be_visible()
    wait_until(lambda: app.shell.evaluate(COOKIES) == "", what="the end of the cookies")


@pytest.mark.qt
def test_keys_are_removed_from_the_keyring_after_a_second_press(bus: str, tmp_path: Path) -> None:
    with RunningApp(tmp_path / "data", environment={"DBUS_SESSION_BUS_ADDRESS": bus}) as app:
        app.connect()
        kept = app.shell.evaluate(KEEP_KEY, asdict(HOSTED))
        assert app.shell.evaluate(STATUS, kept) == "keyring"
        sheet = open_panel(app)
        open_page(sheet, text("shell.reset.title"))
        name = text("shell.reset.do_keys")
        press(sheet, name)
        press(sheet, text("shell.reset.leave"))
        assert app.shell.evaluate(STATUS, kept) == "keyring"
        press_twice(sheet, name)
        expect(sheet.get_by_text(text("shell.reset.done"), exact=True)).to_be_visible()
        assert app.shell.evaluate(STATUS, kept) == "none"


@pytest.mark.qt
def test_in_a_run_that_can_keep_nothing_starting_again_says_what_ends(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with RunningApp(tmp_path / "data" / "below", environment=ENVIRONMENT) as app:
        app.connect()
        sheet = open_panel(app)
        open_page(sheet, text("shell.reset.title"))
        expect(sheet.get_by_text(text("shell.reset.keeps_nothing"))).to_have_count(2)
        expect(sheet.get_by_text(text("shell.reset.keeps_window"))).to_be_visible()
        assert app.stop() == 0


@pytest.mark.qt
def test_narrow_or_at_200_percent_nothing_is_cut_off(app: RunningApp) -> None:
    sheet = open_panel(app)
    pages = (text("shell.trial.title"), text("shell.reach.title"), text("shell.reset.title"))
    for width in (420, 512):  # the second is what 1024 px are at 200 %
        app.shell.set_viewport_size({"width": width, "height": 360})
        assert not sheet.locator(".sheet-body").evaluate(OVERFLOWS)
        for page in pages:
            open_page(sheet, page)
            assert not sheet.locator(".sheet-body").evaluate(OVERFLOWS), page
            press(sheet, text("shell.sheet.back"))
        press(sheet, text("shell.diagnostics.save"))
        expect(sheet.locator(".bundle-parts li")).not_to_have_count(0)
        assert not sheet.locator(".sheet-body").evaluate(OVERFLOWS)
        # Only what is below the heading scrolls, and the sheet itself does not.
        assert sheet.evaluate("(sheet) => sheet.scrollHeight === sheet.clientHeight")
        press(sheet, text("shell.sheet.back"))


@pytest.mark.qt
def test_at_a_zoom_of_200_percent_it_is_as_whole_as_ever(tmp_path: Path) -> None:
    with RunningApp(tmp_path / "data", environment=ENVIRONMENT).give("--zoom-percent", 200) as app:
        app.connect()
        sheet = open_panel(app)
        assert app.shell.evaluate("[innerWidth, devicePixelRatio]") == [512, 2]
        sheet.locator(".check-apart").click()
        assert not sheet.locator(".sheet-body").evaluate(OVERFLOWS)
        for page in (text("shell.trial.title"), text("shell.reset.title")):
            open_page(sheet, page)
            assert not sheet.locator(".sheet-body").evaluate(OVERFLOWS), page
            press(sheet, text("shell.sheet.back"))


@pytest.mark.qt
def test_long_words_and_many_rows_stay_within_the_sheet(app: RunningApp) -> None:
    sheet = open_panel(app)
    app.shell.evaluate(MANY)
    for width in (420, 1024):
        app.shell.set_viewport_size({"width": width, "height": 720})
        expect(sheet.locator(".check-again")).to_have_count(100)
        assert not sheet.locator(".sheet-body").evaluate(OVERFLOWS)


@pytest.mark.qt
def test_safe_mode_opens_a_first_window_and_changes_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    kept = data / "settings.json"
    kept.write_text(json.dumps({"settings_version": 1, "zoom_percent": 150, "window_width_px": 500}))
    before = kept.read_bytes()
    with RunningApp(data, environment=ENVIRONMENT).give("--safe-mode") as app:
        app.connect()
        read = CALL + "return (await bridge.call('settings.read', { key: argument })).value; }"
        wanted = {"software_rendering": True, "zoom_percent": 100, "window_width_px": 1024}
        assert {key: app.shell.evaluate(read, key) for key in wanted} == wanted
        assert app.stop() == 0
    assert kept.read_bytes() == before


@pytest.mark.qt
def test_the_first_steps_open_the_window_anew_in_safe_mode_and_back(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "settings.json").write_text(json.dumps({"settings_version": 1, "zoom_percent": 110}))
    before = (data / "settings.json").read_bytes()
    read = CALL + "return (await bridge.call('settings.read', { key: argument })).value; }"
    with RunningApp(data, environment=ENVIRONMENT) as app:
        app.connect()
        for step, software, zoom in (("safe_mode", True, 100), ("start_again", False, 110)):
            sheet = open_panel(app)
            open_page(sheet, text("shell.reset.title"))
            ask(sheet, text(f"shell.reset.do_{step}"))
            earlier = app.children()
            # From outside: who presses in the page waits for an answer of a window that is gone.
            press_keys(app, "Tab")
            press_keys(app, "Return")
            # They hold the ports of the window before for a moment longer than itself.
            wait_until(lambda: not any(map(lives, earlier)), what="the end of the window before")  # noqa: B023
            assert is_in_safe_mode(app) is software
            app.reconnect()
            assert app.shell.evaluate(read, "software_rendering") is software
            assert app.shell.evaluate(read, "zoom_percent") == zoom
        assert app.stop() == 0
        assert "cut off" not in app.log()
    assert (data / "settings.json").read_bytes() == before


@pytest.mark.qt
def test_it_opens_by_itself_once_where_the_chat_never_came(tmp_path: Path) -> None:
    with stand_in_component() as component, open_official(tmp_path / "run", component.script("undefined")) as app:
        sheet = sheet_of(app)
        expect(sheet).to_be_visible(timeout=40_000)
        failures = app.data_dir / "failures.json"
        fault = wait_until(lambda: [each.detail for each in read_records(failures)], what="the fault that is kept")
        assert fault == ["official_undefined"]
        press(sheet, text("shell.diagnostics.again"))
        expect(sheet.locator("[data-check=web-05]")).to_contain_text(text("shell.official.official_undefined"))
        app.shell.keyboard.press("Escape")
        expect(sheet).to_have_count(0)
        app.strip.get_by_role("button", name=text("shell.problem.retry")).click()
        expect(app.strip).to_have_count(0)
        expect(app.strip).to_be_visible(timeout=40_000)
        expect(sheet).to_have_count(0)


@contextmanager
def opened_by_itself(folder: Path) -> Iterator[tuple[OfficialApp, StandInComponent]]:
    """A chat that does not come, and the sheet that has opened for it."""
    with stand_in_component() as component:
        component.is_missing = True
        with open_official(folder / "run", component.script("good")) as app:
            expect(sheet_of(app)).to_be_visible(timeout=40_000)
            yield app, component


def let_it_come(app: OfficialApp, component: StandInComponent) -> None:
    component.is_missing = False
    app.shell.evaluate("dispatchEvent(new Event('online'))")


@pytest.mark.qt
def test_what_opened_by_itself_goes_when_the_chat_comes_after_all(tmp_path: Path) -> None:
    with opened_by_itself(tmp_path) as (app, component):
        let_it_come(app, component)
        expect(sheet_of(app)).to_have_count(0)
        expect(app.strip).to_have_count(0)
        expect(app.box).to_be_focused()


@pytest.mark.qt
def test_what_opened_by_itself_stays_with_who_is_at_it(tmp_path: Path) -> None:
    with opened_by_itself(tmp_path) as (app, component):
        app.shell.keyboard.press("Tab")
        let_it_come(app, component)
        expect(app.strip).to_have_count(0)
        app.box.wait_for()
        expect(sheet_of(app)).to_be_visible()


@pytest.mark.qt
def test_it_does_not_open_over_what_a_person_is_at(tmp_path: Path) -> None:
    with stand_in_component() as component, open_official(tmp_path / "run", component.script("never-ready")) as app:
        app.shell.get_by_role("button", name=text("shell.bar.more"), exact=True).click()
        app.shell.get_by_role("menuitem", name=text("shell.more.settings")).click()
        expect(app.strip).to_contain_text(text("shell.official.official_late"), timeout=40_000)
        expect(app.shell.get_by_role("dialog", name=text("shell.more.settings"))).to_be_visible()
        assert sheet_of(app).count() == 0


@pytest.fixture
def shell(gtk: GtkApp) -> GtkDocument:
    shell = shell_of(gtk)
    press_keys(gtk, "ctrl+d")
    shell.wait_for("fine", ".report-summary")
    return shell


def press_step_twice(shell: GtkDocument, step: str) -> None:
    name = text(f"shell.reset.do_{step}")
    shell.press(name)
    shell.wait_for(text("shell.reset.sure", label=name), ".ladder")
    shell.press(name)


@pytest.mark.gtk
def test_a_report_is_looked_at_and_saved(shell: GtkDocument, tmp_path: Path) -> None:
    shell.press(text("shell.diagnostics.save"))
    shell.wait_for("report.json", ".bundle-parts")
    shell.press(SAVE)
    place = tmp_path / "mine.zip"
    type_into_dialog(PICK, str(place))
    shell.wait_for(text("shell.bundle.saved", name="mine.zip"), ".bundle")
    assert zipfile.ZipFile(place).testzip() is None


@pytest.mark.gtk
def test_a_recording_begins_and_is_stopped(shell: GtkDocument) -> None:
    shell.press(text("shell.record.start"))
    until = text("shell.record.until", time="").rstrip(". ")
    shell.wait_for(until, BANNER)
    xdotool("key", "Escape")
    wait_until(lambda: shell.count("dialog.sheet") == 0, what="the end of the sheet")
    shell.press(text("shell.record.stop"))
    wait_until(lambda: until not in shell.read(BANNER), what="the end of the recording")


@pytest.mark.gtk
def test_web_data_are_cleared_and_the_window_goes_back(gtk: GtkApp, shell: GtkDocument) -> None:
    shell.press(f"{text('shell.diagnostics.open')} {text('shell.reset.title')}")
    gtk.in_shell(f"{SET_COOKIE};")
    assert gtk.in_shell(f"return {COOKIES};") == "kept=1"
    press_step_twice(shell, "web_data")
    shell.wait_for(RESTART, ".ladder")
    wait_until(lambda: gtk.in_shell(f"return {COOKIES};") == "", what="the end of the cookies")
    press_step_twice(shell, "window")
    wait_until(lambda: shell.read(".ladder").count(RESTART) == 2, what="the second step")


@pytest.mark.gtk
def test_safe_mode_opens_the_window_anew_in_its_own_process(gtk: GtkApp, shell: GtkDocument) -> None:
    shell.press(f"{text('shell.diagnostics.open')} {text('shell.reset.title')}")
    press_step_twice(shell, "safe_mode")
    wait_until(lambda: is_in_safe_mode(gtk), what="the program in safe mode")
    # The engine that was named is one of the things it does without.
    assert "--engine=gtk" not in gtk.as_process().cmdline()
    gtk.disconnect()
    gtk.window()


@pytest.mark.gtk
def test_what_is_found_can_be_copied_from_there_too(shell: GtkDocument) -> None:
    shell.press(text("shell.diagnostics.copy"))
    shell.wait_for(text("shell.diagnostics.copied"), ".report-head")
    assert clipboard_text().count("\n") > 2
