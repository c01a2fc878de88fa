"""Owns the tools of others: what Python packages add by the entry point group `agentnook.tools`."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from app.brand import BRAND
from app.tools.tool import NAME, Tool

GROUP = f"{BRAND.slug}.tools"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CustomTools:
    """The tools that could be loaded, and of the others what is wrong with them, by entry point."""

    tools: tuple[Tool[Any], ...]
    faults: tuple[tuple[str, str], ...]


def load_custom(taken: Iterable[str], found: Iterable[EntryPoint] | None = None) -> CustomTools:
    """Load what is installed; a package that fails costs nobody else anything. No name that is taken is given again."""
    names, tools, faults = set(taken), [], []
    for point in entry_points(group=GROUP) if found is None else found:
        try:
            loaded = list(_load(point, names))
        except (Exception, SystemExit) as error:
            # A package of somebody else's: whatever it raises when it is imported is its failure, not the window's.
            logger.exception("the tool %s is not loaded", point.name[:64])
            faults.append((point.name, f"{type(error).__name__}: {error}"))
            continue
        names.update(tool.name for tool in loaded)
        tools += loaded
    return CustomTools(tuple(tools), tuple(faults))


def _load(point: EntryPoint, taken: set[str]) -> Iterator[Tool[Any]]:
    """Return the tool, or the list of tools, that an entry point names."""
    value = point.load()
    for tool in value if isinstance(value, list | tuple) else (value,):
        if not isinstance(tool, Tool):
            raise TypeError("not a Tool")
        if NAME.fullmatch(tool.name) is None:
            raise ValueError(f"{tool.name!r} is no name of a tool")
        if tool.name in taken:
            raise ValueError(f"the name {tool.name} is taken")
        tool.schema()  # what has none cannot be offered
        yield tool
