"""Owns which names a saved file may have: plain ones, and none that a system would run."""

from __future__ import annotations

import re
import unicodedata

LONGEST_NAME = 120
LONGEST_ENDING = 20
FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
# What one of the three systems runs, installs or follows when it is opened, and what scripts of its shells end with.
PROGRAM = re.compile(
    r"apk|app|appimage|application|bash|bat|bin|bundle|cmd|com|command|cpl|csh|deb|desktop|dll|dmg|dylib|elf|"
    r"exe|fish|gadget|hta|inf|ins|jar|js|jse|jsp|ksh|lnk|mpkg|msc|msi|msp|mst|out|pif|pkg|pl|ps1|ps1xml|ps2|"
    r"psc1|psd1|psm1|py|pyc|pyw|pyz|rb|reg|rpm|run|scf|scpt|scr|sct|service|sh|shb|shs|so|terminal|url|vb|vbe|"
    r"vbs|webloc|workflow|ws|wsc|wsf|wsh|xll|zsh",
    re.IGNORECASE,
)
# What Windows takes for a device, with any ending.
DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def plain_name(proposed: str) -> str:
    """Return a name without folders and without what a system or a person could misread; empty when none is left."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", proposed))[-1]
    shown = "".join(
        each for each in last if unicodedata.category(each)[0] != "C" and unicodedata.category(each) != "Zl"
    )
    name = FORBIDDEN.sub("_", shown).strip(" .")
    if DEVICES.fullmatch(name):
        name = f"_{name}"
    if len(name) > LONGEST_NAME:
        stem, dot, ending = name.rpartition(".")
        tail = f"{dot}{ending}" if stem and len(ending) < LONGEST_ENDING else ""
        name = name[: LONGEST_NAME - len(tail)] + tail
    return name


def is_program(name: str) -> bool:
    """Say whether a system would run what has this name; Windows ignores dots and spaces at its end."""
    _, dot, ending = name.rstrip(" .").rpartition(".")
    return bool(dot) and PROGRAM.fullmatch(ending) is not None
