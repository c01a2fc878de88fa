"""The one error tree: what each error says, where its words come from, and what it says when they are gone."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app import __main__, command_line, errors, resources
from app.errors import WITHOUT_CATALOGUE, AppError, Busy, NoDisplay, RateLimited, RunsAsRoot
from app.window.lifecycle import Lifecycle
from tests.support.processes import ROOT

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, AppError)]
# What a hint can tell a person to do; one of its clauses begins with such a word.
ACTS = frozenset(
    (
        *("ask", "check", "choose", "copy", "correct", "enter", "go", "install", "look", "open", "pick", "press"),
        *("restart", "run", "send", "set", "start", "try", "unlock", "use", "wait"),
    )
)
CLAUSE = re.compile(r"[.;:,] |[.]$|\bor |\bthen |\band ")
JARGON = frozenset(
    (
        *("errno", "exception", "HTTP", "JSON", "loopback", "null", "parse", "payload", "process", "redirect"),
        *("socket", "stack", "stderr", "stdin", "thread", "timeout", "TLS", "token", "traceback", "UTF", "widget"),
    )
)
PATH = re.compile(r"(?:(?<=\s)|^)[~.]?/\w|\b[A-Z]:\\|\w/\w")


def tells_what_to_do(hint: str) -> bool:
    return any(clause.split()[0].lower() in ACTS for clause in CLAUSE.split(hint) if clause.strip())


@pytest.fixture(params=["gone", "half", "no table", "without the key", "a folder", "too deep"])
def no_words(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Take the catalogue away, or put something else in its place."""
    path = tmp_path / "locales" / "en.json"
    path.parent.mkdir()
    damage: dict[str, Callable[[], object]] = {
        "gone": lambda: None,
        "half": lambda: path.write_bytes(b'{"error.busy.sent'),
        "no table": lambda: path.write_bytes(b"[]"),
        "without the key": lambda: path.write_bytes(b"{}"),
        "a folder": path.mkdir,
        "too deep": lambda: path.write_bytes(b"[" * 100_000),
    }
    damage[request.param]()
    monkeypatch.setattr(resources, "assets_dir", lambda: tmp_path)
    resources.load_catalogue.cache_clear()
    yield
    resources.load_catalogue.cache_clear()


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_speaks_in_sentences(kind: type[AppError]) -> None:
    error = kind()
    assert error.sentence.endswith(".")
    assert error.hint
    assert str(error) == error.sentence == kind.default_sentence
    waits = {"retry_after_seconds": 10} if isinstance(error, RateLimited) else {}
    assert error.envelope() == {
        **waits,
        "code": kind.code,
        "message": kind.default_sentence,
        "hint": kind.default_hint,
        "retryable": kind.retryable,
    }


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_code_has_a_remedy_that_is_an_act_in_plain_words(kind: type[AppError]) -> None:
    hint = kind.default_hint
    assert hint.endswith((".", "agentnook doctor"))
    assert tells_what_to_do(hint)
    assert set(re.findall(r"\w+", hint)).isdisjoint(JARGON)
    assert PATH.search(hint) is None


def test_what_is_no_remedy_is_seen() -> None:
    assert not tells_what_to_do("Nothing was done, and nothing can be.")
    for path in ("/var/log", "~/notes", "C:\\Users", "log/agentnook.log"):
        assert PATH.search(f"Look into {path}.")


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_is_the_same_in_another_process(kind: type[AppError]) -> None:
    for error in (kind(), kind("Its own words.", hint="A hint.", detail="a detail")):
        again = errors.error_told(json.loads(json.dumps(error.told())))
        assert (type(again), vars(again)) == (kind, vars(error))


def test_words_of_its_own_go_before_those_of_the_class() -> None:
    error = Busy("The disk sleeps.", hint="Wake it.", detail="sda")
    assert (error.sentence, error.hint, str(error)) == ("The disk sleeps.", "Wake it.", "The disk sleeps.")
    assert "sda" not in str(error.envelope())


@pytest.mark.usefixtures("no_words")
@pytest.mark.parametrize("kind", [AppError, NoDisplay, RunsAsRoot])
def test_without_the_catalogue_an_error_says_that_the_program_is_damaged(kind: type[AppError]) -> None:
    assert {"sentence": kind().sentence, "hint": kind().hint} == WITHOUT_CATALOGUE


@pytest.mark.usefixtures("no_words")
@pytest.mark.parametrize(("failure", "exit_code"), [(RunsAsRoot(), 77), (ZeroDivisionError("secret"), 70)])
def test_without_the_catalogue_the_way_out_still_has_a_sentence_and_an_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], failure: Exception, exit_code: int
) -> None:
    def fail(*_arguments: object) -> int:
        raise failure

    monkeypatch.setattr(command_line, "run", fail)
    monkeypatch.setattr(Lifecycle, "install", lambda _lifecycle: None)
    assert __main__.main() == exit_code
    assert capsys.readouterr().err == f"{WITHOUT_CATALOGUE['sentence']}\n{WITHOUT_CATALOGUE['hint']}\n"


def test_errors_cost_no_import_before_the_first_paint() -> None:
    script = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import app.errors; print(*sorted(sys.modules))"
    command = [sys.executable, "-I", "-S", "-c", script]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=20)
    assert not {"app.resources", "json", "pathlib"} & set(run.stdout.split())
