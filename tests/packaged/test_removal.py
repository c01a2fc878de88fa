"""After the program is removed, what is left is the person's own and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.brand import BRAND
from tests.support.installers import apt, installed_files, installed_version
from tests.support.person import Person

pytestmark = pytest.mark.packaged


def test_nothing_is_left_but_what_is_the_persons_own(upgraded: str, person: Person, data: Path) -> None:
    files = [path for path in installed_files() if path.is_symlink() or path.is_file()]
    assert len(files) > 400
    own = [path for path in person.home.rglob("*") if path.is_file()]
    apt("remove", BRAND.slug)
    assert not installed_version()
    assert [path for path in files if path.is_symlink() or path.exists()] == []
    assert list(Path("/usr").glob(f"*/*{BRAND.slug}*")) == []
    assert not Path(f"/etc/apparmor.d/{BRAND.slug}").exists()
    assert (data / "conversations.sqlite3").exists()
    assert [path for path in own if not path.exists()] == []
