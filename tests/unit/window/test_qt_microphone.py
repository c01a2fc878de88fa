"""What Qt's adapter believes of the console: lines behind its own word, and no others."""

from __future__ import annotations

import pytest

from app.window.engines.qt_microphone import MicrophoneWatch


class Watch(MicrophoneWatch):
    """A watch whose word the test knows."""

    def __init__(self) -> None:
        self.told: list[bool] = []
        super().__init__(self.told.append)

    def say(self, document: str, state: str) -> None:
        self.hear(f"{self._word} {document} {state}")


@pytest.fixture
def watch() -> Watch:
    return Watch()


def test_it_is_used_as_long_as_any_document_hears(watch: Watch) -> None:
    for document, state in [("a", "on"), ("b", "on"), ("a", "off"), ("a", "off"), ("b", "off")]:
        watch.say(document, state)
    assert watch.told == [True, True, True, True, False]


@pytest.mark.parametrize("line", ["", "on", "a on", " a on", "word a on", "ä\ud800 a on"])
def test_what_has_not_its_word_says_nothing(watch: Watch, line: str) -> None:
    watch.hear(line)
    assert watch.told == []


def test_documents_that_are_gone_do_not_hear(watch: Watch) -> None:
    watch.say("a", "on")
    watch.forget()
    watch.say("b", "on")
    watch.say("b", "off")
    assert watch.told == [True, True, False]


def test_no_two_words_are_alike() -> None:
    first, second = Watch(), Watch()
    first.hear(f"{second._word} a on")
    assert first.told == []
