"""Connections in the window: from a card to the first message, from one agent to another, and what fails in words."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from app.brand import BRAND
from app.chat_host.transcript import read_transcript
from app.resources import text as words
from tests.support.hosted_threads import every_kind, hosted_thread, reply
from tests.support.native_dialogs import type_into_dialog
from tests.support.official_app import OfficialApp
from tests.support.pictures import picture_of
from tests.support.processes import free_port, started
from tests.support.secret_service import lock, secret_service, session_bus
from tests.support.self_hosted import self_hosted
from tests.support.self_hosted_files import UPLOAD_KEY, self_hosted_with_files
from tests.support.stand_in_api import Answer, StandInApi, failing
from tests.support.stand_in_component import StandInComponent
from tests.support.talking import kept
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

KEY = "sk-test-0123456789-canary"
WORKFLOW = "wf_68a1b2c3"
START_CARDS = ("workflow", "session_service", "server", "local")


@pytest.fixture
def app(component: StandInComponent, api: StandInApi, bus: str, tmp_path: Path) -> Iterator[OfficialApp]:
    with OfficialApp(tmp_path / "run", component.script("good"), api=api.url, bus=bus) as app:
        app.attach()
        expect(builtin(app)).to_be_visible(timeout=30_000)
        yield app


def builtin(app: OfficialApp) -> Locator:
    """Return where a person writes to this computer."""
    return app.chat.get_by_role("textbox", name=words("element.composer.label"))


def fill_in(sheet: Locator, workflow: str = WORKFLOW, key: str = KEY) -> None:
    """Take the card of hosted workflows and fill in what it asks for."""
    sheet.get_by_role("button", name=words("shell.connections.needs.workflow")).click()
    sheet.get_by_label(words("shell.connections.field.workflow_id.label")).fill(workflow)
    sheet.get_by_label(words("shell.connections.field.secret_workflow.label")).fill(key)


def fill_in_and_connect(app: OfficialApp) -> None:
    sheet = app.open_connections()
    fill_in(sheet)
    connect(sheet)


def change_hosted(app: OfficialApp) -> Locator:
    """Open the form of the hosted workflow that is there."""
    sheet = app.open_connections()
    name = words("connection.workflow.label")
    sheet.get_by_role("button", name=words("shell.connections.change_one", name=name)).click()
    return sheet


def connect(sheet: Locator) -> None:
    sheet.get_by_role("button", name=words("shell.connections.connect")).click()


def test_this_computer_has_a_card_that_leads_to_the_composer(app: OfficialApp) -> None:
    card = app.chat.get_by_role("button", name=words("element.start.local.label"))
    card.click()
    expect(app.chat.get_by_role("textbox", name=words("element.composer.label"))).to_be_focused()
    expect(card).to_have_count(0)
    expect(app.chat.get_by_role("button", name=words("element.start.workflow.label"))).to_have_count(0)


def test_from_the_card_of_openai_to_the_first_message(
    app: OfficialApp, component: StandInComponent, api: StandInApi
) -> None:
    fill_in_and_connect(app)
    app.say("Hello")
    app.wait_for_answer("You said: Hello")
    expect(app.chat.locator("openai-chatkit")).to_have_attribute("data-attachments", "true")
    assert all(secret.startswith("ek_") for secret in component.secrets)
    expect(app.shell.locator("#bar-connection-name")).to_have_text(words("connection.workflow.label"))
    # The key went to Python and nowhere else.
    assert KEY not in app.shell.locator("body").aria_snapshot()
    for page in (app.shell, app.chat, app.inner):
        assert KEY not in page.content()
    assert KEY not in "".join(path.read_text("utf-8", "replace") for path in app.data_dir.rglob("*") if path.is_file())


def test_a_refused_key_is_said_and_can_be_corrected(app: OfficialApp, api: StandInApi) -> None:
    api.script.append(failing(401, "invalid_api_key"))
    sheet = app.open_connections()
    fill_in(sheet)
    connect(sheet)
    expect(sheet.get_by_role("alert")).to_contain_text(words("error.key_refused.sentence"))
    connect(sheet)
    app.say("Hello")
    app.wait_for_answer("You said: Hello")


@pytest.mark.parametrize("variable", ["CHATKIT_WORKFLOW_ID", "AGENTNOOK_WORKFLOW_ID"])
def test_a_workflow_and_a_key_in_the_environment_simply_connect(
    component: StandInComponent, api: StandInApi, tmp_path: Path, variable: str
) -> None:
    given = {"OPENAI_API_KEY": KEY, variable: WORKFLOW}
    with OfficialApp(tmp_path / "run", component.script("good"), api=api.url, given=given) as app:
        app.attach()
        app.say("Hello")
        app.wait_for_answer("You said: Hello")
        assert not (app.data_dir / "connections.json").exists()


def test_a_start_that_is_told_which_connection_begins_with_it(
    component: StandInComponent, api: StandInApi, tmp_path: Path
) -> None:
    given = {"OPENAI_API_KEY": KEY, "CHATKIT_WORKFLOW_ID": WORKFLOW, "AGENTNOOK_CONNECTION": "local"}
    with OfficialApp(tmp_path / "run", component.script("good"), api=api.url, given=given) as app:
        app.attach()
        expect(builtin(app)).to_be_visible(timeout=30_000)
        expect(app.shell.locator("#bar-connection-name")).to_have_text(words("connection.local.label"))


def test_the_workflow_of_a_brand_connects_by_itself_on_the_first_run(
    component: StandInComponent, api: StandInApi, tmp_path: Path
) -> None:
    given, bundled = {"OPENAI_API_KEY": KEY}, ("--bundled", WORKFLOW)
    with OfficialApp(tmp_path / "run", component.script("good"), bundled, api=api.url, given=given) as app:
        app.attach()
        app.say("Hello")
        app.wait_for_answer("You said: Hello")
        expect(app.shell.locator("#bar-connection-name")).to_have_text(BRAND.name)
        assert api.requests[0][2]["workflow"] == {"id": WORKFLOW}


def test_the_workflow_of_a_brand_without_a_key_says_where_to_enter_one(
    component: StandInComponent, api: StandInApi, tmp_path: Path
) -> None:
    with OfficialApp(tmp_path / "run", component.script("good"), ("--bundled", WORKFLOW), api=api.url) as app:
        app.attach()
        expect(app.strip).to_contain_text(words("error.key_missing.hint"), timeout=30_000)
        # What leads on from here stays, and there is no history to open.
        expect(app.strip.get_by_role("button", name=words("shell.problem.close"))).to_have_count(0)
        expect(app.shell.locator("#bar-history")).to_have_attribute("aria-disabled", "true")
        sheet = app.open_connections()
        sheet.get_by_role("button", name=words("shell.connections.change_one", name=BRAND.name)).click()
        sheet.get_by_label(words("shell.connections.field.secret_workflow.label")).fill(KEY)
        connect(sheet)
        # What was wrong is over; what is left to say is where the key is.
        expect(app.strip).to_contain_text(words("secret.session.message"), timeout=30_000)
        app.say("Hello")
        app.wait_for_answer("You said: Hello")


def test_f35_a_limit_is_counted_down_until_a_retry_is_of_use(
    component: StandInComponent, api: StandInApi, tmp_path: Path
) -> None:
    api.script.append(failing(429, Retry_After="8"))
    given = {"OPENAI_API_KEY": KEY, "CHATKIT_WORKFLOW_ID": WORKFLOW}
    with OfficialApp(tmp_path / "run", component.script("good"), api=api.url, given=given) as app:
        app.attach()
        retry = app.strip.get_by_role("button", name=words("shell.problem.retry"), exact=True)
        expect(retry).to_have_attribute("aria-disabled", "true", timeout=30_000)
        left = retry.locator("[aria-hidden=true]")
        expect(left).to_have_text(re.compile(r"^[1-8] s$"))
        seen = left.inner_text()
        expect(left).not_to_have_text(seen)
        retry.click(force=True)
        expect(retry).to_have_attribute("aria-disabled", "false", timeout=15_000)
        expect(left).to_have_count(0)
        assert len(api.requests) == 1
        retry.click()
        app.say("Hello")
        app.wait_for_answer("You said: Hello")


def test_a_limit_is_counted_down_on_the_sheet_too(app: OfficialApp, api: StandInApi) -> None:
    api.script.append(failing(429, Retry_After="2"))
    sheet = app.open_connections()
    fill_in(sheet)
    connect(sheet)
    expect(sheet.get_by_role("alert")).to_contain_text(words("hosted.rate_limited_seconds", seconds=2))
    again = sheet.get_by_role("button", name=words("shell.connections.connect"))
    expect(again).to_have_attribute("aria-disabled", "true")
    expect(again).to_have_attribute("aria-disabled", "false", timeout=10_000)
    connect(sheet)
    app.say("Hello")
    app.wait_for_answer("You said: Hello")


def test_from_the_card_of_an_organisation_to_the_first_message(app: OfficialApp, api: StandInApi) -> None:
    app.chat.get_by_role("button", name=words("element.start.session_service.label")).click()
    sheet = app.shell.locator("dialog.sheet[open]")
    sheet.get_by_label(words("shell.connections.field.url.label")).fill(api.url.removesuffix("/v1"))
    sheet.get_by_label(words("shell.connections.field.workflow_id.label")).fill(WORKFLOW)
    connect(sheet)
    app.say("Hello")
    app.wait_for_answer("You said: Hello")
    assert [path for path, _headers, _body in api.requests[:2]] == ["/api/chatkit/health", "/api/chatkit/session"]


def test_from_the_card_of_a_server_of_ones_own_to_the_first_message(app: OfficialApp, tmp_path: Path) -> None:
    with self_hosted(tmp_path / "server.sqlite3", token=KEY) as url:
        app.chat.get_by_role("button", name=words("element.start.server.label")).click()
        sheet = app.shell.locator("dialog.sheet[open]")
        sheet.get_by_label(words("shell.connections.field.url.label")).fill(url)
        connect(sheet)
        expect(sheet.get_by_role("alert")).to_contain_text(words("relay.refused.sentence"))
        sheet.get_by_label(words("shell.connections.field.secret_server.label"), exact=True).fill(KEY)
        connect(sheet)
        expect(app.shell.locator("#bar-connection-name")).to_have_text(words("connection.server.label"))
        # Nothing is said of this computer, nor asked as one asks its guide.
        expect(builtin(app)).to_be_visible(timeout=30_000)
        expect(
            app.chat.get_by_text(words("element.disclaimer.local", agent=words("connection.server.label")))
        ).to_have_count(0)
        expect(app.chat.get_by_role("button", name=words("element.prompt.private.label"))).to_have_count(0)
        builtin(app).fill("Hello from afar")
        builtin(app).press("Enter")
        expect(app.chat.get_by_role("log").get_by_text("It echoes: Hello from afar")).to_be_visible(timeout=30_000)
        assert KEY not in app.chat.content() + app.shell.content()
        # What was said there is not kept here.
        app.in_shell("document.querySelector('iframe').dataset.before = '';")
        app.choose_connection(words("connection.local.label"))
        expect(app.shell.locator("iframe[data-before]")).to_have_count(0)
        expect(builtin(app)).to_be_visible(timeout=30_000)
        expect(app.chat.get_by_role("log").get_by_text("Hello from afar")).to_have_count(0)
        assert "Hello from afar" not in kept(app)
        assert "Hello from afar" in "".join(entry.text for entry in read_transcript(tmp_path / "server.sqlite3"))


def test_a_service_that_is_not_there_is_said_and_kept_for_later(app: OfficialApp) -> None:
    app.chat.get_by_role("button", name=words("element.start.session_service.label")).click()
    sheet = app.shell.locator("dialog.sheet[open]")
    sheet.get_by_label(words("shell.connections.field.url.label")).fill(f"http://127.0.0.1:{free_port()}")
    sheet.get_by_label(words("shell.connections.field.workflow_id.label")).fill(WORKFLOW)
    connect(sheet)
    expect(sheet.get_by_role("alert")).to_contain_text(words("error.connection_refused.sentence"), timeout=20_000)
    sheet.get_by_role("button", name=words("shell.connections.keep")).click()
    expect(app.shell.locator("#bar-connection-name")).to_have_text(words("connection.session_service.label"))
    # The window says the same, and the way back is two clicks.
    expect(app.strip.first).to_be_visible(timeout=30_000)
    app.choose_connection(words("connection.local.label"))
    expect(app.strip).to_have_count(0)
    expect(builtin(app)).to_be_visible(timeout=30_000)


def test_a_card_of_the_start_screen_leads_to_its_fields(app: OfficialApp) -> None:
    app.chat.get_by_role("button", name=words("element.start.workflow.label")).click()
    field = app.shell.get_by_label(words("shell.connections.field.workflow_id.label"))
    expect(field).to_be_focused()
    app.shell.keyboard.press("Escape")
    expect(app.shell.locator("dialog.sheet[open]")).to_have_count(0)


def test_without_a_keyring_the_person_is_told_that_the_key_ends_with_the_program(
    component: StandInComponent, api: StandInApi, tmp_path: Path
) -> None:
    with OfficialApp(tmp_path / "run", component.script("good"), api=api.url) as app:
        app.attach()
        expect(builtin(app)).to_be_visible(timeout=30_000)
        fill_in_and_connect(app)
        app.say("Hello")
        app.wait_for_answer("You said: Hello")
        expect(app.strip).to_contain_text(f"{words('secret.session.message')} {words('secret.session.hint')}")
        sheet = change_hosted(app)
        expect(sheet.get_by_text(words("secret.session.message"))).to_be_visible()
        # Once it is forgotten, nothing of it is true any more.
        sheet.get_by_role("button", name=words("shell.connections.forget")).click()
        expect(sheet.get_by_text(words("secret.absent.message"))).to_be_visible()
        expect(sheet.get_by_label(words("shell.connections.field.secret_workflow.label"))).to_be_focused()
        expect(app.strip.filter(has_text=words("secret.session.message"))).to_have_count(0)


def test_a_keyring_that_waits_is_said_in_the_sheet_that_lies_over_the_strip(
    component: StandInComponent, api: StandInApi, tmp_path: Path
) -> None:
    ready = tmp_path / "ready"
    hanging = [sys.executable, "-m", "tests.support.hanging_secret_service", str(ready)]
    with session_bus(tmp_path / "session") as environ, started(hanging, environ=environ, log=tmp_path / "log"):
        wait_until(ready.exists, what="the keyring that hangs")
        bus = environ["DBUS_SESSION_BUS_ADDRESS"]
        with OfficialApp(tmp_path / "run", component.script("good"), api=api.url, bus=bus) as app:
            app.attach()
            expect(builtin(app)).to_be_visible(timeout=30_000)
            sheet = app.open_connections()
            fill_in(sheet)
            connect(sheet)
            said = sheet.get_by_role("status").filter(has_text=words("notice.keyring_waits.message"))
            expect(said).to_be_visible(timeout=20_000)
            trying = sheet.get_by_role("status").filter(has_text=words("shell.connections.trying"))
            expect(trying).to_have_count(1)


def test_what_is_given_from_outside_says_so_and_is_not_removed_here(
    component: StandInComponent, api: StandInApi, tmp_path: Path
) -> None:
    given = {"OPENAI_API_KEY": KEY, "CHATKIT_WORKFLOW_ID": WORKFLOW}
    with OfficialApp(tmp_path / "run", component.script("good"), api=api.url, given=given) as app:
        app.attach()
        sheet = change_hosted(app)
        expect(sheet.get_by_text(words("shell.connections.given"))).to_be_visible()
        expect(sheet.get_by_role("button", name=words("shell.connections.remove"))).to_have_count(0)
        api.script.append(failing(401, "invalid_api_key"))
        sheet.get_by_label(words("shell.connections.field.secret_workflow.label")).fill("sk-another")
        connect(sheet)
        expect(sheet.get_by_role("alert")).to_contain_text(words("error.key_refused.sentence"))
        expect(sheet.get_by_role("button", name=words("shell.connections.keep"))).to_have_count(0)
        app.shell.keyboard.press("Escape")
        # As it is, it is talked to; another one is made only where something is another.
        connect(change_hosted(app))
        expect(sheet).to_have_count(0)
        change = words("shell.connections.change_one", name=words("connection.workflow.label"))
        expect(app.open_connections().get_by_role("button", name=change)).to_have_count(1)


def test_what_is_typed_is_checked_at_once_and_a_placeholder_refused(app: OfficialApp) -> None:
    sheet = app.open_connections()
    fill_in(sheet, "my workflow")
    expect(sheet.get_by_text(words("connection.fault.workflow_form"))).to_be_visible()
    sheet.get_by_label(words("shell.connections.field.workflow_id.label")).fill("wf_xxx")
    expect(sheet.get_by_text(words("connection.fault.workflow_placeholder"))).to_be_visible()
    connect(sheet)
    expect(sheet.get_by_role("alert")).to_contain_text(words("connection.fault.workflow_placeholder"))
    expect(sheet.get_by_role("alert").get_by_role("button")).to_have_count(0)


def test_what_was_refused_is_marked_and_has_the_keyboard(app: OfficialApp) -> None:
    sheet = app.open_connections()
    fill_in(sheet, "")
    connect(sheet)
    expect(sheet.get_by_role("alert")).to_contain_text(words("connection.fault.workflow_missing"))
    field = sheet.get_by_label(words("shell.connections.field.workflow_id.label"))
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    field.press_sequentially("wf")
    expect(field).to_have_attribute("aria-invalid", "false")


def test_a_press_beside_the_sheet_closes_it_and_loses_nothing_that_was_typed(app: OfficialApp) -> None:
    sheet = app.open_connections()
    expect(sheet).to_be_visible()
    app.shell.mouse.click(10, 200)
    expect(sheet).to_have_count(0)
    sheet = app.open_connections()
    fill_in(sheet)
    app.shell.mouse.click(10, 200)
    expect(sheet.get_by_label(words("shell.connections.field.workflow_id.label"))).to_have_value(WORKFLOW)
    # Whoever goes back has left it.
    sheet.get_by_role("button", name=words("shell.connections.back")).click()
    expect(sheet.get_by_role("button", name=words("shell.connections.needs.workflow"))).to_be_visible()
    app.shell.mouse.click(10, 200)
    expect(sheet).to_have_count(0)


def test_a_locked_keyring_keeps_nobody_from_removing_a_connection(
    component: StandInComponent, api: StandInApi, tmp_path: Path
) -> None:
    with secret_service(tmp_path / "session") as environ:
        bus = environ["DBUS_SESSION_BUS_ADDRESS"]
        with OfficialApp(tmp_path / "run", component.script("good"), api=api.url, bus=bus) as app:
            app.attach()
            expect(builtin(app)).to_be_visible(timeout=30_000)
            fill_in_and_connect(app)
            expect(app.shell.locator("#bar-connection-name")).to_have_text(words("connection.workflow.label"))
            lock(environ)
            sheet = change_hosted(app)
            sheet.get_by_role("button", name=words("shell.connections.remove"), exact=True).click()
            sheet.get_by_role("button", name=words("shell.connections.remove_sure")).click()
            refusal = sheet.get_by_role("alert")
            expect(refusal).to_contain_text(words("error.keyring_locked.sentence"), timeout=40_000)
            expect(refusal.get_by_role("button")).to_have_count(1)
            refusal.get_by_role("button", name=words("shell.connections.remove_without_key")).click()
            expect(app.shell.locator("#bar-connection-name")).to_have_text(words("connection.local.label"))


def test_the_keyboard_goes_to_the_conversation_from_a_message_that_was_closed(
    component: StandInComponent, api: StandInApi, tmp_path: Path
) -> None:
    with OfficialApp(tmp_path / "run", component.script("good"), api=api.url) as app:
        app.attach()
        expect(builtin(app)).to_be_visible(timeout=30_000)
        fill_in_and_connect(app)
        expect(app.box).to_be_visible(timeout=30_000)
        app.strip.get_by_role("button", name=words("shell.problem.close")).press("Enter")
        expect(app.strip).to_have_count(0)
        expect(app.shell.locator("iframe")).to_be_focused()


def test_agents_are_switched_in_two_clicks_and_each_keeps_its_conversation(app: OfficialApp) -> None:
    local, hosted = words("connection.local.label"), words("connection.workflow.label")
    builtin(app).fill("Which shortcuts exist?")
    builtin(app).press("Enter")
    expect(app.chat.get_by_role("log").get_by_text("Which shortcuts exist?")).to_be_visible()
    fill_in_and_connect(app)
    app.say("Hello")
    app.wait_for_answer("You said: Hello")
    app.choose_connection(local)
    wait_until(lambda: app.chat.url.endswith("/chat/builtin.html"), what="the built-in interface")
    expect(app.chat.get_by_role("log").get_by_text("Which shortcuts exist?")).to_be_visible()
    app.choose_connection(hosted)
    app.say("Back again")
    app.wait_for_answer("You said: Back again")


def test_a_removed_connection_leads_back_to_this_computer(app: OfficialApp) -> None:
    fill_in_and_connect(app)
    expect(app.shell.locator("#bar-connection-name")).to_have_text(words("connection.workflow.label"))
    sheet = change_hosted(app)
    expect(sheet.get_by_text(words("secret.keyring.message", keyring="Secret Service"))).to_be_visible()
    sheet.get_by_role("button", name=words("shell.connections.remove"), exact=True).click()
    sheet.get_by_role("button", name=words("shell.connections.remove_sure")).click()
    expect(app.shell.locator("#bar-connection-name")).to_have_text(words("connection.local.label"))


def test_a_start_screen_that_is_higher_than_the_window_can_be_read_from_its_top(app: OfficialApp) -> None:
    greeting = app.chat.get_by_role("heading", name=words("element.greeting"))
    app.shell.set_viewport_size({"width": 420, "height": 500})
    greeting.scroll_into_view_if_needed()
    # Whole, but for a part of a pixel.
    expect(greeting).to_be_in_viewport(ratio=0.99)


def test_what_is_kept_at_openai_is_saved_on_this_computer(app: OfficialApp, api: StandInApi) -> None:
    for number in range(120):
        thread = hosted_thread(number, f"Talk {number}")
        api.conversations[thread["id"]] = (thread, every_kind(thread) if number == 7 else [reply(thread, 1, "Hi")])
    fill_in_and_connect(app)
    sheet = change_hosted(app)
    section = sheet.get_by_role("region", name=words("shell.export.heading"))
    start = section.get_by_role("button", name=words("shell.export.start"))
    start.focus()
    start.press("Enter")
    ended = words("export.ended_in_window", done=120)
    expect(section.get_by_role("status")).to_contain_text(ended, timeout=30_000)
    expect(section.get_by_role("status")).to_contain_text(words("export.some_lost", count=1))
    # The button that was pressed became another one, and then itself again.
    expect(start).to_be_focused()
    expect(section.get_by_role("button", name=words("shell.export.show"))).to_be_visible()
    assert len(list((app.data_dir / words("export.folder_name")).glob("*.md"))) == 120
    assert {entry.thread_id for entry in read_transcript(app.data_dir / "conversations.sqlite3")} == set(
        api.conversations
    )
    assert KEY not in "".join(path.read_text("utf-8", "replace") for path in app.data_dir.rglob("*") if path.is_file())
    # Whoever closes the sheet is told as well.
    api.script.append(Answer(hangs=True))
    start.click()
    app.shell.keyboard.press("Escape")
    wait_until(lambda: api.script == [], what="the request that hangs")
    expect(app.shell.locator(".strip")).to_have_count(0)
    api.ended.set()
    expect(app.shell.locator(".strip")).to_contain_text(ended, timeout=30_000)
    assert app.shell.locator(".strip-info").count() == 1


def test_saving_can_be_stopped_and_what_fails_is_said(app: OfficialApp, api: StandInApi) -> None:
    fill_in_and_connect(app)
    app.say("Hello")
    app.wait_for_answer("You said: Hello")
    sheet = change_hosted(app)
    section = sheet.get_by_role("region", name=words("shell.export.heading"))
    api.script.append(Answer(hangs=True))
    section.get_by_role("button", name=words("shell.export.start")).click()
    wait_until(lambda: api.script == [], what="the request that hangs")
    section.get_by_role("button", name=words("shell.export.stop")).click()
    expect(section.get_by_role("status")).to_have_text(f"{words('export.stopped')} {words('export.stopped.hint')}")
    api.script.append(failing(401, "invalid_api_key"))
    section.get_by_role("button", name=words("shell.export.start")).click()
    # A process of its own has to start for it.
    expect(section.get_by_role("status")).to_contain_text("could not be read: the key was not accepted", timeout=20_000)


def test_a_server_of_ones_own_is_shown_in_openais_interface_too(app: OfficialApp, tmp_path: Path) -> None:
    with self_hosted(tmp_path / "server.sqlite3", token=KEY) as url:
        sheet = app.open_connections()
        sheet.get_by_role("button", name=words("shell.connections.needs.server")).click()
        sheet.get_by_label(words("shell.connections.field.url.label")).fill(url)
        sheet.get_by_label(words("shell.connections.field.secret_server.label"), exact=True).fill(KEY)
        sheet.get_by_label(words("shell.connections.field.interface.label")).select_option("official")
        sheet.get_by_label(words("shell.connections.field.domain_key.label")).fill("domain_pk_test")
        connect(sheet)
        app.say("Hello from afar")
        app.wait_for_answer("It echoes: Hello from afar")
        for page in (app.shell, app.chat, app.inner):
            assert KEY not in page.content()
        assert "Hello from afar" in "".join(entry.text for entry in read_transcript(tmp_path / "server.sqlite3"))


def test_a_file_is_attached_for_a_server_of_ones_own_and_its_picture_shown(app: OfficialApp, tmp_path: Path) -> None:
    picture = picture_of(tmp_path, background="teal", drawn=True)
    with self_hosted_with_files(KEY) as server:
        sheet = app.open_connections()
        sheet.get_by_role("button", name=words("shell.connections.needs.server")).click()
        sheet.get_by_label(words("shell.connections.field.url.label")).fill(server.url)
        sheet.get_by_label(words("shell.connections.field.secret_server.label"), exact=True).fill(KEY)
        sheet.get_by_label(words("shell.connections.field.interface.label")).select_option("official")
        connect(sheet)
        app.inner.get_by_role("button", name="Attach files").click()
        type_into_dialog(words("attach.pick"), str(picture))
        in_composer = app.inner.get_by_role("img", name=picture.name)
        expect(in_composer).to_have_js_property("naturalWidth", 160, timeout=30_000)
        app.say("Look at this")
        app.wait_for_answer(f"It got {picture.name}.")
        shown = app.inner.get_by_role("img", name=picture.name)
        expect(shown).to_have_count(2)
        for image in shown.all():
            expect(image).to_have_js_property("naturalWidth", 160)
        assert [*server.kept.values()] == [picture.read_bytes()]
        # Neither what opens the place of the file nor that place itself is known to a page.
        for page in (app.shell, app.chat, app.inner):
            assert not any(each in page.content() for each in (KEY, UPLOAD_KEY, server.origin))


def test_a_file_for_a_server_of_ones_own_is_attached_in_this_programs_interface_as_well(
    app: OfficialApp, tmp_path: Path
) -> None:
    picture = picture_of(tmp_path, background="teal", drawn=True)
    with self_hosted_with_files(KEY) as server:
        sheet = app.open_connections()
        sheet.get_by_role("button", name=words("shell.connections.needs.server")).click()
        sheet.get_by_label(words("shell.connections.field.url.label")).fill(server.url)
        sheet.get_by_label(words("shell.connections.field.secret_server.label"), exact=True).fill(KEY)
        connect(sheet)
        expect(app.shell.locator("#bar-connection-name")).to_have_text(words("connection.server.label"))
        app.chat.get_by_role("button", name=words("element.attach.add")).click()
        type_into_dialog(words("attach.pick"), str(picture))
        expect(app.chat.locator("agentnook-attachments li")).to_have_class("done", timeout=30_000)
        assert [*server.kept.values()] == [picture.read_bytes()]
        builtin(app).fill("Look at this")
        builtin(app).press("Enter")
        expect(app.chat.get_by_role("log").get_by_text(f"It got {picture.name}.")).to_be_visible(timeout=30_000)
        shown = app.chat.get_by_role("log").get_by_role("img", name=picture.name)
        expect(shown).to_have_js_property("naturalWidth", 160)
        assert not any(each in app.chat.content() for each in (KEY, UPLOAD_KEY, server.origin))


def test_where_openais_interface_fails_a_server_is_shown_in_the_simplified_view(
    component: StandInComponent, api: StandInApi, bus: str, tmp_path: Path
) -> None:
    refused = OfficialApp(tmp_path / "run", component.script("domain-refused"), api=api.url, bus=bus)
    with self_hosted(tmp_path / "server.sqlite3") as url, refused as app:
        app.attach()
        expect(builtin(app)).to_be_visible(timeout=30_000)
        sheet = app.open_connections()
        sheet.get_by_role("button", name=words("shell.connections.needs.server")).click()
        sheet.get_by_label(words("shell.connections.field.url.label")).fill(url)
        sheet.get_by_label(words("shell.connections.field.interface.label")).select_option("official")
        connect(sheet)
        expect(app.strip).to_contain_text(words("shell.official.domain_refused"), timeout=30_000)
        app.strip.get_by_role("button", name=words("shell.problem.simplified")).click()
        expect(builtin(app)).to_be_visible(timeout=30_000)
        expect(app.strip).to_have_count(0)
        builtin(app).fill("Hello from afar")
        builtin(app).press("Enter")
        expect(app.chat.get_by_role("log").get_by_text("It echoes: Hello from afar")).to_be_visible(timeout=30_000)


def test_descriptions_are_exported_and_taken_in_again(app: OfficialApp, tmp_path: Path) -> None:
    fill_in_and_connect(app)
    sheet = app.open_connections()
    sheet.get_by_role("button", name=words("shell.connections.export")).click()
    expect(sheet.get_by_text(words("shell.connections.exported", count=1))).to_be_visible()
    file = app.data_dir / words("connections.file_name")
    assert KEY not in file.read_text("utf-8")
    row = words("shell.connections.change_one", name=words("connection.workflow.label"))
    sheet.get_by_role("button", name=row).click()
    remove = sheet.get_by_role("button", name=words("shell.connections.remove"))
    remove.click()
    sheet.get_by_role("button", name=words("shell.connections.remove_sure")).click()
    expect(sheet.get_by_role("button", name=row)).to_have_count(0)
    wait_until(lambda: app.chat.url.endswith("/chat/builtin.html"), what="the built-in interface")
    offered = app.chat.locator(".start-card")
    expect(offered).to_have_count(len(START_CARDS), timeout=30_000)
    take_in = sheet.get_by_role("button", name=words("shell.connections.import"))
    take_in.click()
    type_into_dialog(words("connections.pick"), str(file))
    expect(sheet.get_by_role("button", name=row)).to_be_visible(timeout=20_000)
    expect(take_in).to_be_focused()
    expect(sheet.get_by_text(words("shell.connections.imported", count=1))).to_be_visible()
    expect(offered).to_have_count(0)
    take_in.click()
    type_into_dialog(words("connections.pick"), str(file))
    expect(sheet.get_by_text(words("shell.connections.imported_none"))).to_be_visible(timeout=20_000)
