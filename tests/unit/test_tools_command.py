"""The command `tools`: for people in words, for agents as definitions that their own packages take."""

from __future__ import annotations

import io
import json

import pytest
from agents import FunctionTool
from openai.types.responses import FunctionToolParam
from pydantic import TypeAdapter

from app.errors import UsageError
from app.tools.registry import BUILT_IN
from app.tools_command import run_tools


def printed(*arguments: str) -> str:
    output = io.StringIO()
    assert run_tools(arguments, output) == 0
    return output.getvalue()


def test_each_tool_is_a_line_that_says_what_it_touches() -> None:
    lines = printed().splitlines()
    assert [line.split()[0] for line in lines] == [tool.name for tool in BUILT_IN]
    assert lines[0].endswith("Switch the window between light and dark (asks nobody)")
    assert "(sends out of this computer, reads; asks you first)" in printed()


def test_the_definitions_are_what_an_agent_takes() -> None:
    functions = json.loads(printed("--export", "openai"))
    TypeAdapter(list[FunctionToolParam]).validate_python([{**each, "strict": False} for each in functions])
    for each in json.loads(printed("--export", "chatkit")):
        assert set(each) == {"name", "description", "parameters"}

        async def invoke(_context: object, _arguments: str) -> str:
            return ""

        FunctionTool(each["name"], each["description"], each["parameters"], invoke, strict_json_schema=False)


def test_another_format_is_refused() -> None:
    with pytest.raises(UsageError):
        run_tools(["--export", "yaml"], io.StringIO())
