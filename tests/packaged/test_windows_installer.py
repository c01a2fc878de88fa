"""The installer for Windows, compiled for a stand-in of the program, and installed, upgraded and removed under Wine."""

from __future__ import annotations

import hashlib
import json
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.brand import BRAND
from app.diagnostics.checks.webview2 import RUNTIME
from app.errors import Unavailable
from check_artifact import open_installer
from product import Product
from tests.support.certificates import certificate
from tests.support.installed_app import camera
from tests.support.running_app import xdotool
from tests.support.waiting import holds_for, wait_until
from tests.support.wine import UNINSTALL, Wine, copy_windows, into, make_program, make_windows
from windows import nsis
from windows.build import make, means_for
from windows.script import NOTICES

pytestmark = pytest.mark.packaged

PRODUCT = Product(BRAND, "1.2.3", 1_764_000_000)
OLDER = replace(PRODUCT, version="1.0.0")
OLD_FILE = "only-in-the-older-version.txt"
ENTRY = rf"{UNINSTALL}\{BRAND.identifier}"
LINKS = rf"Software\Classes\{BRAND.url_scheme}"
COMMAND = r"shell\open\command"
WEBVIEW2 = rf"Software\Microsoft\EdgeUpdate\Clients\{RUNTIME}"
PROGRAMS = (f"{BRAND.slug}.exe", f"{BRAND.slug}-cli.exe")
# Whoever starts a program in Wine is an administrator; here it is somebody who becomes one when that is asked for.
ASKS_FOR_RIGHTS = "UserInfo::GetAccountType"
BECOMES_ADMINISTRATOR = r"""Push $R0
    ReadRegStr $R0 HKCU "Software\rights" "account"
    WriteRegStr HKCU "Software\rights" "account" "Admin"
    Exch $R0"""
# A window that closes when it is asked to, as ours does; words that it is given it writes down instead.
OPEN_WINDOW = """${GetParameters} $0
    ${If} $0 == ""
      MessageBox MB_OK "a window"
    ${Else}
      WriteRegStr HKCU "Software\\told" "words" $0
    ${EndIf}"""
# Does what a browser does with a link: the command that is registered for it, with the link in its place.
FOLLOW_LINK = """${GetParameters} $0
    ReadRegStr $1 %s "%s" ""
    ${WordReplace} $1 "%%1" $0 "+" $1
    ExecWait $1 $2
    SetErrorLevel $2"""
TITLE, SETUP, REMOVAL = "stand-in", f"{BRAND.name} Setup", f"{BRAND.name} Uninstall"
# What is the same on every Windows: the codes of app/errors.py.
USAGE, INVALID, UNAVAILABLE, CANNOT_WRITE, RUNNING = 2, 65, 69, 73, 75
SECONDS = 30.0
SIGN_IN_PLACE = 'osslsigncode sign -certs "$1" -key "$1" -in "$2" -out "$2.new" && mv "$2.new" "$2"'


