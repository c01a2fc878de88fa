"""Owns the way of files through the relay: bytes go to where a self-hosted server wants them, pictures come back.

Nothing is kept here on the way: each piece leaves as it comes, and whoever hangs up ends the other side as well.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack

import httpx2
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from app.chat_host.guard import PICTURE_HEADERS, UPLOAD_LIMIT_BYTES
from app.chat_host.launch import Relay
from app.chat_host.passing import pass_on, read_bounded
from app.chat_host.rewriting import rewrite_json
from app.chat_host.stand_ins import StandIns, Upload
from app.chat_host.targets import Way, find_way
from app.chat_host.upload_body import UploadBody
from app.errors import (
    AnswerUnusable,
    FileRefused,
    InvalidArguments,
    ServerTrouble,
)
from app.network import client_options, transport_failure
from app.resources import text

PASSED_ON = ("content-type", "content-length")
# A pause of the server longer than this is a connection that died.
SERVER_SILENCE_SECONDS = 300.0
# SECURITY: written by us, whatever the server wrote beside it.
PICTURES = frozenset(f"image/{kind}" for kind in ("png", "jpeg", "gif", "webp", "avif", "bmp", "svg+xml"))
MOST_PREVIEW_BYTES = 64 * 1024 * 1024
MOST_ANSWER_BYTES = 1024 * 1024
# SECURITY: what HTTP itself or we answer for; a server has no say in it.
NEVER_SENT = re.compile(
    r"connection|content-length|cookie|expect|host|keep-alive|origin|proxy-.*|te|trailer|transfer-encoding|upgrade",
    re.I,
)
HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}")


class FileRelay:
    """Carries the files of one self-hosted server."""

    def __init__(self, relay: Relay, client: httpx2.AsyncClient, stand_ins: StandIns) -> None:
        self._relay, self._client, self._stand_ins = relay, client, stand_ins

    async def upload(self, request: Request) -> Response:
        """Pass a file on, and return what its new place says; raises an AppError where it says no."""
        upload = self._stand_ins.uploads.find(request.path_params["name"])
        if upload.method not in ("", request.method):
            raise InvalidArguments
        body = UploadBody(request, UPLOAD_LIMIT_BYTES)
        return await body.unless_left(self._pass_up(upload, request, body))

    async def preview(self, request: Request) -> Response:
        """Return a picture as it comes; raises an AppError where there is none."""
        url = self._stand_ins.previews.find(request.path_params["name"])
        async with AsyncExitStack() as stack:
            answer = await self._reach(stack, "GET", url, {"accept": "image/*"}, None)
            kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
            if kind not in PICTURES:
                raise AnswerUnusable(text("relay.no_picture.sentence"), hint=text("relay.no_picture.hint"))
            pieces = pass_on(answer, stack.pop_all(), MOST_PREVIEW_BYTES)
            return StreamingResponse(pieces, media_type=kind, headers=PICTURE_HEADERS)

    async def _pass_up(self, upload: Upload, request: Request, body: UploadBody) -> Response:
        headers = {name: request.headers[name] for name in PASSED_ON if name in request.headers}
        headers |= {name.lower(): value for name, value in upload.headers if may_be_sent(name, value)}
        async with AsyncExitStack() as stack:
            answer = await self._reach(stack, request.method, upload.url, headers, body.pieces())
            if answer.status_code == 204 or not answer.headers.get("content-type", "").startswith("application/json"):
                return Response(status_code=answer.status_code)
            said = await read_bounded(answer, upload.url, MOST_ANSWER_BYTES)
            return Response(rewrite_json(said, self._stand_ins), answer.status_code, media_type="application/json")

    async def _reach(
        self,
        stack: AsyncExitStack,
        method: str,
        target: str,
        headers: Mapping[str, str],
        content: AsyncIterator[bytes] | None,
    ) -> httpx2.Response:
        """Return the head of a good answer; its connection lasts as long as the stack."""
        way = await find_way(target, self._relay.url)
        client = self._client if way.is_own else await stack.enter_async_context(_client_for(way))
        # SECURITY: the header of this connection is for its server; an address elsewhere never sees it.
        own = self._relay.headers if way.is_own else {}
        merged = {**{name.lower(): value for name, value in own.items()}, **headers, **way.headers}
        failure: Exception | None = None
        for url in way.urls:
            asked = client.build_request(method, url, content=content, headers=merged, extensions=dict(way.extensions))
            try:
                answer = await client.send(asked, stream=True)
            except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
                # Nothing was sent yet, so the next address can have it all.
                failure = error
                continue
            except (httpx2.HTTPError, OSError) as error:
                raise transport_failure(error, target) from None
            stack.push_async_callback(answer.aclose)
            check_status(answer.status_code)
            return answer
        raise transport_failure(failure or OSError(), target) from None


def check_status(status: int) -> None:
    """Raise what any status but success means where a file is sent to or comes from."""
    if status >= 500:
        raise ServerTrouble(text("relay.file_trouble.sentence"), hint=text("relay.trouble.hint"))
    if status >= 300:
        raise FileRefused(text("relay.file_refused.sentence", status=status), hint=text("relay.file_refused.hint"))


def may_be_sent(name: str, value: str) -> bool:
    """Say whether a header that a server wants with a file may go there."""
    is_header = HEADER_NAME.fullmatch(name) is not None and value.isascii() and value.isprintable()
    return is_header and not NEVER_SENT.fullmatch(name)


def _client_for(way: Way) -> httpx2.AsyncClient:
    options = client_options(str(way.urls[0]), None, SERVER_SILENCE_SECONDS)
    return httpx2.AsyncClient(**{**options, "proxy": way.proxy})
