"""Brings up what the rehearsal plays on: a keyring, the two parts of OpenAI's that are played here, and the window."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import secretstorage
from jeepney.io.blocking import open_dbus_connection

from app.brand import BRAND
from app.services.official_script import TEST_VARIABLE
from app.services.openai_client import TEST_URL_VARIABLE
from checkout import REHEARSAL
from hosted_window import HostedWindow
from reported_run import log_in
from run_window import open_window
from tests.support.secret_service import secret_service
from tests.support.stand_in_api import StandInApi, stand_in
from tests.support.stand_in_component import StandInComponent, stand_in_component

# What would lead the program to the person's own agents, keys, settings or files.
FOREIGN = (
    *("AGENTNOOK_", "CHATKIT_", "NEXT_PUBLIC_", "VITE_", "OPENAI_", "KEYRING_PROPERTY_", "PYTHON_KEYRING_BACKEND"),
    *(f"XDG_{name}_HOME" for name in ("CONFIG", "DATA", "STATE", "CACHE")),
)
# Long enough to talk before it ends, short enough to wait for its end.
SHORT_LIFE_SECONDS, LONG_LIFE_SECONDS = 15, 600


@dataclass(frozen=True)
class Stage:
    """All that takes part."""

    window: HostedWindow
    api: StandInApi
    component: StandInComponent
    data: Path
    bus: str

    def kept_keys(self) -> list[str]:
        """Return what the keyring keeps for the program, read by a second client of the Secret Service."""
        with open_dbus_connection(bus=self.bus) as connection:
            items = secretstorage.search_items(connection, {"service": BRAND.slug})
            return [item.get_secret().decode() for item in items]


@contextmanager
def stage(room: Path, options: Sequence[str], key: str) -> Iterator[Stage]:
    """Bring all of it up and yield it; nothing of it is left afterwards."""
    with secret_service(room / "session") as session, stand_in() as api, stand_in_component() as component:
        api.key, api.lives_for = key, SHORT_LIFE_SECONDS
        component.ends_at = api.ends_at
        bus = session["DBUS_SESSION_BUS_ADDRESS"]
        own = {TEST_URL_VARIABLE: api.url, TEST_VARIABLE: component.script("good"), "DBUS_SESSION_BUS_ADDRESS": bus}
        environ = {**_unsteered(os.environ), "HOME": session["HOME"], **own}
        empty = room / "empty.env"
        empty.touch()
        data = room / "data"
        arguments = ["--data-dir", str(data), "--env-file", str(empty), *options]
        with open_window(arguments, environ=environ, log=log_in(REHEARSAL)) as window:
            yield Stage(HostedWindow(window), api, component, data, bus)


def make_key() -> str:
    """Return a key that opens nothing anywhere."""
    return f"sk-rehearsal-{secrets.token_hex(16)}"


def _unsteered(environ: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environ.items() if not name.startswith(FOREIGN)}
