"""Opens the program's window on either engine, whole or with one defence taken away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.driven_app import DrivenApp, QtApp
from tests.support.gtk_app import GtkApp

QT = pytest.param("qt", marks=[pytest.mark.window, pytest.mark.qt])
GTK = pytest.param("gtk", marks=[pytest.mark.window, pytest.mark.gtk])
BOTH = (QT, GTK)


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
