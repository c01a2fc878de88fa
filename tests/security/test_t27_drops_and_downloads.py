"""T27: a page writes no file by itself, and a file that is dropped on it neither opens nor takes its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.driven_app import DrivenApp
from tests.support.page_scripts import IS_OVER, WATCH_DROPS, WITHOUT_DROP_GUARD
from tests.support.pointer import drag_from_outside, windows_of
from tests.support.waiting import wait_until
from tests.support.windows import BOTH, QT, open_window

# One press saves in every way that a page has for it; the last one is a file of the page's own origin.
SAVE_ALL = """
    const button = document.createElement('button');
    Object.assign(button, { id: 'save', textContent: 'Save' });
    button.style.cssText = 'position: fixed; inset: 100px; z-index: 9';
    // A link that is in no document: the shell's own guard of links does not see it.
    const save = (href) => Object.assign(document.createElement('a'), { href, download: 'canary.sh' }).click();
    button.onclick = () => {
        save(URL.createObjectURL(new Blob(['#!/bin/sh'], { type: 'application/x-sh' })));
        save('data:application/octet-stream,canary');
        save(new URL('../locales/en.json', location.href).href);
    };
    document.body.append(button);
"""
AWAY = "document.getElementById('save').remove();"
# Answered with `Content-Disposition: attachment` in these tests, as a chat host could.
OPEN_ATTACHMENT = "setTimeout(() => { location.href = new URL('../locales/en.json', location.href).href; });"
# For WebKitGTK a link to save is a navigation first, and ends there.
REFUSALS = {"qt": "refused a page: download", "gtk": "refused a navigation"}
DEFENCES = {"qt": ("download refusal",), "gtk": ("download refusal", "navigation policy")}
PLACES = {"chat": (500, 300), "shell": (600, 30)}


def files_of(folder: Path) -> set[str]:
    """Return every file that looks like a saved one, wherever an engine may have put it."""
    names = (path.name for path in folder.rglob("*") if path.is_file())
    return {name for name in names if "canary" in name or (name.startswith("en") and ".json" in name)}


def save_everywhere(app: DrivenApp) -> None:
    """Let both documents save what they can."""
    for run, press in ((app.in_chat, app.click_in_chat), (app.in_shell, app.click_in_shell)):
        run(SAVE_ALL)
        press("#save")
        run(AWAY)
    app.in_chat(OPEN_ATTACHMENT)


@pytest.mark.parametrize("engine", BOTH)
def test_t27_no_download_writes_a_file(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, options=("--attachments",)) as app:
        save_everywhere(app)
        wait_until(lambda: REFUSALS[engine] in app.log(), what="the refusal")
        assert app.ask("app.ping", n=2) == {"n": 2}
    assert files_of(tmp_path) == set()


@pytest.mark.parametrize("engine", BOTH)
def test_t27_downloads_write_files_without_the_refusal_twin(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, without=DEFENCES[engine], options=("--attachments",)) as app:
        save_everywhere(app)
        wait_until(lambda: files_of(tmp_path), what="a file")


@pytest.mark.parametrize("app", BOTH, indirect=True)
@pytest.mark.parametrize("where", PLACES)
def test_t27_a_dropped_file_goes_nowhere(app: DrivenApp, where: str, tmp_path: Path) -> None:
    (tmp_path / "dropped.html").write_text("<title>dropped</title>")
    run, shell = (app.in_chat if where == "chat" else app.in_shell), app.top_url()
    app.in_shell("globalThis.__here = true;")
    run(WATCH_DROPS)
    windows = windows_of(app)
    file_url = (tmp_path / "dropped.html").as_uri()
    drag_from_outside(app, file_url, PLACES[where], lambda: run(IS_OVER))
    wait_until(lambda: run("return globalThis.__dropped > 0;"), what="the drop")
    assert app.ask("app.ping", n=2) == {"n": 2}
    assert app.top_url() == shell
    assert run("return globalThis.__here;") is True
    assert app.in_shell("return globalThis.__here;") is True
    assert windows_of(app) == windows
    assert app.opened_outside() == []


# WebKitGTK does not open a file for a page of the web; that it would open a link, T06 shows.
@pytest.mark.parametrize("engine", [QT])
def test_t27_a_dropped_file_is_opened_without_guards_twin(engine: str, tmp_path: Path) -> None:
    (tmp_path / "dropped.html").write_text("<title>dropped</title>")
    with open_window(engine, tmp_path / "app", without=("navigation policy", "drop setting")) as app:
        app.in_shell(WATCH_DROPS + WITHOUT_DROP_GUARD)
        file_url = (tmp_path / "dropped.html").as_uri()
        drag_from_outside(app, file_url, PLACES["shell"], lambda: app.in_shell(IS_OVER))
        # Qt would like another window for it.
        wait_until(lambda: app.notes()["links_asked"], what="the file")
