"""Nothing that axe-core knows is wrong on any screen of the chat document and of the shell, in either theme."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from app.brand import BRAND
from app.resources import text
from tests.support.element_stage import Stage
from tests.support.held_uploads import choose, empty, file, hold_uploads, tiles, upload
from tests.support.tool_calls import ToolCall
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

AXE = Path(__file__).parents[3] / "assets" / "element" / "node_modules" / "axe-core" / "axe.min.js"
# Colours are told from each other only when nothing is still appearing.
STILL = """async () => {
  document.documentElement.toggleAttribute('data-reduced-motion', true);
  const ending = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity);
  await Promise.all(ending.map((each) => each.finished.catch(() => undefined)));
}"""
RUN_AXE = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ['violations'], iframes: false });
  return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, failureSummary }) =>
    [String(target), failureSummary]) }));
}"""
# Of diagnostics: what leads to each, and what is to be seen there.
PAGES = (
    (text("shell.trial.title"), ".trial .actions"),
    (text("shell.reach.title"), ".reach section"),
    (text("shell.reset.title"), ".ladder"),
)
BASE = {"thread_id": "thr_1", "created_at": "2026-01-01T00:00:00Z"}
URL_SOURCE = {"type": "url", "title": "A page", "url": "https://example.org/", "description": "About it"}
ANNOTATION = {"type": "annotation", "source": URL_SOURCE, "index": 4}
ANSWER = """Some **bold** words, a [link](https://example.org/), `code`.

| One | Two |
| --- | ---: |
| a | 1 |

- [x] done
- [ ] not done

```python
print("hello")
```

> A quote.
"""
WIDGET = {
    "type": "Card",
    "status": {"text": "Ready", "icon": "check"},
    "confirm": {"label": "Save", "action": {"type": "save"}},
    "cancel": {"label": "Leave", "action": {"type": "leave"}},
    "asForm": True,
    "children": [
        {"type": "Title", "value": "A form"},
        {"type": "Label", "value": "Name", "fieldName": "name"},
        {"type": "Input", "name": "name", "placeholder": "Ada"},
        {"type": "Select", "name": "kind", "options": [{"label": "One", "value": "1"}], "placeholder": "Choose"},
        {"type": "Checkbox", "name": "sure", "label": "Sure"},
        {"type": "Row", "children": [{"type": "Badge", "label": "New"}, {"type": "Icon", "name": "star"}]},
        {"type": "Divider"},
        {"type": "Button", "label": "Do it", "onClickAction": {"type": "do"}},
    ],
}
ITEMS: list[dict[str, Any]] = [
    {
        "type": "user_message",
        "id": "u1",
        "content": [
            {"type": "input_text", "text": "Hello "},
            {"type": "input_tag", "id": "t", "text": "Ada", "data": {}},
        ],
        "attachments": [{"type": "file", "id": "f", "name": "notes.md", "mime_type": "text/markdown"}],
        "quoted_text": "As you said",
        "inference_options": {},
    },
    {
        "type": "assistant_message",
        "id": "a1",
        "content": [{"type": "output_text", "text": ANSWER, "annotations": [ANNOTATION]}],
    },
    {
        "type": "client_tool_call",
        "id": "c1",
        "status": "completed",
        "call_id": "x",
        "name": "pick_files",
        "arguments": {},
    },
    {"type": "widget", "id": "w1", "widget": WIDGET, "copy_text": "A form"},
    {
        "type": "workflow",
        "id": "f1",
        "workflow": {
            "type": "custom",
            "expanded": True,
            "summary": {"title": "Looked it up"},
            "tasks": [
                {"type": "web_search", "title": "Searched", "queries": ["one"], "sources": [URL_SOURCE]},
                {"type": "thought", "title": "Thought", "content": "Hm."},
            ],
        },
    },
    {
        "type": "task",
        "id": "k1",
        "task": {"type": "custom", "title": "A step", "content": "Done.", "status_indicator": "complete"},
    },
    {"type": "generated_image", "id": "g1", "image": {"id": "i", "url": "data:image/gif;base64,R0lGODlhAQABAAAAACw="}},
    {
        "type": "structured_input",
        "id": "s1",
        "status": "pending",
        "inputs": [
            {"id": "q", "type": "multiple_choice", "question": "Which?", "options": [{"value": "A"}, {"value": "B"}]}
        ],
    },
    {"type": "novel", "id": "o1", "text": "Something new"},
    {"type": "assistant_message", "id": "a2", "content": [{"type": "output_text", "text": "Done.", "annotations": []}]},
]
MENUS = {
    "tools": [
        {"id": "a", "label": "Search", "icon": "globe"},
        {"id": "b", "label": "Draw", "icon": "images", "pinned": True},
    ],
    "models": [{"id": "m", "label": "Small", "description": "Quick"}, {"id": "n", "label": "Large", "disabled": True}],
    "attachments": {"enabled": True, "maxCount": 3},
}
OPTIONS = {
    "header": {"enabled": True},
    "threadItemActions": {"feedback": True, "retry": True},
    "composer": MENUS,
    "disclaimer": {"text": "May be [wrong](https://example.org/)."},
    "startScreen": {"prompts": [{"label": "Plan", "prompt": "Plan", "icon": "map-pin"}]},
}


