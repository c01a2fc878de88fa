"""What the manifest may say, and what happens when the files say something else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.errors import AssetsDamaged
from app.window.page_files import CONTENT_TYPES, MANIFEST_NAME, describe, is_servable, load_page_files
from tests.support.pages import FILES, write_assets


def rewrite_entry(assets: Path, path: str, **changes: object) -> None:
    """Change what the manifest says about one file."""
    manifest = json.loads((assets / MANIFEST_NAME).read_bytes())
    manifest[path] = {**manifest[path], **changes}
    (assets / MANIFEST_NAME).write_text(json.dumps(manifest), "utf-8")


def test_every_file_of_the_manifest_is_loaded_with_its_type(tmp_path: Path) -> None:
    files = load_page_files(write_assets(tmp_path))
    assert {path: file.body for path, file in files.items()} == FILES
    assert files["shell/main.js"].content_type == "text/javascript; charset=utf-8"
    assert files["icons/dot.svg"].content_type == "image/svg+xml; charset=utf-8"


@pytest.mark.parametrize(
    "path", ["shell/index.html", "chat/dist/a-b_c.js", "styles/a.b.css", "locales/pt-BR.json", "icons/1.png"]
)
def test_plain_paths_below_the_served_folders_are_servable(path: str) -> None:
    assert is_servable(path)


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "element/main.js",
        "manifest.json",
        "/shell/main.js",
        "shell//main.js",
        "shell/../main.js",
        "shell/./main.js",
        "shell/.hidden.js",
        "shell/.git/config.js",
        "shell/main.js\n",
        "shell/ma in.js",
        "shell/main.ts",
        "shell/main",
        "shell/",
        "shell\\main.js",
        "shell/%2e%2e/main.js",
        "shell/main.JS",
        "",
    ],
)
def test_no_other_path_is_servable(path: str) -> None:
    assert not is_servable(path)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"shell/index.html": 1}', b'{"../secret.js": {}}'])
def test_a_damaged_manifest_says_so(tmp_path: Path, content: bytes) -> None:
    write_assets(tmp_path)
    (tmp_path / MANIFEST_NAME).write_bytes(content)
    with pytest.raises(AssetsDamaged):
        load_page_files(tmp_path)


@pytest.mark.parametrize("changes", [{"sha256": "0" * 64}, {"size": 1}, {"type": "text/html"}, {"extra": 1}])
def test_an_entry_that_does_not_fit_its_file_says_so(tmp_path: Path, changes: dict[str, object]) -> None:
    rewrite_entry(write_assets(tmp_path), "shell/main.js", **changes)
    with pytest.raises(AssetsDamaged) as caught:
        load_page_files(tmp_path)
    assert caught.value.detail.startswith("shell/main.js")
    assert "shell/main.js" not in caught.value.sentence + caught.value.hint


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    (write_assets(tmp_path) / "shell" / "main.js").unlink()
    with pytest.raises(AssetsDamaged) as caught:
        load_page_files(tmp_path)
    assert caught.value.detail.startswith("shell/main.js")


def test_an_entry_is_hash_size_and_type() -> None:
    assert describe("shell/empty.css", b"") == {
        "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "size": 0,
        "type": CONTENT_TYPES[".css"],
    }
