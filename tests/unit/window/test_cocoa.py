"""What can be shown of the adapter for macOS on other systems: against stand-ins of the few calls that it makes."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from app.window.engines.cocoa import DIRECT_OBJECT, GET_URL, CocoaEngine


class NSObject:
    @classmethod
    def alloc(cls) -> NSObject:
        return cls()

    def init(self) -> NSObject:
        return self


class EventManager:
    """The one place where a program says which of its events it takes."""

    def setEventHandler_andSelector_forEventClass_andEventID_(  # noqa: N802 -- Apple's name
        self, taker: Any, selector: str, event_class: int, event_id: int
    ) -> None:
        assert (event_class, event_id) == (GET_URL, GET_URL)
        self.take = getattr(taker, selector.replace(":", "_"))


def event_with(link: str) -> object:
    parts = {DIRECT_OBJECT: SimpleNamespace(stringValue=lambda: link)}
    return SimpleNamespace(paramDescriptorForKeyword_=parts.__getitem__)


def test_a_link_that_macos_hands_over_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    manager, heard = EventManager(), list[str]()
    foundation = ModuleType("Foundation")
    vars(foundation).update(
        NSObject=NSObject, NSAppleEventManager=SimpleNamespace(sharedAppleEventManager=lambda: manager)
    )
    monkeypatch.setitem(sys.modules, "Foundation", foundation)
    engine: Any = CocoaEngine()
    engine._hooks = SimpleNamespace(link_given=heard.append)
    engine._take_links()
    manager.take(event_with("agentnook:new"))
    assert heard == ["agentnook:new"]
    assert (GET_URL, DIRECT_OBJECT) == (0x4755524C, 0x2D2D2D2D)
