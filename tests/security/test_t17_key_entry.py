"""T17: a key that is pasted is shown to nobody, and can be taken out of the clipboard again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Locator, Page, expect

from app.resources import text as words
from tests.support.clipboard import clipboard_text, in_clipboard
from tests.support.official_app import OfficialApp
from tests.support.running_app import xdotool
from tests.support.stand_in_api import stand_in
from tests.support.stand_in_component import stand_in_component
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

KEY = "sk-test-0123456789-canary"


@contextmanager
def open_form(folder: Path, options: Sequence[str] = ()) -> Iterator[tuple[OfficialApp, Locator]]:
    """Begin to describe a hosted workflow, up to its key."""
    with (
        stand_in() as api,
        stand_in_component() as component,
        OfficialApp(folder / "run", component.script("good"), options, api=api.url) as app,
    ):
        app.attach()
        app.chat.get_by_role("textbox", name=words("element.composer.label")).wait_for(timeout=30_000)
        sheet = app.open_connections()
        sheet.get_by_role("button", name=words("shell.connections.needs.workflow")).click()
        sheet.get_by_label(words("shell.connections.field.workflow_id.label")).fill("wf_68a1b2c3")
        field = sheet.get_by_label(words("shell.connections.field.secret_workflow.label"))
        field.focus()
        yield app, field


@contextmanager
def key_pasted(folder: Path, options: Sequence[str] = ()) -> Iterator[tuple[OfficialApp, Locator]]:
    """Paste a key from another program into the form of a hosted workflow."""
    with in_clipboard(KEY), open_form(folder, options) as (app, field):
        xdotool("windowactivate", "--sync", app.window(), "key", "ctrl+v")
        expect(field).to_have_value(KEY)
        yield app, field


def told(app: OfficialApp, *documents: Page | Frame) -> str:
    """Return all that stands in documents, and what the window tells those who have it read to them."""
    session = app.shell.context.new_cdp_session(app.shell)
    heard = session.send("Accessibility.getFullAXTree")
    session.detach()
    return "".join([str(heard), *(document.content() for document in documents)])


def test_t17_a_pasted_key_is_told_by_nothing_and_leaves_the_clipboard(tmp_path: Path) -> None:
    with key_pasted(tmp_path) as (app, field):
        expect(field).to_have_attribute("autocomplete", "off")
        assert KEY not in told(app, app.shell)
        field.press("Enter")
        app.say("Hello")
        app.wait_for_answer("You said: Hello")
        assert KEY not in told(app, app.shell, app.chat, app.inner)
        # Still there for everybody, until the person takes the offer.
        assert clipboard_text() == KEY
        # It waits behind what is said about a key without a keyring.
        expect(app.strip).to_contain_text(words("secret.session.message"))
        app.strip.get_by_role("button", name=words("shell.problem.close")).click()
        expect(app.strip).to_contain_text(words("shell.clipboard.has_key"))
        app.strip.get_by_role("button", name=words("shell.clipboard.clear")).click()
        expect(app.strip.filter(has_text=words("shell.clipboard.has_key"))).to_have_count(0)
        wait_until(lambda: clipboard_text() == " ", what="the clipboard to be cleared")


def test_t17_a_key_in_an_open_field_is_read_to_everybody_twin(tmp_path: Path) -> None:
    with key_pasted(tmp_path, ("--without", "password field")) as (app, _field):
        assert KEY in told(app, app.shell)


def test_t17_a_key_that_was_typed_is_in_no_clipboard(tmp_path: Path) -> None:
    with open_form(tmp_path) as (app, field):
        field.press_sequentially(KEY)
        field.press("Enter")
        app.say("Hello")
        app.wait_for_answer("You said: Hello")
        expect(app.strip.filter(has_text=words("shell.clipboard.has_key"))).to_have_count(0)
