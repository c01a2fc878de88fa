"""Owns what every log line, failure record and report passes before it is written: secrets and persons taken out.

`redact` composes pure functions: values known to be secret, the home folder, the shapes of secret_shapes.py, the names
of this computer and of its user, then the paths of files that are not the program's own.
"""

from __future__ import annotations

import json
import re
import urllib.parse
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from unicodedata import normalize

from app.observability.foreign_paths import PATH, TRIGGERS, ForeignPaths
from app.observability.own_names import OwnNames, own_names
from app.observability.secret_shapes import EMAIL, SECRET, SHAPES, USER, WORD_START

NAME = "[name]"
HOME = "~"
MINIMUM_SECRET_LENGTH = 6
MOST_SECRETS = 32
LASTING_SECRETS = 16
MAXIMUM_LENGTH = 65_536
MAXIMUM_ENCODINGS = 4
CUT_MARK = " [cut]"
MARKS = (SECRET, EMAIL, USER, NAME, PATH)

# It begins where a word does, and nowhere within: a long one without `%` is looked at once.
_WORD = re.compile(r"""(?<![^\s"'<>])[^\s"'<>%]*%[^\s"'<>]*""")


class Redactor:
    """Hides what it was told and what it recognises; safe to use from every thread."""

    def __init__(self, names: OwnNames) -> None:
        self._registered: dict[str, tuple[str, ...]] = {}
        self._secrets: tuple[str, ...] = ()
        homes, words = _written(names.homes), _written((*names.users, *names.hosts))
        self._home_pattern = _pattern("", homes, r"(?![\w-])")
        self._name_pattern = _pattern(WORD_START, words, r"(?![A-Za-z0-9])")
        self._homes, self._names = (_longest_first(each.lower() for each in forms) for forms in (homes, words))
        self._first_look = (*_shortest_triggers(), *self._homes, *self._names)
        self._own_folders = names.code
        self._foreign_paths: ForeignPaths | None = None

    def register(self, value: str) -> None:
        """Hide this very value from now on, in each of its spellings; a few characters are no secret.

        The first ones stay, as they open something for as long as the program runs; of the others, which are tokens of
        single page loads, the oldest makes room. Of a header's value also what follows its scheme is hidden.
        """
        for each in (value, value.partition(" ")[2]):
            if len(each) >= MINIMUM_SECRET_LENGTH:
                self._register(each)

    def _register(self, value: str) -> None:
        kept = {**self._registered, value: spellings(value)}
        entries = list(kept.items())
        if len(entries) > MOST_SECRETS:
            del entries[LASTING_SECRETS]
        self._registered = dict(entries)
        self._secrets = _longest_first(spelling for each in self._registered.values() for spelling in each)

    def keep_folder(self, folder: str) -> None:
        """Leave the names below this folder readable: they are the program's own."""
        if folder not in self._own_folders:
            self._own_folders = (*self._own_folders, folder)
            self._foreign_paths = None

    def redact(self, text: str) -> str:
        """Return the text without secrets and without what names a person or this computer."""
        text = cut(text, MAXIMUM_LENGTH)
        if "%" in text:
            text = _WORD.sub(self._redact_encoded, text)
        return self._redact_plain(text)

    def _redact_encoded(self, word: re.Match[str]) -> str:
        """Return a percent-encoded word as it is, or decoded and redacted when it hides something."""
        decoded = _percent_decoded(word[0])
        if decoded == word[0]:
            return decoded
        redacted = self._redact_plain(decoded)
        return word[0] if redacted == decoded else redacted

    def _redact_plain(self, text: str) -> str:
        for secret in self._secrets:
            if secret in text:
                text = text.replace(secret, SECRET)
        lowered = text.lower()
        for trigger in self._first_look:
            if trigger in lowered:
                return self._redact_suspect(text, lowered)
        return text

    def _redact_suspect(self, text: str, lowered: str) -> str:
        text = self._without_names(text, lowered)
        if self._foreign_paths is None:
            # As they stand in a text from which names are gone. A whole home is nobody's but its owner's.
            own = {each for folder in self._own_folders for each in spellings(folder)}
            self._foreign_paths = ForeignPaths({self._without_names(each, each.lower()) for each in own} - {HOME})
        return self._foreign_paths.hide(text)

    def _without_names(self, text: str, lowered: str) -> str:
        if any(home in lowered for home in self._homes):
            text = self._home_pattern.sub(HOME, text)
        for shape in SHAPES:
            if any(trigger in lowered for trigger in shape.triggers):
                text = shape.hide(text)
        if any(name in lowered for name in self._names):
            text = self._name_pattern.sub(NAME, text)
        return text


