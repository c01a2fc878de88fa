"""T08: what a model or a server says is words: of a thousand texts that try to run a script, none does, anywhere.

The second line of defence, the content policy, is taken away for a run of its own: the element holds alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Dialog

from tests.support.driven_app import DrivenApp
from tests.support.element_stage import Stage
from tests.support.waiting import wait_until
from tests.support.windows import QT, open_window
from tests.support.xss_corpus import COUNT, hostile_texts

TEXTS = hostile_texts()
BATCH = 100
# Fewer would say that the texts are harmless.
LEAST_EXECUTED = 250
ITEM = {"thread_id": "thr_1", "created_at": "2026-01-01T00:00:00Z"}
THREAD = {"id": "thr_1", "title": None, "created_at": "2026-01-01T00:00:00Z", "status": {"type": "active"}}

COUNT_CALLS = "globalThis.__calls = new Set(); globalThis.__executed = (number) => globalThis.__calls.add(number);"
CALLS = "return [...globalThis.__calls];"
# Everything that is drawn, in every shadow tree: what could run, lead or load something.
DANGERS = """
    const dangers = [];
    const names = /^(?:script|iframe|frame|object|embed|base|meta|link|applet|audio|video|source|math|marquee|portal)$/;
    const addresses = /^(?:href|src|srcset|action|formaction|data|poster|xlink:href|background)$/;
    const look = (root) => {
        for (const element of root.querySelectorAll('*')) {
            const name = element.localName;
            if (names.test(name)) dangers.push(name);
            for (const { name: attribute, value } of element.attributes) {
                const isAddress = addresses.test(attribute);
                const isSafe = name === 'a'
                    ? /^(?:https?|mailto|chatkit-link):/.test(value)
                    : /^(?:data:image\\/(?:png|jpeg|gif|webp);|blob:)/.test(value) || value.startsWith(location.origin);
                const isCode = /^on|^srcdoc$/.test(attribute);
                if (isCode || (isAddress && !isSafe)) dangers.push(`${name} ${attribute}=${value}`);
            }
            if (element.shadowRoot) look(element.shadowRoot);
        }
    };
    look(document.querySelector('agentnook-chat').parentElement);
    return [...new Set(dangers)];
"""
# The texts by themselves: each in an element of its own, all at once or as a model would write them.
DRAW_MARKDOWN = """
    const { wordsFrom } = await import(new URL('./dist/agentnook-chat.js', location.href).href);
    const place = document.createElement('div');
    place.style.cssText = 'position: fixed; inset: 0; overflow: auto; z-index: 9; background: white';
    document.body.append(place);
    const elements = argument.texts.map((text) => {
        const element = document.createElement('agentnook-markdown');
        Object.assign(element, { words: wordsFrom(), streaming: argument.pieces > 1, text: '' });
        place.append(element);
        return element;
    });
    for (let piece = 1; piece <= argument.pieces; piece += 1) {
        elements.forEach((element, at) => {
            const text = argument.texts[at];
            element.text = text.slice(0, Math.ceil((text.length * piece) / argument.pieces));
            element.streaming = piece < argument.pieces;
        });
        for (const element of elements) await element.updateComplete;
    }
    const drawn = elements.filter((element) => element.shadowRoot.textContent.trim() !== '').length;
    globalThis.__place = place;
    return drawn;
"""
# The same texts as a careless page draws them; what needs a moment gets one.
DRAW_HTML = """
    const place = document.createElement('div');
    document.body.append(place);
    for (const text of argument.texts) {
        const box = document.createElement('div');
        box.innerHTML = text;
        place.append(box);
    }
    return place.childElementCount;
