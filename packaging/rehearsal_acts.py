"""Owns what is done in each act of the rehearsal, and how it is judged; rehearsal_plan.py says in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import Any

from openai.types.beta.chatkit.session_create_params import SessionCreateParams
from pydantic import TypeAdapter, ValidationError

from app.errors import InternalError
from app.resources import text
from hosted_window import COMING_SECONDS, HOSTED, LOCAL
from rehearsal_stage import LONG_LIFE_SECONDS, Stage, make_key
from run_report import Step
from run_window import ANSWER_SECONDS
from tests.support.stand_in_component import GO_DARK

WORKFLOW = "wf_rehearsal"
SESSIONS = "/v1/chatkit/sessions"
BETA = "chatkit_beta=v1"
DARK_RESULT = {"success": True, "theme": "dark", "remembered": True}
RENEWAL_SECONDS = 30.0
REFUSED, UNREACHABLE = text("error.key_refused.sentence"), text("shell.official.official_unreachable")


class Rehearsal:
    """The acts, on a stage that the first one brings up with the first of two keys."""

    def __init__(self, bring_up: Callable[[str], Stage]) -> None:
        self._bring_up = bring_up
        self._keys = make_key(), make_key()
        self._stage: Stage | None = None

    @property
    def stage(self) -> Stage:
        """All that takes part."""
        if self._stage is None:
            raise InternalError("The window never opened.")
        return self._stage

    def open(self, step: Step) -> None:
        """Bring everything up and see the start screen."""
        self._stage = self._bring_up(self._keys[0])
        window = self.stage.window
        window.window.wait_for(window.window.composer.is_editable, "a place to write in", ANSWER_SECONDS)
        window.wait_for(window.card, "the card of hosted workflows")
        step.see(f"The window talks to “{window.name()}”, and its start screen offers “{HOSTED}”.")

    def type_workflow_and_key(self, step: Step) -> None:
        """Take the card and type what it asks for."""
        window, key = self.stage.window, self._keys[0]
        window.press(window.card, "the card")
        window.wait_for(window.workflow_field, "the field of the workflow")
        window.type(window.workflow_field, WORKFLOW)
        window.type(window.key_field, key)
        demand(window.workflow_field.input_value() == WORKFLOW, "The workflow is not in its field.")
        demand(window.key_field.input_value() == key, "The key is not in its field.")
        demand(window.key_field.get_attribute("type") == "password", "The key can be read while it is typed.")
        demand(self.stage.api.requests == [], "OpenAI's interface was asked before anybody wanted it.")
        step.see(f"The workflow {WORKFLOW} and a key of {len(key)} characters, which is shown as dots.")

    def connect(self, step: Step) -> None:
        """Press the button that tests and connects, and see the component come."""
        window = self.stage.window
        window.connect()
        window.wait_for(window.box, "a place to write in the component", COMING_SECONDS)
        step.see(
            f"The interface was asked for a session at {self.stage.api.requests[0][0]}, and gave one.",
            f"The window now talks to “{window.name()}”, and shows the component.",
        )

    def find_key(self, step: Step) -> None:
        """Look for the key in the keyring, in the sheet, in the files and in the pages."""
        window, key = self.stage.window, self._keys[0]
        demand(self.stage.kept_keys() == [key], "The keyring does not hold the key that was typed.")
        step.see("The Secret Service gave a second client the very key that was typed.")
        window.open_connection()
        words = text("secret.keyring.message", keyring="Secret Service")
        window.wait_for(window.sheet.get_by_text(words), f"“{words}” in the sheet")
        step.see(f"The sheet says: “{words}”")
        files = [path for path in self.stage.data.rglob("*") if path.is_file()]
        demand(not any(key.encode() in path.read_bytes() for path in files), "A file of the program's holds the key.")
        demand(key not in window.written(), "A page holds the key.")
        step.see(f"The key is in none of the {len(files)} files of the program's and in neither page.")

    def mint(self, step: Step) -> None:
        """See the component come up with a secret, and judge every request for one."""
        window, api = self.stage.window, self.stage.api
        window.close_sheet()
        window.wait_for_secret()
        sent = [(headers, body) for path, headers, body in api.requests if path == SESSIONS]
        demand(len(sent) == len(api.requests), "Something else than sessions was asked for.")
        demand(api.violations == [], "; ".join(api.violations))
        for headers, body in sent:
            demand(
                headers.get("authorization") == f"Bearer {self._keys[0]}", "The key was not sent as OpenAI wants it."
            )
            demand(headers.get("openai-beta") == BETA, "The header OpenAI-Beta is missing.")
            demand(follows_description(body), "A request is not as OpenAI's package describes it.")
        step.see(
            f"POST {SESSIONS} with the key and OpenAI-Beta: {BETA}, {count_of(len(sent))}: first to test the "
            "connection, then for the chat.",
            told(sent[-1][1]),
            f"It is as OpenAI's own package (openai {version('openai')}) describes it, without a field more.",
            "The component was given the secret that came back.",
        )

    def talk(self, step: Step) -> None:
        """Hold the first exchange."""
        self._exchange("Hello")
        component = self.stage.component
        demand(component.requests[-1]["type"] == "threads.create", "No conversation was begun.")
        self._judge_secrets()
        step.see("“You said: Hello”, in a new conversation, asked for with a secret and never with the key.")

    def go_dark(self, step: Step) -> None:
        """Have the agent call its tool."""
        window, component = self.stage.window, self.stage.component
        window.say(GO_DARK)
        window.window.wait_for(lambda: window.window.theme() == "dark", "dark mode", ANSWER_SECONDS)
        window.wait_for(window.component.locator("html[data-scheme=dark]"), "dark mode in the component")
        window.wait_for_words("The tool said:")
        outcome = component.asked("threads.add_client_tool_output")[-1]["params"]["result"]
        demand(outcome.get("value") == DARK_RESULT, f"The agent was told: {outcome}")
        step.see("Both documents and the component's frame say that they are dark, and the picture is.")
        step.see("The agent was told that it worked, and that the choice is remembered.")

    def renew(self, step: Step) -> None:
        """Wait for the renewal of a secret that ends soon, and go on talking."""
        window, api, component = self.stage.window, self.stage.api, self.stage.component
        api.lives_for, refused = LONG_LIFE_SECONDS, len(component.refused)
        used = next(number for number, made in enumerate(api.made) if made.secret == component.secrets[-1])
        window.window.wait_for(lambda: len(api.made) > used + 1, "the renewal of the secret", RENEWAL_SECONDS)
        old, new = api.made[used : used + 2]
        ahead = old.ends_at - new.at
        demand(ahead > 0, f"The new secret was asked for {-ahead:.1f} s after the old one had ended.")
        self._exchange("Still there?")
        demand(component.secrets[-1] != old.secret, "The message went out with the old secret.")
        demand(len(component.refused) == refused, "A secret was refused on the way.")
        demand(component.requests[-1]["type"] == "threads.add_user_message", "Another conversation was begun.")
        self._judge_secrets()
        step.see(
            f"The new secret was asked for {ahead:.1f} s before the end of the old one.",
            "The next message went out with it, in the same conversation; no secret was refused.",
        )

    def refuse_key(self, step: Step) -> None:
        """Let the key be revoked, and its secrets with it."""
        window, api, component = self.stage.window, self.stage.api, self.stage.component
        hint = text("error.key_refused.hint")
        asked = len(api.requests)
        api.key = self._keys[1]
        component.end(component.secrets[-1])
        window.say("Are you there?")
        window.wait_for_fault(REFUSED)
        demand(hint in window.strip.first.inner_text(), "The window does not say what to do.")
        step.see(
            f"The component's server refused the secret; the interface refused the key, and was asked "
            f"{count_of(len(api.requests) - asked)}.",
            f"The window says: “{REFUSED} {hint}”",
        )

    def replace_key(self, step: Step) -> None:
        """Enter the key that is taken now."""
        window = self.stage.window
        window.open_connection()
        window.type(window.key_field, self._keys[1])
        window.connect()
        demand(self.stage.kept_keys() == [self._keys[1]], "The keyring does not hold the new key in place of the old.")
        step.see("The keyring holds the new key alone.")
        self._go_on(step, "Back again", REFUSED)

    def lose_script(self, step: Step) -> None:
        """Come back to the agent while its script cannot be had."""
        window, component = self.stage.window, self.stage.component
        # Also after an act that failed: from here on it is not about keys.
        self.stage.api.key = ""
        window.close_sheet()
        window.choose(LOCAL)
        window.window.wait_for(window.window.composer.is_editable, "the guide of this computer", ANSWER_SECONDS)
        component.is_missing = True
        window.choose(HOSTED)
        window.wait_for_fault(UNREACHABLE)
        step.see("The script's address answered 404.", f"The window says, twice: “{UNREACHABLE}”")

    def bring_script_back(self, step: Step) -> None:
        """Press Retry while the script can be had again."""
        self.stage.component.is_missing = False
        self.stage.window.retry()
        self._go_on(step, "Here again", UNREACHABLE)

    def open_diagnostics(self, step: Step) -> None:
        """See what the program finds out about itself."""
        window = self.stage.window
        window.close_sheet()
        window.press(window.page.locator("#bar-more"), "the menu's button")
        window.press(window.page.get_by_role("menuitem", name=text("shell.more.diagnostics")), "the menu")
        counts = window.sheet.locator(".report-summary")
        folded = window.sheet.locator(".check-fold").first
        window.wait_for(folded, "what is fine", ANSWER_SECONDS)
        failed = window.sheet.locator(".check-fail h4").all_inner_texts()
        demand(not failed, f"Diagnostics found a problem: {', '.join(failed)}")
        step.see(f"The panel says: “{counts.inner_text()}”")

    def _go_on(self, step: Step, words: str, warning: str) -> None:
        """See the conversation come back without the warning, and go on with it."""
        window = self.stage.window
        window.wait_for_words("You said: Hello")
        self._exchange(words)
        window.wait_until_fault_is_gone(warning)
        demand(self.stage.component.requests[-1]["type"] == "threads.add_user_message", "Another one was begun.")
        step.see(f"The warning is gone, and “{words}” was answered in the conversation from before.")

    def _exchange(self, words: str) -> None:
        self.stage.window.close_sheet()
        self.stage.window.say(words)
        self.stage.window.wait_for_words(f"You said: {words}")

    def _judge_secrets(self) -> None:
        given = {made.secret for made in self.stage.api.made}
        demand(given.issuperset(self.stage.component.secrets), "The component used something else than a secret.")


def demand(holds: bool, otherwise: str) -> None:
    """Fail the act with a sentence unless something holds."""
    if not holds:
        raise InternalError(otherwise)


def follows_description(body: Any) -> bool:
    """Tell whether a request is what OpenAI's package says it may be, and holds nothing that it does not name."""
    try:
        # What the description does not name would be left out.
        return bool(TypeAdapter(SessionCreateParams).validate_python(body) == body)
    except ValidationError:
        return False


def told(body: Mapping[str, Any]) -> str:
    """Return what a session was asked for, in words."""
    upload = body["chatkit_configuration"]["file_upload"]
    return (
        f"It asks for the workflow {body['workflow']['id']} and for a user with a random name, for "
        f"{body['expires_after']['seconds']} seconds, {body['rate_limits']['max_requests_per_1_minute']} requests a "
        f"minute, and up to {upload['max_files']} files of {upload['max_file_size']} MB."
    )


def count_of(times: int) -> str:
    """Return a number of times in words."""
    return "once" if times == 1 else f"{times} times"
