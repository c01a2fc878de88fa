"""The system's own dialogs on the virtual screen, used by keyboard."""

from __future__ import annotations

from tests.support.running_app import xdotool
from tests.support.waiting import wait_until


def wait_for_dialog(title: str) -> None:
    """Wait until a dialog is there and has the keyboard."""
    dialog = wait_until(lambda: xdotool("search", "--onlyvisible", "--name", f"^{title}$"), what="the native dialog")
    xdotool("windowactivate", "--sync", dialog)
    wait_until(lambda: xdotool("getactivewindow") == dialog, what="the dialog to have the keyboard")


def type_into_dialog(title: str, path: str) -> None:
    """Name a file in a dialog."""
    wait_for_dialog(title)
    # Each key draws what it may complete, and on a busy machine the next one would be lost.
    xdotool("type", "--delay", "25", path)
    confirm(title)


def confirm(title: str) -> None:
    """Press Return until the dialog is gone: GTK's takes the first one for a name that it proposes to complete."""

    def is_gone() -> bool:
        if not xdotool("search", "--onlyvisible", "--name", f"^{title}$"):
            return True
        xdotool("key", "Return")
        return False

    wait_until(is_gone, what=f"the end of the dialog {title}")
