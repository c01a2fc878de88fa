from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from run_report import Report
from run_report_page import write_page
from tests.support.pictures import picture_of

TITLES = ("Open", "Talk", "Close")


class Reader(HTMLParser):
    """Reads a page as a browser would: what it fetches, what it runs, and the state of each step."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.states: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.fetched += [given[name] for name in ("src", "srcset", "href") if name in given]
        if tag == "li":
            self.states.append(given["class"])


def written(report: Report, folder: Path, log: str = "") -> tuple[str, Reader]:
    reader, page = Reader(), write_page(report, folder / "report.html", log=log).read_text("utf-8")
    reader.feed(page)
    return page, reader


@pytest.fixture
def report(tmp_path: Path) -> Report:
    report = Report("first run", TITLES, facts={"Engine": "Qt"})
    for title in TITLES:
        with report.step(title) as step:
            step.examine(picture_of(tmp_path, background="white", drawn=True), f"{title}, seen")
    return report


def test_the_page_says_that_all_went_well(report: Report, tmp_path: Path) -> None:
    page, reader = written(report, tmp_path)
    assert "The first run passed" in page
    assert "All 3 steps went well" in page
    assert reader.states == ["done", "done", "done"]
    assert "<dt>Engine</dt><dd>Qt</dd>" in page


def test_the_page_carries_everything_within_itself(report: Report, tmp_path: Path) -> None:
    _, reader = written(report, tmp_path)
    assert [each for each in reader.fetched if not each.startswith(("data:image/", "#step-"))] == []
    assert sum(each.startswith("data:image/png;base64,") for each in reader.fetched) == 3
    assert not reader.tags & {"script", "link", "iframe", "object", "form"}


def test_a_step_tells_what_was_expected_what_was_seen_and_when(report: Report, tmp_path: Path) -> None:
    report.notes = {"Not all of it is real": "The agent was a stand-in."}
    step = report.steps[1]
    step.expected, step.began_after, step.seconds = "An answer.", 12.345, 0.678
    step.see("It answered.", "It was quick.")
    page, _ = written(report, tmp_path)
    assert page.index("<b>Not all of it is real</b>The agent was a stand-in.") < page.index('<ol class="steps">')
    assert "<dt>Expected</dt><dd><p>An answer.</p></dd>" in page
    assert "<dt>Seen</dt><dd><p>It answered.</p><p>It was quick.</p></dd>" in page
    assert "at 12\u202f345\u00a0ms" in page
    assert "678\u00a0ms" in page


def test_no_secret_gets_into_the_page(report: Report, tmp_path: Path) -> None:
    key = "sk-proj-0123456789abcdefghijABCDEFGHIJ"
    report.steps[0].problem = f"refused: {key}"
    page, _ = written(report, tmp_path, log=f"Authorization: Bearer {key}")
    assert key not in page


def test_nothing_that_was_said_becomes_markup(report: Report, tmp_path: Path) -> None:
    report.transcript.append(("user", "<script>alert(1)</script>"))
    report.steps[0].problem = "<img src=x>"
    page, reader = written(report, tmp_path, log="<iframe>")
    assert not reader.tags & {"script", "iframe"}
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "x" not in reader.fetched


def test_a_run_that_stopped_shows_where_and_what_the_program_said(report: Report, tmp_path: Path) -> None:
    del report.steps[1:]
    with pytest.raises(ValueError, match="silent"), report.step("Talk"):
        raise ValueError("the agent stayed silent")
    page, reader = written(report, tmp_path, log="last words")
    assert "The first run failed" in page
    assert "1 of 3 steps went well" in page
    assert reader.states == ["done", "failed", "open"]
    assert "<p>the agent stayed silent</p>" in page
    assert "<details open>" in page
    assert "last words" in page
