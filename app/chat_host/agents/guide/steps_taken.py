"""Owns the steps by which the guide came to an answer, told as a workflow: they are what it really did."""

from __future__ import annotations

from collections.abc import Sequence

from app.chat_host.agents.guide.foreign_text import code_span
from app.chat_host.agents.guide.parts import Step, Steps
from app.chat_host.agents.guide.understanding import Topic, match_topics
from app.resources import text

WORDS_SHOWN = 12


def steps_taken(words: Sequence[str], topics: Sequence[Topic]) -> Steps:
    """Look at a message's words once more and tell what is found."""
    matches = match_topics(words, topics)
    found = text("guide.steps.found", words=_shown(matches[0].seen), points=f"{matches[0].score:g}") if matches else ""
    return Steps(
        text("guide.steps.title"),
        (
            Step(text("guide.steps.read"), text("guide.steps.words", words=_shown(words)), "square-text"),
            Step(text("guide.steps.compare", count=len(topics)), found or text("guide.steps.nothing"), "search"),
            Step(text("guide.steps.choose"), text("guide.steps.fixed"), "book-open"),
        ),
    )


def _shown(words: Sequence[str]) -> str:
    shown = ", ".join(code_span(word) for word in words[:WORDS_SHOWN])
    return shown + ", …" if len(words) > WORDS_SHOWN else shown
