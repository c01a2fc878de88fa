from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from first_run_report import Report, examine
from screenshots import Area, Look, look_at

WHOLE = Area(0, 0, 160, 100)


def picture_of(folder: Path, *, background: str, drawn: bool) -> Path:
    image = QImage(160, 100, QImage.Format.Format_RGB32)
    image.fill(QColor(background))
    for x in range(160 if drawn else 0):
        image.setPixelColor(x, 50, QColor(x, 255 - x, 90))
    path = folder / "picture.png"
    assert image.save(str(path))
    return path


def test_an_empty_picture_is_blank_and_a_drawn_one_is_not(tmp_path: Path) -> None:
    assert look_at(picture_of(tmp_path, background="white", drawn=False)).is_blank
    drawn = look_at(picture_of(tmp_path, background="white", drawn=True))
    assert not drawn.is_blank
    assert not drawn.is_dark


def test_a_part_of_a_picture_can_be_blank(tmp_path: Path) -> None:
    path = picture_of(tmp_path, background="white", drawn=True)
    assert look_at(path, Area(0, 0, 160, 40)).is_blank
    assert not look_at(path, Area(0, 40, 160, 20)).is_blank


def test_darkness_is_that_of_the_background(tmp_path: Path) -> None:
    assert look_at(picture_of(tmp_path, background="#17191c", drawn=True)).is_dark


def complete(tmp_path: Path) -> Report:
    report = Report(tmp_path, ("Open", "Close"))
    for title in report.expected:
        with report.step(title) as step:
            examine(step, picture_of(tmp_path, background="white", drawn=True), WHOLE)
    return report


def test_a_complete_run_has_no_problems(tmp_path: Path) -> None:
    assert complete(tmp_path).problems() == []


def test_a_blank_picture_is_a_problem(tmp_path: Path) -> None:
    report = complete(tmp_path)
    report.steps[0].look = Look(shades=1, share_of_commonest=1.0, background_brightness=255)
    assert report.problems() == ["the picture of “Open” is blank"]


def test_a_missing_step_is_a_problem(tmp_path: Path) -> None:
    report = complete(tmp_path)
    del report.steps[1]
    assert report.problems() == ["“Close” was never reached"]


def test_a_failed_step_is_a_problem_and_goes_on_upwards(tmp_path: Path) -> None:
    report = complete(tmp_path)
    with pytest.raises(ValueError, match="no window"), report.step("Close"):
        raise ValueError("no window")
    assert report.problems() == ["“Close” failed: no window"]


def test_the_page_carries_everything_within_itself(tmp_path: Path) -> None:
    report = complete(tmp_path)
    report.transcript.append(("user", "<script>alert(1)</script>"))
    page = report.write().read_text("utf-8")
    assert page.count('src="data:image/png;base64,') == 2
    assert "<script" not in page
    assert "http:" not in page
    assert "https:" not in page
    assert "All 2 steps went well." in page
