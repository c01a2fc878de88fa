"""Owns how much one result may hold, and how a text is cut to what is left of it."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping

# As the chat document writes it for a server: in UTF-8 at most four bytes each, well below the 1 MiB that the chat host
# takes. The bridge and the port have no limit of their own on answers.
MOST_RESULT_CHARACTERS = 50_000
# What stands around a result: braces, `"success": true`.
SPARE_CHARACTERS = 200


def written(value: object) -> str:
    """Return a value as JSON, each letter as one character whatever its script; raises as `json.dumps` does."""
    return json.dumps(value, allow_nan=False, ensure_ascii=False)


def told(value: object) -> str:
    """Return a value as JSON that anybody can be told; half a character, as of a name that is no text, becomes one."""
    return written(value).encode("utf-8", "replace").decode("utf-8")


def room_beside(result: Mapping[str, object]) -> int:
    """Return how many characters of JSON a result may grow by."""
    return MOST_RESULT_CHARACTERS - SPARE_CHARACTERS - len(written(result))


def cut_to_fit(words: str, most_characters: int, room: int) -> str:
    """Return the beginning of a text: at most so many characters, that take at most so many of JSON."""
    piece = words[:most_characters]
    if len(written(piece)) <= room:
        return piece
    # Quotes and line ends take two characters of JSON, controls six.
    lengths = range(1, len(piece))
    return piece[: bisect_right(lengths, room, key=lambda length: len(written(piece[:length])))]
