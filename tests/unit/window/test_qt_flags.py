from __future__ import annotations

import os
from dataclasses import replace
from fnmatch import fnmatch
from urllib.parse import urlsplit

import pytest

from app.services.official_script import OFFICIAL_SCRIPT
from app.window.engine import EngineHooks, WindowOptions
from app.window.engines import qt

OPTIONS = WindowOptions("x", 800, 600, False, "system", 100, False)


def test_the_scheme_is_said_only_when_the_person_chose_one() -> None:
    assert not [flag for flag in qt.chromium_flags(OPTIONS) if "Color" in flag]
    assert "--blink-settings=preferredColorScheme=0" in qt.chromium_flags(replace(OPTIONS, theme="dark"))
    assert "--blink-settings=preferredColorScheme=1" in qt.chromium_flags(replace(OPTIONS, theme="light"))


def test_nothing_but_this_computer_and_openais_interface_is_looked_up_or_sent_packets() -> None:
    flags = " ".join(qt.chromium_flags(OPTIONS))
    rules = flags.split("--host-resolver-rules=")[1].split('"')[0].split(",")
    assert rules[:3] == ["MAP * ~NOTFOUND", "EXCLUDE localhost", "EXCLUDE 127.0.0.1"]
    reached = [rule.removeprefix("EXCLUDE ") for rule in rules[1:]]
    needed = ("cdn.platform.openai.com", "api.openai.com", "sentinel.openai.com", "cdn.openai.com")
    assert urlsplit(OFFICIAL_SCRIPT).hostname in needed
    for host in needed:
        assert any(fnmatch(host, pattern) for pattern in reached), host
    for host in ("example.org", "openai.com.example.org", "chatgpt.com"):
        assert not any(fnmatch(host, pattern) for pattern in reached), host
    assert "disable_non_proxied_udp" in flags
    assert "remote-debugging" not in flags


def test_a_flag_that_the_import_adds_does_not_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    class Platform:
        class BrowserView:
            class WebPage:
                pass

    def load() -> type[Platform]:
        os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "") + " --no-sandbox"
        return Platform

    monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "")
    monkeypatch.setattr(qt, "refuse_sandboxed_root", lambda _environ: None)
    monkeypatch.setattr(qt, "load_platform", load)
    monkeypatch.setattr(qt.QtEngine, "_harden_page_class", lambda *_anything: None)
    nothing = EngineHooks(*[lambda *_anything: None for _ in EngineHooks.__dataclass_fields__])  # type: ignore[arg-type]
    qt.QtEngine().prepare(nothing, OPTIONS)
    assert "no-sandbox" not in os.environ["QTWEBENGINE_CHROMIUM_FLAGS"]
