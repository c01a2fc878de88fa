"""Owns what works behind the window: pages, services, tools and bridge, put together while the engine fetches the page.

It is built on a thread of its own as soon as the window exists, so that none of its imports stands before the first
paint; what is heavier still (the validated settings, the tools, the chat host) follows once the page has opened.
"""

from __future__ import annotations

import locale as system_locale
import logging
import os
import platform
import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import __version__
from app.brand import BRAND
from app.bridge.channel import Channel
from app.bridge.connection_handlers import Exchange
from app.bridge.contract import ALL_COMMANDS, COMMANDS
from app.bridge.diagnostic_handlers import Diagnostics
from app.bridge.dispatcher import Dispatcher
from app.bridge.gate import Gate
from app.bridge.handlers import PageFacts, Services, make_handlers
from app.errors import AppError, Cancelled
from app.observability.logging_setup import LogSetup
from app.resources import text
from app.services.agent_access import AgentAccess, is_hosted
from app.services.connections import Connections
from app.services.drafts import Drafts
from app.services.external_links import ExternalLinks, LinkPolicy
from app.services.failures import Failures
from app.services.given_connection import lacks_key
from app.services.installation import installation_id
from app.services.later import Later
from app.services.microphone import Microphone
from app.services.official_script import official_script, origin_of
from app.services.page_question import PageQuestion
from app.services.theme import Theme, ThemeState
from app.settings.early import EarlySettings
from app.settings.locations import Locations
from app.tools.cancellation import Cancellation
from app.tools.destination import destination
from app.tools.given_files import GivenFiles
from app.tools.permissions import Permissions
from app.window.dialogs import AgentDialogs, EngineClipboard, EngineDialogs
from app.window.engine import Engine, Scheme
from app.window.loopback import LoopbackSockets
from app.window.main_window import MainWindow
from app.window.pages import Pages
from app.window.recovery import Recovery

if TYPE_CHECKING:
    from app.chat_host.launch import Relay
    from app.diagnostics.diagnosis import Diagnosis
    from app.diagnostics.resets import Resets
    from app.observability.recording import Recording
    from app.services.chat_host_process import ChatHostProcess
    from app.services.credentials import Credentials
    from app.services.early_secret import EarlySecret
    from app.services.hosted_exports import HostedExports
    from app.services.preferences import Preferences
    from app.tools.file_handles import FileHandles
    from app.tools.registry import ToolRegistry
    from app.window.second_starts import StartRequest

STOP_SECONDS = 0.8
PICK_SECONDS = 600.0
MICROPHONE_SECONDS = 120.0

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Foundation:
    """What a start has built before the window was shown."""

    locations: Locations
    early: EarlySettings
    overrides: Mapping[str, object]
    env_file: Path | None
    environ: Mapping[str, str]
    ended_badly: bool
    log: LogSetup
    failures: Failures
    engine: Engine
    window: MainWindow
    pages: Pages
    host_sockets: LoopbackSockets
    recovery: Recovery
    connections: Connections
    early_secret: EarlySecret | None
    files: tuple[Path, ...]
    start_again: Callable[[bool], None]


