"""Opens the program's window on either engine, whole or with one defence taken away, and reads how it is marked."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.driven_app import DrivenApp, QtApp
from tests.support.gtk_app import GtkApp
from tests.support.processes import started
from tests.support.running_app import xdotool

QT = pytest.param("qt", marks=[pytest.mark.window, pytest.mark.qt])
GTK = pytest.param("gtk", marks=[pytest.mark.window, pytest.mark.gtk])
BOTH = (QT, GTK)
OTHER_TITLE = "Somewhere else"
OTHER_PROGRAM = f"""
import gi
gi.require_version("Gtk", "3.0")
from gi.repository import Gtk
Gtk.Window(title="{OTHER_TITLE}").show_all()
Gtk.main()
"""


@contextmanager
def open_window(
    engine: str, folder: Path, *, without: Sequence[str] = (), options: Sequence[str] = ()
) -> Iterator[DrivenApp]:
    """Run the program in its window for the length of a block, and end it as a person's session would."""
    missing = [option for defence in without for option in ("--without", defence)]
    kind = GtkApp if engine == "gtk" else QtApp
    with kind(folder, (*missing, *options)) as app:
        yield app.open()
        app.stop()


@contextmanager
def covered(log: Path) -> Iterator[None]:
    """Open another program's window, which then is the active one, for the length of a block."""
    with started([sys.executable, "-c", OTHER_PROGRAM], log=log):
        xdotool("search", "--sync", "--onlyvisible", "--name", OTHER_TITLE, "windowactivate", "--sync")
        yield


def seeks_attention(window: str) -> bool:
    """Whether the window is marked as one in which somebody is asked something."""
    command = ["xprop", "-id", window, "_NET_WM_STATE", "WM_HINTS"]
    said = subprocess.run(command, capture_output=True, text=True, timeout=10, check=True).stdout
    return "_NET_WM_STATE_DEMANDS_ATTENTION" in said or "urgency hint bit is set" in said