def redact(text: str) -> str:
    """Return the text as it may be written to a log, a record or a report."""
    return _process_redactor().redact(text)


def count_marks(text: str) -> int:
    """Return how many things were taken out of a text, except for home folders."""
    return sum(text.count(mark) for mark in MARKS)


def register_secret(value: str) -> None:
    """Hide a live token, wherever in this process it would be written, whatever its shape."""
    _process_redactor().register(value)


def keep_readable(*folders: Path) -> None:
    """Leave paths below the program's own folders readable, but for secrets and names in them."""
    for folder in folders:
        _process_redactor().keep_folder(str(folder))


@cache
def _process_redactor() -> Redactor:
    """Return the one redactor of this process: a secret that one part knows must be hidden in what any part writes."""
    return Redactor(own_names())


def cut(text: str, most: int) -> str:
    """Return the beginning of a text that is longer than this, without the word that the cut went through."""
    if len(text) <= most:
        return text
    words = text[:most].rsplit(None, 1)
    return (words[0] if len(words) == 2 else "") + CUT_MARK


def spellings(value: str) -> tuple[str, ...]:
    """Return the ways a value is written: plain, with the other slashes, in JSON, in JSON inside JSON."""
    forms = dict.fromkeys((value, value.replace("\\", "/"), value.replace("/", "\\"), value.replace("/", "\\/")))
    for form in tuple(forms):
        for ascii_only in (True, False):
            once = json.dumps(form, ensure_ascii=ascii_only)[1:-1]
            forms.update(dict.fromkeys((once, json.dumps(once)[1:-1])))
    return tuple(forms)


def letterings(name: str) -> tuple[str, ...]:
    """Return a name with its letters large and small, and whole or composed, where no pattern takes one for another."""
    if name.isascii():
        return (name,)
    cases = (name, name.lower(), name.upper())
    return tuple(dict.fromkeys(normalize(form, each) for each in cases for form in ("NFC", "NFD")))


def _written(names: Iterable[str]) -> tuple[str, ...]:
    """Return all the ways in which these names stand in a text, the longest first."""
    return _longest_first(way for name in names for letters in letterings(name) for way in spellings(letters))


def _percent_decoded(word: str) -> str:
    """Return the word without its percent-encoding, even where it was encoded again and again."""
    for _ in range(MAXIMUM_ENCODINGS):
        decoded = urllib.parse.unquote(word)
        if decoded == word:
            break
        word = decoded
    return word


def _longest_first(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(texts), key=lambda text: (-len(text), text)))


def _pattern(before: str, texts: tuple[str, ...], after: str) -> re.Pattern[str]:
    """Return a pattern of exactly these texts; without any it matches nothing."""
    alternatives = "|".join(re.escape(text) for text in texts) or r"(?!)"
    return re.compile(f"{before}(?:{alternatives}){after}", re.IGNORECASE | re.VERBOSE)


@cache
def _shortest_triggers() -> tuple[str, ...]:
    """Return the triggers of all shapes without those that contain another one."""
    triggers = {*TRIGGERS, *(trigger for shape in SHAPES for trigger in shape.triggers)}
    return tuple(sorted(t for t in triggers if not any(other != t and other in t for other in triggers)))
