from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.diagnostics.checks import tools
from app.diagnostics.findings import State
from app.tools.registry import BUILT_IN
from tests.unit.diagnostics.conftest import MakeContext, odd_things_at, told


def install(folder: Path, module: str) -> None:
    noted = folder / "weather-1.0.dist-info"
    noted.mkdir()
    (noted / "METADATA").write_text("Metadata-Version: 2.1\nName: weather\nVersion: 1.0\n")
    (noted / "entry_points.txt").write_text(f"[agentnook.tools]\nweather = {module}:TOOL\n")


def test_the_tools_are_counted_and_those_of_packages_are_not_loaded(make_context: MakeContext, tmp_path: Path) -> None:
    install(tmp_path, "weather_tool.deep")
    (tmp_path / "weather_tool.py").write_text("raise SystemExit('a check must not import')\n")
    finding = tools.probe(make_context(module_folders=(str(tmp_path),)))
    assert finding.state is State.PASS
    assert finding.evidence == {"tools": len(BUILT_IN), "added": ["weather"], "always_allowed": []}


def test_a_tool_whose_package_is_gone_warns(make_context: MakeContext, tmp_path: Path) -> None:
    install(tmp_path, "weather_tool")
    state, sentence, remedy = told(tools.probe(make_context(module_folders=(str(tmp_path),))))
    assert (state, sentence) == (State.WARN, "Tools that a package adds cannot be loaded: weather.")
    assert "Install the package" in remedy


def test_what_is_always_allowed_is_counted_without_saying_to_whom(make_context: MakeContext) -> None:
    context = make_context(module_folders=())
    grant = {"connection": "one", "agent": "server https://chat.example", "tool": "read_file", "digest": "0"}
    grants = [{**grant, "lasts": "always", "touches": []}, {**grant, "lasts": "session", "touches": []}]
    context.locations.permissions_file.write_text(json.dumps({"version": 1, "grants": grants}))
    finding = tools.probe(context)
    assert finding.evidence["always_allowed"] == ["read_file x1"]
    assert "chat.example" not in repr(finding)


@pytest.mark.parametrize("content", [b"{", b"[]"])
def test_a_damaged_file_of_permissions_warns_and_stays(make_context: MakeContext, content: bytes) -> None:
    context = make_context(module_folders=())
    context.locations.permissions_file.write_bytes(content)
    state, sentence, remedy = told(tools.probe(context))
    assert (state, sentence) == (
        State.WARN,
        "The file of what agents may always do is damaged, so you are asked each time.",
    )
    assert "Start the program" in remedy
    assert context.locations.permissions_file.read_bytes() == content


def test_f12_odd_things_in_its_place_warn_at_once(make_context: MakeContext) -> None:
    context = make_context(module_folders=())
    for _ in odd_things_at(context.locations.permissions_file):
        assert tools.probe(context).state is State.WARN
