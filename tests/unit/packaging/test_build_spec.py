from __future__ import annotations

import importlib.util
from importlib.metadata import distribution
from pathlib import Path

import pytest

import frozen_parts
from app import __version__
from app.brand import BRAND
from tests.support.evaluated_spec import ROOT, collected_by, evaluate

SYSTEMS = ["linux", "win32", "darwin"]


@pytest.mark.parametrize("platform", SYSTEMS)
def test_every_system_gets_a_folder_and_nothing_that_unpacks_itself(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded = evaluate(platform, [], monkeypatch)
    programs = recorded.named("EXE")
    assert programs[0]["name"] == BRAND.slug
    assert all(program["exclude_binaries"] for program in programs)
    assert not any(program["upx"] or program["debug"] for program in programs)
    assert recorded.one("COLLECT")["name"] == BRAND.slug


def test_only_windows_has_a_second_program_for_words(monkeypatch: pytest.MonkeyPatch) -> None:
    programs = evaluate("win32", [], monkeypatch).named("EXE")
    assert [(program["name"], program["console"]) for program in programs] == [
        (BRAND.slug, False),
        (f"{BRAND.slug}-cli", True),
    ]
    assert [program["console"] for program in evaluate("linux", [], monkeypatch).named("EXE")] == [True]


def test_only_macos_has_an_application(monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = evaluate("darwin", [], monkeypatch).one("BUNDLE")
    assert (bundle["name"], bundle["bundle_identifier"]) == (f"{BRAND.name}.app", BRAND.identifier)
    assert bundle["version"] == __version__
    assert "NSMicrophoneUsageDescription" in bundle["info_plist"]
    assert all(not evaluate(platform, [], monkeypatch).named("BUNDLE") for platform in ("linux", "win32"))


@pytest.mark.parametrize("platform", SYSTEMS)
def test_the_pages_come_along(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    options = evaluate(platform, [], monkeypatch).one("Analysis")
    sources = [Path(source) for source, _ in options["datas"]]
    assert all(source.exists() for source in sources)
    assert {place for _, place in options["datas"]} >= {"assets", "assets/shell", "assets/chat", "assets/locales"}


def test_what_is_hidden_exists_and_is_of_its_system_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    hidden = evaluate("linux", [], monkeypatch).one("Analysis")["hiddenimports"]
    assert "PySide6.QtWebEngineWidgets" in hidden
    assert not any("edgechromium" in name or "cocoa" in name for name in hidden)
    assert [name for name in hidden if not is_there(name)] == []
    assert "PySide6.QtWebEngineWidgets" not in evaluate("win32", [], monkeypatch).one("Analysis")["hiddenimports"]


def is_there(name: str) -> bool:
    """Say whether a module can be found, without importing what would start something."""
    top, *rest = name.split(".")
    folder = next(iter(importlib.util.find_spec(top).submodule_search_locations or ()))  # type: ignore[union-attr]
    place = Path(folder).joinpath(*rest)
    return place.is_dir() or any(place.parent.glob(f"{place.name}.*"))


@pytest.mark.parametrize(
    ("place", "stays"),
    [
        ("PySide6/Qt/resources/qtwebengine_resources.pak", True),
        ("PySide6/Qt/resources/qtwebengine_devtools_resources.pak", False),
        ("PySide6/Qt/translations/qtwebengine_locales/en-US.pak", True),
        ("PySide6/Qt/translations/qtwebengine_locales/de.pak", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("openai-3.54.0.dist-info/METADATA", True),
        ("openai-3.54.0.dist-info/RECORD", False),
    ],
)
def test_what_is_left_out_and_what_is_not(place: str, stays: bool) -> None:
    assert bool(frozen_parts.wanted([(place, "/build/file", "DATA")], "linux")) is stays


def test_each_thing_that_is_left_out_has_a_reason() -> None:
    told = {**frozen_parts.EXCLUDED, **frozen_parts.LEFT_OUT, **frozen_parts.UNWANTED_HOOKS}
    assert all(len(why) > 4 for why in told.values())


def test_windows_keeps_what_only_it_needs() -> None:
    library = [("webview/lib/WebView2Loader.dll", "C:/x.dll", "BINARY")]
    assert frozen_parts.wanted(library, "win32") == library
    assert frozen_parts.wanted(library, "darwin") == []


def test_on_linux_the_systems_libraries_are_left_to_its_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    qt = Path(str(distribution("PySide6_Addons").locate_file("PySide6")))
    engine, core = qt / "QtWebEngineWidgets.abi3.so", "PySide6/Qt/lib/libQt6Core.so.6"
    collected = [
        ("libnss3.so", "/usr/lib/x86_64-linux-gnu/libnss3.so", "BINARY"),
        ("PySide6/QtWebEngineWidgets.abi3.so", str(engine), "EXTENSION"),
        (core, str(qt / "Qt/lib/libQt6Core.so.6"), "BINARY"),
        ("PySide6/Qt/lib/libQt6SerialPort.so.6", str(qt / "Qt/lib/libQt6SerialPort.so.6"), "BINARY"),
        ("libQt6Core.so.6", core, "SYMLINK"),
    ]
    kept = list(collected_by(evaluate("linux", collected, monkeypatch)))
    assert kept == ["PySide6/QtWebEngineWidgets.abi3.so", core]


def test_nothing_of_qt_runs_before_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    recorded = evaluate("linux", [], monkeypatch)
    ((_, arguments, _),) = [call for call in recorded.calls if call[0] == "EXE"]
    assert arguments[1] == []


def test_the_assets_of_the_bundle_are_those_of_the_wheel() -> None:
    places = {place for _, place in frozen_parts.asset_folders()}
    assert places == {"assets", *(f"assets/{name}" for name in ("chat", "icons", "locales", "shell", "styles"))}
    assert ROOT / "assets/manifest.json" in {Path(source) for source, _ in frozen_parts.asset_folders()}