def violations(document: Page | Frame) -> list[dict[str, Any]]:
    """Return what axe-core finds wrong in a document."""
    document.evaluate(STILL)
    if not document.evaluate("() => 'axe' in globalThis"):
        document.evaluate(AXE.read_text("utf-8"))
    found: list[dict[str, Any]] = document.evaluate(RUN_AXE)
    return found


def check(*documents: Page | Frame) -> None:
    found = [one for document in documents for one in violations(document)]
    assert found == [], json.dumps(found, indent=2)


def show_items(stage: Stage, items: Sequence[dict[str, Any]]) -> None:
    stage.show(*({**BASE, **item} for item in items))
    stage.log.get_by_text("Done.", exact=True).last.wait_for()


def start_screen(stage: Stage) -> None:
    stage.chat.get_by_role("button", name="Plan").wait_for()


def every_kind_of_item(stage: Stage) -> None:
    show_items(stage, ITEMS)


def open_history(stage: Stage) -> None:
    now = datetime.now(UTC).isoformat()
    one = {"id": "thr_9", "title": "Talk", "created_at": now, "status": {"type": "active"}}
    stage.reply(
        "threads.list", {"json": {"data": [one], "has_more": True, "after": "thr_9"}}, {"json": {}, "status": 500}
    )
    stage.chat.evaluate("() => __stage.element.showHistory()")
    stage.chat.get_by_role("button", name="Talk", exact=True).wait_for()
    stage.chat.get_by_role("button", name=text("element.history.actions", title="Talk")).press("Enter")
    stage.chat.get_by_role("menuitem", name=text("element.history.rename")).wait_for()


def renaming(stage: Stage) -> None:
    open_history(stage)
    stage.chat.get_by_role("menuitem", name=text("element.history.rename")).press("Enter")
    stage.chat.get_by_role("textbox", name=text("element.history.new_title")).wait_for()


def tools_menu(stage: Stage) -> None:
    stage.chat.get_by_role("button", name=text("element.composer.tools")).click()
    stage.chat.get_by_role("menu").wait_for()


def models_menu(stage: Stage) -> None:
    stage.chat.get_by_role("button", name=text("element.composer.model", model="Small")).click()
    stage.chat.get_by_role("menu").wait_for()


def error_line(stage: Stage) -> None:
    stage.reply("threads.create", {"json": {}, "status": 500})
    stage.chat.evaluate("() => __stage.element.sendUserMessage({ text: 'hello' })")
    stage.chat.get_by_role("button", name=text("element.retry")).wait_for()


def attached_files(stage: Stage) -> None:
    hold_uploads(stage)
    choose(stage, *(file(f"{name}.txt") for name in ("one", "two", "three", "four")))
    upload(stage, 2, "it.upload.onprogress({ loaded: 1, total: 2 });")
    upload(stage, 0, "it.end(200, '{}');")
    upload(stage, 1, "it.end(500, '');")
    expect(tiles(stage).nth(1)).to_have_class("failed")


