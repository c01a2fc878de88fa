from __future__ import annotations

import os
import pwd
from pathlib import Path
from types import SimpleNamespace

import platformdirs
import pytest
from platformdirs import PlatformDirs

from app.brand import BRAND
from app.settings.locations import NO_HOME, Locations, resolve_locations


def folders_of(found: Locations) -> tuple[Path, ...]:
    return (found.settings_dir, found.data_dir, found.log_dir, found.cache_dir, found.runtime_dir)


def test_data_dir_holds_everything(tmp_path: Path) -> None:
    found = resolve_locations(tmp_path / "my nook ☂", {"XDG_CONFIG_HOME": "/elsewhere", "HOME": "/elsewhere"})
    files = (
        found.settings_file,
        found.database_file,
        found.failures_file,
        found.log_file,
        found.data_lock_file,
    )
    assert all(path.is_relative_to(tmp_path / "my nook ☂") for path in (*folders_of(found), *files))
    assert len(set(files)) == len(files)
    assert not (tmp_path / "my nook ☂").exists()


def test_data_dir_may_be_relative_or_begin_with_a_tilde(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert resolve_locations(Path("nook/../other")).data_dir == tmp_path / "other"
    assert resolve_locations(Path("~/nook")).data_dir == tmp_path / "home" / "nook"


def test_folders_are_those_of_platformdirs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variable in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME"):
        monkeypatch.delenv(f"XDG_{variable}")
    monkeypatch.setenv("HOME", str(tmp_path))
    plain = resolve_locations(None, os.environ)
    dirs = PlatformDirs("agentnook", appauthor=False)
    expected = (dirs.user_config_path, dirs.user_data_path, dirs.user_log_path, dirs.user_cache_path)
    assert folders_of(plain)[:4] == expected
    for variable in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME"):
        monkeypatch.setenv(f"XDG_{variable}", str(tmp_path / variable))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    moved = resolve_locations(None, os.environ)
    assert moved.settings_dir == tmp_path / "CONFIG_HOME" / "agentnook"
    assert moved.log_dir == tmp_path / "STATE_HOME" / "agentnook" / "log"
    assert moved.runtime_dir == tmp_path / "run" / "agentnook"


@pytest.mark.skipif(os.name != "posix", reason="the folders of Windows come from its own calls")
def test_systems_other_than_linux_ask_platformdirs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr("sys.platform", "darwin")
    dirs = PlatformDirs("agentnook", appauthor=False)
    assert resolve_locations(None).settings_dir == dirs.user_config_path
    assert resolve_locations(None).runtime_dir == dirs.user_runtime_path


def test_relative_base_directories_are_ignored() -> None:
    relative = {"HOME": "/home/ann", "XDG_CONFIG_HOME": "config", "XDG_RUNTIME_DIR": "run", "XDG_DATA_HOME": ""}
    assert resolve_locations(None, relative) == resolve_locations(None, {"HOME": "/home/ann"})
    assert resolve_locations(None, relative).runtime_dir == Path("/home/ann/.cache/agentnook/run")


def test_home_comes_from_the_system_when_no_variable_says_it() -> None:
    expected = Path(pwd.getpwuid(os.getuid()).pw_dir) / ".config" / "agentnook"
    assert resolve_locations(None, {}).settings_dir == expected


def test_a_home_that_cannot_be_one_is_passed_over() -> None:
    assert resolve_locations(None, {"HOME": "relative"}) == resolve_locations(None, {"HOME": ""})
    assert resolve_locations(None, {"HOME": "relative"}) == resolve_locations(None, {})


@pytest.mark.parametrize("found", [KeyError("no such account"), "", "."])
def test_who_has_no_home_at_all_gets_one_that_cannot_be_made(
    monkeypatch: pytest.MonkeyPatch, found: KeyError | str
) -> None:
    def look_up(_user: int) -> SimpleNamespace:
        if isinstance(found, KeyError):
            raise found
        return SimpleNamespace(pw_dir=found)

    monkeypatch.setattr(pwd, "getpwuid", look_up)
    assert resolve_locations(None, {}).data_dir == NO_HOME / ".local" / "share" / "agentnook"


def test_what_a_person_asks_to_have_as_files_is_among_their_documents(tmp_path: Path) -> None:
    assert resolve_locations(None).documents_dir == platformdirs.user_documents_path() / BRAND.name
    assert resolve_locations(tmp_path).documents_dir == tmp_path
