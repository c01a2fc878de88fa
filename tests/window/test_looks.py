"""How a chat looks, from the form of its connection to the options that OpenAI's interface is given."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from app.resources import text as words
from tests.support.official_app import OfficialApp
from tests.support.self_hosted import self_hosted
from tests.support.stand_in_api import StandInApi
from tests.support.stand_in_component import StandInComponent
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

KEY = "sk-test-0123456789-canary"
THEME = {"theme": {"radius": "sharp", "typography": {"baseSize": 17, "fontFamily": "Inter, sans-serif"}}}


@pytest.fixture
def app(component: StandInComponent, api: StandInApi, tmp_path: Path) -> Iterator[OfficialApp]:
    """Talk to a hosted agent that nothing is set about."""
    with OfficialApp(tmp_path / "run", component.script("good"), api=api.url) as app:
        app.attach()
        expect(app.chat.get_by_role("textbox", name=words("element.composer.label"))).to_be_visible(timeout=30_000)
        sheet = app.open_connections()
        sheet.get_by_role("button", name=words("shell.connections.needs.workflow")).click()
        sheet.get_by_label(words("shell.connections.field.workflow_id.label")).fill("wf_68a1b2c3")
        sheet.get_by_label(words("shell.connections.field.secret_workflow.label")).fill(KEY)
        connect(sheet)
        app.box.wait_for()
        yield app


def open_look(app: OfficialApp, label: str = words("connection.workflow.label")) -> Locator:
    """Open the form of a connection, and unfold how its chat looks."""
    sheet = app.open_connections()
    sheet.get_by_role("button", name=words("shell.connections.change_one", name=label)).click()
    sheet.get_by_text(words("shell.look.heading")).click()
    return sheet


def field(sheet: Locator, name: str) -> Locator:
    return sheet.get_by_label(words(f"shell.look.field.{name}.label"), exact=True)


def connect(sheet: Locator) -> None:
    sheet.get_by_role("button", name=words("shell.connections.connect")).click()
    expect(sheet).to_have_count(0, timeout=30_000)


def test_what_is_set_in_the_form_is_what_the_interface_is_given_in_light_and_in_dark(
    app: OfficialApp, api: StandInApi
) -> None:
    plain = app.component_options()
    assert plain["composer"]["attachments"]["maxSize"] == 10 * 1024 * 1024
    assert (plain["history"]["enabled"], "dictation" in plain["composer"]) == (True, False)
    sheet = open_look(app)
    field(sheet, "accent").fill("#d6336c")
    field(sheet, "radius").select_option("pill")
    field(sheet, "density").select_option("compact")
    field(sheet, "attachments").uncheck()
    field(sheet, "dictation").check()
    field(sheet, "greeting").fill("Where to?")
    field(sheet, "disclaimer").fill("May be wrong.")
    field(sheet, "theme").fill(json.dumps(THEME))
    connect(sheet)
    app.box.wait_for()
    wait_until(lambda: "startScreen" in app.component_options(), what="the options of the form")
    made = app.component_options()
    assert made["theme"] == {
        "colorScheme": made["theme"]["colorScheme"],
        "radius": "pill",
        "density": "compact",
        "typography": {"baseSize": 17, "fontFamily": "Inter, sans-serif"},
        "color": {"accent": {"primary": "#d6336c", "level": 1}},
    }
    assert made["composer"] == {"dictation": {"enabled": True}}
    assert made["startScreen"] == {"greeting": "Where to?"}
    assert made["disclaimer"] == {"text": "May be wrong."}
    assert api.requests[-1][2]["chatkit_configuration"]["file_upload"]["enabled"] is False
    seen = set()
    for scheme in ("dark", "light"):
        app.ask("settings.write", key="theme", value=scheme)
        expect(app.chat.locator("openai-chatkit")).to_have_attribute("data-color-scheme", scheme)
        seen.add(app.component_options()["theme"]["color"]["accent"]["primary"])
    assert seen == {"#d6336c"}
    # A form that is opened again has what was set.
    sheet = open_look(app)
    expect(field(sheet, "accent")).to_have_value("#d6336c")
    expect(field(sheet, "theme")).to_have_value(json.dumps(THEME))
    expect(field(sheet, "attachments")).not_to_be_checked()


def test_another_look_is_worn_without_a_reload(app: OfficialApp, component: StandInComponent) -> None:
    app.say("Hello")
    app.wait_for_answer("You said: Hello")
    app.box.fill("not sent yet")
    visits = list(component.visits)
    sheet = open_look(app)
    field(sheet, "accent").fill("#d6336c")
    connect(sheet)
    wait_until(
        lambda: app.component_options()["theme"]["color"]["accent"]["primary"] == "#d6336c", what="the other accent"
    )
    assert component.visits == visits
    expect(app.box).to_have_value("not sent yet")
    app.wait_for_answer("You said: Hello")
    app.box.clear()
    app.say("Again")
    app.wait_for_answer("You said: Again")


def test_what_is_no_colour_and_no_theme_is_said_at_once_and_not_kept(app: OfficialApp) -> None:
    sheet = open_look(app)
    field(sheet, "theme").fill("const theme = {}")
    expect(sheet.get_by_text(words("connection.fault.theme"))).to_be_visible()
    field(sheet, "accent").fill("no colour")
    expect(sheet.get_by_text(words("connection.fault.accent"))).to_be_visible()
    sheet.get_by_role("button", name=words("shell.connections.connect")).click()
    expect(sheet.get_by_role("alert")).to_contain_text(words("connection.fault.accent"))
    assert "no colour" not in (app.data_dir / "connections.json").read_text()


def test_a_server_of_ones_own_greets_in_the_interface_of_this_program(app: OfficialApp, tmp_path: Path) -> None:
    with self_hosted(tmp_path / "server.sqlite3", token="") as url:
        sheet = app.open_connections()
        sheet.get_by_role("button", name=words("shell.connections.needs.server")).click()
        sheet.get_by_label(words("shell.connections.field.url.label")).fill(url)
        sheet.get_by_text(words("shell.look.heading")).click()
        expect(field(sheet, "dictation")).to_have_count(0)
        field(sheet, "greeting").fill("Where to?")
        field(sheet, "disclaimer").fill("May be wrong.")
        connect(sheet)
        expect(app.chat.get_by_role("heading", name="Where to?")).to_be_visible(timeout=30_000)
        expect(app.chat.get_by_text("May be wrong.")).to_be_visible()
