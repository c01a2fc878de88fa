"""The connection of the environment: there with its key, chosen until the person chooses, never kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import NotFound
from app.services.connection_file import ConnectionFile
from app.services.connections import LOCAL_ID, Connection, Connections
from app.services.given_connection import given_connection
from app.services.secret import WORKFLOW_VARIABLES

WORKFLOW = "wf_68e5a1b2c3d4"


@pytest.mark.parametrize("name", WORKFLOW_VARIABLES)
def test_a_workflow_of_the_environment_is_there_with_its_key(name: str) -> None:
    given = given_connection({name: f" {WORKFLOW} ", "OPENAI_API_KEY": "sk-a"})
    assert given is not None
    assert (given.kind, given.workflow_id) == ("workflow", WORKFLOW)


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"OPENAI_API_KEY": "sk-a"},
        {"CHATKIT_WORKFLOW_ID": WORKFLOW},
        {"CHATKIT_WORKFLOW_ID": "wf_xxx", "OPENAI_API_KEY": "sk-a"},
    ],
)
def test_half_of_it_is_nothing(environ: dict[str, str]) -> None:
    assert given_connection(environ) is None


def test_it_is_talked_to_until_the_person_chooses_and_is_never_kept(tmp_path: Path) -> None:
    given = given_connection({"CHATKIT_WORKFLOW_ID": WORKFLOW, "OPENAI_API_KEY": "sk-a"})
    file = tmp_path / "connections.json"
    connections = Connections(ConnectionFile(file), given)
    assert connections.selected == given
    connections.select(LOCAL_ID)
    assert WORKFLOW not in file.read_text()
    again = Connections(ConnectionFile(file), given)
    assert again.selected.id == LOCAL_ID
    assert given in again.all()


def test_it_is_changed_as_a_connection_of_ones_own_and_not_removed(tmp_path: Path) -> None:
    given = given_connection({"CHATKIT_WORKFLOW_ID": WORKFLOW, "OPENAI_API_KEY": "sk-a"})
    assert given is not None
    connections = Connections(ConnectionFile(tmp_path / "connections.json"), given)
    saved = connections.save(Connection(given.id, "workflow", "Mine", "Mine", workflow_id=WORKFLOW))
    assert saved.id != given.id
    with pytest.raises(NotFound):
        connections.remove(given.id)
