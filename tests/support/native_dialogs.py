"""The system's own dialogs on the virtual screen, used by keyboard."""

from __future__ import annotations

from tests.support.clipboard import clipboard_text
from tests.support.running_app import xdotool
from tests.support.waiting import holds_for, wait_until

CLOSING_SECONDS = 2.0


def wait_for_dialog(title: str) -> None:
    """Wait until a dialog is there and has the keyboard."""
    dialog = wait_until(lambda: xdotool("search", "--onlyvisible", "--name", f"^{title}$"), what="the native dialog")
    xdotool("windowactivate", "--sync", dialog)
    wait_until(lambda: xdotool("getactivewindow") == dialog, what="the dialog to have the keyboard")


def leave_dialog(title: str) -> None:
    """Cancel a dialog by keyboard, and wait until it is gone."""
    wait_for_dialog(title)
    xdotool("key", "Escape")
    wait_until(lambda: not xdotool("search", "--onlyvisible", "--name", f"^{title}$"), what="the end of the dialog")


def type_into_dialog(title: str, path: str) -> None:
    """Name a file in a dialog."""
    wait_for_dialog(title)
    # A folder is completed with a slash.
    wait_until(lambda: _write(path).rstrip("/") == path, what="the name in the dialog")
    confirm(title)


def confirm(title: str) -> None:
    """Press Return until the dialog is gone: GTK's takes the first one for a name that it proposes to complete."""

    def is_there() -> bool:
        return xdotool("search", "--onlyvisible", "--name", f"^{title}$") != ""

    def is_gone_after_a_press() -> bool:
        xdotool("key", "Return")
        # A press too many would go to what is below, and may open the dialog anew.
        return not holds_for(CLOSING_SECONDS, is_there)

    wait_until(lambda: not is_there() or is_gone_after_a_press(), what=f"the end of the dialog {title}")


def _write(path: str) -> str:
    """Type, and return what is written then: GTK makes its field at the first letter, and may lose the next ones."""
    xdotool("type", "--delay", "5", path)
    # What is marked anywhere can be had from the screen; what is typed next takes its place.
    xdotool("key", "ctrl+a")
    return clipboard_text("primary")
