"""The one answer to one call."""

from __future__ import annotations

import json
import threading

import pytest

from app.bridge.replies import ReplyTo, script_text
from app.errors import Busy, Cancelled


class Sent:
    """Keeps what was sent and how often the call was counted out."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.released = 0

    def release(self) -> None:
        self.released += 1

    def reply_to(self) -> ReplyTo:
        return ReplyTo("17", self.texts.append, self.release)


def test_success_carries_the_value() -> None:
    sent = Sent()
    assert sent.reply_to().succeed({"a": [1, None]})
    assert json.loads(sent.texts[0]) == {"id": "17", "ok": True, "value": {"a": [1, None]}}


def test_failure_carries_the_envelope_and_nothing_of_the_detail() -> None:
    sent = Sent()
    assert sent.reply_to().fail(Busy(detail="/secret/path"))
    assert json.loads(sent.texts[0]) == {"id": "17", "ok": False, "error": dict(Busy().envelope())}
    assert "secret" not in sent.texts[0]


def test_only_the_first_answer_counts() -> None:
    sent = Sent()
    reply_to = sent.reply_to()
    assert not reply_to.answered
    assert reply_to.fail(Cancelled())
    assert reply_to.answered
    assert not reply_to.succeed({})
    assert not reply_to.fail(Busy())
    assert len(sent.texts) == sent.released == 1


def test_one_of_many_threads_answers() -> None:
    sent = Sent()
    reply_to = sent.reply_to()
    start = threading.Barrier(8)

    def answer() -> None:
        start.wait(timeout=5)
        reply_to.succeed({})

    threads = [threading.Thread(target=answer) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=5)
    assert len(sent.texts) == sent.released == 1


def test_a_value_that_is_no_plain_data_is_not_an_answer() -> None:
    sent = Sent()
    reply_to = sent.reply_to()
    for value in (float("nan"), float("inf"), object(), {1, 2}, b"bytes"):
        with pytest.raises((TypeError, ValueError)):
            reply_to.succeed({"value": value})
    assert not reply_to.answered
    assert sent.released == 0


def test_script_text_is_ascii_without_markup_and_means_the_same() -> None:
    value = {"text": "</script><!-- \u2028\u2029 \N{PILE OF POO} \ud83d \x00 \" ' \\"}
    text = script_text(value)
    assert text.isascii()
    assert "<" not in text
    assert json.loads(text) == value
