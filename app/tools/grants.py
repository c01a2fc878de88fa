"""Owns what the person has allowed for longer than once: by tool and connection, for this session or for always."""

from __future__ import annotations

import hashlib
import json
import logging
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from app.errors import CannotWrite
from app.tools.permissions import DECISIONS, MOST_GRANTS, THIS_TIME, Decision, Lasting
from app.tools.tool import Tool, Touch

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Grant:
    """One tool for one connection; `agent` is where the connection led and `touches` what the tool touched then."""

    connection: str
    agent: str
    tool: str
    touches: frozenset[Touch]
    lasts: Lasting
    digest: str = ""
    """What the tool was, so that another one of its name is another one."""

    @property
    def about(self) -> tuple[str, str]:
        """What it is about."""
        return (self.connection, self.tool)


class Keeping(Protocol):
    """Where grants outlive the program."""

    def read(self) -> tuple[Grant, ...]:
        """Return what is kept."""

    def write(self, grants: Iterable[Grant]) -> None:
        """Keep these and no others; raises CannotWrite."""


def choices_for(tool: Tool[Any]) -> tuple[Decision, ...]:
    """Return what a person may answer when a tool wants to run.

    SECURITY: T08, what leaves this computer is allowed for a session at most: nobody remembers next month what they let
    out today. Where what is given away is another thing each time, the person sees each.
    """
    if tool.each_time:
        return THIS_TIME
    return tuple(each for each in DECISIONS if each != "always" or Touch.LEAVES not in tool.touches)


def digest_of(tool: Tool[Any]) -> str:
    """Return what tells a tool from another one of its name: what it says it does, and what it takes.

    A tool of ours says it by a key of the catalogue: the words for it may be another language's.
    """
    described = json.dumps([tool.sentence, tool.schema()], sort_keys=True)
    return hashlib.sha256(described.encode()).hexdigest()[:32]


class Grants:
    """All that is allowed; safe on every thread.

    `leads_to` says where a connection leads, empty where there is no such connection. Denials are not remembered.
    """

    def __init__(self, tools: Sequence[Tool[Any]], leads_to: Callable[[str], str], keeping: Keeping) -> None:
        self._tools = {tool.name: tool for tool in tools}
        self._leads_to, self._keeping = leads_to, keeping
        self._lock = threading.Lock()
        # Whether the disk has refused what it should have forgotten.
        self._is_owed = False
        self._grants = {each.about: each for each in keeping.read()}
        self.prune()

    def covering(self, tool: Tool[Any], connection: str) -> Lasting | None:
        """Say how a call is allowed already, or that it is not."""
        with self._lock:
            grant = self._grants.get((connection, tool.name))
            return grant.lasts if grant is not None and self._holds(grant) else None

    def agent_of(self, connection: str) -> str:
        """Return where a connection leads now, to be given what is answered about it; empty where there is none."""
        return self._leads_to(connection)

    def give(self, tool: Tool[Any], connection: str, lasts: Lasting, agent: str) -> None:
        """Allow a tool to an agent, unless the connection leads there no more.

        What the disk does not take is forgotten at the end.
        """
        grant = Grant(connection, agent, tool.name, tool.touches, lasts, digest_of(tool))
        with self._lock:
            if not self._holds(grant):
                return
            before = self._grants.get(grant.about)
            if before is not None and before.lasts == "always" and self._holds(before):
                return
            if len(self._grants) >= MOST_GRANTS and grant.about not in self._grants:
                self._grants.pop(next(iter(self._grants)))
            self._grants[grant.about] = grant
            if lasts == "session":
                return
            try:
                self._keep()
            except CannotWrite as error:
                logger.warning("a permission is not kept: %s", error.detail)
                self._grants[grant.about] = replace(grant, lasts="session")

    def revoke(self, connection: str | None, tool: str | None) -> None:
        """Take back one, or all of a connection or tool; None is any. Raises CannotWrite: it may be back some day."""
        self._remove(lambda each: connection in (None, each.connection) and tool in (None, each.tool))

    def prune(self) -> None:
        """Remove what holds no longer: its connection is gone or leads elsewhere, its tool is gone or touches more."""
        try:
            self._remove(lambda each: not self._holds(each))
        except CannotWrite as error:
            # It holds for nobody all the same.
            logger.warning("old permissions are not removed: %s", error.detail)

    def all(self) -> list[Grant]:
        """Return what holds, in the order it was given."""
        with self._lock:
            return [each for each in self._grants.values() if self._holds(each)]

    def _remove(self, is_meant: Callable[[Grant], bool]) -> None:
        with self._lock:
            gone = [each for each in self._grants.values() if is_meant(each)]
            for each in gone:
                del self._grants[each.about]
            if self._is_owed or any(each.lasts == "always" for each in gone):
                self._keep()

    def _keep(self) -> None:
        self._is_owed = True
        self._keeping.write([each for each in self._grants.values() if each.lasts == "always"])
        self._is_owed = False

    def _holds(self, grant: Grant) -> bool:
        """SECURITY: T08, a permission follows neither a name to another server nor a tool to what it did not do then.

        What a file says is not offered today is not allowed either.
        """
        tool = self._tools.get(grant.tool)
        return (
            tool is not None
            and tool.touches <= grant.touches
            and digest_of(tool) == grant.digest
            and grant.lasts in choices_for(tool)
            and grant.agent == self._leads_to(grant.connection) != ""
        )
