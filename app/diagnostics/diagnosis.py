"""Owns diagnostics as the window offers it: what its panel asks for, answered in plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from app.diagnostics.engine import run_checks
from app.diagnostics.findings import CheckContext
from app.settings.locations import Locations


class Diagnosis:
    """Answers the panel; nothing here needs a connection, a keyring or readable settings."""

    def __init__(self, locations: Locations, environ: Mapping[str, str], env_file: Path | None) -> None:
        self._locations, self._environ, self._env_file = locations, environ, env_file

    def run(self, ids: Sequence[str]) -> dict[str, Any]:
        """Return the report of these checks, of all of them when none is named; see `Report.as_dict`."""
        return run_checks(self._context(), ids or None).as_dict()

    def _context(self) -> CheckContext:
        return CheckContext.of_this_process(self._locations, environ=self._environ, env_file=self._env_file)
