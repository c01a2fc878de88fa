"""Which door each variable means."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.screens import is_off_screen, wayland_door, x11_door


@pytest.mark.parametrize("display", [":7", "unix:7", ":7.0", ":7.12"])
def test_a_local_x_server_has_a_door(display: str) -> None:
    assert x11_door(display) == "/tmp/.X11-unix/X7"


@pytest.mark.parametrize("display", ["", "7", "far.example:7", "localhost:10.0", ":7/../8", ":123456"])
def test_another_display_has_none_here(display: str) -> None:
    assert x11_door(display) is None


def test_wayland_is_in_the_runtime_folder_or_where_its_name_says() -> None:
    assert wayland_door({"XDG_RUNTIME_DIR": "/run/user/1"}) is None
    assert wayland_door({"XDG_RUNTIME_DIR": "/run/user/1", "WAYLAND_DISPLAY": "wayland-0"}) == Path(
        "/run/user/1/wayland-0"
    )
    assert wayland_door({"XDG_RUNTIME_DIR": "/run/user/1", "WAYLAND_DISPLAY": "/far/door"}) == Path("/far/door")


def test_only_the_platform_without_a_screen_needs_none() -> None:
    assert is_off_screen({"QT_QPA_PLATFORM": "offscreen"})
    assert not is_off_screen({"QT_QPA_PLATFORM": "xcb"})
