"""A notification service of a desktop, as the specification of freedesktop.org has it: notes what it is to show."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from jeepney import HeaderFields, message_bus, new_method_return
from jeepney.io.blocking import Proxy, open_dbus_connection

NAME = "org.freedesktop.Notifications"


def main(ready: str, shown: str) -> None:
    """Own the name, make the file `ready`, and write a line into `shown` for each notification until the bus ends."""
    connection = open_dbus_connection(bus="SESSION")
    Proxy(message_bus, connection).RequestName(NAME)
    Path(ready).touch()
    while True:
        message = connection.receive()
        if message.header.fields.get(HeaderFields.member) == "Notify":
            program, _, _, title, body, *_ = message.body
            with Path(shown).open("a") as lines:
                lines.write(json.dumps([program, title, body]) + "\n")
            connection.send(new_method_return(message, "u", (1,)))


if __name__ == "__main__":
    main(*sys.argv[1:])
