"""Owns the version resource: what Windows shows of a program under Properties, Details."""

from __future__ import annotations

import re

from product import Product

# English of the United States, in Unicode.
LANGUAGE, CODE_PAGE = 0x0409, 1200
WINDOWS_NT, APPLICATION = 0x40004, 1


def numbered(version: str) -> tuple[int, int, int, int]:
    """Return a version as the four numbers that Windows compares; what follows the numbers is left to the words."""
    found = re.match(r"\d+(?:\.\d+){0,3}", version)
    numbers = [min(int(number), 0xFFFF) for number in found[0].split(".")] if found else []
    first, second, third, fourth = [*numbers, 0, 0, 0, 0][:4]
    return first, second, third, fourth


def render_version_resource(product: Product) -> str:
    """Return the file that PyInstaller takes the resource from: an expression in names of its own."""
    brand, numbers = product.brand, numbered(product.version)
    words = {
        "CompanyName": brand.author,
        "FileDescription": brand.name,
        "FileVersion": product.version,
        "InternalName": brand.slug,
        "LegalCopyright": brand.author,
        "OriginalFilename": f"{brand.slug}.exe",
        "ProductName": brand.name,
        "ProductVersion": product.version,
    }
    table = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in words.items())
    fixed = f"filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS={WINDOWS_NT:#x}, fileType={APPLICATION}"
    return f"""# UTF-8
VSVersionInfo(
    ffi=FixedFileInfo({fixed}, subtype=0, date=(0, 0)),
    kids=[
        StringFileInfo([StringTable("{LANGUAGE:04X}{CODE_PAGE:04X}", [{table}])]),
        VarFileInfo([VarStruct("Translation", [{LANGUAGE}, {CODE_PAGE}])]),
    ],
)
"""
