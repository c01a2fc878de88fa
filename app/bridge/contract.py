"""Owns the contract between page and Python: every command, event and port message, declared once.

`write_contract.py` generates the page's side from it (assets/shell/contract.js) and the tables of the README; the gate
and the dispatcher are driven by it. A command answers with exactly the fields it declares, so nothing else can leave
by accident, and no field of any command is a secret that outlives the program.

Page -> Python   `{"v": 1, "id": "<1-9 digits>", "token": "...", "name": "app.hello", "args": {...}}`, exactly five
                 keys; a text holds one of them or several, each on a line
Python -> page   `{"id", "ok": true, "value"}`, `{"id", "ok": false, "error": {code, message, hint, retryable}}` or
                 `{"event", "data"}`, in batches
"""

from __future__ import annotations

from typing import get_args

from app.bridge.arguments import (
    Choice,
    Flag,
    Integer,
    Json,
    JsonObject,
    Kind,
    ListOf,
    Nullable,
    PageFile,
    Record,
    Text,
)
from app.bridge.declarations import Command, Event, Limits, PortMessage
from app.observability.recent_lines import LEVELS, MOST_LINE_CHARACTERS, RECENT_LINES
from app.services.chat_look import (
    DENSITIES,
    MOST_LOOK_CHARACTERS,
    MOST_PROMPT_CHARACTERS,
    MOST_PROMPTS,
    RADII,
)
from app.services.connections import MOST_CONNECTIONS, MicrophoneAnswer
from app.services.drafts import MOST_DRAFT_CHARACTERS
from app.services.official_script import FAULTS
from app.tools.destination import DESTINATIONS
from app.tools.ledger import DECIDED, MOST_CALLS
from app.tools.permissions import DECISIONS, LASTING, MOST_GRANTS

PROTOCOL_VERSION = 1


def _record(optional: tuple[str, ...] = (), /, **fields: Kind) -> Record:
    return Record(fields, optional)


# The most characters that each kind of text may have, on the bridge and on the port.
MOST_CHARACTERS = {
    "name": 64,
    "thread": 128,
    "label": 300,
    "words": 2_000,
    "url": 4_096,
    # What leaves in one piece; in bytes the gate's limit of one message applies as well.
    "composed": 60_000,
    "draft": MOST_DRAFT_CHARACTERS,
    "secret": 4_096,
}
# Enough for the longest draft of characters that take the most bytes.
MOST_PARTS = 128
MOST_CHECKS = 100
MOST_CONNECTIONS_SHOWN = MOST_CONNECTIONS + 2
MOST_BUNDLE_PARTS = 40
# From the mildest on; see app/diagnostics/resets.py.
RESET_STEPS = ("start_again", "safe_mode", "web_data", "window", "settings", "keys")

_NAME = Text(max_length=MOST_CHARACTERS["name"], min_length=1, pattern="[a-z][a-z0-9_.]*")
_KEY = Text(max_length=MOST_CHARACTERS["name"], min_length=1, pattern="[a-z][a-z0-9_.]*")
_ID = Text(max_length=64, min_length=1, pattern="[A-Za-z0-9_-]+")
_URL = Text(max_length=MOST_CHARACTERS["url"])
_WORDS = Text(max_length=MOST_CHARACTERS["words"])
_LABEL = Text(max_length=MOST_CHARACTERS["label"])
_THREAD = Nullable(Text(max_length=MOST_CHARACTERS["thread"], min_length=1))
_COMPOSED = Text(max_length=MOST_CHARACTERS["composed"])
_DRAFT = Text(max_length=MOST_CHARACTERS["draft"])

