from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from app.errors import AppError, FileMissing, FileRefused
from app.resources import text
from app.services.given_path import check_given
from app.tools.file_handles import FileHandles
from app.tools.given_files import MOST_FILES, MOST_PICTURE_BYTES, GivenFiles


class Desk:
    """Given files, what was offered of them, and how often somebody was told."""

    def __init__(self) -> None:
        self.offered: list[bytes | Callable[[], int]] = []
        self.told = 0
        self.connection = "local"
        handles = FileHandles()
        self.hands_over = False
        self.handed_over: list[list[str]] = []
        self.given = GivenFiles(lambda: handles, lambda: self.connection, self._offer, self._tell, self._hand_over)

    def _hand_over(self, paths: Sequence[str], refused: Callable[[], None]) -> bool:
        self.handed_over.append(list(paths))
        self.refused = refused
        return self.hands_over

    def _offer(self, source: bytes | Callable[[], int]) -> str:
        self.offered.append(source)
        return f"once/{len(self.offered)}"

    def _tell(self) -> None:
        self.told += 1


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_page_hears_names_sizes_and_types_and_never_a_path(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "Résumé.pdf"
    file.write_bytes(b"%PDF")
    desk.given.give([str(file)])
    answer = desk.given.take()
    described = {"name": "Résumé.pdf", "size_bytes": 4, "type": "application/pdf", "path": "once/1"}
    assert answer == {"files": [described], "refused": [], "left_out": 0, "left_behind": 0}
    assert str(tmp_path) not in str(answer)
    source = desk.offered[0]
    assert callable(source)
    with os.fdopen(source(), "rb") as opened:
        assert opened.read() == b"%PDF"


def test_what_was_taken_is_not_there_again(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    desk.given.give([str(tmp_path / "a")])
    desk.given.take()
    assert desk.given.take() == {"files": [], "refused": [], "left_out": 0, "left_behind": 0}
    assert desk.told == 1


def test_what_was_given_for_another_agent_is_only_counted(desk: Desk, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).touch()
    desk.given.give([str(tmp_path / "a.txt")])
    desk.given.give(b"picture")
    desk.connection = "workflow-1"
    desk.given.give([str(tmp_path / "b.txt")])
    answer = desk.given.take()
    assert ([each["name"] for each in answer["files"]], answer["left_behind"]) == (["b.txt"], 2)
    desk.connection = "local"
    assert desk.given.take()["files"] == []


def test_what_the_engine_gives_back_stays_with_its_agent(desk: Desk, tmp_path: Path) -> None:
    desk.hands_over = True
    (tmp_path / "a.txt").touch()
    desk.given.give([str(tmp_path / "a.txt")])
    desk.given.take()
    desk.connection = "workflow-1"
    desk.refused()
    assert desk.given.take() == {"files": [], "refused": [], "left_out": 0, "left_behind": 1}


def test_a_page_that_opens_later_is_reminded_of_what_waits(desk: Desk, tmp_path: Path) -> None:
    desk.given.remind()
    assert desk.told == 0
    desk.given.give([str(tmp_path)])
    desk.given.remind()
    assert desk.told == 2
    desk.given.take()
    desk.given.remind()
    assert desk.told == 2


def test_one_that_cannot_be_taken_is_named_and_the_others_go_on(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    desk.given.give([str(tmp_path / "gone.txt"), str(tmp_path), str(tmp_path / "a.txt"), "/dev/null"])
    answer = desk.given.take()
    assert [each["name"] for each in answer["files"]] == ["a.txt"]
    assert answer["refused"] == [
        text("attach.missing", name="gone.txt"),
        text("attach.folder", name=tmp_path.name),
        text("attach.no_file", name="null"),
    ]
    assert not any(str(tmp_path) in sentence for sentence in answer["refused"])


def test_an_engine_that_can_hands_over_the_files_and_no_pictures(desk: Desk, tmp_path: Path) -> None:
    desk.hands_over = True
    (tmp_path / "a.txt").touch()
    desk.given.give([str(tmp_path / "a.txt"), str(tmp_path / "gone")])
    desk.given.give(b"picture")
    answer = desk.given.take()
    assert desk.handed_over == [[str(tmp_path / "a.txt")]]
    assert [each["name"] for each in answer["files"]] == ["image.png"]
    assert len(answer["refused"]) == 1


def test_what_a_page_did_not_take_it_can_fetch(desk: Desk, tmp_path: Path) -> None:
    desk.hands_over = True
    (tmp_path / "a.txt").touch()
    desk.given.give([str(tmp_path / "a.txt")])
    assert desk.given.take()["files"] == []
    desk.refused()
    assert desk.told == 2
    assert [each["name"] for each in desk.given.take()["files"]] == ["a.txt"]
    assert len(desk.handed_over) == 1


def test_one_that_goes_at_the_last_moment_keeps_no_other_back(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "b.txt").touch()
    monkeypatch.setattr("app.tools.given_files.check_given", lambda _path: None)
    desk.given.give([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    answer = desk.given.take()
    assert ([each["name"] for each in answer["files"]], len(answer["refused"])) == (["b.txt"], 1)


def test_a_picture_is_offered_as_it_is_unless_it_is_huge(desk: Desk) -> None:
    desk.given.give(b"\x89PNG")
    described = {"name": "image.png", "size_bytes": 4, "type": "image/png", "path": "once/1"}
    assert desk.given.take()["files"] == [described]
    assert desk.offered == [b"\x89PNG"]
    desk.given.give(b"x" * (MOST_PICTURE_BYTES + 1))
    answer = desk.given.take()
    assert (answer["files"], len(answer["refused"])) == ([], 1)


def test_more_than_anybody_takes_is_left_out_and_counted(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    desk.given.give([str(tmp_path / "a")] * (MOST_FILES + 7))
    answer = desk.given.take()
    assert (len(answer["files"]), answer["left_out"]) == (MOST_FILES, 7)


def test_what_nobody_takes_does_not_pile_up(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    for _ in range(50):
        desk.given.give([str(tmp_path / "a")] * MOST_FILES)
    assert len(desk.given._waiting) == MOST_FILES
    assert desk.given.take()["left_out"] == 49 * MOST_FILES
    for _ in range(5):
        desk.given.give(b"x" * (MOST_PICTURE_BYTES + 1))
        assert desk.given._waiting == []
    for _ in range(5):
        desk.given.give(b"x" * MOST_PICTURE_BYTES)
    assert len(desk.given._waiting) == 2
    answer = desk.given.take()
    assert (len(answer["files"]), answer["refused"], answer["left_out"]) == (2, [text("attach.large_picture")], 3)
    assert desk.given.take() == {"files": [], "refused": [], "left_out": 0, "left_behind": 0}


@pytest.mark.parametrize("hands_over", [False, True])
def test_a_link_is_given_under_the_name_of_what_it_leads_to(desk: Desk, tmp_path: Path, hands_over: bool) -> None:
    desk.hands_over = hands_over
    (tmp_path / "id_rsa").write_text("key")
    (tmp_path / "notes.txt").symlink_to(tmp_path / "id_rsa")
    desk.given.give([str(tmp_path / "notes.txt")])
    names = [each["name"] for each in desk.given.take()["files"]]
    assert [*names, *(Path(each).name for paths in desk.handed_over for each in paths if hands_over)] == ["id_rsa"]


def test_a_name_that_is_no_text_can_be_told(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"a\xff.txt")
    file.touch()
    desk.given.give([str(file)])
    assert desk.given.take()["files"][0]["name"] == "a?.txt"


@pytest.mark.parametrize(
    ("make", "kind", "exit_code"),
    [
        (lambda path: None, FileMissing, 66),
        (lambda path: path.mkdir(), FileRefused, 65),
        (lambda path: os.mkfifo(path), FileRefused, 65),
        (lambda path: path.symlink_to(path), FileMissing, 66),
    ],
)
def test_a_path_that_is_no_file_is_named_in_a_sentence(
    tmp_path: Path, make: Callable[[Path], Any], kind: type[AppError], exit_code: int
) -> None:
    make(tmp_path / "thing")
    with pytest.raises(kind, match="thing") as caught:
        check_given(tmp_path / "thing")
    assert caught.value.exit_code == exit_code
    assert str(tmp_path) not in f"{caught.value.sentence}{caught.value.hint}"


def test_a_file_that_may_not_be_read_is_one_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").touch()
    check_given(tmp_path / "secret")
    # Nothing is closed to root.
    monkeypatch.setattr(os, "access", lambda *_anything: False)
    with pytest.raises(FileMissing, match="secret"):
        check_given(tmp_path / "secret")
