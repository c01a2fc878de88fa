"""Attachments of this computer's conversations: over real HTTP to the whole chat host, and on a real disk."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from chatkit.types import ThreadStreamEvent, UserMessageItem

from app.chat_host import attachments as module
from app.chat_host.agents.agent import Agent, Turn
from app.chat_host.agents.guide import Guide
from app.chat_host.attachment_files import FOLDER, AttachmentFiles
from app.chat_host.attachments import MOST_BYTES, MOST_IN_A_MESSAGE, Attachments, file_name, media_type
from app.chat_host.composition import attachments_in, sweep
from app.chat_host.database import open_database
from app.chat_host.guard import DIRECT_PATH, TOKEN_HEADER
from app.chat_host.store import ConversationStore
from app.errors import CannotWrite, NotOffered
from app.resources import text
from tests.support.chat_hosts import CHAT_ORIGIN, TOKEN, Client
from tests.support.conversations import fetch, open_server, read_events, said, thread_id_of, words
from tests.support.hosts_in_threads import HostInThread, host_in_thread
from tests.support.scripted_agents import Scripted, say
from tests.support.troubled_disks import no_file_grows_beyond
from tests.support.waiting import wait_until

PICTURE = b"\x89PNG\r\n\x1a\n and what a picture is made of"
NAME = "conversations.sqlite3"
ANSWER_SECONDS = 20.0


def quick_guide() -> Agent:
    return Guide([], pace_seconds=0)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return the folder of the conversations, which nothing has used yet."""
    return tmp_path / "data"


@pytest.fixture
def host(place: Path) -> Iterator[HostInThread]:
    with host_in_thread(quick_guide, place / NAME) as running:
        yield running


def files_in(place: Path) -> dict[str, bytes]:
    folder = place / FOLDER
    return {each.name: each.read_bytes() for each in folder.iterdir()} if folder.exists() else {}


def create(client: Client, name: str = "a.png", data: bytes = PICTURE, mime_type: str = "image/png") -> Any:
    """Announce a file."""
    return client.fetch("attachments.create", name=name, size=len(data), mime_type=mime_type)


def send(
    client: Client, method: str, url: str, body: bytes = b"", headers: dict[str, str] | None = None
) -> tuple[int, bytes, dict[str, str]]:
    """Send one request to an address that the host gave, as the chat document does."""
    ours = {"Host": f"localhost:{client.port}", "Origin": CHAT_ORIGIN, TOKEN_HEADER: TOKEN, **(headers or {})}
    with closing(http.client.HTTPConnection("127.0.0.1", client.port, timeout=ANSWER_SECONDS)) as connection:
        connection.request(method, urlsplit(url).path, body or None, ours)
        response = connection.getresponse()
        return response.status, response.read(), dict(response.getheaders())


def upload(client: Client, made: Any, body: bytes = PICTURE) -> tuple[int, Any]:
    described = made["upload_descriptor"]
    status, answer, _ = send(client, described["method"], described["url"], body, described["headers"])
    return status, json.loads(answer)


def attach(client: Client, name: str = "a.png", data: bytes = PICTURE, mime_type: str = "image/png") -> Any:
    made = create(client, name, data, mime_type)
    assert upload(client, made, data)[0] == 200
    return made


def load_picture(client: Client, url: str) -> tuple[int, bytes, dict[str, str]]:
    """Load a picture as an <img> does: without our header."""
    with closing(http.client.HTTPConnection("127.0.0.1", client.port, timeout=ANSWER_SECONDS)) as connection:
        sent = {"Host": f"localhost:{client.port}", "Sec-Fetch-Site": "same-site", "Sec-Fetch-Dest": "image"}
        connection.request("GET", urlsplit(url).path, headers=sent)
        response = connection.getresponse()
        return response.status, response.read(), dict(response.getheaders())


def create_thread(client: Client, message: str, *ids: str) -> list[ThreadStreamEvent]:
    status, stream = client.ask("threads.create", input=words(message, ids))
    assert status == 200
    return read_events([stream])


