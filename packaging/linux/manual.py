"""Owns the manual page: what `--help` says, in the form that `man` reads."""

from __future__ import annotations

import argparse

from app.brand import Brand
from app.command_line import window_parser
from app.resources import text
from product import Product


def render_manual(product: Product) -> str:
    """Return the source of the manual page."""
    brand, parser = product.brand, window_parser()
    lines = [
        f'.TH {brand.slug.upper()} 1 "{product.day.isoformat()}" "{brand.name} {product.version}"',
        ".SH NAME",
        f"{brand.slug} \\- {roff(brand.tagline)}",
        ".SH SYNOPSIS",
        f".B {brand.slug}",
        "[OPTION ...] [FILE ...]",
        *((".br", f".B {brand.slug}", f"{roff(brand.url_scheme)}:[new]") if brand.url_scheme else ()),
        *(
            line
            for verb in ("doctor", "export", "tools")
            for line in (".br", f".B {brand.slug} {verb}", "[OPTION ...]")
        ),
        ".SH DESCRIPTION",
        roff(text("package.description.what")),
        ".PP",
        roff(text("command_line.other_commands", program=brand.slug)),
        ".SH OPTIONS",
        *_render_options(parser),
        ".SH FILES",
        *_render_files(brand),
        ".SH REPORTING BUGS",
        roff(brand.support),
    ]
    return "\n".join(lines) + "\n"


def _render_options(parser: argparse.ArgumentParser) -> list[str]:
    lines: list[str] = []
    for action in parser._actions:
        names = ", ".join(action.option_strings) or str(action.metavar)
        value = f" {action.metavar or action.dest.upper()}" if action.option_strings and action.nargs != 0 else ""
        lines += [".TP", f".B {roff(names + value)}", roff((action.help or "").replace("%%", "%"))]
    return lines


def _render_files(brand: Brand) -> list[str]:
    files = {
        f"~/.local/share/{brand.slug}": "package.files.data",
        f"~/.config/{brand.slug}": "package.files.settings",
        f"~/.local/state/{brand.slug}/log": "package.files.log",
    }
    return [line for path, key in files.items() for line in (".TP", f".I {roff(path)}", roff(text(key)))]


def roff(words: str) -> str:
    """Return words as they are, whatever `man` would read into them."""
    escaped = words.replace("\\", "\\e").replace("-", "\\-").replace("~", "\\(ti")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
