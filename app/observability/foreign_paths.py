"""Owns which paths in a text are somebody's, and hides them: nobody is to learn what files a person has.

A path is the program's own below the folders it was told of: where it is installed and where it keeps its files. It is
somebody's in a home folder, but for where programs keep their settings, on a disk that was plugged in or mounted, on a
share, in a place a file is lent or kept for a while, wherever a text says that a path follows, and wherever the system
names it in an error, unless it is one of the system's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.observability.secret_shapes import AFTER_ESCAPE, SEPARATOR, USER

PATH = "[path]"
# Lower-case; one of them stands in every text that has a path of somebody's.
TRIGGERS = (
    *("media", "mnt", "srv", "volumes", "tmp", "home", "users"),
    *("doc", "gvfs", "folders", "path("),
    *("~/", "~\\", ":/", ":\\", "\\\\", "//", "errno", "winerror"),
)

_START = rf"(?: (?<![\w./~\])}}-]) | (?<=file://) | {AFTER_ESCAPE} )"
_FIRST = r"(?<!\\)"  # of a run of backslashes the first, so that each run is looked at once
_MOUNTED = rf"""{_FIRST} (?: (?:{SEPARATOR}(?:var|private|run))? {SEPARATOR} (?:media|mnt|srv|volumes|tmp)
                         | (?:{SEPARATOR}private)? {SEPARATOR} var {SEPARATOR} folders
                         | {SEPARATOR} run {SEPARATOR} user {SEPARATOR} \w{{1,32}} {SEPARATOR} (?:doc|gvfs) )"""
# It leads out of where it begins, or to what programs keep of a person's files.
_REST = r"""(?: [^\s"'<>|] | [ ](?![/\\~]) ){0,1024}?"""
_CLIMBING = rf"""(?: {_REST} [/\\] \.\. (?![\w.-]) )"""
_OF_PEOPLE = rf"""(?: {_REST} [/\\] (?: \.\. | te?mp | recent | inetcache | packages | trash ) (?![\w.-]) )"""
# Of a home folder, what holds the files of programs.
_OF_PROGRAMS = rf"""(?: (?: \.(?:config|profile|\w{{2,4}}rc) | appdata
                          | \.local (?= [^/\\] | \Z | {SEPARATOR} (?:bin|lib|share|state)(?![\w-]) )
                          | library {SEPARATOR} (?:application[ ]support|logs|preferences) )
                     (?![\w-]) (?! {_OF_PEOPLE} ) )"""
_HOME = rf"""(?: ~ | {_FIRST} (?:[a-z]:|{SEPARATOR}(?:var|export))?
                     {SEPARATOR} (?:home|users|documents[ +]and[ +]settings) {SEPARATOR} {re.escape(USER)} )
            (?! {SEPARATOR} {_OF_PROGRAMS} )"""
_DRIVE = rf"[a-z]: (?! {SEPARATOR} (?:windows|program[ ]files|programdata|users|documents[ ]and[ ]settings)\b | // )"
_SHARE = rf"""{_FIRST} (?: (?<![^\s"'=(\[,]) | {AFTER_ESCAPE} ) \\{{2,64}} (?= [\w.$-]{{1,64}} \\{{1,64}} [^\s\\] )"""
_FAR = rf"""(?: (?:smb|cifs|nfs|afp|s?ftps?|davs?|mtp|file): {SEPARATOR}{{2}} | (?<!:)// ) [\w.$@:\[\]-]{{1,256}}"""
_PLACE = rf"(?: {_MOUNTED} | {_HOME} | {_DRIVE} | {_SHARE} | {_FAR} )"
# A home is somebody's whatever stands before it; of an address, `users` may be a page's.
_HOME_WITHIN = rf"""(?: ~ | {_FIRST} (?:{SEPARATOR} (?:home|documents[ +]and[ +]settings) | (?<!\w){SEPARATOR}users)
                          {SEPARATOR} {re.escape(USER)} ) (?! {SEPARATOR} {_OF_PROGRAMS} )"""
_BELOW = rf"""(?: {SEPARATOR} (?! {re.escape(PATH)} | {SEPARATOR} ) [^\s"'] | (?<=\\) \w )"""
# Where a path stands in quotes, an apostrophe in it is not its end; without any, its end cannot be known.
_TO_QUOTE = r"""(?: [^\r\n]{0,4096}? (?<!\\)(?P=quote)
                    (?= [.,;:)\]}>"'\\\r\n] | \Z | [ +]-> | [ ](?:(?!(?P=quote))[^\r\n])*(?:[\r\n]|\Z) ) | [^\r\n]* )"""
_TO_LINE_END = r"[^\r\n]*"
_QUOTE = r"""(?P<quote> \\{0,64}["'`] )"""
_OF_SYSTEM = rf"""(?: (?: / (?: usr | lib\w{{0,3}} | s?bin | etc | proc | sys | dev | opt | boot | nix | snap | app )\b
                      | /run/(?!media|user) | /var/(?!tmp|home|folders)
                      | /? [a-z]: {SEPARATOR} (?:windows|program[ ]files) )
                  (?! {_CLIMBING} ) )"""
_SAID = r"""(?P<said> \[(?:Errno|WinError)[ +]\d{1,6}\][ +][^'"\r\n]{1,120}:[ +]b? | (?<=["'])[ +]->[ +]b?
                    | (?<![a-z])(?:pure)?(?:posix|windows)?path\( (?= b?\\{0,64}["'] (?: [/\\~] | [a-z]: ) ) b? )"""


class ForeignPaths:
    """Hides the paths of somebody; `own` are the spellings of the program's folders, as they stand in redacted text."""

    def __init__(self, own: Iterable[str]) -> None:
        # Where a folder of the program's has a home within, that is its own as well.
        within = _compiled(_HOME_WITHIN)
        every = {each[begin:] for each in own for begin in (0, *(found.start() for found in within.finditer(each)))}
        kept = "|".join(re.escape(each) for each in sorted(every - {"", "~"}, key=len, reverse=True))
        not_own = rf"(?! /? (?:{kept}) (?![\w-]) (?! {_CLIMBING} ) )" if kept else ""
        file = rf"file: {SEPARATOR}{{2}} {not_own} (?! {_OF_SYSTEM} )"
        self._patterns = (
            (
                _compiled(rf"{_SAID} {_QUOTE} {not_own} (?!{_OF_SYSTEM}|{re.escape(PATH)}) {_TO_QUOTE}"),
                rf"\g<said>\g<quote>{PATH}\g<quote>",
            ),
            (
                _compiled(rf"{_QUOTE} {not_own} (?P<place> {_PLACE} | {file} ) {_BELOW} {_TO_QUOTE}"),
                rf"\g<quote>\g<place>/{PATH}\g<quote>",
            ),
            (
                _compiled(
                    rf"{not_own} (?P<place> {_START} (?: {_PLACE} | {file} ) | {_HOME_WITHIN} ) {_BELOW} {_TO_LINE_END}"
                ),
                rf"\g<place>/{PATH}",
            ),
        )

    def hide(self, text: str) -> str:
        """Return the text with a mark in the place of what is below somebody's folders."""
        lowered = text.lower()
        if not any(trigger in lowered for trigger in TRIGGERS):
            return text
        for pattern, replacement in self._patterns:
            text = pattern.sub(replacement, text)
        return text


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)
