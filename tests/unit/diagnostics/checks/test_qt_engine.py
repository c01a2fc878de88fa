from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path

import pytest

from app.diagnostics.checks import qt_engine
from app.diagnostics.findings import CheckContext, State
from tests.unit.diagnostics.conftest import MakeContext


def installed_package() -> Path:
    """Return where this Python has PySide6, without importing it."""
    for folder in map(Path, sys.path):
        if (folder / "PySide6" / "QtCore.abi3.so").exists():
            return folder / "PySide6"
    pytest.fail("the tests of Qt's engine need PySide6")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of packages with a PySide6 whose files are all there, and empty, so that they need nothing."""
    folder = tmp_path / "packages"
    for name in [f"{binding}.abi3.so" for binding in qt_engine.BINDINGS] + list(qt_engine.OWN_QT_FILES):
        path = folder / "PySide6" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (folder / "PySide6" / "__init__.py").write_text("raise SystemExit('a check must not import')\n")
    (folder / "qtpy.py").write_text("raise SystemExit('a check must not import')\n")
    note = folder / "PySide6_Addons-6.11.3.dist-info"
    note.mkdir()
    (note / "METADATA").write_text("Metadata-Version: 2.1\nName: PySide6_Addons\nVersion: 6.11.3\n")
    return folder


@pytest.fixture
def context(make_context: MakeContext, folder: Path) -> CheckContext:
    return make_context(module_folders=(str(folder),), environ={"PATH": "/usr/bin:/bin"})


def test_a_complete_engine_passes_and_is_not_imported(context: CheckContext) -> None:
    finding = qt_engine.probe(context)
    assert finding.state is State.PASS
    assert finding.evidence == {"version": "6.11.3"}


def test_the_real_installation_passes(make_context: MakeContext) -> None:
    assert qt_engine.probe(make_context(environ={"PATH": "/usr/bin:/bin"})).state is State.PASS
    assert importlib.util.find_spec("PySide6") is not None


@pytest.mark.parametrize("gone", ["PySide6", "qtpy.py"])
def test_f20_without_qt_it_fails_and_says_what_to_install(context: CheckContext, folder: Path, gone: str) -> None:
    path = folder / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    finding = qt_engine.probe(context)
    assert finding.state is State.FAIL
    assert finding.summary == "The web engine that draws the window is not installed."
    assert finding.remedy is not None
    assert "PySide6_Addons" in finding.remedy.commands[0]


def test_missing_parts_are_named(context: CheckContext, folder: Path) -> None:
    (folder / "PySide6" / "QtWebEngineCore.abi3.so").unlink()
    (folder / "PySide6" / "Qt/libexec/QtWebEngineProcess").unlink()
    finding = qt_engine.probe(context)
    assert finding.state is State.FAIL
    assert finding.evidence["missing"] == ["QtWebEngineCore", "Qt/libexec/QtWebEngineProcess"]


def test_libraries_the_loader_would_not_find_are_named_with_their_packages(context: CheckContext, folder: Path) -> None:
    # Away from its neighbours, a real library of the engine does not find them.
    part = folder / "PySide6" / "QtWebEngineWidgets.abi3.so"
    shutil.copy(installed_package() / part.name, part)
    finding = qt_engine.probe(context)
    assert finding.state is State.FAIL
    assert finding.summary.startswith("Libraries that Qt")
    assert "libshiboken6" in finding.detail
    assert finding.remedy is not None
    assert finding.remedy.commands == ()
    (context.root / "etc").mkdir()
    (context.root / "etc" / "debian_version").write_text("12.11\n")
    remedy = qt_engine.probe(context).remedy
    assert remedy is not None
    assert remedy.commands[0].startswith("sudo apt install lib")


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libEGL.so.1", "libegl1"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libxcb-dri3.so.0", "libxcb-dri3-0"),
        ("libstdc++.so.6", "libstdc++6"),
        ("libnss3.so", "libnss3"),
        ("libnssutil3.so", "libnss3"),
        ("libgio-2.0.so.0", "libglib2.0-0"),
    ],
)
def test_the_package_of_a_library(library: str, package: str) -> None:
    assert qt_engine.debian_package(library) == package


def test_a_version_that_ends_this_python_fails(make_context: MakeContext, folder: Path) -> None:
    note = folder / "PySide6_Addons-6.11.3.dist-info"
    (note / "METADATA").write_text("Metadata-Version: 2.1\nName: PySide6_Addons\nVersion: 6.12.0\n")
    changes = {"module_folders": (str(folder),), "environ": {"PATH": "/usr/bin:/bin"}}
    finding = qt_engine.probe(make_context(**changes))
    assert finding.state is State.FAIL
    assert "6.12.0" in finding.summary
    assert finding.remedy is not None
    assert finding.remedy.commands == ("python3 -m pip install 'PySide6_Addons<6.12'",)
    assert qt_engine.probe(make_context(python_version=(3, 12, 1), **changes)).state is State.PASS


def test_without_ldd_only_files_are_looked_at(make_context: MakeContext, folder: Path) -> None:
    context = make_context(module_folders=(str(folder),), environ={"PATH": "/nowhere"})
    assert qt_engine.probe(context).state is State.PASS


def test_it_is_left_out_where_it_is_not_used(make_context: MakeContext) -> None:
    assert qt_engine.probe(make_context(environ={"AGENTNOOK_ENGINE": "gtk"})).state is State.SKIP
    assert qt_engine.probe(make_context(system="windows")).state is State.SKIP
