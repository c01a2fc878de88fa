"""A program that has copied a file, in as many kinds as it likes: what else a clipboard says, xclip cannot."""

from __future__ import annotations

import sys
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402 - it has to know the version first

URIS = "text/uri-list"


def main(uri: str, marks: list[str]) -> None:
    """Own the clipboard with the address of a file, marked as of these kinds as well, until it is ended."""
    window = Gtk.Window(type=Gtk.WindowType.POPUP)
    window.realize()
    for number, kind in enumerate([URIS, *marks]):
        Gtk.selection_add_target(window, Gdk.SELECTION_CLIPBOARD, Gdk.Atom.intern(kind, False), number)

    def answer(_window: Any, data: Any, _info: int, _time: int) -> None:
        is_file = data.get_target().name() == URIS
        data.set(data.get_target(), 8, f"{uri}\r\n".encode() if is_file else b"x")

    window.connect("selection-get", answer)
    Gtk.selection_owner_set(window, Gdk.SELECTION_CLIPBOARD, Gdk.CURRENT_TIME)
    Gtk.main()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
