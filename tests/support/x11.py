"""What a window manager says to a window, said by a test."""

from __future__ import annotations

import ctypes
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_long, c_ulong, c_void_p

CLIENT_MESSAGE = 33
FORMAT_BITS = 32


class _ClientMessage(Structure):
    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("window", c_ulong),
        ("message_type", c_ulong),
        ("format", c_int),
        ("data", c_long * 5),
        ("padding", c_long * 12),
    )


def ask_to_close(window: str) -> None:
    """Send a window WM_DELETE_WINDOW, as a window manager does when somebody presses its close button."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = c_void_p
    x11.XInternAtom.restype = c_ulong
    x11.XInternAtom.argtypes = (c_void_p, c_char_p, c_int)
    x11.XSendEvent.argtypes = (c_void_p, c_ulong, c_int, c_long, POINTER(_ClientMessage))
    x11.XCloseDisplay.argtypes = x11.XFlush.argtypes = (c_void_p,)
    display = x11.XOpenDisplay(None)
    protocols, delete = (x11.XInternAtom(display, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW"))
    data = (c_long * 5)(delete, 0, 0, 0, 0)
    message = _ClientMessage(CLIENT_MESSAGE, 0, 1, display, int(window), protocols, FORMAT_BITS, data)
    x11.XSendEvent(display, int(window), 0, 0, byref(message))
    x11.XFlush(display)
    x11.XCloseDisplay(display)
