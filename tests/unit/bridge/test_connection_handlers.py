"""Connections come and go by commands; their secrets go in, reach the server they are for, and never come out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from app.bridge.connection_handlers import Exchange, make_connection_handlers
from app.bridge.contract import COMMANDS
from app.chat_host.launch import Relay
from app.errors import (
    ConnectionUnusable,
    FileRefused,
    Invalid,
    KeyMissing,
    KeyRefused,
    KeyringLocked,
    NotFound,
    NotOffered,
)
from app.services.agent_access import AgentAccess
from app.services.chat_look import PLAIN_LOOK
from app.services.connection_file import ConnectionFile
from app.services.connections import Connections
from app.services.credentials import Credentials
from app.services.keyring_backend import OpenKeyring
from app.services.later import Later
from tests.support.keeping_keyring import KeepingKeyring
from tests.support.stand_in_api import StandInApi, failing, in_place_of_openai

KEY = "sk-test-0123456789-canary"
DECLARED = {command.name: command for command in COMMANDS}
BLANK = {
    "id": "",
    "kind": "workflow",
    "label": "",
    "agent_label": "Agent",
    "workflow_id": "wf_68a1",
    "url": "",
    "domain_key": "",
    "header_name": "",
    "interface": "automatic",
    "chat": asdict(PLAIN_LOOK),
    "microphone": "ask",
}


class Desk:
    """The commands over a file of connections and a keyring of the test's own."""

    def __init__(self, folder: Path, keyring: KeepingKeyring, environ: Mapping[str, str]) -> None:
        self.file, self.keyring = folder / "connections.json", keyring
        self.connections = Connections(ConnectionFile(self.file))
        credentials = Later(lambda: Credentials("test", environ, lambda: OpenKeyring(keyring, "Test Keyring")))
        credentials.fulfil()
        self.access = AgentAccess(self.connections, credentials.get, lambda: "somebody", lambda _relay: None)
        self.folder, self.shown = folder / "documents", list[Path]()
        self.picked: Path | None = None
        exchange = Exchange(lambda: self.folder, self.shown.append, lambda: self.picked)
        self._handlers = make_connection_handlers(self.connections, self.access, exchange)

    def ask(self, name: str, /, **args: Any) -> Mapping[str, Any]:
        """Make a call as a page does; nothing that comes back is the key."""
        assert not DECLARED[name].args.fault(args), DECLARED[name].args.fault(args)
        value = self._handlers[name](args)
        assert not DECLARED[name].returns.fault(value), DECLARED[name].returns.fault(value)
        assert KEY not in json.dumps(value)
        return value

    def save(self, secret: str = "", **described: object) -> Mapping[str, Any]:
        return self.ask("connection.save", connection={**BLANK, **described}, secret=secret)


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInApi]:
    with in_place_of_openai(monkeypatch) as server:
        yield server


def bearer(api: StandInApi) -> str:
    """Return what the last request was authorised with."""
    headers = {name.lower(): value for name, value in api.requests[-1][1].items()}
    return headers["authorization"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, KeepingKeyring(), {})


def test_a_connection_is_kept_with_its_key_in_the_keyring_alone(desk: Desk, tmp_path: Path) -> None:
    saved = desk.save(KEY, label="Support")
    assert saved["kept"]["source"] == "keyring"
    assert list(desk.keyring.kept.values()) == [KEY]
    assert KEY not in desk.file.read_text()
    again = Desk(tmp_path, desk.keyring, {})
    assert again.ask("secret.status", id=saved["connection"]["id"])["kept"]["source"] == "keyring"
    assert [each["label"] for each in again.ask("connection.list")["connections"]] == ["This computer", "Support"]


def test_the_selected_connection_is_the_same_after_the_next_start(desk: Desk, tmp_path: Path) -> None:
    made = desk.save(KEY)["connection"]["id"]
    shown = desk.ask("connection.select", id=made)["connection"]
    assert (shown["kind"], shown["interface"]) == ("workflow", "official")
    assert Desk(tmp_path, desk.keyring, {}).ask("connection.list")["selected"] == made


