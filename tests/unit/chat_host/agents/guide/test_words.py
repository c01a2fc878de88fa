"""Every word of the guide stands in the catalogue, and every word there is said."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from app.chat_host.agents import guide as guide_package
from app.chat_host.agents.guide.topics import TOPICS
from app.chat_host.agents.guide.understanding import Topic
from app.resources import load_catalogue

SOURCES = sorted(Path(guide_package.__file__).parent.glob("*.py"))


def keys_said() -> tuple[set[str], list[re.Pattern[str]]]:
    """Return the keys that stand in the guide's code, and patterns of those that it puts together."""
    whole: set[str] = set()
    built: list[re.Pattern[str]] = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                built.append(pattern_of(node))
    return whole, [pattern for pattern in built if pattern.pattern.startswith(r"guide\.")]


def pattern_of(node: ast.JoinedStr) -> re.Pattern[str]:
    parts = (re.escape(str(each.value)) if isinstance(each, ast.Constant) else r"\w+" for each in node.values)
    return re.compile("".join(parts))


def test_every_word_of_the_guide_is_said() -> None:
    whole, built = keys_said()
    own = {key for key in load_catalogue("en") if key.startswith("guide.")}
    topics = {f"guide.{each.name}" for each in TOPICS}
    unsaid = {key for key in own - whole - topics if not any(_is_of(pattern, key) for pattern in built)}
    assert unsaid == set()


def _is_of(pattern: re.Pattern[str], key: str) -> bool:
    # `guide.{topic}` stands for topics only, and they are counted by name.
    return pattern.pattern != r"guide\.\w+" and pattern.fullmatch(key) is not None


def test_every_topic_has_words() -> None:
    def has_words(each: Topic) -> bool:
        return f"guide.{each.name}" in load_catalogue("en")

    # A wish for a file is granted, not talked about.
    assert [each.name for each in TOPICS if not has_words(each)] == ["files"]