_THEME_CHOICE = Choice(("light", "dark", "system"))
_THEME_RESOLVED = Choice(("light", "dark"))
_HOST_STATE = Choice(("starting", "ready", "failed", "stopped"))
_LEVEL = Choice(("info", "warning", "error"))
# The last is there for developers only.
_WINDOW_SHORTCUT = Choice(("new", "settings", "focus", "history", "diagnostics", "log"))
_SOURCE = Text(max_length=40)
_ACCENT = Text(max_length=32)
_ACCENTS = _record(light=_ACCENT, dark=_ACCENT)
_CONNECTION_KIND = Choice(("local", "workflow", "session_service", "server"))
_INTERFACE = Choice(("builtin", "official"))
# Short-lived: it opens conversations for minutes, and a page may hold it; the keys that mint it never leave Python.
_CLIENT_SECRET = Text(max_length=MOST_CHARACTERS["secret"], min_length=1)
# The only way of a key: from the page to Python. Nothing that a page is told has a place for one.
_TYPED_SECRET = Text(max_length=MOST_CHARACTERS["secret"])
_CURRENT_SECRET = Nullable(Text(max_length=MOST_CHARACTERS["secret"]))
_PROMPT = _record(**{name: Text(max_length=most) for name, most in MOST_PROMPT_CHARACTERS.items()})
_LOOK = _record(
    **{name: Text(max_length=most) for name, most in MOST_LOOK_CHARACTERS.items()},
    radius=Choice(RADII),
    density=Choice(DENSITIES),
    base_size=Integer(0, 18),
    attachments=Flag(),
    dictation=Flag(),
    prompts=ListOf(_PROMPT, MOST_PROMPTS),
    history=Flag(),
    feedback=Flag(),
    retry=Flag(),
)
_CONNECTION = _record(
    id=Text(max_length=64, pattern="[A-Za-z0-9_-]*"),
    kind=_CONNECTION_KIND,
    label=_LABEL,
    agent_label=_LABEL,
    workflow_id=_LABEL,
    url=_URL,
    domain_key=_LABEL,
    header_name=_LABEL,
    interface=Choice(("automatic", "official", "builtin")),
    chat=_LOOK,
    # Told, never taken: it is the person's to give.
    microphone=Choice(get_args(MicrophoneAnswer)),
)
# A kind, an address and a name of a workflow: what tells one agent of a connection from the next one.
_LEADS_TO = Text(max_length=MOST_CHARACTERS["url"] + 2 * MOST_CHARACTERS["label"])
_SHOWN_CONNECTION = _record(
    id=_ID,
    kind=_CONNECTION_KIND,
    label=_LABEL,
    agent_label=_LABEL,
    interface=_INTERFACE,
    domain_key=_LABEL,
    chat=_LOOK,
    leads_to=_LEADS_TO,
)
_KEPT = _record(source=Choice(("keyring", "environment", "session", "none")), message=_WORDS, hint=_WORDS)

_EXPORT = _record(
    state=Choice(("idle", "running", "ended", "stopped", "failed")),
    done=Integer(),
    failed=Integer(),
    lost=Integer(),
    message=_WORDS,
    hint=_WORDS,
)
_LOG_LINE = _record(number=Integer(), level=Choice(LEVELS), text=Text(max_length=MOST_LINE_CHARACTERS))
_REPORT = Text(max_length=MOST_CHARACTERS["composed"])
# `tested` says which of them the test of the connection asks.
_HOST = _record(host=_LABEL, why=_WORDS, when=_WORDS, tested=Flag())
_REACHED = _record(label=_LABEL, selected=Flag(), hosts=ListOf(_HOST, MOST_CHECKS))
_PART_NAME = Text(max_length=MOST_CHARACTERS["label"], min_length=1)
# The whole of what would be saved can be looked at.
_PART = _record(name=_PART_NAME, title=_LABEL, size_bytes=Integer(), text=Text(max_length=300_000))
_GIVEN_FILE = _record(name=_LABEL, size_bytes=Integer(), type=_LABEL, path=_LABEL)
_NOTICE = _record(code=_NAME, message=_WORDS, hint=_WORDS)
_CAPABILITIES = _record(attachments=Flag(), dictation=Flag())
_TOUCHES = ListOf(_LABEL, 20)
_TOOL = _record(name=_NAME, sentence=_LABEL, parameters=JsonObject(), touches=_TOUCHES)
_DECISION = Choice(DECISIONS)
_GRANT = _record(connection=_ID, tool=_NAME, sentence=_LABEL, touches=_TOUCHES, lasts=Choice(LASTING))
_CALL = _record(
    at=Integer(),
    tool=_LABEL,
    connection=_LABEL,
    agent=_LABEL,
    touches=_TOUCHES,
    decided=Choice(DECIDED),
    outcome=_LABEL,
    times=Integer(1),
)
# What a failed call carries, on the bridge and on the port.
ERROR = _record(
    ("retry_after_seconds",),
    code=_NAME,
    message=_WORDS,
    hint=_WORDS,
    retryable=Flag(),
    retry_after_seconds=Integer(),
)

