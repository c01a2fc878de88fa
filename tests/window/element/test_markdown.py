"""A text in Markdown in the real window: what it becomes, how it grows, what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.support.element_stage import Stage

pytestmark = [pytest.mark.window, pytest.mark.qt]

PUT = """
    async (fields) => {
        const { wordsFrom } = await import(new URL('./dist/agentnook-chat.js', location.href).href);
        const place = document.createElement('div');
        place.id = 'place';
        place.style.cssText = 'position: fixed; inset: 0; overflow: auto; background: var(--surface); z-index: 9';
        const element = document.createElement('agentnook-markdown');
        Object.assign(element, { words: wordsFrom(), text: '' }, fields);
        place.append(element);
        document.body.append(place);
        globalThis.__entities = [];
        element.addEventListener('entity', ({ detail }) => globalThis.__entities.push(detail.source.title));
        globalThis.__markdown = element;
        await element.updateComplete;
    }
"""
WRITE = """
    async (fields) => {
        Object.assign(globalThis.__markdown, fields);
        await globalThis.__markdown.updateComplete;
    }
"""
COPY = """
    () => {
        globalThis.__copied = [];
        navigator.clipboard.writeText = async (text) => void globalThis.__copied.push(text);
    }
"""
# One line a block; what is within a line stays out.
OUTLINE = """
    () => {
        const line = (element, depth) => '  '.repeat(depth) + element.localName;
        const wanted = 'h3,h4,h5,h6,p,ul,ol,li,blockquote,table,tr,pre,hr';
        const walk = (root, depth) => [...root.children].flatMap((child) => child.matches(wanted)
            ? [line(child, depth), ...walk(child, depth + 1)] : walk(child, depth));
        return walk(globalThis.__markdown.shadowRoot.querySelector('.body'), 0).join('\\n');
    }
"""
ANSWER = """# One
Some *words* and **more**.

### Three
- a
- b
  1. c

> said

| Name | Size |
|:-----|-----:|
| one  | 1    |

