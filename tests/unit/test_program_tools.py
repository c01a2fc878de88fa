"""What the program itself gives to tools: links that are judged, and files that end with where a connection led."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app.errors import Cancelled, FileRefused, LinkRefused
from app.program import Program
from app.services.connections import Connection, Connections
from app.services.external_links import ExternalLinks, LinkPolicy
from app.services.later import Later
from app.tools.cancellation import Cancellation
from app.tools.permissions import Permissions
from app.tools.tool import ToolContext


class Parts(Program):
    """As much of a program as its tools need; the system's browser is a list."""

    def __init__(self, folder: Path) -> None:
        self.opened: list[str] = []
        locations = SimpleNamespace(permissions_file=folder / "permissions.json", ledger_file=folder / "calls.jsonl")
        self._base: Any = SimpleNamespace(engine=None, locations=locations)
        self._connections = Connections()
        self._links = ExternalLinks(LinkPolicy(), lambda _host: None, self.opened.append)
        self._files = Later(self._make_files)
        self._permissions = Permissions(lambda _id, _question: None, lambda _id: None)

    def context(self, connection: str) -> ToolContext:
        return self._make_tools()._make_context(connection, 5.0, Cancellation())


def test_a_tool_of_others_opens_no_address_that_is_refused(tmp_path: Path) -> None:
    program = Parts(tmp_path)
    context = program.context("local")
    for url in ("file:///etc/passwd", "/etc/passwd", "javascript:alert(1)", "http://a.example", "--help"):
        with pytest.raises(LinkRefused):
            context.open_link(url)
    context.open_link("HTTPS://a.example/b c".replace(" ", "%20"))
    assert program.opened == ["https://a.example/b%20c"]


def test_a_connection_that_is_described_anew_has_no_files(tmp_path: Path) -> None:
    program = Parts(tmp_path)
    saved = program._connections.save(Connection("", "server", "Work", "Worker", url="https://one.example/chatkit"))
    program._connections.select(saved.id)
    (tmp_path / "a.txt").write_text("x")
    files = program.context(saved.id).files
    handle = str(files.issue(str(tmp_path / "a.txt"), saved.id)["handle"])
    assert files.read(handle, saved.id, 10).data == b"x"
    program._connections.save(replace(saved, url="https://two.example/chatkit"))
    with pytest.raises(FileRefused):
        files.read(handle, saved.id, 10)


def test_who_is_not_talked_to_gets_nothing(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        Parts(tmp_path).context("another")
