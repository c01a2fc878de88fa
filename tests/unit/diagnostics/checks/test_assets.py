from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from app.diagnostics.checks import assets
from app.diagnostics.findings import State
from tests.unit.diagnostics.conftest import MakeContext


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return assets of two files, as the page server's manifest describes them."""
    folder = tmp_path / "assets"
    manifest = {}
    for name, body in (("shell/main.js", b"one"), ("styles/tokens.css", b"two")):
        path = folder / name
        path.parent.mkdir(parents=True)
        path.write_bytes(body)
        manifest[name] = {"sha256": hashlib.sha256(body).hexdigest(), "size": len(body), "type": "text/plain"}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder


def test_intact_files_pass(make_context: MakeContext, folder: Path) -> None:
    finding = assets.probe(make_context(assets=folder))
    assert finding.state is State.PASS
    assert finding.evidence == {"files": 2}


def test_one_changed_byte_is_found(make_context: MakeContext, folder: Path) -> None:
    (folder / "shell/main.js").write_bytes(b"onE")
    finding = assets.probe(make_context(assets=folder))
    assert finding.state is State.FAIL
    assert finding.summary == "1 file is missing or was altered."
    assert finding.detail == "shell/main.js"
    assert finding.remedy is not None
    assert finding.remedy.commands[0] == "git status assets"


def test_missing_files_are_found_and_an_installed_program_is_to_be_installed_again(
    make_context: MakeContext, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "is_source_run", lambda: False)
    (folder / "shell/main.js").unlink()
    (folder / "styles/tokens.css").write_bytes(b"longer than it was")
    finding = assets.probe(make_context(assets=folder))
    assert finding.summary == "2 files are missing or were altered."
    assert finding.remedy is not None
    assert finding.remedy.text.startswith("Install the program again")
    assert finding.remedy.link


@pytest.mark.parametrize(
    "damage", [None, b"", b"[]", b"{}", b'{"shell/main.js": 1}', b'{"shell/main.js": {}}', b"\xff"]
)
def test_a_damaged_manifest_is_told(make_context: MakeContext, folder: Path, damage: bytes | None) -> None:
    (folder / "manifest.json").unlink()
    if damage is not None:
        (folder / "manifest.json").write_bytes(damage)
    finding = assets.probe(make_context(assets=folder))
    assert finding.state is State.FAIL
    assert finding.summary.startswith("The list of the window")
