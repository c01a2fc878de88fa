from __future__ import annotations

import pytest

from app.diagnostics.checks import portals
from app.diagnostics.findings import CheckContext, State
from tests.unit.diagnostics.conftest import MakeContext, told

GTK_PORTAL = "[portal]\nDBusName=org.freedesktop.impl.portal.desktop.gtk\nInterfaces={}\nUseIn=gnome\n"
CHOOSER = "org.freedesktop.impl.portal.FileChooser;org.freedesktop.impl.portal.GlobalShortcuts;"


def with_portal(context: CheckContext, interfaces: str) -> CheckContext:
    folder = context.root / "usr/share/xdg-desktop-portal/portals"
    folder.mkdir(parents=True)
    (folder / "gtk.portal").write_text(GTK_PORTAL.format(interfaces))
    return context


def test_a_portal_that_chooses_files_passes(make_context: MakeContext) -> None:
    finding = portals.probe(with_portal(make_context(), CHOOSER))
    assert told(finding)[1] == "The desktop's portal can choose files."
    assert finding.evidence["offered"] == ["FileChooser", "GlobalShortcuts"]


@pytest.mark.parametrize("environ", [{"GTK_USE_PORTAL": "1"}, {"QT_QPA_PLATFORMTHEME": "xdgdesktopportal"}])
def test_a_session_that_wants_a_portal_and_has_none_warns(make_context: MakeContext, environ: dict[str, str]) -> None:
    context = with_portal(make_context(environ=environ), "org.freedesktop.impl.portal.Settings")
    state, sentence, remedy = told(portals.probe(context))
    assert state is State.WARN
    assert "none is installed that can choose files" in sentence
    assert "xdg-desktop-portal" in remedy
    (context.root / "etc").mkdir()
    (context.root / "etc/debian_version").write_text("12.11\n")
    found = portals.probe(context).remedy
    assert found is not None
    assert found.commands == ("sudo apt install xdg-desktop-portal xdg-desktop-portal-gtk",)


def test_where_none_is_wanted_none_is_missed(make_context: MakeContext) -> None:
    assert told(portals.probe(make_context()))[:2] == (
        State.PASS,
        "No portal is installed; the program shows dialogs of its own.",
    )


def test_inside_a_flatpak_and_elsewhere_it_is_left_out(make_context: MakeContext) -> None:
    context = make_context()
    (context.root / ".flatpak-info").touch()
    assert portals.probe(context).state is State.SKIP
    assert portals.probe(make_context(system="windows")).state is State.SKIP