@pytest.fixture(scope="session")
def payload(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what stands in for the frozen program and its licences."""
    folder = tmp_path_factory.mktemp("payload")
    (folder / "_internal" / "assets" / "fünf & fünf").mkdir(parents=True)
    (folder / "_internal" / "assets" / "fünf & fünf" / "page.html").write_text("a page")
    (folder / "_internal" / "python.dll").write_bytes(b"a library")
    (folder / NOTICES).write_text("licences")
    for name in PROGRAMS:
        make_program(folder / name, OPEN_WINDOW)
    return folder


@pytest.fixture(scope="session")
def setup(payload: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the installer."""
    return str(build(PRODUCT, payload, tmp_path_factory.mktemp("setup")))


@pytest.fixture(scope="session")
def older(payload: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the installer of an older version, which has a file that the newer one does not have."""
    folder = tmp_path_factory.mktemp("older")
    shutil.copytree(payload, folder / "payload")
    (folder / "payload" / "_internal" / OLD_FILE).write_text("old")
    return str(build(OLDER, folder / "payload", folder))


def build(product: Product, payload: Path, folder: Path, **given: str) -> Path:
    return make(product, payload, folder, "quick", means_for(product, None, given))


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Wine:
    """Return a Windows that nothing was ever installed on."""
    return make_windows(tmp_path_factory.mktemp("windows") / "prefix")


@pytest.fixture
def bare(untouched: Wine, tmp_path: Path) -> Iterator[Wine]:
    """Return a Windows of the test's own."""
    made = copy_windows(untouched, tmp_path / "prefix")
    yield made
    made.stop()


@pytest.fixture
def wine(bare: Wine) -> Wine:
    """Return one that has WebView2."""
    bare.write(rf"HKLM\{WEBVIEW2}", "pv", "142.0.3595.65", bits=32)
    return bare


def own_folder(wine: Wine) -> Path:
    return wine.home / "AppData" / "Local" / "Programs" / BRAND.name


def shortcut(wine: Wine) -> Path:
    return wine.home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs" / f"{BRAND.name}.lnk"


def installed(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def uninstall(wine: Wine, folder: Path, *words: str) -> None:
    """Remove the program; what is asked to do that hands over to a copy of itself and ends."""
    assert wine.code_of(wine.path_of(folder / "uninstall.exe"), "/S", *words) == 0
    wait_until(lambda: not wine.runs("~nsu"), deadline_seconds=SECONDS, what="the end of the uninstaller's copy")
    assert not folder.exists()


@pytest.mark.parametrize(("hive", "word"), [("HKCU", "/CURRENTUSER"), ("HKLM", "/ALLUSERS")])
def test_links_open_it_for_whom_it_is_installed(wine: Wine, setup: str, tmp_path: Path, hive: str, word: str) -> None:
    assert wine.code_of(setup, "/S", word) == 0
    folder = own_folder(wine) if hive == "HKCU" else wine.disk / "Program Files" / BRAND.name
    program = wine.path_of(folder / PROGRAMS[0])
    assert wine.tree(rf"{hive}\{LINKS}") == {
        "": {"": f"URL:{BRAND.name}", "URL Protocol": ""},
        r"\DefaultIcon": {"": f"{program},0"},
        r"\shell": {},
        r"\shell\open": {},
        rf"\{COMMAND}": {"": f'"{program}" "%1"'},
    }
    assert wine.tree(rf"{'HKLM' if hive == 'HKCU' else 'HKCU'}\{LINKS}") == {}
    browser = make_program(tmp_path / "browser.exe", FOLLOW_LINK % (hive, rf"{LINKS}\{COMMAND}"))
    assert wine.code_of(str(browser), f"{BRAND.url_scheme}:new?a=1&b=%20;c") == 0
    assert wine.values(r"HKCU\Software\told") == {"words": f'"{BRAND.url_scheme}:new?a=1&b=%20;c"'}
    uninstall(wine, folder)
    assert wine.tree(rf"{hive}\{LINKS}") == {}


def test_links_go_where_the_program_goes(wine: Wine, setup: str, older: str) -> None:
    elsewhere = wine.disk / "Else where"
    assert wine.code_of(older, "/S") == 0
    wine.write(rf"HKCU\{LINKS}\{COMMAND}", "DelegateExecute", "{another program's}")
    assert wine.code_of(setup, "/S", *into(wine.path_of(elsewhere))) == 0
    command = wine.tree(rf"HKCU\{LINKS}")[rf"\{COMMAND}"]
    assert command == {"": f'"{wine.path_of(elsewhere / PROGRAMS[0])}" "%1"'}


@pytest.mark.parametrize(("key", "name"), [("", ""), ("", "EditFlags"), (rf"\{COMMAND}", "")])
def test_a_kind_of_files_that_is_called_like_its_links_is_left_as_it_is(
    wine: Wine, setup: str, key: str, name: str
) -> None:
    wine.write(rf"HKCU\{LINKS}{key}", name, "another program's")
    before = wine.tree(rf"HKCU\{LINKS}")
    assert wine.code_of(setup, "/S") == 0
    assert wine.tree(rf"HKCU\{LINKS}") == before
    uninstall(wine, own_folder(wine))
    assert wine.tree(rf"HKCU\{LINKS}") == before


def test_links_that_open_another_program_by_now_are_left_to_it(wine: Wine, setup: str) -> None:
    assert wine.code_of(setup, "/S") == 0
    wine.write(rf"HKCU\{LINKS}\{COMMAND}", "", r'"C:\Other\other.exe" "%1"')
    before = wine.tree(rf"HKCU\{LINKS}")
    uninstall(wine, own_folder(wine))
    assert wine.tree(rf"HKCU\{LINKS}") == before


def test_no_link_opens_the_program_of_a_brand_without_a_scheme(wine: Wine, payload: Path, tmp_path: Path) -> None:
    silent = build(replace(PRODUCT, brand=replace(BRAND, url_scheme="")), payload, tmp_path)
    keys = wine.keys()
    assert wine.code_of(str(silent), "/S") == 0
    assert not any("Classes" in key for key in wine.keys() ^ keys)


def keep_something(wine: Wine) -> Path:
    """Leave what a person has after a conversation; return the file."""
    kept = wine.home / "AppData" / "Local" / BRAND.slug / "conversations.sqlite3"
    kept.parent.mkdir(parents=True)
    kept.write_text("hello")
    return kept


def test_it_is_installed_for_one_person_without_a_word(wine: Wine, setup: str, payload: Path) -> None:
    assert wine.code_of(setup, "/S") == 0
    folder = own_folder(wine)
    assert installed(folder) == installed(payload) | {"uninstall.exe", "installed.ini"}
    assert all((folder / name).read_bytes() == (payload / name).read_bytes() for name in installed(payload))
    assert wine.path_of(folder / PROGRAMS[0]).encode() in shortcut(wine).read_bytes()
    there = wine.path_of(folder)
    kib = int(wine.values(rf"HKCU\{ENTRY}").pop("EstimatedSize"), 16)
    assert kib == pytest.approx(sum(path.stat().st_size for path in payload.rglob("*")) / 1024, abs=10)
    assert wine.values(rf"HKCU\{ENTRY}") == {
        "DisplayName": BRAND.name,
        "DisplayVersion": PRODUCT.version,
        "DisplayIcon": rf"{there}\{PROGRAMS[0]}",
        "Publisher": BRAND.author,
        "URLInfoAbout": BRAND.homepage,
        "HelpLink": BRAND.support,
        "InstallLocation": there,
        "UninstallString": rf'"{there}\uninstall.exe"',
        "QuietUninstallString": rf'"{there}\uninstall.exe" /S',
        "EstimatedSize": hex(kib),
        "NoModify": "0x1",
        "NoRepair": "0x1",
    }
    assert wine.values(rf"HKLM\{ENTRY}") == {}


def test_the_shortcut_starts_the_program(wine: Wine, setup: str) -> None:
    assert wine.code_of(setup, "/S") == 0
    with wine.running("start", "/unix", str(shortcut(wine))):
        wait_until(lambda: window(TITLE), deadline_seconds=SECONDS, what="the program's window")


def window(title: str) -> str:
    return next(iter(windows(title)), "")


@pytest.mark.parametrize("words", [("/CURRENTUSER",), ("/ALLUSERS",)])
def test_nothing_is_left_of_it_but_what_is_the_persons_own(wine: Wine, setup: str, words: tuple[str, ...]) -> None:
    kept = keep_something(wine)
    # Every Windows has these, which are not ours.
    (wine.home / "AppData" / "Local" / "Programs").mkdir()
    wine.write(r"HKCU\Software\Classes", "", "")
    wine.write(rf"HKCU\{UNINSTALL}\other", "DisplayName", "Another program")
    files, keys = wine.files(), wine.keys()
    assert wine.code_of(setup, "/S", *words) == 0
    folder = own_folder(wine) if words == ("/CURRENTUSER",) else wine.disk / "Program Files" / BRAND.name
    assert wine.files() - files
    assert wine.keys() - keys
    uninstall(wine, folder)
    assert wine.files() ^ files == set()
    assert wine.keys() ^ keys == set()
    assert kept.read_text() == "hello"


def test_what_is_the_persons_own_is_removed_when_that_is_asked_for(wine: Wine, setup: str, tmp_path: Path) -> None:
    kept = keep_something(wine)
    (kept.parent / "logs" / "older").mkdir(parents=True)
    for place in ("logs/one.log", "logs/older/two.log"):
        (kept.parent / place).touch(0o444)
    assert wine.code_of(setup, "/S") == 0
    ours, others = (
        [f"connection@{BRAND.slug}", BRAND.slug],
        ["connection@other", f"{BRAND.slug}@other", f"x{BRAND.slug}"],
    )
    keep = make_program(tmp_path / "keep-keys.exe", "\n".join(map(keep_key, (*ours, *others))))
    find = make_program(tmp_path / "find-keys.exe", find_keys(*ours, *others))
    assert wine.code_of(str(keep)) == 0
    assert wine.code_of(str(find)) == 0b11111
    uninstall(wine, own_folder(wine), "/REMOVEDATA")
    assert not kept.parent.exists()
    assert wine.code_of(str(find)) == 0b11100


def test_t23_what_a_link_leads_to_is_not_removed_with_what_is_the_persons_own(wine: Wine, setup: str) -> None:
    assert wine.code_of(setup, "/S", "/ALLUSERS") == 0
    theirs = wine.disk / "ProgramData" / "theirs"
    (theirs / "deeper").mkdir(parents=True)
    (theirs / "deeper" / "file").write_text("theirs")
    kept = keep_something(wine)
    # To Wine these are what junctions are to Windows, but that it cannot remove them.
    for link in (kept.parent / "logs", wine.home / "AppData" / "Local" / "Temp" / BRAND.slug):
        link.parent.mkdir(exist_ok=True)
        link.symlink_to(theirs, target_is_directory=True)
    uninstall(wine, wine.disk / "Program Files" / BRAND.name, "/REMOVEDATA")
    assert not kept.exists()
    assert installed(theirs) == {"deeper/file"}


def keep_key(target: str) -> str:
    """Return what keeps five letters in the Credential Manager, as the keyring package does."""
    described = f'i 0, i 1, w "{target}", p 0, l 0, i 10, i 0, p r1, i 2, i 0, p 0, p 0, w "somebody"'
    return f"""System::Call '*(w "a key") p .r1'
        System::Call '*({described}) p .r2'
        System::Call 'advapi32::CredWriteW(p r2, i 0) i .r3'
        ${{If}} $3 = 0
          SetErrorLevel 1
        ${{EndIf}}"""


def find_keys(*targets: str) -> str:
    """Return what ends with a number in which a bit stands for each key that is there."""
    look = (
        f"""System::Call 'advapi32::CredReadW(w "{target}", i 1, i 0, *p .r1) i .r2'
        IntOp $2 $2 << {number}
        IntOp $9 $9 | $2"""
        for number, target in enumerate(targets)
    )
    return "\n".join(["StrCpy $9 0", *look, "SetErrorLevel $9"])


def test_a_newer_version_takes_the_place_of_an_older_one(wine: Wine, setup: str, older: str, payload: Path) -> None:
    kept = keep_something(wine)
    assert wine.code_of(older, "/S") == 0
    folder = own_folder(wine)
    assert (folder / "_internal" / OLD_FILE).exists()
    assert wine.values(rf"HKCU\{ENTRY}")["DisplayVersion"] == OLDER.version
    assert wine.code_of(setup, "/S") == 0
    assert installed(folder) == installed(payload) | {"uninstall.exe", "installed.ini"}
    assert wine.values(rf"HKCU\{ENTRY}")["DisplayVersion"] == PRODUCT.version
    assert kept.read_text() == "hello"


def test_a_newer_version_goes_where_the_older_one_is_unless_told_otherwise(wine: Wine, setup: str, older: str) -> None:
    first, second = wine.disk / "Eine Mühle", wine.disk / "Elsewhere"
    assert wine.code_of(older, "/S", *into(wine.path_of(first))) == 0
    assert (first / "_internal" / OLD_FILE).exists()
    assert wine.code_of(setup, "/S") == 0
    assert not (first / "_internal" / OLD_FILE).exists()
    assert not own_folder(wine).exists()
    assert wine.code_of(setup, "/S", *into(wine.path_of(second))) == 0
    assert not first.exists()
    uninstall(wine, second)
    assert wine.values(rf"HKCU\{ENTRY}") == {}


def test_everybody_gets_it_on_request_and_keeps_getting_it(wine: Wine, setup: str, older: str) -> None:
    assert wine.code_of(older, "/S", "/ALLUSERS") == 0
    folder = wine.disk / "Program Files" / BRAND.name
    menu = wine.disk / "ProgramData/Microsoft/Windows/Start Menu/Programs" / f"{BRAND.name}.lnk"
    assert (folder / PROGRAMS[0]).exists()
    assert menu.exists()
    assert not own_folder(wine).exists()
    assert wine.code_of(setup, "/S") == 0
    assert wine.values(rf"HKLM\{ENTRY}")["DisplayVersion"] == PRODUCT.version
    assert wine.values(rf"HKCU\{ENTRY}") == {}
    assert not own_folder(wine).exists()


@pytest.mark.parametrize("place", [r"C:\Open", r"C:\Program Files\..\Open", r"C:\Program Files"])
def test_t23_what_everybody_runs_lies_where_only_administrators_change_it(wine: Wine, setup: str, place: str) -> None:
    files = wine.files()
    assert wine.code_of(setup, "/S", "/ALLUSERS", *into(place)) == USAGE
    assert wine.files() == files


def test_t23_nor_does_a_choice_on_the_page_lead_around_that(wine: Wine, setup: str) -> None:
    with wine.running(setup, *into(r"C:\Open")) as installer:
        agree_over(answer(SETUP, "Down", "Return"))
        assert installer.wait(SECONDS) == USAGE
    assert not (wine.disk / "Open").exists()


@pytest.mark.parametrize("chosen_on_the_page", [False, True])
def test_with_an_administrators_rights_it_goes_where_it_was_told_to(
    wine: Wine, payload: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen_on_the_page: bool
) -> None:
    script = tmp_path / "installer.nsi"
    assert nsis.SCRIPT.read_text("utf-8").count(ASKS_FOR_RIGHTS) == 1
    script.write_text(nsis.SCRIPT.read_text("utf-8").replace(ASKS_FOR_RIGHTS, BECOMES_ADMINISTRATOR), "utf-8")
    monkeypatch.setattr(nsis, "SCRIPT", script)
    setup = str(build(PRODUCT, payload, tmp_path))
    folder = wine.disk / "Program Files" / "Eine Mühle"
    words = () if chosen_on_the_page else ("/ALLUSERS",)
    with wine.running(setup, *words, *into(wine.path_of(folder))) as installer:
        if chosen_on_the_page:
            answer(SETUP, "Down")
            xdotool("key", "Return")
        installer.wait(SECONDS)
        answer(SETUP, "Return")
        wait_until(lambda: wine.values(rf"HKLM\{ENTRY}"), deadline_seconds=SECONDS, what="the installation")
        finish()
    assert installed(folder) == installed(payload) | {"uninstall.exe", "installed.ini"}


def test_another_brand_is_installed_beside_it_under_its_own_name(wine: Wine, setup: str, tmp_path: Path) -> None:
    brand = replace(BRAND, name="Orchard & Co", slug="orchard", identifier="org.example.orchard", author="Orchards")
    brand = replace(brand, url_scheme="pears")
    payload = tmp_path / "payload"
    (payload / "_internal").mkdir(parents=True)
    (payload / "_internal" / "a.dll").write_text("a library")
    make_program(payload / "orchard.exe", OPEN_WINDOW)
    other = build(replace(PRODUCT, brand=brand), payload, tmp_path)
    assert other.name == f"orchard_{PRODUCT.version}_windows-x64-unsigned.exe"
    assert wine.code_of(setup, "/S") == 0
    before = wine.values(rf"HKCU\{ENTRY}")
    assert wine.code_of(str(other), "/S") == 0
    folder = own_folder(wine).with_name("Orchard & Co")
    assert (folder / "orchard.exe").exists()
    assert shortcut(wine).with_name("Orchard & Co.lnk").exists()
    told = wine.values(rf"HKCU\{UNINSTALL}\org.example.orchard")
    assert (told["DisplayName"], told["Publisher"]) == ("Orchard & Co", "Orchards")
    links = wine.tree(rf"HKCU\{LINKS}")
    assert wine.tree(r"HKCU\Software\Classes\pears")[""][""] == "URL:Orchard & Co"
    uninstall(wine, folder)
    assert wine.tree(r"HKCU\Software\Classes\pears") == {}
    assert links
    assert wine.tree(rf"HKCU\{LINKS}") == links
    assert wine.values(rf"HKCU\{ENTRY}") == before
    assert shortcut(wine).exists()


def test_a_folder_of_somebody_elses_is_left_alone(wine: Wine, setup: str) -> None:
    folder = wine.disk / "Tools"
    (folder / "_internal").mkdir(parents=True)
    (folder / "_internal" / "theirs.dll").write_text("theirs")
    assert wine.code_of(setup, "/S", *into(wine.path_of(folder))) == INVALID
    assert installed(folder) == {"_internal/theirs.dll"}
    assert wine.values(rf"HKCU\{ENTRY}") == {}


def test_the_uninstaller_does_nothing_where_the_program_was_not_installed(wine: Wine, setup: str) -> None:
    assert wine.code_of(setup, "/S") == 0
    folder = wine.disk / "Tools"
    (folder / "_internal").mkdir(parents=True)
    shutil.copy(own_folder(wine) / "uninstall.exe", folder)
    assert wine.code_of(*in_place(wine, folder)) == INVALID
    assert (folder / "_internal").exists()
    assert (own_folder(wine) / PROGRAMS[0]).exists()


def test_a_copy_of_the_folder_is_removed_without_what_is_the_programs(wine: Wine, setup: str) -> None:
    assert wine.code_of(setup, "/S") == 0
    copy = wine.disk / "Copy"
    shutil.copytree(own_folder(wine), copy)
    uninstall(wine, copy)
    assert (own_folder(wine) / PROGRAMS[0]).exists()
    assert shortcut(wine).exists()
    assert version_of(wine) == PRODUCT.version


def in_place(wine: Wine, folder: Path) -> tuple[str, ...]:
    """Return the words by which other installers run an uninstaller, to hear what it ends with."""
    there = wine.path_of(folder)
    return (rf"{there}\uninstall.exe", "/S", f"_?={there}")


def test_it_can_be_removed_by_others_who_want_to_hear_how_that_went(wine: Wine, setup: str) -> None:
    assert wine.code_of(setup, "/S") == 0
    assert wine.code_of(*in_place(wine, own_folder(wine))) == 0
    assert installed(own_folder(wine)) == {"uninstall.exe"}
    assert wine.values(rf"HKCU\{ENTRY}") == {}


def test_where_nothing_can_be_written_it_says_so(wine: Wine, setup: str) -> None:
    assert wine.code_of(setup, "/S", *into(r"Z:\proc\here")) == CANNOT_WRITE
    assert wine.values(rf"HKCU\{ENTRY}") == {}
    assert not shortcut(wine).exists()


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_that_runs_is_left_alone_when_nobody_can_be_asked(
    wine: Wine, setup: str, older: str, name: str
) -> None:
    assert wine.code_of(older, "/S") == 0
    folder = own_folder(wine)
    before = installed(folder)
    with wine.running(wine.path_of(folder / name)):
        wait_until(lambda: window(TITLE), deadline_seconds=SECONDS, what="the program's window")
        assert wine.code_of(setup, "/S") == RUNNING
        assert wine.code_of(*in_place(wine, folder)) == RUNNING
        assert installed(folder) == before
        assert wine.values(rf"HKCU\{ENTRY}")["DisplayVersion"] == OLDER.version


def test_a_person_is_led_through_it_and_keeps_what_is_theirs(wine: Wine, setup: str) -> None:
    kept = keep_something(wine)
    with wine.running(setup) as installer:
        answer(SETUP, "Return", "Return")
        wait_until(lambda: version_of(wine) == PRODUCT.version, deadline_seconds=SECONDS, what="the installation")
        finish()
        assert installer.wait(SECONDS) == 0
    folder = own_folder(wine)
    with wine.running(wine.path_of(folder / "uninstall.exe")):
        answer(REMOVAL, "Return")
        wait_until(lambda: not version_of(wine), deadline_seconds=SECONDS, what="the removal")
        answer(REMOVAL, "Return")
        wait_until(lambda: not window(REMOVAL), deadline_seconds=SECONDS, what="the end of the removal")
    assert not folder.exists()
    assert kept.exists()


def test_a_person_can_have_what_is_theirs_removed(wine: Wine, setup: str) -> None:
    kept = keep_something(wine)
    assert wine.code_of(setup, "/S") == 0
    with wine.running(wine.path_of(own_folder(wine) / "uninstall.exe")):
        answer(REMOVAL, "Down", "space", "Return")
        wait_until(lambda: not version_of(wine), deadline_seconds=SECONDS, what="the removal")
        wait_until(lambda: not kept.exists(), deadline_seconds=SECONDS, what="the end of what was kept")
        answer(REMOVAL, "Return")


def test_a_person_who_gives_up_has_nothing_installed(wine: Wine, setup: str) -> None:
    files = wine.files()
    with wine.running(setup) as installer:
        answer(SETUP, "Escape")
        assert installer.wait(SECONDS) == 1
    assert wine.files() == files


def test_a_program_that_runs_is_closed_when_the_person_agrees(wine: Wine, setup: str, older: str) -> None:
    assert wine.code_of(older, "/S") == 0
    with wine.running(wine.path_of(own_folder(wine) / PROGRAMS[0])):
        wait_until(lambda: window(TITLE), deadline_seconds=SECONDS, what="the program's window")
        with wine.running(setup) as installer:
            number = answer(SETUP, "Return", "Return")
            wait_until(lambda: len(windows(SETUP)) > 1, deadline_seconds=SECONDS, what="the question")
            assert holds_for(0.5, lambda: window(TITLE))
            agree_over(number)
            wait_until(lambda: not window(TITLE), deadline_seconds=SECONDS, what="the end of the program")
            wait_until(lambda: version_of(wine) == PRODUCT.version, deadline_seconds=SECONDS, what="the upgrade")
            finish()
            assert installer.wait(SECONDS) == 0
    assert not (own_folder(wine) / "_internal" / OLD_FILE).exists()


@pytest.mark.parametrize(
    ("hive", "bits", "version", "code"),
    [
        ("HKLM", 32, "142.0.3595.65", 0),
        ("HKLM", 64, "142.0.3595.65", 0),
        ("HKCU", 32, "142.0.3595.65", 0),
        ("HKCU", 64, "142.0.3595.65", 0),
        ("HKLM", 32, "0.0.0.0", UNAVAILABLE),
        ("HKCU", 64, "", UNAVAILABLE),
    ],
)
def test_webview2_is_found_wherever_it_is(
    bare: Wine, setup: str, hive: str, bits: int, version: str, code: int
) -> None:
    bare.write(rf"{hive}\{WEBVIEW2}", "pv", version, bits=bits)
    assert bare.code_of(setup, "/S") == code
    assert (own_folder(bare) / PROGRAMS[0]).exists()


def test_a_person_is_told_that_webview2_is_missing(bare: Wine, setup: str) -> None:
    with bare.running(setup) as installer:
        agree_over(answer(SETUP, "Return", "Return"))
        finish()
        assert installer.wait(SECONDS) == UNAVAILABLE


def test_microsofts_bootstrapper_is_run_where_it_was_given(bare: Wine, tmp_path: Path, payload: Path) -> None:
    install = f"""${{GetParameters}} $0
        WriteRegStr HKCU "Software\\told" "words" $0
        WriteRegStr HKCU "{WEBVIEW2}" "pv" "142.0.3595.65" """
    file = make_program(tmp_path / "bootstrapper.exe", install)
    given = (str(file), hashlib.sha256(file.read_bytes()).hexdigest())
    setup = make(PRODUCT, payload, tmp_path, "quick", means_for(PRODUCT, given, {}))
    assert bare.code_of(str(setup), "/S") == 0
    assert bare.values(r"HKCU\Software\told")["words"] == "/silent /install"


def test_an_older_windows_is_refused(wine: Wine, setup: str) -> None:
    wine.write(r"HKCU\Software\Wine", "Version", "win81")
    assert wine.code_of(setup, "/S") == UNAVAILABLE
    assert not own_folder(wine).exists()


def test_the_same_files_give_the_same_installer(payload: Path, setup: str, tmp_path: Path) -> None:
    assert build(PRODUCT, payload, tmp_path).read_bytes() == Path(setup).read_bytes()


def test_an_nsis_without_64_bits_makes_it_too(payload: Path, setup: str, tmp_path: Path) -> None:
    means = means_for(PRODUCT, None, {})
    smaller = replace(means, nsis=replace(means.nsis, target="x86-unicode"))
    made = make(PRODUCT, payload, tmp_path, "small", smaller)
    assert opened(made, tmp_path / "smaller") == opened(Path(setup), tmp_path / "larger")


def opened(installer: Path, folder: Path) -> dict[str, bytes]:
    """Return the files of the program that an installer holds."""
    root = open_installer(installer, folder).root
    found = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    return {name: content for name, content in found.items() if not name.startswith(("$PLUGINSDIR", "uninstall"))}


def test_it_holds_the_program_and_says_that_it_is_unsigned(payload: Path, setup: str, tmp_path: Path) -> None:
    assert set(opened(Path(setup), tmp_path)) == installed(payload)
    assert Path(setup).name == f"{BRAND.slug}_{PRODUCT.version}_windows-x64-unsigned.exe"


def test_it_tells_windows_what_it_is(setup: str) -> None:
    content = Path(setup).read_bytes()
    assert all(name.encode("utf-16-le") in content for name in (BRAND.name, BRAND.author, PRODUCT.version))
    assert struct.pack("<IIII", 0xFEEF04BD, 0, 0x10002, 0x30000) in content
    assert all(word in content for word in (b"PerMonitorV2", b'level="asInvoker"', b"longPathAware"))


@pytest.fixture
def any_nsis(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have something signed although Debian's NSIS is too old for what people are given."""
    monkeypatch.setattr(nsis, "SAFE_SINCE", (3, 0))


@pytest.mark.usefixtures("any_nsis")
def test_with_a_certificate_everything_of_ours_is_signed(wine: Wine, payload: Path, tmp_path: Path) -> None:
    signer = certificate(tmp_path, "A Publisher")
    words = ["sh", "-c", SIGN_IN_PLACE, "sh", str(signer), "{file}"]
    own = tmp_path / "payload"
    shutil.copytree(payload, own)
    setup = build(PRODUCT, own, tmp_path, WINDOWS_SIGNING_COMMAND=json.dumps(words))
    assert setup.name == f"{BRAND.slug}_{PRODUCT.version}_windows-x64.exe"
    assert wine.code_of(str(setup), "/S") == 0
    signed = [setup, *(own_folder(wine) / name for name in (*PROGRAMS, "uninstall.exe"))]
    assert [is_verified(path, signer) for path in signed] == [True] * 4
    uninstall(wine, own_folder(wine))


@pytest.mark.usefixtures("any_nsis")
def test_an_uninstaller_that_cannot_be_signed_stops_the_build(payload: Path, tmp_path: Path) -> None:
    signer = certificate(tmp_path, "A Publisher")
    # What makensis has signed is a file of its own, which is not called like a program.
    words = ["sh", "-c", f'case "$2" in *.exe) {SIGN_IN_PLACE} ;; *) exit 1 ;; esac', "sh", str(signer), "{file}"]
    own = tmp_path / "payload"
    shutil.copytree(payload, own)
    with pytest.raises(Unavailable, match="Making the installer failed"):
        build(PRODUCT, own, tmp_path, WINDOWS_SIGNING_COMMAND=json.dumps(words))


def is_verified(program: Path, signer: Path) -> bool:
    command = ["osslsigncode", "verify", "-CAfile", str(signer), "-in", str(program)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def version_of(wine: Wine) -> str:
    return wine.values(rf"HKCU\{ENTRY}").get("DisplayVersion", "")


def windows(title: str) -> list[str]:
    return xdotool("search", "--onlyvisible", "--name", title).split()


def answer(title: str, *keys: str) -> str:
    """Wait for a window, and press keys in it, each when the one before it has done something; return its number."""
    number = wait_until(lambda: window(title), deadline_seconds=SECONDS, what=f"the window {title!r}")
    for key in keys:
        xdotool("windowactivate", "--sync", number)
        # Wine takes the focus itself, a moment after the window manager has offered it.
        wait_until(lambda: focused() == number, deadline_seconds=SECONDS, what="the focus")
        press(key, number)
    return number


def press(key: str, number: str) -> None:
    before = look(number)
    xdotool("key", key)
    wait_until(lambda: look(number) != before, deadline_seconds=SECONDS, what=f"what {key} does")


def look(number: str) -> QImage:
    """Return what a window shows when it rests; nothing of one that is gone."""
    with tempfile.NamedTemporaryFile(suffix=".png") as picture:
        return QImage(str(camera().take(Path(picture.name), int(number))))


def agree_over(number: str) -> None:
    """Wait for a question over the installer's window, and agree."""
    question = wait_until(
        lambda: next((each for each in windows(SETUP) if each != number and each == focused()), ""),
        deadline_seconds=SECONDS,
        what="the question",
    )
    press("Return", question)


def focused() -> str:
    return xdotool("getwindowfocus")


def finish() -> None:
    """Wait for the installer's last page, which has the brand's colour on it, and leave it without a start."""
    wait_until(
        lambda: look(window(SETUP)).pixelColor(40, 80).name() == BRAND.accent_light,
        deadline_seconds=SECONDS,
        what="the last page",
    )
    answer(SETUP, "alt+r", "Return")