def test_a_removed_connection_leaves_no_key_behind(desk: Desk) -> None:
    made = desk.save(KEY)["connection"]["id"]
    desk.ask("connection.select", id=made)
    assert desk.ask("connection.remove", id=made, without_key=False)["connection"]["id"] == "local"
    assert desk.keyring.kept == {}
    with pytest.raises(NotFound):
        desk.ask("connection.select", id=made)


def test_a_connection_is_removed_though_its_key_cannot_be(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    made = desk.save(KEY)["connection"]["id"]

    def refuse(_service: str, _username: str) -> None:
        raise KeyringLocked

    monkeypatch.setattr(desk.keyring, "get_password", refuse)
    with pytest.raises(KeyringLocked):
        desk.ask("connection.remove", id=made, without_key=False)
    assert desk.connections.get(made)
    assert desk.ask("connection.remove", id=made, without_key=True)["connection"]["id"] == "local"
    assert list(desk.keyring.kept.values()) == [KEY]
    with pytest.raises(NotFound):
        desk.connections.get(made)


def test_what_cannot_be_used_is_not_kept(desk: Desk) -> None:
    with pytest.raises(ConnectionUnusable, match="placeholder"):
        desk.save(KEY, workflow_id="wf_xxx")
    with pytest.raises(Invalid):
        desk.save("two\nlines")
    assert not desk.file.exists()
    assert desk.keyring.kept == {}


def test_a_test_reaches_the_server_with_the_typed_key_and_keeps_nothing(desk: Desk, api: StandInApi) -> None:
    assert desk.ask("connection.test", connection=BLANK, secret=f" {KEY} ") == {}
    assert bearer(api) == f"Bearer {KEY}"
    assert desk.keyring.kept == {}


def test_a_test_says_what_the_server_refused(desk: Desk, api: StandInApi) -> None:
    api.script.append(failing(401, "invalid_api_key"))
    with pytest.raises(KeyRefused):
        desk.ask("connection.test", connection=BLANK, secret=KEY)


def test_how_its_chat_looks_is_kept_shown_and_handed_on(desk: Desk, tmp_path: Path) -> None:
    looks = {
        "accent": "#123456",
        "prompts": [{"label": "Plan", "prompt": "Plan a trip"}],
        "theme": '{"radius": "pill"}',
    }
    look = {**asdict(PLAIN_LOOK), **looks}
    made = desk.save(KEY, chat=look)["connection"]
    assert json.loads(json.dumps(made["chat"])) == look
    shown = desk.ask("connection.select", id=made["id"])["connection"]
    assert json.loads(json.dumps(shown["chat"])) == look
    desk.ask("connection.export")
    other = Desk(tmp_path / "other", KeepingKeyring(), {})
    (other.picked,) = desk.folder.iterdir()
    assert other.ask("connection.import") == {"count": 1}
    assert other.connections.all()[1].chat == desk.connections.all()[1].chat


@pytest.mark.parametrize(("name", "value", "said"), [("accent", "url(x)", "colour"), ("theme", "[]", "theme")])
def test_a_look_that_cannot_be_used_is_refused_in_words(desk: Desk, name: str, value: str, said: str) -> None:
    with pytest.raises(ConnectionUnusable, match=said):
        desk.save(chat={**asdict(PLAIN_LOOK), name: value})
    assert not desk.file.exists()


def test_t28_the_microphone_is_nobodys_to_give_who_describes_a_connection(desk: Desk, tmp_path: Path) -> None:
    look = {**asdict(PLAIN_LOOK), "dictation": True}
    made = desk.save(KEY, chat=look, microphone="allowed")["connection"]
    assert made["microphone"] == "ask"
    desk.connections.answer_microphone(made["id"], "allowed")
    # Another look leaves it; what is handed on has none of it.
    kept = {**made, "chat": {**look, "accent": "#fff"}}
    assert desk.ask("connection.save", connection=kept, secret="")["connection"]["microphone"] == "allowed"
    desk.ask("connection.export")
    other = Desk(tmp_path / "other", KeepingKeyring(), {})
    (other.picked,) = desk.folder.iterdir()
    other.picked.write_text(other.picked.read_text().replace('"ask"', '"allowed"'))
    assert other.ask("connection.import") == {"count": 1}
    assert other.connections.all()[1].microphone == "ask"
    assert other.ask("connection.import") == {"count": 0}


def test_what_is_said_about_the_microphone_leaves_the_session_as_it_is(desk: Desk, api: StandInApi) -> None:
    described = {"kind": "session_service", "url": api.url.removesuffix("/v1")}
    made = desk.save(KEY, chat={**asdict(PLAIN_LOOK), "dictation": True}, **described)["connection"]
    desk.ask("connection.select", id=made["id"])
    first = desk.access.client_secret(None)
    desk.connections.answer_microphone(made["id"], "allowed")
    desk.access.client_secret(first)
    assert [path for path, _headers, _body in api.requests][-1] == "/api/chatkit/session/refresh"


def test_t28_what_was_said_about_the_microphone_ends_with_dictation_the_agent_or_at_a_word(desk: Desk) -> None:
    look = {**asdict(PLAIN_LOOK), "dictation": True}
    made = desk.save(KEY, chat=look)["connection"]
    for change in ({"workflow_id": "wf_other1"}, {"chat": {**look, "dictation": False}}):
        desk.connections.answer_microphone(made["id"], "allowed")
        saved = desk.ask("connection.save", connection={**made, **change}, secret="")["connection"]
        assert saved["microphone"] == "ask"
        desk.ask("connection.save", connection=made, secret="")
    desk.connections.answer_microphone(made["id"], "denied")
    assert desk.connections.get(made["id"]).microphone == "denied"
    assert desk.ask("microphone.forget", id=made["id"])["connection"]["id"] == made["id"]
    assert desk.connections.get(made["id"]).microphone == "ask"


@pytest.mark.parametrize("kind", ["workflow", "session_service"])
def test_what_is_switched_off_is_off_in_the_session_too(desk: Desk, api: StandInApi, kind: str) -> None:
    described = {"kind": kind, "url": "" if kind == "workflow" else api.url.removesuffix("/v1")}
    asked = []
    for on in (True, False):
        look = {**asdict(PLAIN_LOOK), "attachments": on, "history": on}
        desk.ask("connection.select", id=desk.save(KEY, chat=look, **described)["connection"]["id"])
        desk.access.client_secret(None)
        asked.append(api.requests[-1][2]["chatkit_configuration"])
    assert [each["file_upload"]["enabled"] for each in asked] == [True, False]
    assert [each.get("history", {"enabled": True})["enabled"] for each in asked] == [True, False]


def test_without_a_key_a_test_says_so(desk: Desk) -> None:
    with pytest.raises(KeyMissing):
        desk.ask("connection.test", connection=BLANK, secret="")


class Locked(KeepingKeyring):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked


def test_without_its_key_no_server_is_selected_and_at_a_start_none_but_it_answers(desk: Desk, tmp_path: Path) -> None:
    made = [desk.save(KEY, kind="server", url=f"https://{name}.example/chatkit")["connection"]["id"] for name in "ab"]
    desk.ask("connection.select", id=made[0])
    relays: list[Relay | None] = []
    later = Desk(tmp_path, Locked(), {})
    later.access._relay_to = relays.append
    with pytest.raises(KeyringLocked):
        later.ask("connection.select", id=made[1])
    assert later.ask("connection.list")["selected"] == made[0]
    assert relays == []
    with pytest.raises(KeyringLocked):
        later.access.begin_anew()
    assert relays == [Relay("https://a.example/chatkit")]


def test_a_secret_is_minted_for_the_selected_connection_only(desk: Desk, api: StandInApi) -> None:
    with pytest.raises(NotOffered):
        desk.access.client_secret(None)
    desk.ask("connection.select", id=desk.save(KEY)["connection"]["id"])
    first = desk.access.client_secret(None)
    assert desk.access.client_secret(first) != first


def test_another_key_makes_other_secrets(desk: Desk, api: StandInApi) -> None:
    made = desk.save(KEY)["connection"]
    desk.ask("connection.select", id=made["id"])
    desk.access.client_secret(None)
    desk.ask("connection.save", connection=made, secret="sk-another-key")
    desk.access.client_secret(None)
    assert bearer(api) == "Bearer sk-another-key"


def test_a_service_that_forgot_the_session_is_asked_for_a_new_one(desk: Desk, api: StandInApi) -> None:
    described = {"kind": "session_service", "url": api.url.removesuffix("/v1")}
    desk.ask("connection.select", id=desk.save(KEY, **described)["connection"]["id"])
    first = desk.access.client_secret(None)
    api.script.append(failing(404))
    assert desk.access.client_secret(first) not in (first, "")
    paths = [path for path, _headers, _body in api.requests]
    assert paths == ["/api/chatkit/session", "/api/chatkit/session/refresh", "/api/chatkit/session"]


@pytest.mark.parametrize("how", ["connection.test", "connection.save"])
def test_t18_a_key_does_not_follow_a_description_to_another_server(desk: Desk, api: StandInApi, how: str) -> None:
    described = {"kind": "session_service", "url": "https://chat.example.org"}
    made = {**desk.save(KEY, **described)["connection"], "url": api.url.removesuffix("/v1")}
    desk.ask(how, connection=made, secret="")
    if how == "connection.save":
        desk.ask("connection.select", id=made["id"])
        desk.access.client_secret(None)
        assert desk.keyring.kept == {}
    assert api.requests
    assert not any("authorization" in headers for _path, headers, _body in api.requests)


def test_a_forgotten_key_is_gone_and_the_environment_s_is_named(tmp_path: Path) -> None:
    desk = Desk(tmp_path, KeepingKeyring(), {"OPENAI_API_KEY": KEY})
    made = desk.save("sk-typed-key")["connection"]["id"]
    assert desk.ask("secret.forget", id=made)["kept"]["source"] == "environment"
    assert desk.keyring.kept == {}


def test_descriptions_are_handed_on_without_their_keys(desk: Desk, tmp_path: Path) -> None:
    desk.save(KEY, label="One")
    desk.save(kind="server", workflow_id="", url="https://chat.example/chatkit", label="Two")
    assert desk.ask("connection.export") == {"count": 2}
    (file,) = desk.folder.iterdir()
    assert KEY not in file.read_text("utf-8")
    assert desk.shown == [desk.folder]
    other = Desk(tmp_path / "other", KeepingKeyring(), {})
    assert other.ask("connection.import") == {"count": None}
    other.picked = file
    assert other.ask("connection.import") == {"count": 2}
    assert [each.label for each in other.connections.all()][1:] == ["One", "Two"]
    # Taken in twice, they are there once.
    assert other.ask("connection.import") == {"count": 0}
    assert len(other.connections.all()) == 3


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b"{" * 100_000, b" " * 300_000])
def test_a_file_that_describes_no_connections_is_refused(desk: Desk, content: bytes, tmp_path: Path) -> None:
    desk.picked = tmp_path / "some.json"
    desk.picked.write_bytes(content)
    with pytest.raises(FileRefused, match="no connections"):
        desk.ask("connection.import")


