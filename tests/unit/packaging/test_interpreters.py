from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import interpreters
from app.errors import PythonUnsuitable

Probe = tuple[str, tuple[int, int], bool, bool]


class Pythons:
    """Machines with any Pythons one likes: what each would say of itself."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.answers: dict[str, Probe] = {}

    def add(self, name: str, version: tuple[int, int], *, gi: bool = False, base: str = "") -> Path:
        path = self._folder / name
        path.touch()
        self.answers[str(path)] = (str(self._folder / base) if base else str(path), version, gi, bool(base))
        return path

    def answer(self, command: Sequence[str]) -> str | None:
        if command[0] == "uv":
            return self.answers["uv"][0] if "uv" in self.answers else None
        return json.dumps(self.answers[command[0]]) if command[0] in self.answers else None

    def paths(self) -> list[Path]:
        return [Path(path) for path in self.answers if path != "uv"]


@pytest.fixture
def pythons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pythons:
    made = Pythons(tmp_path)
    monkeypatch.setattr(interpreters, "answer_of", made.answer)
    monkeypatch.setattr(interpreters, "_candidates", lambda: iter(made.paths()))
    monkeypatch.setattr(interpreters, "SYSTEM_PYTHON", tmp_path / "system-python")
    return made


def test_one_that_reaches_gtk_is_preferred(pythons: Pythons) -> None:
    pythons.add("newest", (3, 14))
    with_gtk = pythons.add("with-gtk", (3, 11), gi=True)
    assert interpreters.choose_interpreter("uv") == interpreters.Interpreter(with_gtk, has_gtk=True)


def test_the_first_that_fits_is_next_best(pythons: Pythons) -> None:
    pythons.add("too-old", (3, 10), gi=True)
    pythons.add("too-new", (3, 15), gi=True)
    fitting = pythons.add("fitting", (3, 12))
    pythons.add("later", (3, 13))
    assert interpreters.choose_interpreter("uv").path == fitting


def test_an_environments_python_stands_for_the_one_it_was_made_from(pythons: Pythons) -> None:
    base = pythons.add("base", (3, 12))
    inside = pythons.add("inside", (3, 12), gi=True, base="base")
    assert interpreters.examine(inside) == interpreters.Interpreter(base, has_gtk=False)


def test_uv_may_know_one_more(pythons: Pythons, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interpreters, "_candidates", lambda: iter(()))
    hidden = pythons.add("hidden", (3, 13))
    pythons.answers["uv"] = (f"{hidden}\n", (0, 0), False, False)
    assert interpreters.choose_interpreter("uv").path == hidden


def test_none_is_one_sentence(pythons: Pythons) -> None:
    pythons.add("too-old", (3, 9))
    with pytest.raises(PythonUnsuitable, match=r"No Python from 3\.11 up to before 3\.15 was found\.") as caught:
        interpreters.choose_interpreter("uv")
    assert caught.value.exit_code == 69


def test_the_systems_python_lends_its_packages_even_before_gtk_is_there(pythons: Pythons) -> None:
    system = pythons.add("system-python", (3, 11))
    other = pythons.add("other", (3, 11))
    assert interpreters.Interpreter(system, has_gtk=False).lends_site_packages
    assert not interpreters.Interpreter(other, has_gtk=False).lends_site_packages
    assert interpreters.Interpreter(other, has_gtk=True).lends_site_packages


def test_a_real_python_answers_the_probe() -> None:
    found = interpreters.examine(Path(sys.executable))
    assert found is not None
    assert found.path.exists()
    assert found.path.resolve() == Path(sys.executable).resolve()
