"""Owns the one error tree: every failure a person can meet, with its code, sentence, hint and exit code.

AppError
├── UsageError                 2   the command line cannot be understood
├── Unavailable               69   something this program needs is not there
│   ├── NoDisplay
│   ├── ScreenLost
│   ├── EngineMissing
│   ├── PythonUnsuitable
│   ├── AssetsDamaged
│   ├── PortsUnavailable
│   ├── LinkNotOpened
│   ├── ChatHostUnavailable
│   ├── InterfaceFailed            OpenAI's chat interface did not come up
│   ├── ConnectionFailed           no answer came from another computer
│   │   ├── NameNotResolved
│   │   ├── ConnectionRefused
│   │   ├── NetworkTimeout
│   │   ├── CertificateRefused
│   │   ├── ProxyFailed
│   │   ├── NotTheServer
│   │   └── ClockWrong
│   ├── SessionNotCreated          a hosted chat was refused
│   │   ├── WorkflowNotSet
│   │   ├── KeyRefused
│   │   ├── ProjectRefused
│   │   ├── WorkflowUnknown
│   │   ├── BillingProblem
│   │   ├── RateLimited
│   │   ├── ServerTrouble
│   │   └── AnswerUnusable
│   ├── KeyringFailed              the system's keyring did not keep or tell a secret
│   │   ├── KeyringAbsent
│   │   ├── KeyringLocked
│   │   ├── KeyringTimeout
│   │   └── KeyringLost
│   └── ConversationsTooNew
├── InternalError             70   a fault of ours; the log has the details
│   ├── PageNotResponding
│   ├── PageNotReady
│   └── PagesGone
├── CannotWrite               73   a file or folder refuses to be written
├── Busy                      75   try again in a moment
│   ├── AlreadyRunning
│   └── TooManyCalls
├── NotAllowed                77   refused on purpose
│   ├── RunsAsRoot
│   ├── SandboxRefusesRoot
│   ├── PermissionDenied
│   │   └── Silenced
│   ├── Cancelled
│   ├── LinkRefused
│   ├── AddressRefused
│   └── NotOffered
├── Invalid                   65   a value is not what it has to be
│   ├── ConnectionUnusable
│   ├── InvalidArguments
│   ├── UnknownCommand
│   ├── UnknownTool
│   ├── NotFound
│   ├── TooLong
│   └── FileRefused
├── FileMissing               66   a file is not there, or cannot be read
├── DeadlineExceeded          75   it took too long
└── SettingsProblem           78   a setting cannot be used

The exit codes are those of BSD's sysexits, which every system's scripts know.
A sentence and a hint are for people: no path, no traceback, no secret ever stands in them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal, NotRequired, TypedDict

# What is said when the catalogue itself is missing or damaged: the words of AssetsDamaged, which then is the truth.
WITHOUT_CATALOGUE = {
    "sentence": "A file of the program is missing or was altered.",
    "hint": "Install the program again; your conversations and settings stay.",
}


class ErrorEnvelope(TypedDict):
    """What a page may know about an error."""

    code: str
    message: str
    hint: str
    retryable: bool
    retry_after_seconds: NotRequired[int]


class CatalogueWords:
    """The sentence or the hint of an error class, read from the catalogue when somebody is about to see it."""

    def __init__(self, part: Literal["sentence", "hint"]) -> None:
        self._part = part

    def __get__(self, _error: AppError | None, kind: type[AppError]) -> str:
        # Not at the top: errors stand before the first paint, and the catalogue raises some itself.
        from app.resources import text

        try:
            return text(f"error.{kind.code}.{self._part}")
        except (AssetsDamaged, OSError, KeyError):
            return WITHOUT_CATALOGUE[self._part]


class AppError(Exception):
    """A failure with a code for programs, a sentence for people and a hint that says what to do.

    `sentence` and `hint` default to the class's own, which stand in the catalogue as `error.<code>.sentence` and
    `error.<code>.hint`; `detail` goes to the log only, redacted.
    """

    code: ClassVar[str] = "app_error"
    default_sentence = CatalogueWords("sentence")
    default_hint = CatalogueWords("hint")
    retryable: ClassVar[bool] = False
    exit_code: ClassVar[int] = 70

    def __init__(self, sentence: str = "", *, hint: str = "", detail: str = "") -> None:
        super().__init__(sentence)
        self._sentence, self._hint = sentence, hint
        self.detail = detail

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """Return what happened, in one sentence for people."""
        return self._sentence or self.default_sentence

    @property
    def hint(self) -> str:
        """Return what to do about it."""
        return self._hint or self.default_hint

    def envelope(self) -> ErrorEnvelope:
        """Return the fields a page may see."""
        return {"code": self.code, "message": self.sentence, "hint": self.hint, "retryable": self.retryable}

    def told(self) -> dict[str, str | float]:
        """Return the whole of it, for another process of this program, which makes it again with `error_told`."""
        return {"code": self.code, "sentence": self._sentence, "hint": self._hint, "detail": self.detail}


class UsageError(AppError):
    """The command line cannot be understood."""

    code = "usage"
    exit_code = 2


class Unavailable(AppError):
    """Something this program needs is not there."""

    code = "unavailable"
    exit_code = 69


class NoDisplay(Unavailable):
    """There is no screen to open a window on."""

    code = "no_display"


class ScreenLost(Unavailable):
    """The screen went away while the window was open."""

    code = "screen_lost"


class EngineMissing(Unavailable):
    """No web engine can be loaded."""

    code = "engine_missing"


class PythonUnsuitable(Unavailable):
    """No Python that fits is installed."""

    code = "python_unsuitable"


class AssetsDamaged(Unavailable):
    """A file of the program is missing or was altered."""

    code = "assets_damaged"


class PortsUnavailable(Unavailable):
    """No loopback port can be had for the window's pages."""

    code = "ports_unavailable"
    retryable = True


