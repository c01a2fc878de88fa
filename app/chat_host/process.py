"""Owns the chat host as a process: its configuration, its surroundings, its life and its end.

It lives as long as its stdin: when the window process closes that pipe, or dies, this process ends as well. On its
stdout it says one thing: a line of JSON once it answers, or once it knows that it cannot.
"""

from __future__ import annotations

import asyncio
import faulthandler
import gc
import importlib
import json
import os
import signal
import threading
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import ExitStack

from app.chat_host.launch import Launch, parse_launch, read_line
from app.errors import AppError
from app.life import STDIN, Life
from app.observability.logging_setup import start_logging
from app.observability.redaction import keep_readable, register_secret

STDOUT, STDERR = 1, 2
# What these libraries read from the environment would redirect, expose or silently configure them.
SCRUBBED_PREFIXES = ("OPENAI_",)
SCRUBBED_NAMES = frozenset({"LOG_LEVEL", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"})

Say = Callable[[Mapping[str, object]], None]


def main() -> int:
    """Run the chat host that the line on stdin describes; return the exit code."""
    prepare_environment(os.environ)
    say = take_stdout()
    # The import takes most of the start and the line comes a little later, so one does not wait for the other.
    threading.Thread(target=load_libraries, name="load-libraries", daemon=True).start()
    try:
        launch = parse_launch(read_line(STDIN))
        register_secret(launch.token)
        keep_readable(launch.database.parent)
        if launch.relay is not None:
            register_secret(launch.relay.header_value)
        life = Life()
        life.watch()
        faulthandler.enable(STDERR)
        with ExitStack() as stack:
            if launch.log_file is not None:
                stack.callback(start_logging(launch.log_file, development=False).close)
            serve(launch, life, say)
    except AppError as error:
        say({"ready": False, "error": error.envelope()})
        return error.exit_code
    return 0


def prepare_environment(environ: MutableMapping[str, str]) -> None:
    """Remove what would steer the libraries from outside, before any of them is imported."""
    for name in list(environ):
        if name.upper() in SCRUBBED_NAMES or name.upper().startswith(SCRUBBED_PREFIXES):
            del environ[name]
    # SECURITY: without it, agents would report their runs to OpenAI.
    environ["OPENAI_AGENTS_DISABLE_TRACING"] = "1"


def take_stdout() -> Say:
    """Return how to tell the window process something; whatever else prints goes where errors go."""
    descriptor = os.dup(STDOUT)
    os.dup2(STDERR, STDOUT)

    def say(message: Mapping[str, object]) -> None:
        os.write(descriptor, json.dumps(message).encode() + b"\n")

    return say


def load_libraries() -> None:
    """Import what answering needs; without the collector it takes a tenth less."""
    gc.disable()
    importlib.import_module("app.chat_host.composition")
    gc.freeze()
    gc.enable()


def serve(launch: Launch, life: Life, say: Say) -> None:
    """Answer until the end of this process's life."""
    # Waits for `load_libraries`, so the end must be watched for already.
    from app.chat_host.composition import run_host

    # uvicorn raises the signal that ended it once more; the end it asked for has then already come.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    asyncio.run(run_host(launch, life.ends_with, say))
