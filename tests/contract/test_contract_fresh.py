"""What is generated from the contract is fresh, and what is written by hand beside it says the same."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from app.bridge import write_contract
from app.bridge.contract import ALL_COMMANDS, EVENTS, PORT_TO_CHAT, PORT_TO_SHELL
from app.bridge.declarations import PortMessage
from app.resources import assets_dir
from tests.support.node import run_node

SHELL = assets_dir() / "shell"
CONTRACT = SHELL / "contract.js"


def _exported(path: Path, name: str) -> object:
    """Return what a module exports, as JSON can carry it; a function becomes the word "function"."""
    carry = "(_key, value) => typeof value === 'function' ? 'function' : value"
    script = f"import {{ {name} }} from {json.dumps(path.as_uri())}; console.log(JSON.stringify({name}, {carry}));"
    return json.loads(run_node(script=script))


def test_contract_js_is_what_the_contract_says() -> None:
    assert write_contract.main(["--check"]) == 0, "run: python -m app.bridge.write_contract"


def test_the_check_finds_a_stale_and_a_missing_file(tmp_path: Path) -> None:
    assets, target, readme = tmp_path / "assets", tmp_path / "assets/shell/contract.js", tmp_path / "README.md"
    target.parent.mkdir(parents=True)
    readme.write_text(f"Before\n{write_contract.README_BEGIN}\nold\n{write_contract.README_END}\nAfter\n", "utf-8")
    assert write_contract.main(["--check"], assets=assets) == 1
    assert not target.exists()
    for file, word in ((target, "app.ping"), (readme, "link.open")):
        assert write_contract.main([], assets=assets) == 0
        assert write_contract.main(["--check"], assets=assets) == 0
        file.write_text(file.read_text("utf-8").replace(word, "app.pong"), "utf-8")
        assert write_contract.main(["--check"], assets=assets) == 1
    text = readme.read_text("utf-8")
    assert text.startswith("Before\n")
    assert text.endswith("\nAfter\n")
    assert "old" not in text.splitlines()


def test_a_readme_without_marks_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "assets/shell").mkdir(parents=True)
    (tmp_path / "README.md").write_text("Nothing here.\n", "utf-8")
    assert write_contract.main([], assets=tmp_path / "assets") == 0
    assert (tmp_path / "README.md").read_text("utf-8") == "Nothing here.\n"


def test_the_page_knows_each_command_with_its_limits() -> None:
    assert _exported(CONTRACT, "COMMANDS") == {
        command.name: {
            "inFlight": command.limits.in_flight,
            "perSecond": command.limits.per_second,
            "deadlineSeconds": command.deadline_seconds,
            "userGesture": command.user_gesture,
        }
        for command in ALL_COMMANDS
    }


def test_the_page_knows_each_event() -> None:
    assert _exported(CONTRACT, "EVENTS") == [event.name for event in EVENTS]


@pytest.mark.parametrize(("name", "messages"), [("PORT_TO_SHELL", PORT_TO_SHELL), ("PORT_TO_CHAT", PORT_TO_CHAT)])
def test_the_page_knows_each_port_message(name: str, messages: tuple[PortMessage, ...]) -> None:
    assert _exported(CONTRACT, name) == {message.type: _field_names(message) for message in messages}


def test_the_shell_takes_exactly_the_declared_port_messages() -> None:
    taken = _exported(SHELL / "port_messages.js", "FROM_CHAT")
    assert isinstance(taken, dict)
    assert {kind: set(fields) for kind, fields in taken.items()} == {
        message.type: set(_field_names(message)) for message in PORT_TO_SHELL
    }


def test_what_the_page_exports_is_frozen() -> None:
    for name in ("COMMANDS", "EVENTS", "PORT_TO_SHELL", "PORT_TO_CHAT"):
        script = f"""
            import {{ {name} }} from {json.dumps(CONTRACT.as_uri())};
            const deep = (value) =>
                typeof value !== 'object' || (Object.isFrozen(value) && Object.values(value).every(deep));
            console.log(deep({name}));
        """
        assert run_node(script=script).strip() == "true", name


def test_every_called_command_and_heard_event_is_declared() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in SHELL.glob("*.js") if path != CONTRACT)
    called = set(re.findall(r"""\.call\(\s*['"]([a-z_.]+)['"]""", sources))
    heard = set(re.findall(r"""bridge\.on\(\s*['"]([a-z_.]+)['"]""", sources))
    assert called <= {command.name for command in ALL_COMMANDS}
    assert heard <= {event.name for event in EVENTS}


def test_the_tables_name_each_command_and_event_once() -> None:
    table = write_contract.contract_table()
    for name in [*(command.name for command in ALL_COMMANDS), *(event.name for event in EVENTS)]:
        assert table.count(f"| `{name}` |") == 1
    widths = {line.count("|") for line in table.splitlines() if line}
    assert widths == {3, 4}
    assert "| `app.ping` | " in table
    assert "inline, 1,000 at once, 20,000 a second, 5 s" in table


def _field_names(message: PortMessage) -> list[str]:
    return [*(["id"] if message.reply else []), *message.fields.fields]
