"""Owns what each command of the contract does, in terms of the services below; it knows no window and no engine."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app import __version__
from app.brand import BRAND
from app.bridge.connection_handlers import Exchange, make_connection_handlers, shown
from app.bridge.contract import PROTOCOL_VERSION
from app.bridge.diagnostic_handlers import Diagnostics, make_diagnostic_handlers
from app.bridge.export_handlers import Exports, make_export_handlers
from app.bridge.handling import Answer, Arguments, Handler, doing
from app.bridge.tool_handlers import Tools, make_tool_handlers
from app.errors import AppError, InterfaceFailed
from app.resources import text
from app.services.agent_access import AgentAccess
from app.services.connections import Connections
from app.services.drafts import Drafts
from app.services.external_links import ExternalLinks
from app.services.later import Later
from app.services.official_script import official_script
from app.services.theme import Theme

logger = logging.getLogger("app.page")


class Settings(Protocol):
    """The settings as commands need them."""

    def describe(self, key: str) -> Answer:
        """Return value, default, source and help of one setting."""

    def change(self, key: str, value: object) -> object:
        """Validate, apply and save one setting; returns what it is now."""


class ChatHost(Protocol):
    """The chat host as commands need it."""

    @property
    def url(self) -> str:
        """Where it listens."""

    @property
    def token(self) -> str:
        """Its token of this start."""

    @property
    def state(self) -> str:
        """starting, ready, failed or stopped."""

    @property
    def message(self) -> str:
        """What to say about that state."""

    def retry(self) -> None:
        """Start it again."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What `app.hello` tells beyond the services: facts of this start, asked for when the page opens."""

    engine: str
    system: str
    locale: str
    page_loads: int
    notices: tuple[Mapping[str, str], ...]
    development: bool = False


@dataclass(frozen=True, slots=True)
class Services:
    """Everything the commands reach; what is heavy to make comes later."""

    facts: Callable[[], PageFacts]
    theme: Theme
    connections: Connections
    access: AgentAccess
    drafts: Drafts
    links: ExternalLinks
    chat_host: Later[ChatHost]
    exchange: Exchange
    exports: Later[Exports]
    show_folder: Callable[[Path], None]
    settings: Later[Settings]
    tools: Later[Tools]
    decide: Callable[[str, str], None]
    cancel_calls: Callable[[], None]
    take_files: Callable[[], Answer]
    diagnostics: Diagnostics
    record: Callable[[AppError], None]
    settle: Callable[[str], None]


def make_handlers(services: Services) -> dict[str, Handler]:
    """Return the handler of every command, by name."""
    return {
        "app.hello": lambda _args: _hello(services),
        "app.ping": lambda args: {"n": args["n"]},
        "settings.read": lambda args: services.settings.get().describe(args["key"]),
        "settings.write": lambda args: {"value": services.settings.get().change(args["key"], args["value"])},
        **make_connection_handlers(services.connections, services.access, services.exchange),
        **make_export_handlers(services.connections, services.access, services.exports, services.show_folder),
        "chat.endpoint": lambda _args: _endpoint(services.chat_host.get()),
        "chat.retry": doing(lambda _args: services.chat_host.get().retry()),
        "chat.failed": doing(lambda args: services.record(_interface_failure(args["fault"]))),
        "chat.ready": doing(lambda _args: services.settle(InterfaceFailed.code)),
        "chat.client_secret": lambda args: {"client_secret": services.access.client_secret(**args)},
        **make_tool_handlers(services.tools, services.decide, services.cancel_calls),
        "file.take": lambda _args: services.take_files(),
        # The gate has judged it.
        "press.confirm": lambda _args: {},
        "link.open": lambda args: _open_link(services.links, args),
        "draft.keep": doing(lambda args: services.drafts.keep(**args)),
        **make_diagnostic_handlers(services.diagnostics),
        "log.note": lambda args: _note(args),
    }


def _hello(services: Services) -> Answer:
    facts, draft = services.facts(), services.drafts.current()
    return {
        "protocol": PROTOCOL_VERSION,
        "name": BRAND.name,
        "tagline": BRAND.tagline,
        "homepage": BRAND.homepage,
        "icon": BRAND.icon,
        "version": __version__,
        "engine": facts.engine,
        "system": facts.system,
        "locale": facts.locale,
        "theme": services.theme.state(),
        "connection": shown(services.connections.selected),
        "has_connections": len(services.connections.all()) > 1,
        "chat_script": official_script(),
        "accents": {"light": BRAND.accent_light, "dark": BRAND.accent_dark},
        "notices": list(facts.notices),
        "draft": draft.text,
        "thread_id": draft.thread_id,
        "page_loads": facts.page_loads,
        "development": facts.development,
    }


def _endpoint(chat_host: ChatHost) -> Answer:
    return {
        "url": chat_host.url,
        "token": chat_host.token,
        "capabilities": {"attachments": True, "dictation": False},
        "state": chat_host.state,
        "message": chat_host.message,
    }


def _interface_failure(fault: str) -> InterfaceFailed:
    return InterfaceFailed(text(f"shell.official.{fault}"), hint=text(f"shell.official_hint.{fault}"), detail=fault)


def _open_link(links: ExternalLinks, args: Arguments) -> Answer:
    outcome, host = links.open(args["url"], args["confirmed"])
    return {"outcome": outcome, "host": host}


def _note(args: Arguments) -> Answer:
    levels = {"info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
    logger.log(levels[args["level"]], "%s", args["message"])
    return {}