class LinkNotOpened(Unavailable):
    """No program of this computer opened a link."""

    code = "link_not_opened"


class ChatHostUnavailable(Unavailable):
    """The chat host does not answer."""

    code = "chat_host_unavailable"
    retryable = True


class InterfaceFailed(Unavailable):
    """OpenAI's chat interface did not come up."""

    code = "interface_failed"
    retryable = True


class ConversationsTooNew(Unavailable):
    """A newer version of the program wrote the conversations."""

    code = "conversations_too_new"


class ConnectionFailed(Unavailable):
    """No answer came from another computer."""

    code = "connection_failed"
    retryable = True


class NameNotResolved(ConnectionFailed):
    """The name of a server has no address."""

    code = "name_not_resolved"
    retryable = True


class ConnectionRefused(ConnectionFailed):
    """A server takes no connection."""

    code = "connection_refused"
    retryable = True


class NetworkTimeout(ConnectionFailed):
    """A server did not answer in time."""

    code = "network_timeout"
    retryable = True


class CertificateRefused(ConnectionFailed):
    """The certificate of a server cannot be trusted."""

    code = "certificate_refused"


class ProxyFailed(ConnectionFailed):
    """The proxy let nothing through."""

    code = "proxy_failed"
    retryable = True


class NotTheServer(ConnectionFailed):
    """A web page came where an answer was expected."""

    code = "not_the_server"
    retryable = True


class ClockWrong(ConnectionFailed):
    """The clock of this computer is wrong."""

    code = "clock_wrong"


class SessionNotCreated(Unavailable):
    """A hosted chat was refused."""

    code = "session_not_created"


class WorkflowNotSet(SessionNotCreated):
    """The connection names no workflow."""

    code = "workflow_not_set"


class KeyRefused(SessionNotCreated):
    """The server does not take the key."""

    code = "key_refused"


class KeyMissing(SessionNotCreated):
    """The connection has no key."""

    code = "key_missing"


class ProjectRefused(SessionNotCreated):
    """The key may not use the workflow, or not from here."""

    code = "project_refused"


class WorkflowUnknown(SessionNotCreated):
    """The server does not know the workflow."""

    code = "workflow_unknown"


class BillingProblem(SessionNotCreated):
    """The account has no credit left."""

    code = "billing_problem"


class RateLimited(SessionNotCreated):
    """The server is asked too often."""

    code = "rate_limited"
    retryable = True

    def __init__(
        self, sentence: str = "", *, hint: str = "", detail: str = "", retry_after_seconds: float = 10.0
    ) -> None:
        super().__init__(sentence, hint=hint, detail=detail)
        self.retry_after_seconds = max(0.0, min(retry_after_seconds, 60.0))

    def envelope(self) -> ErrorEnvelope:
        """Return the fields a page may see, and for how long there is nothing to be had."""
        return {**super().envelope(), "retry_after_seconds": math.ceil(self.retry_after_seconds)}

    def told(self) -> dict[str, str | float]:
        """Return what `AppError.told` returns, and for how long there is nothing to be had."""
        return super().told() | {"retry_after_seconds": self.retry_after_seconds}


class ServerTrouble(SessionNotCreated):
    """The server has a fault of its own."""

    code = "server_trouble"
    retryable = True


class AnswerUnusable(SessionNotCreated):
    """The answer of the server cannot be used."""

    code = "answer_unusable"


