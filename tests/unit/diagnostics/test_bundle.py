"""The bundle: what is in it and what never is, that each part may fail alone, and how it is written."""

from __future__ import annotations

import json
import stat
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from app.diagnostics import bundle as bundle_module
from app.diagnostics import bundle_sources
from app.diagnostics.bundle import MOST_PART_BYTES, Bundle, Part, collect
from app.diagnostics.bundle_sources import SHOWN_SETTINGS
from app.diagnostics.engine import run_checks
from app.diagnostics.findings import CheckContext, Finding, Plain, Result, State
from app.diagnostics.log_tails import MOST_LOG_BYTES
from app.diagnostics.report import Report
from app.errors import CannotWrite, FileRefused
from app.resources import text
from app.services.failures import Failures
from app.settings.kinds import Choice, Flag, Whole
from app.settings.locations import resolve_locations
from app.settings.schema import BY_KEY
from tests.support.troubled_disks import fill_disk, small_disk_at
from tests.unit.diagnostics.conftest import MakeContext, odd_things_at

STAMP = "2026-11-18T11:06:40.123Z INFO     app.test"
ALWAYS = ["report.json", "report.txt", "environment.json", "settings.json", "connections.json", "failures.json"]
LOGS = ["logs/agentnook.log", "logs/chat-host.log", "logs/export.log"]


@pytest.fixture
def context(make_context: MakeContext) -> CheckContext:
    return make_context()


def report_of(context: CheckContext) -> Report:
    return run_checks(context, ["app-01"], check_seconds=60.0)


def collected(context: CheckContext) -> Bundle:
    return collect(context, report_of(context))


def told(bundle: Bundle, name: str) -> Any:
    return json.loads(content(bundle, name))


def content(bundle: Bundle, name: str) -> bytes:
    return next(part.content for part in bundle.parts if part.name == name)


def names(bundle: Bundle) -> list[str]:
    return [part.name for part in bundle.parts]


def write_log(context: CheckContext, name: str, words: str) -> None:
    context.locations.log_dir.mkdir(parents=True, exist_ok=True)
    (context.locations.log_dir / name).write_text(words, "utf-8")


def write_settings(context: CheckContext, values: Mapping[str, object]) -> None:
    context.locations.settings_file.write_text(json.dumps({"settings_version": 1, **values}))


def write_connections(context: CheckContext, *records: Mapping[str, object]) -> None:
    document = {"version": 1, "selected": "one", "connections": records}
    context.locations.connections_file.write_text(json.dumps(document))


def test_what_a_run_recorded_is_taken_from_where_it_recorded_it(context: CheckContext, tmp_path: Path) -> None:
    write_log(context, "agentnook.log", f"{STAMP} before\n")
    elsewhere = replace(context, elsewhere=resolve_locations(tmp_path / "elsewhere", {}))
    write_log(replace(context, locations=elsewhere.records), "agentnook.log", f"{STAMP} now\n")
    Failures(elsewhere.records.failures_file).record(CannotWrite(), where="window")
    bundle = collected(elsewhere)
    assert content(bundle, "logs/agentnook.log").decode().endswith("now\n")
    assert [each["code"] for each in told(bundle, "failures.json")] == ["cannot_write"]


def test_the_manifest_comes_first_and_is_true(context: CheckContext) -> None:
    write_log(context, "agentnook.log", f"{STAMP} token=abcdefgh from bob@example.com\n")
    bundle = collected(context)
    assert names(bundle) == ["manifest.json", *ALWAYS, "logs/agentnook.log"]
    manifest = told(bundle, "manifest.json")
    assert manifest["schema_version"] == 1
    assert manifest["program"]["name"] == "Agentnook"
    assert [(file["name"], file["size_bytes"], file["sha256"]) for file in manifest["files"]] == [
        (part.name, len(part.content), sha256(part.content).hexdigest()) for part in bundle.parts[1:]
    ]
    assert manifest["files"][-1]["redactions"] == manifest["redactions"] == 2
    assert manifest["absent"] == ["crash-notes.txt", *LOGS[1:]]
    assert (manifest["failed"], manifest["left_out"]) == ([], [])