SCREENS = (
    start_screen,
    every_kind_of_item,
    open_history,
    renaming,
    tools_menu,
    models_menu,
    error_line,
    attached_files,
)


@pytest.fixture(params=["light", "dark"])
def themed(stage: Stage, request: pytest.FixtureRequest) -> Iterator[Stage]:
    """Return the stage in a theme, in both documents."""
    for document in (stage.page, stage.chat):
        document.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", request.param)
        document.evaluate(STILL)
    stage.set_options(**OPTIONS)
    yield stage
    stage.page.keyboard.press("Escape")
    stage.chat.evaluate("() => __stage.element.hideHistory()")
    empty(stage)


@pytest.mark.parametrize("show", SCREENS, ids=lambda show: show.__name__)
def test_the_conversation(themed: Stage, show: Callable[[Stage], None]) -> None:
    show(themed)
    themed.settle()
    check(themed.chat)


def test_the_shell_and_its_sheets(themed: Stage) -> None:
    check(themed.page)
    for name in ("connections", "permissions", "settings", "diagnostics", "shortcuts", "about", "log"):
        themed.page.get_by_role("button", name=text("shell.bar.more"), exact=True).click()
        check(themed.page)
        title = text(f"shell.more.{name}", name=BRAND.name)
        themed.page.get_by_role("menuitem", name=title, exact=True).click()
        sheet = themed.page.get_by_role("dialog", name=title)
        sheet.wait_for()
        check(themed.page)
        themed.page.keyboard.press("Escape")
        sheet.wait_for(state="detached")


def test_the_pages_of_diagnostics(themed: Stage) -> None:
    themed.page.get_by_role("button", name=text("shell.bar.more"), exact=True).click()
    themed.page.get_by_role("menuitem", name=text("shell.more.diagnostics"), exact=True).click()
    sheet = themed.page.get_by_role("dialog")
    sheet.locator("summary.check-apart").click()
    for fold in sheet.locator("summary.check").all():
        fold.click()
    check(themed.page)
    report = (text("shell.diagnostics.save"), text("shell.bundle.title"), ".bundle-parts")
    for opener, title, shown in (
        report,
        *((f"{text('shell.diagnostics.open')} {each}", each, where) for each, where in PAGES),
    ):
        sheet.get_by_role("button", name=opener, exact=True).click()
        expect(sheet.get_by_role("heading", name=title)).to_be_focused()
        sheet.locator(shown).first.wait_for()
        for fold in sheet.locator("summary").all():
            fold.click()
        check(themed.page)
        if shown == ".ladder":
            sheet.get_by_role("button", name=text("shell.reset.do_keys")).click()
            expect(sheet.get_by_role("button", name=text("shell.reset.do_keys"))).to_be_enabled()
            check(themed.page)
        sheet.get_by_role("button", name=text("shell.sheet.back"), exact=True).click()
    sheet.get_by_role("button", name=text("shell.record.start"), exact=True).click()
    sheet.get_by_role("button", name=text("shell.record.stop"), exact=True).wait_for()
    check(themed.page)
    themed.page.keyboard.press("Escape")
    banner = themed.page.locator("#recording")
    check(themed.page)
    banner.get_by_role("button").click()
    expect(banner).to_be_empty()


def test_the_question_about_a_tool(themed: Stage) -> None:
    ToolCall(themed.page, "save_file", {"file_name": "notes.md", "content": "Line\n" * 100})
    question = themed.page.get_by_role("alertdialog")
    question.get_by_role("button", name=text("shell.prompt.longer")).click()
    question.locator("summary").click()
    expect(question.get_by_role("button", name=text("shell.prompt.session"))).to_be_enabled()
    check(themed.page)
    themed.page.keyboard.press("Escape")
    question.wait_for(state="detached")


def test_axe_would_find_something(stage: Stage) -> None:
    stage.chat.evaluate(
        "() => { const image = document.createElement('img'); image.id = 'bad'; document.body.append(image); }"
    )
    found = violations(stage.chat)
    stage.chat.evaluate("() => document.getElementById('bad').remove()")
    assert "image-alt" in [each["id"] for each in found]
    wait_until(lambda: stage.chat.locator("#bad").count() == 0)
