from __future__ import annotations

from typing import Any

import pytest

from app.services.hosted_sessions import SessionOptions
from rehearsal_acts import Rehearsal, follows_description, told
from rehearsal_plan import plan
from rehearsal_stage import Stage


@pytest.fixture
def body() -> dict[str, Any]:
    return dict(SessionOptions("wf_1", "somebody").parameters())


def test_what_the_program_asks_for_follows_the_description(body: dict[str, Any]) -> None:
    assert follows_description(body)
    assert "up to 5 files of 10 MB" in told(body)


def test_a_field_that_nobody_described_is_found(body: dict[str, Any]) -> None:
    body["chatkit_configuration"] = {**body["chatkit_configuration"], "colour": "green"}
    assert not follows_description(body)


def test_a_field_of_another_kind_and_a_missing_one_are_found(body: dict[str, Any]) -> None:
    assert not follows_description({**body, "user": 7})
    assert not follows_description({"user": "somebody"})


def test_every_act_needs_one_that_comes_before_it() -> None:
    def bring_up(key: str) -> Stage:
        raise AssertionError(key)

    acts = plan(Rehearsal(bring_up))
    titles = [act.title for act in acts]
    assert len(set(titles)) == len(titles)
    assert all(act.needs in titles[:number] for number, act in enumerate(acts) if act.needs)
