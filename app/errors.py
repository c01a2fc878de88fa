"""Owns the one error tree: every failure a person can meet, with its code, sentence, hint and exit code.

AppError
├── UsageError                 2   the command line cannot be understood
├── Unavailable               69   something this program needs is not there
│   ├── NoDisplay
│   ├── EngineMissing
│   ├── PythonUnsuitable
│   ├── AssetsDamaged
│   ├── PortsUnavailable
│   ├── LinkNotOpened
│   ├── ChatHostUnavailable
│   └── ConversationsTooNew
├── InternalError             70   a fault of ours; the log has the details
│   ├── PageNotResponding
│   └── PageNotReady
├── CannotWrite               73   a file or folder refuses to be written
├── Busy                      75   try again in a moment
│   ├── AlreadyRunning
│   └── TooManyCalls
├── NotAllowed                77   refused on purpose
│   ├── RunsAsRoot
│   ├── PermissionDenied
│   ├── Cancelled
│   ├── LinkRefused
│   └── NotOffered
├── Invalid                   65   a value is not what it has to be
│   ├── InvalidArguments
│   ├── UnknownCommand
│   ├── UnknownTool
│   ├── NotFound
│   ├── TooLong
│   └── FileRefused
├── DeadlineExceeded          75   it took too long
└── SettingsProblem           78   a setting cannot be used

The exit codes are those of BSD's sysexits, which every system's scripts know.
A sentence and a hint are for people: no path, no traceback, no secret ever stands in them.
"""

from __future__ import annotations

from typing import ClassVar, TypedDict


class ErrorEnvelope(TypedDict):
    """What a page may know about an error."""

    code: str
    message: str
    hint: str
    retryable: bool


class AppError(Exception):
    """A failure with a code for programs, a sentence for people and a hint that says what to do.

    `sentence` and `hint` default to the class's own; `detail` goes to the log only, redacted.
    """

    code: ClassVar[str] = "app_error"
    default_sentence: ClassVar[str] = "Something went wrong."
    default_hint: ClassVar[str] = "Try again. If it happens again, open Diagnostics."
    retryable: ClassVar[bool] = False
    exit_code: ClassVar[int] = 70

    def __init__(self, sentence: str = "", *, hint: str = "", detail: str = "") -> None:
        self.sentence = sentence or self.default_sentence
        self.hint = hint or self.default_hint
        self.detail = detail
        super().__init__(self.sentence)

    def envelope(self) -> ErrorEnvelope:
        """Return the four fields a page may see."""
        return {"code": self.code, "message": self.sentence, "hint": self.hint, "retryable": self.retryable}


class UsageError(AppError):
    """The command line cannot be understood."""

    code = "usage"
    default_sentence = "This command line cannot be understood."
    default_hint = "Run it again with --help to see what it takes."
    exit_code = 2


class Unavailable(AppError):
    """Something this program needs is not there."""

    code = "unavailable"
    default_sentence = "Something this program needs is not there."
    exit_code = 69


class NoDisplay(Unavailable):
    """There is no screen to open a window on."""

    code = "no_display"
    default_sentence = "There is no screen to open a window on."
    default_hint = "Start it from a desktop session, or set DISPLAY or WAYLAND_DISPLAY."


class EngineMissing(Unavailable):
    """No web engine can be loaded."""

    code = "engine_missing"
    default_sentence = "The web engine that draws the window is not installed."
    default_hint = "Install Qt WebEngine (PySide6) or WebKitGTK (gir1.2-webkit2-4.1 and python3-gi)."


class PythonUnsuitable(Unavailable):
    """No Python that fits is installed."""

    code = "python_unsuitable"
    default_sentence = "No Python that fits was found; version 3.11 or newer is needed."
    default_hint = "Install Python 3.11 or newer."


class AssetsDamaged(Unavailable):
    """A file of the program is missing or was altered."""

    code = "assets_damaged"
    default_sentence = "A file of the program is missing or was altered."
    default_hint = "Install the program again; your conversations and settings stay."


class PortsUnavailable(Unavailable):
    """No loopback port can be had for the window's pages."""

    code = "ports_unavailable"
    default_sentence = "This computer gave no local port for the window's pages."
    default_hint = "Another program may hold them or forbid them; restart the computer or ask its administrator."
    retryable = True


class LinkNotOpened(Unavailable):
    """No program of this computer opened a link."""

    code = "link_not_opened"
    default_sentence = "No program on this computer opened the link."
    default_hint = "Choose a default browser or mail program in the system's settings, or copy the link."


