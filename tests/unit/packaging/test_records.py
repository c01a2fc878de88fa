from __future__ import annotations

import base64
import hashlib
import os
from pathlib import Path

import pytest

from app.errors import Invalid
from records import require_published


@pytest.fixture
def site_packages(tmp_path: Path) -> Path:
    """Return a folder with one package, whose record has a name that has to be quoted, and itself without a sum."""
    folder = tmp_path / "some-1.dist-info"
    folder.mkdir()
    rows = []
    for name in ("some.py", "a, b.txt"):
        (tmp_path / name).write_text(name)
        told = base64.urlsafe_b64encode(hashlib.sha256(name.encode()).digest()).rstrip(b"=").decode()
        rows.append(f'"{name}",sha256={told},{len(name)}')
    (folder / "RECORD").write_text("\n".join([*rows, "some-1.dist-info/RECORD,,"]) + "\n")
    return tmp_path


def test_what_is_as_it_was_published_is_taken(site_packages: Path) -> None:
    require_published(site_packages)


@pytest.mark.parametrize("name", ["some.py", "a, b.txt"])
def test_t25_a_file_that_was_changed_in_a_cache_is_named(site_packages: Path, name: str) -> None:
    cached = site_packages / "cached"
    os.link(site_packages / name, cached)
    with cached.open("a") as changing:
        changing.write("changed elsewhere")
    with pytest.raises(Invalid) as refused:
        require_published(site_packages)
    assert name in refused.value.sentence


def test_a_file_that_is_gone_is_named(site_packages: Path) -> None:
    (site_packages / "some.py").unlink()
    with pytest.raises(Invalid, match=r"some\.py"):
        require_published(site_packages)
