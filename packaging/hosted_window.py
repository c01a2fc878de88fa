"""Uses the window with a hosted agent as a person does: the cards, the sheet of connections, the conversation."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import FrameLocator, Locator

from app.resources import text
from run_window import ANSWER_SECONDS, KEY_MILLISECONDS, Window

# The longest of the stages in which an interface comes up is watched for 15 seconds.
COMING_SECONDS = 30.0
LOCAL, HOSTED = text("connection.local.label"), text("connection.workflow.label")


class HostedWindow:
    """A window that shows a hosted agent's component, and the ways to it."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.page = window.page

    @property
    def card(self) -> Locator:
        """The start screen's card of hosted workflows."""
        return self.window.chat.get_by_role("button", name=text("element.start.workflow.label"))

    @property
    def sheet(self) -> Locator:
        """The sheet that is open."""
        return self.page.locator("dialog.sheet[open]")

    @property
    def workflow_field(self) -> Locator:
        """Where the id of a workflow is typed."""
        return self.sheet.get_by_label(text("shell.connections.field.workflow_id.label"))

    @property
    def key_field(self) -> Locator:
        """Where its key is typed."""
        return self.sheet.get_by_label(text("shell.connections.field.secret_workflow.label"))

    @property
    def strip(self) -> Locator:
        """Where the shell says what is wrong."""
        return self.page.locator("#problems .strip")

    @property
    def in_its_place(self) -> Locator:
        """What stands in the place of an interface that does not come."""
        return self.window.chat.locator("#quiet")

    @property
    def component(self) -> FrameLocator:
        """The component's own frame."""
        return self.window.chat.frame_locator("iframe[name=chatkit]")

    @property
    def box(self) -> Locator:
        """Where a person writes in it."""
        return self.component.get_by_role("textbox")

    @property
    def log(self) -> Locator:
        """What was said."""
        return self.component.get_by_role("log")

    def name(self) -> str:
        """Return what the bar calls the agent."""
        return self.page.locator("#bar-connection-name").inner_text()

    def press(self, button: Locator, what: str) -> None:
        """Press a button that is about to be there."""
        self.wait_for(button, what)
        button.click()

    def type(self, field: Locator, words: str) -> None:
        """Type into a field with the keyboard, in the place of what is there."""
        field.click()
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.type(words, delay=KEY_MILLISECONDS)

    def connect(self) -> None:
        """Have the connection tested, and be talked to by the component."""
        self.press(self.sheet.get_by_role("button", name=text("shell.connections.connect")), "the button that connects")
        self.window.wait_for(self._is_connected, "the connection", ANSWER_SECONDS)

    def open_connection(self) -> None:
        """Open what is known of the hosted connection."""
        self.press(self.page.locator("#bar-connection"), "the bar")
        self.press(self.page.get_by_role("menuitem", name=text("shell.connections.manage")), "the menu")
        change = self.sheet.get_by_role("button", name=text("shell.connections.change_one", name=HOSTED))
        self.press(change, "the connection in the sheet")
        self.wait_for(self.key_field, "the field of the key")

    def close_sheet(self) -> None:
        """Close the sheet that is open, if one is, by keyboard."""
        if self.sheet.count() == 0:
            return
        self.page.keyboard.press("Escape")
        self.window.wait_for(lambda: self.sheet.count() == 0, "the sheet to close", ANSWER_SECONDS)

    def choose(self, name: str) -> None:
        """Talk to another agent: two clicks."""
        self.press(self.page.locator("#bar-connection"), "the bar")
        self.press(self.page.get_by_role("menuitemradio", name=name), f"“{name}” in the menu")

    def say(self, words: str) -> None:
        """Write a message to the component with the keyboard and send it."""
        self.wait_for(self.box, "a place to write in the component", COMING_SECONDS)
        self.type(self.box, words)
        self.page.keyboard.press("Enter")

    def wait_for_secret(self) -> None:
        """Wait until the component has the secret that it asked for."""
        has_secret = self.window.chat.locator("openai-chatkit[data-secret-delivered]")
        self.window.wait_for(lambda: has_secret.count() == 1, "the component's secret", COMING_SECONDS)

    def written(self) -> str:
        """Return all that both documents hold."""
        return self.page.content() + self.window.chat.locator("html").inner_html()

    def take_picture(self, picture: Path) -> Path:
        """Save what the engine draws."""
        self.page.screenshot(path=picture, animations="disabled", caret="initial")
        return picture

    def wait_for_words(self, words: str) -> None:
        """Wait until these were said."""
        self.wait_for(self.log.get_by_text(words).last, f"“{words}” in the conversation")

    def wait_for_fault(self, sentence: str) -> None:
        """Wait until both the shell and the interface's place say what is wrong."""
        for place, what in ((self.strip, "the strip"), (self.in_its_place, "the interface's place")):
            self.wait_for(place.filter(has_text=sentence).first, f"“{sentence}” in {what}", COMING_SECONDS)

    def wait_until_fault_is_gone(self, sentence: str) -> None:
        """Wait until neither of them says it any more; another warning may still stand."""
        said = self.page.get_by_text(sentence), self.in_its_place.filter(has_text=sentence, visible=True)
        gone = f"“{sentence}” to be gone"
        self.window.wait_for(lambda: not any(place.count() for place in said), gone, ANSWER_SECONDS)

    def retry(self) -> None:
        """Press what the strip offers."""
        self.press(self.strip.get_by_role("button", name=text("shell.problem.retry")), "Retry")

    def wait_for(self, what_is_there: Locator, what: str, deadline_seconds: float = ANSWER_SECONDS) -> None:
        """Wait until something can be seen."""
        self.window.wait_for(what_is_there.is_visible, what, deadline_seconds)

    def _is_connected(self) -> bool:
        return self.sheet.count() == 0 and self.name() == HOSTED
