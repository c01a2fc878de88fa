"""Owns the first client secret of a start: a process of its own makes it, begun before the window that waits for it.

The window process has its hands full until its engine draws: from there the request would leave a second later. Must
stay light: it stands before the first paint.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from app.brand import BRAND
from app.errors import error_told
from app.private_file import read_bounded
from app.settings.schema import BY_KEY

if TYPE_CHECKING:
    from app.services.client_secrets import MintedSecret
    from app.services.connections import Connection
    from app.services.secret_order import SecretOrder
    from app.settings.locations import Locations

WORKFLOW = BY_KEY["workflow_id"]
HOSTED_KINDS = ('"workflow"', '"session_service"')
# What is larger than any of these files may be is not looked through.
MOST_BYTES = 8 * 1024 * 1024


def may_need_secret(
    locations: Locations, env_file: Path | None, environ: Mapping[str, str], overrides: Mapping[str, object]
) -> bool:
    """Guess, in no time, whether the connection that is selected may be a hosted one."""
    variables = WORKFLOW.environment_names
    if BRAND.bundled_workflow_id or WORKFLOW.key in overrides or any(name in environ for name in variables):
        return True
    kept = {env_file: variables, locations.settings_file: (WORKFLOW.key,), locations.connections_file: HOSTED_KINDS}
    return any(_names(file, words) for file, words in kept.items())


def _names(file: Path | None, words: Iterable[str]) -> bool:
    try:
        kept = read_bounded(file, MOST_BYTES, follow_links=True) if file is not None else b""
    except OSError:
        return False
    return any(word.encode() in kept for word in words)


class EarlySecret:
    """A secret on its way; safe on every thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Start the process, which gets ready for its order; raises OSError where none can be started."""
        from app.services.chat_host_command import start_quietly

        self._clock = clock
        self._connection: Connection | None = None
        self._began = 0.0
        self._pipes = threading.Lock()
        self._process = start_quietly("client-secret")

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def order(self, order: SecretOrder) -> None:
        """Have the secret of a connection made; returns at once."""
        self._connection, self._began = order.connection, self._clock()
        threading.Thread(target=self._write, args=(order.line(),), name="secret-order", daemon=True).start()

    def _write(self, line: bytes) -> None:
        """Write the order, which takes as long as the process takes to read a long one."""
        orders = cast("IO[bytes]", self._process.stdin)  # stays open: the process lives no longer than this one
        with suppress(OSError, ValueError):  # it ended, or was ended: then there is nothing to take
            orders.write(line)
            orders.flush()

    def take(self, connection: Connection) -> MintedSecret | None:
        """Wait for the secret of this connection; None if there is none to be had this way.

        Raises the AppError that its making raised. The process itself ends in time, or is ended by `end`.
        """
        line = b""
        if connection == self._connection:
            with self._pipes, suppress(ValueError):  # closed: it was ended
                line = cast("IO[bytes]", self._process.stdout).readline()
        self.end()
        return self._read(line)

    def end(self) -> None:
        """End the process, if it is there still; who waits for the secret gets none."""
        self._process.kill()
        self._process.wait()
        with self._pipes, suppress(OSError):
            for pipe in (self._process.stdin, self._process.stdout):
                cast("IO[bytes]", pipe).close()

    def _read(self, line: bytes) -> MintedSecret | None:
        from app.services.session_trace import repeat_trace

        try:
            told = json.loads(line)
            repeat_trace(told["trace"])
            failure = error_told(told["error"]) if "error" in told else None
            secret = None if failure else self._aged(told["secret"])
        except (ValueError, TypeError, KeyError):
            return None
        if failure is not None:
            raise failure
        return secret

    def _aged(self, told: Mapping[str, Any]) -> MintedSecret:
        from app.services.client_secrets import MintedSecret

        secret = MintedSecret(**told)
        # Whoever takes it counts its life from now.
        return replace(secret, lives_for_seconds=secret.lives_for_seconds - (self._clock() - self._began))
