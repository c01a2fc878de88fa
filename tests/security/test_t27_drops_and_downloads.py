"""T27: a page writes no file by itself; a file that is dropped on it neither opens nor takes its place, nor says where
it is from.

Two hundred of each: downloads from both documents, and files dropped on both by another program.
"""

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
COUNT = 200
ENDINGS = (".html", ".sh", ".desktop", ".exe", ".svg", ".txt")
SAVE_OFTEN = """
    const button = Object.assign(document.createElement('button'), { textContent: 'Save' });
    let pressed = 0;
    button.onclick = () => {
        const blob = new Blob(['#!/bin/sh'], { type: 'application/x-sh' });
        const href = pressed % 2 ? URL.createObjectURL(blob) : 'data:application/octet-stream,canary';
        Object.assign(document.createElement('a'), { href, download: `canary ${pressed += 1}.sh` }).click();
    };
    document.body.append(button);
    while (pressed < argument) button.click();
    button.remove();
    return pressed;
"""
# What a page can find out about what is dropped on it, and what the shell is told of files that go past it.
WATCH_TOLD = """
    const isWatched = globalThis.__heard !== undefined;
    globalThis.__heard = { names: [], rest: [] };
    if (isWatched) return;
    addEventListener('drop', ({ dataTransfer }) => {
        const { files, types, items } = dataTransfer;
        __heard.names.push(...[...files].map(({ name }) => name));
        __heard.rest.push(...types.map((type) => [type, dataTransfer.getData(type)]));
        __heard.rest.push(...[...files].map((file) => [file.webkitRelativePath, file.path, file.mozFullPath]));
        __heard.rest.push(...[...items].map((item) => [item.webkitGetAsEntry()?.fullPath]));
    }, true);
    const map = Array.prototype.map;
    Array.prototype.map = function (...rest) {
        if (this[0]?.size_bytes !== undefined) {
            __heard.names.push(...map.call(this, ({ name }) => name));
            __heard.rest.push(JSON.stringify(this));
        }
        return map.apply(this, rest);
    };
"""
HEARD = "return globalThis.__heard;"
IS_SHOWN = "return document.querySelector('.drop-target:not([hidden])') !== null;"
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


@pytest.mark.parametrize("engine", BOTH)
def test_t27_two_hundred_downloads_write_no_file(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path) as app:
        for run in (app.in_shell, app.in_chat):
            assert run(SAVE_OFTEN, COUNT // 2) == COUNT // 2
        wait_until(lambda: REFUSALS[engine] in app.log(), what="the refusal")
        assert app.ask("app.ping", n=3) == {"n": 3}
        assert app.opened_outside() == []
    assert files_of(tmp_path) == set()


@pytest.fixture
def dropped(tmp_path: Path) -> list[Path]:
    """Return files of which some would run, or take a window's place."""
    files = [tmp_path / "private" / f"dropped {number}{ENDINGS[number % len(ENDINGS)]}" for number in range(COUNT // 2)]
    (tmp_path / "private").mkdir()
    for file in files:
        file.write_text("<title>dropped</title>")
    return files


@pytest.mark.parametrize("app", BOTH, indirect=True)
@pytest.mark.parametrize("where", PLACES)
def test_t27_dropped_files_go_nowhere_and_do_not_say_where_they_are_from(
    app: DrivenApp, where: str, dropped: list[Path]
) -> None:
    run, shell = (app.in_chat if where == "chat" else app.in_shell), app.top_url()
    for each in (app.in_shell, app.in_chat):
        each(WATCH_DROPS + WATCH_TOLD)
    windows, modes = windows_of(app), [file.stat().st_mode for file in dropped]
    # On WebKitGTK the files go past the page that they are dropped on, and the shell hears of them.
    run, is_over = (app.in_shell, IS_SHOWN) if app.engine == "gtk" else (run, IS_OVER)
    drag_from_outside(app, [file.as_uri() for file in dropped], PLACES[where], lambda: run(is_over))
    wait_until(lambda: len(run(HEARD)["names"]) == len(dropped), what="the drop")
    heard = run(HEARD)
    assert heard["names"] == [file.name for file in dropped]
    assert "private" not in str(heard)
    assert app.ask("app.ping", n=2) == {"n": 2}
    assert app.top_url() == shell
    for each in (app.in_shell, app.in_chat):
        assert each("return globalThis.__here;") is True
        assert "private" not in each("return document.documentElement.outerHTML;")
    assert windows_of(app) == windows
    assert app.opened_outside() == []
    assert [file.stat().st_mode for file in dropped] == modes
    assert not any(mode & 0o111 for mode in modes)


# WebKitGTK does not open a file for a page of the web; that it would open a link, T06 shows.
@pytest.mark.parametrize("engine", [QT])
def test_t27_a_dropped_file_is_opened_without_guards_twin(engine: str, tmp_path: Path) -> None:
    (tmp_path / "dropped.html").write_text("<title>dropped</title>")
    with open_window(engine, tmp_path / "app", without=("navigation policy", "drop setting")) as app:
        app.in_shell(WATCH_DROPS + WITHOUT_DROP_GUARD)
        file_url = (tmp_path / "dropped.html").as_uri()
        drag_from_outside(app, [file_url], PLACES["shell"], lambda: app.in_shell(IS_OVER))
        # Qt would like another window for it.
        wait_until(lambda: app.notes()["links_asked"], what="the file")