COMMANDS: tuple[Command, ...] = (
    Command(
        "app.hello",
        "The first call of a page: who the program is and everything the shell paints with.",
        args=_record(v=Integer(1, 1_000_000)),
        returns=_record(
            protocol=Integer(1, 1_000_000),
            name=_LABEL,
            tagline=_LABEL,
            homepage=_URL,
            icon=_URL,
            version=_LABEL,
            engine=_LABEL,
            system=_LABEL,
            locale=Text(max_length=35, min_length=2),
            theme=_record(choice=_THEME_CHOICE, resolved=_THEME_RESOLVED),
            connection=_SHOWN_CONNECTION,
            has_connections=Flag(),
            chat_script=_URL,
            accents=_ACCENTS,
            notices=ListOf(_NOTICE),
            draft=_DRAFT,
            thread_id=_THREAD,
            page_loads=Integer(),
            development=Flag(),
        ),
        limits=Limits(in_flight=4, per_second=10),
    ),
    Command(
        "app.ping",
        "Answers with the same number, which tells whether Python is there and how fast.",
        args=_record(n=Integer()),
        returns=_record(n=Integer()),
        lane="inline",
        limits=Limits(in_flight=1_000, per_second=20_000),
        deadline_seconds=5.0,
    ),
    Command(
        "settings.read",
        "One setting: its value, its default, where the value comes from, and its help.",
        args=_record(key=_KEY),
        returns=_record(value=Json(), default=Json(), source=_SOURCE, help=_WORDS),
    ),
    Command(
        "settings.write",
        "Validates and saves one setting.",
        args=_record(key=_KEY, value=Json()),
        returns=_record(value=Json()),
        limits=Limits(per_second=20),
    ),
    Command(
        "connection.list",
        "What the person can talk to, without any secret.",
        args=_record(),
        returns=_record(connections=ListOf(_CONNECTION), selected=_ID),
        limits=Limits(in_flight=8),
    ),
    Command(
        "connection.test",
        "Reaches an agent for real, with the secret that was typed, else the one that is kept; fails in words.",
        args=_record(connection=_CONNECTION, secret=_TYPED_SECRET),
        returns=_record(),
        lane="slow",
        limits=Limits(in_flight=1, per_second=4),
        deadline_seconds=60.0,
    ),
    Command(
        "connection.save",
        "Keeps a description, a new one under a new id, and the secret if one was typed.",
        args=_record(connection=_CONNECTION, secret=_TYPED_SECRET),
        returns=_record(connection=_CONNECTION, kept=_KEPT),
        lane="slow",
        limits=Limits(in_flight=1, per_second=4),
        deadline_seconds=60.0,
    ),
    Command(
        "connection.select",
        "Talks to another agent from now on.",
        args=_record(id=_ID),
        returns=_record(connection=_SHOWN_CONNECTION),
        lane="slow",
        limits=Limits(in_flight=1, per_second=10),
        deadline_seconds=60.0,
    ),
    Command(
        "connection.remove",
        "Forgets a connection and its secret, unless it is to stay; answers with the connection that is selected then.",
        args=_record(id=_ID, without_key=Flag()),
        returns=_record(connection=_SHOWN_CONNECTION),
        lane="slow",
        limits=Limits(in_flight=1, per_second=4),
        deadline_seconds=60.0,
    ),
    Command(
        "connection.export",
        "Writes the descriptions, without any secret, into a file in the person's folder for them, and shows it.",
        args=_record(),
        returns=_record(count=Integer()),
        user_gesture=True,
        limits=Limits(in_flight=1, per_second=2),
    ),
    Command(
        "connection.import",
        "Asks for such a file and takes in what is new in it; null when the person chose none.",
        args=_record(),
        returns=_record(count=Nullable(Integer())),
        user_gesture=True,
        lane="slow",
        limits=Limits(in_flight=1, per_second=2),
        deadline_seconds=900.0,
    ),
    Command(
        "secret.status",
        "Where the secret of a connection is kept; never what it is.",
        args=_record(id=_ID),
        returns=_record(kept=_KEPT),
        lane="slow",
        limits=Limits(in_flight=1, per_second=10),
        deadline_seconds=60.0,
    ),
    Command(
        "secret.forget",
        "Removes the secret of a connection from this session and from the keyring.",
        args=_record(id=_ID),
        returns=_record(kept=_KEPT),
        lane="slow",
        limits=Limits(in_flight=1, per_second=4),
        deadline_seconds=60.0,
    ),
    Command(
        "microphone.forget",
        "Takes back what was said about the microphone: the agent asks again.",
        args=_record(id=_ID),
        returns=_record(connection=_SHOWN_CONNECTION),
        limits=Limits(in_flight=1, per_second=4),
    ),
    Command(
        "export.start",
        "Begins to save the conversations that the key of a hosted connection can read.",
        args=_record(id=_ID),
        returns=_record(export=_EXPORT),
        user_gesture=True,
        lane="slow",
        limits=Limits(in_flight=1, per_second=4),
        deadline_seconds=60.0,
    ),
    Command(
        "export.status",
        "How far the saving of conversations is.",
        args=_record(),
        returns=_record(export=_EXPORT),
    ),
    Command(
        "export.stop",
        "Ends it; what is saved stays, and the next one goes on from there.",
        args=_record(),
        returns=_record(),
    ),
    Command(
        "export.show",
        "Opens the folder with the saved conversations in the system's own program.",
        args=_record(),
        returns=_record(),
        user_gesture=True,
        limits=Limits(in_flight=1, per_second=2),
    ),
    Command(
        "chat.endpoint",
        "Where the chat document finds the chat host, its token of this start, and what the host can do.",
        args=_record(),
        returns=_record(
            url=_URL, token=Text(max_length=128), capabilities=_CAPABILITIES, state=_HOST_STATE, message=_WORDS
        ),
        limits=Limits(in_flight=8),
    ),
    Command(
        "chat.retry",
        "Starts the chat host again after it failed.",
        args=_record(),
        returns=_record(),
        limits=Limits(in_flight=2, per_second=2),
    ),
    Command(
        "chat.failed",
        "OpenAI's chat interface did not come up, for this reason; kept for diagnostics.",
        args=_record(fault=Choice(FAULTS)),
        returns=_record(),
        limits=Limits(in_flight=2, per_second=2),
    ),
    Command(
        "chat.ready",
        "OpenAI's chat interface came up: what was kept of its not coming up is over.",
        args=_record(),
        returns=_record(),
        limits=Limits(in_flight=1, per_second=2),
    ),
    Command(
        "chat.client_secret",
        "A secret for the official interface, good for minutes; `current` ends, `anew` is a person's Retry.",
        args=_record(current=_CURRENT_SECRET, anew=Flag()),
        returns=_record(client_secret=_CLIENT_SECRET),
        lane="slow",
        limits=Limits(in_flight=4, per_second=5),
        deadline_seconds=20.0,
    ),
    Command(
        "tool.list",
        "The tools of this computer that an agent may ask for.",
        args=_record(),
        returns=_record(tools=ListOf(_TOOL)),
        limits=Limits(in_flight=8),
    ),
    Command(
        "tool.invoke",
        "Runs a tool for the agent of a connection, after asking the person; waits for the answer.",
        args=_record(("leads_to",), name=_NAME, params=JsonObject(), call_id=_ID, connection=_ID, leads_to=_LEADS_TO),
        returns=_record(result=JsonObject()),
        lane="slow",
        limits=Limits(in_flight=2, per_second=5),
        deadline_seconds=900.0,
    ),
    Command(
        "tool.cancel",
        "Cancels every call, and every question: the chat document that asked is gone.",
        args=_record(),
        returns=_record(),
        limits=Limits(in_flight=8, per_second=20),
    ),
    Command(
        "tool.decide",
        "The person's answer to tool.asked or microphone.asked.",
        args=_record(request_id=_ID, decision=_DECISION),
        returns=_record(),
        user_gesture=True,
    ),
    Command(
        "tool.grants",
        "What agents may do without asking again: for this session, or always.",
        args=_record(),
        returns=_record(grants=ListOf(_GRANT, MOST_GRANTS)),
        limits=Limits(in_flight=4, per_second=10),
    ),
    Command(
        "tool.revoke",
        "Takes back a permission, or where connection or tool are null, those of any.",
        args=_record(connection=Nullable(_ID), tool=Nullable(_NAME)),
        returns=_record(),
        limits=Limits(in_flight=4, per_second=10),
    ),
    Command(
        "tool.ledger",
        "The last calls of tools, newest first, without what was in them.",
        args=_record(),
        returns=_record(calls=ListOf(_CALL, MOST_CALLS)),
        limits=Limits(in_flight=1, per_second=4),
    ),
    Command(
        "tool.ledger_clear",
        "Forgets those calls.",
        args=_record(),
        returns=_record(),
        user_gesture=True,
        limits=Limits(in_flight=1, per_second=4),
    ),
    Command(
        "file.take",
        "The files that were given past the page; each can be fetched once, at its path below the pages' own.",
        args=_record(),
        returns=_record(files=ListOf(_GIVEN_FILE), refused=ListOf(_WORDS), left_out=Integer(), left_behind=Integer()),
        limits=Limits(in_flight=1, per_second=20),
    ),
    Command(
        "press.confirm",
        "Whether a person has just pressed something, for a page that cannot tell; refused where nobody did.",
        args=_record(),
        returns=_record(),
        needs_press=True,
        lane="inline",
    ),
    Command(
        "link.open",
        "Opens a web page or an e-mail address outside; a host that is new is asked about first.",
        args=_record(url=Text(max_length=4_096, min_length=1), confirmed=Flag()),
        returns=_record(outcome=Choice(("opened", "ask")), host=_URL),
        user_gesture=True,
        needs_press=True,
        limits=Limits(in_flight=4, per_second=5),
    ),
    Command(
        "draft.keep",
        "Keeps the text that is not sent yet, whole or in parts, so that a crash loses nothing.",
        args=_record(
            ("part", "parts"),
            text=_COMPOSED,
            thread_id=_THREAD,
            part=Integer(1, MOST_PARTS),
            parts=Integer(1, MOST_PARTS),
        ),
        returns=_record(),
        limits=Limits(in_flight=4, per_second=20),
    ),
    Command(
        "diagnostics.run",
        "Runs these checks, all of them when none is named; `online` tries the selected connection, and reaches out.",
        args=_record(ids=ListOf(_ID, MOST_CHECKS), online=Flag()),
        returns=_record(report=JsonObject(), markdown=_REPORT),
        lane="slow",
        # One may still try the connection after the person has left it.
        limits=Limits(in_flight=2, per_second=4),
        deadline_seconds=90.0,
    ),
    Command(
        "diagnostics.answer",
        "The page's answer to `page.asked`.",
        args=_record(),
        returns=_record(),
        limits=Limits(in_flight=2, per_second=10),
    ),
    Command(
        "diagnostics.reach",
        "What leaves this computer: every host of each connection, why, and when. Nothing is asked for that.",
        args=_record(),
        returns=_record(connections=ListOf(_REACHED, MOST_CONNECTIONS_SHOWN)),
        limits=Limits(in_flight=1, per_second=4),
    ),
    Command(
        "diagnostics.preview",
        "What a saved report would hold, part by part.",
        args=_record(),
        returns=_record(parts=ListOf(_PART, MOST_BUNDLE_PARTS)),
        lane="slow",
        limits=Limits(in_flight=1, per_second=2),
        deadline_seconds=60.0,
    ),
    Command(
        "diagnostics.save",
        "Asks where to save these parts of what was shown last; null when the person chose no place.",
        args=_record(parts=ListOf(_PART_NAME, MOST_BUNDLE_PARTS)),
        returns=_record(saved=Nullable(_LABEL)),
        user_gesture=True,
        needs_press=True,
        lane="slow",
        limits=Limits(in_flight=1, per_second=2),
        deadline_seconds=900.0,
    ),
    Command(
        "diagnostics.record",
        "Has the log hold more for ten minutes, or no longer; answers with the end, in seconds of UTC.",
        args=_record(on=Flag()),
        returns=_record(until_utc=Nullable(Integer())),
        user_gesture=True,
        needs_press=True,
        limits=Limits(in_flight=1, per_second=2),
    ),
    Command(
        "diagnostics.reset",
        "Puts one thing back to how it was at first; says whether it counts only from the next start on.",
        args=_record(step=Choice(RESET_STEPS)),
        returns=_record(restart=Flag()),
        user_gesture=True,
        needs_press=True,
        lane="slow",
        limits=Limits(in_flight=1, per_second=2),
        # As long as a keyring may take for each of a few keys.
        deadline_seconds=90.0,
    ),
    Command(
        "log.note",
        "One line of the page's for the log, redacted like every other.",
        args=_record(level=_LEVEL, message=_WORDS),
        returns=_record(),
        limits=Limits(per_second=20),
    ),
)

