"""Owns the start of the window process, in the order that shows the window first, and its end in reverse."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from app.brand import BRAND
from app.errors import AlreadyRunning, AppError, InternalError, ScreenLost
from app.observability.crash_notes import CRASH_NOTES_NAME, CrashNotes
from app.observability.logging_setup import start_logging
from app.observability.redaction import keep_readable
from app.resources import assets_dir, is_source_run, text
from app.restart import OwnStart
from app.services.failures import Failures
from app.settings.data_lock import DataLock
from app.settings.early import EarlySettings, read_early
from app.settings.env_file import surroundings
from app.settings.locations import resolve_locations
from app.settings.memory_mode import forget, writable
from app.window.engine import Scheme, WindowOptions
from app.window.engines.choice import choose_engine, is_elevated, make_engine, refuse_root, require_display
from app.window.hardening import close_doors, forbid_core_dumps
from app.window.lifecycle import STOP_BUDGET_SECONDS, Lifecycle, Stopped
from app.window.loopback import bind_loopback
from app.window.main_window import MainWindow, WindowCallbacks
from app.window.pages import Pages
from app.window.recovery import Recovery
from app.window.screen_loss import when_screen_is_lost

if TYPE_CHECKING:
    from app.program import Program
    from app.services.connections import Connections
    from app.services.early_secret import EarlySecret

ENGINE_SECONDS = 0.5
# How long a program that was started anew waits for the one before it to let go of the data.
LOCK_SECONDS = 3.0
TEST_PORT_VARIABLE = "AGENTNOOK_TEST_CDP_PORT"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WindowArguments:
    """What the command line says about the window: where its data is, and settings that go before all others.

    `early_secret` is the process that will be asked for the first secret, where one may be needed; `files` go to the
    composer once there is one, a `new_conversation` is begun in the window that is open already; `flags_again` says
    what to start with once more, in safe mode or not.
    """

    data_dir: Path | None
    env_file: Path | None
    overrides: Mapping[str, object]
    allow_root: bool
    early_secret: EarlySecret | None = None
    files: tuple[Path, ...] = ()
    new_conversation: bool = False
    flags_again: Callable[[bool], list[str]] = field(default=lambda _safe_mode: [], compare=False)


def run_window(arguments: WindowArguments, lifecycle: Lifecycle) -> int:
    """Show the window until it is closed or a signal ends it; returns the exit code, raises AppError when it cannot."""
    with suppress(Stopped), ExitStack() as stack:
        if arguments.early_secret is not None:
            stack.callback(arguments.early_secret.end)
        refuse_root(arguments.allow_root)
        _Start(arguments, lifecycle, stack).run()
    return 0


class _Start:
    """One start: what has to be there before the window, the window, and the thread that builds what is behind it."""

    def __init__(self, arguments: WindowArguments, lifecycle: Lifecycle, stack: ExitStack) -> None:
        self._arguments, self._lifecycle, self._stack = arguments, lifecycle, stack
        self._system_scheme: Scheme = "light"
        self._program: Program | None = None
        self._failure: AppError | None = None
        self._connections: Connections | None = None
        self._builder = threading.Thread(target=self._build, name="build-program", daemon=True)
        self._starts_anew: Callable[[], None] | None = None
        self._anew_lock = threading.Lock()
        self._own_start = OwnStart.of_this_process()
        # The first to be named is the last to be called.
        stack.callback(self._go_on_anew)

    def run(self) -> None:
        """Show the window; returns when it is gone and everything behind it is undone."""
        self._lifecycle.checkpoint()
        self._open_ground_floor()
        self._lifecycle.checkpoint()
        self._open_window()
        self._lifecycle.checkpoint()
        self._window.run()
        if self._failure is not None:
            raise self._failure
        if sys.platform == "linux" and not self._lifecycle.stopping:
            # Nobody closed it: Qt leaves its loop when the screen dies, and ends the process when it next needs Xlib.
            self._end_without_screen()

    def _open_ground_floor(self) -> None:
        self._locations = writable(resolve_locations(self._arguments.data_dir, os.environ), os.environ)
        keep_readable(*self._locations.folders)
        self._stack.callback(forget, self._locations)
        self._lifecycle.before_cut_off(partial(forget, self._locations))
        self._early = read_early(self._locations, self._arguments.overrides, os.environ, self._arguments.env_file)
        self._log = start_logging(self._locations.log_file, development=self._early.development)
        self._stack.callback(self._log.close)
        self._stack.push(log_failure)
        lock = DataLock(self._locations.data_lock_file)
        self._take(lock)
        self._stack.callback(lock.release)
        self._failures = Failures(self._locations.failures_file)
        notes = CrashNotes(self._locations.data_dir / CRASH_NOTES_NAME)
        self._ended_badly = notes.arm() is not None
        self._stack.callback(notes.disarm)
        self._lifecycle.before_cut_off(notes.disarm)
        forbid_core_dumps()
        closed = close_doors(os.environ, keep_sandbox_switches=self._arguments.allow_root and is_elevated())
        if closed:
            logger.info("ignored from the environment: %s", ", ".join(closed))
        # As the person has it: the engine adds variables of its own.
        self._environ = dict(surroundings(self._arguments.env_file, os.environ))
        require_display(os.environ)
        if self._arguments.early_secret is not None:
            self._order_secret(self._arguments.early_secret)

    def _take(self, lock: DataLock) -> None:
        """Take the data, or leave this start to the window that has it: what it is to be set to is too late there."""
        try:
            lock.acquire(LOCK_SECONDS if self._own_start.is_anew else 0.0)
        except AlreadyRunning:
            if self._own_start.is_anew:
                raise
            self._leave_to_open_window(lock)
        with suppress(OSError):  # of a window that was killed
            self._locations.open_window_file.unlink()

    def _leave_to_open_window(self, lock: DataLock) -> None:
        from app.window.second_starts import StartRequest, activation_of, tell_open_window

        def is_gone() -> bool:
            with suppress(AlreadyRunning):
                lock.acquire()
            return lock.is_held

        activation, file = activation_of(os.environ), self._locations.open_window_file
        if self._arguments.overrides:
            # The one that is open cannot be set up anew, but it is what has to be closed.
            tell_open_window(file, StartRequest(activation=activation), absent_seconds=0.0)
            raise AlreadyRunning
        files = tuple(str(each) for each in self._arguments.files)
        if tell_open_window(file, StartRequest(self._arguments.new_conversation, files, activation), is_gone):
            logger.info("the window that is open has heard of this start")
            raise Stopped
        if not lock.is_held:
            raise AlreadyRunning(text("second_start.no_answer"), hint=text("second_start.no_answer_hint"))

    def _order_secret(self, early: EarlySecret) -> None:
        """Have the secret made of a hosted connection, the chat of which waits for it."""
        from app.services.agent_access import as_session, is_hosted
        from app.services.secret_order import SecretOrder

        env_file = self._arguments.env_file
        self._connections = self._read_connections()
        selected = self._connections.selected
        if is_hosted(selected):
            file, traced = self._locations.installation_file, self._early.development
            early.order(SecretOrder(as_session(selected), file, env_file, traced))
        else:
            early.end()

    def _read_connections(self) -> Connections:
        """Return the connections that are kept, and the one that the settings give."""
        from app.services.connection_file import ConnectionFile
        from app.services.connections import Connections
        from app.services.given_connection import given_connection

        given = given_connection(self._early.workflow_id, self._environ)
        return Connections(ConnectionFile(self._locations.connections_file), given, self._early.connection)

    def _open_window(self) -> None:
        # Both pairs of sockets are bound before any page is loaded, so that every policy knows every port.
        self._host_sockets = bind_loopback()
        self._stack.callback(self._host_sockets.close)
        self._pages = Pages(
            self._host_sockets.port,
            moved=lambda: self._tell(lambda program: program.pages_moved()),
            give_up=self._fail,
        )
        self._stack.callback(self._pages.close)
        self._engine = make_engine(choose_engine(self._early.engine))
        self._recovery = Recovery(
            load_shell=lambda: self._engine.load(self._pages.addresses.shell_url),
            load_fallback=lambda: self._engine.load(self._pages.addresses.fallback_url),
            end_renderer=self._engine.end_renderer,
            give_up=self._fail,
            record=lambda error: self._failures.record(error, where="window"),
        )
        self._stack.callback(self._recovery.close)
        options = window_options(self._early)
        self._stack.callback(self._end_program)
        self._window = MainWindow(
            self._engine, options, self._pages.policy, self._recovery, self._lifecycle, self._callbacks()
        )

    def _callbacks(self) -> WindowCallbacks:
        return WindowCallbacks(
            shown=self._shown,
            page_open=lambda reason: self._tell(lambda program: program.page_open(reason)),
            link_asked=lambda url: self._tell(lambda program: program.link_asked(url)),
            shortcut=lambda name: self._tell(lambda program: program.shortcut(name)),
            system_scheme=self._on_system_scheme,
            microphone_asked=lambda answer: self._tell(lambda program: program.microphone_asked(answer)),
            microphone_used=lambda active: self._tell(lambda program: program.microphone_used(active)),
            files_given=lambda given: self._tell(lambda program: program.files_given(given)),
            link_given=lambda link: self._tell(lambda program: program.link_given(link)),
            files_over=lambda over: self._tell(lambda program: program.files_over(over)),
            closing=lambda *geometry: self._tell(lambda program: program.closing(*geometry)),
        )

    def _shown(self) -> None:
        when_screen_is_lost(self._end_without_screen)
        self._builder.start()

    def _end_without_screen(self) -> None:
        """Save what there is, and end the process: the engine cannot go on, nor be ended in order."""
        error = ScreenLost()
        logger.error("%s: the screen went away; the exit code is %d", error.code, error.exit_code)
        self._failures.record(error, where="window")
        self._lifecycle.begin_stop("the screen went away", error.exit_code)
        self._end_program()
        self._lifecycle.abort(error)

    def _tell(self, say: Callable[[Program], None]) -> None:
        """Tell the program, if it is there yet: before that there is nothing that it could have to do."""
        if self._program is not None:
            say(self._program)

    def _on_system_scheme(self, scheme: Scheme) -> None:
        self._system_scheme = scheme
        self._tell(lambda program: program.system_scheme(scheme))

    def _build(self) -> None:
        try:
            self._build_program()
        except AppError as error:
            self._fail(error)
        except Exception:
            # Nobody else would hear of it, and the window would stay blank for good.
            logger.exception("the program behind the window could not be built")
            self._fail(InternalError())

    def _build_program(self) -> None:
        self._pages.open()
        # An engine that starts needs both processors; what is built here can wait until it has something to draw.
        self._pages.wait_until_asked(ENGINE_SECONDS)
        from app.program import Foundation, Program

        foundation = Foundation(
            locations=self._locations,
            early=self._early,
            overrides=self._arguments.overrides,
            env_file=self._arguments.env_file,
            environ=self._environ,
            ended_badly=self._ended_badly,
            log=self._log,
            failures=self._failures,
            engine=self._engine,
            window=self._window,
            pages=self._pages,
            host_sockets=self._host_sockets,
            recovery=self._recovery,
            connections=self._connections or self._read_connections(),
            early_secret=self._arguments.early_secret,
            files=self._arguments.files,
            start_again=self._start_again,
        )
        self._program = Program(foundation, self._system_scheme)
        self._program.open()

    def _start_again(self, safe_mode: bool) -> None:
        """End the program as a person would who closes the window, and begin it anew; from any thread."""
        logger.info("the program starts again%s", ", in safe mode" if safe_mode else "")
        self._starts_anew = partial(self._own_start.again, self._arguments.flags_again(safe_mode))
        self._lifecycle.before_cut_off(self._go_on_anew)
        self._engine.close()

    def _go_on_anew(self) -> None:
        """Start anew where that was asked for; the end in order and the one that is cut off may meet here."""
        with self._anew_lock:
            again, self._starts_anew = self._starts_anew, None
            if again is not None and self._failure is None and not self._lifecycle.is_told_to_end:
                self._begin(again)

    def _begin(self, again: Callable[[], None]) -> None:
        try:
            again()
        except OSError:
            # Where the end is cut off, nobody else hears of it.
            logger.exception("the program could not start again")
            raise

    def _fail(self, error: AppError) -> None:
        """End the program, with this as the reason; from any thread."""
        self._failure = error
        self._engine.close()

    def _end_program(self) -> None:
        if self._builder.ident is not None:
            self._builder.join(STOP_BUDGET_SECONDS / 2)
        if self._program is not None:
            self._program.close()


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
    opens = early.development and is_source_run() and port.isdecimal()
    return WindowOptions(
        title=BRAND.name,
        width_px=early.window_width_px,
        height_px=early.window_height_px,
        maximized=early.window_maximized,
        theme=early.theme,
        zoom_percent=early.zoom_percent,
        software_rendering=early.software_rendering,
        remote_debugging_port=int(port) if opens else None,
        icon=assets_dir() / BRAND.icon,
        development=early.development,
    )
