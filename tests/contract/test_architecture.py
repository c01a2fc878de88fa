"""Proves that imports point one way: down the layers of the window process, and out of the chat host to the ground."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

APP = Path(__file__).parents[2] / "app"
GROUND = {
    *("app", "__version__", "brand", "errors", "resources", "private_file", "kept_database", "command_parser"),
    *("terminal", "observability", "network", "life", "own_links", "restart"),
}
LAYERS = ["settings", "services", "tools", "diagnostics", "bridge", "window"]
COMPOSITION = {
    "startup",
    "program",
    "command_line",
    "export_command",
    "secret_command",
    "pdf_command",
    "refused_start",
    "tools_command",
    "__main__",
}
ALLOWED: dict[str, set[str]] = {
    **{name: set(GROUND) for name in GROUND},
    **{layer: GROUND | set(LAYERS[: index + 1]) for index, layer in enumerate(LAYERS)},
    # How to launch the chat host and how to speak in its place are its own to say; both modules are light.
    "services": GROUND | {"settings", "services", "chat_host.launch", "chat_host.guard"},
    "chat_host": GROUND | {"chat_host", "settings.locations"},
    **{name: GROUND | set(LAYERS) | {"chat_host"} | COMPOSITION for name in COMPOSITION},
}


def part_of(module: str) -> str:
    """Name the layer of a module such as `app.bridge.gate`."""
    pieces = module.split(".")
    return pieces[1] if len(pieces) > 1 else "app"


def modules() -> list[Path]:
    return sorted(APP.rglob("*.py"))


def module_name(path: Path) -> str:
    pieces = path.relative_to(APP.parent).with_suffix("").parts
    return ".".join(pieces[:-1] if pieces[-1] == "__init__" else pieces)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def faults_of(path: Path) -> list[str]:
    here = part_of(module_name(path))
    allowed = ALLOWED.get(here)
    if allowed is None:
        return [f"{module_name(path)} belongs to no layer"]
    return [
        f"{module_name(path)} imports {name}"
        for name in imports(path)
        if name.split(".")[0] == "app"
        and part_of(name) not in allowed
        and not any(name.startswith(f"app.{exception}") for exception in allowed if "." in exception)
        and name not in ("app.settings", "app.chat_host")  # a package alone, on the way to what is allowed
    ]


@pytest.mark.parametrize("path", modules(), ids=module_name)
def test_imports_point_one_way(path: Path) -> None:
    assert faults_of(path) == []


def test_a_wrong_import_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = tmp_path / "app" / "settings" / "wrong.py"
    wrong.parent.mkdir(parents=True)
    wrong.write_text("from app.window.engine import Engine\n")
    globals_of = faults_of.__globals__
    monkeypatch.setitem(globals_of, "APP", tmp_path / "app")
    assert faults_of(wrong) == [
        "app.settings.wrong imports app.window.engine",
        "app.settings.wrong imports app.window.engine.Engine",
    ]