def attached_in(client: Client, thread_id: str) -> list[Any]:
    page = client.fetch("items.list", thread_id=thread_id)["data"]
    return [each for item in page for each in item.get("attachments", [])]


def form(name: str, data: bytes, mime_type: str, boundary: str = "xXx") -> tuple[bytes, dict[str, str]]:
    """Return a form with a field and a file, as a browser sends it."""
    head = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="note"\r\n\r\nnothing\r\n'
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        f"Content-Type: {mime_type}\r\n\r\n"
    )
    body = head.encode() + data + f"\r\n--{boundary}--\r\n".encode()
    return body, {"Content-Type": f"multipart/form-data; boundary={boundary}"}


def code(said: Any) -> str:
    return str((json.loads(said) if isinstance(said, bytes) else said)["error"]["code"])


# ---- Taking in and showing


def test_a_file_in_two_phases_is_kept_beside_the_database_under_its_id(host: HostInThread, place: Path) -> None:
    made = create(host.client)
    assert made["type"] == "image"
    assert made["upload_descriptor"]["headers"] == {}
    assert "metadata" not in made
    status, told = upload(host.client, made)
    assert status == 200
    assert "upload_descriptor" not in told
    assert (told["id"], told["name"]) == (made["id"], "a.png")
    assert files_in(place) == {made["id"]: PICTURE}


def test_a_file_in_a_form_is_kept_as_well(host: HostInThread, place: Path) -> None:
    data = os.urandom(300_000) + b"\r\n--xX" + b"\r\n--"
    body, headers = form("übersicht 1.pdf", data, "application/pdf")
    status, answer, _ = send(host.client, "POST", DIRECT_PATH, body, headers)
    made = json.loads(answer)
    assert status == 200
    assert (made["type"], made["name"], made["mime_type"]) == ("file", "übersicht 1.pdf", "application/pdf")
    assert files_in(place) == {made["id"]: data}
    assert "1 file" not in said(create_thread(host.client, "", made["id"]))


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", "multipart/form-data; boundary=x"),
        (b"no form", "multipart/form-data; boundary=x"),
        (b"--x\r\n\r\nno file\r\n--x--\r\n", "multipart/form-data; boundary=x"),
        (b'--x\r\nContent-Disposition: form-data; filename="a"\r\n\r\ncut', "multipart/form-data; boundary=x"),
        (b"--x", "multipart/form-data"),
        (b"{}", "application/json"),
    ],
)
def test_a_form_without_a_whole_file_is_refused(
    body: bytes, content_type: str, host: HostInThread, place: Path
) -> None:
    status, answer, _ = send(host.client, "POST", DIRECT_PATH, body, {"Content-Type": content_type})
    assert (status, code(answer)) == (400, "invalid_arguments")
    assert files_in(place) == {}


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")
def test_t27_a_kept_file_is_nobody_elses_and_no_program(host: HostInThread, place: Path) -> None:
    attach(host.client, "run.sh", b"#!/bin/sh\n", "application/x-sh")
    assert (place / FOLDER).stat().st_mode & 0o777 == 0o700
    assert [each.stat().st_mode & 0o777 for each in (place / FOLDER).iterdir()] == [0o600]


def test_t27_a_page_gets_names_only_and_a_name_is_no_place(host: HostInThread, place: Path) -> None:
    made = attach(host.client, "../../home/ada/.ssh/id_ed25519", b"x", "text/plain")
    assert made["name"] == "id_ed25519"
    assert str(place) not in json.dumps(made)
    assert list(files_in(place)) == [made["id"]]
    assert sorted(each.name.split("-")[0] for each in place.iterdir()) == [FOLDER, NAME, NAME, NAME]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a.png", "a.png"),
        ("C:\\Users\\ada\\plan.txt", "plan.txt"),
        ("/etc/passwd", "passwd"),
        ("two\nlines.txt", "two lines.txt"),
        ("gnp.\u202eexe", "gnp.exe"),
        ("x" * 999, "x" * 200),
        ("", "file"),
        ("/", "file"),
    ],
)
def test_a_name_is_one_bounded_line_without_folders(given: str, shown: str) -> None:
    assert file_name(given) == shown


