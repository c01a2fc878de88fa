from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from app.errors import CannotWrite
from app.settings import settings_file
from app.settings.document import LARGEST_BYTES
from app.settings.settings_file import Condition, SettingsFile, peek
from tests.support.listing import names_in

NOBODY = 65_534
NOON = 1_800_000_000.0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "nook" / "settings.json"


@pytest.fixture
def file(path: Path) -> SettingsFile:
    return SettingsFile(path, now=lambda: NOON)


def plant(path: Path, content: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(content)


@contextmanager
def closed_folder(content: str, file_mode: int = 0o444) -> Iterator[Path]:
    """Give a settings file in a folder that we may look into and not write to, also when the tests run as root."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "settings.json"
        path.write_text(content)
        path.chmod(file_mode)
        path.parent.chmod(0o555)
        identity = os.geteuid()
        if identity == 0:
            os.seteuid(NOBODY)
        try:
            yield path
        finally:
            os.seteuid(identity)
            path.parent.chmod(0o755)


def test_missing_file_is_an_empty_document_and_makes_nothing(file: SettingsFile, path: Path) -> None:
    opened = file.open()
    assert (opened.condition, opened.document.values()) == (Condition.MISSING, {})
    assert not path.parent.exists()


def test_saved_values_are_read_again(file: SettingsFile, path: Path) -> None:
    assert file.save({"theme": "dark", "allowed_link_hosts": ("example.org",)}) == frozenset()
    assert file.open().document.values() == {"theme": "dark", "allowed_link_hosts": ["example.org"]}
    assert json.loads(path.read_bytes())["settings_version"] == 1
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_everything_else_in_the_file_stays_in_its_words(file: SettingsFile, path: Path) -> None:
    plant(path, '{"settings_version": 1, "__proto__": {"a":1e999}, "theme": "light", "mine": [1,  2]}')
    file.save({"theme": "dark"})
    saved = path.read_text()
    assert '"__proto__": {"a":1e999}' in saved
    assert '"mine": [1,  2]' in saved
    assert '"theme": "dark"' in saved


def test_damaged_file_is_put_aside(file: SettingsFile, path: Path) -> None:
    plant(path, "half a {")
    opened = file.open()
    assert (opened.condition, opened.kept_as) == (Condition.DAMAGED, "settings.json.damaged-20270115T080000Z")
    assert path.with_name(opened.kept_as).read_text() == "half a {"
    assert not path.exists()


def test_second_damaged_file_of_the_same_second_gets_a_name_of_its_own(file: SettingsFile, path: Path) -> None:
    kept = []
    for content in ("{", "{{", "{{{"):
        plant(path, content)
        kept.append(file.open().kept_as)
    assert kept == [kept[0], f"{kept[0]}-2", f"{kept[0]}-3"]
    assert [path.with_name(name).read_text() for name in kept] == ["{", "{{", "{{{"]


def test_file_that_is_too_large_is_damaged_and_never_read(file: SettingsFile, path: Path) -> None:
    plant(path, '{"a": "' + "x" * LARGEST_BYTES + '"}')
    assert file.open().condition is Condition.DAMAGED


def test_damage_found_while_saving_is_put_aside_too(file: SettingsFile, path: Path) -> None:
    plant(path, "{")
    file.save({"theme": "dark"})
    assert file.open().document.values() == {"theme": "dark"}
    assert len(list(path.parent.glob("settings.json.damaged-*"))) == 1


def test_damage_repaired_by_another_program_meanwhile_is_left_alone(
    file: SettingsFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(path, "{")
    answers = [peek(path)]
    plant(path, '{"settings_version": 1, "theme": "dark"}')
    monkeypatch.setattr(settings_file, "peek", lambda *arguments: answers.pop() if answers else peek(*arguments))
    assert file.open().document.values() == {"theme": "dark"}
    assert not list(path.parent.glob("*damaged*"))


def test_old_file_is_migrated_once_and_its_copy_kept(file: SettingsFile, path: Path) -> None:
    plant(path, '{"zoom-percent": 120}')
    assert file.open().document.values() == {"zoom_percent": 120}
    assert file.open().condition is Condition.READY
    [copy] = path.parent.glob("settings.json.version-*")
    assert copy.name == "settings.json.version-0-20270115T080000Z"
    assert copy.read_text() == '{"zoom-percent": 120}'
    assert copy.stat().st_mode & 0o777 == 0o600


def test_migration_that_cannot_be_saved_keeps_one_copy(
    file: SettingsFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(path, '{"zoom-percent": 120}')
    monkeypatch.setattr(settings_file, "LARGEST_BYTES", 30)
    for _ in range(3):
        assert file.open().document.values() == {"zoom_percent": 120}
    assert len(list(path.parent.glob("settings.json.version-*"))) == 1
    assert path.read_text() == '{"zoom-percent": 120}'


def test_newer_file_keeps_its_version_and_what_is_foreign_in_it(file: SettingsFile, path: Path) -> None:
    plant(path, '{"settings_version": 7, "theme": {"day": "light"}, "zoom_percent": 110, "novel": [1,  2]}')
    assert file.open().condition is Condition.NEWER
    assert file.save({"theme": "dark", "zoom_percent": 120}) == {"theme"}
    saved = path.read_text()
    assert json.loads(saved)["settings_version"] == 7
    assert '"theme": {"day": "light"}' in saved
    assert '"zoom_percent": 120' in saved
    assert '"novel": [1,  2]' in saved


def test_newer_file_is_not_written_at_all_when_everything_is_foreign(file: SettingsFile, path: Path) -> None:
    plant(path, '{"settings_version":7,"theme":5}')
    assert file.save({"theme": "dark"}) == {"theme"}
    assert path.read_text() == '{"settings_version":7,"theme":5}'


def test_link_is_neither_read_nor_written_nor_moved(file: SettingsFile, path: Path) -> None:
    plant(path.with_name("target"), '{"theme": "dark"}')
    path.symlink_to("target")
    assert file.open().condition is Condition.NOT_A_FILE
    with pytest.raises(CannotWrite, match="link"):
        file.save({"theme": "light"})
    assert path.is_symlink()
    assert path.with_name("target").read_text() == '{"theme": "dark"}'


def test_folder_that_refuses_writing_is_read() -> None:
    with closed_folder('{"settings_version": 1, "theme": "dark"}') as path:
        file = SettingsFile(path)
        assert file.open().document.values() == {"theme": "dark"}
        with pytest.raises(CannotWrite) as refusal:
            file.save({"theme": "light"})
    assert refusal.value.retryable
    assert str(path.parent) not in refusal.value.sentence + refusal.value.hint


def test_damaged_file_in_a_folder_that_refuses_writing_stays() -> None:
    with closed_folder("{") as path:
        opened = SettingsFile(path).open()
        assert (opened.condition, opened.kept_as) == (Condition.DAMAGED, "")
        assert path.read_text() == "{"


def test_old_file_in_a_folder_that_refuses_writing_is_migrated_in_memory() -> None:
    with closed_folder('{"zoom-percent": 120}') as path:
        assert SettingsFile(path).open().document.values() == {"zoom_percent": 120}
        assert names_in(path.parent) == ["settings.json"]


def test_file_that_may_not_be_read_is_not_written_over() -> None:
    with closed_folder('{"theme": "dark"}', file_mode=0o000) as path:
        file = SettingsFile(path)
        assert file.open().condition is Condition.UNREADABLE
        with pytest.raises(CannotWrite):
            file.save({"theme": "light"})


def test_save_that_could_not_be_read_again_is_refused(file: SettingsFile, path: Path) -> None:
    plant(path, '{"settings_version": 1, "mine": "' + "x" * (LARGEST_BYTES - 60) + '"}')
    before = path.read_bytes()
    with pytest.raises(CannotWrite, match="too large"):
        file.save({"allowed_link_hosts": ["example.org"] * 20})
    assert path.read_bytes() == before


def test_lock_that_another_holds_is_waited_for_and_then_named(
    file: SettingsFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.save({"theme": "light"})
    monkeypatch.setattr(settings_file, "LOCK_SECONDS", 0.05)
    with FileLock(path.with_name("settings.json.lock")), pytest.raises(CannotWrite, match="Another program"):
        file.save({"theme": "dark"})
    file.save({"theme": "dark"})
    assert file.open().document.values() == {"theme": "dark"}


def test_link_in_the_locks_place_is_refused(file: SettingsFile, path: Path) -> None:
    plant(path.with_name("target"), "")
    path.with_name("settings.json.lock").symlink_to("target")
    with pytest.raises(CannotWrite):
        file.save({"theme": "dark"})


def test_leftovers_of_a_killed_save_go_with_the_next(file: SettingsFile, path: Path) -> None:
    plant(path.with_name(".settings.json.0123456789abcdef.new"), "half")
    file.save({"theme": "dark"})
    assert names_in(path.parent) == ["settings.json", "settings.json.lock"]


def test_file_that_may_not_be_read_is_kept_also_where_it_could_be_replaced(file: SettingsFile, path: Path) -> None:
    plant(path, '{"settings_version": 1, "theme": "dark"}')

    def refuse(*_arguments: object, **_options: object) -> bytes:
        raise PermissionError(13, "no right to read")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings_file, "read_bounded", refuse)
        with pytest.raises(CannotWrite, match="closed to you"):
            file.save({"theme": "light"})
    assert file.open().document.values() == {"theme": "dark"}
