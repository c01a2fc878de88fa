"""Owns the connections a person can talk to: this computer, which needs nothing, and those that were described."""

from __future__ import annotations

import re
import secrets
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from app.errors import ConnectionUnusable, NotFound
from app.resources import text
from app.services.chat_look import PLAIN_LOOK, ChatLook
from app.services.connection_details import (
    check_domain_key,
    check_header_name,
    check_url,
    check_workflow_id,
    clean_label,
)

ConnectionKind = Literal["local", "workflow", "session_service", "server"]
MicrophoneAnswer = Literal["ask", "allowed", "denied"]

LOCAL_ID = "local"
# What is given from outside is described there, and kept there.
GIVEN_ID = "given"
MOST_CONNECTIONS = 50
ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
INTERFACES = ("automatic", "official", "builtin")


@dataclass(frozen=True, slots=True)
class Connection:
    """Something to talk to: `label` names it in the bar, `agent_label` says who answers. It never holds a secret.

    `workflow_id` belongs to hosted kinds, `url` to a session service or a ChatKit server, `domain_key` and
    `header_name` to a server; `interface` is automatic, official or builtin; `chat` says how the chat looks;
    `microphone` is what the person has said about it.
    """

    id: str
    kind: ConnectionKind
    label: str
    agent_label: str
    workflow_id: str = ""
    url: str = ""
    domain_key: str = ""
    header_name: str = ""
    interface: str = "automatic"
    chat: ChatLook = PLAIN_LOOK
    microphone: MicrophoneAnswer = "ask"

    @property
    def leads_to(self) -> str:
        """Where it leads: what was allowed to one agent is not allowed to another."""
        return f"{self.kind} {self.url} {self.workflow_id}"


class Keeping(Protocol):
    """Where connections outlive the program."""

    selected: str
    """The one that was selected, once they have been read; empty while nobody has chosen."""

    def read(self) -> tuple[Connection, ...]:
        """Return what is kept."""

    def write(self, connections: Iterable[Connection], selected: str = "") -> None:
        """Keep these and no others; raises CannotWrite."""


