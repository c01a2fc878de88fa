from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.diagnostics.checks import settings
from app.diagnostics.findings import CheckContext, State
from app.settings.migrations import MIGRATIONS
from app.settings.settings_file import SettingsFile
from tests.unit.diagnostics.conftest import NOW, MakeContext, odd_things_at

OLD_VERSIONS = Path(__file__).parents[3] / "faults/settings_versions"


def written(context: CheckContext, content: bytes) -> CheckContext:
    context.locations.settings_file.write_bytes(content)
    return context


def test_good_settings_and_none_at_all_pass(make_context: MakeContext) -> None:
    context = make_context()
    assert settings.probe(context).state is State.PASS
    written(context, json.dumps({"settings_version": 1, "theme": "dark", "unknown": 7}).encode())
    assert settings.probe(context).state is State.PASS


@pytest.mark.parametrize("version", [path.stem for path in sorted(OLD_VERSIONS.glob("version-*.json"))])
def test_f03_settings_of_an_older_version_say_where_they_came_from(make_context: MakeContext, version: str) -> None:
    context = written(make_context(), (OLD_VERSIONS / f"{version}.json").read_bytes())
    number, path = int(version.removeprefix("version-")), context.locations.settings_file
    finding = settings.probe(context)
    assert finding.state is State.PASS
    assert finding.evidence == {"version": number}
    assert (f"They are of version {number}; the next start" in finding.summary) == (number < len(MIGRATIONS))
    SettingsFile(path, now=lambda: NOW).open()
    finding = settings.probe(context)
    assert finding.state is State.PASS
    assert ("They came from version 0 and were brought to version 1 on 2026-11-18." in finding.summary) == (number == 0)
    assert finding.evidence == {"version": len(MIGRATIONS), **({"came_from": "0"} if number == 0 else {})}


def test_what_was_put_aside_is_named_and_warns_nobody(make_context: MakeContext) -> None:
    context = written(make_context(), b"{")
    file = SettingsFile(context.locations.settings_file, now=lambda: NOW)
    file.open()
    written(context, b'{"settings_version": 1}')
    file.set_aside()
    names = [f"settings.json.{reason}-20261118T110640Z" for reason in ("damaged", "before-reset")]
    finding = settings.probe(context)
    assert (finding.state, finding.evidence["leftovers"]) == (State.PASS, names)
    assert finding.summary.endswith(f"once you miss nothing: {', '.join(names)}.")


def test_a_damaged_file_fails_and_stays_where_it_is(make_context: MakeContext) -> None:
    context = written(make_context(), b'{"theme": "dark"')
    finding = settings.probe(context)
    assert finding.state is State.FAIL
    assert "damaged" in finding.summary
    assert finding.remedy is not None
    assert finding.remedy.text.startswith("Start the program")
    assert [path.name for path in context.locations.settings_dir.iterdir()] == ["settings.json"]


def test_a_pipe_or_a_link_in_its_place_fails_at_once(make_context: MakeContext) -> None:
    context = make_context()
    path = context.locations.settings_file
    for _ in odd_things_at(path):
        finding = settings.probe(context)
        assert finding.state is State.FAIL
        assert finding.remedy is not None
        assert finding.remedy.commands == ("mv ~/data/settings.json ~/data/settings.json.old",)


def test_a_file_that_may_not_be_read_fails(make_context: MakeContext, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("app.settings.settings_file.read_bounded", refuse)
    finding = settings.probe(make_context())
    assert finding.state is State.FAIL
    assert finding.remedy is not None
    assert finding.remedy.commands == ("chmod u+rw ~/data/settings.json",)


def test_wrong_values_are_named_and_never_shown(make_context: MakeContext, tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("AGENTNOOK_LOG_LEVEL=shouting-secret\n")
    context = make_context(environ={"AGENTNOOK_THEME": "purple-secret"}, env_file=env_file)
    written(context, json.dumps({"settings_version": 1, "zoom_percent": "secret"}).encode())
    finding = settings.probe(context)
    assert finding.state is State.WARN
    assert finding.evidence == {"refused": ["log_level", "theme", "zoom_percent"]}
    assert "secret" not in repr(finding)
    assert finding.remedy is not None
    assert finding.remedy.action == "settings"


def test_a_newer_programs_file_warns(make_context: MakeContext) -> None:
    finding = settings.probe(written(make_context(), b'{"settings_version": 999}'))
    assert finding.state is State.WARN
    assert "newer" in finding.summary


def test_an_env_file_that_is_gone_is_passed_over(make_context: MakeContext, tmp_path: Path) -> None:
    assert settings.probe(make_context(env_file=tmp_path / "gone")).state is State.PASS
