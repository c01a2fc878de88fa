"""The workflows: both checkers are content, each action is one commit, and what they name is there."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

import release
import workflows
from app import __version__
from app.brand import BRAND
from app.errors import Unavailable
from macos import signing
from product import Product
from windows import nsis

ROOT = Path(__file__).parents[2]
FILES = sorted(workflows.WORKFLOWS.glob("*.yml"))
TEXTS = {path.name: path.read_text("utf-8") for path in FILES}
JOBS = dict(re.findall(r"^  (\w+):\n((?:    .*\n|\n)+)", TEXTS["release.yml"].split("\njobs:\n")[1], re.M))
SCRIPTS = {path for text in TEXTS.values() for path in re.findall(r"[\w./]+\.py|\.ci/run", text)}
BAD = """
name: Bad
on: pull_request_target
jobs:
  bad:
    runs-on: ubuntu-99.04
    steps:
      - uses: actions/checkout@v4
      - run: echo "${{ github.event.pull_request.title }}"
"""


def test_both_checkers_find_nothing() -> None:
    assert set(TEXTS) == {"release.yml", "test.yml"}
    assert workflows.findings(FILES) == []


def test_both_checkers_find_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "bad.yml").write_text(BAD)
    found = workflows.findings([tmp_path / "bad.yml"])
    kinds = {re.findall(r"\[([\w-]+)\]$", line)[0] for line in found}
    assert kinds >= {"runner-label", "expression", "template-injection", "artipacked", "unpinned-uses"}
    assert any(line.startswith("bad.yml:8: ") for line in found)


def test_the_linter_says_what_was_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.yml").write_text(BAD)
    monkeypatch.setattr(workflows, "WORKFLOWS", tmp_path)
    with pytest.raises(Unavailable):
        workflows.check()
    assert "bad.yml:8: " in capsys.readouterr().err


def test_t25_each_action_is_one_commit_with_its_version_beside_it() -> None:
    pins: dict[str, set[str]] = defaultdict(set)
    for text in TEXTS.values():
        lines = [line for line in text.splitlines() if "uses:" in line]
        assert all(re.search(r"uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line) for line in lines)
        for name, pin in re.findall(r"uses: ([\w/-]+)@(.*)", text):
            pins[name].add(pin)
    assert all(name.startswith("actions/") and len(pin) == 1 for name, pin in pins.items())


def test_images_are_one_digest() -> None:
    assert len({image for text in TEXTS.values() for image in re.findall(r"debian:\S+", text)}) == 1
    assert all(re.search(r"debian:12@sha256:[0-9a-f]{64}$", text, re.M) for text in TEXTS.values())


@pytest.mark.parametrize("path", sorted(SCRIPTS))
def test_what_they_run_is_there(path: str) -> None:
    assert (ROOT / path).is_file()


def test_a_release_is_published_last_of_all() -> None:
    needs = {name: re.findall(r"    needs: \[?([\w, ]+)\]?", text) for name, text in JOBS.items()}
    assert needs == {"draft": [], "build": ["draft"], "trial": ["build"], "publish": ["draft, build, trial"]}
    check, begin = (JOBS["draft"].index(words) for words in ("release.py check", "gh release create"))
    assert check < begin
    steps = ("release.py gather", "actions/attest@", "gh release upload", "release.py compare", "--draft=false")
    places = [JOBS["publish"].index(words) for words in steps]
    assert places == sorted(places)


def test_what_each_system_built_is_known_by_more_than_its_artifact() -> None:
    systems = re.findall(r"- system: (\w+)", JOBS["build"])
    assert systems == list(release.KINDS)
    told = dict(re.findall(r"      (sums_\w+): \$\{\{ steps\.sums\.outputs\.(\w+) \}\}", JOBS["build"]))
    assert told == {f"sums_{system}": system for system in systems}
    assert "SYSTEM: ${{ matrix.system }}" in JOBS["build"]
    assert 'echo "$SYSTEM=' in JOBS["build"]
    heard = dict(re.findall(r"(SUMS_\w+): \$\{\{ needs\.build\.outputs\.sums_(\w+) \}\}", JOBS["publish"]))
    asked = dict(re.findall(r'--sums (\w+) "\$(\w+)"', JOBS["publish"]))
    assert {system: heard[variable] for system, variable in asked.items()} == {system: system for system in systems}


def test_windows_gets_an_nsis_that_may_sign_and_the_one_that_is_meant() -> None:
    build = JOBS["build"]
    (version,) = re.findall(r"NSIS: nsis-(\d+)\.(\d+)\n", build)
    assert tuple(map(int, version)) >= nsis.SAFE_SINCE
    assert re.search(r"SHA256: [0-9a-f]{64} #", build)
    steps = ("curl --fail", "sha256sum --check --strict", "7z x", '>> "$GITHUB_PATH"', "Build for Windows")
    places = [build.index(words) for words in steps]
    assert places == sorted(places)


def test_only_what_publishes_may_write() -> None:
    written = {name: set(re.findall(r"([\w-]+): write", text)) for name, text in JOBS.items()}
    assert written == {
        "draft": {"contents"},
        "build": set(),
        "trial": set(),
        "publish": {"contents", "id-token", "attestations"},
    }
    assert "write" not in re.sub("#.*", "", TEXTS["test.yml"])
    assert all(re.search(r"^permissions: \{\}$", text, re.M) for text in TEXTS.values())


def test_secrets_are_for_jobs_that_somebody_has_to_allow() -> None:
    using = {name for name, text in JOBS.items() if "secrets." in text}
    assert using == {"draft", "build"}
    assert all("    environment: release\n" in JOBS[name] for name in using)
    assert "secrets." not in TEXTS["test.yml"]
    # Before anything is built only whether there are any is told.
    assert all("!= ''" in line for line in JOBS["draft"].splitlines() if "secrets." in line)
    given = {f"{name}: ${{{{ secrets.{name} }}}}" for name in {*signing.NEEDED, *signing.SECRETS}}
    assert [line for line in given if line not in JOBS["build"]] == []


def test_what_is_attested_is_called_as_it_is_built() -> None:
    linux = Product(BRAND, __version__, 0)
    windows, macos = replace(linux, system="win32", machine="AMD64"), replace(linux, system="darwin", machine="arm64")
    told = re.findall(r"sbom-path: release/(.*)", JOBS["publish"])
    assert [name.replace("${{ env.VERSION }}", __version__) for name in told] == [
        product.bill_name for product in (linux, windows, macos)
    ]
