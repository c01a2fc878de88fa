"""Owns a lazy stand-in for `qtpy`, so that starting does not create every class Qt has.

qtpy star-imports each Qt module, which makes PySide6 build some thousand classes; that is most of what pywebview's
start costs over a bare window (254 ms against 610 ms for the same seven modules). The stand-in forwards a name to
PySide6 when it is asked for.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

# Where PySide6 keeps a name when it is not where qtpy shows it.
SOURCES: dict[str, tuple[str, ...]] = {
    "QtCore": ("PySide6.QtCore",),
    "QtGui": ("PySide6.QtGui",),
    "QtWidgets": ("PySide6.QtWidgets", "PySide6.QtGui"),
    "QtNetwork": ("PySide6.QtNetwork",),
    "QtWebChannel": ("PySide6.QtWebChannel",),
    "QtWebEngineCore": ("PySide6.QtWebEngineCore",),
    "QtWebEngineWidgets": ("PySide6.QtWebEngineWidgets", "PySide6.QtWebEngineCore"),
}


class LazyModule(ModuleType):
    """A module whose names are looked up in PySide6 when they are first asked for."""

    def __init__(self, name: str, sources: tuple[str, ...]) -> None:
        super().__init__(name)
        self._sources = sources

    def __getattr__(self, name: str) -> object:
        if name.startswith("__") and name != "__version__":  # the import system asks for others
            raise AttributeError(name)
        for source in self._sources:
            value = getattr(importlib.import_module(source), name, None)
            if value is not None:
                setattr(self, name, value)
                return value
        raise AttributeError(f"{self.__name__} has no {name}")


def install() -> None:
    """Put the stand-in where `import qtpy` looks, unless qtpy is loaded already."""
    if "qtpy" in sys.modules:
        return
    package = LazyModule("qtpy", ())
    package.__path__ = []
    package.PYSIDE6, package.PYQT6, package.PYSIDE2, package.PYQT5 = True, False, False, False  # type: ignore[attr-defined]
    sys.modules["qtpy"] = package
    for name, sources in SOURCES.items():
        module = LazyModule(f"qtpy.{name}", sources)
        setattr(package, name, module)
        sys.modules[f"qtpy.{name}"] = module


def uninstall() -> None:
    """Take the stand-in away again, so that the real qtpy is found."""
    for name in [name for name in sys.modules if name == "qtpy" or name.startswith("qtpy.")]:
        del sys.modules[name]
