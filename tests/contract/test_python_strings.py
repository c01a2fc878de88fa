"""What Python says to people stands in the catalogue: no sentence in the code, and none in the catalogue unsaid."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import app.errors
from app.errors import WITHOUT_CATALOGUE, AppError, AssetsDamaged
from app.settings.schema import SETTINGS

ROOT = Path(__file__).parents[2]
CATALOGUE: dict[str, str] = json.loads((ROOT / "assets/locales/en.json").read_text("utf-8"))
# Commands of those who build the program, not of those who use it.
OF_THE_BUILD = {"app/bridge/write_contract.py"}
MODULES = [path for path in sorted(ROOT.glob("app/**/*.py")) if path.relative_to(ROOT).as_posix() not in OF_THE_BUILD]
PREFIXES = (
    "chat_host.",
    "command_line.",
    "doctor.",
    "error.",
    "notice.",
    "refused_start.",
    "setting.",
    "settings.",
    "tool.",
)
PREFIXES_ESCAPED = tuple(re.escape(prefix) for prefix in PREFIXES)

ERRORS = [kind for kind in vars(app.errors).values() if isinstance(kind, type) and issubclass(kind, AppError)]
ERROR_NAMES = {kind.__name__ for kind in ERRORS}
# The arguments, by place and by name, that reach a person's eyes.
SEEN_BY_PEOPLE = {
    **{name: (1, {"hint"}) for name in ERROR_NAMES},
    "add_argument": (0, {"help", "metavar"}),
    "add_argument_group": (2, {"title", "description"}),
    "ArgumentParser": (0, {"description", "epilog", "usage"}),
    "CommandParser": (0, {"description", "epilog"}),
    "ArgumentTypeError": (1, set()),
    "Notice": (3, {"message", "hint"}),
    "print": (9, set()),
    "print_line": (9, set()),
    "write": (9, set()),
}
# A placeholder of a command line, `--theme VALUE`, and a code are no words of a sentence.
WORDS = re.compile(r"[A-Za-z]{2,}[,.:;]? +[A-Za-z]|[A-Z][a-z]+\b")


def text_of(node: ast.expr) -> str:
    """Return what a literal says; the holes of an f-string are cut out."""
    pieces = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return "".join(pieces) if isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp) else ""


def words_said_in(source: str) -> Iterator[str]:
    """Yield every literal that a person would read."""
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        places, names = SEEN_BY_PEOPLE.get(name, (0, set()))
        seen = [*call.args[:places], *(each.value for each in call.keywords if each.arg in names)]
        yield from (text_of(each) for each in seen if WORDS.search(text_of(each)))


def keys_named() -> tuple[set[str], list[re.Pattern[str]]]:
    """Return the keys that stand in the code, and patterns of those that it puts together."""
    whole: set[str] = set()
    built: list[re.Pattern[str]] = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr) and (pattern := pattern_of(node)).startswith(PREFIXES_ESCAPED):
                built.append(re.compile(pattern))
    return whole, built


def pattern_of(node: ast.JoinedStr) -> str:
    parts = (re.escape(text_of(each)) if isinstance(each, ast.Constant) else r"[a-z_0-9]+" for each in node.values)
    return "".join(parts)


def test_every_error_has_a_sentence_and_a_hint_and_nothing_else_has() -> None:
    wanted = {f"error.{kind.code}.{part}" for kind in ERRORS for part in ("sentence", "hint")}
    assert {key for key in CATALOGUE if key.startswith("error.")} == wanted
    assert len({kind.code for kind in ERRORS}) == len(ERRORS)


def test_every_setting_has_its_help_and_nothing_else_has() -> None:
    assert {key for key in CATALOGUE if key.startswith("setting.")} == {f"setting.{each.key}.help" for each in SETTINGS}


def test_the_words_without_a_catalogue_are_those_of_the_catalogue() -> None:
    said = {part: CATALOGUE[f"error.{AssetsDamaged.code}.{part}"] for part in ("sentence", "hint")}
    assert said == WITHOUT_CATALOGUE


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_module_holds_words_for_people(path: Path) -> None:
    assert list(words_said_in(path.read_text("utf-8"))) == []


def test_words_for_people_are_seen_where_they_hide() -> None:
    source = """
raise Busy("Try again.")
raise errors.Busy(f"Not {name} now", hint="Wait a while" + dots)
parser.add_argument("--fast", help="go faster than light")
sys.stderr.write(f"{name} failed badly")
raise Busy(detail="only for the log"); text("error.busy.hint"); stream.write(f"{one}\\n{two}\\n")
"""
    assert sorted(words_said_in(source)) == sorted(
        ["Try again.", "Not  now", "Wait a while", "go faster than light", " failed badly"]
    )


def test_every_word_that_python_has_is_said() -> None:
    whole, built = keys_named()
    own = {key for key in CATALOGUE if key.startswith(PREFIXES)}
    unsaid = {key for key in own - whole if not any(pattern.fullmatch(key) for pattern in built)}
    assert unsaid == set()


def test_every_key_that_python_names_exists() -> None:
    named = {
        call.args[0].value
        for path in MODULES
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") in ("text", "say")
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }
    assert len(named) > 60
    assert {key for key in named if key not in CATALOGUE} == set()
