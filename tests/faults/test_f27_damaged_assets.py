"""F27: a file of the program is missing or was altered: it refuses to start and says to install it again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import WITHOUT_CATALOGUE, AssetsDamaged
from app.refused_start import REPORT_NAME
from app.resources import text
from app.window import page_files
from app.window.loopback import bind_loopback
from app.window.page_files import MANIFEST_NAME
from app.window.page_server import PageServer
from tests.support.pages import CHAT_HOST_PORT, FILES, write_assets
from tests.support.processes import ROOT
from tests.support.running_app import window_environment


def flip_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def serve(assets: Path) -> PageServer:
    """Build a server; it gives its port back itself when it can, else this does."""
    loopback = bind_loopback()
    try:
        return PageServer(loopback, chat_host_port=CHAT_HOST_PORT, assets=assets)
    except AssetsDamaged:
        loopback.close()
        raise


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize(
    "damage", [flip_a_byte, Path.unlink, lambda path: path.write_bytes(b"")], ids=["byte", "gone", "empty"]
)
def test_f27_one_damaged_file_stops_the_start(tmp_path: Path, path: str, damage: Callable[[Path], object]) -> None:
    damage(write_assets(tmp_path) / path)
    with pytest.raises(AssetsDamaged) as caught:
        serve(tmp_path)
    assert caught.value.exit_code == 69
    assert "Install the program again" in caught.value.hint
    assert path in caught.value.detail
    assert str(tmp_path) not in f"{caught.value.envelope()}{caught.value.detail}"


def test_f27_every_altered_byte_of_the_manifest_stops_the_start(tmp_path: Path) -> None:
    manifest = write_assets(tmp_path) / MANIFEST_NAME
    intact = manifest.read_bytes()
    for position in range(0, len(intact), 7):
        altered = bytearray(intact)
        altered[position] ^= 1
        manifest.write_bytes(altered)
        with pytest.raises(AssetsDamaged):
            page_files.load_page_files(tmp_path)


def test_f27_a_missing_manifest_stops_the_start(tmp_path: Path) -> None:
    (write_assets(tmp_path) / MANIFEST_NAME).unlink()
    with pytest.raises(AssetsDamaged) as caught:
        serve(tmp_path)
    assert MANIFEST_NAME in caught.value.detail


def test_f27_an_unreadable_file_stops_the_start(tmp_path: Path) -> None:
    (write_assets(tmp_path) / "shell" / "main.js").unlink()
    (tmp_path / "shell" / "main.js").mkdir()
    with pytest.raises(AssetsDamaged):
        serve(tmp_path)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the program that may be damaged."""
    folder = tmp_path_factory.mktemp("installed")
    for part in ("app", "assets"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    return folder


@pytest.mark.window
@pytest.mark.qt
def test_f27_the_program_itself_refuses_and_says_to_install_it_again(installed: Path, tmp_path: Path) -> None:
    damaged = installed / "assets" / "shell" / "main.js"
    intact = damaged.read_bytes()
    flip_a_byte(damaged)
    command = [sys.executable, "-m", "app", "--data-dir", str(tmp_path), "--engine", "qt", "--allow-root", "--dev"]
    done = subprocess.run(
        command, cwd=installed, env=window_environment(), capture_output=True, text=True, timeout=60, check=False
    )
    damaged.write_bytes(intact)
    assert done.returncode == 69
    place = text("refused_start.report", path=tmp_path / "log" / REPORT_NAME)
    assert done.stderr.endswith(f"{AssetsDamaged.default_sentence}\n{AssetsDamaged.default_hint}\n{place}\n")
    assert "Traceback" not in done.stderr
    assert "shell/main.js" in (tmp_path / "log" / "agentnook.log").read_text()


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"{")], ids=["gone", "half"])
@pytest.mark.parametrize("arguments", [["--allow-root"], ["--help"], ["--no-such-flag"], ["chat-host"]])
def test_f27_without_its_words_the_program_still_says_what_to_do(
    installed: Path, tmp_path: Path, damage: Callable[[Path], object], arguments: list[str]
) -> None:
    words = installed / "assets" / "locales" / "en.json"
    intact = words.read_bytes()
    damage(words)
    done = subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=installed,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        input="{}\n",
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    words.write_bytes(intact)
    assert done.returncode == AssetsDamaged.exit_code
    said = f"{done.stdout}{done.stderr}"
    assert all(sentence in said for sentence in WITHOUT_CATALOGUE.values())
    assert "Traceback" not in said


def test_f27_hash_twin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flip_a_byte(write_assets(tmp_path) / "shell/main.js")
    monkeypatch.setattr(page_files, "_is_unaltered", lambda path, body, entry: True)
    serve(tmp_path).close()
