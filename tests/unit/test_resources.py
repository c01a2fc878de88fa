"""Where the assets are, and the words in them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import resources
from app.errors import AssetsDamaged
from tests.support.processes import ROOT


@pytest.fixture
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Stand in for the assets with a folder of catalogues of our own."""
    folder = tmp_path / "assets" / "locales"
    folder.mkdir(parents=True)
    write(folder, "en", {"greeting.hello": "Hello {name}", "greeting.bye": "Bye"})
    monkeypatch.setattr(resources, "assets_dir", lambda: tmp_path / "assets")
    resources.load_catalogue.cache_clear()
    yield folder
    resources.load_catalogue.cache_clear()


def write(folder: Path, locale: str, words: dict[str, str]) -> None:
    (folder / f"{locale}.json").write_text(json.dumps(words), "utf-8")


def test_a_source_tree_holds_its_assets_beside_the_package() -> None:
    assert resources.assets_dir() == Path(resources.__file__).resolve().parent.parent / "assets"
    assert (resources.assets_dir() / "shell").is_dir()


def test_a_wheel_holds_its_assets_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_assets").mkdir()
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "resources.py"))
    assert resources.assets_dir() == tmp_path / "_assets"


def test_a_frozen_bundle_holds_its_assets_where_it_unpacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.assets_dir() == tmp_path / "assets"


def test_only_a_source_tree_is_a_source_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert resources.is_source_run()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert not resources.is_source_run()
    monkeypatch.setattr(sys, "frozen", False)
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "app" / "resources.py"))
    assert not resources.is_source_run()


def test_text_fills_its_placeholders(locales: Path) -> None:
    assert resources.text("greeting.hello", name="{braces} and 100 %") == "Hello {braces} and 100 %"
    assert resources.text("greeting.bye") == "Bye"


@pytest.mark.parametrize(("key", "values"), [("greeting.unknown", {}), ("greeting.hello", {})])
def test_an_unknown_key_and_a_missing_value_are_key_errors(locales: Path, key: str, values: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        resources.text(key, **values)


@pytest.mark.parametrize("locale", ["de", "de-AT", "de_AT"])
def test_a_language_covers_english_and_a_region_covers_its_language(locales: Path, locale: str) -> None:
    write(locales, "de", {"greeting.hello": "Hallo {name}"})
    write(locales, "de-AT", {"greeting.bye": "Servus"})
    words = resources.load_catalogue(locale)
    assert words["greeting.hello"] == "Hallo {name}"
    assert words["greeting.bye"] == ("Bye" if locale == "de" else "Servus")


@pytest.mark.parametrize(
    "locale", ["fr", "C", "", "../secret", "en/../../secret", "e", "de-AT-extra-parts-more", "de\n"]
)
def test_a_locale_without_a_catalogue_speaks_english(locales: Path, locale: str) -> None:
    (locales.parent / "secret.json").write_text('{"greeting.bye": "leaked"}', "utf-8")
    assert dict(resources.load_catalogue(locale)) == {"greeting.hello": "Hello {name}", "greeting.bye": "Bye"}


def test_a_catalogue_cannot_be_changed_by_its_readers(locales: Path) -> None:
    with pytest.raises(TypeError):
        resources.load_catalogue("en")["greeting.bye"] = "x"  # type: ignore[index]


@pytest.mark.parametrize("content", [None, b"", b"{", b"\xff\xfe", b"[1]", b'"words"'])
def test_a_missing_or_damaged_catalogue_says_so(locales: Path, content: bytes | None) -> None:
    english = locales / "en.json"
    english.unlink()
    if content is not None:
        english.write_bytes(content)
    with pytest.raises(AssetsDamaged):
        resources.load_catalogue("en")


def test_importing_costs_no_heavy_module() -> None:
    # -S, because what a machine's own .pth files import is none of our doing.
    script = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import app.resources; print(*sorted(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", script], capture_output=True, text=True, check=True, timeout=20
    )
    heavy = {"pydantic", "asyncio", "http", "email", "logging", "subprocess", "webview", "importlib.resources"}
    assert not heavy & set(run.stdout.split())
