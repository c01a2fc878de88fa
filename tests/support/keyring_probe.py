"""A small program that keeps a secret as the window does; says as JSON, a line each, what came of every step.

Usage: `python -m tests.support.keyring_probe SECONDS STEP ...` with steps `store VALUE`, `read`, `status`, `forget` and
`wait`, which goes on when a line comes in. A value is never printed, only its last letters.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from app.errors import AppError
from app.services.credentials import Credentials

CONNECTION = "workflow-probe"


def main(seconds: str, *steps: str) -> None:
    """Do the steps in order."""
    waited: list[bool] = []
    credentials = Credentials(on_waiting=waited.append, deadline_seconds=float(seconds))
    for step in steps:
        verb, _, value = step.partition(" ")
        try:
            told = _do(credentials, verb, value)
        except AppError as error:
            told = {"error": error.code}
        print(json.dumps({**told, "waited": bool(waited)}), flush=True)


def _do(credentials: Credentials, verb: str, value: str) -> dict[str, object]:
    if verb == "wait":
        sys.stdin.readline()
        return {}
    if verb == "store":
        return asdict(credentials.store(CONNECTION, value))
    if verb == "status":
        return asdict(credentials.status(CONNECTION))
    if verb == "forget":
        credentials.forget(CONNECTION)
        return {}
    found = credentials.read(CONNECTION)
    return {"found": found.last_four if found is not None else None}


if __name__ == "__main__":
    main(*sys.argv[1:])
