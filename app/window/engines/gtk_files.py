"""Owns how files come into a WebKitGTK window: past its pages, which get neither a dropped file nor a pasted picture.

WORKAROUND(WebKitGTK 2.50): a page's `drop` has no files and its `paste` no picture, whatever the page does; remove when
they have.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.window.engine import EngineHooks

FILES = "text/uri-list"
# What a page of the web is dragged and copied with beside its address: that is no file, and WebKit knows what to do.
PAGE = "text/html"
# SECURITY: T27, how browsers mark what a page has put there: a page names no file of the person's.
BROWSERS = ("org.webkitgtk.", "chromium/", "text/x-moz-", "application/x-moz-", "text/_moz_")
TEXTS = frozenset(("UTF8_STRING", "STRING", "TEXT", "text/plain", "text/plain;charset=utf-8"))
PICTURE = "image/png"


class GtkFiles:
    """Takes what is dropped on the window's view, and what is pasted there, and hands it to the window."""

    def __init__(self, gtk: Any, gdk: Any, view: Any, hooks: EngineHooks) -> None:
        self._gtk, self._gdk, self._hooks = gtk, gdk, hooks
        self._is_over = False
        # On Wayland one context stands for every drag there is: a drag that left is another one when it comes back.
        self._drag: Any = None
        # What it holds: nothing for us when empty, and not known yet when None.
        self._held: list[str] | None = []
        self._answers_due = 0
        self._has_left = False
        self._copied: list[str] = []
        self._picture = ""
        self._look = object()
        view.connect("drag-motion", self._on_motion)
        view.connect("drag-leave", lambda *_anything: self._on_leave())
        view.connect("drag-drop", self._on_drop)
        view.connect("drag-data-received", self._on_data)
        self._clipboard = gtk.Clipboard.get(gdk.SELECTION_CLIPBOARD)
        self._clipboard.connect("owner-change", lambda *_anything: self._look_at_clipboard())
        self._look_at_clipboard()

    def paste(self) -> bool:
        """Take copied files, or a picture, and say whether there were any: a key waits for no other program."""
        if self._copied:
            self._hooks.files_given(list(self._copied))
        elif self._picture == PICTURE:
            self._clipboard.request_contents(self._atom(PICTURE), lambda _clipboard, data: self._give(data.get_data()))
        elif self._picture:
            self._clipboard.request_image(lambda _clipboard, picture: self._give_drawn(picture))
        return bool(self._copied or self._picture)

    def _give(self, picture: bytes | None) -> None:
        if picture:
            self._hooks.files_given(picture)

    def _give_drawn(self, picture: Any) -> None:
        if picture is not None:
            self._give(picture.save_to_bufferv("png", [], [])[1])

    def _look_at_clipboard(self) -> None:
        self._copied, self._picture = [], ""
        # Another program may take its time to answer, and something else is copied meanwhile.
        self._look = look = object()
        self._clipboard.request_targets(lambda _clipboard, atoms, *_anything: self._note_kinds(look, _names(atoms)))

    def _note_kinds(self, look: object, kinds: set[str]) -> None:
        if look is not self._look:
            return
        if _names_files(kinds):
            self._clipboard.request_uris(lambda _clipboard, uris, *_anything: self._note_copied(look, uris))
        elif not kinds & TEXTS:
            self._picture = PICTURE if PICTURE in kinds else next((kind for kind in kinds if _is_picture(kind)), "")

    def _note_copied(self, look: object, uris: Sequence[str] | None) -> None:
        if look is self._look:
            self._copied = _paths(uris or ())

    # SECURITY: T27, files that are held over the window never reach WebKit's own way of taking a drop: to go there.

    def _on_motion(self, view: Any, context: Any, _x: int, _y: int, time: int) -> bool:
        if context is not self._drag or self._has_left:
            self._begin(view, context, time)
        if self._held is None:
            self._gdk.drag_status(context, self._gdk.DragAction(0), time)
        elif self._held:
            self._accept(context, time)
        return self._held != []

    def _begin(self, view: Any, context: Any, time: int) -> None:
        """Ask the other program what it holds; what begins in the view is the view's."""
        if context is not self._drag:
            self._answers_due = 0
        self._drag, self._has_left, kinds = context, False, _names(context.list_targets())
        is_foreign = self._gtk.drag_get_source_widget(context) is None
        self._held = None if is_foreign and _names_files(kinds) else []
        if self._held is None:
            self._answers_due += 1
            view.drag_get_data(context, self._atom(FILES), time)

    def _on_data(self, view: Any, context: Any, _x: int, _y: int, data: Any, _info: int, time: int) -> None:
        if context is not self._drag or self._answers_due == 0:
            return  # WebKit has asked
        view.stop_emission_by_name("drag-data-received")
        self._answers_due -= 1
        # SECURITY: T27, what an earlier drag held is not given with a later one.
        if self._answers_due > 0 or self._held is not None or self._has_left:
            return
        self._held = _paths(data.get_uris())
        if self._held:
            self._accept(context, time)

    def _accept(self, context: Any, time: int) -> None:
        self._gdk.drag_status(context, self._gdk.DragAction.COPY, time)
        self._set_over(True)

    def _on_leave(self) -> None:
        """Forget the drag at its next motion; a drop comes after a leave, too."""
        self._has_left = True
        self._set_over(False)

    def _on_drop(self, _view: Any, context: Any, _x: int, _y: int, time: int) -> bool:
        if context is not self._drag or self._held == []:
            return False
        held, self._held = self._held, []
        self._gtk.drag_finish(context, bool(held), False, time)
        if held:
            self._hooks.files_given(held)
        return True

    def _set_over(self, over: bool) -> None:
        if over != self._is_over:
            self._is_over = over
            self._hooks.files_over(over)

    def _atom(self, name: str) -> Any:
        return self._gdk.Atom.intern(name, False)


def _names(atoms: Sequence[Any] | None) -> set[str]:
    return {atom.name() for atom in atoms or ()}


def _is_picture(kind: str) -> bool:
    return kind.startswith("image/")


def _paths(uris: Sequence[str]) -> list[str]:
    """Return the files among addresses."""
    from gi.repository import Gio

    # GIO takes a file of another computer for the one of the same name here.
    here = (uri for uri in uris if not uri.startswith("file://") or uri.startswith(("file:///", "file://localhost/")))
    paths = (Gio.File.new_for_uri(uri).get_path() for uri in here)
    return [path for path in paths if path is not None]


def _names_files(kinds: set[str]) -> bool:
    """Say whether what is held or copied are files, of a program that is no browser."""
    return FILES in kinds and PAGE not in kinds and not any(kind.startswith(BROWSERS) for kind in kinds)
