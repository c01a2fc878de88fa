"""Owns which names a saved file may have: plain ones, and none that a system would run."""

from __future__ import annotations

import re
import unicodedata

LONGEST_NAME = 120
# What a file system takes that encrypts names (eCryptfs); others take 255 bytes.
LONGEST_NAME_BYTES = 143
LONGEST_ENDING = 20
FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
# What one of the three systems runs, installs or follows when it is opened, and what scripts of its shells end with.
PROGRAM = re.compile(
    r"afploc|ahk|apk|app|appcontent-ms|appimage|appinstaller|applescript|application|appref-ms|appx|au3|bash|bat|"
    r"bin|bundle|chm|cmd|code-workspace|com|command|contact|cpl|crd|csh|deb|desktop|diagcab|directory|dll|dmg|dqy|"
    r"dylib|elf|exe|fileloc|fish|flatpakref|flatpakrepo|ftploc|gadget|hlp|hta|inetloc|inf|ins|ipa|iqy|jar|jnlp|js|"
    r"jse|jsp|jxa|kdelnk|ksh|library-ms|lnk|mailloc|mht|mhtml|mobileconfig|mpkg|msc|msi|msix|msixbundle|msp|mst|"
    r"one|oqy|out|pif|pkg|pl|ps1|ps1xml|ps2|psc1|psd1|psm1|py|pyc|pyo|pyw|pyz|pyzw|rb|rdp|reg|rpm|rqy|run|scf|"
    r"scpt|scr|sct|search-ms|searchconnector-ms|service|settingcontent-ms|sh|shb|shs|slk|snap|so|terminal|theme|"
    r"themepack|tool|udl|url|vb|vbe|vbs|vsix|vsto|webloc|website|workflow|ws|wsb|wsc|wsf|wsh|xbap|xll|xonsh|xpi|"
    r"xsh|zsh",
    re.IGNORECASE,
)
# Files that a system follows for their whole name.
FOLLOWED = frozenset({"desktop.ini", "autorun.inf"})
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Letters to the standard, and nothing to the eye.
FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0\u2800")
# What Windows takes for a device, with any ending.
DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def plain_name(proposed: str) -> str:
    """Return a name without folders and without what a system or a person could misread; empty when none is left."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", proposed))[-1]
    shown = "".join(filter(_is_seen, last))
    name = FORBIDDEN.sub("_", shown).strip(" .")
    if DEVICES.fullmatch(name):
        name = f"_{name}"
    stem, dot, ending = name.rpartition(".")
    tail = f"{dot}{ending}" if stem and len(ending.encode()) < LONGEST_ENDING else ""
    stem = name.removesuffix(tail)[: LONGEST_NAME - len(tail)]
    return _within(stem, LONGEST_NAME_BYTES - len(tail.encode())) + tail


def is_program(name: str) -> bool:
    """Say whether a system would run what has this name; Windows ignores dots and spaces at its end."""
    plain = name.rstrip(" .").lower()
    _, dot, ending = plain.rpartition(".")
    return plain in FOLLOWED or (bool(dot) and PROGRAM.fullmatch(ending) is not None)


def _within(words: str, most_bytes: int) -> str:
    """Return as much of a text as takes so many bytes, without half a character at its end."""
    return words.encode()[:most_bytes].decode("utf-8", "ignore")


def _is_seen(character: str) -> bool:
    """Say whether a character is one that a person sees, and that keeps to its line."""
    return unicodedata.category(character) not in HIDDEN and character not in FILLERS
