"""The connections: kept without secrets, selected, refused in words, and none lost by a damaged file."""

from __future__ import annotations

import json
import stat
from dataclasses import fields, replace
from pathlib import Path

import pytest

from app.errors import CannotWrite, ConnectionUnusable, NotFound
from app.resources import text
from app.services.chat_look import PLAIN_LOOK
from app.services.connection_file import ConnectionFile, decode, encode
from app.services.connections import LOCAL_ID, Connection, Connections

WORKFLOW = Connection("", "workflow", "Trip agent", "", workflow_id="wf_68e5a1b2c3d4")
SERVICE = Connection("", "session_service", "", "", workflow_id="wf_68e5a1b2c3d4", url="https://chat.example.org")
SERVER = Connection(
    "", "server", "Shop", "Shop agent", url="http://127.0.0.1:8000/chatkit", header_name="X-Shop", domain_key="dk_1"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "connections.json"


@pytest.fixture
def connections(path: Path) -> Connections:
    return Connections(ConnectionFile(path))


def test_this_computer_is_there_from_the_start_and_selected(connections: Connections) -> None:
    assert [each.id for each in connections.all()] == [LOCAL_ID]
    assert connections.selected.kind == "local"


def test_what_is_saved_is_there_after_a_restart_in_the_same_order(connections: Connections, path: Path) -> None:
    saved = [connections.save(each) for each in (WORKFLOW, SERVICE, SERVER)]
    again = Connections(ConnectionFile(path))
    assert list(again.all()[1:]) == saved
    assert len({each.id for each in saved}) == 3
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_nameless_one_is_named_for_its_kind(connections: Connections) -> None:
    assert connections.save(SERVICE).label == text("connection.session_service.label")


@pytest.mark.parametrize(
    ("kept", "read"), [("allowed", "allowed"), ("denied", "denied"), ("always", "ask"), (7, "ask")]
)
def test_what_was_said_about_the_microphone_is_read_or_asked_again(kept: object, read: str) -> None:
    dictated = replace(WORKFLOW, id="workflow-1", chat=replace(PLAIN_LOOK, dictation=True))
    document = json.loads(encode([dictated]))
    document["connections"][0]["microphone"] = kept
    assert decode(json.dumps(document).encode())[0].microphone == read
    document["connections"][0]["chat"]["dictation"] = False
    assert decode(json.dumps(document).encode())[0].microphone == "ask"


def test_whoever_follows_hears_of_each_change() -> None:
    changes: list[str] = []
    followed = Connections()
    followed.tell(lambda: changes.append(followed.selected.id))
    saved = followed.save(WORKFLOW)
    followed.select(saved.id)
    followed.remove(saved.id)
    assert changes == [LOCAL_ID, saved.id, LOCAL_ID]


def test_a_name_is_one_short_line(connections: Connections) -> None:
    saved = connections.save(replace(WORKFLOW, label=" Trip\u202e\nagent " + "x" * 100))
    assert saved.label == "Trip agent " + "x" * 49


def test_a_kind_keeps_only_what_it_needs(connections: Connections) -> None:
    saved = connections.save(replace(WORKFLOW, url="https://example.org", domain_key="dk", header_name="X-Key"))
    assert (saved.url, saved.domain_key, saved.header_name) == ("", "", "")
    assert connections.save(replace(SERVER, workflow_id="wf_1234567")).workflow_id == ""


def test_a_change_keeps_the_id_and_the_place(connections: Connections) -> None:
    first, second = connections.save(WORKFLOW), connections.save(SERVER)
    changed = connections.save(replace(first, label="Journeys"))
    assert connections.all()[1:] == (changed, second)


def test_an_id_that_was_never_given_is_not_found(connections: Connections) -> None:
    for act in (
        lambda: connections.save(replace(WORKFLOW, id="workflow-made-up")),
        lambda: connections.select("nobody"),
        lambda: connections.remove("nobody"),
        lambda: connections.remove(LOCAL_ID),
    ):
        with pytest.raises(NotFound):
            act()


def test_removing_the_selected_one_goes_back_to_this_computer(connections: Connections, path: Path) -> None:
    saved = connections.save(WORKFLOW)
    assert connections.select(saved.id) == connections.selected == saved
    connections.remove(saved.id)
    assert connections.selected.id == LOCAL_ID
    assert ConnectionFile(path).read() == ()


def test_a_disk_that_refuses_changes_nothing(connections: Connections, path: Path) -> None:
    path.parent.parent.joinpath("data").write_text("a file in the folder's place")
    with pytest.raises(CannotWrite):
        connections.save(WORKFLOW)
    assert [each.id for each in connections.all()] == [LOCAL_ID]


def test_a_record_has_no_place_for_a_secret(connections: Connections, path: Path) -> None:
    names = {each.name for each in fields(Connection)}
    assert not [name for name in names if any(word in name for word in ("secret", "token", "password", "api_key"))]
    connections.save(SERVER)
    assert set(json.loads(path.read_text())["connections"][0]) == names


def test_what_is_handed_on_is_taken_back_alike(connections: Connections) -> None:
    saved = [connections.save(each) for each in (WORKFLOW, SERVICE, SERVER)]
    assert list(decode(encode(saved))) == saved


@pytest.mark.parametrize("damage", [b"", b"{", b"\x00" * 40, b"[]", b'{"connections": {}}', b"[" * 100_000])
def test_a_damaged_file_is_set_aside_whole(path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    assert ConnectionFile(path).read() == ()
    [aside] = path.parent.glob("connections.json.damaged-*")
    assert aside.read_bytes() == damage


def test_a_record_that_cannot_be_used_leaves_the_others(path: Path) -> None:
    good = replace(WORKFLOW, id="workflow-1", agent_label="Trip agent")
    bad: list[object] = [
        None,
        7,
        {"id": "a", "kind": "local"},
        {"id": "../a", "kind": "workflow", "workflow_id": "wf_68e5a1b2"},
        {"id": "b", "kind": "other"},
        {"id": "c", "kind": "server", "url": "javascript:alert(1)"},
        {"id": "d", "kind": "workflow", "workflow_id": ["wf_68e5a1b2"], "__class__": "x"},
    ]
    records = [*bad, *json.loads(encode([good]))["connections"]]
    assert decode(json.dumps({"connections": records}).encode()) == (good,)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", "workflow_missing"),
        ("   ", "workflow_missing"),
        ("wf_", "workflow_form"),
        ("sk-proj-abc", "workflow_form"),
        ("wf_68e5 a1b2", "workflow_form"),
        ("wf_...", "workflow_placeholder"),
        ("wf_xxx", "workflow_placeholder"),
        ("wf_your_workflow_id", "workflow_placeholder"),
        ("wf_123", "workflow_placeholder"),
    ],
)
def test_a_workflow_id_is_refused_in_words(connections: Connections, typed: str, fault: str) -> None:
    with pytest.raises(ConnectionUnusable) as refused:
        connections.save(replace(WORKFLOW, workflow_id=typed))
    assert refused.value.sentence == text(f"connection.fault.{fault}")


