"""Owns what software centres are told of the program, as AppStream wants it."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from app.brand import Brand
from app.diagnostics.checks.window_size import NARROWEST_PX
from app.resources import text
from linux.desktop_entry import link_type
from product import Product

PICTURES = {"light": "package.picture.light", "dark": "package.picture.dark"}


def render_metainfo(product: Product) -> str:
    """Return the whole file."""
    brand = product.brand
    component = Element("component", {"type": "desktop-application"})
    _add(component, "id", brand.identifier)
    _add(component, "metadata_license", "CC0-1.0")
    _add(component, "project_license", "MIT")
    _add(component, "name", brand.name)
    _add(component, "summary", brand.tagline)
    _add_developer(component, product)
    _add_description(component)
    _add(component, "launchable", f"{brand.identifier}.desktop", type="desktop-id")
    _add(component, "url", brand.homepage, type="homepage")
    _add(component, "url", brand.support, type="bugtracker")
    _add_what_it_provides(component, brand)
    _add_looks(component, product)
    _add_demands(component)
    SubElement(component, "content_rating", {"type": "oars-1.1"})
    releases = SubElement(component, "releases")
    SubElement(releases, "release", {"version": product.version, "date": product.day.isoformat()})
    indent(component)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(component, encoding="unicode") + "\n"


def _add(parent: Element, name: str, words: str, **attributes: str) -> Element:
    child = SubElement(parent, name, attributes)
    child.text = words
    return child


def _add_developer(component: Element, product: Product) -> None:
    maker = ".".join(product.brand.identifier.split(".")[:-1])
    _add(SubElement(component, "developer", {"id": maker}), "name", product.brand.author)


def _add_description(component: Element) -> None:
    description = SubElement(component, "description")
    for key in ("package.description.what", "package.description.where", "package.description.files"):
        _add(description, "p", text(key))


def _add_what_it_provides(component: Element, brand: Brand) -> None:
    provides = SubElement(component, "provides")
    _add(provides, "binary", brand.slug)
    if brand.url_scheme:
        _add(provides, "mediatype", link_type(brand))


def _add_looks(component: Element, product: Product) -> None:
    brand = product.brand
    branding = SubElement(component, "branding")
    for scheme, colour in (("light", brand.accent_light), ("dark", brand.accent_dark)):
        _add(branding, "color", colour, type="primary", scheme_preference=scheme)
    pictures = SubElement(component, "screenshots")
    for number, (name, caption) in enumerate(PICTURES.items()):
        picture = SubElement(pictures, "screenshot", {} if number else {"type": "default"})
        _add(picture, "caption", text(caption))
        _add(picture, "image", f"{brand.homepage}/raw/v{product.version}/packaging/screenshots/{name}.png")


def _add_demands(component: Element) -> None:
    _add(SubElement(component, "requires"), "display_length", str(NARROWEST_PX), compare="ge")
    recommends = SubElement(component, "recommends")
    for control in ("keyboard", "pointing"):
        _add(recommends, "control", control)
