"""Where that goes which leaves with a call."""

from __future__ import annotations

import pytest

from app.tools.destination import ANSWERING, destination
from app.tools.registry import BUILT_IN


@pytest.mark.parametrize(
    ("tool", "touches", "agent_is_here", "expected"),
    [
        ("copy_text", ["writes"], True, "nowhere"),
        ("read_file", ["leaves", "reads"], True, "nowhere"),
        ("read_file", ["leaves", "reads"], False, "agent"),
        ("open_link", ["leaves"], True, "elsewhere"),
        ("somebody_elses", ["leaves", "reads"], True, "elsewhere"),
    ],
)
def test_what_leaves_goes_where_it_is_said(tool: str, touches: list[str], agent_is_here: bool, expected: str) -> None:
    assert destination(tool, touches, agent_is_here=agent_is_here) == expected


def test_the_tools_whose_answer_alone_leaves_are_those_that_read_and_send() -> None:
    found = {tool.name for tool in BUILT_IN if {"reads", "leaves"} <= tool.touches}
    assert found == ANSWERING