class KeyringFailed(Unavailable):
    """The system's keyring did not keep or tell a secret."""

    code = "keyring_failed"
    retryable = True


class KeyringAbsent(KeyringFailed):
    """There is no keyring on this system."""

    code = "keyring_absent"
    retryable = False


class KeyringLocked(KeyringFailed):
    """The keyring is locked."""

    code = "keyring_locked"
    retryable = True


class KeyringTimeout(KeyringFailed):
    """The keyring did not answer in time."""

    code = "keyring_timeout"
    retryable = True


class KeyringLost(KeyringFailed):
    """The keyring did not give back what was put into it."""

    code = "keyring_lost"
    retryable = True


class InternalError(AppError):
    """A fault of this program; the log has the details."""

    code = "internal"
    exit_code = 70


class PageNotResponding(InternalError):
    """The page does not answer."""

    code = "page_not_responding"
    retryable = True


class PageNotReady(InternalError):
    """The page never became ready."""

    code = "page_not_ready"
    retryable = True


class PagesGone(InternalError):
    """The server of the window's pages keeps dying."""

    code = "pages_gone"
    retryable = True


class CannotWrite(AppError):
    """A file or folder refuses to be written."""

    code = "cannot_write"
    retryable = True
    exit_code = 73


class Busy(AppError):
    """Something is in use; it may be free in a moment."""

    code = "busy"
    retryable = True
    exit_code = 75


class AlreadyRunning(Busy):
    """Another instance uses the same data folder."""

    code = "already_running"


class TooManyCalls(Busy):
    """A page asks faster than it may."""

    code = "too_many_calls"


class NotAllowed(AppError):
    """Refused on purpose."""

    code = "not_allowed"
    exit_code = 77


class RunsAsRoot(NotAllowed):
    """The window refuses to run with all of the system's rights."""

    code = "runs_as_root"


class SandboxRefusesRoot(NotAllowed):
    """The web engine's sandbox cannot be started as root."""

    code = "sandbox_refuses_root"


class PermissionDenied(NotAllowed):
    """The person said no."""

    code = "permission_denied"


class Silenced(PermissionDenied):
    """The person said no a few times in a row, and is not asked for a while."""

    code = "silenced"


class Cancelled(NotAllowed):
    """The person, or the end of the window, cancelled it."""

    code = "cancelled"


class LinkRefused(NotAllowed):
    """A link that this program does not open."""

    code = "link_refused"


class AddressRefused(NotAllowed):
    """A server names an address that this program does not go to for it."""

    code = "address_refused"


class NotOffered(NotAllowed):
    """A part of the protocol that this connection does not offer."""

    code = "not_offered"


class NotPressed(NotAllowed):
    """A page wants what only a person may start, and nobody pressed anything."""

    code = "not_pressed"


class Invalid(AppError):
    """A value is not what it has to be."""

    code = "invalid"
    exit_code = 65


class ConnectionUnusable(Invalid):
    """What describes a connection is missing something or is not what it has to be."""

    code = "connection_unusable"


class InvalidArguments(Invalid):
    """A command or tool was called with the wrong arguments."""

    code = "invalid_arguments"


class UnknownCommand(Invalid):
    """The page called a command that does not exist or that it has no grant for."""

    code = "unknown_command"


class UnknownTool(Invalid):
    """The agent called a tool that does not exist."""

    code = "unknown_tool"


class NotFound(Invalid):
    """Something that is not there any more."""

    code = "not_found"


class TooLong(Invalid):
    """A message beyond what is taken in one piece."""

    code = "too_long"


class FileRefused(Invalid):
    """A file that cannot be taken."""

    code = "file_refused"


class FileMissing(AppError):
    """A file that is not there, or that cannot be read."""

    code = "file_missing"
    exit_code = 66


class DeadlineExceeded(AppError):
    """It took longer than it may."""

    code = "deadline_exceeded"
    retryable = True
    exit_code = 75


class SettingsProblem(AppError):
    """A setting cannot be used."""

    code = "settings"
    exit_code = 78


def error_told(record: Mapping[str, Any]) -> AppError:
    """Return the error that another process of this program told of; raises KeyError or TypeError for what is none."""
    words = dict(record)
    # A tool's own errors do not belong to the tree, and may have a code of it.
    kind = {each.code: each for each in _kinds(AppError) if each.__module__ == __name__}[words.pop("code")]
    return kind(**words)


def _kinds(kind: type[AppError]) -> Iterator[type[AppError]]:
    yield kind
    for each in kind.__subclasses__():
        yield from _kinds(each)
