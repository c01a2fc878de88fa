"""Owns the composition of the window process: builds each layer in order and undoes them in reverse."""

from __future__ import annotations

import locale as system_locale
import logging
import os
import platform
import sys
import threading
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from app.brand import BRAND
from app.bridge.channel import Channel
from app.bridge.dispatcher import Dispatcher
from app.bridge.gate import Gate
from app.bridge.handlers import PageFacts, Services, make_handlers
from app.errors import AppError, PageNotResponding
from app.observability.crash_notes import CRASH_NOTES_NAME, CrashNotes
from app.observability.logging_setup import hold_early_lines, start_logging
from app.resources import text
from app.services.chat_host_process import ChatHostProcess
from app.services.connections import Connections
from app.services.drafts import Drafts
from app.services.external_links import ExternalLinks, LinkPolicy
from app.services.failures import Failures
from app.services.later import Later
from app.services.link_opener import open_in_system
from app.services.theme import Theme, ThemeState
from app.settings.data_lock import DataLock
from app.settings.early import EarlySettings, read_early
from app.settings.locations import resolve_locations
from app.window.dialogs import EngineDialogs
from app.window.engine import WindowOptions
from app.window.engines.choice import choose_engine, make_engine, refuse_root, require_display
from app.window.hardening import close_doors
from app.window.lifecycle import Lifecycle, Stopped
from app.window.loopback import bind_loopback
from app.window.main_window import MainWindow, WindowCallbacks
from app.window.pages import Pages
from app.window.recovery import Recovery

if TYPE_CHECKING:
    from app.services.preferences import Preferences
    from app.tools.registry import ToolRegistry

STOP_SECONDS = 0.5
TEST_PORT_VARIABLE = "AGENTNOOK_TEST_CDP_PORT"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WindowArguments:
    """What the command line says about the window: where its data is, and settings that go before all others."""

    data_dir: Path | None
    env_file: Path | None
    overrides: Mapping[str, object]
    allow_root: bool


def run_window(arguments: WindowArguments) -> int:
    """Show the window until it is closed or a signal ends it; returns the exit code, raises AppError when it cannot."""
    hold_early_lines()
    lifecycle = Lifecycle()
    lifecycle.install()
    with suppress(Stopped), ExitStack() as stack:
        refuse_root(arguments.allow_root)
        _Program(arguments, lifecycle, stack).run()
    return 0


