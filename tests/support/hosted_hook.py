"""Makes the connection of a program under test a hosted one, whose secrets a file of the test's stands for."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any

from app.bridge.handlers import Services, make_handlers
from app.bridge.handling import Handler
from app.errors import Unavailable
from tests.support.places import replace


def be_hosted(file: Path) -> None:
    """Mint `ek_1`, `ek_2` and so on, note in `file` what each is to replace, and refuse while `file`.refuses exists."""
    numbers = count(1)

    def mint(current: str | None) -> str:
        with file.open("a") as notes:
            notes.write(f"{current}\n")
        if file.with_suffix(".refuses").exists():
            raise Unavailable("No secret today.", hint="Come back tomorrow.")
        return f"ek_{next(numbers)}"

    def make_hosted(services: Services) -> Mapping[str, Handler]:
        handlers = make_handlers(services)
        hello = handlers["app.hello"]

        def say_hello(args: Mapping[str, Any]) -> Mapping[str, Any]:
            said = hello(args)
            return {**said, "connection": {**said["connection"], "kind": "workflow", "interface": "official"}}

        return {**handlers, "app.hello": say_hello}

    replace("app.services.agent_access:AgentAccess.client_secret", lambda _access, current, anew: mint(current))
    replace("app.bridge.handlers:make_handlers", make_hosted)
