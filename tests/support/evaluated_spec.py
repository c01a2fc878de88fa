"""build.spec, evaluated without PyInstaller: what it asks for on each system is recorded and nothing is built."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@dataclass
class Recorded:
    """What the spec asked for, by PyInstaller's names, in order."""

    calls: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = field(default_factory=list)

    def named(self, name: str) -> list[dict[str, Any]]:
        """Return the keyword arguments of every call of one kind."""
        return [options for kind, _, options in self.calls if kind == name]

    def one(self, name: str) -> dict[str, Any]:
        """Return those of the only call."""
        (options,) = self.named(name)
        return options


def evaluate(platform: str, collected: Iterable[tuple[str, str, str]], monkeypatch: pytest.MonkeyPatch) -> Recorded:
    """Run the spec as if on this system, with these files collected."""
    recorded = Recorded()
    analysis = SimpleNamespace(
        pure=[], scripts=[("pyi_rth_pyside6", "", "PYSOURCE")], binaries=list(collected), datas=[]
    )

    def record(name: str, result: Any = None) -> Any:
        def call(*arguments: Any, **options: Any) -> Any:
            recorded.calls.append((name, arguments, options))
            return result

        return call

    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(sys, "path", [*sys.path])
    for name in ("PyInstaller", "PyInstaller.utils", "PyInstaller.utils.hooks"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setattr(sys.modules["PyInstaller.utils.hooks"], "copy_metadata", lambda _name: [], raising=False)
    names: dict[str, Any] = {"SPECPATH": str(ROOT), "Analysis": record("Analysis", analysis)}
    names |= {name: record(name, name) for name in ("PYZ", "EXE", "COLLECT", "BUNDLE")}
    exec(compile((ROOT / "build.spec").read_text("utf-8"), "build.spec", "exec"), names)
    return recorded


def collected_by(recorded: Recorded) -> Iterator[str]:
    """Yield the places in the bundle of what was kept."""
    ((_, arguments, _),) = [call for call in recorded.calls if call[0] == "COLLECT"]
    lists = (argument for argument in arguments if isinstance(argument, list))
    return (place for entries in lists for place, _, _ in entries)
