from __future__ import annotations

import importlib.util
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
    """Return a folder of packages with a PySide6 of its own, made of links to the real one's parts."""
    real, folder = installed_package(), tmp_path / "packages"
    (folder / "PySide6" / "Qt" / "libexec").mkdir(parents=True)
    link_each(real, folder / "PySide6", without="Qt")
    link_each(real / "Qt", folder / "PySide6" / "Qt", without="libexec")
    link_each(real / "Qt" / "libexec", folder / "PySide6" / "Qt" / "libexec")
    (folder / "shiboken6").symlink_to(real.parent / "shiboken6")
    (folder / "PySide6" / "__init__.py").unlink()
    (folder / "PySide6" / "__init__.py").write_text("raise SystemExit('a check must not import')\n")
    (folder / "qtpy.py").write_text("raise SystemExit('a check must not import')\n")
    note = folder / "PySide6_Addons-6.11.3.dist-info"
    note.mkdir()
    (note / "METADATA").write_text("Metadata-Version: 2.1\nName: PySide6_Addons\nVersion: 6.11.3\n")
    return folder


def link_each(source: Path, target: Path, without: str = "") -> None:
    for path in source.iterdir():
        if path.name != without:
            (target / path.name).symlink_to(path)


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
    (folder / gone).rename(folder / "put-aside")
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
    assert finding.evidence["parts"] == ["QtWebEngineCore", "Qt/libexec/QtWebEngineProcess"]
    assert finding.remedy is not None
    assert "--force-reinstall" in finding.remedy.commands[0]


@pytest.mark.parametrize("name", ["QtWebEngineWidgets.abi3.so", "libpyside6.abi3.so.6.11"])
def test_damaged_parts_are_named(context: CheckContext, folder: Path, name: str) -> None:
    (folder / "PySide6" / name).unlink()
    (folder / "PySide6" / name).touch()
    finding = qt_engine.probe(context)
    assert finding.state is State.FAIL
    assert finding.evidence["parts"] == [name]


def test_a_missing_neighbour_is_a_missing_part(context: CheckContext, folder: Path) -> None:
    (folder / "shiboken6").unlink()
    finding = qt_engine.probe(context)
    assert finding.state is State.FAIL
    assert finding.evidence["parts"] == ["libshiboken6.abi3.so.6.11"]


def test_libraries_the_loader_would_not_find_are_named_with_their_packages(context: CheckContext, folder: Path) -> None:
    part = folder / "PySide6" / "QtWebEngineWidgets.abi3.so"
    real = part.read_bytes()
    part.unlink()
    # The engine's real library, only that it asks for one that no system has.
    part.write_bytes(real.replace(b"\0libGL.so.1\0", b"\0libQQ.so.1\0"))
    finding = qt_engine.probe(context)
    assert finding.state is State.FAIL
    assert finding.summary.startswith("Libraries that Qt")
    assert finding.detail == "libQQ.so.1"
    assert finding.remedy is not None
    assert finding.remedy.commands == ()
    (context.root / "etc").mkdir()
    (context.root / "etc" / "debian_version").write_text("12.11\n")
    remedy = qt_engine.probe(context).remedy
    assert remedy is not None
    assert remedy.commands == ("sudo apt install libqq1",)


def test_a_loader_that_does_not_answer_leaves_it_unknown(
    make_context: MakeContext, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "ldd").write_text("#!/bin/sh\nexec /bin/sleep 60\n")
    (tools / "ldd").chmod(0o755)
    monkeypatch.setattr(qt_engine, "LDD_SECONDS", 0.1)
    finding = qt_engine.probe(make_context(module_folders=(str(folder),), environ={"PATH": str(tools)}))
    assert finding.state is State.UNKNOWN


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