class ChatHostUnavailable(Unavailable):
    """The chat host does not answer."""

    code = "chat_host_unavailable"
    default_sentence = "The part of the program that holds conversations is not running."
    default_hint = "Press Retry. Your conversations are safe."
    retryable = True


class ConversationsTooNew(Unavailable):
    """A newer version of the program wrote the conversations."""

    code = "conversations_too_new"
    default_sentence = "Your conversations were written by a newer version of this program."
    default_hint = "Install the newer version again. Nothing was changed."


class InternalError(AppError):
    """A fault of this program; the log has the details."""

    code = "internal"
    default_sentence = "The program made a mistake."
    default_hint = "Try again. If it happens again, open Diagnostics and save a report."
    exit_code = 70


class PageNotResponding(InternalError):
    """The page does not answer."""

    code = "page_not_responding"
    default_sentence = "The window's page stopped answering and was opened again."
    default_hint = "Nothing you wrote is lost."
    retryable = True


class PageNotReady(InternalError):
    """The page never became ready."""

    code = "page_not_ready"
    default_sentence = "The window's page did not become ready."
    default_hint = "Press Retry. If it stays like this, run: agentnook doctor"
    retryable = True


class CannotWrite(AppError):
    """A file or folder refuses to be written."""

    code = "cannot_write"
    default_sentence = "A file could not be written."
    default_hint = "Check that the disk has room and that the folder may be written to."
    retryable = True
    exit_code = 73


class Busy(AppError):
    """Something is in use; it may be free in a moment."""

    code = "busy"
    default_sentence = "This is busy right now."
    default_hint = "Try again in a moment."
    retryable = True
    exit_code = 75


class AlreadyRunning(Busy):
    """Another instance uses the same data folder."""

    code = "already_running"
    default_sentence = "The program is already running."
    default_hint = "Use the window that is open, or start with another --data-dir."


class TooManyCalls(Busy):
    """A page asks faster than it may."""

    code = "too_many_calls"
    default_sentence = "That was asked too often."


class NotAllowed(AppError):
    """Refused on purpose."""

    code = "not_allowed"
    default_sentence = "This is not allowed."
    default_hint = "Nothing was done."
    exit_code = 77


class RunsAsRoot(NotAllowed):
    """The window refuses to run with all of the system's rights."""

    code = "runs_as_root"
    default_sentence = "The window does not run as root or as administrator."
    default_hint = "Start it as an ordinary user. In a container or a test, add --allow-root."


class PermissionDenied(NotAllowed):
    """The person said no."""

    code = "permission_denied"
    default_sentence = "The person did not allow this."


class Cancelled(NotAllowed):
    """The person, or the end of the window, cancelled it."""

    code = "cancelled"
    default_sentence = "This was cancelled."


class LinkRefused(NotAllowed):
    """A link that this program does not open."""

    code = "link_refused"
    default_sentence = "This link is not opened from here."
    default_hint = "Only web pages (https) and e-mail addresses are opened."


class NotOffered(NotAllowed):
    """A part of the protocol that this connection does not offer."""

    code = "not_offered"
    default_sentence = "This connection does not offer that."


class Invalid(AppError):
    """A value is not what it has to be."""

    code = "invalid"
    default_sentence = "A value is not what it has to be."
    default_hint = "Check the value and try again."
    exit_code = 65


class InvalidArguments(Invalid):
    """A command or tool was called with the wrong arguments."""

    code = "invalid_arguments"
    default_sentence = "The arguments are not what they have to be."


class UnknownCommand(Invalid):
    """The page called a command that does not exist or that it has no grant for."""

    code = "unknown_command"
    default_sentence = "The page asked for something that does not exist."


class UnknownTool(Invalid):
    """The agent called a tool that does not exist."""

    code = "unknown_tool"
    default_sentence = "The agent asked for a tool that does not exist."


class NotFound(Invalid):
    """Something that is not there any more."""

    code = "not_found"
    default_sentence = "This does not exist any more."
    default_hint = "Open another conversation, or start a new one."


class TooLong(Invalid):
    """A message beyond what is taken in one piece."""

    code = "too_long"
    default_sentence = "This message is too long to send."
    default_hint = "Send it in smaller parts."


class FileRefused(Invalid):
    """A file that cannot be taken."""

    code = "file_refused"
    default_sentence = "This file cannot be taken."


class DeadlineExceeded(AppError):
    """It took longer than it may."""

    code = "deadline_exceeded"
    default_sentence = "This took too long."
    default_hint = "Try again."
    retryable = True
    exit_code = 75


class SettingsProblem(AppError):
    """A setting cannot be used."""

    code = "settings"
    default_sentence = "A setting cannot be used."
    default_hint = "Correct it, or remove it to use the default."
    exit_code = 78
