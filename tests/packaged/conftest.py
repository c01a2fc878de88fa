"""What the tests of installed programs share: root's rights, a user without them, and the program installed once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.brand import BRAND
from tests.support.installed_app import running, wait_for_answer
from tests.support.installers import ONLY_IN_OLDER, apt, installed_version, installer, make_older
from tests.support.person import Person, new_person

QUESTION_TO_THE_OLDER = "what is this?"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """After what removes the program nothing of it can be tried."""
    items.sort(key=lambda item: item.path.name == "test_removal.py")


@pytest.fixture(scope="session", autouse=True)
def rights() -> None:
    """Installing is root's."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can install a package and become another user")
    if not os.environ.get("DISPLAY"):
        pytest.fail("these tests open a window: run `python3 packaging/dev.py build --test`", pytrace=False)


@pytest.fixture(scope="session")
def person() -> Iterator[Person]:
    """Return somebody who has no rights but their own."""
    with new_person() as person:
        yield person


@pytest.fixture(scope="session")
def data(person: Person) -> Path:
    """Return where this person's conversations are."""
    return person.home / ".local" / "share" / BRAND.slug


@pytest.fixture(scope="session")
def upgraded(person: Person, data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Install an older version, talk in it, then install this one; return its command."""
    folder = tmp_path_factory.mktemp("older")
    apt("install", str(make_older(installer("deb"), folder)))
    assert (Path("/") / ONLY_IN_OLDER).exists()
    with running(person, BRAND.slug, log=folder / "older.log") as app:
        app.say(QUESTION_TO_THE_OLDER)
        wait_for_answer(data, QUESTION_TO_THE_OLDER)
        assert app.close() == 0
    apt("install", str(installer("deb")))
    yield BRAND.slug
    if installed_version():
        apt("purge", BRAND.slug)
