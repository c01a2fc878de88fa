from __future__ import annotations

import pytest

from app.settings.kinds import Choice, Flag, Kind, Text, Texts, Whole, is_allowed

THEME = Choice(("light", "dark"))
ZOOM = Whole(50, 300)
ID = Text(r"[a-z]+", 5, "settings.expects_connection")
IDS = Texts(ID, 2)

GOOD: list[tuple[Kind, object, object]] = [
    (THEME, "dark", "dark"),
    (ZOOM, 50, 50),
    (ZOOM, 300, 300),
    (Flag(), True, True),
    (ID, "abcde", "abcde"),
    (IDS, [], ()),
    (IDS, ["a", "b"], ("a", "b")),
    (IDS, ("a",), ("a",)),
]
WRONG: list[tuple[Kind, object]] = [
    (THEME, "purple"),
    (THEME, "Dark"),
    (THEME, None),
    (THEME, ["dark"]),
    (ZOOM, 49),
    (ZOOM, 301),
    (ZOOM, 100.0),
    (ZOOM, True),
    (ZOOM, "100"),
    (ZOOM, float("inf")),
    (Flag(), 1),
    (Flag(), "yes"),
    (Flag(), None),
    (ID, "abcdef"),
    (ID, ""),
    (ID, "abc\n"),
    (ID, 5),
    (IDS, ["a", "b", "c"]),
    (IDS, ["a", 1]),
    (IDS, "ab"),
    (IDS, {"a": 1}),
]
SPELLED: list[tuple[Kind, str, object]] = [
    (THEME, " Dark ", "dark"),
    (ZOOM, " 120 ", 120),
    (Flag(), "YES", True),
    (Flag(), "0", False),
    (ID, " abc ", "abc"),
    (IDS, "a, b,", ("a", "b")),
    (IDS, "", ()),
]
MISSPELLED: list[tuple[Kind, str]] = [
    (THEME, "purple"),
    (ZOOM, "1e2"),
    (ZOOM, "\uff11\uff10\uff10"),
    (ZOOM, "-"),
    (ZOOM, "1" * 100_000),
    (Flag(), "maybe"),
    (ID, "a b"),
    (IDS, "a,b,c"),
]


@pytest.mark.parametrize(("kind", "value", "held"), GOOD)
def test_good_value_is_held(kind: Kind, value: object, held: object) -> None:
    assert kind.check(value) == held
    assert is_allowed(kind, value)


@pytest.mark.parametrize(("kind", "value"), WRONG)
def test_wrong_value_is_refused_without_repeating_it(kind: Kind, value: object) -> None:
    with pytest.raises(ValueError, match=r"^this setting cannot have this value$"):
        kind.check(value)
    assert not is_allowed(kind, value)


@pytest.mark.parametrize(("kind", "words", "held"), SPELLED)
def test_words_become_a_value(kind: Kind, words: str, held: object) -> None:
    assert kind.from_text(words) == held


@pytest.mark.parametrize(("kind", "words"), MISSPELLED)
def test_misspelled_words_are_refused(kind: Kind, words: str) -> None:
    with pytest.raises(ValueError, match=r"^this setting cannot have this value$"):
        kind.from_text(words)


def test_every_kind_says_what_it_allows() -> None:
    assert THEME.describe() == "one of light, dark"
    assert ZOOM.describe() == "a whole number from 50 to 300"
    assert Flag().describe() == "yes or no"
    assert "local" in ID.describe()
    assert "2" in IDS.describe()
    assert ID.describe() in IDS.describe()


@pytest.mark.parametrize(("value", "nearest"), [(-7, 50), (50, 50), (120, 120), (300, 300), (10_000, 300)])
def test_a_number_outside_the_bounds_has_a_nearest_one_inside(value: int, nearest: int) -> None:
    assert ZOOM.nearest(value) == nearest
