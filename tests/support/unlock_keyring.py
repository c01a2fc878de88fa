"""Unlocks a collection of gnome-keyring: `python -m tests.support.unlock_keyring COLLECTION PASSWORD`.

The call is one of gnome-keyring's own, which it keeps for those who have the password already.
"""

from __future__ import annotations

import sys

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import open_dbus_connection

SERVICE = "org.freedesktop.secrets"
PATH = "/org/freedesktop/secrets"


def main(collection: str, password: str) -> None:
    """Open a session and unlock the collection; ends with an error where the service refuses."""
    connection = open_dbus_connection(bus="SESSION")
    secrets = DBusAddress(PATH, SERVICE, "org.freedesktop.Secret.Service")
    opened = connection.send_and_get_reply(new_method_call(secrets, "OpenSession", "sv", ("plain", ("s", ""))))
    keyring = DBusAddress(PATH, SERVICE, "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface")
    secret = (opened.body[1], b"", password.encode(), "text/plain")
    answer = connection.send_and_get_reply(
        new_method_call(keyring, "UnlockWithMasterPassword", "o(oayays)", (collection, secret))
    )
    if answer.header.message_type is not MessageType.method_return:
        raise SystemExit(f"not unlocked: {answer.body}")


if __name__ == "__main__":
    main(*sys.argv[1:])