class _Program:
    """The window process, put together: each method builds on what the ones before it have built."""

    def __init__(self, arguments: WindowArguments, lifecycle: Lifecycle, stack: ExitStack) -> None:
        self._arguments, self._lifecycle, self._stack = arguments, lifecycle, stack
        self._started = threading.Event()

    def run(self) -> None:
        self._open_ground_floor()
        self._open_pages()
        self._open_window()
        self._open_services()
        self._open_bridge()
        self._window.run()

    def _open_ground_floor(self) -> None:
        self._locations = resolve_locations(self._arguments.data_dir, os.environ)
        self._early = read_early(self._locations, self._arguments.overrides, os.environ, self._arguments.env_file)
        log = start_logging(self._locations.log_file, development=self._early.development)
        self._stack.callback(log.close)
        self._stack.push(log_failure)
        lock = DataLock(self._locations.data_lock_file)
        lock.acquire()
        self._stack.callback(lock.release)
        self._failures = Failures(self._locations.failures_file)
        self._open_crash_notes()
        closed = close_doors(os.environ, keep_sandbox_switches=self._arguments.allow_root)
        if closed:
            logger.info("ignored from the environment: %s", ", ".join(closed))
        require_display(os.environ)

    def _open_crash_notes(self) -> None:
        notes = CrashNotes(self._locations.data_dir / CRASH_NOTES_NAME)
        self._ended_badly = notes.arm() is not None
        self._stack.callback(notes.disarm)

    def _open_pages(self) -> None:
        # Both pairs of sockets are bound before any page is loaded, so that every policy knows every port.
        self._host_sockets = bind_loopback()
        self._stack.callback(self._host_sockets.close)
        self._pages = Pages(self._host_sockets.port, self._on_pages_moved)
        self._stack.callback(self._pages.close)

    def _open_window(self) -> None:
        self._engine = make_engine(choose_engine(self._early.engine))
        self._recovery = Recovery(
            load_shell=lambda: self._engine.load(self._pages.server.shell_url),
            load_fallback=lambda: self._engine.load(self._pages.server.fallback_url),
            end_renderer=self._engine.end_renderer,
            record=lambda error: self._failures.record(error, where="window"),
        )
        self._stack.callback(self._recovery.close)
        callbacks = WindowCallbacks(
            page_open=self._on_page_open,
            link_asked=self._on_link_asked,
            shortcut=lambda name: self._channel.send_event("shortcut.pressed", {"name": name}),
            system_scheme=lambda scheme: self._theme.system_changed(scheme),
            closing=self._on_closing,
        )
        options = window_options(self._early)
        self._window = MainWindow(self._engine, options, self._pages.policy, self._recovery, self._lifecycle, callbacks)

    def _open_services(self) -> None:
        early, engine = self._early, self._engine
        self._theme = Theme(early.theme, "light", engine.set_theme, self._announce_theme)
        self._connections, self._drafts = Connections(), Drafts()
        self._settings: Later[Preferences] = Later(self._make_preferences)
        self._tools: Later[ToolRegistry] = Later(self._make_tools)
        self._link_policy = LinkPolicy()
        self._links = ExternalLinks(self._link_policy, self._remember_host, open_in_system)
        self._host = ChatHostProcess(
            self._host_sockets,
            database=self._locations.database_file,
            chat_origin=self._pages.server.chat_origin,
            tools=lambda: self._tools.get().definitions(),
            on_state=lambda state, message: self._channel.send_event(
                "chat_host.changed", {"state": state, "message": message}
            ),
            on_notice=lambda notice: self._channel.send_event("notice.raised", notice),
            log_file=self._locations.log_file.with_name("chat-host.log"),
        )
        self._stack.callback(self._host.stop, STOP_SECONDS)

    def _open_bridge(self) -> None:
        services = Services(
            facts=self._facts,
            theme=self._theme,
            connections=self._connections,
            drafts=self._drafts,
            links=self._links,
            chat_host=self._host,
            settings=self._settings,
            tools=self._tools,
            decide=lambda request_id, decision: self._permissions.decide(request_id, decision),
            run_diagnostics=self._run_diagnostics,
        )
        self._channel = Channel(self._engine.run_script, on_unresponsive=self._recovery.page_unresponsive)
        self._stack.callback(self._channel.close)
        dispatcher = Dispatcher(make_handlers(services), record_failure=self._record_failure)
        self._stack.callback(dispatcher.close, STOP_SECONDS)
        gate = Gate(dispatcher.dispatch, self._window.open_page, reply_line=self._channel.reply_line)
        self._window.connect(gate, self._channel)

    def _on_pages_moved(self) -> None:
        self._host.move_chat_document(self._pages.server.chat_origin)
        self._recovery.reason = PageNotResponding.default_sentence
        self._engine.load(self._pages.server.shell_url)

    def _facts(self) -> PageFacts:
        settings = self._settings.ready()
        return PageFacts(
            engine=self._engine.version(),
            system=f"{platform.system()} {platform.release()}",
            locale=self._early.locale or system_language(),
            zoom=float(self._early.zoom_percent),
            chat_url=self._pages.server.chat_url,
            chat_origin=self._pages.server.chat_origin,
            page_loads=self._window.page_loads,
            notices=settings.notices() if settings is not None else (),
        )

    def _on_page_open(self) -> None:
        if self._recovery.reason:
            self._channel.send_event("page.recovered", {"reason": self._recovery.reason})
        if self._started.is_set():
            self._permissions.ask_again()
            return
        self._started.set()
        threading.Thread(target=self._finish_start, name="finish-start", daemon=True).start()

    def _finish_start(self) -> None:
        """Do what the first paint did not wait for."""
        self._host.start()
        self._tools.fulfil()
        self._settings.fulfil()
        settings = self._settings.get()
        for host in settings.allowed_link_hosts():
            self._link_policy.allow(host)
        for notice in (*self._start_notices(), *settings.notices()):
            self._channel.send_event("notice.raised", notice)

    def _start_notices(self) -> tuple[Mapping[str, str], ...]:
        if not self._ended_badly:
            return ()
        message, hint = text("notice.ended_badly.message"), text("notice.ended_badly.hint")
        return ({"code": "ended_badly", "message": message, "hint": hint},)

    def _make_preferences(self) -> Preferences:
        from app.services.preferences import Preferences
        from app.settings.store import SettingsStore

        store = SettingsStore(
            self._locations,
            overrides=self._arguments.overrides,
            environ=os.environ,
            env_file=self._arguments.env_file,
        )
        store.load()
        return Preferences(store, self._apply_setting)

    def _make_tools(self) -> ToolRegistry:
        from app.tools.file_handles import FileHandles
        from app.tools.permissions import Permissions
        from app.tools.registry import ToolRegistry
        from app.tools.tool import ToolContext

        handles, dialogs = FileHandles(), EngineDialogs(self._engine)
        self._permissions = Permissions(
            ask=lambda request_id, question: self._channel.send_event(
                "tool.asked", {"request_id": request_id, **question}
            ),
            settle=lambda request_id: self._channel.send_event("tool.settled", {"request_id": request_id}),
        )

        def make_context(connection: str, deadline_seconds: float, cancelled: threading.Event) -> ToolContext:
            return ToolContext(
                connection=connection,
                dialogs=dialogs,
                set_theme=lambda choice: self._settings.get().change("theme", choice),
                issue_handle=handles.issue,
                cancelled=cancelled,
                deadline_seconds=deadline_seconds,
            )

        return ToolRegistry(self._permissions, make_context, lambda _connection: self._connections.selected.agent_label)

    def _apply_setting(self, key: str, value: Any) -> None:
        if key == "theme":
            self._theme.choose(value)
        elif key == "zoom_percent":
            self._engine.set_zoom(value)
        self._channel.send_event("settings.changed", {"key": key, "value": value})

    def _announce_theme(self, state: ThemeState) -> None:
        self._channel.send_event("theme.changed", {"theme": state["choice"], "resolved": state["resolved"]})

    def _remember_host(self, host: str) -> None:
        self._settings.get().allow_link_host(host)

    def _on_link_asked(self, url: str) -> None:
        self._channel.send_event("link.asked", {"url": url})

    def _on_closing(self, width_px: int, height_px: int, maximized: bool) -> None:
        tools = self._tools.ready()
        if tools is not None:
            tools.close()
        settings = self._settings.ready()
        if settings is not None:
            settings.keep_geometry(width_px, height_px, maximized)

    def _record_failure(self, error: AppError, where: str) -> None:
        self._failures.record(error, where=where)

    def _run_diagnostics(self) -> dict[str, Any]:
        from app.diagnostics.engine import run_checks

        return run_checks(self._locations).as_dict()


