from __future__ import annotations

from pathlib import Path

import pytest

from run_report import Picture, Report
from screenshots import Look, look_at
from tests.support.pictures import picture_of

BLANK = Look(shades=1, share_of_commonest=1.0, background_brightness=255)


def test_an_empty_picture_is_blank_and_a_drawn_one_is_not(tmp_path: Path) -> None:
    assert look_at(picture_of(tmp_path, background="white", drawn=False)).is_blank
    drawn = look_at(picture_of(tmp_path, background="white", drawn=True))
    assert not drawn.is_blank
    assert not drawn.is_dark


def test_darkness_is_that_of_the_background(tmp_path: Path) -> None:
    assert look_at(picture_of(tmp_path, background="#17191c", drawn=True)).is_dark


def complete(tmp_path: Path) -> Report:
    report = Report("first run", ("Open", "Close"))
    for title in report.expected:
        with report.step(title) as step:
            step.examine(picture_of(tmp_path, background="white", drawn=True), f"{title}, seen")
    return report


def test_a_complete_run_has_no_problems(tmp_path: Path) -> None:
    report = complete(tmp_path)
    assert report.problems() == []
    assert all(step.went_well for step in report.steps)
    assert report.seconds == sum(step.seconds for step in report.steps) > 0


def test_a_blank_picture_is_a_problem(tmp_path: Path) -> None:
    report = complete(tmp_path)
    report.steps[0].pictures.append(Picture(tmp_path / "picture.png", "Nothing", BLANK))
    assert report.problems() == ["“Open” failed: The picture “Nothing” is blank."]
    assert [step.went_well for step in report.steps] == [False, True]


def test_a_missing_step_is_a_problem(tmp_path: Path) -> None:
    report = complete(tmp_path)
    del report.steps[1]
    assert report.problems() == ["“Close” was never reached"]


def test_a_failed_step_is_a_problem_and_goes_on_upwards(tmp_path: Path) -> None:
    report = complete(tmp_path)
    del report.steps[1]
    with pytest.raises(ValueError, match="no window"), report.step("Close"):
        raise ValueError("no window")
    assert report.problems() == ["“Close” failed: no window"]
