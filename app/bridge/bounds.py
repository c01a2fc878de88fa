"""Owns the bounds of one text of a page, for those who need nothing else of the contract."""

from __future__ import annotations

# One text of a page, as UTF-8, and how many envelopes it may hold, one a line.
MAX_MESSAGE_BYTES = 64 * 1024
MAX_LINES = 256
