"""Owns what the commands of diagnostics do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.bridge.handling import Answer, Arguments, Handler, doing
from app.services.later import Later
from app.services.page_question import PageQuestion

if TYPE_CHECKING:
    from app.diagnostics.diagnosis import Diagnosis
    from app.diagnostics.resets import Resets


class Recorder(Protocol):
    """What has the log hold more for a while."""

    def start(self) -> float:
        """Begin; returns when it ends, in seconds of UTC."""

    def stop(self) -> None:
        """End it."""


@dataclass(frozen=True, slots=True)
class Diagnostics:
    """What the panel of diagnostics reaches; the first who asks has it made, as most runs of the program need none."""

    diagnosis: Later[Diagnosis]
    resets: Later[Resets]
    recording: Later[Recorder]
    page: PageQuestion


def make_diagnostic_handlers(parts: Diagnostics) -> dict[str, Handler]:
    """Return the handlers of `diagnostics.*`, by name."""

    def record(args: Arguments) -> Answer:
        recording = parts.recording.made()
        if args["on"]:
            return {"until_utc": int(recording.start())}
        recording.stop()
        return {"until_utc": None}

    return {
        "diagnostics.run": lambda args: parts.diagnosis.made().run(args["ids"], online=args["online"]),
        "diagnostics.answer": doing(lambda _args: parts.page.answer()),
        "diagnostics.reach": lambda _args: parts.diagnosis.made().reach(),
        "diagnostics.preview": lambda _args: parts.diagnosis.made().preview(),
        "diagnostics.save": lambda args: parts.diagnosis.made().save(args["parts"]),
        "diagnostics.record": record,
        "diagnostics.reset": lambda args: {"restart": parts.resets.made().do(args["step"])},
    }
