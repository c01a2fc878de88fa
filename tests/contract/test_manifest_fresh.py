"""The manifest in the tree is the one its tool would write, and its tool takes up nothing it must not."""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path

import pytest

import write_manifest
from app.resources import assets_dir
from app.window.page_files import MANIFEST_NAME, load_page_files
from tests.support.pages import FILES, write_assets


def test_the_manifest_in_the_tree_is_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert write_manifest.main(["--check"]) == 0, capsys.readouterr().err


def test_the_pages_in_the_tree_can_be_served() -> None:
    files = load_page_files(assets_dir())
    assert {"shell/index.html", "chat/builtin.html", "locales/en.json"} <= set(files)


def test_the_tool_writes_once_and_then_agrees(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_assets(tmp_path)
    (tmp_path / MANIFEST_NAME).unlink()
    arguments = ["--assets", str(tmp_path)]
    assert write_manifest.main([*arguments, "--check"]) == 1
    assert "is stale" in capsys.readouterr().err
    assert not (tmp_path / MANIFEST_NAME).exists()
    assert write_manifest.main(arguments) == 0
    assert write_manifest.main([*arguments, "--check"]) == 0
    (tmp_path / "shell" / "main.js").write_bytes(b"changed")
    assert write_manifest.main([*arguments, "--check"]) == 1


def test_the_tool_runs_from_the_command_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["write_manifest.py", "--assets", str(write_assets(tmp_path)), "--check"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(write_manifest.__file__, run_name="__main__")
    assert ended.value.code == 0


def test_only_servable_files_are_taken_up(tmp_path: Path) -> None:
    write_assets(tmp_path)
    for path in ("element/main.js", "shell/.hidden.js", "shell/.git/config.json", "shell/notes.md", "outside.js"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"not served")
    (tmp_path / "shell" / "link.js").symlink_to(tmp_path / "outside.js")
    (tmp_path / "chat" / "linked").symlink_to(tmp_path / "element")
    (tmp_path / "icons" / "folder.svg").mkdir()
    assert set(json.loads(write_manifest.render(tmp_path))) == set(FILES)


def test_a_linked_folder_of_its_own_is_not_taken_up(tmp_path: Path) -> None:
    write_assets(tmp_path / "real")
    linked = tmp_path / "linked"
    linked.mkdir()
    (linked / "shell").symlink_to(tmp_path / "real" / "shell")
    assert json.loads(write_manifest.render(linked)) == {}
