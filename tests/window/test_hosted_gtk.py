"""Connections in the WebKitGTK window: each way from the first run to a first answer, its tools, links and faults."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.resources import text as words
from tests.support.gtk_app import GtkApp
from tests.support.gtk_documents import GtkDocument, chat_of, component_of, shell_of
from tests.support.native_dialogs import wait_for_dialog
from tests.support.official_app import official_environment
from tests.support.page_scripts import OFFER
from tests.support.running_app import xdotool
from tests.support.self_hosted import self_hosted
from tests.support.stand_in_api import StandInApi, failing
from tests.support.stand_in_component import StandInComponent
from tests.support.talking import kept
from tests.support.waiting import wait_until
from tests.support.webdriver import DriverError

pytestmark = [pytest.mark.window, pytest.mark.gtk]

KEY = "sk-test-0123456789-canary"
WORKFLOW = "wf_68a1b2c3"
WRITE_HERE = "Message the stand-in"
CONNECTED = "#bar-connection-name"
STRIP = "#problems"
QUIET = "#quiet"
PROMPT = "dialog.prompt"
SHEET = "dialog.sheet"
# A fault is said after the longest of the stages that are watched, on a busy machine.
FAULT_SECONDS = 40.0


@pytest.fixture
def app(component: StandInComponent, api: StandInApi, bus: str, tmp_path: Path) -> Iterator[GtkApp]:
    environment = official_environment(component.script("good"), api.url, bus)
    with GtkApp(tmp_path / "run", environment=environment) as app:
        yield app.open()
        assert app.stop() == 0


@pytest.fixture
def shell(app: GtkApp) -> GtkDocument:
    return shell_of(app)


@pytest.fixture
def inner(app: GtkApp) -> GtkDocument:
    """Return the document in the component's own frame."""
    return component_of(app)


@pytest.fixture
def hosted(app: GtkApp, shell: GtkDocument, inner: GtkDocument) -> GtkApp:
    """Return a window in which the first message to a workflow is answered."""
    connect_to_workflow(app, shell)
    talk(inner, "Hello")
    return app


def take_card(app: GtkApp, kind: str) -> None:
    """Press one of the start screen's cards."""
    chat_of(app).press(words(f"element.start.{kind}.label") + words(f"element.start.{kind}.needs"))


def field(name: str) -> str:
    return words(f"shell.connections.field.{name}.label")


def connect_to_workflow(app: GtkApp, shell: GtkDocument) -> None:
    take_card(app, "workflow")
    shell.fill(field("workflow_id"), WORKFLOW)
    shell.fill(field("secret_workflow"), KEY)
    shell.press(words("shell.connections.connect"))


def talk(inner: GtkDocument, message: str) -> None:
    """Say something to the component, and wait for the answer."""
    inner.say(WRITE_HERE, message)
    inner.wait_for(f"You said: {message}")


def wait_for_fault(app: GtkApp, sentence: str) -> None:
    """Wait until the shell and the chat document both say what is wrong."""
    shell_of(app).wait_for(sentence, STRIP, deadline_seconds=FAULT_SECONDS)
    chat_of(app).wait_for(sentence, QUIET)


def retry_and_talk(shell: GtkDocument, inner: GtkDocument) -> None:
    """Press Retry, hold an exchange, and find nothing left of the trouble."""
    shell.press(words("shell.problem.retry"))
    # Until the press has come, the document is the one that failed.
    wait_until(lambda: shell.read(STRIP) == "", what="another document")
    talk(inner, "Back again")
    assert shell.read(STRIP) == ""


def test_from_the_first_run_to_an_answer_of_this_computer(app: GtkApp) -> None:
    chat_of(app).say(words("element.composer.label"), "Are you a human?")
    chat_of(app).wait_for("not an AI model and not a person")


def test_from_the_card_of_openai_to_the_first_message(
    app: GtkApp, shell: GtkDocument, inner: GtkDocument, component: StandInComponent
) -> None:
    connect_to_workflow(app, shell)
    talk(inner, "Hello")
    shell.wait_for(words("connection.workflow.label"), CONNECTED)
    assert component.secrets
    assert all(secret.startswith("ek_") for secret in component.secrets)
    # The key went to Python and nowhere else.
    for run in (app.in_shell, app.in_chat, app.in_component):
        assert run("return globalThis.__violations;") == []
        assert KEY not in run("return document.documentElement.outerHTML;")
    assert KEY not in "".join(path.read_text("utf-8", "replace") for path in app.data_dir.rglob("*") if path.is_file())


def test_from_the_card_of_an_organisation_to_the_first_message(
    app: GtkApp, shell: GtkDocument, inner: GtkDocument, api: StandInApi
) -> None:
    take_card(app, "session_service")
    shell.fill(field("url"), api.url.removesuffix("/v1"))
    shell.fill(field("workflow_id"), WORKFLOW)
    shell.press(words("shell.connections.connect"))
    talk(inner, "Hello")
    assert [path for path, _headers, _body in api.requests[:2]] == ["/api/chatkit/health", "/api/chatkit/session"]


