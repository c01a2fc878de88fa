"""F11, F12, F13, F14: odd homes, odd things in the place of a file, odd names of folders, odd locales."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from app.brand import BRAND
from app.resources import text
from tests.support.processes import ROOT
from tests.support.running_app import RunningApp

pytestmark = [pytest.mark.window, pytest.mark.qt]

XDG_NAMES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
KEPT = f".local/share/{BRAND.slug}/conversations.sqlite3"
# Puts a folder in the place of the account's home, for one program and its children.
AT_HOME = ("unshare", "--mount", "sh", "-c", 'mount --bind "$1" "$2" && shift 2 && exec "$@"', "sh")
WORDS = "Grüße, ışık, İstanbul, مرحبا, 日本語, 🏡"  # noqa: RUF001 -- Turkish
SOON_SECONDS = 2.0


def converse(app: RunningApp) -> None:
    app.connect()
    app.say("What is this?")
    app.wait_for_answer("a home for chat agents")
    app.wait_until_idle()


def without_trouble(app: RunningApp) -> None:
    """End the program, and look whether it stumbled over something on the way."""
    assert app.stop() == 0
    said = app.errors()
    assert "Traceback" not in said
    assert "codec can't" not in said
    assert " ERROR " not in said


def in_place_of_home(home: Path) -> tuple[str, ...]:
    """Return what puts a folder in the place of the account's home; skips where that cannot be."""
    account = pwd.getpwuid(os.geteuid()).pw_dir
    if any(Path(each).resolve().is_relative_to(account) for each in (ROOT, sys.executable, sys.prefix)):
        pytest.skip("this project is in the account's home")
    under = (*AT_HOME, str(home), account)
    if subprocess.run([*under, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no folder may be put in the place of the account's home here")
    return under


@pytest.mark.skipif(shutil.which("unshare") is None, reason="nothing here puts another folder in the place of the home")
@pytest.mark.parametrize("said", [{}, {"HOME": ""}, {"HOME": "relative/home"}], ids=["unset", "empty", "relative"])
def test_f11_without_a_home_in_the_environment_that_of_the_account_counts(
    tmp_path: Path, said: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    under = in_place_of_home(tmp_path)
    for name in ("HOME", *XDG_NAMES):
        monkeypatch.delenv(name, raising=False)
    with RunningApp(tmp_path, names_folder=False, under=under, environment=said) as app:
        converse(app)
        without_trouble(app)
    assert (tmp_path / KEPT).exists()


def test_f11_a_home_that_is_missing_is_made(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path / "not" / "yet"), **dict.fromkeys(XDG_NAMES, "")}
    with RunningApp(tmp_path, names_folder=False, environment=environment) as app:
        converse(app)
        without_trouble(app)
    assert (tmp_path / "not" / "yet" / KEPT).exists()


def test_f11_relative_folders_of_the_desktop_are_passed_over(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), **dict.fromkeys(XDG_NAMES, "here/../there")}
    with RunningApp(tmp_path, names_folder=False, environment=environment) as app:
        converse(app)
        without_trouble(app)
    assert (tmp_path / KEPT).exists()


def test_f11_a_home_that_is_a_file_keeps_nothing_and_it_is_told(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.touch()
    environment = {"HOME": str(home), **dict.fromkeys(XDG_NAMES, "")}
    with RunningApp(tmp_path, names_folder=False, environment=environment) as app:
        converse(app)
        app.shell.get_by_text(text("notice.nothing_kept.message")).wait_for()
        without_trouble(app)


Plant = Callable[[Path], object]
ODD_THINGS: Mapping[str, Plant] = {
    "a folder": Path.mkdir,
    "a pipe": os.mkfifo,
    "a loop of links": lambda path: path.symlink_to(path),
    "a link to what never ends": lambda path: path.symlink_to("/dev/zero"),
}


@pytest.mark.parametrize("plant", ODD_THINGS.values(), ids=ODD_THINGS)
def test_f12_what_is_no_file_in_the_settings_place_costs_the_settings_only(tmp_path: Path, plant: Plant) -> None:
    plant(tmp_path / "settings.json")
    began = time.monotonic()
    doctor = (sys.executable, "-m", "app", "doctor", "--data-dir", str(tmp_path), "--check", "app-06")
    done = subprocess.run(doctor, cwd=ROOT, capture_output=True, check=False, timeout=30)
    assert time.monotonic() - began < SOON_SECONDS
    assert done.returncode == 1, done.stderr
    with RunningApp(tmp_path) as app:
        converse(app)
        app.shell.get_by_text(text("notice.settings_not_a_file.message")).wait_for()
        without_trouble(app)
    assert not (tmp_path / "settings.json").is_file()


@pytest.mark.parametrize("plant", [os.mkfifo, lambda path: path.symlink_to(path)], ids=["pipe", "loop"])
def test_f12_what_is_no_folder_in_the_place_of_the_data_keeps_nothing(tmp_path: Path, plant: Plant) -> None:
    plant(tmp_path / "data")
    with RunningApp(tmp_path / "data") as app:
        converse(app)
        app.shell.get_by_text(text("notice.nothing_kept.message")).wait_for()
        without_trouble(app)


@pytest.mark.parametrize(
    "name",
    [
        "with  two spaces ",
        "ünïcödé-ß-ﬁ",
        "日本語のフォルダー",
        "🏡📚👩‍👩‍👧",
        "مجلد المحادثات",
        "x" * 200,
        os.fsdecode(b"latin-1-\xe9\xff"),
        "%23#?&;$(x)`'\"\\n",
    ],
    ids=["spaces", "accents", "Japanese", "emoji", "right to left", "long", "no UTF-8", "signs"],
)
def test_f13_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    with RunningApp(tmp_path / name / "data") as app:
        converse(app)
        app.shell.get_by_role("button", name=text("shell.bar.history")).click()
        panel = app.chat.get_by_role("navigation", name=text("element.history.title"))
        panel.locator("[aria-posinset='1']").wait_for()
        without_trouble(app)
        assert "starts on Python" in app.log()
    assert (tmp_path / name / "data" / "conversations.sqlite3").exists()


def with_locale(folder: Path, name: str) -> dict[str, str]:
    """Return what makes a locale known that may not be installed here, where the system has what it is made of."""
    language, _, characters = name.partition(".")
    folder.mkdir()
    make = ("localedef", "-i", language, "-f", characters or "UTF-8", str(folder / name))
    is_made = shutil.which("localedef") and not subprocess.run(make, capture_output=True, check=False).returncode
    return {"LOCPATH": str(folder)} if is_made and "_" in language else {}


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8"])
def test_f14_words_and_dates_are_right_in_any_locale(tmp_path: Path, locale: str) -> None:
    environment = {"LC_ALL": locale, "LANG": locale, **with_locale(tmp_path / "locales", locale)}
    with RunningApp(tmp_path / "data", environment=environment) as app:
        converse(app)
        app.say(WORDS)
        app.chat.get_by_role("log").get_by_text(WORDS).first.wait_for()
        app.wait_until_idle()
        app.shell.get_by_role("button", name=text("shell.bar.history")).click()
        panel = app.chat.get_by_role("navigation", name=text("element.history.title"))
        panel.locator("[aria-posinset='1']").wait_for()
        assert not re.search("invalid date|NaN|undefined", panel.inner_text(), re.IGNORECASE)
        without_trouble(app)
        assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ", app.log())