def test_every_part_has_a_title(context: CheckContext) -> None:
    write_log(context, "agentnook.log", STAMP)
    (context.locations.data_dir / "crash-notes.txt").write_text('{"started_at_utc": "x", "version": "1"}\nstack')
    for part in collected(context).parts:
        assert part.title
        assert not part.title.startswith("doctor."), part.name


def test_two_bundles_of_one_report_are_the_same_bytes(context: CheckContext, tmp_path: Path) -> None:
    report = report_of(context)
    for name in ("a.zip", "b.zip"):
        collect(context, report).write(tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_the_report_is_in_it_for_programs_and_for_people(context: CheckContext) -> None:
    report = report_of(context)
    bundle = collect(context, report)
    assert told(bundle, "report.json") == report.as_dict()
    assert content(bundle, "report.txt").decode() == report.as_text(colour=False) + "\n"


def test_json_stays_json_where_a_name_gives_a_value_away(context: CheckContext) -> None:
    evidence: dict[str, Plain] = {"password": "x7", "token": 3, "passed": True, "api_key": ["y7"]}
    check = report_of(context).results[0].check
    report = Report((Result(check, Finding(State.PASS, "s", evidence=evidence), 1),), "linux", 0.0, 1)
    (kept,) = told(collect(context, report), "report.json")["checks"]
    assert kept["evidence"] == {"password": "[secret]", "token": 3, "passed": True, "api_key": ["[secret]"]}


def test_a_log_is_cut_between_two_entries(context: CheckContext) -> None:
    entries = [f"{STAMP} entry {number}\n    with a second line\n" for number in range(6000)]
    write_log(context, "agentnook.log", "".join(entries))
    tail = content(collected(context), "logs/agentnook.log").decode()
    assert MOST_LOG_BYTES - 200 < len(tail) <= MOST_LOG_BYTES
    assert tail.startswith(STAMP)
    assert tail == "".join(entries)[-len(tail) :]


def test_the_end_of_a_secret_that_the_cut_went_through_is_gone(context: CheckContext) -> None:
    lines = ["".join(["Zq7x"] * 16)] * 8000
    write_log(context, "agentnook.log", "\n".join([f"{STAMP} -----BEGIN PRIVATE KEY-----", *lines]))
    write_log(context, "export.log", "\n".join([*lines, f"{STAMP} after\n"]))
    bundle = collected(context)
    assert content(bundle, "logs/agentnook.log") == b""
    assert content(bundle, "logs/export.log").decode() == f"{STAMP} after\n"


def test_a_log_that_scrubbing_makes_longer_keeps_within_its_size(context: CheckContext) -> None:
    write_log(context, "agentnook.log", f"{STAMP} a@b.cc c@d.ee\n" * 5000)
    tail = content(collected(context), "logs/agentnook.log")
    assert MOST_PART_BYTES - 200 < len(tail) <= MOST_PART_BYTES


def test_older_logs_come_last(context: CheckContext) -> None:
    for name in ("agentnook.log.2", "agentnook.log", "chat-host.log.1", "agentnook.log.1", "export.log", "other.log"):
        write_log(context, name, STAMP)
    assert [name for name in names(collected(context)) if name.startswith("logs/")] == [
        *("logs/agentnook.log", "logs/export.log"),
        *("logs/agentnook.log.1", "logs/chat-host.log.1", "logs/agentnook.log.2"),
    ]


def test_it_never_grows_beyond_its_size(context: CheckContext, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle_module, "MOST_BYTES", 20_000)
    write_log(context, "agentnook.log", f"{STAMP} much\n" * 1000)
    write_log(context, "export.log", f"{STAMP} little\n")
    bundle = collected(context)
    assert told(bundle, "manifest.json")["left_out"] == [{"name": "logs/agentnook.log", "reason": "too much in all"}]
    assert "logs/export.log" in names(bundle)
    assert sum(len(part.content) for part in bundle.parts[1:]) <= 20_000


def test_the_most_that_logs_can_be_fits_in(context: CheckContext) -> None:
    for name in ("agentnook.log", "chat-host.log", "export.log"):
        for ending in ("", ".1", ".2", ".3", ".4"):
            write_log(context, name + ending, f"{STAMP} {'words ' * 40}\n" * 2000)
    bundle = collected(context)
    assert told(bundle, "manifest.json")["left_out"] == []
    assert len(names(bundle)) == 1 + len(ALWAYS) + 15


@pytest.mark.parametrize("name", ["settings.json", "connections.json", "failures.json"])
def test_what_is_no_file_costs_only_its_part(context: CheckContext, name: str) -> None:
    for _ in odd_things_at(context.locations.data_dir / name):
        assert set(ALWAYS) - set(names(collected(context))) <= {name}


def test_a_log_that_is_no_file_is_told_as_failed(context: CheckContext) -> None:
    context.locations.log_dir.mkdir()
    for _ in odd_things_at(context.locations.log_file):
        bundle = collected(context)
        assert [failed["name"] for failed in told(bundle, "manifest.json")["failed"]] == ["logs/agentnook.log"]
        assert names(bundle) == ["manifest.json", *ALWAYS]


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"connections": 7}', "[" * 100_000, "\udcff"])
def test_damaged_connections_are_told_as_failed(context: CheckContext, damage: str) -> None:
    path = context.locations.connections_file
    path.write_bytes(damage.encode("utf-8", "surrogateescape"))
    bundle = collected(context)
    assert [failed["name"] for failed in told(bundle, "manifest.json")["failed"]] == ["connections.json"]
    assert "settings.json" in names(bundle)
    assert path.exists()