class Connections:
    """All connections, and the one that is selected; safe on every thread.

    Without `keeping` they end with the program. `given` is one that is there without being described or kept here; it
    is talked to until the person chooses another one. `asked` is the id of the one to begin with, whichever was chosen.
    """

    def __init__(
        self,
        keeping: Keeping | None = None,
        given: Connection | None = None,
        asked: str = "",
    ) -> None:
        self._keeping = keeping
        self._changed: Callable[[], None] = lambda: None
        self._lock = threading.Lock()
        local = Connection(LOCAL_ID, "local", text("connection.local.label"), text("connection.local.agent_label"))
        self._connections = {each.id: each for each in (local, given) if each is not None}
        first = given.id if given is not None else LOCAL_ID
        self._connections |= {each.id: each for each in (keeping.read() if keeping is not None else ())}
        kept = keeping.selected if keeping is not None else ""
        self._selected = next(each for each in (asked, kept, first) if each in self._connections)

    def tell(self, changed: Callable[[], None]) -> None:
        """Call this whenever they, or the selected one, are others."""
        self._changed = changed

    @property
    def selected(self) -> Connection:
        """The connection the window talks to."""
        with self._lock:
            return self._connections[self._selected]

    def all(self) -> tuple[Connection, ...]:
        """Return every connection, in the order the person sees."""
        with self._lock:
            return tuple(self._connections.values())

    def described(self) -> tuple[Connection, ...]:
        """Return those that were described here, to be handed on."""
        return tuple(map(_handed_on, _described(self.all())))

    def save(self, described: Connection) -> Connection:
        """Keep a connection, a new one under a new id; raises ConnectionUnusable, NotFound or CannotWrite."""
        connection = ready_to_use(described)
        with self._lock:
            if connection.id in ("", GIVEN_ID):
                connection = replace(connection, id=_new_id(connection))
            elif connection.id not in self._connections:
                raise NotFound
            # SECURITY: T28, whoever describes a connection gives it nothing; the person does, when it asks.
            answer = _answer_for(self._connections.get(connection.id), connection)
            connection = replace(connection, microphone=answer)
            self._keep({**self._connections, connection.id: connection}, self._selected)
        self._changed()
        return connection

    def add(self, described: Iterable[Connection]) -> int:
        """Keep connections under new ids, except those that are there already; returns how many, raises CannotWrite."""
        with self._lock:
            known = {_without_id(each) for each in self._connections.values()}
            fresh = [each for each in dict.fromkeys(map(_without_id, described)) if each not in known]
            added = [replace(each, id=_new_id(each)) for each in fresh]
            if added:
                self._keep({**self._connections, **{each.id: each for each in added}}, self._selected)
            return len(added)

    def remove(self, connection_id: str) -> None:
        """Forget a connection; the window then talks to this computer. Raises NotFound or CannotWrite."""
        with self._lock:
            if connection_id not in self._connections or connection_id in (LOCAL_ID, GIVEN_ID):
                raise NotFound
            others = {key: each for key, each in self._connections.items() if key != connection_id}
            self._keep(others, LOCAL_ID if self._selected == connection_id else self._selected)
        self._changed()

    def select(self, connection_id: str) -> Connection:
        """Talk to this one from now on, and after the next start; raises NotFound or CannotWrite."""
        with self._lock:
            if connection_id not in self._connections:
                raise NotFound
            self._keep(self._connections, connection_id)
            selected = self._connections[connection_id]
        self._changed()
        return selected

    def answer_microphone(self, connection_id: str, answer: MicrophoneAnswer) -> Connection:
        """Remember what the person said about the microphone; raises NotFound or CannotWrite."""
        with self._lock:
            if connection_id not in self._connections:
                raise NotFound
            answered = replace(self._connections[connection_id], microphone=answer)
            self._keep({**self._connections, connection_id: answered}, self._selected)
            return answered

    def get(self, connection_id: str) -> Connection:
        """Return one of them; raises NotFound."""
        with self._lock:
            if connection_id not in self._connections:
                raise NotFound
            return self._connections[connection_id]

    def _keep(self, connections: dict[str, Connection], selected: str) -> None:
        """Write first: what the disk refused is not there in the list either."""
        if len(connections) > MOST_CONNECTIONS:
            raise ConnectionUnusable(text("connections.too_many"), hint=text("connections.too_many.hint"))
        if self._keeping is not None:
            self._keeping.write(_described(connections.values()), selected)
        self._connections, self._selected = connections, selected


def _described(connections: Iterable[Connection]) -> tuple[Connection, ...]:
    return tuple(each for each in connections if each.id not in (LOCAL_ID, GIVEN_ID))


def _handed_on(connection: Connection) -> Connection:
    """Return a connection as another computer gets it: what was allowed here is not allowed there."""
    return replace(connection, microphone="ask")


def _without_id(connection: Connection) -> Connection:
    return replace(_handed_on(connection), id="")


def _answer_for(known: Connection | None, described: Connection) -> MicrophoneAnswer:
    """Return what was said about the microphone, as long as it is the same agent and dictation stays on."""
    if known is None or not described.chat.dictation:
        return "ask"
    return known.microphone if known.leads_to == described.leads_to else "ask"


def _new_id(connection: Connection) -> str:
    return f"{connection.kind}-{secrets.token_hex(6)}"


def ready_to_use(described: Connection) -> Connection:
    """Return a connection with only what its kind needs, each checked; raises ConnectionUnusable."""
    kind = described.kind
    if kind == "local" or described.interface not in INTERFACES:
        raise ConnectionUnusable
    hosted = kind in ("workflow", "session_service")
    checked = replace(
        described,
        agent_label=clean_label(described.agent_label),
        workflow_id=check_workflow_id(described.workflow_id) if hosted else "",
        url=check_url(described.url) if kind != "workflow" else "",
        domain_key=check_domain_key(described.domain_key) if kind == "server" else "",
        header_name=check_header_name(described.header_name) if kind == "server" else "",
        # Nothing but OpenAI writes down what is said.
        chat=described.chat if hosted else replace(described.chat, dictation=False),
        microphone=described.microphone if hosted and described.chat.dictation else "ask",
    )
    label = clean_label(described.label) or text(f"connection.{kind}.label")
    return replace(checked, label=label, agent_label=checked.agent_label or label)
