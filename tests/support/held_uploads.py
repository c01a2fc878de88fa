"""Files in the composer of the element on its stage: bytes that go, and arrive, as a test says."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import FilePayload, Locator, expect

from tests.support.element_stage import Stage
from tests.support.waiting import wait_until

HELD_UPLOADS = """() => {
  __stage.uploads = [];
  globalThis.XMLHttpRequest = class {
    upload = {};
    headers = {};
    open(method, url) { Object.assign(this, { method, url }); }
    setRequestHeader(name, value) { this.headers[name] = value; }
    send(body) { this.body = body; __stage.uploads.push(this); }
    abort() { this.aborted = true; this.onabort(); this.onloadend(); }
    end(status, responseText) { Object.assign(this, { status, responseText }); this.onload(); this.onloadend(); }
  };
}"""
NAMES = ("one", "two", "three")
PLACE = {"url": "http://localhost/stage/files/1", "method": "PUT", "headers": {"X-Key": "k"}}


def hold_uploads(stage: Stage) -> None:
    """Take the place of the page's own uploads, and of the server that is told of them."""
    stage.chat.evaluate(HELD_UPLOADS)
    stage.reply("attachments.create", *(made(number, f"{name}.txt") for number, name in enumerate(NAMES, 1)))
    stage.reply("attachments.delete", {"json": {}})


def made(number: int, name: str) -> dict[str, Any]:
    """Return what the server answers to a file that is announced."""
    attachment = {"type": "file", "id": f"atc_{number}", "name": name, "mime_type": "text/plain"}
    return {"json": {**attachment, "upload_descriptor": PLACE}}


def file(name: str, size: int = 5, mime_type: str = "text/plain") -> FilePayload:
    """Return a file that a person chooses."""
    return {"name": name, "mimeType": mime_type, "buffer": b"x" * size}


def choose(stage: Stage, *files: FilePayload) -> None:
    """Choose files, as from the system's dialog."""
    stage.chat.locator("input[type=file]").set_input_files(list(files))


def tiles(stage: Stage) -> Locator:
    """Return the tiles in the composer."""
    return stage.chat.locator("agentnook-attachments li")


def upload(stage: Stage, index: int, script: str) -> Any:
    """Do something to an upload, which is `it`."""
    wait_until(lambda: stage.chat.evaluate("__stage.uploads.length") > index, what="the upload")
    return stage.chat.evaluate(f"() => {{ const it = __stage.uploads[{index}]; {script} }}")


def empty(stage: Stage) -> None:
    """Take out what another test has left."""
    for each in stage.chat.locator("agentnook-attachments .icon:last-child").all()[::-1]:
        each.click()
    expect(tiles(stage)).to_have_count(0)
    stage.chat.evaluate("() => { __stage.requests.splice(0); __stage.uploads?.splice(0); }")
