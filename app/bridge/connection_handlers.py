"""Owns what the commands about connections and their secrets do; a secret comes in here and never goes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app.bridge.handling import Answer, Arguments, Handler
from app.errors import LinkNotOpened
from app.services.agent_access import AgentAccess, interface_of
from app.services.chat_look import check_look
from app.services.connections import Connection, Connections, ready_to_use


@dataclass(frozen=True, slots=True)
class Exchange:
    """How descriptions are handed on: the folder they go to, how a folder is shown, how a file is asked for."""

    folder: Callable[[], Path]
    show_folder: Callable[[Path], None]
    pick_file: Callable[[], Path | None]


def make_connection_handlers(connections: Connections, access: AgentAccess, exchange: Exchange) -> dict[str, Handler]:
    """Return the handlers of `connection.*`, `secret.*` and `microphone.*`, by name."""
    commands = _Commands(connections, access, exchange)
    return {
        "connection.list": commands.list,
        "connection.test": commands.test,
        "connection.save": commands.save,
        "connection.select": commands.select,
        "connection.remove": commands.remove,
        "connection.export": commands.export,
        "connection.import": commands.import_file,
        "secret.status": commands.secret_status,
        "secret.forget": commands.forget_secret,
        "microphone.forget": commands.forget_microphone,
    }


def shown(connection: Connection) -> Answer:
    """Return what a page shows of a connection."""
    return {
        "id": connection.id,
        "kind": connection.kind,
        "label": connection.label,
        "agent_label": connection.agent_label,
        "interface": interface_of(connection),
        "domain_key": connection.domain_key,
        "chat": asdict(connection.chat),
        "leads_to": connection.leads_to,
    }


def _described(record: Mapping[str, Any]) -> Connection:
    return ready_to_use(Connection(**{**record, "chat": check_look(record["chat"])}))


class _Commands:
    def __init__(self, connections: Connections, access: AgentAccess, exchange: Exchange) -> None:
        self._connections, self._access, self._exchange = connections, access, exchange

    def list(self, _args: Arguments) -> Answer:
        known = [asdict(each) for each in self._connections.all()]
        return {"connections": known, "selected": self._connections.selected.id}

    def test(self, args: Arguments) -> Answer:
        self._access.test(_described(args["connection"]), args["secret"])
        return {}

    def save(self, args: Arguments) -> Answer:
        typed = args["secret"].strip()
        if typed:
            from app.services.secret import clean

            clean(typed)  # refused before anything is kept
        described = _described(args["connection"])
        if not typed and self._access.leads_elsewhere(described):
            self._access.forget_key(described)
        connection = self._connections.save(described)
        if typed:
            self._access.keep_key(connection, typed)
        self._access.begin_anew()
        return {"connection": asdict(connection), **self._status(connection)}

    def select(self, args: Arguments) -> Answer:
        # Without its key nothing is changed: the window and what it talks to stay the same one.
        relay = self._access.relay(self._connections.get(args["id"]))
        connection = self._connections.select(args["id"])
        self._access.switch(relay)
        self._access.prefetch()
        return {"connection": shown(connection)}

    def remove(self, args: Arguments) -> Answer:
        """Forget the secret first: a connection that is gone has no way to it any more.

        `without_key` is for a person whose keyring does not give it away: it stays there.
        """
        connection = self._connections.get(args["id"])
        if not args["without_key"]:
            self._access.forget_key(connection)
        self._connections.remove(connection.id)
        self._access.begin_anew()
        return {"connection": shown(self._connections.selected)}

    def export(self, _args: Arguments) -> Answer:
        from app.services.connection_exchange import export_connections

        folder = self._exchange.folder()
        count = export_connections(self._connections, folder)
        # It is there, whether the system has a program to show it or not.
        with suppress(LinkNotOpened):
            self._exchange.show_folder(folder)
        return {"count": count}

    def import_file(self, _args: Arguments) -> Answer:
        from app.services.connection_exchange import import_connections

        file = self._exchange.pick_file()
        return {"count": import_connections(self._connections, file) if file is not None else None}

    def secret_status(self, args: Arguments) -> Answer:
        return self._status(self._connections.get(args["id"]))

    def forget_secret(self, args: Arguments) -> Answer:
        connection = self._connections.get(args["id"])
        self._access.forget_key(connection)
        self._access.begin_anew()
        return self._status(connection)

    def forget_microphone(self, args: Arguments) -> Answer:
        return {"connection": shown(self._connections.answer_microphone(args["id"], "ask"))}

    def _status(self, connection: Connection) -> Answer:
        status = self._access.status(connection)
        return {"kept": {"source": status.source, "message": status.message, "hint": status.hint}}
