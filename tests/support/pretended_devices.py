"""A microphone that an engine only pretends to have; who may hear it is decided as with a real one."""

from __future__ import annotations

from typing import Any

from tests.support.places import replace


def pretend_devices() -> None:
    """Let each engine use its own pretence."""
    from app.window.engines import gtk, qt

    flags, restrict = qt.chromium_flags, gtk.restrict_settings

    def pretend(settings: Any) -> None:
        restrict(settings)
        settings.set_property("enable-mock-capture-devices", True)

    replace("app.window.engines.qt:chromium_flags", lambda options: [*flags(options), FAKE_DEVICE])
    replace("app.window.engines.gtk:restrict_settings", pretend)


# Without its companion, which would answer in the person's place as well.
FAKE_DEVICE = "--use-fake-device-for-media-stream"