@pytest.mark.parametrize("typed", [" wf_68e5a1b2c3d4\n", '"wf_68e5a1b2c3d4"', "'wf_68e5a1b2c3d4'"])
def test_stray_blanks_and_quotes_of_a_pasted_id_go(connections: Connections, typed: str) -> None:
    assert connections.save(replace(WORKFLOW, workflow_id=typed)).workflow_id == "wf_68e5a1b2c3d4"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", "url_missing"),
        ("chat.example.org", "url_form"),
        ("ftp://chat.example.org", "url_form"),
        ("https://", "url_form"),
        ("https://chat.example.org:99999", "url_form"),
        ("https://chat.example.org\\@evil.example", "url_form"),
        ("https://chat.exa mple.org", "url_form"),
        ("https://[::1", "url_form"),
        ("https://chat.example.org/" + "a" * 2_000, "url_form"),
        ("https://user:key@chat.example.org", "url_password"),
        ("https://chat.example.org/?token=1", "url_query"),
        ("https://chat.example.org/#a", "url_query"),
        ("http://chat.example.org", "url_plain"),
        ("http://127.0.0.1.evil.example", "url_plain"),
        ("http://localhost.evil.example", "url_plain"),
    ],
)
def test_an_address_is_refused_in_words(connections: Connections, typed: str, fault: str) -> None:
    with pytest.raises(ConnectionUnusable) as refused:
        connections.save(replace(SERVICE, url=typed))
    assert refused.value.sentence == text(f"connection.fault.{fault}")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" https://chat.example.org/ ", "https://chat.example.org"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://[::1]:8000/chatkit/", "http://[::1]:8000/chatkit"),
        ("http://127.9.9.9", "http://127.9.9.9"),
    ],
)
def test_an_address_is_taken(connections: Connections, typed: str, kept: str) -> None:
    assert connections.save(replace(SERVICE, url=typed)).url == kept


@pytest.mark.parametrize("name", ["Host", "cookie", "X Key", "X-Key: a", "Sec-Fetch-Site", "x\r\ny", "Content-Length"])
def test_a_header_that_is_not_the_persons_to_set_is_refused(connections: Connections, name: str) -> None:
    with pytest.raises(ConnectionUnusable):
        connections.save(replace(SERVER, header_name=name))


def test_a_header_may_be_left_out_or_pasted_with_its_colon(connections: Connections) -> None:
    assert connections.save(replace(SERVER, header_name="")).header_name == ""
    assert connections.save(replace(SERVER, header_name="Authorization:")).header_name == "Authorization"


@pytest.mark.parametrize(
    "described",
    [
        replace(SERVER, domain_key="a b"),
        replace(SERVER, domain_key="k" * 301),
        replace(SERVER, interface="other"),
    ],
)
def test_other_words_that_cannot_be_used_are_refused(connections: Connections, described: Connection) -> None:
    with pytest.raises(ConnectionUnusable):
        connections.save(described)


def test_this_computer_cannot_be_described_anew(connections: Connections) -> None:
    with pytest.raises(ConnectionUnusable):
        connections.save(Connection(LOCAL_ID, "local", "Mine", ""))
