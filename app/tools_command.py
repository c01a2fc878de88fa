"""Owns the command `tools`: which tools an agent finds here, in words or as definitions to paste into an agent."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any, TextIO

from app.brand import BRAND
from app.command_parser import CommandParser
from app.resources import text
from app.terminal import print_line
from app.tools.custom import load_custom
from app.tools.registry import BUILT_IN
from app.tools.tool import Tool

PROGRAM = f"{BRAND.slug} tools"
FORMATS = ("openai", "chatkit")


def run_tools(argv: Sequence[str], output: TextIO | None = None) -> int:
    """List the tools, or print their definitions; returns 0, or 1 when a package's tools could not be loaded."""
    arguments = _parser().parse_args(argv)
    stream = output or sys.stdout
    custom = load_custom(tool.name for tool in BUILT_IN)
    tools = (*BUILT_IN, *custom.tools)
    print_line(
        stream, in_words(tools) if arguments.export is None else json.dumps(EXPORTS[arguments.export](tools), indent=2)
    )
    for name, fault in custom.faults:
        print_line(sys.stderr, text("tools.not_loaded", name=name, fault=fault))
    return 1 if custom.faults else 0


def in_words(tools: Sequence[Tool[Any]]) -> str:
    """Return one line a tool: its name, what it does, what it touches and whether the person is asked."""
    longest = max(len(tool.name) for tool in tools)
    return "\n".join(f"{tool.name:<{longest}}  {tool.in_words()} ({touches_in_words(tool)})" for tool in tools)


def touches_in_words(tool: Tool[Any]) -> str:
    """Return what a tool touches, and whether the person is asked first."""
    touches = [text(f"tools.touches.{each}") for each in sorted(tool.touches)]
    return text("tools.asks", touches=", ".join(touches)) if touches else text("tools.asks_nobody")


def as_functions(tools: Sequence[Tool[Any]]) -> list[dict[str, Any]]:
    """Return the tools as functions of a model, which is how OpenAI's interfaces for models take them.

    Strict ones would have to require every parameter, and ours have defaults.
    """
    return [{"type": "function", **each, "strict": False} for each in as_client_tools(tools)]


def as_client_tools(tools: Sequence[Tool[Any]]) -> list[dict[str, Any]]:
    """Return the tools as a workflow's client tools, and a ChatKit server's agent: name, description, parameters."""
    return [{"name": tool.name, "description": tool.for_agent(), "parameters": tool.schema()} for tool in tools]


EXPORTS = {"openai": as_functions, "chatkit": as_client_tools}


def _parser() -> CommandParser:
    parser = CommandParser(PROGRAM, description=text("tools.description"), epilog=text("tools.epilog"))
    parser.add_argument("--export", choices=FORMATS, help=text("tools.export"), metavar="{openai,chatkit}")
    return parser