"""
SETTLE = "for (let n = 0; n < 3; n += 1) await new Promise((done) => setTimeout(done, 50));"


class Watched:
    """The window, and what its documents did that texts should not make them do."""

    def __init__(self, app: DrivenApp) -> None:
        self.app = app
        self.stage = Stage(app)
        self.dialogs: list[str] = []
        self.requests: list[str] = []
        own = ("http://127.0.0.1:", "http://localhost:", "data:", "blob:")
        page = self.stage.page
        page.on("dialog", self._dismiss)
        page.on("request", lambda asked: None if asked.url.startswith(own) else self.requests.append(asked.url))
        self._address = app.chat_url()
        self._top = app.top_url()
        app.in_chat(COUNT_CALLS)

    def _dismiss(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def found(self) -> dict[str, Any]:
        """Return what there is to be told of; empty when all is well."""
        self.app.in_chat(SETTLE)
        gone = [] if (self.app.chat_url(), self.app.top_url()) == (self._address, self._top) else [self.app.chat_url()]
        found = {
            "executed": self.app.in_chat(CALLS),
            "dangers": self.app.in_chat(DANGERS),
            "dialogs": self.dialogs,
            "requests": self.requests,
            "navigations": gone,
            "opened": self.app.opened_outside(),
        }
        return {name: value for name, value in found.items() if value}


@contextmanager
def watched_window(folder: Path, *without: str) -> Iterator[Watched]:
    with open_window("qt", folder, without=without) as app:
        yield Watched(app)


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((), marks=[pytest.mark.window, pytest.mark.qt], id="policy"),
        pytest.param(("content policy",), marks=[pytest.mark.window, pytest.mark.qt], id="no policy"),
    ],
)
def watched(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """Return the window with the content policy, then without it."""
    with watched_window(tmp_path_factory.mktemp("hostile"), *request.param) as window:
        yield window


@pytest.fixture(name="stage")
def _stage(watched: Watched) -> Stage:
    watched.stage.reset()
    return watched.stage


def batches() -> Iterator[list[str]]:
    yield from (TEXTS[at : at + BATCH] for at in range(0, COUNT, BATCH))


def test_t08_there_are_a_thousand_texts() -> None:
    assert len(set(TEXTS)) == COUNT == 1_000
    assert hostile_texts() == TEXTS
    assert all("@@" not in text for text in TEXTS)


@pytest.mark.parametrize("pieces", [1, 7], ids=["at once", "streamed"])
def test_t08_no_text_runs_as_markdown(watched: Watched, pieces: int) -> None:
    drawn = watched.app.in_chat(DRAW_MARKDOWN, {"texts": TEXTS, "pieces": pieces})
    assert drawn > COUNT * 0.95
    assert watched.found() == {}
    watched.app.in_chat("globalThis.__place.remove();")


def test_t08_no_text_runs_in_a_conversation(watched: Watched, stage: Stage) -> None:
    for number, texts in enumerate(batches()):
        stage.show(*[item for at, text in enumerate(texts) for item in items_of(text, f"{number}_{at}")])
        wait_until(lambda: stage.chat.locator("agentnook-markdown").count() >= BATCH, what="the answers")
        assert watched.found() == {}


def test_t08_no_text_runs_in_a_widget(watched: Watched, stage: Stage) -> None:
    for number, texts in enumerate(batches()):
        children = [part for text in texts for part in widget_parts_of(text)]
        widget = {"type": "Card", "status": {"text": texts[0]}, "children": children}
        stage.show({**ITEM, "id": f"widget_{number}", "type": "widget", "widget": widget, "copy_text": texts[0]})
        wait_until(lambda: stage.chat.locator("agentnook-widget").count() > 0, what="the widget")
        assert watched.found() == {}


def test_t08_no_text_runs_as_a_notice_or_as_progress(watched: Watched, stage: Stage) -> None:
    events = [event for text in TEXTS for event in told_of(text)]
    stage.reply("threads.create", {"events": [{"type": "thread.created", "thread": THREAD}, *events]})
    stage.chat.evaluate("() => __stage.element.sendUserMessage({ text: 'Hello' })")
    stage.wait_for_request("threads.create")
    stage.settle()
    assert watched.found() == {}


def test_t08_no_text_runs_as_the_title_of_a_thread(watched: Watched, stage: Stage) -> None:
    threads = [{**THREAD, "id": f"thr_{number}", "title": text} for number, text in enumerate(TEXTS)]
    stage.reply("threads.list", {"json": {"data": threads, "has_more": False, "after": None}})
    stage.reply_with_thread([], title=TEXTS[0])
    stage.chat.evaluate("() => __stage.element.showHistory()")
    stage.wait_for_request("threads.list")
    wait_until(lambda: stage.chat.locator("agentnook-history li").count() > 1, what="the list")
    assert watched.found() == {}
    stage.chat.evaluate("() => __stage.element.hideHistory()")


@pytest.mark.parametrize("engine", [QT])
def test_t08_the_texts_run_where_they_become_html_twin(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, without=("content policy",)) as app:
        app.in_chat(COUNT_CALLS)
        assert app.in_chat(DRAW_HTML, {"texts": TEXTS}) == COUNT
        wait_until(lambda: len(app.in_chat(CALLS)) >= LEAST_EXECUTED, what="the texts that run")


def items_of(text: str, name: str) -> list[dict[str, Any]]:
    """Return an item of each kind that says the text wherever it can."""
    answer = {"type": "output_text", "text": text, "annotations": [annotation(text)]}
    task = {"type": "custom", "title": text, "content": text, "status_indicator": "complete", "icon": text}
    return [
        {
            **ITEM,
            "id": f"user_{name}",
            "type": "user_message",
            "content": [{"type": "input_text", "text": text}],
            "quoted_text": text,
            "attachments": [],
            "inference_options": {},
        },
        {**ITEM, "id": f"answer_{name}", "type": "assistant_message", "content": [answer]},
        {
            **ITEM,
            "id": f"call_{name}",
            "type": "client_tool_call",
            "status": "completed",
            "call_id": name,
            "name": text,
            "arguments": {text: text},
        },
        {**ITEM, "id": f"task_{name}", "type": "task", "task": task},
    ]


def annotation(text: str) -> dict[str, Any]:
    source = {"type": "url", "title": text, "url": text, "description": text}
    return {"type": "annotation", "source": source, "index": 1}


def widget_parts_of(text: str) -> list[dict[str, Any]]:
    """Return parts of a widget that say the text where words, addresses, names and sizes are expected."""
    return [
        {"type": "Text", "value": text, "color": text, "size": text},
        {"type": "Markdown", "value": text},
        {"type": "Badge", "label": text, "color": text},
        {"type": "Image", "src": text, "alt": text, "size": text},
        {"type": "Button", "label": text, "iconStart": text, "onClickAction": {"type": text, "payload": {}}},
        {"type": "Box", "background": text, "padding": text, "children": [{"type": "Title", "value": text}]},
    ]


def told_of(text: str) -> list[dict[str, Any]]:
    return [
        {"type": "notice", "level": "info", "title": text, "message": text},
        {"type": "progress_update", "icon": text, "text": text},
    ]
