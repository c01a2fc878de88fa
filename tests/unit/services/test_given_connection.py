"""The connection of the settings: there with its key, chosen until the person chooses, never kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import NotFound
from app.services.connection_file import ConnectionFile
from app.services.connections import LOCAL_ID, Connection, Connections
from app.services.given_connection import given_connection
from app.settings.early import read_early
from app.settings.locations import resolve_locations
from app.settings.schema import BY_KEY

WORKFLOW = "wf_68e5a1b2c3d4"


KEY = {"OPENAI_API_KEY": "sk-a"}


@pytest.mark.parametrize("name", BY_KEY["workflow_id"].environment_names)
def test_a_workflow_of_the_environment_is_there_with_its_key(name: str, tmp_path: Path) -> None:
    early = read_early(resolve_locations(tmp_path, {}), {}, {name: f" {WORKFLOW} "})
    given = given_connection(early.workflow_id, KEY)
    assert given is not None
    assert (given.kind, given.workflow_id) == ("workflow", WORKFLOW)


@pytest.mark.parametrize(
    ("workflow_id", "environ"),
    [
        ("", {}),
        ("", KEY),
        (WORKFLOW, {}),
        ("wf_xxx", KEY),
    ],
)
def test_half_of_it_is_nothing(workflow_id: str, environ: dict[str, str]) -> None:
    assert given_connection(workflow_id, environ) is None


def test_it_is_talked_to_until_the_person_chooses_and_is_never_kept(tmp_path: Path) -> None:
    given = given_connection(WORKFLOW, KEY)
    file = tmp_path / "connections.json"
    connections = Connections(ConnectionFile(file), given)
    assert connections.selected == given
    connections.select(LOCAL_ID)
    assert WORKFLOW not in file.read_text()
    again = Connections(ConnectionFile(file), given)
    assert again.selected.id == LOCAL_ID
    assert given in again.all()


def test_a_start_begins_with_the_connection_that_is_asked_for_where_there_is_one(tmp_path: Path) -> None:
    keeping = ConnectionFile(tmp_path / "connections.json")
    own = Connections(keeping).save(Connection("", "workflow", "Mine", "Mine", workflow_id=WORKFLOW))
    given = given_connection(WORKFLOW, KEY)
    assert Connections(keeping, given, own.id).selected == own
    assert Connections(keeping, given, LOCAL_ID).selected.id == LOCAL_ID
    assert Connections(given=given, asked="gone").selected == given


def test_it_is_changed_as_a_connection_of_ones_own_and_not_removed(tmp_path: Path) -> None:
    given = given_connection(WORKFLOW, KEY)
    assert given is not None
    connections = Connections(ConnectionFile(tmp_path / "connections.json"), given)
    saved = connections.save(Connection(given.id, "workflow", "Mine", "Mine", workflow_id=WORKFLOW))
    assert saved.id != given.id
    with pytest.raises(NotFound):
        connections.remove(given.id)
