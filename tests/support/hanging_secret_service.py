"""A Secret Service that takes every call and answers none, as one does that waits for a person who does not come."""

from __future__ import annotations

import sys
from pathlib import Path

from jeepney import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection


def main(ready: str) -> None:
    """Own the name, say so by making the file `ready`, and take calls until the bus ends."""
    connection = open_dbus_connection(bus="SESSION")
    Proxy(message_bus, connection).RequestName("org.freedesktop.secrets")
    Path(ready).touch()
    while True:
        connection.receive()


if __name__ == "__main__":
    main(*sys.argv[1:])
