"""The tools of others: real packages with entry points, good ones and bad ones; the program outlives all of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from app.tools import registry
from app.tools.cancellation import Cancellation
from app.tools.custom import GROUP, load_custom
from app.tools.fitting import MOST_RESULT_CHARACTERS
from app.tools.permissions import Permissions
from app.tools.registry import BUILT_IN
from app.tools.tool import Parameters, Tool
from tests.support.processes import ROOT
from tests.support.tool_desk import ToolDesk

TAKEN = [tool.name for tool in BUILT_IN]


class Nothing(Parameters):
    """Nothing."""


def tool(run: Callable[[], Any], name: str = "mine", deadline_seconds: float = 5.0) -> Tool[Nothing]:
    return Tool(name, "Do mine", Nothing, frozenset(), deadline_seconds, lambda _parameters, _context: run())


def call(run: Callable[[], Any], **more: Any) -> dict[str, Any]:
    made = tool(run, **more)
    permissions = Permissions(lambda _id, _question: None, lambda _id: None)
    return ToolDesk().make_registry(permissions, [made]).invoke("mine", {}, "local")


def exit_all() -> None:
    sys.exit(3)


def nested() -> dict[str, object]:
    deep: dict[str, object] = {}
    for _ in range(10_000):
        deep = {"deep": deep}
    return deep


@pytest.mark.parametrize(
    ("run", "code"),
    [
        (lambda: 1 / 0, "internal"),
        (exit_all, "internal"),
        (lambda: "words", "internal"),
        (lambda: None, "internal"),
        (lambda: {"file": Path("/etc")}, "internal"),
        (lambda: {"number": float("nan")}, "internal"),
        (nested, "internal"),
        (lambda: {"flood": "x" * MOST_RESULT_CHARACTERS}, "too_long"),
    ],
)
def test_a_tool_that_misbehaves_is_named_and_nothing_more(run: Callable[[], Any], code: str) -> None:
    result = call(run)
    assert result["success"] is False
    assert result["error"]["code"] == code
    assert "mine" in result["error"]["message"]
    assert "/etc" not in str(result)


def test_a_tool_that_hangs_is_given_up_on() -> None:
    hung = threading.Event()
    result = call(lambda: hung.wait(30), deadline_seconds=-0.9)
    assert result["error"]["code"] == "deadline_exceeded"
    hung.set()


def test_a_tool_that_hangs_is_left_at_once_when_it_is_cancelled() -> None:
    begun, end = threading.Event(), threading.Event()
    results: list[Any] = []

    def hang() -> dict[str, object]:
        begun.set()
        return {"waited": end.wait(30)}

    permissions = Permissions(lambda _id, _question: None, lambda _id: None)
    tools = ToolDesk().make_registry(permissions, [tool(hang)])
    waiter = threading.Thread(target=lambda: results.append(tools.invoke("mine", {}, "local")), daemon=True)
    waiter.start()
    assert begun.wait(5)
    tools.cancel()
    waiter.join(3)
    end.set()
    assert [each["error"]["code"] for each in results] == ["cancelled"]


def test_a_question_that_took_long_leaves_the_tool_what_is_left_of_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "CALL_SECONDS", -0.9)
    result = call(lambda: {"waited": threading.Event().wait(1)}, deadline_seconds=20.0)
    assert result["error"]["code"] == "deadline_exceeded"


def test_a_cancelled_call_is_told_at_once_and_only_while_it_waits() -> None:
    cancelled, told = Cancellation(), []
    with cancelled.telling(lambda: told.append("over")):
        pass
    with cancelled.telling(lambda: told.append("waiting")):
        cancelled.set()
    with cancelled.telling(lambda: told.append("late")):
        pass
    assert told == ["waiting", "late"]
    assert cancelled.is_set


def test_every_fault_of_a_package_is_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "their_tools.py").write_text(
        "from app.tools.tool import Parameters, Tool\n"
        "class P(Parameters):\n    pass\n"
        "def make(name):\n    return Tool(name, 'Say hello', P, frozenset(), 1.0, lambda p, c: {})\n"
        "GOOD, ALSO, WRONG = make('hello'), [make('a'), make('b')], 1\n"
        "TAKEN, ODD = make('pick_files'), make('no good')\n"
    )
    (tmp_path / "exits.py").write_text("raise SystemExit")
    monkeypatch.syspath_prepend(str(tmp_path))
    points = [
        EntryPoint(name, {"GONE": "no_such_module:X", "EXITS": "exits:X"}.get(name, f"their_tools:{name}"), GROUP)
        for name in ("GOOD", "ALSO", "TAKEN", "ODD", "WRONG", "GONE", "MISSING", "EXITS", "GOOD")
    ]
    loaded = load_custom(TAKEN, points)
    assert [each.name for each in loaded.tools] == ["hello", "a", "b"]
    assert [name for name, _ in loaded.faults] == ["TAKEN", "ODD", "WRONG", "GONE", "MISSING", "EXITS", "GOOD"]
    assert [each.in_words() for each in loaded.tools] == ["Say hello"] * 3


def test_the_example_of_the_readme_is_a_tool_once_it_is_installed(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    example = readme.split("<!-- a tool -->")[1].split("```python\n")[1].split("```")[0]
    assert len([line for line in example.splitlines() if line]) <= 10
    (tmp_path / "coin_tool.py").write_text(example)
    about = tmp_path / "coin_tool-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: coin-tool\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[{GROUP}]\ncoin = coin_tool:TOOL\n")
    environ = {**os.environ, "PYTHONPATH": str(tmp_path)}
    listing = [sys.executable, "-m", "app", "tools", "--export", "openai"]
    done = subprocess.run(listing, env=environ, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    (coin,) = [each for each in json.loads(done.stdout) if each["name"] == "flip_coin"]
    assert (coin["description"], coin["strict"]) == ("Flip a coin", False)
    script = (
        "from app.tools.custom import load_custom as l; from app.tools.calling import run; (t,) = l([]).tools; "
        "from types import SimpleNamespace as C; from app.tools.cancellation import Cancellation as E; "
        "r = run(t, t.parameters(times=3), C(deadline_seconds=5.0, cancelled=E())); assert len(r['sides']) == 3, r"
    )
    subprocess.run([sys.executable, "-c", script], env=environ, cwd=ROOT, check=True, timeout=60)
