"""README.md tells the truth: its tables are fresh, what it names exists, and its pictures show the window."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest

import tags
import write_readme
from app import __version__
from app.diagnostics.checks import CHECKS
from app.settings.schema import SETTINGS
from dev import VERBS
from screenshots import look_at
from troubleshooting import SYMPTOMS, checks_for, troubleshooting

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
SECURITY = README.split("\n## Security\n")[1].split("\n## ")[0]


def test_its_tables_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert write_readme.main(["--check"]) == 0, capsys.readouterr().err


def test_a_stale_table_is_found_and_written_anew(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(README.replace("`--zoom-percent`", "`--magnify`").replace("| 69 |", "| 68 |"), "utf-8")
    assert write_readme.main(["--check"], readme=readme) == 1
    assert "`--magnify`" in readme.read_text("utf-8")
    assert write_readme.main([], readme=readme) == 0
    assert readme.read_text("utf-8") == README


def test_a_readme_without_marks_is_refused() -> None:
    with pytest.raises(SystemExit, match="settings: begin"):
        write_readme.with_table("No marks here.\n", "settings", "")


def test_every_setting_and_every_exit_code_is_documented() -> None:
    assert [setting.key for setting in SETTINGS if f"| `{setting.key}` |" not in README] == []
    codes = {branch.exit_code for branch in write_readme.branches()}
    assert [code for code in codes if f"| {code} |" not in README] == []
    every_code = {name for branch in write_readme.branches() for name in write_readme.codes_below(branch)}
    assert [name for name in every_code if name not in README] == []


def test_every_trouble_has_checks_that_look_at_it_and_a_remedy() -> None:
    seen = ("no window", "blank", "component", "session", "file", "keyring", "proxy", "certificate", "Dictation")
    rows = troubleshooting().splitlines()[2:]
    assert [word for word in seen if not any(word in row.split("|")[1] for row in rows)] == []
    for symptom, row in zip(SYMPTOMS, rows, strict=True):
        assert [check.id for check in checks_for(symptom) if f"`{check.id}`" not in row] == []
        assert all(cell.strip() for cell in row.split("|")[1:4])


def test_a_trouble_names_checks_that_are_there_and_no_others_that_are_called_alike() -> None:
    known = {check.id for check in CHECKS}
    assert [name for symptom in SYMPTOMS for name in symptom.checks if name not in known] == []
    alike = [replace(check, id=f"{check.id}0") for check in CHECKS]
    assert troubleshooting((*CHECKS, *alike)) == troubleshooting()


def test_it_names_exactly_the_files_that_hold_a_defence() -> None:
    named = set(re.findall(r"`((?:app|assets|packaging)/[\w/-]+\.\w+)`", SECURITY)) - {"packaging/tags.py"}
    holding = {tag.path for path in tags.sources() for tag in tags.read_tags(path)[0] if not tag.package}
    assert named == holding


@pytest.mark.parametrize("path", re.findall(r"`((?:app|assets|packaging|tests)/[\w./-]+)`", README))
def test_every_file_and_folder_it_names_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_the_commands_it_gives_exist() -> None:
    assert set(re.findall(r"dev\.py (\w+)", README)) == {"run", "test", "build"}
    assert {"lint", "bench", "generate"} <= set(VERBS)


def test_the_engine_that_was_run_is_the_locked_one() -> None:
    assert f"Qt WebEngine {version('PySide6_Addons')} " in README


@pytest.mark.parametrize(("name", "is_dark"), [("light", False), ("dark", True)])
def test_its_pictures_show_the_window(name: str, is_dark: bool) -> None:
    path = f"packaging/screenshots/{name}.png"
    assert f"]({path})" in README
    look = look_at(ROOT / path)
    assert not look.is_blank
    assert look.is_dark is is_dark


def test_the_changelog_has_the_shape_that_tools_read() -> None:
    lines = (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines()
    assert lines[0] == "# Changelog"
    releases = [line for line in lines if line.startswith("## ")]
    assert releases
    assert all(re.fullmatch(r"## \[\d+\.\d+\.\d+\] - (Unreleased|\d{4}-\d\d-\d\d)", line) for line in releases)
    assert releases[0].startswith(f"## [{__version__}]")
    kinds = {line for line in lines if line.startswith("### ")}
    assert kinds <= {f"### {kind}" for kind in ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")}
