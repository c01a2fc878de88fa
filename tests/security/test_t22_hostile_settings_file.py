"""A settings file that somebody else wrote: whatever stands in its place, the program starts with good values."""

from __future__ import annotations

import json
import os
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from app import private_file
from app.errors import CannotWrite
from app.settings import document, layers, model, settings_file
from app.settings.document import LARGEST_BYTES, Document, Member, parse
from app.settings.early import read_early
from app.settings.kinds import Choice, is_allowed
from app.settings.layers import Layer, Source, gather_layers
from app.settings.locations import Locations, resolve_locations
from app.settings.schema import BY_KEY, EARLY
from app.settings.settings_file import Condition, SettingsFile, peek
from app.settings.store import LoadedSettings, SettingsStore

MUTATIONS = 20_000
MUTATIONS_OF_TWIN = 500
LOADED_EVERY = 10
DEADLINE_SECONDS = 10
HANGS_SECONDS = 0.2

SEEDS = (
    b'{"settings_version":1,"theme":"dark","zoom_percent":125,"allowed_link_hosts":["example.org","a.b"]}',
    b'{\n "settings_version": 1,\n "locale": "pt-BR",\n "window_width_px": 800, "mine": {"kept": [1, 2.5, null]}\n}\n',
    b'{"zoom-percent":125,"window_maximized":true,"__proto__":{"theme":"dark"},"engine":"gtk"}',
    b'{"settings_version":9,"theme":{"day":"light"},"connection":"local","workflow_id":"wf_1","log_level":"debug"}',
)
TOKENS = (
    *(b"{", b"}", b"[", b"]", b'"', b":", b",", b"\\", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\\ud800", b"\r", b"\x0b"),
    *(b"null", b"true", b"NaN", b"-Infinity", b"1e999", b"-0", b"9" * 400, b"9" * 5_000, b"0.1e-400"),
    *(
        b'"__proto__":{"theme":"dark"},',
        b'"constructor":{"prototype":1},',
        b'"theme":"dark",',
        b'"settings_version":-1,',
    ),
    *(b"[" * 70, b'{"a":' * 70, b"[" * 3_000, '"\u202e☂"'.encode(), b'"' + b"x" * 2_000 + b'"'),
)


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return resolve_locations(tmp_path)


def mutated(chance: random.Random) -> bytes:
    """Return a settings file in which up to four things went wrong."""
    data = bytearray(chance.choice(SEEDS))
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.randint(1, 12))
        change = chance.randrange(5)
        if change == 0:
            data[start:start] = chance.choice(TOKENS)
        elif change == 1:
            data[start:end] = chance.choice(TOKENS)
        elif change == 2:
            del data[start:end]
        elif change == 3:
            data[start:end] = chance.randbytes(end - start)
        else:
            data[start:start] = data[start:end] * chance.randint(1, 3)
    return bytes(data)


def load(locations: Locations) -> LoadedSettings:
    return SettingsStore(locations, overrides={}, environ={}).load()


def survive(locations: Locations, count: int) -> dict[Condition, int]:
    """Start from that many mutated files; return how they were found."""
    chance = random.Random(22)
    found = dict.fromkeys(Condition, 0)
    for number in range(count):
        data = mutated(chance)
        locations.settings_file.unlink(missing_ok=True)
        locations.settings_file.write_bytes(data)
        early = read_early(locations, {}, {})
        assert all(is_allowed(setting.kind, getattr(early, setting.key)) for setting in EARLY)
        opened = peek(locations.settings_file)
        found[opened.condition] += 1
        if number % LOADED_EVERY == 0:
            check_store(locations, data, opened.condition)
    return found


def check_store(locations: Locations, data: bytes, condition: Condition) -> None:
    """Load and save a mutated file: only declared names arrive, and the others keep their words in the file."""
    store = SettingsStore(locations, overrides={}, environ={})
    values = store.load().values
    assert values.keys() == BY_KEY.keys()
    assert all(is_allowed(BY_KEY[key].kind, value) for key, value in values.items())
    store.write("software_rendering", True)
    saved = parse(locations.settings_file.read_bytes()).members
    if condition is Condition.DAMAGED:
        [kept] = locations.settings_dir.glob("settings.json.damaged-*")
        assert kept.read_bytes() == data
        kept.unlink()
    else:
        unknown = {key: member for key, member in parse(data).members.items() if key.replace("-", "_") not in BY_KEY}
        assert {key: saved[key].written for key in unknown} == {key: member.written for key, member in unknown.items()}