def test_what_is_wrong_in_such_a_file_is_left_out(desk: Desk, tmp_path: Path) -> None:
    record = {"id": "a", "kind": "server", "label": "A", "agent_label": "A"}
    plain = {**record, "url": "http://chat.example/chatkit"}
    good = {**record, "id": "b", "url": "https://chat.example/chatkit"}
    desk.picked = tmp_path / "some.json"
    desk.picked.write_text(json.dumps({"connections": [plain, good, 3]}))
    assert desk.ask("connection.import") == {"count": 1}


def test_half_a_character_in_such_a_file_does_no_harm(desk: Desk, tmp_path: Path) -> None:
    desk.picked = tmp_path / "some.json"
    desk.picked.write_text(
        '{"connections": [{"id": "a", "kind": "workflow", "workflow_id": "wf_68", "label": "x\\ud800"}]}'
    )
    assert desk.ask("connection.import") == {"count": 1}
    assert desk.connections.all()[1].label == "x"


def test_there_are_no_more_than_can_be_kept(desk: Desk, tmp_path: Path) -> None:
    records = [{"id": f"a{n}", "kind": "workflow", "workflow_id": f"wf_6{n}", "label": "x"} for n in range(50)]
    desk.picked = tmp_path / "some.json"
    desk.picked.write_text(json.dumps({"connections": records}))
    with pytest.raises(ConnectionUnusable, match="no room"):
        desk.ask("connection.import")
    assert len(desk.connections.all()) == 1
