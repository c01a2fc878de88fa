"""Pins what the ChatKit server SDK takes from the agent library, which we stand in for while the SDK is imported."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from app.chat_host.sdk import TAKEN


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
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-W", "ignore", "-c", script], check=True, cwd=root, timeout=60)
