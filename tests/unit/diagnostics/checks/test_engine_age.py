"""F21: an engine that is too old warns, and nothing more."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.diagnostics.checks import engine_age
from app.diagnostics.findings import CheckContext, State
from tests.unit.diagnostics.conftest import MakeContext, told

GTK = {"AGENTNOOK_ENGINE": "gtk"}
STATUS = (
    "Package: libwebkit2gtk-4.1-dev\nVersion: 9.9.9\n\n"
    "Package: libwebkit2gtk-4.1-0\nStatus: install ok installed\nVersion: {}\nDescription: web\n\n"
    "Package: zsh\nVersion: 5.9\n"
)


def with_qt(make_context: MakeContext, folder: Path, version: str) -> CheckContext:
    noted = folder / f"PySide6_Addons-{version}.dist-info"
    noted.mkdir()
    (noted / "METADATA").write_text(f"Metadata-Version: 2.1\nName: PySide6_Addons\nVersion: {version}\n")
    return make_context(module_folders=(str(folder),), environ={"AGENTNOOK_ENGINE": "qt"})


def with_webkit(make_context: MakeContext, version: str) -> CheckContext:
    context = make_context(environ=GTK)
    (context.root / "var/lib/dpkg").mkdir(parents=True)
    (context.root / "var/lib/dpkg/status").write_text(STATUS.format(version))
    return context


def test_f21_an_old_qt_warns_and_a_command_updates_it(make_context: MakeContext, tmp_path: Path) -> None:
    finding = engine_age.probe(with_qt(make_context, tmp_path, "6.4.2"))
    state, sentence, remedy = told(finding)
    assert state is State.WARN
    assert sentence == "Qt's web engine 6.4.2 is older than 6.8; the window works, and pages may look wrong."
    assert "this command does it" in remedy
    assert finding.remedy is not None
    assert "--upgrade" in finding.remedy.commands[0]


def test_f21_an_old_webkit_warns(make_context: MakeContext) -> None:
    state, sentence, remedy = told(engine_age.probe(with_webkit(make_context, "2.36.4-1~deb11u1")))
    assert state is State.WARN
    assert sentence.startswith("WebKitGTK 2.36.4 is older than 2.42")
    assert "--engine qt" in remedy


@pytest.mark.parametrize("version", ["6.8", "6.11.3", "7.0.0"])
def test_a_qt_of_today_passes(make_context: MakeContext, tmp_path: Path, version: str) -> None:
    assert engine_age.probe(with_qt(make_context, tmp_path, version)).evidence == {"engine": "qt", "version": version}


def test_a_webkit_of_today_passes(make_context: MakeContext) -> None:
    finding = engine_age.probe(with_webkit(make_context, "2:2.48.3-1~deb12u1"))
    assert (finding.state, finding.evidence["version"]) == (State.PASS, "2.48.3")


def test_the_librarys_own_description_will_do(make_context: MakeContext) -> None:
    context = make_context(environ=GTK)
    folder = context.root / "usr/lib64/pkgconfig"
    folder.mkdir(parents=True)
    (folder / "webkit2gtk-4.1.pc").write_text("Name: WebKitGTK\nVersion: 2.40.1\n")
    assert engine_age.probe(context).state is State.WARN
    assert engine_age.probe(with_webkit(make_context, "2.48.3")).evidence["version"] == "2.48.3"


def test_where_nobody_noted_a_version_it_is_left_out(make_context: MakeContext) -> None:
    assert engine_age.probe(make_context(environ=GTK)).state is State.SKIP
    assert engine_age.probe(make_context(system="macos")).state is State.SKIP