# What a window has beside that while the program runs with `--development`; any other knows no such commands.
DEVELOPMENT_COMMANDS: tuple[Command, ...] = (
    Command(
        "log.read",
        "With `--development` only: the redacted lines of the log that follow the one of this number.",
        args=_record(after=Integer()),
        returns=_record(lines=ListOf(_LOG_LINE, RECENT_LINES)),
        limits=Limits(in_flight=1, per_second=10),
    ),
)
ALL_COMMANDS: tuple[Command, ...] = (*COMMANDS, *DEVELOPMENT_COMMANDS)

EVENTS: tuple[Event, ...] = (
    Event(
        "theme.changed",
        "The chosen theme, and what it means now.",
        _record(theme=_THEME_CHOICE, resolved=_THEME_RESOLVED),
    ),
    Event("chat_host.changed", "The chat host started, failed or stopped.", _record(state=_HOST_STATE, message=_WORDS)),
    Event(
        "tool.asked",
        "A tool waits for the person's answer.",
        _record(
            request_id=_ID,
            tool=_NAME,
            sentence=_LABEL,
            arguments=JsonObject(),
            shown=JsonObject(),
            touches=_TOUCHES,
            connection=_LABEL,
            goes_to=Choice(DESTINATIONS),
            choices=ListOf(_DECISION, len(DECISIONS)),
        ),
    ),
    Event("tool.settled", "A question to the person is over, answered or not.", _record(request_id=_ID)),
    Event(
        "microphone.asked",
        "The agent wants to hear the microphone, which waits for the person's answer.",
        _record(request_id=_ID, agent=_LABEL, site=_LABEL),
    ),
    Event("microphone.used", "Whether a document hears the microphone now.", _record(active=Flag())),
    Event("page.recovered", "The page was opened again after it died or hung.", _record(reason=_LABEL)),
    Event("page.asked", "Diagnostics waits for the page to answer.", _record()),
    Event("notice.raised", "Something the person should know.", _NOTICE),
    Event("notice.settled", "What a notice was about is over.", _record(code=_LABEL)),
    Event("export.changed", "How far the saving of conversations is.", _record(export=_EXPORT)),
    Event(
        "diagnostics.progress",
        "How far the test of the connection is.",
        _record(done=Integer(), total=Integer(), title=_LABEL),
    ),
    Event("record.changed", "The log holds more until then, or no longer.", _record(until_utc=Nullable(Integer()))),
    Event("settings.changed", "A setting has a new value.", _record(key=_KEY, value=Json())),
    Event("file.waiting", "Files were given past the page, and wait for it.", _record()),
    Event("file.over", "Whether files that would come so are held over the window.", _record(over=Flag())),
    Event(
        "start.repeated",
        "The program was started once more while it runs, so its window comes to the front.",
        _record(new_conversation=Flag()),
    ),
    Event("link.asked", "A person followed a link that wants a window of its own.", _record(url=_URL)),
    Event(
        "shortcut.pressed",
        "A shortcut of the window, whichever document has the focus.",
        _record(name=_WINDOW_SHORTCUT),
    ),
)