def log_failure(
    _kind: type[BaseException] | None, error: BaseException | None, _traceback: TracebackType | None
) -> None:
    """Say in the log what ends the program, while there still is a log."""
    if isinstance(error, AppError):
        logger.error("%s: %s", error.code, error.detail or error.sentence)
    elif isinstance(error, Exception):
        logger.error("the program failed", exc_info=error)


def window_options(early: EarlySettings) -> WindowOptions:
    """Return how the window looks before its page can speak."""
    port = os.environ.get(TEST_PORT_VARIABLE, "")
    # SECURITY: T13, only a development run from source opens the engine to a test.
    opens = early.development and not getattr(sys, "frozen", False) and port.isdecimal()
    return WindowOptions(
        title=BRAND.name,
        width_px=early.window_width_px,
        height_px=early.window_height_px,
        maximized=early.window_maximized,
        theme=early.theme,
        zoom_percent=early.zoom_percent,
        software_rendering=early.software_rendering,
        remote_debugging_port=int(port) if opens else None,
    )


def system_language() -> str:
    """Return the system's language as a web locale, such as `de-AT`; `en` when it has none."""
    name = system_locale.getlocale()[0] or ""
    return name.replace("_", "-") if len(name) >= 2 and name not in ("C", "POSIX") else "en"
