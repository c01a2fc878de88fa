"""Who may hear the microphone: asked once, remembered, for the agent that is talked to and nobody else."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from app.errors import Cancelled, CannotWrite, PermissionDenied
from app.services.chat_look import PLAIN_LOOK
from app.services.connections import LOCAL_ID, Connection, Connections
from app.services.microphone import MOST_WAITING, Microphone
from tests.support.waiting import wait_until

SITE = "https://cdn.example"
HOSTED = Connection("", "workflow", "Trips", "Trip agent", workflow_id="wf_68e5a1b2c3d4")
DICTATED = replace(HOSTED, chat=replace(PLAIN_LOOK, dictation=True))


class Desk:
    """A microphone, and a person who answers in a way of the test's."""

    def __init__(self, described: Connection = DICTATED, decide: Callable[[], object] = lambda: None) -> None:
        self.connections = Connections()
        self.connection = self.connections.save(described)
        self.connections.select(self.connection.id)
        self.decide = decide
        self.questions: list[Mapping[str, object]] = []
        self.microphone = Microphone(self.connections, self._request, lambda: SITE)

    def _request(self, question: Mapping[str, object]) -> None:
        self.questions.append(question)
        self.decide()

    def ask(self) -> bool:
        answers: list[bool] = []
        self.microphone.asked(answers.append)
        wait_until(lambda: answers, what="the answer")
        return answers[0]

    def kept(self) -> str:
        return self.connections.get(self.connection.id).microphone


def refuse() -> None:
    raise PermissionDenied


def cancel() -> None:
    raise Cancelled


def test_the_person_is_asked_once_who_asks_and_where_it_goes() -> None:
    desk = Desk()
    assert desk.ask()
    assert desk.ask()
    assert desk.questions == [{"agent": "Trip agent", "site": "cdn.example"}]
    assert desk.kept() == "allowed"


def test_a_no_is_remembered() -> None:
    desk = Desk(decide=refuse)
    assert not desk.ask()
    assert not desk.ask()
    assert (len(desk.questions), desk.kept()) == (1, "denied")


def test_a_question_that_nobody_answered_is_put_again() -> None:
    desk = Desk(decide=cancel)
    assert not desk.ask()
    assert not desk.ask()
    assert (len(desk.questions), desk.kept()) == (2, "ask")


@pytest.mark.parametrize("described", [HOSTED, replace(HOSTED, microphone="allowed")])
def test_without_dictation_nobody_is_asked(described: Connection) -> None:
    desk = Desk(described)
    assert desk.microphone.site_offered() == ""
    assert not desk.ask()
    assert desk.questions == []


def test_the_site_is_offered_while_dictation_is_on_for_the_one_that_is_talked_to() -> None:
    desk = Desk()
    assert desk.microphone.site_offered() == SITE
    desk.connections.select(LOCAL_ID)
    assert desk.microphone.site_offered() == ""
    assert not desk.ask()


def test_who_is_no_longer_talked_to_hears_nothing() -> None:
    desk = Desk()
    desk.decide = lambda: desk.connections.select(LOCAL_ID)
    assert not desk.ask()
    assert desk.kept() == "allowed"


def test_a_failure_is_a_no_and_the_next_one_is_asked() -> None:
    desk = Desk()

    def fail() -> None:
        raise CannotWrite

    desk.decide = fail
    assert not desk.ask()
    desk.decide = lambda: None
    assert desk.ask()


def test_who_asks_meanwhile_gets_the_same_answer_and_not_without_end() -> None:
    desk, held = Desk(), threading.Event()
    desk.decide = lambda: held.wait(10)
    answers: list[bool] = []
    for _ in range(MOST_WAITING):
        desk.microphone.asked(answers.append)
    assert answers == []
    desk.microphone.asked(answers.append)
    assert answers == [False]
    held.set()
    wait_until(lambda: len(answers) == MOST_WAITING + 1, what="the answers")
    assert answers[1:] == [True] * MOST_WAITING
    assert len(desk.questions) == 1
