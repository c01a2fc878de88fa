"""The tools this program has: what each does, what it refuses, and what an agent hears of it."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from app.tools.file_names import is_program, plain_name
from app.tools.permissions import Permissions
from app.tools.read_file import MOST_BYTES, MOST_CHARACTERS
from app.tools.registry import BUILT_IN
from tests.support.pdfs import make_pdf
from tests.support.tool_desk import ToolDesk

NEWER_PROGRAMS = "pyzw pyo appcontent-ms vsto ahk au3 contact vsix xpi ftploc afploc mailloc jxa xonsh xsh"


class Person(ToolDesk):
    """A person who allows everything, and what they were asked."""

    def __init__(self) -> None:
        super().__init__()
        self.questions: list[Mapping[str, Any]] = []
        self.permissions = Permissions(self._allow, lambda _id: None)
        self.registry = self.make_registry(self.permissions)

    def _allow(self, request_id: str, question: Mapping[str, object]) -> None:
        self.questions.append(question)
        self.permissions.decide(request_id, "once")

    def call(self, tool: str, connection: str = "local", **arguments: object) -> dict[str, Any]:
        return self.registry.invoke(tool, arguments, connection)

    def handle_of(self, file: Path) -> str:
        self.picked = [str(file)]
        handle = self.call("pick_files")["files"][0]["handle"]
        assert isinstance(handle, str)
        return handle


@pytest.fixture
def person() -> Person:
    return Person()


def code_of(result: Mapping[str, Any]) -> str:
    assert result["success"] is False
    assert set(result["error"]) == {"code", "message", "hint", "retryable"}
    return str(result["error"]["code"])


def test_what_touches_something_asks_and_nothing_else_does() -> None:
    asks = {tool.name: sorted(tool.touches) for tool in BUILT_IN if tool.touches}
    assert asks == {
        "pick_files": ["reads"],
        "pick_folder": ["reads"],
        "read_file": ["leaves", "reads"],
        "save_file": ["writes"],
        "open_link": ["leaves"],
        "copy_text": ["writes"],
        "read_clipboard": ["leaves", "reads"],
    }


def test_a_program_says_what_it_is(person: Person) -> None:
    assert person.call("get_app_info") == {"success": True, "name": "Agentnook"}


def test_a_folder_is_a_handle_for_each_of_its_files_and_no_path(person: Person, tmp_path: Path) -> None:
    folder = tmp_path / "Papers"
    folder.mkdir()
    for name in ("b.pdf", "a.PDF", "notes.txt", ".hidden.pdf"):
        (folder / name).write_text(name)
    (folder / "below.pdf").mkdir()
    (tmp_path / "outside.pdf").write_text("outside")
    (folder / "link.pdf").symlink_to(tmp_path / "outside.pdf")
    person.folder = str(folder)
    result = person.call("pick_folder", types=["pdf"])
    assert (result["name"], [each["name"] for each in result["files"]]) == ("Papers", ["a.PDF", "b.pdf"])
    assert result["more"] is False
    assert str(tmp_path) not in str(result)
    assert person.call("read_file", handle=result["files"][1]["handle"])["text"] == "b.pdf"


def test_a_link_that_is_put_into_a_picked_folder_leads_nowhere(person: Person, tmp_path: Path) -> None:
    folder, secret = tmp_path / "shared", tmp_path / "secret.txt"
    folder.mkdir()
    secret.write_text("secret")
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("shared")
    issue = person.handles.issue

    def issue_slowly(path: str, connection: str, **more: Any) -> Any:
        if path.endswith("a.txt"):
            (folder / "b.txt").unlink()
            (folder / "b.txt").symlink_to(secret)
        return issue(path, connection, **more)

    person.handles.issue = issue_slowly  # type: ignore[method-assign]
    person.folder = str(folder)
    assert [each["name"] for each in person.call("pick_folder")["files"]] == ["a.txt"]


def test_a_folder_of_many_files_says_that_there_are_more(person: Person, tmp_path: Path) -> None:
    for number in range(205):
        (tmp_path / f"{number:03}.txt").touch()
    person.folder = str(tmp_path)
    result = person.call("pick_folder")
    assert (len(result["files"]), result["more"]) == (200, True)
    person.folder = None
    assert code_of(person.call("pick_folder")) == "cancelled"
    person.folder = str(tmp_path / "gone")
    assert code_of(person.call("pick_folder")) == "file_refused"


@pytest.mark.parametrize(
    ("data", "words", "encoding"),
    [
        (b"plain", "plain", "utf-8"),
        ("Grüße".encode(), "Grüße", "utf-8"),
        ("Grüße".encode("utf-8-sig"), "Grüße", "utf-8"),
        ("Grüße".encode("utf-16"), "Grüße", "utf-16"),
        ("Grüße".encode("utf-32"), "Grüße", "utf-32"),
        (("Die Grüße aus München, schöne Straße. " * 20).encode("cp1252"), None, None),
        (b"", "", "utf-8"),
    ],
)
def test_the_text_of_a_file_is_read_in_its_encoding(
    person: Person, tmp_path: Path, data: bytes, words: str | None, encoding: str | None
) -> None:
    file = tmp_path / "notes.md"
    file.write_bytes(data)
    result = person.call("read_file", handle=person.handle_of(file))
    assert result["text"] == words if words is not None else "Grüße aus München" in result["text"]
    assert encoding in (None, result["encoding"])
    assert (result["name"], result["cut"]) == ("notes.md", False)
    assert result["encoding_guessed"] is (words is None)


def test_a_long_text_comes_in_pieces_that_are_all_of_it(person: Person, tmp_path: Path) -> None:
    file = tmp_path / "long.csv"
    file.write_text("".join(f"{number},line\n" for number in range(6_000)))
    handle = person.handle_of(file)
    pieces, begin = [], 0
    while True:
        result = person.call("read_file", handle=handle, from_character=begin)
        pieces.append(result["text"])
        begin += MOST_CHARACTERS
        if not result["cut"]:
            break
    assert len(pieces) > 2
    assert "".join(pieces) == file.read_text()
    assert result["characters"] == len(file.read_text())


def test_a_pdf_is_read_page_by_page(person: Person, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(make_pdf("First page", "Second page"))
    result = person.call("read_file", handle=person.handle_of(file))
    assert (result["pages"], result["type"]) == (2, "application/pdf")
    assert "First page" in result["text"]
    assert "Second page" in result["text"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("photo.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" * 50, "no text"),
        ("broken.pdf", b"%PDF-1.7\nnothing of it", "damaged"),
        ("scan.pdf", make_pdf(""), "no text in it"),
        ("locked.pdf", make_pdf("Secret", password="x"), "password"),
    ],
)
def test_what_is_no_text_is_refused_in_words(person: Person, tmp_path: Path, name: str, data: bytes, said: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    result = person.call("read_file", handle=person.handle_of(file))
    assert code_of(result) == "file_refused"
    assert said in result["error"]["message"]


def test_a_handle_is_for_the_file_that_was_picked_and_for_nothing_else(person: Person, tmp_path: Path) -> None:
    file, other = tmp_path / "notes.txt", tmp_path / "other.txt"
    file.write_text("mine")
    other.write_text("not yours")
    handle = person.handle_of(file)
    assert code_of(person.call("read_file", connection="another", handle=handle)) == "file_refused"
    assert code_of(person.call("read_file", handle=str(file))) in ("file_refused", "invalid_arguments")
    assert code_of(person.call("read_file", handle="x" * 22)) == "file_refused"
    with file.open("ab") as grown:
        grown.truncate(MOST_BYTES + 1)
    result = person.call("read_file", handle=handle)
    assert code_of(result) == "file_refused"
    assert "20 MB" in result["error"]["message"]
    file.unlink()
    file.symlink_to(other)
    assert code_of(person.call("read_file", handle=handle)) == "file_refused"
    file.unlink()
    other.rename(file)
    assert code_of(person.call("read_file", handle=handle)) == "file_refused"
    file.unlink()
    os.mkfifo(file)
    assert code_of(person.call("read_file", handle=handle)) == "file_refused"


def test_a_picked_link_is_the_file_it_led_to(person: Person, tmp_path: Path) -> None:
    file, secret, link = tmp_path / "notes.txt", tmp_path / "secret.txt", tmp_path / "link.txt"
    file.write_text("mine")
    secret.write_text("secret")
    link.symlink_to(file)
    handle = person.handle_of(link)
    link.unlink()
    link.symlink_to(secret)
    assert person.call("read_file", handle=handle)["text"] == "mine"


def test_a_file_is_saved_where_the_person_says_and_cannot_be_run(person: Person, tmp_path: Path) -> None:
    place = tmp_path / "trip.md"
    place.write_text("old")
    place.chmod(0o755)
    person.saved_as = str(place)
    assert person.call("save_file", file_name="../../trip.md", content="# Trip\n") == {
        "success": True, "name": "trip.md", "size_bytes": 7,
    }  # fmt: skip
    assert person.proposed == ["trip.md"]
    assert place.read_text() == "# Trip\n"
    assert not stat.S_IMODE(place.stat().st_mode) & 0o111
    assert [each.name for each in tmp_path.iterdir()] == ["trip.md"]


def test_a_saved_file_is_as_open_as_the_one_before_it_or_as_every_new_one(person: Person, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        for name, mode, expected in (
            ("new.md", None, 0o640),
            ("open.md", 0o666, 0o666),
            ("private.md", 0o600, 0o600),
            ("runs.md", 0o4755, 0o644),
        ):
            place = tmp_path / name
            if mode is not None:
                place.touch()
                place.chmod(mode)
            person.saved_as = str(place)
            assert person.call("save_file", file_name=name, content="x")["success"]
            assert stat.S_IMODE(place.stat().st_mode) == expected, name
    finally:
        os.umask(before)


def test_a_link_is_written_through_unless_a_program_or_no_file_is_behind_it(person: Person, tmp_path: Path) -> None:
    behind = tmp_path / "behind"
    behind.mkdir()
    (behind / "notes.md").write_text("old")
    (behind / "run.sh").write_text("old")
    os.mkfifo(behind / "pipe.md")
    outcomes = {}
    for name in ("notes.md", "run.sh", "pipe.md", "new.md"):
        (tmp_path / f"link-{name}.txt").symlink_to(behind / name)
        person.saved_as = str(tmp_path / f"link-{name}.txt")
        result = person.call("save_file", file_name="a.txt", content="new")
        outcomes[name] = result["success"] or result["error"]["code"]
        assert (tmp_path / f"link-{name}.txt").is_symlink()
    assert outcomes == {"notes.md": True, "run.sh": "file_refused", "pipe.md": "cannot_write", "new.md": True}
    assert [(behind / name).read_text() for name in ("notes.md", "run.sh", "new.md")] == ["new", "old", "new"]
    assert (behind / "pipe.md").is_fifo()
    (tmp_path / "round.md").symlink_to(tmp_path / "round.md")
    person.saved_as = str(tmp_path / "round.md")
    assert code_of(person.call("save_file", file_name="a.txt", content="new")) == "cannot_write"


@pytest.mark.parametrize("letter", ["a", "é", "永", "😀"])
def test_the_longest_name_can_be_saved(person: Person, tmp_path: Path, letter: str) -> None:
    name = plain_name(letter * 200 + ".md")
    assert name.endswith(f"{letter}.md")
    assert len(name.encode()) <= 143
    longest = letter * (251 // len(letter.encode())) + ".md"
    for each in (name, longest):
        person.saved_as = str(tmp_path / each)
        assert person.call("save_file", file_name="a.md", content="x")["success"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted({name, longest})


def test_no_program_is_saved_whoever_names_it(person: Person, tmp_path: Path) -> None:
    result = person.call("save_file", file_name="run.sh", content="rm -rf /")
    assert code_of(result) == "invalid_arguments"
    assert "file_name" in result["error"]["message"]
    person.saved_as = str(tmp_path / "run.desktop")
    assert code_of(person.call("save_file", file_name="run.txt", content="x")) == "file_refused"
    person.saved_as = str(tmp_path / "no" / "folder.txt")
    assert code_of(person.call("save_file", file_name="run.txt", content="x")) == "cannot_write"
    person.saved_as = None
    assert code_of(person.call("save_file", file_name="run.txt", content="x")) == "cancelled"
    assert list(tmp_path.iterdir()) == []


def test_a_name_is_plain() -> None:
    proposed = {
        "a/b\\c.txt": "c.txt", "..": "", " .x. ": "x", "a\u202etxt.exe": "atxt.exe", "con.txt": "_con.txt",
        "w?.md": "w_.md", "x" * 200 + ".md": "x" * 117 + ".md", "x" * 200: "x" * 120, "\n": "", "é.txt": "é.txt",
        "report.pdf\u2029.txt": "report.pdf.txt", "report.pdf" + "\u3164" * 60 + ".txt": "report.pdf.txt",
    }  # fmt: skip
    assert {name: plain_name(name) for name in proposed} == proposed
    programs = [f"x.{ending}" for ending in NEWER_PROGRAMS.split()]
    assert [name for name in programs if not is_program(name)] == []
    programs = ["a.EXE", "b.exe. ", "d.tar.sh", ".sh", "desktop.ini", "x.appref-ms"]
    assert [name for name in (*programs, "c.md", "sh", "page.html") if is_program(name)] == programs


def test_a_link_is_shown_as_it_will_be_opened(person: Person) -> None:
    result = person.call("open_link", url="HTTPS://Bücher.example/a b".replace(" ", "%20"))
    assert result == {"success": True, "url": "https://xn--bcher-kva.example/a%20b"}
    assert person.opened == ["https://xn--bcher-kva.example/a%20b"]
    assert person.questions[0]["arguments"] == {"url": "https://xn--bcher-kva.example/a%20b"}
    for refused in ("file:///etc/passwd", "javascript:alert(1)", "http://example.org", "https://a@b.example"):
        assert code_of(person.call("open_link", url=refused)) == "invalid_arguments"
    assert len(person.questions) == 1


def test_the_clipboard_is_written_and_read(person: Person) -> None:
    assert person.call("copy_text", text="Hello")["characters"] == 5
    assert person.call("read_clipboard") == {"success": True, "text": "Hello", "characters": 5, "cut": False}
    person.clipboard = "x" * 30_000
    result = person.call("read_clipboard")
    assert (len(result["text"]), result["characters"], result["cut"]) == (20_000, 30_000, True)


@pytest.mark.parametrize("control", ["\0", "\x1b", "\x07", "\x7f", "\x9b", "\b"])
def test_a_text_that_presses_keys_is_not_copied(person: Person, control: str) -> None:
    result = person.call("copy_text", text=f"ls{control}[201~")
    assert code_of(result) == "invalid_arguments"
    assert (person.clipboard, person.questions) == ("", [])
    assert person.call("copy_text", text="a\tb\r\nc\u200d\u202e😀")["success"]


def test_a_notification_says_whose_it_is_and_does_not_become_a_nuisance(person: Person) -> None:
    assert person.call("show_notification", message="Done")["success"]
    assert person.notified == [("Guide", "Done")]
    assert code_of(person.call("show_notification", message="Done again")) == "too_many_calls"


def test_a_pdf_command_ends_with_bad_input() -> None:
    from app.pdf_command import read_pdf

    assert read_pdf(b"") == {"error": "unreadable"}
    assert read_pdf(io.BytesIO(b"%PDF-").getvalue()) == {"error": "unreadable"}
