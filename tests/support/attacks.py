"""Attacks on the bridge as plain values, the same on every run: for the gate alone and for a real window alike."""

from __future__ import annotations

import json
import random
import string
from collections.abc import Callable, Iterator
from typing import Any

from app.bridge.contract import COMMANDS
from app.errors import AppError, InternalError, InvalidArguments, SettingsProblem

SEED = 20_240_601

# What an attacker may know: every name of the contract, and the verbs of the dispatcher that pywebview brings.
COMMAND_NAMES = tuple(command.name for command in COMMANDS)
PYWEBVIEW_VERBS = (
    "pywebviewMoveWindow",
    "pywebviewEventHandler",
    "pywebviewAsyncCallback",
    "pywebviewStateUpdate",
    "pywebviewStateDelete",
    "_pywebviewAlert",
)

_ODD_STRINGS = (
    "",
    " ",
    "0",
    "-1",
    "1e9",
    "\x00",
    "\u2028",
    "\u2029",
    "\ud800",
    "\N{PILE OF POO}",
    "\u0661\u0662\u0663",
    "'",
    '"',
    "\\",
    "`${1}`",
    "</script>",
    "<!--",
    "__proto__",
    "constructor",
    "__class__",
    "../../etc/passwd",
    "javascript:alert(1)",
    "A" * 300,
)
_ODD_VALUES: tuple[object, ...] = (None, True, False, 0, 1, -1, 2**64, 0.5, [], {}, [[]], {"": {}}, *_ODD_STRINGS)
_NO_NUMBERS = ("NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 5_000)
_RAW = (
    "",
    "null",
    "[]",
    "{}",
    "0",
    '"knock"',
    "knock ",
    "Knock",
    "knock\x00",
    "{",
    "[" * 9,
    "[" * 60_000,
    '{"a":' * 10_000,
    '{"v":1',
    '{"v":NaN,"id":"1","token":"","name":"app.ping","args":{}}',
    '{"v":1,"id":"1","token":"","name":"app.ping","args":{"n":1e999}}',
    '{"v":1,"v":1,"id":"1","token":"","name":"app.ping","args":{}}',
    '{"v":1,"id":"' + "9" * 60_000 + '"}',
    '"' + '\\"' * 30_000,
    "\ufeff{}",
    "{}\n" * 200,
    "\n" * 60_000,
    "x" * 200_000,
    "\ud83d" * 1_000,
)


def raw_texts() -> Iterator[object]:
    """Yield texts and values that are no envelope at all."""
    yield from _RAW
    yield from _ODD_VALUES
    for verb in PYWEBVIEW_VERBS:
        yield json.dumps([verb, {"key": "a", "value": "b"}, "1"])
    yield b'{"v":1}'


def wrong_tokens(token: str, randomness: random.Random) -> Iterator[object]:
    """Yield tokens that come near the true one without being it, for ever."""
    near = (
        token[:-1],
        token + "A",
        token.swapcase(),
        token[::-1],
        token + "\x00",
        " " + token,
        token[:-1] + "\u0410",
        "",
        None,
        0,
        True,
        [token],
        {"token": token},
    )
    while True:
        yield from near
        place = randomness.randrange(len(token))
        other = randomness.choice(string.ascii_letters.replace(token[place], ""))
        yield token[:place] + other + token[place + 1 :]


def hostile_gate_inputs(count: int, token: str) -> Iterator[object]:
    """Yield inputs of which none may pass: wrong in shape, in size, in depth, in id or in token.

    The attacker knows the contract, and here even the token; an input is wrong by exactly one thing at least.
    """
    randomness = random.Random(SEED)
    tokens = wrong_tokens(token, randomness)
    spoilers: tuple[Callable[[dict[str, Any]], str], ...] = (
        lambda call: json.dumps(call | {"token": next(tokens)}),
        lambda call: json.dumps(call | {"id": _odd_id(randomness)}),
        lambda call: json.dumps(call | {"v": randomness.choice((0, 2, -1, 1.0, "1", None, True, [1], 2**70))}),
        lambda call: json.dumps(call | {"name": randomness.choice((None, 1, [], {}, True))}),
        lambda call: json.dumps(call | {randomness.choice(_ODD_STRINGS): 1}),
        lambda call: json.dumps({key: call[key] for key in randomness.sample(list(call), randomness.randrange(5))}),
        lambda call: json.dumps([call]),
        lambda call: json.dumps(call)[: randomness.randrange(1, 60)],
        lambda call: json.dumps(call).replace('"v"', '"v": 1, "v"', 1),
        lambda call: json.dumps(call | {"args": {"n": "@"}}).replace('"@"', randomness.choice(_NO_NUMBERS)),
        lambda call: json.dumps(call | {"args": _nested(randomness.randrange(8, 40))}),
        lambda call: _scrambled(json.dumps(call), randomness),
    )
    raw = list(raw_texts())
    for number in range(count):
        if number % 40 == 0:
            yield raw[number // 40 % len(raw)]
        else:
            call = _valid_call(token, number, randomness)
            yield spoilers[number % len(spoilers)](call)


def _valid_call(token: str, number: int, randomness: random.Random) -> dict[str, Any]:
    return {"v": 1, "id": str(number), "token": token, "name": randomness.choice(COMMAND_NAMES), "args": {"n": number}}


def _nested(depth: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(depth):
        value = [value]
    return value


def _scrambled(text: str, randomness: random.Random) -> str:
    """Break a text's grammar: a bracket or a colon becomes something else."""
    places = [place for place, mark in enumerate(text) if mark in "{}:"]
    place = randomness.choice(places)
    return text[:place] + randomness.choice("x;()\x00") + text[place + 1 :]


def _odd_id(randomness: random.Random) -> object:
    value = randomness.choice((*_ODD_VALUES, "1234567890", "12a", "1\n", "\n1", "+1", "1.0", "\uff11"))
    return "x" if value == "0" else value


def hostile_ids(count: int) -> Iterator[object]:
    """Yield call ids that would run as a script, were they ever put into one; each sets `__pwned`."""
    payloads = (
        '"}]);globalThis.__pwned=1;//',
        '"}]);globalThis.__pwned=1;([{"a":"',
        "'}]);globalThis.__pwned=1;//",
        "\u2028globalThis.__pwned=1//",
        "\u2029globalThis.__pwned=1//",
        "\x00globalThis.__pwned=1",
        '\\"}]);globalThis.__pwned=1;//',
        "</script><script>globalThis.__pwned=1</script>",
        "${globalThis.__pwned=1}",
        '1"}]);globalThis.__pwned=1;//',
        '1\n"}]);globalThis.__pwned=1;//',
    )
    randomness = random.Random(SEED)
    yield from _ODD_VALUES[:9]
    for number in range(count - 9):
        padding = "".join(randomness.choices("0123456789 \t\r\n\"'\\`<>\u2028\u2029\x00", k=randomness.randrange(6)))
        yield padding + payloads[number % len(payloads)]


def attribute_paths(count: int) -> Iterator[str]:
    """Yield names that would walk from an object to something private, were they ever walked."""
    starts = (*COMMAND_NAMES, "app", "settings", "_private", "__class__", "__init__", "window", "_window", "gate")
    steps = (
        "__globals__",
        "__dict__",
        "__class__",
        "__mro__",
        "__subclasses__",
        "__init__",
        "__call__",
        "_private",
        "gui",
        "os",
        "popen",
        "system",
        "get",
        "keys",
        "__getattribute__",
        "__reduce__",
        "func_globals",
        "constructor",
        "__proto__",
        "prototype",
    )
    randomness = random.Random(SEED)
    yield from PYWEBVIEW_VERBS
    for _ in range(count - len(PYWEBVIEW_VERBS)):
        path = [randomness.choice(starts), *randomness.choices(steps, k=randomness.randrange(1, 6))]
        yield randomness.choice((".", "..", "/", "[", "")).join(path) if len(path) % 5 == 0 else ".".join(path)


def frame_messages(count: int) -> Iterator[str]:
    """Yield what a frame posts that knows the contract but not the token: it guesses it, and it leaves it out."""
    randomness = random.Random(SEED)
    guesses = wrong_tokens("".join(randomness.choices(string.ascii_letters + string.digits + "-_", k=43)), randomness)
    args = {"app.hello": {"v": 1}, "app.ping": {"n": 1}, "link.open": {"url": "https://a.example/", "confirmed": True}}
    for number in range(count):
        name = COMMAND_NAMES[number % len(COMMAND_NAMES)]
        call = {"v": 1, "id": str(number + 1), "token": next(guesses), "name": name, "args": args.get(name, {})}
        if number % 7 == 0:
            del call["token"]
        yield json.dumps(call)


def errors_with_canary(canary: str) -> list[BaseException]:
    """Return 40 kinds of exceptions as handlers raise them, each with the canary in every text it has."""
    texts = (canary, f"/home/someone/{canary}", f"sk-{canary}", f"{canary}\n  File x")
    plain: tuple[type[Exception], ...] = (
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        RuntimeError,
        LookupError,
        ArithmeticError,
        ZeroDivisionError,
        OverflowError,
        NotImplementedError,
        RecursionError,
        MemoryError,
        AssertionError,
        NameError,
        ImportError,
        ModuleNotFoundError,
        EOFError,
        BufferError,
        ReferenceError,
        StopIteration,
        SyntaxError,
        SystemError,
        TimeoutError,
        ConnectionError,
        ConnectionRefusedError,
        BrokenPipeError,
        FileNotFoundError,
        PermissionError,
        IsADirectoryError,
        InterruptedError,
        UnboundLocalError,
    )
    errors: list[BaseException] = [kind(texts[number % len(texts)]) for number, kind in enumerate(plain)]
    errors.append(OSError(13, canary, f"/root/{canary}"))
    errors.append(UnicodeDecodeError("utf-8", canary.encode(), 0, 1, canary))
    errors.append(ExceptionGroup(canary, [ValueError(canary)]))
    errors.append(_with_cause(canary))
    errors.append(_with_note(canary))
    errors.extend(kind(detail=canary) for kind in _OWN_KINDS)
    return errors


_OWN_KINDS: tuple[type[AppError], ...] = (InternalError, InvalidArguments, SettingsProblem)


def _with_cause(canary: str) -> Exception:
    error = RuntimeError("outer")
    error.__cause__ = ValueError(canary)
    return error


def _with_note(canary: str) -> Exception:
    error = RuntimeError("noted")
    error.add_note(canary)
    return error
