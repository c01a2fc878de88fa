"""Owns what the commands of diagnostics do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.bridge.handling import Handler
from app.services.later import Later

if TYPE_CHECKING:
    from app.diagnostics.diagnosis import Diagnosis


def make_diagnostic_handlers(diagnosis: Later[Diagnosis]) -> dict[str, Handler]:
    """Return the handlers by name; the first who asks has diagnostics made, as most runs of the program need none."""

    def made() -> Diagnosis:
        diagnosis.fulfil()
        return diagnosis.get()

    return {"diagnostics.run": lambda args: {"report": made().run(args["ids"])}}