def test_from_the_card_of_a_server_of_ones_own_to_the_first_message(
    app: GtkApp, shell: GtkDocument, tmp_path: Path
) -> None:
    with self_hosted(tmp_path / "server.sqlite3", token=KEY) as url:
        take_card(app, "server")
        shell.fill(field("url"), url)
        shell.fill(field("secret_server"), KEY)
        shell.press(words("shell.connections.connect"))
        shell.wait_for(words("connection.server.label"), CONNECTED)
        chat_of(app).say(words("element.composer.label"), "Hello from afar")
        chat_of(app).wait_for("It echoes: Hello from afar")
        assert "Hello from afar" not in kept(app)


def test_a_secret_that_ended_is_replaced_in_mid_conversation(
    hosted: GtkApp, inner: GtkDocument, component: StandInComponent
) -> None:
    current = component.secrets[-1]
    component.end(current)
    talk(inner, "Again")
    assert component.secrets[-1] != current
    assert shell_of(hosted).read(STRIP) == ""


def test_a_key_that_is_refused_is_said_and_retry_goes_on(
    hosted: GtkApp, shell: GtkDocument, inner: GtkDocument, component: StandInComponent, api: StandInApi
) -> None:
    component.end(component.secrets[-1])
    api.script.append(failing(401, "invalid_api_key"))
    inner.say(WRITE_HERE, "Again")
    wait_for_fault(hosted, words("error.key_refused.sentence"))
    retry_and_talk(shell, inner)


def test_a_script_that_cannot_be_loaded_is_said_and_retry_goes_on(
    app: GtkApp, shell: GtkDocument, inner: GtkDocument, component: StandInComponent
) -> None:
    component.is_missing = True
    connect_to_workflow(app, shell)
    wait_for_fault(app, words("shell.official.official_unreachable"))
    component.is_missing = False
    retry_and_talk(shell, inner)
    assert chat_of(app).count(f"{QUIET}[hidden]") == 1


def test_the_theme_changes_in_every_frame(hosted: GtkApp, inner: GtkDocument) -> None:
    inner.say(WRITE_HERE, "go dark")
    inner.wait_for('"remembered": true')
    scheme = "return document.documentElement.dataset.scheme;"
    wait_until(lambda: hosted.in_component(scheme) == "dark", what="the dark frame")
    assert hosted.in_shell("return document.documentElement.dataset.theme;") == "dark"
    # The whole of the options came again, handlers too.
    talk(inner, "Still there?")


def pressed_lately(app: GtkApp) -> bool:
    """Say what Python says about presses."""
    try:
        app.ask("press.confirm")
    except DriverError:
        return False
    return True


def test_a_tool_waits_for_a_person_who_allows_it(hosted: GtkApp, shell: GtkDocument, inner: GtkDocument) -> None:
    inner.say(WRITE_HERE, "pick a file")
    shell.wait_for(words("tool.pick_files.sentence"), PROMPT)
    # A script is nobody, though to this engine's pages it looks like a person.
    wait_until(lambda: not pressed_lately(hosted), what="the last press to be forgotten")
    hosted.in_shell("document.querySelector('dialog.prompt .button-main').click();")
    assert hosted.ask("app.ping", n=1) == {"n": 1}
    assert words("tool.pick_files.sentence") in shell.read(PROMPT)
    shell.press(words("shell.prompt.once"))
    wait_for_dialog(words("tool.pick_files.title", agent=".+"))
    xdotool("key", "Escape")
    inner.wait_for(words("tool.pick_files.cancelled"))


def test_a_tool_that_is_always_allowed_is_not_asked_about_again(
    hosted: GtkApp, shell: GtkDocument, inner: GtkDocument
) -> None:
    inner.say(WRITE_HERE, "pick a file")
    shell.press(words("shell.prompt.longer"))
    shell.press(words("shell.prompt.always"))
    for times in (1, 2):
        wait_for_dialog(words("tool.pick_files.title", agent=".+"))
        xdotool("key", "Escape")
        wait_until(lambda times=times: inner.said().count("The tool said:") == times, what="the answer")  # type: ignore[misc]
        if times == 1:
            inner.say(WRITE_HERE, "pick a file")
    assert shell.count(PROMPT) == 0


def test_a_tool_that_a_person_denies_does_not_run(hosted: GtkApp, shell: GtkDocument, inner: GtkDocument) -> None:
    inner.say(WRITE_HERE, "pick a file")
    shell.press(words("shell.prompt.deny"))
    inner.wait_for("The tool said:")
    assert xdotool("search", "--onlyvisible", "--name", f"^{words('tool.pick_files.title', agent='.+')}$") == ""


def test_a_link_out_of_the_component_asks_and_leaves_the_conversation(
    hosted: GtkApp, shell: GtkDocument, inner: GtkDocument
) -> None:
    url = "https://docs.example.org/page?a=1"
    hosted.in_component(OFFER, {"href": url, "target": "_blank"})
    inner.press("A link")
    shell.wait_for(url, PROMPT)
    shell.press(words("shell.link.open"))
    wait_until(lambda: hosted.opened_outside() == [url], what="the opener")
    hosted.in_component("document.getElementById('offered').remove();")
    talk(inner, "Still there?")


def test_a_link_into_the_program_opens_its_sheet(hosted: GtkApp, shell: GtkDocument, inner: GtkDocument) -> None:
    inner.say(WRITE_HERE, "open settings")
    shell.wait_for(words("shell.more.settings"), SHEET)
