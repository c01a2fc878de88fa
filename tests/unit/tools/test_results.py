"""What a result may hold: pieces and lists that fit whatever the script, and names that are no text."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from app.bridge.arguments import JsonObject
from app.bridge.replies import ReplyTo
from app.tools.fitting import MOST_RESULT_CHARACTERS, cut_to_fit, written
from app.tools.permissions import Permissions
from app.tools.tool import Parameters, Tool
from tests.support.tool_desk import ToolDesk
from tests.unit.tools.test_built_in_tools import Person

SCRIPTS = {
    "cyrillic": "Съешь ещё этих мягких французских булок. ",
    "cjk": "永和九年歲在癸丑暮春之初會于會稽山陰之蘭亭。",
    "emoji": "😀👩‍👩‍👧‍👦🇩🇪",
    "quotes": '"\\"\n\t',
    "controls": "\x01\x02\x7f",
}


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.mark.parametrize("script", [*SCRIPTS, "all"])
def test_a_long_text_of_any_script_is_read_piece_by_piece_and_is_whole(
    person: Person, tmp_path: Path, script: str
) -> None:
    unit = SCRIPTS.get(script, "".join(SCRIPTS.values()))
    words = unit * (90_000 // len(unit))
    file = tmp_path / "long.txt"
    file.write_text(words, "utf-8", newline="")
    handle, pieces, begin = person.handle_of(file), list[str](), 0
    while True:
        result = person.call("read_file", handle=handle, from_character=begin)
        assert result["success"], result
        assert len(written(result)) <= MOST_RESULT_CHARACTERS
        pieces.append(result["text"])
        if not result["cut"]:
            break
        assert result["next_character"] == begin + len(result["text"])
        begin = result["next_character"]
    assert "".join(pieces) == words
    assert len(pieces) < 20
    assert "next_character" not in result


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_clipboard_of_any_script_is_read(person: Person, script: str) -> None:
    person.clipboard = SCRIPTS[script] * 5_000
    result = person.call("read_clipboard")
    assert result["success"]
    assert (person.clipboard.startswith(result["text"]), result["cut"]) == (True, True)
    assert result["characters"] == len(person.clipboard)


def test_a_text_is_cut_to_the_last_character_that_fits() -> None:
    assert cut_to_fit('a"b"c', 9, len('"a\\"b"')) == 'a"b'
    assert cut_to_fit("abc", 2, 100) == "ab"
    assert cut_to_fit("абв", 3, 5) == "абв"
    assert cut_to_fit("abc", 3, 0) == ""


def long_names(folder: Path, count: int) -> list[str]:
    made = []
    for number in range(count):
        file = folder / f"{number:03}{'永' * 80}.txt"
        file.touch()
        made.append(str(file))
    return made


def test_a_folder_of_long_names_tells_what_fits_and_that_there_are_more(person: Person, tmp_path: Path) -> None:
    long_names(tmp_path, 205)
    person.folder = str(tmp_path)
    result = person.call("pick_folder")
    assert (len(result["files"]), result["more"]) == (200, True)
    assert len(person.handles._held) == 200


@pytest.mark.parametrize("count", [250, 1_200])
def test_many_picked_files_are_handles_for_as_many_as_one_answer_holds(
    person: Person, tmp_path: Path, count: int
) -> None:
    (tmp_path / "first.txt").touch()
    first = person.handle_of(tmp_path / "first.txt")
    name = '"' * 100
    (tmp_path / name).touch()
    person.picked = [str(tmp_path / name)] * count
    result = person.call("pick_files", multiple=True)
    assert result["more"] is True
    assert 50 < len(result["files"]) < 200
    assert len(written(result)) <= MOST_RESULT_CHARACTERS
    # No handle was made for what was not told, so no earlier one had to go.
    assert len(person.handles._held) == len(result["files"]) + 1
    assert person.call("read_file", handle=first)["success"]


def deliverable(result: dict[str, object]) -> bool:
    """Say whether an answer passes the bridge, as text that is text."""
    sent: list[str] = []
    ReplyTo("1", sent.append, lambda: None).succeed({"result": result})
    json.dumps(result, ensure_ascii=False).encode("utf-8")
    return JsonObject().fault(result) == "" and len(sent) == 1


def test_a_name_that_is_no_text_is_told_all_the_same(person: Person, tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"f\xff")
    folder.mkdir()
    (folder / os.fsdecode(b"a\xff.txt")).write_text("words")
    person.folder = str(folder)
    result = person.call("pick_folder")
    assert (result["name"], result["files"][0]["name"]) == ("f?", "a?.txt")
    read = person.call("read_file", handle=result["files"][0]["handle"])
    assert (read["name"], read["text"]) == ("a?.txt", "words")
    assert person.questions[-1]["shown"] == {"handle": "a?.txt"}
    saved = folder / os.fsdecode(b"b\xff.txt")
    person.saved_as = str(saved)
    assert person.call("save_file", file_name="b.txt", content="x")["name"] == "b?.txt"
    assert deliverable(result)
    assert deliverable(read)


def test_half_a_character_of_a_tool_of_others_becomes_a_whole_one() -> None:
    class Nothing(Parameters):
        """Nothing."""

    custom = Tool(
        "mine", "Do mine", Nothing, frozenset(), 5.0, lambda _p, _c: {"a\udcff": ["b\ud800", {"c": "\udfff"}]}
    )
    permissions = Permissions(lambda _id, _question: None, lambda _id: None)
    result = ToolDesk().make_registry(permissions, [custom]).invoke("mine", {}, "local")
    assert result == {"success": True, "a?": ["b?", {"c": "?"}]}
    assert deliverable(result)