class Program:
    """Everything behind the window. Built with `open`, undone with `close`; the rest is called by the window."""

    def __init__(self, foundation: Foundation, system_scheme: Scheme) -> None:
        self._base = foundation
        self._stack = ExitStack()
        self._finishing = threading.Event()
        self._closing = Cancellation()
        self._geometry: tuple[int, int, bool] | None = None
        self._keeps_size = True
        self._theme = Theme(foundation.early.theme, system_scheme, foundation.engine.set_theme, self._announce_theme)
        self._connections, self._drafts = foundation.connections, Drafts()
        self._connections.tell(self._connections_changed)
        self._credentials: Later[Credentials] = Later(self._make_credentials)
        user = partial(installation_id, foundation.locations.installation_file)
        self._access = AgentAccess(
            self._connections, self._credentials.get, user, self._relay_to, foundation.early_secret
        )
        self._settings: Later[Preferences] = Later(self._make_preferences)
        self._tools: Later[ToolRegistry] = Later(self._make_tools)
        self._host: Later[ChatHostProcess] = Later(self._make_chat_host)
        self._exports: Later[HostedExports] = Later(self._make_exports)
        self._files: Later[FileHandles] = Later(self._make_files)
        self._diagnostics = Diagnostics(
            Later(self._make_diagnosis),
            Later(self._make_resets),
            Later(self._make_recording),
            PageQuestion(lambda: self._channel.send_event("page.asked", {})),
        )
        self._recorded_until: int | None = None
        self._given = GivenFiles(
            self._files.made,
            lambda: self._connections.selected.id,
            foundation.pages.once_files.offer,
            lambda: self._channel.send_event("file.waiting", {}),
            foundation.engine.hand_over,
        )
        self._permissions = Permissions(self._ask, self._settle, expired=self._say_unanswered)
        self._hearing = Permissions(self._ask_to_hear, self._settle)
        request = partial(self._hearing.request, deadline_seconds=MICROPHONE_SECONDS)
        self._microphone = Microphone(self._connections, request, lambda: origin_of(official_script()))
        self._link_policy = LinkPolicy()
        self._links = ExternalLinks(self._link_policy, self._remember_host, _open_in_system)
        self._channel = Channel(
            foundation.engine.run_script,
            foundation.engine.run_later,
            on_unresponsive=foundation.recovery.page_unresponsive,
        )

    def open(self) -> None:
        """Connect the bridge."""
        self._stack.callback(self._channel.close)
        self._stack.callback(self._access.cancel)
        self._offer_microphone()
        self._given.give([str(file) for file in self._base.files])
        if is_hosted(self._connections.selected):
            # Made while the window boots, so that the chat does not wait for it.
            self._credentials.fulfil()
            self._access.prefetch()
        handlers, commands = make_handlers(self._services()), COMMANDS
        if self._base.log.recent is not None:
            from app.bridge.log_handlers import make_log_handlers

            handlers |= make_log_handlers(self._base.log.recent)
            commands = ALL_COMMANDS
        dispatcher = Dispatcher(handlers, record_failure=self._base.failures.record, commands=commands)
        self._stack.callback(dispatcher.close, STOP_SECONDS)
        gate = Gate(
            dispatcher.dispatch,
            self._base.window.open_page,
            reply_line=self._channel.reply_line,
            saw_press=self._base.engine.saw_press,
            commands=commands,
        )
        self._base.window.connect(gate, self._channel)
        self._host.fulfil()

    def close(self) -> None:
        """Undo everything in reverse."""
        settings = self._settings.ready()
        if settings is not None and self._geometry is not None:
            settings.keep_geometry(*self._geometry)
        exports = self._exports.ready()
        if exports is not None:
            exports.close()
        host = self._host.ready()
        if host is not None:
            host.stop(STOP_SECONDS)
        self._stack.close()

    def closing(self, width_px: int, height_px: int, maximized: bool) -> None:
        """The window is about to close: answer for the person, and keep what it looked like."""
        self._closing.set()
        self._hearing.close()
        tools = self._tools.ready()
        if tools is not None:
            tools.close()
        # Kept in `close`: this runs on the GUI thread, which does not wait for a disk.
        self._geometry = (width_px, height_px, maximized) if self._keeps_size else None

    def page_open(self, reason: str) -> None:
        """The page can be spoken to; the reason says why it was opened anew, if it was."""
        if reason:
            self._channel.send_event("page.recovered", {"reason": reason})
        if self._recorded_until is not None:
            self._tell_recording()
        self._given.remind()
        if self._finishing.is_set():
            self._cancel_calls()
            return
        self._finishing.set()
        threading.Thread(target=self._finish, name="finish-start", daemon=True).start()

    def pages_moved(self) -> None:
        """The pages have new addresses: the chat host has to know the chat document's new origin."""
        host = self._host.ready()
        if host is not None:
            host.move_chat_document(self._base.pages.addresses.chat_origin)
        self._base.recovery.page_replaced()
        self._base.engine.load(self._base.pages.addresses.shell_url)

    def microphone_asked(self, answer: Callable[[bool], None]) -> None:
        """A document wants to hear the microphone."""
        self._microphone.asked(answer)

    def microphone_used(self, active: bool) -> None:
        """A document hears the microphone, or no longer does."""
        self._channel.send_event("microphone.used", {"active": active})

    def files_given(self, given: list[str] | bytes) -> None:
        """Files came past the page."""
        self._given.give(given)

    def files_over(self, over: bool) -> None:
        """Files that would come so are held over the window, or no longer are."""
        self._channel.send_event("file.over", {"over": over})

    def started_again(self, request: StartRequest) -> None:
        """Somebody started the program a second time: this window is what they get, or Cancelled when it closes."""
        if self._closing.is_set:
            raise Cancelled
        # First: what stands under the person's finger then is to know of it.
        self._channel.send_event("start.repeated", {"new_conversation": request.new_conversation})
        self._base.engine.come_forward(request.activation)
        if request.files:
            self._given.give(request.files)

    def link_given(self, link: str) -> None:
        """The system handed a link of ours to this program, which is running already."""
        from app.own_links import begins_conversation, is_own_link
        from app.window.second_starts import StartRequest

        if is_own_link(link):
            self.started_again(StartRequest(begins_conversation(link)))

    def link_asked(self, url: str) -> None:
        """A page wants an address opened outside: the shell asks the person."""
        self._channel.send_event("link.asked", {"url": url})

    def shortcut(self, name: str) -> None:
        """A native shortcut was pressed."""
        self._channel.send_event("shortcut.pressed", {"name": name})

    def system_scheme(self, scheme: Scheme) -> None:
        """The system's colour scheme changed."""
        self._theme.system_changed(scheme)

    def _services(self) -> Services:
        return Services(
            facts=self._facts,
            theme=self._theme,
            connections=self._connections,
            access=self._access,
            drafts=self._drafts,
            links=self._links,
            chat_host=self._host,
            exchange=Exchange(lambda: self._base.locations.documents_dir, _show_folder, self._pick_connections),
            exports=self._exports,
            show_folder=_show_folder,
            settings=self._settings,
            tools=self._tools,
            decide=self._decide,
            cancel_calls=self._cancel_calls,
            take_files=self._given.take,
            diagnostics=self._diagnostics,
            record=lambda error: self._base.failures.record(error, where="chat"),
            settle=self._base.failures.settle,
        )

    @property
    def _locale(self) -> str:
        return self._base.early.locale or system_language()

    def _facts(self) -> PageFacts:
        settings = self._settings.ready()
        return PageFacts(
            engine=self._base.engine.version(),
            system=f"{platform.system()} {platform.release()}",
            locale=self._locale,
            page_loads=self._base.window.page_loads,
            notices=settings.notices() if settings is not None else (),
            development=self._base.early.development,
        )

    def _finish(self) -> None:
        """Do what the first paint did not wait for."""
        self._hear_second_starts()
        self._credentials.fulfil()
        self._relay_at_start()
        self._host.get().start()
        self._tools.fulfil()
        self._exports.fulfil()
        settings = self._settings.made()
        if not self._base.early.development:
            self._base.log.set_level(settings.log_level())
        for host in settings.allowed_link_hosts():
            self._link_policy.allow(host)
        for notice in (*settings.notices(), *self._start_notices()):
            self._channel.send_event("notice.raised", notice)

    def _hear_second_starts(self) -> None:
        from app.window.second_starts import SecondStarts

        try:
            second_starts = SecondStarts(self._base.locations.open_window_file, self.started_again)
        except OSError:
            # A second start then waits for it, and says in the end that the window does not answer.
            logger.warning("second starts are not heard", exc_info=True)
        else:
            self._stack.callback(second_starts.close)

    def _relay_to(self, relay: Relay | None) -> None:
        self._host.get().relay_to(relay)

    def _relay_at_start(self) -> None:
        """Without its keyring a server is not reached at all: then the person hears of it, and can try again."""
        if self._connections.selected.kind != "server":
            return
        try:
            self._access.begin_anew()
        except AppError as error:
            notice = {"code": error.code, "message": error.sentence, "hint": error.hint}
            self._channel.send_event("notice.raised", notice)

    def _start_notices(self) -> tuple[Mapping[str, str], ...]:
        codes = {"ended_badly": self._base.ended_badly, "workflow_without_key": self._lacks_key()}
        return tuple(_notice(code) for code, is_so in codes.items() if is_so)

    def _lacks_key(self) -> bool:
        """Say whether the settings name a workflow that nothing opens, not even a connection of the person's."""
        workflow_id = self._base.early.workflow_id
        is_described = any(each.workflow_id == workflow_id for each in self._connections.all())
        return lacks_key(workflow_id, self._base.environ) and not is_described

    def _make_chat_host(self) -> ChatHostProcess:
        from app.services.chat_host_process import ChatHostProcess

        locations = self._base.locations
        return ChatHostProcess(
            self._base.host_sockets,
            database=locations.database_file,
            chat_origin=self._base.pages.addresses.chat_origin,
            tools=lambda: self._tools.get().definitions(),
            on_state=lambda state, message: self._channel.send_event(
                "chat_host.changed", {"state": state, "message": message}
            ),
            on_notice=lambda notice: self._channel.send_event("notice.raised", notice),
            log_file=locations.chat_host_log_file,
        )

    @property
    def _dialogs(self) -> EngineDialogs:
        return EngineDialogs(self._base.engine)

    def _pick_connections(self) -> Path | None:
        picked = self._dialogs.pick_files(
            title=text("connections.pick"),
            multiple=False,
            patterns=("*.json",),
            cancelled=self._closing,
            deadline_seconds=PICK_SECONDS,
        )
        return Path(picked[0]) if picked else None

    def _make_exports(self) -> HostedExports:
        from app.services.export_order import default_export_folder
        from app.services.hosted_exports import HostedExports

        locations = self._base.locations
        return HostedExports(
            lambda: default_export_folder(locations),
            locations.database_file,
            locations.export_log_file,
            lambda state: self._channel.send_event("export.changed", {"export": state.shown()}),
        )

    def _make_credentials(self) -> Credentials:
        from app.services.credentials import Credentials

        return Credentials(environ=self._base.environ, on_waiting=self._say_whether_the_keyring_waits)

    def _say_whether_the_keyring_waits(self, waits: bool) -> None:
        if not waits:
            self._channel.send_event("notice.settled", {"code": "keyring_waits"})
            return
        self._channel.send_event("notice.raised", _notice("keyring_waits"))

    def _make_preferences(self) -> Preferences:
        from app.services.preferences import Preferences
        from app.settings.store import SettingsStore

        base = self._base
        store = SettingsStore(base.locations, overrides=base.overrides, environ=os.environ, env_file=base.env_file)
        store.load()
        return Preferences(store, self._apply_setting)

    def _make_tools(self) -> ToolRegistry:
        from app.tools.custom import load_custom
        from app.tools.grant_file import GrantFile
        from app.tools.grants import Grants
        from app.tools.ledger import Ledger
        from app.tools.registry import BUILT_IN, ToolRegistry
        from app.tools.tool import ToolContext

        files, engine = self._files.made(), self._base.engine
        dialogs, clipboard = AgentDialogs(engine), EngineClipboard(engine)

        def make_context(connection: str, deadline_seconds: float, cancelled: Cancellation) -> ToolContext:
            return ToolContext(
                connection=connection,
                agent_label=self._agent_label(connection),
                dialogs=dialogs,
                clipboard=clipboard,
                files=files,
                set_theme=lambda choice: self._settings.get().change("theme", choice),
                open_link=self._links.open_shown,
                notify=_notify,
                describe_program=self._describe,
                cancelled=cancelled,
                deadline_seconds=deadline_seconds,
            )

        tools = (*BUILT_IN, *load_custom(tool.name for tool in BUILT_IN).tools)
        grants = Grants(tools, self._leads_to, GrantFile(self._base.locations.permissions_file))
        ledger = Ledger(self._base.locations.ledger_file)
        return ToolRegistry(self._permissions, make_context, grants, ledger, tools)

    def _make_files(self) -> FileHandles:
        from app.tools.file_handles import FileHandles

        return FileHandles(self._leads_to)

    def _agent_label(self, connection: str) -> str:
        """SECURITY: T08, what is asked for by a chat that is left behind is not done in the name of the next one."""
        selected = self._connections.selected
        if selected.id != connection:
            raise Cancelled
        return selected.agent_label

    def _leads_to(self, connection: str) -> str:
        found = (each for each in self._connections.all() if each.id == connection)
        return next((each.leads_to for each in found), "")

    def _describe(self) -> Mapping[str, object]:
        return {
            "name": BRAND.name,
            "version": __version__,
            "system": platform.system(),
            "engine": self._base.engine.version(),
            "theme": self._theme.state()["resolved"],
            "language": self._locale,
        }

    def _ask(self, request_id: str, question: Mapping[str, Any]) -> None:
        is_here = self._connections.selected.kind == "local"
        goes_to = destination(str(question["tool"]), question["touches"], agent_is_here=is_here)
        self._channel.send_event("tool.asked", {"request_id": request_id, "goes_to": goes_to, **question})
        self._base.engine.seek_attention()

    def _ask_to_hear(self, request_id: str, question: Mapping[str, object]) -> None:
        self._channel.send_event("microphone.asked", {"request_id": request_id, **question})
        self._base.engine.seek_attention()

    def _decide(self, request_id: str, decision: str) -> None:
        for questions in (self._permissions, self._hearing):
            questions.decide(request_id, decision)

    def _connections_changed(self) -> None:
        """Nobody waits any more for what another agent asked for, and nothing is allowed to one that is gone."""
        self._offer_microphone()
        self._cancel_calls()
        tools = self._tools.ready()
        if tools is not None:
            tools.grants.prune()

    def _cancel_calls(self) -> None:
        self._hearing.cancel()
        tools = self._tools.ready()
        if tools is not None:
            tools.cancel()

    def _offer_microphone(self) -> None:
        self._base.engine.offer_microphone(self._microphone.site_offered())

    def _settle(self, request_id: str) -> None:
        self._channel.send_event("tool.settled", {"request_id": request_id})

    def _say_unanswered(self) -> None:
        self._channel.send_event("notice.raised", _notice("unanswered"))

    def _apply_setting(self, key: str, value: Any) -> None:
        if key == "theme":
            self._theme.choose(value)
        elif key == "zoom_percent":
            self._base.engine.set_zoom(value)
        elif key == "log_level":
            self._base.log.set_level(value)
        self._channel.send_event("settings.changed", {"key": key, "value": value})

    def _announce_theme(self, state: ThemeState) -> None:
        self._channel.send_event("theme.changed", {"theme": state["choice"], "resolved": state["resolved"]})

    def _remember_host(self, host: str) -> None:
        self._settings.get().allow_link_host(host)

    def _make_diagnosis(self) -> Diagnosis:
        from app.diagnostics.diagnosis import Diagnosis
        from app.diagnostics.findings import CheckContext

        base = self._base
        context = CheckContext.of_this_process(base.locations, environ=base.environ, env_file=base.env_file)
        return Diagnosis(
            replace(context, ask_page=self._diagnostics.page.ask),
            self._connections,
            self._access,
            self._pick_report,
            lambda progress: self._channel.send_event("diagnostics.progress", progress),
        )

    def _pick_report(self, file_name: str) -> Path | None:
        picked = self._dialogs.save_file(
            title=text("bundle.pick"), file_name=file_name, cancelled=self._closing, deadline_seconds=PICK_SECONDS
        )
        return Path(picked) if picked else None

    def _make_resets(self) -> Resets:
        from app.diagnostics.resets import Resets

        return Resets(
            self._settings.get,
            self._connections,
            self._access,
            self._base.engine.clear_web_data,
            self._forget_size,
            self._base.start_again,
        )

    def _forget_size(self) -> None:
        self._keeps_size = False

    def _make_recording(self) -> Recording:
        from app.observability.recording import Recording

        recording = Recording(self._base.log, self._recording_changed)
        self._stack.callback(recording.stop)
        return recording

    def _recording_changed(self, until: float | None) -> None:
        self._recorded_until = None if until is None else int(until)
        self._tell_recording()

    def _tell_recording(self) -> None:
        self._channel.send_event("record.changed", {"until_utc": self._recorded_until})


def _notice(code: str) -> dict[str, str]:
    return {"code": code, "message": text(f"notice.{code}.message"), "hint": text(f"notice.{code}.hint")}


def system_language() -> str:
    """Return the system's language as a web locale, such as `de-AT`; `en` when it has none."""
    name = system_locale.getlocale()[0] or ""
    return name.replace("_", "-") if len(name) >= 2 and name not in ("C", "POSIX") else "en"


def _show_folder(folder: Path) -> None:
    _open_in_system(str(folder))


def _open_in_system(url: str) -> None:
    from app.services.link_opener import open_in_system

    open_in_system(url)


def _notify(who: str, message: str) -> None:
    from app.services.notifications import show_notification

    show_notification(who, message)
