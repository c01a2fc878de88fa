"""Owns how the chat host is put together: store, agent, server and HTTP over the sockets it was given."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, closing
from pathlib import Path

from starlette.types import ASGIApp

from app.chat_host.agents.guide import Guide
from app.chat_host.attachment_endpoint import AttachmentEndpoint
from app.chat_host.attachment_files import AttachmentFiles, folder_beside
from app.chat_host.attachment_rows import AttachmentRows
from app.chat_host.attachments import Attachments
from app.chat_host.database import open_database
from app.chat_host.guard import Policy
from app.chat_host.http import answering, build_application
from app.chat_host.launch import Launch, Relay, adopt_sockets
from app.chat_host.rehearsal import rehearse
from app.chat_host.server import ConversationServer
from app.chat_host.serving import HostServer
from app.chat_host.stand_ins import StandIns
from app.chat_host.store import ConversationStore
from app.chat_host.transactions import StoreFailure
from app.resources import text

logger = logging.getLogger(__name__)


async def run_host(
    launch: Launch, ends_with: Callable[[Callable[[], None]], None], say: Callable[[Mapping[str, object]], None]
) -> None:
    """Answer until what `ends_with` was given is called; `say` once that it is ready."""
    sockets = adopt_sockets(launch)
    connection, set_aside = open_database(launch.database)
    with closing(connection):
        policy = Policy(f"localhost:{launch.port}", launch.chat_origin, launch.token)
        attachments = attachments_in(connection, launch.database, f"http://{policy.host}")
        sweep(attachments)
        store = ConversationStore(connection, attachments)
        server = ConversationServer(store, Guide([tool.name for tool in launch.tools]))
        notices = [set_aside_notice(set_aside.name)] if set_aside else []
        await rehearse()
        async with AsyncExitStack() as stack:
            if launch.relay is None:
                application = build_application(answering(server), policy, AttachmentEndpoint(attachments).routes)
            else:
                application = await stack.enter_async_context(relaying(launch.relay, policy))
            host = HostServer(application, lambda: say({"ready": True, "notices": notices}))
            ends_with(host.end)
            await host.serve(sockets)


def attachments_in(connection: sqlite3.Connection, database: Path, origin: str) -> Attachments:
    """Return the attachments of the conversations in a database, under addresses of the chat host's origin."""
    return Attachments(AttachmentRows(connection), AttachmentFiles(folder_beside(database)), StandIns(origin))


def sweep(attachments: Attachments) -> None:
    """Delete what is left over; where that cannot be done now, it can wait for the next start."""
    try:
        attachments.sweep()
    except (StoreFailure, OSError) as error:
        logger.warning("what was attached and never sent cannot be deleted: %s", error)


@asynccontextmanager
async def relaying(relay: Relay, policy: Policy) -> AsyncIterator[ASGIApp]:
    """Let a server elsewhere answer; the libraries for it are not loaded for conversations of this computer."""
    from app.chat_host.relay import RelayEndpoint

    async with RelayEndpoint(relay, f"http://{policy.host}") as endpoint:
        yield build_application(endpoint.answer, policy, endpoint.routes)


def set_aside_notice(name: str) -> dict[str, str]:
    """Return what a person is told about a damaged database."""
    return {
        "code": "conversations_set_aside",
        "message": text("chat_host.set_aside.message"),
        "hint": text("chat_host.set_aside.hint", name=name),
    }
