"""Owns the one record that someone changes to ship their own agent: name, icon, accent, links, bundled connection."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Brand:
    """What makes a program somebody's own.

    `slug` names folders, the command and the lock; `identifier`, by which systems tell programs apart, never changes;
    `contact` is the e-mail address that packages have to name; `symbolic_icon` is a drawing in one colour, for places
    where a desktop colours it by itself, and may be left out; `accent_light` and `accent_dark` are CSS hex colours;
    `bundled_workflow_id` connects to a hosted workflow without asking when it is set; `url_scheme` is what links begin
    with that open the installed program, and none do when it is empty.
    """

    name: str
    slug: str
    identifier: str
    author: str
    contact: str
    tagline: str
    icon: str
    accent_light: str
    accent_dark: str
    homepage: str
    support: str
    bundled_workflow_id: str = ""
    symbolic_icon: str = ""
    url_scheme: str = ""


BRAND = Brand(
    name="Agentnook",
    slug="agentnook",
    identifier="io.github.agentnook.agentnook",
    author="Agentnook",
    contact="agentnook@users.noreply.github.com",
    tagline="Your ChatKit agents as a desktop program",
    icon="icons/agentnook.svg",
    symbolic_icon="icons/agentnook-symbolic.svg",
    accent_light="#0b6e69",
    accent_dark="#5fd0c8",
    homepage="https://github.com/agentnook/agentnook",
    support="https://github.com/agentnook/agentnook/issues",
    url_scheme="agentnook",
)
