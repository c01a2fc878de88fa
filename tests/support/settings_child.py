"""A program of its own for tests: it uses the settings as a window process does, and may be killed while it does."""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from app.settings.data_lock import DataLock
from app.settings.early import read_early
from app.settings.locations import resolve_locations
from app.settings.settings_file import Condition, peek
from app.settings.store import SettingsStore

SAVES_BEFORE_KILL = 4
LONGEST_DELAY_SECONDS = 0.002


def open_store(data_dir: str) -> SettingsStore:
    store = SettingsStore(resolve_locations(Path(data_dir)), overrides={}, environ={})
    store.load()
    return store


def probe(*data_dirs: str) -> None:
    """Print what a start in each folder sees, one line each."""
    for data_dir in data_dirs:
        locations = resolve_locations(Path(data_dir))
        early = read_early(locations, {}, {})
        store = SettingsStore(locations, overrides={}, environ={})
        loaded = store.load()
        notices = [notice.code for notice in loaded.notices]
        hints = [notice.hint for notice in loaded.notices]
        print(json.dumps({"early": asdict(early), "values": loaded.values, "notices": notices, "hints": hints}))


def save(data_dir: str) -> None:
    """Save once."""
    open_store(data_dir).write("theme", "dark")


def write_on_demand(data_dir: str) -> None:
    """Save the setting that each line of the input names, and answer with a line."""
    store = open_store(data_dir)
    print("ready", flush=True)
    for line in sys.stdin:
        key, value = json.loads(line)
        store.write(key, value)
        print("saved", flush=True)


def hold_lock(data_dir: str) -> None:
    """Hold the data folder until the input closes."""
    with DataLock(resolve_locations(Path(data_dir)).data_lock_file):
        print("held", flush=True)
        sys.stdin.read()


def generation(number: int) -> dict[str, object]:
    """Return settings that belong together: a file with a part of them is a broken one."""
    hosts = tuple(f"host-{number}-{index}.example.org" for index in range(200))
    return {"window_width_px": 420 + number, "window_height_px": 480 + number, "allowed_link_hosts": hosts}


def kill_rounds(data_dir: str, kills: str) -> None:
    """Start a saver again and again, kill it at a random moment, and look at the file each time."""
    chance = random.Random(1)
    store = open_store(data_dir)
    saves = 0
    broken: list[str] = []
    store.write_all(generation(0))
    for _ in range(int(kills)):
        pid, reports = start_saver(store, saves)
        acknowledged = saves + len(read_exactly(reports, SAVES_BEFORE_KILL))
        time.sleep(chance.uniform(0, LONGEST_DELAY_SECONDS))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        while more := os.read(reports, 4096):
            acknowledged += len(more)
        os.close(reports)
        saves, fault = look_at(resolve_locations(Path(data_dir)).settings_file, acknowledged)
        broken += [fault] if fault else []
    print(json.dumps({"kills": int(kills), "saves": saves, "broken": broken}))


def start_saver(store: SettingsStore, saves: int) -> tuple[int, int]:
    """Start a process that saves one generation after the other, and writes a byte behind each."""
    reports, report = os.pipe()
    pid = os.fork()
    if pid:
        os.close(report)
        return pid, reports
    while True:
        saves += 1
        store.write_all(generation(saves))
        os.write(report, b".")


def read_exactly(descriptor: int, count: int) -> bytes:
    data = b""
    while len(data) < count and (more := os.read(descriptor, count - len(data))):
        data += more
    return data


def look_at(path: Path, acknowledged: int) -> tuple[int, str]:
    """Return the generation in the file, and what is wrong: it is whole, and no save that was answered is lost."""
    opened = peek(path)
    values = opened.document.values()
    if opened.condition is not Condition.READY:
        return acknowledged, opened.condition.name
    found = int(str(values["window_width_px"])) - 420
    expected = generation(found)
    whole = all(values[key] == (list(value) if isinstance(value, tuple) else value) for key, value in expected.items())
    if not whole or found not in (acknowledged, acknowledged + 1):
        return found, f"generation {found} after {acknowledged}, whole: {whole}"
    return found, ""


VERBS: dict[str, Callable[..., None]] = {
    "probe": probe,
    "save": save,
    "write-on-demand": write_on_demand,
    "hold-lock": hold_lock,
    "kill-rounds": kill_rounds,
}


def command(verb: str, *arguments: object) -> Sequence[str]:
    """Return the command line that runs one of the verbs above in a process of its own."""
    return (sys.executable, "-m", "tests.support.settings_child", verb, *map(str, arguments))


if __name__ == "__main__":
    VERBS[sys.argv[1]](*sys.argv[2:])
