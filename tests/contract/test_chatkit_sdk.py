"""Pins what we use of the ChatKit server SDK without being invited to, and what its own imports take and cost."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
import tomllib
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from app.chat_host.sdk import TAKEN, ChatKitServer
from tests.support.processes import ROOT


def test_the_sdk_takes_no_more_from_the_agent_library_than_we_stand_in_for() -> None:
    spec = find_spec("chatkit")
    assert spec is not None
    assert spec.origin is not None
    tree = ast.parse((Path(spec.origin).parent / "server.py").read_text())
    taken: dict[str, set[str]] = {"agents": set()}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("agents"):
            taken.setdefault(str(node.module), set()).update(alias.name for alias in node.names)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "agents":
            taken["agents"].add(node.attr)
    assert taken == {name: set(names) for name, names in TAKEN.items() if names}


def test_the_real_library_is_found_afterwards_and_not_before() -> None:
    script = (
        "import sys, app.chat_host.composition\n"
        "assert not [name for name in sys.modules if name.split('.')[0] in ('agents', 'openai', 'mcp')]\n"
        "from agents import Agent\n"
        "import chatkit.agents\n"
        "assert Agent.__module__.startswith('agents.')\n"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", script], check=True, cwd=ROOT, timeout=60)


# What our server overrides or calls of the SDK without being invited to.
PRIVATE = {
    "_process_streaming_impl": ["request", "context"],
    "_process_non_streaming": ["request", "context"],
    "_update_pending_items": ["pending_items", "event"],
    "_serialize": ["obj"],
}


def test_the_sdk_is_of_the_line_whose_private_methods_we_use() -> None:
    assert version("openai-chatkit").startswith("1.6."), "read server.py of the new line before this is moved"
    found = {name: list(inspect.signature(getattr(ChatKitServer, name)).parameters)[1:] for name in PRIVATE}
    assert found == PRIVATE


def test_mcp_is_of_the_line_that_imports_faster() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    assert [each for each in wanted if each.startswith("mcp")] == ["mcp>=1.19,<2"]
    assert version("mcp").startswith("1.")