@pytest.mark.parametrize(
    ("declared", "kept"),
    [
        ("image/PNG", "image/png"),
        ("text/plain; charset=utf-8", "text/plain"),
        ("application/vnd.ms-excel", "application/vnd.ms-excel"),
        ("", "application/octet-stream"),
        ("text", "application/octet-stream"),
        ("text/html\r\nx: y", "application/octet-stream"),
        ("a/" + "b" * 200, "application/octet-stream"),
    ],
)
def test_a_type_is_what_a_page_declares(declared: str, kept: str) -> None:
    assert media_type(declared) == kept


def test_a_picture_is_shown_by_an_address_nobody_can_guess(host: HostInThread) -> None:
    made = attach(host.client)
    status, body, headers = load_picture(host.client, made["preview_url"])
    assert (status, body, headers["content-type"]) == (200, PICTURE, "image/png")
    assert headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in headers["content-security-policy"]
    assert headers["content-disposition"] == "attachment"
    assert made["id"] not in made["preview_url"]
    assert load_picture(host.client, f"/files/previews/{'a' * 43}")[0] == 404


@pytest.mark.parametrize("mime_type", ["image/svg+xml", "text/html", "application/pdf"])
def test_what_is_no_plain_picture_has_no_address(host: HostInThread, mime_type: str) -> None:
    assert "preview_url" not in attach(host.client, "a", b"<svg/>", mime_type)