def test_t22_mutated_files_crash_nothing_and_bring_nothing_unknown(locations: Locations) -> None:
    found = survive(locations, MUTATIONS)
    assert sum(found.values()) == MUTATIONS
    assert found[Condition.DAMAGED] > MUTATIONS // 10
    for condition in (Condition.READY, Condition.OLD, Condition.NEWER):
        assert found[condition] > MUTATIONS // 100


def test_t22_mutated_files_twin(locations: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take json's word for it."""

    def trusting(data: bytes) -> Document:
        return Document({key: Member(value, json.dumps(value)) for key, value in json.loads(data).items()})

    monkeypatch.setattr(settings_file, "parse", trusting)
    with pytest.raises((ValueError, RecursionError, AttributeError, AssertionError)):
        survive(locations, MUTATIONS_OF_TWIN)


def plant_flood(locations: Locations) -> None:
    locations.settings_file.write_bytes(b'{"theme": "dark", "mine": "' + b"x" * LARGEST_BYTES + b'"}')


def test_t22_flood_is_not_read(locations: Locations) -> None:
    plant_flood(locations)
    assert read_early(locations, {}, {}).theme == load(locations).values["theme"] == "system"
    with locations.settings_file.open("wb") as file:
        file.truncate(1 << 40)
    assert peek(locations.settings_file).condition is Condition.DAMAGED


def test_t22_flood_twin(locations: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings_file, "LARGEST_BYTES", 2 * LARGEST_BYTES)
    plant_flood(locations)
    assert load(locations).values["theme"] == "dark"


def plant_depth(locations: Locations, depth: int) -> None:
    locations.settings_file.write_bytes(b'{"settings_version":1,"mine":' + b"[" * depth + b"]" * depth + b"}")


@pytest.mark.parametrize("depth", [document.DEEPEST + 1, 500, 100_000])
def test_t22_deep_nesting_is_damage(locations: Locations, depth: int) -> None:
    plant_depth(locations, depth)
    assert read_early(locations, {}, {}).theme == "system"
    assert [notice.code for notice in load(locations).notices] == ["settings_damaged"]


def test_t22_deep_nesting_twin(locations: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "_is_shallow", lambda _value: True)
    plant_depth(locations, 500)
    assert load(locations).notices == ()


def test_t22_nesting_beyond_the_stack_twin(locations: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make `except RecursionError` catch something else."""
    monkeypatch.setattr(document, "RecursionError", ZeroDivisionError, raising=False)
    plant_depth(locations, 100_000)
    with pytest.raises(RecursionError):
        read_early(locations, {}, {})


def plant_wrong_types(locations: Locations) -> None:
    wrong = {"theme": ["dark"], "zoom_percent": "125", "window_maximized": 1, "allowed_link_hosts": {"0": "a.b"}}
    locations.settings_file.write_text(json.dumps({"settings_version": 1, **wrong, "locale": "de"}))


def test_t22_wrong_types_do_not_arrive(locations: Locations) -> None:
    plant_wrong_types(locations)
    early, values = read_early(locations, {}, {}), load(locations).values
    assert (early.theme, early.zoom_percent, early.window_maximized, early.locale) == ("system", 100, False, "de")
    assert values["allowed_link_hosts"] == ()
    assert values["locale"] == "de"


def test_t22_wrong_types_before_the_first_paint_twin(locations: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Choice, "check", lambda _kind, value: value)
    plant_wrong_types(locations)
    assert read_early(locations, {}, {}).theme == ["dark"]  # type: ignore[comparison-overlap]


def test_t22_wrong_types_twin(locations: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "validate", lambda _key, value: value)
    plant_wrong_types(locations)
    with pytest.raises(ValueError, match="literal_error"):
        load(locations)


def plant_foreign_names(locations: Locations) -> str:
    words = '"__proto__": {"theme":"dark"}, "constructor": {"prototype":{"theme":"dark"}}, "toString": 1'
    locations.settings_file.write_text(f'{{"settings_version": 1, {words}}}')
    return words


def test_t22_foreign_names_stay_in_the_file(locations: Locations) -> None:
    words = plant_foreign_names(locations)
    assert read_early(locations, {}, {}).theme == "system"
    store = SettingsStore(locations, overrides={}, environ={})
    assert store.load().values.keys() == BY_KEY.keys()
    store.write("locale", "de")
    saved = locations.settings_file.read_text()
    assert all(member in saved for member in words.split(", "))


def test_t22_foreign_names_twin(locations: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layers, "_layer_of_values", lambda source, values: Layer(source, dict(values)))
    plant_foreign_names(locations)
    [*_, layer] = gather_layers({}, {}, {}, peek(locations.settings_file).document)
    assert layer.source is Source.SETTINGS_FILE
    assert "__proto__" in layer.values
    with pytest.raises(KeyError):
        load(locations)


def plant_link(locations: Locations, tmp_path: Path) -> Path:
    target = tmp_path / "somebody's"
    target.write_text('{"settings_version": 1, "theme": "dark"}')
    locations.settings_file.symlink_to(target)
    return target


def test_t22_link_is_neither_followed_nor_written_through(locations: Locations, tmp_path: Path) -> None:
    target = plant_link(locations, tmp_path)
    before = target.read_bytes()
    assert read_early(locations, {}, {}).theme == load(locations).values["theme"] == "system"
    with pytest.raises(CannotWrite):
        SettingsFile(locations.settings_file).save({"theme": "light"})
    assert target.read_bytes() == before
    assert locations.settings_file.is_symlink()


def test_t22_link_twin(locations: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private_file, "WITHOUT_LINKS", 0)
    plant_link(locations, tmp_path)
    assert read_early(locations, {}, {}).theme == load(locations).values["theme"] == "dark"


@contextmanager
def in_thread(work: Callable[[], object]) -> Iterator[threading.Thread]:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    yield thread
    thread.join(DEADLINE_SECONDS)
    assert not thread.is_alive()


def open_for_writing(fifo: Path) -> int:
    """Open the writing end, which works as soon as somebody waits at the reading end."""
    deadline = time.monotonic() + DEADLINE_SECONDS
    while True:
        try:
            return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            assert time.monotonic() < deadline, "nobody waits"


def test_t22_fifo_does_not_hang_the_start(locations: Locations) -> None:
    os.mkfifo(locations.settings_file)
    seen: list[object] = []
    with in_thread(lambda: seen.extend((read_early(locations, {}, {}).theme, load(locations).notices[0].code))):
        pass
    assert seen == ["system", "settings_not_a_file"]


def test_t22_fifo_twin(locations: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private_file, "WITHOUT_WAITING", 0)
    os.mkfifo(locations.settings_file)
    with in_thread(lambda: read_early(locations, {}, {})) as start:
        start.join(HANGS_SECONDS)
        assert start.is_alive()
        os.close(open_for_writing(locations.settings_file))


@contextmanager
def fed_fifo(locations: Locations) -> Iterator[None]:
    """Plant a fifo in which settings wait to be read."""
    os.mkfifo(locations.settings_file)
    end = os.open(locations.settings_file, os.O_RDWR)
    os.write(end, b'{"settings_version": 1, "theme": "dark"}')
    reader = os.open(locations.settings_file, os.O_RDONLY | os.O_NONBLOCK)
    os.close(end)
    try:
        yield
    finally:
        os.close(reader)


def test_t22_what_is_no_plain_file_is_not_read(locations: Locations) -> None:
    with fed_fifo(locations):
        assert read_early(locations, {}, {}).theme == "system"


def test_t22_what_is_no_plain_file_twin(locations: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private_file, "stat", SimpleNamespace(S_ISREG=lambda _mode: True))
    with fed_fifo(locations):
        assert read_early(locations, {}, {}).theme == "dark"
