"""How a chat looks: what was typed is checked in words, what stands in a file never stops anything."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

import pytest

from app.bridge.bounds import MAX_MESSAGE_BYTES
from app.bridge.contract import MOST_CHARACTERS
from app.errors import ConnectionUnusable
from app.resources import text
from app.services.chat_look import (
    MOST_LOOK_CHARACTERS,
    MOST_PROMPT_CHARACTERS,
    MOST_PROMPTS,
    PLAIN_LOOK,
    StartPrompt,
    check_look,
    read_look,
)
from app.services.connection_file import MOST_BYTES, decode, encode
from app.services.connections import MOST_CONNECTIONS, Connection, ready_to_use

THEME = '{"theme": {"radius": "pill", "color": {"accent": {"primary": "#fa0", "level": 2}}}}'
WHOLE = replace(
    PLAIN_LOOK,
    accent="#2d8cff",
    radius="pill",
    density="compact",
    base_size=16,
    theme=THEME,
    placeholder="Ask",
    attachments=False,
    dictation=True,
    greeting="Hello",
    prompts=(StartPrompt("Plan", "Plan a trip"),),
    title="Trips",
    history=False,
    feedback=True,
    retry=True,
    disclaimer="May be wrong.",
)
WORKFLOW = Connection("workflow-1", "workflow", "Trips", "Trips", workflow_id="wf_68e5a1b2c3d4", chat=WHOLE)
SERVER = replace(WORKFLOW, kind="server", url="https://chat.example/chatkit")


def record(**changes: object) -> dict[str, Any]:
    """Return a look as a page or a file has it."""
    return {**json.loads(json.dumps(asdict(WHOLE))), **changes}


def test_the_guide_s_promises_hold_where_nothing_is_set() -> None:
    assert (PLAIN_LOOK.attachments, PLAIN_LOOK.history, PLAIN_LOOK.dictation) == (True, True, False)


def test_what_is_typed_is_kept_as_it_is() -> None:
    assert check_look(record()) == WHOLE
    assert read_look(record()) == WHOLE


def test_a_file_keeps_it_and_one_from_before_is_read() -> None:
    assert decode(encode([WORKFLOW])) == (WORKFLOW,)
    document = json.loads(encode([WORKFLOW]))
    del document["connections"][0]["chat"]
    assert decode(json.dumps(document).encode()) == (replace(WORKFLOW, chat=PLAIN_LOOK),)


@pytest.mark.parametrize("odd", [None, 7, [], "look", {}, {"other": 1}, {"__class__": "x", "accent": {}}])
def test_what_is_no_look_is_a_plain_one(odd: object) -> None:
    assert read_look(odd) == PLAIN_LOOK


ODD: list[tuple[str, object]] = [
    ("accent", "url(https://evil.example)"),
    ("accent", "red; background: url(x)"),
    ("accent", 7),
    ("radius", "huge"),
    ("density", None),
    ("base_size", 40),
    ("base_size", "16"),
    ("theme", "not JSON"),
    ("theme", "[]"),
    ("theme", "{}"),
    ("theme", '{"name": "mine"}'),
    ("theme", "[" * 5_000),
    ("theme", '{"radius": "\ud800"}'),
    ("theme", json.dumps({"radius": "x" * 8_000})),
    ("placeholder", 1),
    ("attachments", "yes"),
    ("dictation", 1),
    ("greeting", None),
    ("prompts", "Plan"),
    ("prompts", [7]),
    ("prompts", [{"label": "Plan"}]),
    ("title", []),
    ("history", None),
    ("feedback", "no"),
    ("retry", 0),
    ("disclaimer", {}),
]


@pytest.mark.parametrize(("name", "value"), ODD)
def test_what_is_odd_is_dropped_from_a_file_alone_and_refused_from_a_page(name: str, value: object) -> None:
    odd = record(**{name: value})
    assert read_look(odd) == replace(WHOLE, **{name: getattr(PLAIN_LOOK, name)})
    with pytest.raises(ConnectionUnusable):
        check_look(odd)


@pytest.mark.parametrize(("name", "value"), [("accent", "no colour"), ("theme", "const theme = {}")])
def test_what_a_person_can_have_typed_is_refused_in_words(name: str, value: str) -> None:
    with pytest.raises(ConnectionUnusable) as refused:
        check_look(record(**{name: value}))
    assert refused.value.sentence == text(f"connection.fault.{name}")


def test_a_whole_number_is_one() -> None:
    assert isinstance(read_look({"base_size": 16.0}).base_size, int)


def test_lines_are_lines_of_bounded_length() -> None:
    look = read_look({"greeting": " Hello\u202e\nthere " + "x" * 900})
    assert look.greeting.startswith("Hello there x")
    assert len(look.greeting) == MOST_LOOK_CHARACTERS["greeting"]


def test_there_are_only_so_many_prompts_and_none_is_blank() -> None:
    prompts = [{"label": f"{n}", "prompt": "Go", "icon": "x"} for n in range(20)]
    assert len(read_look({"prompts": prompts}).prompts) == MOST_PROMPTS
    assert read_look({"prompts": [{"label": " ", "prompt": "Go"}, *prompts[:1]]}).prompts == (StartPrompt("0", "Go"),)


def test_nobody_but_openai_is_dictated_to() -> None:
    assert ready_to_use(WORKFLOW).chat.dictation
    assert not ready_to_use(SERVER).chat.dictation


def test_the_longest_ones_fit_into_a_message_and_all_of_them_into_the_file() -> None:
    longest = {name: "ä" * most for name, most in MOST_LOOK_CHARACTERS.items()}
    prompt = {name: "ä" * most for name, most in MOST_PROMPT_CHARACTERS.items()}
    whole = {**record(), **longest, "prompts": [prompt] * MOST_PROMPTS}
    described = {**asdict(WORKFLOW), "chat": whole, "url": "x" * MOST_CHARACTERS["url"], "secret": "x" * 4_096}
    size = len(json.dumps(described, ensure_ascii=False).encode())
    assert size < MAX_MESSAGE_BYTES
    assert size * MOST_CONNECTIONS < MOST_BYTES
