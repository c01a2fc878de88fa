from __future__ import annotations

import logging

import pytest

from app.diagnostics.checks import connections, looks
from app.diagnostics.findings import State
from app.services.connection_file import ConnectionFile
from tests.unit.diagnostics.conftest import MakeContext, describe, odd_things_at, run_patiently, told

GOOD = {"kind": "workflow", "workflow_id": "wf_68df4b13b3588190", "label": "Research"}


def test_complete_connections_pass(make_context: MakeContext) -> None:
    context = describe(make_context(), GOOD, {"kind": "server", "url": "https://chat.example/chatkit"})
    assert connections.probe(context).evidence == {"described": 2, "unusable": 0}
    assert connections.probe(context).state is State.PASS


def test_without_a_file_it_is_left_out(make_context: MakeContext) -> None:
    assert connections.probe(make_context()).state is State.SKIP
    assert looks.probe(make_context()).state is State.SKIP


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"workflow_id": "wf_your_workflow_id"}, "placeholder"),
        ({"workflow_id": "sk-canary-0123456789"}, "wf_"),
        ({"workflow_id": ""}, "workflow"),
        ({"kind": "server", "url": "http://chat.example"}, "https"),
        ({"kind": "server", "url": "https://ann:secret@chat.example"}, "password"),
        ({"kind": "nonsense"}, ""),
        ({"id": "local"}, ""),
    ],
)
def test_an_unusable_one_is_named_with_what_is_wrong(
    make_context: MakeContext, change: dict[str, str], words: str
) -> None:
    finding = connections.probe(describe(make_context(), GOOD, {**GOOD, "label": "Broken", **change}))
    state, sentence, remedy = told(finding)
    assert state is State.WARN
    assert sentence == "Some connections are left out, because something in them is missing or wrong."
    assert "Open the connections" in remedy
    assert finding.detail.startswith("Broken: ")
    assert words in finding.detail
    assert "canary" not in repr(finding)
    assert "secret" not in repr(finding)


def test_many_checks_look_at_them_and_none_of_them_fills_the_log(
    make_context: MakeContext, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    environ = {"CHATKIT_WORKFLOW_ID": "no workflow", "OPENAI_API_KEY": "sk-canary-0123456789"}
    context = describe(make_context(environ=environ), GOOD, {**GOOD, "kind": "nonsense"})
    run_patiently(context)
    assert "left out" not in caplog.text
    assert "not used" not in caplog.text
    ConnectionFile(context.locations.connections_file).read()
    assert caplog.text.count("a connection is left out") == 1


def test_what_is_no_record_is_told_without_a_name(make_context: MakeContext) -> None:
    context = make_context()
    context.locations.connections_file.write_text('{"connections": [7, {"label": 8}]}')
    assert all(line.startswith("Without a name: ") for line in connections.probe(context).detail.splitlines())


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"connections": {}}', b"[" * 100_000])
def test_a_damaged_file_fails_and_stays_where_it_is(make_context: MakeContext, content: bytes) -> None:
    context = make_context()
    context.locations.connections_file.write_bytes(content)
    state, sentence, remedy = told(connections.probe(context))
    assert (state, sentence) == (State.FAIL, "The file of your connections is damaged.")
    assert "Start the program" in remedy
    assert looks.probe(context).state is State.SKIP
    assert context.locations.connections_file.read_bytes() == content


def test_f12_a_pipe_or_a_link_in_its_place_fails_at_once(make_context: MakeContext) -> None:
    context = make_context()
    for _ in odd_things_at(context.locations.connections_file):
        finding = connections.probe(context)
        assert told(finding)[:2] == (
            State.FAIL,
            "The file of your connections cannot be read, so only this computer can be talked to.",
        )
        assert finding.remedy is not None
        assert finding.remedy.commands == ("ls -ld ~/data/connections.json",)


def test_a_look_that_cannot_be_used_is_named_and_not_shown(make_context: MakeContext) -> None:
    look = {"accent": "url(https://secret.example)", "theme": "{secret", "density": "compact", "unknown": 1}
    finding = looks.probe(describe(make_context(), {**GOOD, "chat": look}))
    state, sentence, remedy = told(finding)
    assert (state, sentence) == (
        State.WARN,
        "Some of what is set about the look of a chat cannot be used: accent, theme.",
    )
    assert "playground" in remedy
    assert "secret" not in repr(finding)


def test_good_looks_pass(make_context: MakeContext) -> None:
    theme = '{"colorScheme": "dark", "radius": "round"}'
    context = describe(
        make_context(), {**GOOD, "chat": {"accent": "#0b6e69", "theme": theme}}, {**GOOD, "chat": 7}, GOOD
    )
    assert looks.probe(context).state is State.PASS