PORT_TO_SHELL: tuple[PortMessage, ...] = (
    PortMessage("ready", "The chat interface can be used.", _record(interface=_NAME)),
    PortMessage(
        "client_tool", "The agent asks for a tool.", _record(name=_NAME, params=JsonObject()), reply=JsonObject()
    ),
    PortMessage(
        "client_secret",
        "The official interface needs a secret.",
        _record(current=_CURRENT_SECRET),
        reply=_record(client_secret=_CLIENT_SECRET),
    ),
    PortMessage("effect", "The agent shows something.", _record(name=_NAME, data=JsonObject())),
    PortMessage("deeplink", "The agent points to a place in the program.", _record(name=_NAME, data=JsonObject())),
    PortMessage(
        "state", "What the conversation is doing.", _record(busy=Flag(), thread_id=_THREAD, title=Nullable(_LABEL))
    ),
    PortMessage("error", "Something in the chat failed.", _record(code=_NAME, message=_WORDS)),
    PortMessage("link", "A link was clicked.", _record(url=_URL)),
    PortMessage("draft", "The text that is not sent yet.", _record(text=_DRAFT, thread_id=_THREAD)),
    PortMessage("note", "A line for the log.", _record(level=_LEVEL, message=_WORDS)),
    PortMessage("pong", "The answer to ping.", _record(n=Integer())),
    # SECURITY: T26, a chat document opens nothing of the window's by itself; the shortcuts come from the window.
    PortMessage("shortcut", "The list of conversations was closed in there.", _record(name=Choice(("history",)))),
)

