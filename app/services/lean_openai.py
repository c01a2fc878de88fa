"""Owns how the `openai` package is imported: its packages of types are run when something of them is asked for.

Its clients need a few of their modules; running all the packages is half of the time of the import (measured: 300 ms
against 145 ms), and a chat waits for its secret meanwhile.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

PACKAGE = "openai.types"


def import_openai() -> Any:
    """Import the package."""
    if PACKAGE not in sys.modules and FINDER not in sys.meta_path:
        # WORKAROUND(openai 3.54.0): it imports every type it has; remove when its packages of types are lazy.
        sys.meta_path.insert(0, FINDER)
    return import_module("openai")


class LatePackage(ModuleType):
    """A package that has not run yet: its modules can be imported, and its own names make it run."""

    def __getattr__(self, name: str) -> Any:
        """Run the package, if it has not, for a name that it may have; raises AttributeError."""
        loader = getattr(self.__spec__, "loader", None)
        # Of the names that Python asks every module for, only the one behind `import *` is about what it holds.
        if isinstance(loader, LateLoader) and (name == "__all__" or not name.startswith("__")):
            loader.run_once(self)
            if name in vars(self):
                return vars(self)[name]
        raise AttributeError(name)


class LateLoader(Loader):
    """Loads a package as a LatePackage."""

    def __init__(self, real: Loader) -> None:
        self._real = real
        self._has_run = False
        # What runs asks for names of its own package again.
        self._lock = threading.RLock()

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Make the module without running anything."""
        return LatePackage(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Leave it for later."""

    def run_once(self, module: ModuleType) -> None:
        """Run what the package holds; whoever comes meanwhile waits."""
        with self._lock:
            if not self._has_run:
                self._has_run = True
                self._real.exec_module(module)


class LatePackages(MetaPathFinder):
    """Finds the packages of types; everything else is left to others."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Return the spec of a package of types that runs late."""
        if name != PACKAGE and not name.startswith(f"{PACKAGE}."):
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.submodule_search_locations is not None and spec.loader is not None:
            spec.loader = LateLoader(spec.loader)
        return spec


FINDER = LatePackages()
