"""What may happen to the settings file: kills, lost power, damage, other versions, wrong values, other writers."""

from __future__ import annotations

import json
import logging
import os
import random
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from app.settings.document import LARGEST_BYTES, parse
from app.settings.layers import gather_layers
from app.settings.locations import resolve_locations
from app.settings.migrations import MIGRATIONS
from app.settings.model import merge
from app.settings.schema import BY_KEY, EARLY, SETTINGS
from app.settings.settings_file import SettingsFile
from app.settings.store import SettingsStore
from tests.support.listing import names_in
from tests.support.processes import ROOT
from tests.support.settings_child import command

KILLS, SAVES = 500, 2_000
INTERLEAVINGS = 200
MUTATIONS = 20_000
FIXTURES = Path(__file__).parent / "settings_versions"
DEADLINE_SECONDS = 120

DAMAGED: dict[str, bytes] = {
    "empty": b"",
    "blank": b" \n\t\n",
    "nul": b"\x00" * 512,
    "nul behind": b'{"theme": "dark"}' + b"\x00" * 16,
    "half": b'{"settings_version": 1, "theme": "da',
    "without its end": b'{"settings_version": 1, "theme": "dark",\n',
    "twice": b'{"theme": "dark"}{"theme": "light"}',
    "list": b'["theme", "dark"]',
    "utf-16": '{"theme": "dark"}'.encode("utf-16"),
    "noise": random.Random(3).randbytes(4_096),
    "deep": b'{"theme": ' + b"[" * 50_000,
    "too large": b'{"theme": "dark", "mine": "' + b"x" * LARGEST_BYTES + b'"}',
}


def run(arguments: Sequence[str]) -> str:
    return subprocess.run(
        arguments, cwd=ROOT, check=True, capture_output=True, text=True, timeout=DEADLINE_SECONDS
    ).stdout


def starts(folders: Sequence[Path]) -> list[dict[str, Any]]:
    """Return what a process sees that starts in each of the folders."""
    return [json.loads(line) for line in run(command("probe", *folders)).splitlines()]


def plant(folder: Path, data: bytes) -> Path:
    folder.mkdir()
    (folder / "settings.json").write_bytes(data)
    return folder


def test_f01_kill_during_save_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    report = json.loads(run(command("kill-rounds", tmp_path, KILLS)))
    assert report["broken"] == []
    assert report["kills"] == KILLS
    assert report["saves"] >= SAVES
    SettingsFile(tmp_path / "settings.json").save({"theme": "dark"})
    assert names_in(tmp_path) == ["settings.json", "settings.json.lock"]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace records the order; the next test does without")