```python
def a():
    return 1
```
---
"""


class Text:
    """A text of its own on the stage."""

    def __init__(self, stage: Stage) -> None:
        self.chat = stage.chat
        self.stage = stage
        self.place = self.chat.locator("#place agentnook-markdown")

    def put(self, text: str, **fields: Any) -> Locator:
        self.chat.evaluate("() => document.getElementById('place')?.remove()")
        self.chat.evaluate(PUT, {"text": text, **fields})
        return self.place

    def write(self, text: str, *, streaming: bool = True) -> None:
        self.chat.evaluate(WRITE, {"text": text, "streaming": streaming})

    def outline(self) -> str:
        return str(self.chat.evaluate(OUTLINE))

    def shown(self) -> str:
        return str(
            self.chat.evaluate("() => globalThis.__markdown.shadowRoot.querySelector('.body').innerText")
        ).strip()

    def html(self) -> str:
        script = "() => globalThis.__markdown.shadowRoot.querySelector('.body').getHTML()"
        return str(self.chat.evaluate(script)).replace("<!---->", "")


@pytest.fixture(name="text")
def _text(stage: Stage) -> Iterator[Text]:
    yield Text(stage)
    stage.chat.evaluate("() => document.getElementById('place')?.remove()")


def test_blocks_have_their_roles(text: Text) -> None:
    place = text.put(ANSWER)
    expect(place.get_by_role("heading", level=3)).to_have_text("One")
    expect(place.get_by_role("heading", level=4)).to_have_text("Three")
    expect(place.get_by_role("list")).to_have_count(2)
    expect(place.get_by_role("table")).to_have_count(1)
    expect(place.get_by_role("columnheader", name="Size")).to_have_css("text-align", "right")
    expect(place.get_by_role("group", name="Name, Size")).to_have_attribute("tabindex", "0")
    expect(place.get_by_role("group", name="Code: Python")).to_have_attribute("tabindex", "0")
    expect(place.get_by_role("separator")).to_have_count(1)
    expect(place.locator("blockquote")).to_have_text("said")


def test_a_text_that_grows_becomes_the_same_as_one_that_is_there(text: Text) -> None:
    text.put(ANSWER)
    outline, html = text.outline(), text.html()
    text.put("", streaming=True)
    for end in range(1, len(ANSWER) + 1):
        text.write(ANSWER[:end])
    text.write(ANSWER, streaming=False)
    assert text.outline() == outline
    assert text.html() == html


def test_half_of_a_mark_is_never_seen(text: Text) -> None:
    whole = "Some **bold** and `code`, [a link](https://a.example/page) and ![a picture](https://a.example/x.png)."
    text.put("", streaming=True)
    seen = set()
    for end in range(1, len(whole) + 1):
        text.write(whole[:end])
        seen.add(text.shown())
    assert [shown for shown in seen if any(mark in shown for mark in "*`[]!(")] == []
    text.write(whole, streaming=False)
    assert text.shown() == "Some bold and code, a link and a picture."


def test_a_beginning_that_says_nothing_yet_is_not_shown(text: Text) -> None:
    text.put("", streaming=True)
    for beginning in ("#", "-", "1", "1.", "```", "|", ">", "- [", "| a | b |"):
        text.write(f"Words\n\n{beginning}")
        assert text.shown() == "Words", beginning
        text.write("")


def test_what_was_finished_keeps_its_selection(text: Text) -> None:
    text.put("First words.\n\nSecond", streaming=True)
    text.chat.evaluate(
        """() => {
            const [first] = globalThis.__markdown.shadowRoot.querySelectorAll('.body p');
            globalThis.__first = first.querySelector('.slice').firstChild;
            first.dataset.witness = 'the same';
        }"""
    )
    text.write("First words.\n\nSecond words.\n\n- third\n- four")
    text.write("First words.\n\nSecond words.\n\n- third\n- fourth\n\nEnd", streaming=False)
    assert text.chat.evaluate("() => globalThis.__first.isConnected") is True
    expect(text.place.locator("[data-witness]")).to_have_text("First words.")


def test_code_is_copied_whole_and_it_is_said(text: Text) -> None:
    place = text.put("```python\nprint('a')\n\nprint('b')\n```")
    text.chat.evaluate(COPY)
    text.chat.evaluate(
        "() => globalThis.__markdown.addEventListener('said', ({ detail }) => { __stage.said = detail; })"
    )
    button = place.get_by_role("button", name="Copy")
    button.click()
    expect(place.get_by_role("button", name="Copied")).to_be_visible()
    assert text.chat.evaluate("() => __stage.said") == "Copied"
    assert text.chat.evaluate("() => globalThis.__copied") == ["print('a')\n\nprint('b')"]
    expect(place.get_by_role("button", name="Copy", exact=True)).to_be_visible()


def test_code_gets_its_colours_when_it_is_complete(text: Text) -> None:
    place = text.put("```python\ndef a(): return 1", streaming=True)
    expect(place.locator(".code-keyword")).to_have_count(0)
    text.write("```python\ndef a(): return 1\n```\nEnd")
    expect(place.locator(".code-keyword")).to_have_count(2)
    assert "def a(): return 1" in text.shown()


def test_long_code_is_whole_and_without_colours(text: Text) -> None:
    code = "x = 1\n" * 10_000
    place = text.put(f"```python\n{code}```")
    assert text.chat.evaluate("() => globalThis.__markdown.shadowRoot.querySelector('pre').innerText") == code[:-1]
    expect(place.locator("pre span[class^=code-]")).to_have_count(0)


def test_links_lead_where_they_say(text: Text) -> None:
    place = text.put(
        "[a](https://a.example/x) [https://bank.example](https://evil.example/y) [b](javascript:alert(1)) <m@a.example>"
        " [c](chatkit-link://open/1) [\u202emoc.knab](https://d.example)"
    )
    links = place.get_by_role("link")
    expect(links).to_have_text(["a", "https://bank.example", "m@a.example", "c", "moc.knab"])
    first = links.first
    expect(first).to_have_attribute("href", "https://a.example/x")
    expect(first).to_have_attribute("rel", "noreferrer noopener")
    expect(first).to_have_attribute("title", "https://a.example/x")
    expect(place.locator(".leads-to").first).to_have_text("(evil.example)")
    expect(place.locator("[data-deep-link]")).to_have_attribute("href", "chatkit-link://open/1")
    assert "b (javascript:alert(1))" in text.shown()


def test_a_link_is_handed_to_the_shell(stage: Stage, text: Text) -> None:
    text.put("[a](https://a.example/x)").get_by_role("link").click()
    question = stage.page.get_by_role("alertdialog")
    expect(question).to_contain_text("https://a.example/x")
    question.get_by_role("button", name="Cancel").click()
    expect(question).to_have_count(0)


def test_only_pictures_that_are_here_are_drawn(text: Text) -> None:
    pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    place = text.put(f"![here](data:image/png;base64,{pixel}) ![there](https://a.example/x.png)")
    expect(place.locator("img")).to_have_count(1)
    expect(place.get_by_role("img", name="here")).to_have_js_property("naturalWidth", 1)
    expect(place.get_by_role("link", name="there")).to_have_attribute("href", "https://a.example/x.png")


def test_a_definition_that_comes_late_makes_the_link(text: Text) -> None:
    place = text.put("See [this].\n\nMore.", streaming=True)
    expect(place.get_by_role("link")).to_have_count(0)
    text.write("See [this].\n\nMore.\n\n[this]: https://a.example\n\n")
    expect(place.get_by_role("link", name="this")).to_have_attribute("href", "https://a.example/")


def test_tasks_say_whether_they_are_done(text: Text) -> None:
    place = text.put("- [x] one\n- [ ] two")
    done = place.get_by_role("checkbox", name="Done", exact=True)
    expect(done).to_be_checked()
    expect(done).to_be_disabled()
    expect(place.get_by_role("checkbox", name="Not done")).not_to_be_checked()


def test_sources_are_marked_at_their_places(text: Text) -> None:
    def source(kind: str, title: str, **more: Any) -> dict[str, Any]:
        return {"kind": kind, "title": title, "description": None, "url": None, "group": None, "entity": None, **more}

    entity: dict[str, Any] = {"id": "e", "icon": None, "label": None, "interactive": True, "data": {}}
    annotations = [
        {"source": source("url", "A page", url="https://a.example/"), "index": 12},
        {"source": source("entity", "A person", entity=entity), "index": None},
        {"source": source("file", "a.txt"), "index": 30},
    ]
    place = text.put("Sky is blue. Sea too.\n\n```\ncode code\n```\nEnd.", annotations=annotations)
    page = place.get_by_role("link", name="Source 1: A page")
    expect(page).to_have_attribute("href", "https://a.example/")
    assert "Sky is blue.1 Sea too." in text.shown().replace("\n", "")
    place.get_by_role("button", name="Source 2: A person").click()
    assert text.chat.evaluate("() => globalThis.__entities") == ["A person"]
    # Its place is within code, which stays as it is.
    expect(place.locator(".left-over").get_by_role("img", name="Source 3: a.txt")).to_be_visible()


def test_a_wide_table_scrolls_by_itself(text: Text) -> None:
    head = "|".join(f"a long column {number}" for number in range(30))
    text.put(f"|{head}|\n|{'-|' * 30}\n|{'x|' * 30}")
    wide, page = text.chat.evaluate(
        """() => {
            const table = globalThis.__markdown.shadowRoot.querySelector('.scroll');
            const place = document.getElementById('place');
            return [table.scrollWidth > table.clientWidth, place.scrollWidth > place.clientWidth];
        }"""
    )
    assert (wide, page) == (True, False)


def test_a_long_table_goes_on_with_the_same_columns(text: Text) -> None:
    rows = "".join(f"| {number} | x |\n" for number in range(250))
    place = text.put(f"| Number | Long words in here |\n|-|-|\n{rows}")
    expect(place.locator("tbody tr")).to_have_count(250)
    expect(place.locator("table")).to_have_count(3)
    lefts = """(tables) => tables.map((table) =>
        Math.round(table.querySelector('td:last-child').getBoundingClientRect().x))"""
    assert len(set(place.locator("table").evaluate_all(lefts))) == 1


def test_a_long_text_is_drawn_in_sections_and_shrinks_again(text: Text) -> None:
    place = text.put("\n\n".join(f"Paragraph {number}." for number in range(100)))
    expect(place.locator(".section")).to_have_count(4)
    expect(place.locator(".section p")).to_have_count(100)
    text.write("Paragraph 0.\n\nEnd.", streaming=False)
    expect(place.locator(".section")).to_have_count(1)
    assert text.shown() == "Paragraph 0.\n\nEnd."
    text.write("\n\n".join(["Again."] * 70), streaming=False)
    expect(place.locator(".section")).to_have_count(3)
    expect(place.locator(".section p")).to_have_count(70)


@pytest.mark.parametrize("mark", ["> ", "[", "*a ", "**a ", "`a", "<a ", "- ", "|a", "\\", "![a](", "x"])
def test_a_hostile_line_is_drawn_to_its_end(text: Text, mark: str) -> None:
    text.put(f"{mark * (200_000 // len(mark))} the end")
    assert text.shown().endswith("the end")
