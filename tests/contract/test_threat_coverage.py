"""Every threat and fault that is claimed as covered has a test whose name says so, and every threat its twin."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
THREATS = {f"t{number:02}" for number in (*range(1, 13), *range(16, 24), *range(25, 31))}
FAULTS = {f"f{number:02}" for number in (*range(1, 16), *range(17, 24), *range(25, 45), *range(46, 53))}
# All that the threat model and the fault matrix name.
KNOWN = {f"t{number:02}" for number in range(1, 31)} | {f"f{number:02}" for number in range(1, 55)}
ID = re.compile(r"(?<=_)[tf][0-9]{2}(?=_)")


def functions() -> Iterator[tuple[Path, str]]:
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield path, node.name


NAMES = tuple(functions())


def names_for(threat_or_fault: str) -> list[str]:
    return [name for _path, name in NAMES if threat_or_fault in ID.findall(name)]


@pytest.mark.parametrize("threat", sorted(THREATS))
def test_every_threat_has_a_test_and_a_twin(threat: str) -> None:
    names = names_for(threat)
    assert [name for name in names if not name.endswith("_twin")]
    assert [name for name in names if name.endswith("_twin")]


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_every_fault_has_a_test(fault: str) -> None:
    assert names_for(fault)


def test_no_name_claims_what_is_not_known() -> None:
    assert {each for _path, name in NAMES for each in ID.findall(name)} <= KNOWN


def test_the_file_of_a_threat_or_fault_tests_it() -> None:
    for folder in ("security", "faults"):
        for path in sorted((TESTS / folder).glob("test_*.py")):
            claimed = ID.findall(f"_{path.stem}_")
            found = {each for where, name in NAMES if where == path for each in ID.findall(name)}
            assert set(claimed) <= found, path.name
