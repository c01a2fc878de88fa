"""Owns how the one file of a form is read while the form still comes: its name and type first, then its bytes."""

from __future__ import annotations

from collections.abc import AsyncIterator

from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header

from app.errors import InvalidArguments

FORM = b"multipart/form-data"


class FormFile:
    """The first part of a form that is a file; all others are read over."""

    def __init__(self, content_type: str, pieces: AsyncIterator[bytes]) -> None:
        """Raise InvalidArguments for a body that is no form."""
        kind, options = parse_options_header(content_type)
        if kind != FORM or not options.get(b"boundary"):
            raise InvalidArguments
        self.name, self.mime_type = "", ""
        self._pieces = pieces
        self._found = self._inside = False
        self._header: tuple[bytearray, bytearray] = (bytearray(), bytearray())
        self._headers: dict[bytes, bytes] = {}
        self._read = bytearray()
        self._parser = MultipartParser(
            options[b"boundary"],
            {
                "on_header_field": lambda data, start, end: self._header[0].extend(data[start:end]),
                "on_header_value": lambda data, start, end: self._header[1].extend(data[start:end]),
                "on_header_end": self._end_header,
                "on_headers_finished": self._begin_part,
                "on_part_data": self._take,
                "on_part_end": self._end_part,
            },
        )

    async def begin(self) -> None:
        """Read up to the file; raises InvalidArguments where there is none."""
        async for piece in self._pieces:
            self._parse(piece)
            if self._found:
                return
        raise InvalidArguments

    async def pieces(self) -> AsyncIterator[bytes]:
        """Return the file piece by piece; raises InvalidArguments when the form breaks off in it."""
        yield self._taken()
        async for piece in self._pieces:
            self._parse(piece)
            yield self._taken()
        if self._inside:
            raise InvalidArguments

    def _parse(self, piece: bytes) -> None:
        try:
            self._parser.write(piece)
        except MultipartParseError:
            raise InvalidArguments from None

    def _taken(self) -> bytes:
        taken = bytes(self._read)
        self._read.clear()
        return taken

    def _end_header(self) -> None:
        name, value = self._header
        self._headers[bytes(name).lower()] = bytes(value)
        self._header = (bytearray(), bytearray())

    def _begin_part(self) -> None:
        _, options = parse_options_header(self._headers.get(b"content-disposition"))
        if b"filename" in options and not self._found:
            self._found = self._inside = True
            self.name = options[b"filename"].decode("utf-8", "replace")
            self.mime_type = self._headers.get(b"content-type", b"").decode("latin-1")
        self._headers = {}

    def _take(self, data: bytes, start: int, end: int) -> None:
        if self._inside:
            self._read += data[start:end]

    def _end_part(self) -> None:
        self._inside = False
