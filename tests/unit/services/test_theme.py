from __future__ import annotations

from app.services.theme import Theme, ThemeState


def test_changes_are_applied_and_announced_once() -> None:
    applied: list[str] = []
    announced: list[ThemeState] = []
    theme = Theme("system", "light", applied.append, announced.append)
    assert theme.state() == {"choice": "system", "resolved": "light"}
    theme.system_changed("dark")
    theme.system_changed("dark")
    theme.choose("dark")
    theme.choose("light")
    assert applied == ["dark", "dark", "light"]
    assert announced == [
        {"choice": "system", "resolved": "dark"},
        {"choice": "dark", "resolved": "dark"},
        {"choice": "light", "resolved": "light"},
    ]
