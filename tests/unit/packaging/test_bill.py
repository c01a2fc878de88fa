"""The bill of materials: everything that is in a bundle, in the published form, the same each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.output.json import JsonV1Dot6

import bill
from app import __version__
from app.brand import BRAND
from app.errors import InternalError
from app.resources import assets_dir
from checkout import ROOT
from notices import CHAT_ELEMENT, UNNAMED_LICENCE, Part, read_distribution
from product import Product

PATHS = os.pathsep.join([str(ROOT), str(ROOT / "packaging")])
PRODUCT = Product(BRAND, __version__, 1_764_000_000)
LICENCES = (assets_dir() / "chat" / "dist" / "agentnook-chat.licenses.txt").read_text("utf-8")
ENGINE = Part("Chromium, in Qt WebEngine", "", "BSD-3-Clause and others", "https://download.qt.io/", ())
ELEMENT = Part(CHAT_ELEMENT, "", UNNAMED_LICENCE, "https://www.npmjs.com/", (LICENCES,))


def installed(*names: str) -> list[Part]:
    """Return distributions of the environment that runs the tests, all of them when none is named."""
    folder = Path(str(distribution("cyclonedx-python-lib").locate_file("")))
    parts = [read_distribution(path) for path in sorted(folder.glob("*.dist-info"))]
    return [part for part in parts if not names or part.name.lower() in names]


def rendered(*parts: Part) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(bill.render_bill(PRODUCT, parts))
    return told


def by_name(told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {component["name"]: component for component in told["components"]}


def test_every_distribution_of_an_environment_is_in_it_and_the_schema_is_kept() -> None:
    parts = installed()
    told = rendered(*parts, ENGINE, ELEMENT)
    assert len(parts) > 80
    assert {(part.name, part.version) for part in parts} <= {
        (component["name"], component["version"]) for component in told["components"] if "version" in component
    }
    assert told["metadata"]["component"]["name"] == BRAND.name
    assert told["metadata"]["timestamp"] == "2025-11-24T16:00:00+00:00"


def test_a_package_of_pythons_is_named_with_the_files_that_the_lock_allows() -> None:
    (component,) = rendered(*installed("anyio"))["components"]
    assert component["purl"] == f"pkg:pypi/anyio@{component['version']}"
    assert component["licenses"] == [{"license": {"acknowledgement": "declared", "id": "MIT"}}]
    locked = (ROOT / "uv.lock").read_text("utf-8")
    sums = [reference["hashes"][0]["content"] for reference in component["externalReferences"]]
    assert len(sums) >= 2
    assert all(f'hash = "sha256:{each}"' in locked for each in sums)


def test_a_package_of_npms_is_named_with_its_sum() -> None:
    component = by_name(rendered(ELEMENT))["@lit/reactive-element"]
    assert component["purl"] == f"pkg:npm/%40lit/reactive-element@{component['version']}"
    assert component["hashes"][0]["alg"] == "SHA-512"
    packages = json.loads((assets_dir() / "element" / "package-lock.json").read_text("utf-8"))["packages"]
    built_in = {name for name, _, _ in bill.NPM_PACKAGE.findall(LICENCES)}
    assert built_in >= set(packages[""]["dependencies"])
    assert built_in <= {place.removeprefix("node_modules/") for place in packages}


def test_what_no_lock_knows_is_named_with_where_it_comes_from() -> None:
    component = by_name(rendered(ENGINE))[ENGINE.name]
    assert component["externalReferences"] == [{"type": "source-distribution", "url": ENGINE.source}]
    assert "version" not in component


def test_a_package_of_another_version_than_the_locks_is_not_called_by_it() -> None:
    (found,) = installed("anyio")
    (component,) = rendered(replace(found, version="0.0.1"))["components"]
    assert (component["version"], "purl" in component) == ("0.0.1", False)


def test_who_asks_for_whom_is_told() -> None:
    told = rendered(*installed("anyio", "idna"))
    wanted = {entry["ref"]: entry.get("dependsOn", []) for entry in told["dependencies"]}
    anyio, idna = (by_name(told)[name]["bom-ref"] for name in ("anyio", "idna"))
    assert wanted[anyio] == [idna]
    assert set(wanted[told["metadata"]["component"]["bom-ref"]]) == {anyio, idna}


def test_the_same_parts_give_the_same_bytes_in_another_process() -> None:
    script = "from tests.unit.packaging.test_bill import *; print(bill.render_bill(PRODUCT, [*installed(), ELEMENT]))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": PATHS, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_each_system_and_version_has_a_bill_of_its_own() -> None:
    other = replace(PRODUCT, system="win32", machine="AMD64")
    assert (PRODUCT.bill_name, other.bill_name) == (
        f"agentnook_{__version__}_linux-x86_64.cdx.json",
        f"agentnook_{__version__}_windows-amd64.cdx.json",
    )
    numbers = {json.loads(bill.render_bill(product, [ENGINE]))["serialNumber"] for product in (PRODUCT, other)}
    assert len(numbers) == 2


def test_a_bill_that_breaks_its_schema_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(JsonV1Dot6, "output_as_string", lambda *_, **__: '{"bomFormat": "another"}')
    with pytest.raises(InternalError):
        bill.render_bill(PRODUCT, [ENGINE])