def test_a_picture_that_is_too_large_to_show_is_attached_like_any_file(
    host: HostInThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_PICTURE_BYTES", 10)
    assert create(host.client)["type"] == "file"


# ---- In a conversation


def test_a_message_with_a_file_is_read_again_after_a_restart_with_an_address_that_works(place: Path) -> None:
    with host_in_thread(quick_guide, place / NAME) as first:
        made = attach(first.client)
        events = create_thread(first.client, "Look at this", made["id"])
        (message,) = [e.item for e in events if e.type == "thread.item.done" and isinstance(e.item, UserMessageItem)]
        assert [each.id for each in message.attachments] == [made["id"]]
        assert message.attachments[0].upload_descriptor is None
        thread_id = thread_id_of(events)
        assert attached_in(first.client, thread_id)[0]["preview_url"] == made["preview_url"]
    with host_in_thread(quick_guide, place / NAME) as second:
        (attached,) = attached_in(second.client, thread_id)
        assert attached["preview_url"] != made["preview_url"]
        assert load_picture(second.client, attached["preview_url"])[1] == PICTURE
        thread = second.client.fetch("threads.get_by_id", thread_id=thread_id)
        again = [each for item in thread["items"]["data"] for each in item.get("attachments", [])]
        assert again == [attached]
        assert load_picture(second.client, made["preview_url"])[0] == 404


def test_the_guide_names_what_it_got(host: HostInThread) -> None:
    one = attach(host.client, "plan `a`.txt", b"x" * 1500, "text/plain")
    events = create_thread(host.client, "", one["id"])
    assert said(events).startswith(text("guide.attached.one"))
    assert "`plan 'a'.txt` (1.5 kB)" in said(events)
    assert host.client.fetch("threads.get_by_id", thread_id=thread_id_of(events))["title"] == "plan `a`.txt"
    both = [attach(host.client, name)["id"] for name in ("a.png", "b.png")]
    answer = said(create_thread(host.client, "Is my data private?", *both))
    assert answer.startswith(text("guide.attached.many", count=2))
    assert text("guide.private", name="Agentnook", slug="agentnook") in answer


def test_an_agent_can_open_what_came_with_a_message(place: Path) -> None:
    got: list[tuple[str, str, int, bytes]] = []

    async def read(turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        for file in turn.files:
            with file.open() as opened:
                got.append((file.name, file.mime_type, file.size_bytes, opened.read()))
        yield say(turn, "read")

    with host_in_thread(lambda: Scripted(read), place / NAME) as running:
        create_thread(running.client, "Look", attach(running.client)["id"])
    assert got == [("a.png", "image/png", len(PICTURE), PICTURE)]


def test_a_thread_takes_its_files_with_it_and_no_others(host: HostInThread, place: Path) -> None:
    gone, stays = attach(host.client), attach(host.client)
    thread_id = thread_id_of(create_thread(host.client, "one", gone["id"]))
    create_thread(host.client, "two", stays["id"])
    assert host.client.ask("threads.delete", thread_id=thread_id)[0] == 200
    assert list(files_in(place)) == [stays["id"]]
    assert load_picture(host.client, gone["preview_url"])[0] == 404


def test_a_file_that_is_taken_out_of_the_composer_is_deleted(host: HostInThread, place: Path) -> None:
    made = attach(host.client)
    assert host.client.ask("attachments.delete", attachment_id=made["id"])[0] == 200
    assert files_in(place) == {}
    status, answer = host.client.ask("threads.create", input=words("Look", [made["id"]]))
    assert (status, code(answer)) == (404, "not_found")
    assert host.client.ask("attachments.delete", attachment_id=made["id"])[0] == 404


def test_a_file_of_a_message_stays_with_it(host: HostInThread, place: Path) -> None:
    made = attach(host.client)
    thread_id = thread_id_of(create_thread(host.client, "Look", made["id"]))
    assert host.client.ask("attachments.delete", attachment_id=made["id"])[0] == 400
    status, _ = host.client.ask("threads.create", input=words("Mine now", [made["id"]]))
    assert status == 400
    assert len(host.client.fetch("threads.list")["data"]) == 1
    status, _ = host.client.ask("threads.add_user_message", thread_id=thread_id, input=words("Again", [made["id"]]))
    assert status == 200
    assert list(files_in(place)) == [made["id"]]


def test_what_has_not_arrived_whole_is_not_sent(host: HostInThread) -> None:
    status, answer = host.client.ask("threads.create", input=words("Look", [create(host.client)["id"]]))
    assert (status, json.loads(answer)["error"]["message"]) == (400, text("chat_host.not_whole"))
    assert host.client.fetch("threads.list")["data"] == []


def test_a_message_has_a_bounded_number_of_files(host: HostInThread) -> None:
    ids = [attach(host.client)["id"] for _ in range(MOST_IN_A_MESSAGE + 1)]
    assert host.client.ask("threads.create", input=words("Look", ids))[0] == 400
    assert host.client.ask("threads.create", input=words("Look", ids[1:]))[0] == 200


def test_a_server_without_a_place_for_files_says_so() -> None:
    with open_server() as server, pytest.raises(NotOffered):
        asyncio.run(fetch(server, "attachments.create", name="a", size=1, mime_type="text/plain"))


# ---- What is refused, and what breaks off


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(host: HostInThread) -> None:
    status, answer = host.client.ask("attachments.create", name="a", size=MOST_BYTES + 1, mime_type="text/plain")
    told = json.loads(answer)["error"]
    assert (status, told["code"], told["message"]) == (
        413,
        "too_long",
        text("chat_host.file_too_large", limit="100 MB"),
    )
    assert host.client.ask("attachments.create", name="a", size=-1, mime_type="text/plain")[0] == 400


@pytest.mark.parametrize("body", [b"", PICTURE[:-1], PICTURE + b"x"])
def test_a_file_of_another_size_than_announced_is_not_kept(host: HostInThread, place: Path, body: bytes) -> None:
    made = create(host.client)
    assert upload(host.client, made, body)[0] == 400
    assert files_in(place) == {}
    assert upload(host.client, made)[0] == 200, "trying again is possible"


def test_a_file_is_counted_while_it_comes(host: HostInThread, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.chat_host.attachment_endpoint.MOST_BYTES", 1000)
    made = create(host.client, data=b"x" * 5000)
    status, answer, _ = send(host.client, "PUT", made["upload_descriptor"]["url"], b"x" * 5000)
    assert (status, code(answer)) == (413, "too_long")
    assert files_in(place) == {}


def test_a_place_takes_one_file(host: HostInThread, place: Path) -> None:
    made = attach(host.client)
    assert upload(host.client, made, b"x" * len(PICTURE))[0] == 400
    assert files_in(place) == {made["id"]: PICTURE}
    assert send(host.client, "PUT", f"/files/uploads/{'a' * 43}", b"x")[0] == 404


def test_who_hangs_up_leaves_nothing_behind(host: HostInThread, place: Path) -> None:
    made = create(host.client, data=b"x" * 9_000_000)
    connection = http.client.HTTPConnection("127.0.0.1", host.client.port, timeout=ANSWER_SECONDS)
    connection.putrequest("PUT", urlsplit(made["upload_descriptor"]["url"]).path, skip_host=True)
    for name, value in {
        "Host": f"localhost:{host.client.port}",
        TOKEN_HEADER: TOKEN,
        "Content-Length": "9000000",
    }.items():
        connection.putheader(name, value)
    connection.endheaders()
    connection.send(b"x" * 3_000_000)
    wait_until(lambda: any(each.startswith(".") for each in files_in(place)), what="the beginning of the file")
    connection.close()
    wait_until(lambda: files_in(place) == {}, what="its end")


# ---- Leftovers


def kept_in(place: Path) -> tuple[ConversationStore, Attachments]:
    connection, _ = open_database(place / NAME)
    attachments = attachments_in(connection, place / NAME, "http://localhost:6000")
    return ConversationStore(connection, attachments), attachments


async def pieces_of(data: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(data), 65536):
        yield data[start : start + 65536]


def test_what_was_never_sent_is_deleted_after_a_day_and_what_nothing_names_at_once(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, attachments = kept_in(place)
    with closing(store):
        old = asyncio.run(attachments.take_unannounced("old", "text/plain", pieces_of(b"old")))
        store._connection.execute("UPDATE attachments SET made_at = made_at - 86401")
        fresh = asyncio.run(attachments.take_unannounced("fresh", "text/plain", pieces_of(b"fresh")))
        (place / FOLDER / "atc_unknown").write_bytes(b"x")
        (place / FOLDER / f".{fresh.id}.0.new").write_bytes(b"x")
        sweep(attachments)
        assert files_in(place) == {fresh.id: b"fresh"}
        assert store._connection.execute("SELECT id FROM attachments").fetchall() == [(fresh.id,)]
        assert old.id != fresh.id


def test_files_of_a_damaged_database_are_set_aside_with_it(place: Path) -> None:
    store, attachments = kept_in(place)
    with closing(store):
        kept = asyncio.run(attachments.take_unannounced("a", "text/plain", pieces_of(b"a")))
    (place / NAME).write_bytes(b"no database at all")
    store, attachments = kept_in(place)
    with closing(store):
        sweep(attachments)
    (aside,) = place.glob(f"{FOLDER}.damaged-*")
    assert [each.name for each in aside.iterdir()] == [kept.id]


# ---- A disk that fails


def test_a_file_that_cannot_be_written_is_told_to_who_still_sends_and_not_half_kept(
    host: HostInThread, place: Path
) -> None:
    data = b"x" * 20_000_000
    made = create(host.client, data=data)
    with no_file_grows_beyond(2_000_000):
        status, told = upload(host.client, made, data)
    assert (status, told["error"]["code"]) == (507, "cannot_write")
    assert files_in(place) == {}
    assert upload(host.client, made, data)[0] == 200


def test_a_full_disk_is_told_and_nothing_is_half_written(small_disk: Path) -> None:
    files = AttachmentFiles(small_disk / FOLDER)
    with pytest.raises(CannotWrite) as refusal:
        asyncio.run(files.keep("atc_1", pieces_of(b"x" * 3_000_000)))
    assert refusal.value.sentence == text("chat_host.disk_full")
    assert list((small_disk / FOLDER).iterdir()) == []
    assert asyncio.run(files.keep("atc_1", pieces_of(b"x" * 1000))) == 1000


def test_a_read_only_disk_is_told(small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(CannotWrite) as refusal:
        asyncio.run(AttachmentFiles(small_disk / FOLDER).keep("atc_1", pieces_of(b"x")))
    assert refusal.value.sentence == text("chat_host.read_only")
