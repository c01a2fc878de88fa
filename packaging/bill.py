"""Owns the bill of materials of an installer, in CycloneDX: each part that was frozen, and what the locks say of it."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import tomllib
from cyclonedx.contrib.hash.factories import HashTypeFactory
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.contact import OrganizationalEntity
from cyclonedx.model.license import License, LicenseAcknowledgement
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from app.errors import InternalError
from checkout import ELEMENT, ROOT
from notices import CHAT_ELEMENT, UNNAMED_LICENCE, Part
from product import Product

# How the texts of the chat element's licences name a package.
NPM_PACKAGE = re.compile(r"^((?:@[\w.-]+/)?[\w.-]+) (\d[\w.+-]*) \(([\w. +-]+)\)$", re.MULTILINE)
# What the locks know of a package, by its name as they spell it.
Locked = Mapping[str, Any]


def render_bill(product: Product, parts: Sequence[Part]) -> str:
    """Return the whole document, held to its schema; the same parts of the same product give the same text."""
    bill = JsonV1Dot6(make_bill(product, parts)).output_as_string(indent=2) + "\n"
    trouble = JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill)
    if trouble is not None:
        raise InternalError(f"The bill of materials does not keep to its schema: {trouble.data.message}")
    return bill


def make_bill(product: Product, parts: Sequence[Part]) -> Bom:
    """Return the bill: the program, its parts, and which of them asks for which."""
    brand, locked = product.brand, _locked_for_python()
    program = Component(
        type=ComponentType.APPLICATION,
        bom_ref=f"{brand.slug}@{product.version}",
        name=brand.name,
        version=product.version,
        supplier=OrganizationalEntity(name=brand.author, urls=[XsUri(brand.homepage)]),
        licenses=_licences("MIT"),
    )
    named = {name_in_lock(part.name): _component(part, locked) for part in parts if part.name != CHAT_ELEMENT}
    javascript = [component for part in parts if part.name == CHAT_ELEMENT for component in _npm_components(part)]
    number = uuid5(NAMESPACE_URL, f"{brand.homepage} {product.bill_name} {product.epoch}")
    bill = Bom(serial_number=number, components=[*named.values(), *javascript])
    bill.metadata.component, bill.metadata.timestamp = program, product.moment
    bill.register_dependency(program, bill.components)
    for name, component in named.items():
        wanted = (dependency["name"] for dependency in locked.get(name, {}).get("dependencies", ()))
        bill.register_dependency(component, {each: named[each] for each in wanted if each in named}.values())
    return bill


def _component(part: Part, locked: Mapping[str, Locked]) -> Component:
    """Return a part: one of Python's packages with every file that the lock allows, else what is known of it."""
    package = locked.get(name_in_lock(part.name))
    if package is None or package["version"] != part.version:
        source = ExternalReference(type=ExternalReferenceType.SOURCE_DISTRIBUTION, url=XsUri(part.source))
        reference = f"{name_in_lock(part.name)}@{part.version}".rstrip("@")
        return _library(part.name, part.version, part.licence, reference, references=[source])
    purl = PackageURL("pypi", None, package["name"], package["version"])
    files = [*package.get("wheels", ()), *([package["sdist"]] if "sdist" in package else ())]
    references = [
        ExternalReference(
            type=ExternalReferenceType.DISTRIBUTION,
            url=XsUri(file["url"]),
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=file["hash"].removeprefix("sha256:"))],
        )
        for file in files
    ]
    return _library(part.name, part.version, part.licence, str(purl), purl, references)


def _npm_components(part: Part) -> Iterator[Component]:
    """Yield what the chat element was built from: its licences name each package that is in it."""
    packages = json.loads((ELEMENT / "package-lock.json").read_text("utf-8"))["packages"]
    for name, version, licence in NPM_PACKAGE.findall("\n".join(part.texts)):
        group, _, short = name.rpartition("/")
        purl = PackageURL("npm", group or None, short, version)
        component = _library(name, version, licence, str(purl), purl)
        algorithm, _, content = packages[f"node_modules/{name}"]["integrity"].partition("-")
        component.hashes.add(HashTypeFactory().from_hashlib_alg(algorithm, base64.b64decode(content).hex()))
        yield component


def _library(
    name: str,
    version: str,
    licence: str,
    reference: str,
    purl: PackageURL | None = None,
    references: Iterable[ExternalReference] = (),
) -> Component:
    return Component(
        name=name,
        version=version or None,
        licenses=_licences(licence),
        bom_ref=reference,
        purl=purl,
        external_references=references,
    )


def _licences(licence: str) -> list[License]:
    if licence == UNNAMED_LICENCE:
        return []
    return [LicenseFactory().make_from_string(licence, license_acknowledgement=LicenseAcknowledgement.DECLARED)]


def _locked_for_python() -> dict[str, Locked]:
    packages: list[Any] = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
    return {package["name"]: package for package in packages}


def name_in_lock(name: str) -> str:
    """Return a name as the lock spells it."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower())
