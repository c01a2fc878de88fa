"""A network with nobody in it but this computer, for one thread and the programs that it starts."""

from __future__ import annotations

import ctypes
import fcntl
import os
import socket
import struct
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest

CLONE_NEWNET = 0x40000000
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1
REQUEST = "16sh14x"
# An address of a network that is for examples only.
ELSEWHERE = ("192.0.2.1", 443)

Value = TypeVar("Value")


def without_network(work: Callable[[], Value]) -> Value:
    """Do the work on a thread whose network has no route, and return what it returns; skips where there is no such."""
    if sys.platform != "linux":
        pytest.skip("networks of one's own are Linux's")
    with ThreadPoolExecutor(1, "without-network") as pool:
        return pool.submit(_leave_network_and, work).result()


def _leave_network_and(work: Callable[[], Value]) -> Value:
    if ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWNET):
        pytest.skip(f"no network of one's own here: {os.strerror(ctypes.get_errno())}")
    with socket.socket() as probe:
        _, flags = struct.unpack(REQUEST, fcntl.ioctl(probe, SIOCGIFFLAGS, struct.pack(REQUEST, b"lo", 0)))
        fcntl.ioctl(probe, SIOCSIFFLAGS, struct.pack(REQUEST, b"lo", flags | IFF_UP))
        assert probe.connect_ex(ELSEWHERE) != 0, "there is a route all the same"
    return work()
