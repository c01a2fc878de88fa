"""Owns the process that makes the first client secret of a start, while the window comes up.

It is told by a line on stdin for which connection, looks the key up, and says on stdout what came of it. It asks the
person nothing: where a key is not to be had without that, it says nothing, and the window process goes that way.
"""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import partial

from app.chat_host.launch import read_line
from app.errors import AppError, KeyringFailed
from app.life import STDIN, Life
from app.services.agent_access import kept_key, mint
from app.services.client_secrets import DEADLINE_SECONDS, MintedSecret
from app.services.connections import GIVEN_ID
from app.services.credentials import Credentials
from app.services.installation import installation_id
from app.services.keyring_backend import open_quiet_keyring
from app.services.lean_openai import import_openai
from app.services.secret_order import SecretOrder, answer_line, parse_secret_order
from app.services.session_trace import gather_trace
from app.settings.env_file import surroundings
from app.window.hardening import close_doors, forbid_core_dumps

KEYRING_SECONDS = 2.0
STDOUT = 1


def run_client_secret() -> int:
    """Make the secret that is ordered on stdin and tell it on stdout; returns the exit code."""
    # SECURITY: T16, it begins before the window process has done the same for what it starts.
    forbid_core_dumps()
    close_doors(os.environ, keep_sandbox_switches=False)
    gc.disable()  # it ends before there is much to collect
    import_openai()  # takes most of the time, and the order comes meanwhile
    try:
        order = parse_secret_order(read_line(STDIN))
    except (ValueError, TypeError, KeyError):
        return 1
    Life().watch()
    # Whoever waits does so no longer than this.
    end = threading.Timer(DEADLINE_SECONDS, os._exit, (1,))
    end.daemon = True
    end.start()
    noted: AbstractContextManager[list[str]] = gather_trace() if order.traced else nullcontext([])
    with noted as trace:
        outcome = make_secret(order, os.environ)
    if outcome is not None:
        os.write(STDOUT, answer_line(outcome, trace))
    return 0


def make_secret(order: SecretOrder, environ: Mapping[str, str]) -> MintedSecret | AppError | None:
    """Return the secret, or the error of its making; None where the person would have to be asked for the key."""
    try:
        key = quiet_key(order, environ)
        if key == "" and order.connection.kind == "workflow":
            return None
        return mint(order.connection, key, partial(installation_id, order.installation_file))
    except KeyringFailed:
        return None
    except AppError as error:
        return error


def quiet_key(order: SecretOrder, environ: Mapping[str, str]) -> str:
    """Return the key, empty where there is none; raises KeyringFailed where the keyring would ask the person."""
    # The environment's key is second to the keyring's, so where that one cannot be read it is not taken.
    around = surroundings(order.env_file, environ) if order.connection.id == GIVEN_ID else {}
    credentials = Credentials(
        environ=around, open_backend=partial(open_quiet_keyring, environ), deadline_seconds=KEYRING_SECONDS
    )
    return kept_key(order.connection, credentials)