@pytest.mark.parametrize(
    ("collector", "name"),
    [
        ("_environment", "environment.json"),
        ("_settings", "settings.json"),
        ("_connections", "connections.json"),
        ("_failures", "failures.json"),
        ("_crash_notes", "crash-notes.txt"),
    ],
)
def test_each_part_fails_alone(
    context: CheckContext, monkeypatch: pytest.MonkeyPatch, collector: str, name: str
) -> None:
    def fail(_: CheckContext) -> None:
        raise RuntimeError("password=abc")

    (context.locations.data_dir / "crash-notes.txt").write_text('{"started_at_utc": "x", "version": "1"}\nstack')
    whole = names(collected(context))
    monkeypatch.setattr(bundle_sources, collector, fail)
    bundle = collected(context)
    assert names(bundle) == [each for each in whole if each != name]
    assert told(bundle, "manifest.json")["failed"] == [{"name": name, "reason": "RuntimeError"}]


def test_settings_show_values_of_ours_only(make_context: MakeContext) -> None:
    context = make_context(environ={"AGENTNOOK_ENGINE": "gtk"})
    write_settings(
        context,
        {"theme": "dark", "zoom_percent": "swordfish", "locale": "de", "workflow_id": "wf_mine", "mine": "private"},
    )
    kept = told(collected(context), "settings.json")
    assert kept == {
        "file": "ready",
        "env_file": "none",
        "version": 1,
        "unknown_names": 1,
        "settings": {
            "theme": {"from": "settings_file", "value": "dark"},
            "zoom_percent": {"from": "settings_file", "is_refused": True},
            "locale": {"from": "settings_file"},
            "workflow_id": {"from": "settings_file"},
            "engine": {"from": "environment", "value": "gtk"},
        },
    }


def test_an_env_file_that_cannot_be_read_costs_no_other_setting(make_context: MakeContext, tmp_path: Path) -> None:
    context = make_context(env_file=tmp_path)
    write_settings(context, {"theme": "dark"})
    settings = told(collected(context), "settings.json")
    assert settings["env_file"] == "unreadable"
    assert settings["settings"] == {"theme": {"from": "settings_file", "value": "dark"}}