# How the chat of the connection looks, in the parts that the official interface's options have.
LOOK_PARTS = ("appearance", "composer", "start_screen", "header", "history", "item_actions", "disclaimer")

PORT_TO_CHAT: tuple[PortMessage, ...] = (
    PortMessage(
        "configure",
        "Everything the chat document starts with.",
        _record(
            ("reduced_motion", "start_cards", "script", "api", *LOOK_PARTS),
            endpoint=_record(url=_URL, token=Text(max_length=128), capabilities=_CAPABILITIES),
            locale=Text(max_length=35, min_length=2),
            theme=_record(resolved=_THEME_RESOLVED),
            accents=_ACCENTS,
            thread_id=_THREAD,
            draft=_DRAFT,
            agent_label=_LABEL,
            reduced_motion=Flag(),
            # Whether nothing is connected yet: the start screen then offers what one could talk to.
            start_cards=Flag(),
            # For the official interface.
            script=_URL,
            api=_record(("url", "domain_key"), kind=Choice(("hosted", "custom")), url=_URL, domain_key=_LABEL),
            # What an interface's options cannot hold is left out there, not refused here.
            **dict.fromkeys(LOOK_PARTS, JsonObject()),
        ),
    ),
    PortMessage("theme", "The theme changed.", _record(resolved=_THEME_RESOLVED)),
    PortMessage("locale", "The language changed.", _record(locale=Text(max_length=35, min_length=2))),
    PortMessage("thread", "Show this conversation, or a new one.", _record(thread_id=_THREAD)),
    PortMessage("history", "Open or close the list of conversations.", _record(open=Flag())),
    PortMessage("compose", "Put this text into the composer.", _record(text=_COMPOSED)),
    PortMessage("attach", "Put these files into the composer.", _record(files=ListOf(PageFile()))),
    PortMessage("send", "Send this text.", _record(text=_COMPOSED)),
    PortMessage("focus", "Put the cursor into the composer.", _record()),
    PortMessage("stop", "Stop the answer that is being written.", _record()),
    PortMessage("ping", "Answer with pong.", _record(n=Integer())),
    PortMessage("endpoint", "The chat host's state changed.", _record(state=_HOST_STATE, message=_WORDS)),
)
