"""Comments carry two tags, each well-formed; a workaround names the version it is for, and goes with it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import tags

ROOT = Path(__file__).parents[2]
TAGS = [tag for path in tags.sources() for tag in tags.read_tags(path)[0]]
WORKAROUNDS = [tag for tag in TAGS if tag.package]
# Brought by the system, so no lock says their version.
OF_THE_SYSTEM = {"WebKitGTK"}


def test_every_tag_is_well_formed() -> None:
    assert [line for path in tags.sources() for line in tags.read_tags(path)[1]] == []


def test_all_of_them_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert tags.main() == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(TAGS)
    assert {f"{tag.path}:{tag.line}" for tag in TAGS} == {":".join(line.split(":")[:2]) for line in lines}


def test_there_are_defences_in_python_and_in_the_pages() -> None:
    assert {Path(tag.path).suffix for tag in TAGS if not tag.package} >= {".py", ".js"}


@pytest.mark.parametrize("tag", WORKAROUNDS, ids=lambda tag: f"{tag.path}:{tag.line}")
def test_a_workaround_says_when_it_goes(tag: tags.Tag) -> None:
    assert re.search(r"\bremove (when|with) ", tag.words, re.IGNORECASE)


@pytest.mark.parametrize(
    "tag", [tag for tag in WORKAROUNDS if tag.package not in OF_THE_SYSTEM], ids=lambda tag: f"{tag.path}:{tag.line}"
)
def test_a_workaround_is_for_the_version_that_is_locked(tag: tags.Tag) -> None:
    locked = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
    (version,) = [package["version"] for package in locked if package["name"] == tag.package]
    assert f"{version}.".startswith(f"{tag.version}."), "does the new version still need it?"


SECURITY, WORKAROUND = "SECURITY" + ":", "WORKAROUND" + "("


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (f"    # {SECURITY} nobody\n    # else.\n    x = 1\n", "nobody else."),
        (f'    """{SECURITY} one line."""\n    x = 1\n', "one line."),
        (f'    """Sum.\n\n    {SECURITY} two\n    lines.\n\n    More.\n    """\n', "two lines."),
        (f"  /**\n   * {SECURITY} in a page.\n   * @param x\n   */\n", "in a page."),
        (f"// {SECURITY} of a\n// script\n\nf();\n", "of a script"),
        (f"# {WORKAROUND}uvicorn 0.54): slow; remove when\n# it is not.\n", "slow; remove when it is not."),
    ],
)
def test_a_tag_is_read_to_its_end(source: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found, malformed = read(source, tmp_path, monkeypatch)
    assert [tag.words for tag in found] == [words]
    assert malformed == []


@pytest.mark.parametrize(
    "source",
    [
        f"x = 1  # {SECURITY} behind code\n",
        f"# {SECURITY}\n",
        f"# see {SECURITY} below\n",
        f"# {WORKAROUND}uvicorn): no version\n",
        f"# {WORKAROUND}uvicorn 0.54) no colon\n",
        "# WORKAROUND" + ": no package\n",
    ],
)
def test_what_only_looks_like_a_tag_is_found(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found, malformed = read(source, tmp_path, monkeypatch)
    assert found == []
    assert len(malformed) == 1


def read(source: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[tags.Tag], list[str]]:
    monkeypatch.setattr(tags, "ROOT", folder)
    file = folder / "module.py"
    file.write_text(source, "utf-8")
    return tags.read_tags(file)