def test_nothing_in_it_steers_a_terminal(context: CheckContext) -> None:
    steering = "\x1b]0;title\x07 \x9b2J \u202e end"
    (context.locations.data_dir / "crash-notes.txt").write_text(f"{{}}\nFile {steering}\nline 2")
    write_log(context, "agentnook.log", f"{STAMP} {steering}\n    more\n")
    bundle = collected(context)
    for name in ("crash-notes.txt", "logs/agentnook.log"):
        words = content(bundle, name).decode()
        assert all(each == "\n" or each.isprintable() for each in words)
        assert r"\x1b]0;title\x07 \x9b2J \x202e end" in words
    assert content(bundle, "logs/agentnook.log").endswith(b" end\n    more\n")
    assert b" end\nline 2" in content(bundle, "crash-notes.txt")


def test_no_setting_that_is_shown_can_hold_a_text() -> None:
    assert all(isinstance(BY_KEY[key].kind, (Choice, Whole, Flag)) for key in SHOWN_SETTINGS)


def test_connections_are_kinds_and_presence(context: CheckContext) -> None:
    record = {"id": "one", "kind": "server", "label": "My boss", "url": "https://boss.example/chatkit"}
    write_connections(
        context, {**record, "header_name": "X-Mine", "chat": {"theme": '{"radius": "pill"}', "greeting": "Hi Bob"}}
    )
    assert told(collected(context), "connections.json") == [
        {
            "kind": "server",
            "interface": "automatic",
            "is_selected": True,
            "microphone": "ask",
            "has": ["url", "header_name"],
            "takes_files": True,
            "keeps_history": True,
            "has_theme": True,
        }
    ]


def test_variables_show_values_of_ours_only(make_context: MakeContext) -> None:
    environ = {
        "QT_QPA_PLATFORM": "xcb",
        "XDG_SESSION_TYPE": "swordfish",
        "XDG_CURRENT_DESKTOP": "ubuntu:GNOME",
        "LANG": "de_DE.UTF-8",
        "LC_ALL": "Ann_Smith.UTF-8",
        "OPENAI_API_KEY": "xcb",
        "AGENTNOOK_THEME": "dark",
        "LD_PRELOAD": "x.so",
        "MY_DIARY": "xcb",
        "HTTPS_PROXY": "",
    }
    kept = told(collected(make_context(environ=environ)), "environment.json")["variables"]
    assert kept == [
        "AGENTNOOK_THEME is set",
        "LANG is de_DE.UTF-8",
        "LC_ALL is set",
        "LD_PRELOAD is set",
        "OPENAI_API_KEY is set",
        "QT_QPA_PLATFORM is xcb",
        "XDG_CURRENT_DESKTOP is ubuntu:GNOME",
        "XDG_SESSION_TYPE is set",
    ]


def test_versions_are_told_and_what_is_not_installed(make_context: MakeContext, tmp_path: Path) -> None:
    (tmp_path / "openai-9.1.dist-info").mkdir()
    (tmp_path / "openai-9.1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: openai\nVersion: 9.1\n")
    context = make_context(module_folders=(str(tmp_path),))
    (context.root / "etc").mkdir()
    (context.root / "etc/os-release").write_text('NAME="Mine"\nID=debian\nVERSION_ID="12"\nHOME_URL="x"\n')
    kept = told(collected(context), "environment.json")
    assert "openai 9.1" in kept["packages"]
    assert "keyring is not installed" in kept["packages"]
    assert kept["python"] == "3.11.2"
    assert kept["system"].startswith("linux ")
    assert kept["system"].endswith(" debian 12")


def test_no_conversation_and_no_name_of_a_picked_file(context: CheckContext) -> None:
    data, word = context.locations.data_dir, "swordfish"
    context.locations.database_file.write_text(word)
    for name in ("drafts.json", "calls.jsonl", "permissions.json", "installation", "chat-host.crash"):
        (data / name).write_text(word)
    (data / "attachments").mkdir()
    (data / "attachments" / f"{word}.pdf").write_text(word)
    Failures(context.locations.failures_file).record(
        FileRefused(text("attach.folder", name=f"{word}.pdf"), detail=word), where="attach.pick"
    )
    write_log(
        context,
        "agentnook.log",
        f"{STAMP} failed\n    PermissionError: [Errno 13] Permission denied: '/mnt/{word} plan.pdf'\n"
        f"{STAMP} OSError: [Errno 18] Invalid cross-device link: '/a/{word}' -> \"/b/{word}'s\"\n",
    )
    bundle = collect(context, run_checks(context, ["app-01"], check_seconds=60.0))
    assert not [part.name for part in bundle.parts if word.encode() in part.content]
    assert told(bundle, "failures.json")[0]["code"] == "file_refused"
    assert b"Permission denied: '[path]'" in content(bundle, "logs/agentnook.log")


