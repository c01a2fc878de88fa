from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

import reported_run
from acts import Act, play_all
from app.errors import InternalError
from reported_run import report_run
from run_report import Report, Step
from run_window import ProgramEnded
from tests.support.pictures import picture_of

KEY = "sk-proj-0123456789abcdefghijABCDEFGHIJ"


class States(HTMLParser):
    """Reads the state of each step off a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "li":
            self.found.append(dict(attrs)["class"] or "")


def see(step: Step) -> None:
    step.see(f"{step.title} was seen.")


def fail(step: Step) -> None:
    raise InternalError(f"The key {KEY} was lost.\nMore of it.")


def end(step: Step) -> None:
    raise ProgramEnded(3, "The program said goodbye.")


def interrupt(step: Step) -> None:
    raise KeyboardInterrupt


def acts(play: object = fail, *, is_dark: bool = False) -> list[Act]:
    return [
        Act("Open", "It opens.", "Opened", see),
        Act("Talk", "It talks.", "Talked", play, needs="Open", is_dark=is_dark),  # type: ignore[arg-type]
        Act("Answer", "It answers.", "Answered", see, needs="Talk"),
        Act("Close", "It closes.", "Closed", see, needs="Open"),
    ]


def reported(played: list[Act], tmp_path: Path) -> tuple[int, Report, str]:
    report = Report("rehearsal", [act.title for act in played])

    def take(picture: Path) -> Path:
        return picture_of(tmp_path, background="white", drawn=True).rename(picture)

    folder = tmp_path / "report"
    code = report_run(report, folder, [], lambda _room: play_all(report, played, take, folder))
    return code, report, (folder / "report.html").read_text("utf-8")


@pytest.fixture(autouse=True)
def leave_signals_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reported_run, "end_on_signals", lambda: None)


def test_acts_that_go_well_pass_with_a_picture_each(tmp_path: Path) -> None:
    code, _, page = reported(acts(see), tmp_path)
    assert code == 0
    assert "The rehearsal passed" in page
    assert States(page).found == ["done"] * 4
    assert page.count("data:image/png;base64,") == 4
    assert "Talk was seen." in page


def test_a_failed_act_is_red_with_its_reason_and_stops_only_what_needs_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, report, page = reported(acts(), tmp_path)
    assert code == InternalError.exit_code
    assert "The rehearsal failed" in page
    assert States(page).found == ["done", "failed", "open", "done"]
    assert [step.title for step in report.steps] == ["Open", "Talk", "Close"]
    # Why, what was expected, and what the window showed.
    assert '<dd class="fault"><p>The key' in page
    assert "It talks." in page
    assert page.count("data:image/png;base64,") == 3
    assert "“Talk” failed: The key" in capsys.readouterr().err


def test_no_key_gets_into_the_page(tmp_path: Path) -> None:
    _, _, page = reported(acts(), tmp_path)
    assert KEY not in page


def test_the_end_of_the_program_ends_all_of_it(tmp_path: Path) -> None:
    code, _, page = reported(acts(end), tmp_path)
    assert code == 3
    assert States(page).found == ["done", "failed", "open", "open"]
    assert "The program said goodbye." in page


def test_what_says_it_is_dark_has_to_be_drawn_dark(tmp_path: Path) -> None:
    code, _, page = reported(acts(see, is_dark=True), tmp_path)
    assert code == InternalError.exit_code
    assert States(page).found == ["done", "failed", "open", "done"]
    assert "they are drawn light" in page


def test_who_interrupts_it_gets_no_traceback(tmp_path: Path) -> None:
    code, _, page = reported(acts(interrupt), tmp_path)
    assert code == 130
    assert States(page).found == ["done", "failed", "open", "open"]
