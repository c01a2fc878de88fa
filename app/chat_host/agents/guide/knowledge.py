"""Owns what the guide answers to a message and to each topic."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app.brand import BRAND
from app.chat_host.agents.agent import AttachedFile
from app.chat_host.agents.guide.cards import example_card, list_of_things, theme_card
from app.chat_host.agents.guide.files import comment_on_attached
from app.chat_host.agents.guide.parts import Answer, Choice, OpenQuestion, Questions, ToolCall, Words
from app.chat_host.agents.guide.shortcuts import shortcut_table
from app.chat_host.agents.guide.steps_taken import steps_taken
from app.chat_host.agents.guide.themes import named_theme
from app.chat_host.agents.guide.topics import TOPICS
from app.chat_host.agents.guide.trip_form import trip_form
from app.chat_host.agents.guide.understanding import READ_CHARACTERS, match_topics, words_in
from app.observability.secret_shapes import SHAPES
from app.resources import text

KEY_SHAPES = tuple(shape for shape in SHAPES if shape.name in ("vendor key", "json web token", "pem block"))
REFUSING = frozenset(["don't", "dont", "never"])
# What the guide offers when it asks what to show next.
OFFERED = ("card", "form", "code")


class Knowledge:
    """What the guide says, in a window that has these tools."""

    def __init__(self, tools: frozenset[str]) -> None:
        self._tools = tools
        self._special: Mapping[str, Callable[[Sequence[str]], Answer]] = {
            "hello": lambda _words: self._with_list("guide.hello"),
            "abilities": lambda _words: self._with_list("guide.abilities"),
            "themes": self._themes,
            "files": self._files,
            "shortcuts": lambda _words: (Words(text("guide.shortcuts", table=shortcut_table())),),
            "form": lambda _words: (Words(text("guide.form")), trip_form()),
            "card": lambda _words: (Words(text("guide.card")), example_card()),
            "question": lambda _words: (Words(text("guide.question")), questions()),
            "work": lambda words: (steps_taken(words, TOPICS), Words(text("guide.work"))),
        }

    def answer_message(self, message: str, files: Sequence[AttachedFile] = ()) -> Answer:
        """Return the answer to a person's words, and to what came with them."""
        if holds_key(message):
            return (Words(text("guide.key_seen")),)
        attached = (Words(comment_on_attached(files)),) if files else ()
        words = words_in(message)
        topics = [match.topic for match in match_topics(words, TOPICS)]
        if attached and (not topics or topics[0] == "files"):
            return attached
        return (*attached, *(self.answer_topic(topics[0], words) if topics else self.answer_anything_else()))

    def answer_topic(self, topic: str, words: Sequence[str] = ()) -> Answer:
        """Return the answer to a topic of the table, as these words ask for it."""
        special = self._special.get(topic)
        if special is not None:
            return special(words)
        return (Words(text(f"guide.{topic}", name=BRAND.name, slug=BRAND.slug)),)

    def answer_anything_else(self) -> Answer:
        """Say kindly that there is no answer, and what else one could ask."""
        return self._with_list("guide.unknown")

    def switch_theme(self, theme: str, widget_id: str | None = None) -> Answer:
        """Switch the theme, where the window lets itself be switched; a widget may have asked for it."""
        if "switch_theme" not in self._tools:
            return (Words(text("guide.tool_missing")),)
        return (Words(text(f"guide.theme.{theme}")), ToolCall("switch_theme", {"theme": theme}, widget_id))

    def _themes(self, words: Sequence[str]) -> Answer:
        theme = named_theme(words)
        if theme or "switch_theme" not in self._tools:
            return self.switch_theme(theme)
        return (Words(text("guide.themes")), theme_card())

    def _files(self, words: Sequence[str]) -> Answer:
        if "pick_files" not in self._tools:
            return (Words(text("guide.tool_missing")),)
        if REFUSING & set(words) or {"do", "not"} <= set(words):
            return (Words(text("guide.files.declined")),)
        return (Words(text("guide.files.ask")), ToolCall("pick_files", {"multiple": True, "types": []}))

    def _with_list(self, key: str) -> Answer:
        return (Words(text(key, name=BRAND.name)), list_of_things(self._tools))


def questions() -> Questions:
    """Return what the guide asks when it is asked to ask something."""
    options = tuple(text(f"guide.question.{name}") for name in OFFERED)
    return Questions(
        (
            Choice("next", text("guide.question.next"), options),
            OpenQuestion("note", text("guide.question.note"), text("guide.question.note.detail")),
        )
    )


def holds_key(message: str) -> bool:
    """Say whether something in a message looks like a key."""
    beginning = message[:READ_CHARACTERS]
    small = beginning.lower()
    return any(
        shape.hide(beginning) != beginning
        for shape in KEY_SHAPES
        if any(trigger in small for trigger in shape.triggers)
    )
