from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

import environment
import uv_tool
from interpreters import Interpreter
from macos.signing import SECRETS


class Checkout:
    """A checkout with an environment that a recorded `uv` makes and fills."""

    def __init__(self, root: Path) -> None:
        self.root, self.venv = root, root / ".venv"
        self.pythons = [root / "python-one", root / "python-two"]
        self.interpreter = Interpreter(self.pythons[0], has_gtk=False)
        self.calls: list[str] = []
        for path in (*self.pythons, root / "uv.lock", root / "pyproject.toml"):
            path.write_text(path.name)

    def run_openly(self, command: Sequence[str], *, environ: dict[str, str], **_: object) -> None:
        self.calls.append(" ".join(command[1:3]) if command[1] == "pip" else command[1])
        if command[1] == "venv":
            (self.venv / "bin").mkdir(parents=True)
            (self.venv / "bin" / "python").symlink_to(command[command.index("--python") + 1])
            lends = str("--system-site-packages" in command).lower()
            (self.venv / "pyvenv.cfg").write_text(f"include-system-site-packages = {lends}\n")
        assert environ["UV_PYTHON_DOWNLOADS"] == "never"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    made = Checkout(tmp_path)
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "ENVIRONMENT", made.venv)
    monkeypatch.setattr(environment, "PYTHON", made.venv / "bin" / "python")
    monkeypatch.setattr(environment, "BUILD", tmp_path / "build")
    for name in environment.INDEX_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(environment, "STAMP", made.venv / "stamp.json")
    monkeypatch.setattr(environment, "bring_uv", lambda: "uv")
    monkeypatch.setattr(environment, "choose_interpreter", lambda uv: made.interpreter)
    monkeypatch.setattr(environment, "run_openly", made.run_openly)
    return made


def brought(checkout: Checkout, *, recheck: bool = False) -> list[str]:
    checkout.calls.clear()
    environment.bring_environment(recheck=recheck)
    return list(checkout.calls)


def test_the_second_start_finds_everything_done(checkout: Checkout) -> None:
    assert brought(checkout) == ["venv", "sync"]
    assert brought(checkout) == []
    assert json.loads((checkout.venv / "stamp.json").read_text())["python"] == str(checkout.pythons[0])


@pytest.mark.parametrize("name", ["uv.lock", "pyproject.toml"])
def test_another_lock_is_brought_into_the_environment_that_is_there(checkout: Checkout, name: str) -> None:
    brought(checkout)
    (checkout.root / name).write_text("other")
    assert brought(checkout) == ["sync"]


def test_a_python_that_was_exchanged_under_the_environment_is_noticed(checkout: Checkout) -> None:
    brought(checkout)
    (checkout.venv / "bin" / "python").unlink()
    (checkout.venv / "bin" / "python").symlink_to(checkout.pythons[1])
    assert brought(checkout) == ["venv", "sync"]
    (checkout.venv / "bin" / "python").unlink()
    assert brought(checkout) == ["venv", "sync"]


def test_new_packages_may_bring_a_better_python(checkout: Checkout) -> None:
    brought(checkout)
    assert brought(checkout, recheck=True) == []
    checkout.interpreter = Interpreter(checkout.pythons[1], has_gtk=True)
    assert brought(checkout) == []
    assert brought(checkout, recheck=True) == ["venv", "sync"]
    assert brought(checkout, recheck=True) == []


def test_an_environment_that_somebody_else_made_the_same_way_is_kept(checkout: Checkout) -> None:
    brought(checkout)
    (checkout.venv / "stamp.json").unlink()
    assert brought(checkout) == ["sync"]


def test_settings_of_the_machine_pass_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UV_CACHE_DIR", "/cache")
    monkeypatch.setenv("SSL_CERT_FILE", "/company.pem")
    monkeypatch.setenv("PIP_INDEX_URL", "https://mirror.example/simple")
    monkeypatch.setenv("VIRTUAL_ENV", "/another/environment")
    environ = environment.plain_environ()
    assert environ["UV_CACHE_DIR"] == "/cache"
    assert environ["SSL_CERT_FILE"] == "/company.pem"
    assert environ["PIP_INDEX_URL"] == "https://mirror.example/simple"
    assert "VIRTUAL_ENV" not in environ


@pytest.mark.parametrize("name", ["WINDOWS_SIGNING_COMMAND", *sorted(SECRETS)])
def test_whatever_builds_packages_hears_nothing_of_what_signs(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "a secret")
    assert name not in environment.plain_environ()


@pytest.mark.parametrize("variable", environment.INDEX_VARIABLES)
def test_a_machine_with_an_index_of_its_own_gets_the_same_packages_from_there(
    variable: str, checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "https://mirror.example/simple")
    assert brought(checkout) == ["venv", "export", "pip sync"]
    assert brought(checkout) == []


@pytest.mark.parametrize(
    ("answer", "fits"), [("uv 0.8.0", True), ("uv 1.2.3 (x)", True), ("uv 0.7.22", False), (None, False), ("?", False)]
)
def test_a_uv_is_taken_when_it_is_new_enough(answer: str | None, fits: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uv_tool, "answer_of", lambda command: answer)
    assert uv_tool._is_new_enough("uv") is fits


@pytest.mark.parametrize(
    ("present", "modules", "packages"),
    [
        ("uv", set[str](), ()),
        ("", {"ensurepip"}, ()),
        ("", {"pip"}, ()),
        ("", set[str](), ("python3-venv",)),
    ],
)
def test_stock_debian_needs_a_package_before_it_can_have_uv(
    present: str, modules: set[str], packages: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uv_tool, "_present_uv_candidates", lambda: iter([present] if present else []))
    monkeypatch.setattr(uv_tool, "_can", modules.__contains__)
    assert uv_tool.packages_for_uv() == packages
