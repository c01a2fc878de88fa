"""Owns what the window asks of a web engine, in words that hold for Qt, GTK, WebView2 and Cocoa alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

# By which a launcher of a Wayland session tells a program, and Qt a compositor, that a person has just acted.
ACTIVATION_VARIABLE = "XDG_ACTIVATION_TOKEN"

EngineName = Literal["qt", "gtk", "webview2", "cocoa"]
Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """How the window looks before its page can speak: the part of the settings that costs nothing to read.

    `theme` is what the person chose; `zoom_percent` is in per cent of the page's own size.
    `remote_debugging_port` opens the engine to a test and is never set in a release. With `development` there is the
    shortcut of a developer's log.
    """

    title: str
    width_px: int
    height_px: int
    maximized: bool
    theme: Literal["light", "dark", "system"]
    zoom_percent: int
    software_rendering: bool
    remote_debugging_port: int | None = None
    icon: Path | None = None
    development: bool = False


@dataclass(frozen=True, slots=True)
class EngineHooks:
    """What an engine calls, always on the GUI thread, and never with anything but plain values."""

    receive: Callable[[str], None]
    """A text that some document posted; it may come from any frame and hold anything."""
    page_loading: Callable[[], None]
    """The top document starts to load: whatever the last one was given is void."""
    allow_navigation: Callable[[str, bool | None], bool]
    """May this address be loaded? True for the top document, False for a frame, None when the engine does not say."""
    shell_url: Callable[[], str]
    """Where the top document belongs now, when it has strayed."""
    link_asked: Callable[[str, bool], None]
    """A page wants this address opened outside; the flag says whether a person asked for it."""
    renderer_gone: Callable[[str], None]
    """The process that draws the page ended, with a short reason."""
    shortcut: Callable[[str], None]
    """A native shortcut was pressed: new, settings, focus, history, diagnostics, or log where somebody develops."""
    system_scheme: Callable[[Scheme], None]
    """The system's colour scheme is now this one."""
    microphone_asked: Callable[[Callable[[bool], None]], None]
    """A document wants to hear the microphone; what is given takes the answer, once, from any thread."""
    microphone_used: Callable[[bool], None]
    """Whether a document hears the microphone now."""
    files_given: Callable[[list[str] | bytes], None]
    """Files were dropped or pasted that the engine keeps from its pages: their paths, or a picture as PNG."""
    link_given: Callable[[str], None]
    """The system handed a link of the program's own scheme to the running program, as macOS does."""
    files_over: Callable[[bool], None]
    """Whether files that could be dropped so are held over the window now."""


@dataclass(frozen=True, slots=True)
class FileDialog:
    """A native dialog to open files, to take a folder, or to save a file.

    `multiple` and the `*.ext` patterns belong to opening, `file_name` is what a new file is called at first.
    """

    title: str
    kind: Literal["open", "folder", "save"] = "open"
    multiple: bool = False
    patterns: tuple[str, ...] = ()
    file_name: str = ""


class Engine(Protocol):
    """One web engine: prepared before the window exists, attached when it does, then spoken to from any thread."""

    name: EngineName

    def prepare(self, hooks: EngineHooks, options: WindowOptions) -> None:
        """Set the engine's environment and put our seams in place of pywebview's; raises EngineMissing."""

    def attach(self, native: Any) -> None:
        """Harden the window pywebview has just made; called on the GUI thread before it is shown."""

    def version(self) -> str:
        """Name the engine with its version, for people."""

    def system_scheme(self) -> Scheme:
        """Return the system's colour scheme."""

    def run_later(self, function: Callable[[], None]) -> None:
        """Run a function on the GUI thread, soon, from any thread, without waiting for it."""

    def run_script(self, script: str, done: Callable[[], None]) -> None:
        """Run a script in the top document from any thread; `done` follows when the page has run it."""

    def geometry(self) -> tuple[int, int, bool]:
        """Return the window's width and height in pixels and whether it is maximized; GUI thread only."""

    def top_url(self) -> str:
        """Return the address of the top document; GUI thread only."""

    def saw_press(self) -> bool:
        """Whether a person may have pressed something within the last seconds; True where the page knows better."""

    def load(self, url: str) -> None:
        """Load the top document anew from any thread."""

    def end_renderer(self) -> None:
        """End a page process that does not answer, from any thread; `renderer_gone` follows."""

    def set_theme(self, scheme: Scheme) -> None:
        """Paint what lies behind the page for this colour scheme, from any thread."""

    def set_zoom(self, percent: int) -> None:
        """Zoom all documents, from any thread."""

    def clear_web_data(self) -> None:
        """Empty the cache and forget the cookies of all documents, from any thread; the rest ends with the window."""

    def seek_attention(self) -> None:
        """Mark the window in the system's way, unless it is the active one, from any thread: a question waits in it."""

    def come_forward(self, activation: str) -> None:
        """Show the window before all others, from any thread; `activation` is a launcher's proof that somebody acted.

        Systems that do not let a program come forward by itself mark it instead.
        """

    def offer_microphone(self, origin: str) -> None:
        """Let later documents of this origin ask for the microphone, and nobody when it is empty; from any thread."""

    def show_file_dialog(self, asked: FileDialog, done: Callable[[list[str] | None], None]) -> Callable[[], None]:
        """Open a native file dialog from any thread; `done` gets the paths or None. Returns what cancels it."""

    def hand_over(self, paths: Sequence[str], refused: Callable[[], None]) -> bool:
        """Give files to the top document as if they were dropped on it, from any thread.

        False where the engine has no such way. `refused` follows, on the GUI thread, when the document takes none.
        """

    def read_clipboard(self, done: Callable[[str], None]) -> None:
        """Read the text that is on the clipboard, from any thread; `done` gets it, empty where there is none."""

    def write_clipboard(self, words: str) -> None:
        """Put a text on the clipboard, from any thread."""

    def close(self) -> None:
        """Close the window from any thread; pywebview's loop ends after that."""
