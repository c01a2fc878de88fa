from __future__ import annotations

from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from app.diagnostics.checks import gtk_engine
from app.diagnostics.findings import CheckContext, State
from tests.unit.diagnostics.conftest import MakeContext

GTK = {"AGENTNOOK_ENGINE": "gtk"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "packages"
    (folder / "gi").mkdir(parents=True)
    (folder / "gi" / "__init__.py").write_text("raise SystemExit('a check must not import')\n")
    (folder / "gi" / f"_gi{EXTENSION_SUFFIXES[0]}").touch()
    return folder


@pytest.fixture
def context(make_context: MakeContext, folder: Path) -> CheckContext:
    context = make_context(module_folders=(str(folder),), environ=GTK)
    typelibs = context.root / "usr/lib/x86_64-linux-gnu/girepository-1.0"
    typelibs.mkdir(parents=True)
    for name in gtk_engine.TYPELIBS:
        (typelibs / name).touch()
    return context


def test_a_complete_engine_passes_and_is_not_imported(context: CheckContext) -> None:
    assert gtk_engine.probe(context).state is State.PASS


def test_auto_takes_gtk_where_only_gtk_is_there(context: CheckContext, make_context: MakeContext) -> None:
    finding = gtk_engine.probe(make_context(module_folders=context.module_folders, environ={}))
    assert finding.state is State.PASS


def test_f20_without_its_binding_it_fails_and_says_what_to_install(make_context: MakeContext, tmp_path: Path) -> None:
    context = make_context(module_folders=(str(tmp_path),), environ=GTK)
    finding = gtk_engine.probe(context)
    assert finding.state is State.FAIL
    assert finding.remedy is not None
    assert "WebKitGTK 4.1" in finding.remedy.text
    (context.root / "etc").mkdir()
    (context.root / "etc" / "debian_version").write_text("12.11\n")
    remedy = gtk_engine.probe(context).remedy
    assert remedy is not None
    assert remedy.commands == ("sudo apt install python3-gi gir1.2-gtk-3.0 gir1.2-webkit2-4.1",)


def test_a_binding_for_another_python_fails(context: CheckContext, folder: Path) -> None:
    (folder / "gi" / f"_gi{EXTENSION_SUFFIXES[0]}").rename(folder / "gi" / "_gi.cpython-39-x86_64-linux-gnu.so")
    finding = gtk_engine.probe(context)
    assert finding.state is State.FAIL
    assert "another version of Python" in finding.summary
    assert finding.remedy is not None


def test_a_missing_description_is_named_and_found_where_a_variable_says(
    context: CheckContext, make_context: MakeContext, tmp_path: Path
) -> None:
    webkit = context.root / "usr/lib/x86_64-linux-gnu/girepository-1.0/WebKit2-4.1.typelib"
    webkit.rename(tmp_path / webkit.name)
    finding = gtk_engine.probe(context)
    assert finding.state is State.FAIL
    assert finding.detail == "WebKit2-4.1.typelib"
    environ = {**GTK, "GI_TYPELIB_PATH": f":{tmp_path}"}
    assert gtk_engine.probe(make_context(module_folders=context.module_folders, environ=environ)).state is State.PASS


def test_it_is_left_out_where_it_is_not_used(make_context: MakeContext) -> None:
    assert gtk_engine.probe(make_context()).state is State.SKIP
    assert gtk_engine.probe(make_context(system="macos")).state is State.SKIP