def test_f02_system_calls_of_a_save_come_in_an_order_that_outlives_a_loss_of_power(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    calls = "trace=openat,write,fsync,rename,renameat,renameat2,chmod,fchmod"
    run(("strace", "-f", "-y", "-e", calls, "-o", str(trace), *command("save", tmp_path / "nook")))
    lines = [line for line in trace.read_text().splitlines() if "/nook" in line and "settings.json.lock" not in line]
    temporary, settings, folder = r"\.settings\.json\.\w+\.new", r"nook/settings\.json\"", r"<[^>]*/nook>\)"
    wanted = (
        rf"openat\(.*{temporary}\".*O_WRONLY\|O_CREAT\|O_EXCL.*, 0600\)",
        rf"write\(.*{temporary}>",
        rf"fsync\(.*{temporary}>",
        rf"rename.*{temporary}\".*{settings}",
        rf"fsync\(.*{folder}",
    )
    order = [[number for number, line in enumerate(lines) if re.search(call, line)] for call in wanted]
    assert [len(numbers) for numbers in order] == [1] * len(wanted), lines
    assert order == sorted(order), lines


def test_f02_file_is_synced_before_it_is_renamed_and_its_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    sync, rename = os.fsync, Path.replace

    def record_sync(descriptor: int) -> None:
        calls.append("fsync " + Path(f"/proc/self/fd/{descriptor}").readlink().suffix)
        sync(descriptor)

    def record_rename(path: Path, target: Path) -> Path:
        calls.append(f"rename {path.suffix} {target.suffix}")
        return rename(path, target)

    monkeypatch.setattr(os, "fsync", record_sync)
    monkeypatch.setattr(Path, "replace", record_rename)
    SettingsFile(tmp_path / "nook" / "settings.json").save({"theme": "dark"})
    assert calls == ["fsync .new", "rename .new .json", "fsync "]


def test_f03_damaged_file_gives_defaults_and_is_kept(tmp_path: Path) -> None:
    folders = [plant(tmp_path / name, data) for name, data in DAMAGED.items()]
    defaults = json.loads(json.dumps({setting.key: setting.default for setting in SETTINGS}))
    for folder, start in zip(folders, starts(folders), strict=True):
        assert start["values"] == defaults
        assert start["early"] == {setting.key: setting.default for setting in EARLY}
        assert start["notices"] == ["settings_damaged"]
        [kept] = folder.glob("settings.json.damaged-*")
        assert re.fullmatch(r"settings\.json\.damaged-\d{8}T\d{6}Z", kept.name)
        assert kept.name in start["hints"][0]
        assert kept.read_bytes() == DAMAGED[folder.name]
        assert not (folder / "settings.json").exists()
    assert len(folders) == 12
    assert {tuple(start["notices"]) for start in starts(folders)} == {()}


def test_f04_newer_file_is_used_as_far_as_it_is_understood_and_never_written_down(tmp_path: Path) -> None:
    written = '{"settings_version": 99, "theme": "dark", "zoom_percent": {"page": 1}, "novel": [1,  2.50]}'
    folder = plant(tmp_path / "nook", written.encode())
    [start] = starts([folder])
    assert (start["values"]["theme"], start["values"]["zoom_percent"]) == ("dark", 100)
    assert (start["early"]["theme"], start["early"]["zoom_percent"]) == ("dark", 100)
    assert start["notices"] == ["settings_newer", "settings_refused"]
    assert names_in(folder) == ["settings.json"]
    assert (folder / "settings.json").read_text() == written
    run(command("save", folder))
    saved = (folder / "settings.json").read_text()
    for kept in ('"settings_version": 99', '"zoom_percent": {"page": 1}', '"novel": [1,  2.50]', '"theme": "dark"'):
        assert kept in saved


def test_f05_there_is_a_file_of_every_version() -> None:
    assert names_in(FIXTURES) == [f"version-{version}.json" for version in range(len(MIGRATIONS) + 1)]


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
def test_f05_older_file_is_migrated_once_and_its_copy_kept(tmp_path: Path, version: int) -> None:
    old = (FIXTURES / f"version-{version}.json").read_bytes()
    today = parse((FIXTURES / f"version-{len(MIGRATIONS)}.json").read_bytes())
    folder = plant(tmp_path / "nook", old)
    seen = starts([folder, folder])
    saved = (folder / "settings.json").read_bytes()
    assert parse(saved) == today
    assert b'{ "kept": [1,  2.50] }' in saved
    copies = list(folder.glob("settings.json.version-*"))
    assert [copy.read_bytes() for copy in copies] == ([old] if version < len(MIGRATIONS) else [])
    for start in seen:
        assert start["values"]["zoom_percent"] == start["early"]["zoom_percent"] == 125
        assert start["notices"] == []


GOOD = {
    "theme": "dark",
    "locale": "de",
    "zoom_percent": 125,
    "window_width_px": 800,
    "window_height_px": 600,
    "window_maximized": True,
    "engine": "gtk",
    "software_rendering": True,
    "connection": "work",
    "workflow_id": "wf_1",
    "allowed_link_hosts": ["example.org"],
    "log_level": "debug",
    "development": True,
}
# None of these is right for any setting.
WRONG: tuple[Any, ...] = (
    None,
    -1,
    10**9,
    1.5,
    "no such value ☂",
    [[]],
    [7],
    {"theme": "dark"},
    {"__proto__": {}},
    "x" * 300,
)
UNKNOWN = ("__proto__", "constructor", "theme ", "Theme", "", "ключ", "zoom_percent.page", "settings")


def test_f06_wrong_and_unknown_values_cost_nothing_but_themselves() -> None:
    chance = random.Random(6)
    assert GOOD.keys() == BY_KEY.keys()
    for _ in range(MUTATIONS):
        wrong = chance.sample(list(GOOD), chance.randint(1, 4))
        unknown = chance.sample(UNKNOWN, chance.randint(0, 3))
        members = {**GOOD, **{key: chance.choice(WRONG) for key in wrong}, **{key: {"a": [1]} for key in unknown}}
        shuffled = chance.sample(list(members.items()), len(members))
        document = parse(json.dumps({"settings_version": 1, **dict(shuffled)}).encode())
        merged = merge(gather_layers({}, {}, {}, document))
        expected = {key: BY_KEY[key].default if key in wrong else BY_KEY[key].kind.check(GOOD[key]) for key in GOOD}
        assert merged.values == expected
        assert sorted(key for _, key in merged.refused) == sorted(wrong)
        assert parse(document.encode()).values() == members


def test_f06_wrong_and_unknown_values_are_named_in_the_log_and_stay_in_the_file(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    folder = plant(tmp_path / "nook", b'{"settings_version": 1, "theme": 5, "novel": [1,  2], "zoom_percent": 125}')
    store = SettingsStore(resolve_locations(folder), overrides={}, environ={})
    assert store.load().values["zoom_percent"] == 125
    assert "setting theme has a wrong value in settings_file" in caplog.text
    assert "'novel'" in caplog.text
    store.write("locale", "de")
    saved = (folder / "settings.json").read_text()
    assert '"theme": 5' in saved
    assert '"novel": [1,  2]' in saved


def test_f07_two_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen(
            command("write-on-demand", tmp_path), cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for _ in range(2)
    ]
    keys = ("window_width_px", "window_height_px")
    try:
        assert [answer(writer) for writer in writers] == ["ready\n", "ready\n"]
        for number in range(INTERLEAVINGS):
            for writer, key in zip(writers, keys, strict=True):
                ask(writer, key, 500 + number)
            assert [answer(writer) for writer in writers] == ["saved\n", "saved\n"]
            saved = json.loads((tmp_path / "settings.json").read_bytes())
            assert [saved[key] for key in keys] == [500 + number] * 2
    finally:
        for writer in writers:
            writer.kill()
            writer.communicate(timeout=DEADLINE_SECONDS)
    assert names_in(tmp_path) == ["settings.json", "settings.json.lock"]


def test_f07_last_writer_of_the_same_setting_wins(tmp_path: Path) -> None:
    first, second = (SettingsStore(resolve_locations(tmp_path), overrides={}, environ={}) for _ in range(2))
    first.load(), second.load()
    first.write("theme", "dark")
    second.write("theme", "light")
    second.write("zoom_percent", 125)
    first.write("locale", "de")
    saved = json.loads((tmp_path / "settings.json").read_bytes())
    assert saved == {"settings_version": 1, "theme": "light", "zoom_percent": 125, "locale": "de"}


def ask(writer: subprocess.Popen[str], key: str, value: int) -> None:
    assert writer.stdin
    writer.stdin.write(json.dumps([key, value]) + "\n")
    writer.stdin.flush()


def answer(writer: subprocess.Popen[str]) -> str:
    assert writer.stdout
    return writer.stdout.readline()
