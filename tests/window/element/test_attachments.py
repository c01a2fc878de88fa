"""Files in the composer, in the window: tiles, limits, progress, errors, removal, and what goes with a message."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, expect

from app.resources import text
from tests.support.element_stage import Stage
from tests.support.held_uploads import PLACE, choose, empty, file, hold_uploads, tiles, upload

pytestmark = [pytest.mark.window, pytest.mark.qt]

ATTACHMENTS = {"enabled": True, "maxSize": 1000, "maxCount": 3, "accept": {"text/*": [".txt"], "image/*": [".png"]}}
DROP = """(name) => {
  const data = new DataTransfer();
  data.items.add(new File(['dropped'], name, { type: 'text/plain' }));
  __stage.element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true }));
}"""


@pytest.fixture
def composer(stage: Stage) -> Stage:
    """Return the stage with files allowed, and uploads that are held."""
    hold_uploads(stage)
    stage.set_options(composer={"attachments": ATTACHMENTS})
    stage.settle()
    empty(stage)
    return stage


def button(stage: Stage, key: str, **values: str) -> Locator:
    return stage.chat.get_by_role("button", name=text(key, **values), exact=True)


def send_button(stage: Stage) -> Locator:
    return stage.chat.get_by_role("button", name=text("element.composer.send"), exact=True)


def expect_announced(stage: Stage, sentence: str) -> None:
    expect(stage.chat.locator(".visually-hidden[role=status]")).to_have_text(sentence)


def test_nothing_can_be_attached_unless_the_page_allows_it(stage: Stage) -> None:
    expect(button(stage, "element.attach.add")).to_have_count(0)
    stage.chat.evaluate(DROP, "one.txt")
    stage.settle()
    expect(tiles(stage)).to_have_count(0)
    refused = stage.chat.evaluate(
        "() => __stage.element.setComposerValue({ files: [new File(['x'], 'a')] }).catch(({ name }) => name)"
    )
    assert refused == "IntegrationError"


def test_a_file_shows_its_way_and_goes_with_the_message(composer: Stage) -> None:
    choose(composer, file("one.txt"))
    tile = tiles(composer)
    upload(composer, 0, "it.upload.onprogress({ loaded: 42, total: 100 });")
    expect(tile.get_by_role("progressbar", name=text("element.attach.sending", name="one.txt"))).to_have_attribute(
        "aria-valuenow", "42"
    )
    expect(send_button(composer)).to_be_disabled()
    expect(composer.chat.get_by_text(text("element.attach.waiting"))).to_be_visible()
    sent = upload(composer, 0, "return [it.method, it.url, it.headers, it.body instanceof File, it.body.name];")
    assert sent == ["PUT", PLACE["url"], {"X-Key": "k"}, True, "one.txt"]
    upload(composer, 0, "it.end(200, '{}');")
    expect(tile).to_have_class("done")
    expect(tile).to_contain_text("5 bytes")
    expect_announced(composer, text("element.attach.arrived", name="one.txt"))
    # Alone, without a word.
    composer.reply("threads.create", {"events": [], "hold": True})
    send_button(composer).click()
    assert composer.wait_for_request("threads.create")["params"]["input"]["attachments"] == ["atc_1"]
    expect(tiles(composer)).to_have_count(0)
    expect(composer.log.get_by_role("list", name=text("element.attachments"))).to_contain_text("one.txt")
    composer.end()


def test_a_message_that_no_server_takes_comes_back_with_its_files(composer: Stage) -> None:
    choose(composer, file("one.txt"))
    upload(composer, 0, "it.end(200, '{}');")
    expect(tiles(composer)).to_have_class("done")
    box = composer.chat.get_by_role("textbox", name=text("element.composer.label"))
    box.fill("Look at this")
    composer.reply("threads.create", {"json": {"error": {"message": "No."}}, "status": 503})
    box.press("Enter")
    composer.wait_for_request("threads.create")
    expect(tiles(composer)).to_have_class("done")
    expect(tiles(composer)).to_contain_text("5 bytes")
    expect(box).to_have_value("Look at this")
    assert composer.requests("attachments.delete") == []


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ([file("big.txt", 1001)], text("element.attach.refused.size", name="big.txt", limit="1 kB")),
        ([file("a.exe", 5, "application/x-msdos-program")], text("element.attach.refused.type", name="a.exe")),
        ([file(f"{n}.txt") for n in range(5)], text("element.attach.refused.count", count=3, names="3.txt, 4.txt")),
    ],
)
def test_each_refusal_is_a_sentence(composer: Stage, files: list[FilePayload], sentence: str) -> None:
    choose(composer, *files)
    expect(composer.chat.locator("agentnook-attachments .refused p")).to_have_text(sentence)
    expect_announced(composer, sentence)
    button(composer, "element.attach.dismiss").click()
    expect(composer.chat.locator("agentnook-attachments .refused")).to_have_count(0)


def test_what_failed_says_why_and_is_tried_again(composer: Stage) -> None:
    choose(composer, file("one.txt"))
    upload(
        composer, 0, """it.end(507, '{"error": {"message": "The disk is full.", "hint": "", "retryable": false}}');"""
    )
    expect(tiles(composer)).to_have_class("failed")
    expect(tiles(composer)).to_contain_text("The disk is full.")
    expect(send_button(composer)).to_be_disabled()
    expect_announced(composer, "one.txt: The disk is full.")
    assert composer.events("chatkit.error")[-1]["detail"] == {"error": "FileAttachmentError"}
    button(composer, "element.attach.retry", name="one.txt").press("Enter")
    upload(composer, 1, "it.end(200, '{}');")
    expect(tiles(composer)).to_have_class("done")
    expect(send_button(composer)).to_be_enabled()
    # What the first attempt left on the server is forgotten there.
    assert composer.wait_for_request("attachments.delete")["params"] == {"attachment_id": "atc_1"}


def test_removal_stops_an_upload_and_the_keyboard_goes_on(composer: Stage) -> None:
    choose(composer, file("one.txt"), file("two.txt"))
    upload(composer, 1, "")
    button(composer, "element.attach.remove", name="one.txt").press("Enter")
    expect(tiles(composer)).to_have_count(1)
    expect(button(composer, "element.attach.remove", name="two.txt")).to_be_focused()
    assert upload(composer, 0, "return it.aborted;") is True
    composer.page.keyboard.press("Enter")
    expect(tiles(composer)).to_have_count(0)
    expect(composer.chat.get_by_role("textbox", name=text("element.composer.label"))).to_be_focused()
    composer.wait_for_request("attachments.delete", 2)


def test_a_file_that_is_pasted_is_attached(composer: Stage) -> None:
    composer.chat.evaluate(DROP, "one.txt")
    expect(tiles(composer)).to_have_count(1)
    upload(composer, 0, "it.end(200, '{}');")


def test_a_long_name_keeps_its_ending_and_is_read_whole(composer: Stage, tmp_path: Path) -> None:
    name = "a very long name " * 8 + "(final).txt"
    choose(composer, file(name))
    shown = tiles(composer).locator(".file-name")
    assert shown.evaluate("(name) => name.scrollWidth <= name.clientWidth + 1")
    expect(shown.locator("[aria-hidden]").last).to_have_text("final).txt")
    expect(shown.locator(".visually-hidden")).to_have_text(name)
    assert composer.picture(tmp_path / "long.png").exists()
