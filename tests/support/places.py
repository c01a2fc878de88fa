"""Puts something else in a place of the program, by the name that the place has there."""

from __future__ import annotations

import importlib
from typing import Any


def replace(place: str, value: object) -> None:
    """Put a value in the place of `package.module:name` or `package.module:Class.name`, which has to exist."""
    module, _, path = place.partition(":")
    *owners, name = path.split(".")
    owner: Any = importlib.import_module(module)
    for each in owners:
        owner = getattr(owner, each)
    getattr(owner, name)
    setattr(owner, name, value)
