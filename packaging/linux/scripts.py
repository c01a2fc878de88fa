"""Owns what the packages run when they are installed and removed: the AppArmor profile, and nothing of a person's."""

from __future__ import annotations

from app.brand import Brand
from linux.apparmor import render_install, render_removal


def debian_scripts(brand: Brand) -> dict[str, str]:
    """Return Debian's scripts by name; menus and icons are brought up to date by their own packages."""
    return {
        "postinst": _when("configure", render_install(brand)),
        "prerm": _when("remove", render_removal(brand)),
    }


def rpm_scripts(brand: Brand) -> dict[str, str]:
    """Return RPM's scripts by section; the last removal is told from an upgrade by its number."""
    return {"post": render_install(brand), "preun": _indent_in("if [ $1 -eq 0 ]; then", render_removal(brand), "fi")}


def _when(word: str, body: str) -> str:
    return f'#!/bin/sh\nset -e\n{_indent_in(f"""if [ "$1" = {word} ]; then""", body, "fi")}'


def _indent_in(opening: str, body: str, closing: str) -> str:
    lines = "".join(f"    {line}\n" if line else "\n" for line in body.splitlines())
    return f"{opening}\n{lines}{closing}\n"
