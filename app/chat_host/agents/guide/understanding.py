"""Owns how a message is understood: every topic is scored by the words it has in common with it, and the best one wins.

There are only sets of words here. A pattern over what somebody else has written can be made to search for minutes; a
look into a set cannot.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

READ_CHARACTERS = 2000
WORD = re.compile(r"[\w']+")


def one_of(words: str) -> frozenset[str]:
    """Return the words of a list that is written as a text."""
    return frozenset(words.split())


# Words that stand in many sentences: they weigh less where a clue asks for them, and cost nothing where none does.
COMMON = one_of(
    """
    a about again all also am an and any are as at be been but by can could do does done exactly for from get give go
    has have here how i i'd i'm if in into is it it's just kindly know let like many me mean more much my no now of off
    ok okay on one only or our out please really should show so some something still tell that the them then there these
    they thing this those to too try us very want was we well what what's when where which who who's why will with would
    yes you your
    """
)
COMMON_WEIGHT = 1.0
WEIGHT = 2.0
# What a word costs that a topic cannot explain: a story about an open file is no wish to open one.
UNEXPLAINED_COST = 0.5
# One telling word alone, or two that say little, are enough when nothing else is said.
ENOUGH = 2.0

Clue = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """Something a person may ask about; each clue is a word out of every one of its groups, in any order."""

    name: str
    clues: tuple[Clue, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """How well a message fits a topic, and by which of its words."""

    topic: str
    score: float
    seen: tuple[str, ...]


def topic(name: str, *clues: str) -> Topic:
    """Return a topic whose clues are written as `open show + file document`."""
    return Topic(name, tuple(tuple(one_of(group) for group in clue.split("+")) for clue in clues))


def words_in(message: str) -> tuple[str, ...]:
    """Return the words at the beginning of a message, in small letters."""
    beginning = message[:READ_CHARACTERS].lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return tuple(WORD.findall(beginning))


def match_topics(words: Collection[str], topics: Iterable[Topic]) -> list[Match]:
    """Return the topics that a message's words fit, best first; among equals, the earlier in the table."""
    meanings = {form: word for word in words for form in (singular(word), word)}
    matches = [_best_match(topic, meanings) for topic in topics]
    return sorted((match for match in matches if match.score >= ENOUGH), key=lambda match: -match.score)


def singular(word: str) -> str:
    """Return a word without the s of a plural or of somebody's own."""
    bare = word.removesuffix("'s")
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") and not bare.endswith("ss") else bare


def _best_match(topic: Topic, meanings: dict[str, str]) -> Match:
    scored = [(_score(clue, meanings), clue) for clue in topic.clues]
    score, clue = max(scored, key=lambda pair: pair[0])
    return Match(topic.name, score, _explained(clue, meanings))


def _score(clue: Clue, meanings: dict[str, str]) -> float:
    """Weigh what a clue finds, less what it leaves unexplained; nothing when one of its groups finds nothing."""
    weight = 0.0
    for group in clue:
        found = group & meanings.keys()
        if not found:
            return 0.0
        weight += WEIGHT if found - COMMON else COMMON_WEIGHT
    unexplained = set(meanings.values()) - set(_explained(clue, meanings)) - COMMON
    return weight - UNEXPLAINED_COST * len(unexplained)


def _explained(clue: Clue, meanings: dict[str, str]) -> tuple[str, ...]:
    wanted = frozenset[str]().union(*clue)
    return tuple(dict.fromkeys(word for form, word in meanings.items() if form in wanted))
