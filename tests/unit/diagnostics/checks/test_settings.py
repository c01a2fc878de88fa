from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.diagnostics.checks import settings
from app.diagnostics.findings import CheckContext, State
from tests.unit.diagnostics.conftest import MakeContext, odd_things_at


def written(context: CheckContext, content: bytes) -> CheckContext:
    context.locations.settings_file.write_bytes(content)
    return context


def test_good_settings_and_none_at_all_pass(make_context: MakeContext) -> None:
    context = make_context()
    assert settings.probe(context).state is State.PASS
    written(context, json.dumps({"settings_version": 1, "theme": "dark", "unknown": 7}).encode())
    assert settings.probe(context).state is State.PASS


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