def test_of_a_failure_only_words_of_ours_are_shown(context: CheckContext) -> None:
    record = {"sentence": "s", "detail": "d", "times": 2}
    ours = {**record, "at_utc": "2026-11-18T11:06:40Z", "code": "file_refused", "where": "attach.pick"}
    odd = {**record, "at_utc": "on my birthday", "code": "Ann Smith", "where": "plan for Bob.pdf"}
    context.locations.failures_file.write_text(json.dumps({"failures": [ours, odd]}))
    assert told(collected(context), "failures.json") == [
        {"at_utc": "2026-11-18T11:06:40Z", "code": "file_refused", "where": "attach.pick", "times": 2},
        {"at_utc": "unknown", "code": "unknown", "where": "unknown", "times": 2},
    ]


def test_kept_failures_name_no_picked_file(context: CheckContext) -> None:
    Failures(context.locations.failures_file).record(
        FileRefused(text("attach.folder", name="swordfish.pdf")), where="attach.pick"
    )
    report = run_checks(context, ["log-02"], check_seconds=60.0)
    assert "only files can be attached" in report.as_json()
    assert "swordfish" not in report.as_json()
    assert "swordfish" not in context.locations.failures_file.read_text()


def test_without_some_parts_the_manifest_tells_so(context: CheckContext, tmp_path: Path) -> None:
    bundle = collected(context).without(["report.txt", "settings.json", "manifest.json", "never there"])
    bundle.write(tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        assert archive.namelist() == names(bundle)
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest["left_out"] == [
        {"name": "report.txt", "reason": "not wanted"},
        {"name": "settings.json", "reason": "not wanted"},
    ]
    assert [file["name"] for file in manifest["files"]] == names(bundle)[1:]


def test_a_zip_is_written_whole_and_for_its_owner_only(context: CheckContext, tmp_path: Path) -> None:
    path = tmp_path / "out.zip"
    path.write_text("an old one")
    path.chmod(0o644)
    bundle = collected(context)
    bundle.write(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            part.name: part.content for part in bundle.parts
        }
    assert [each.name for each in tmp_path.iterdir() if each.suffix in (".zip", ".new")] == ["out.zip"]


SMALL = Bundle((Part("a.txt", "A", b"a"),))


def test_what_is_no_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "out.zip"
    for _ in odd_things_at(path):
        kind = stat.S_IFMT(path.lstat().st_mode)
        with pytest.raises(CannotWrite, match="no file"):
            SMALL.write(path)
        assert stat.S_IFMT(path.lstat().st_mode) == kind


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    for path in (tmp_path / "gone" / "out.zip", tmp_path / "nul\0.zip"):
        with pytest.raises(CannotWrite):
            SMALL.write(path)
    assert not (tmp_path / "gone").exists()


def test_a_full_disk_keeps_the_old_file(tmp_path: Path) -> None:
    with small_disk_at(tmp_path / "disk") as disk:
        (disk / "out.zip").write_text("old")
        fill_disk(disk)
        with pytest.raises(CannotWrite) as caught:
            SMALL.write(disk / "out.zip")
        assert "No space left" in caught.value.detail
        assert (disk / "out.zip").read_text() == "old"
        assert sorted(each.name for each in disk.iterdir()) == ["ballast", "out.zip"]


def test_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    with small_disk_at(tmp_path / "disk") as disk:
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with pytest.raises(CannotWrite):
            SMALL.write(disk / "out.zip")
