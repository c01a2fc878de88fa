"""Owns the notifications of the system: who speaks is in the title, and what an agent says is plain text."""

from __future__ import annotations

import asyncio
import logging
import sys
import unicodedata

from app.brand import BRAND
from app.errors import Unavailable
from app.resources import text

LONGEST_TITLE = 80
DEADLINE_SECONDS = 5.0
# Some desktops read markup; what an agent says has none.
PLAIN = str.maketrans("<>&", "\u2039\u203a\uff06")

# Controls, marks of direction and what else is not seen, halves of characters.
HIDDEN = frozenset({"Cc", "Cf", "Cs"})

logger = logging.getLogger(__name__)


def show_notification(who: str, message: str) -> None:
    """Show a notification; raises Unavailable where the desktop has none. Never on the window's own thread."""
    title, words = _plain(who)[:LONGEST_TITLE], _plain(message)
    try:
        if sys.platform == "linux":
            _call_desktop(title, words)
        else:
            asyncio.run(asyncio.wait_for(_send(title, words), DEADLINE_SECONDS))
    except Exception as error:  # each system's own raise what they like
        logger.warning("no notification was shown: %s", type(error).__name__)
        raise Unavailable(text("notification.unavailable"), hint=text("notification.unavailable.hint")) from error


def _plain(said: str) -> str:
    """Return one line without markup.

    SECURITY: T08, nothing in it ends the line, hides a part of it or turns it round, so as to look like another's.
    """
    in_one_line = " ".join(said.translate(PLAIN).split())
    return "".join(each for each in in_one_line if unicodedata.category(each) not in HIDDEN)


def _call_desktop(title: str, words: str) -> None:
    """Call `Notify` of the Desktop Notifications Specification 1.2."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    name = "org.freedesktop.Notifications"
    address = DBusAddress("/org/freedesktop/Notifications", name, name)
    with open_dbus_connection(bus="SESSION") as bus:
        actions: list[str] = []
        hints: dict[str, object] = {}
        body = (BRAND.name, 0, BRAND.slug, title, words, actions, hints, -1)
        call = new_method_call(address, "Notify", "susssasa{sv}i", body)
        unwrap_msg(bus.send_and_get_reply(call, timeout=DEADLINE_SECONDS))


async def _send(title: str, words: str) -> None:
    from desktop_notifier import DesktopNotifier

    await DesktopNotifier(app_name=BRAND.name).send(title=title, message=words)
