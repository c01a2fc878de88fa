"""A window of another program from which things can be dragged: run it with their addresses.

It prints a line each time the place under the pointer changes its mind: what would be done with a drop there, 0 for
nothing; and one when the drag has ended.
"""

from __future__ import annotations

import sys
from typing import Any

TITLE = "A window to drag from"
SIZE_PX = 90
ENDED = "ended"


def show(addresses: list[str]) -> None:
    """Show the window in the corner of the screen until it is killed."""
    # Imported only here: a test that starts this program needs its names, and perhaps has no GTK itself.
    import gi

    gi.require_version("Gdk", "3.0")
    gi.require_version("Gtk", "3.0")
    from gi.repository import Gdk, Gtk

    window = Gtk.Window(type=Gtk.WindowType.POPUP, title=TITLE)
    handle = Gtk.EventBox()
    handle.add(Gtk.Label(label="Drag"))
    handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY | Gdk.DragAction.LINK)
    handle.drag_source_add_uri_targets()

    def give(_widget: Any, _context: Any, data: Any, _kind: int, _time: int) -> None:
        data.set_uris(addresses)

    def begin(_widget: Any, context: Any) -> None:
        context.connect("action-changed", lambda _context, action: print(int(action), flush=True))

    handle.connect("drag-data-get", give)
    handle.connect("drag-begin", begin)
    handle.connect("drag-end", lambda *_anything: print(ENDED, flush=True))
    window.add(handle)
    window.resize(SIZE_PX, SIZE_PX)
    window.move(0, 0)
    window.show_all()
    Gtk.main()


if __name__ == "__main__":
    show(sys.argv[1:])
