"""The shell and the chat document speak exactly the messages that the contract declares, in both directions."""

from __future__ import annotations

import re

import pytest

from app.bridge.contract import PORT_TO_CHAT, PORT_TO_SHELL
from app.resources import assets_dir, load_catalogue

TO_SHELL = {message.type for message in PORT_TO_SHELL}
TO_CHAT = {message.type for message in PORT_TO_CHAT}


def source(path: str) -> str:
    return (assets_dir() / path).read_text(encoding="utf-8")


def block(text: str, opening: str, closing: str) -> str:
    """Return what stands between an opening line and the first closing line after it."""
    return text.split(opening, 1)[1].split(closing, 1)[0]


def keys(text: str) -> set[str]:
    return set(re.findall(r"^  (\w+)(?=[:,])", text, re.MULTILINE))


@pytest.mark.parametrize("document", ["builtin", "official"])
def test_the_chat_document_knows_every_message_it_can_get(document: str) -> None:
    assert keys(block(source(f"chat/{document}.js"), "const RECEIVE = {", "\n};")) == TO_CHAT


def sent_by(*modules: str) -> set[str]:
    text = "".join(map(source, modules))
    return set(re.findall(r"\b(?:tell|ask)\(\{ type: '(\w+)'", text))


def test_the_chat_document_sends_only_declared_messages() -> None:
    sent = sent_by("chat/builtin.js", "chat/shell_port.js")
    # The built-in element needs no secret of OpenAI's.
    assert sent == TO_SHELL - {"client_secret"}


def test_the_official_document_sends_only_declared_messages() -> None:
    assert sent_by("chat/official.js", "chat/shell_port.js") == TO_SHELL


def test_there_are_words_for_what_the_official_document_finds_out_about_itself_and_for_nothing_else() -> None:
    faults = source("chat/official_watch.js").partition("} Fault")[0].rpartition("@typedef")[2]
    said = {key.removeprefix("shell.official.") for key in load_catalogue("en") if key.startswith("shell.official.")}
    assert set(re.findall(r"'(\w+)'", faults)) == said


def test_the_shell_takes_every_message_it_can_get() -> None:
    assert keys(block(source("shell/port_messages.js"), "export const FROM_CHAT", "\n});")) == TO_SHELL


def test_the_shell_sends_only_declared_messages() -> None:
    modules = sorted((assets_dir() / "shell").glob("*.js"))
    sent = {
        name
        for module in modules
        for name in re.findall(r"\bport\.send\(\{\s*type: '(\w+)'", module.read_text("utf-8"))
    }
    assert sent
    assert sent <= TO_CHAT
