"""Owns which encoding a text seems to be in that does not say it: the person's own or a western one, if it reads well.

Statistics alone take few letters for anything: they are asked where none of these reads well, and heard where they are
sure.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Sequence
from functools import cache

SAMPLE_BYTES = 100_000
WESTERN = ("cp1252", "iso8859-15")
# What older programs wrote, by language; of Chinese by region too.
OF_LANGUAGES = {
    **dict.fromkeys(("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq"), ("cp1250", "iso8859-2")),
    **dict.fromkeys(("be", "bg", "mk", "ru", "sr", "uk"), ("cp1251", "koi8-r")),
    **dict.fromkeys(("et", "lt", "lv"), ("cp1257",)),
    **{"ar": ("cp1256",), "fa": ("cp1256",), "el": ("cp1253",), "he": ("cp1255",), "th": ("cp874",)},
    **{"tr": ("cp1254",), "az": ("cp1254",), "vi": ("cp1258",), "ko": ("cp949",), "ja": ("cp932", "euc_jp")},
    **{"zh": ("gb18030",), "zh-TW": ("big5hkscs",), "zh-HK": ("big5hkscs",), "zh-Hant": ("big5hkscs",)},
}
# Of mainframes: no file of a desktop is in one.
NEVER = ("cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140")
SURE_COHERENCE = 0.2
SURE_BYTES = 8

LETTER = r"[^\W\d_]"
WORD = re.compile(f"{LETTER}+")
# Signs that stand beside words and not in them.
SIGNS = "[\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b4\u00b6\u00b8\u00b9\u00bb-\u00bf\u00d7\u00f7]"
SIGN_IN_WORD = re.compile(f"(?<={LETTER}){SIGNS}+(?={LETTER})")
# Controls, half-wide katakana, lines of frames; the sign for any currency, which nobody writes, is where the euro is in
# the other western encoding.
UNUSED = re.compile("[\u0080-\u009f\u00a4\u2500-\u259f\ue000-\uf8ff\uff61-\uff9f\ufffd]")
MANY_HIGH = re.compile("[\u00c0-\u024f]{6}")
HIGH_LATIN = re.compile("[\u00c0-\u024f]")
ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK", "HEBREW", "ARABIC", "THAI"})
IDEOGRAM = "[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]"
LONE_IDEOGRAM = re.compile(f"(?<!{IDEOGRAM}){IDEOGRAM}(?!{IDEOGRAM})")
IDEOGRAMS = re.compile(IDEOGRAM)


def guess_encoding(data: bytes, language: str) -> str | None:
    """Return the encoding that a text seems to be in; None for what is no text."""
    sample = data[:SAMPLE_BYTES]
    for encoding in (*_of_language(language), *WESTERN):
        if (words := _decoded(sample, encoding)) is not None and reads_well(words):
            return encoding
    return _by_statistics(sample)


def reads_well(words: str) -> bool:
    """Say whether a text looks like one that somebody wrote, rather than one in another encoding."""
    if any(each.search(words) for each in (UNUSED, SIGN_IN_WORD, MANY_HIGH)):
        return False
    found = WORD.findall(words)
    high = [each for each in found if not each.isascii()]
    return _are_words(high) and _have_company(words) and _is_spelled(words, sum(map(len, found)))


def _are_words(high: Sequence[str]) -> bool:
    """Say whether each is of one alphabet, few change their case, and not all of a foreign one are a single letter."""
    alphabets = [_alphabets(each) for each in high]
    foreign = [each for each, found in zip(high, alphabets, strict=True) if found - {"LATIN"}]
    return (
        all(len(found) <= 1 for found in alphabets)
        and 10 * sum(map(_changes_case, high)) <= len(high)
        and (not foreign or max(map(len, foreign)) > 1)
    )


def _have_company(words: str) -> bool:
    """Say whether ideograms stand together, rather than one by one among letters that they took a part of."""
    return 2 * len(LONE_IDEOGRAM.findall(words)) <= len(IDEOGRAMS.findall(words))


def _is_spelled(words: str, letters: int) -> bool:
    """Say whether the Latin letters with marks are the fewer ones."""
    return letters <= 2 or 2 * len(HIGH_LATIN.findall(words)) <= letters


def _of_language(language: str) -> tuple[str, ...]:
    return OF_LANGUAGES.get(language) or OF_LANGUAGES.get(language.partition("-")[0], ())


def _decoded(sample: bytes, encoding: str) -> str | None:
    """Return a sample as a text; a character that is cut in two at its end counts for nothing."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return None


def _by_statistics(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    matches = list(from_bytes(sample, cp_exclusion=list(NEVER)))
    if not matches:
        return None
    is_much = len({each for each in sample if each > 0x7F}) >= SURE_BYTES
    for each in matches:
        if (is_much or each.coherence >= SURE_COHERENCE) and reads_well(str(each)):
            return each.encoding
    return WESTERN[0]


def _changes_case(word: str) -> bool:
    return word[1:] != word[1:].lower() and word != word.upper()


def _alphabets(word: str) -> frozenset[str]:
    return ALPHABETS.intersection(map(_script, word))


@cache
def _script(letter: str) -> str:
    return "LATIN" if letter.isascii() else unicodedata.name(letter, "").partition(" ")[0]
