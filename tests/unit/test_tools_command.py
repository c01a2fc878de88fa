"""The command `tools`: for people in words, for agents as definitions that their own packages take."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest
from agents import FunctionTool
from openai.types.responses import FunctionToolParam
from pydantic import TypeAdapter, ValidationError

from app.errors import UsageError
from app.tools.pick_files import Extension
from app.tools.registry import BUILT_IN
from app.tools_command import run_tools
from tests.support.node import run_node


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
    TypeAdapter(list[FunctionToolParam]).validate_python(functions)
    assert {each["strict"] for each in functions} == {False}
    for each in json.loads(printed("--export", "chatkit")):
        assert set(each) == {"name", "description", "parameters"}

        async def invoke(_context: object, _arguments: str) -> str:
            return ""

        FunctionTool(each["name"], each["description"], each["parameters"], invoke, strict_json_schema=False)


def test_a_model_is_told_what_a_person_need_not_know() -> None:
    told = {each["name"]: each["description"] for each in json.loads(printed("--export", "chatkit"))}
    assert all(told[tool.name].startswith(f"{tool.in_words()}. ") and tool.description for tool in BUILT_IN)
    for name, words in {
        "pick_files": ("before read_file", "`handle`", "`more`", "cancelled"),
        "pick_folder": ("before read_file", "`handle`", "`more`", "cancelled"),
        "read_file": ("pick_files", "`from_character`", "`next_character`", "`cut`"),
        "save_file": ("`size_bytes`", "cancelled"),
    }.items():
        assert [each for each in words if each not in told[name]] == []
    for tool in BUILT_IN:
        assert tool.description not in printed()


def patterns_in(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(pattern := schema.get("pattern"), str):
            yield pattern
        schema = list(schema.values())
    if isinstance(schema, list):
        for each in schema:
            yield from patterns_in(each)


def test_the_patterns_are_read_by_javascript_as_they_are_here() -> None:
    endings = ["pdf", ".csv", "C1", "pdf\n", "\npdf", "pdf\r", "../x", "", ".", "x" * 12, "x" * 13, ".é", "pdf,csv"]
    good = ["pdf", ".csv", "C1", "x" * 12]
    patterns = list(patterns_in(json.loads(printed("--export", "openai"))))
    assert len(patterns) == 2
    for pattern in patterns:
        script = (
            f"const pattern = new RegExp({json.dumps(pattern)}, 'u');"
            f"console.log(JSON.stringify({json.dumps(endings)}.filter((each) => pattern.test(each))));"
        )
        assert json.loads(run_node(script=script)) == good
    takes = TypeAdapter(Extension)
    for ending in endings:
        try:
            takes.validate_python(ending)
        except ValidationError:
            assert ending not in good
        else:
            assert ending in good


def test_another_format_is_refused() -> None:
    with pytest.raises(UsageError):
        run_tools(["--export", "yaml"], io.StringIO())
