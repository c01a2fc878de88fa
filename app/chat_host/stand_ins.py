"""Owns the addresses that a page gets for files: ours stand for what is here, and for what a server elsewhere has."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Generic

from typing_extensions import TypeVar

from app.chat_host.guard import PREVIEWS_PATH, UPLOADS_PATH
from app.errors import NotFound
from app.resources import text

# A hundred messages with ten files each come in one page of a conversation.
MOST_PREVIEWS = 4096
MOST_UPLOADS = 256


@dataclass(frozen=True, slots=True)
class Upload:
    """Where the bytes of a file go, as the server says; without a method the page's own counts."""

    url: str
    method: str = ""
    headers: tuple[tuple[str, str], ...] = ()


Target = TypeVar("Target")
Place = TypeVar("Place", default=Upload)


class Names(Generic[Target]):
    """Names that nobody can guess, one for each target; beyond `most` whatever was not used for longest is dropped."""

    def __init__(self, most: int) -> None:
        self._most = most
        # Each in the order of use.
        self._names: dict[Target, str] = {}
        self._targets: dict[str, Target] = {}

    def name(self, target: Target) -> str:
        """Return the name of a target, a new one where it has none."""
        # SECURITY: whoever knows the name of a picture may load it: an image of a page cannot send our token.
        name = self._names.pop(target, None) or secrets.token_urlsafe(32)
        self._names[target] = name
        self._targets[name] = target
        if len(self._names) > self._most:
            oldest = next(iter(self._names))
            del self._targets[self._names.pop(oldest)]
        return name

    def find(self, name: str) -> Target:
        """Return what a name stands for; raises NotFound."""
        if name not in self._targets:
            raise NotFound(text("relay.file_gone.sentence"), hint=text("relay.file_gone.hint"))
        target = self._targets[name]
        self.name(target)
        return target


class StandIns(Generic[Place]):
    """The addresses that one chat host gives out: of places that take a file, and of pictures by what names them."""

    def __init__(self, origin: str) -> None:
        self._origin = origin
        self.uploads: Names[Place] = Names(MOST_UPLOADS)
        self.previews: Names[str] = Names(MOST_PREVIEWS)

    def for_upload(self, upload: Place) -> str:
        """Return the address that a page sends a file to."""
        return f"{self._origin}{UPLOADS_PATH}/{self.uploads.name(upload)}"

    def for_preview(self, picture: str) -> str:
        """Return the address that a page loads a picture from."""
        return f"{self._origin}{PREVIEWS_PATH}/{self.previews.name(picture)}"
