"""The built-in chat element in the program's real window, with a server of the test's own in the place of its fetch.

The element cannot tell: it sends the requests of the ChatKit protocol, and gets replies and streams as a test words
them, event by event where the moment matters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Frame, Locator, Page

from tests.support.running_app import RunningApp
from tests.support.thread_items import user_message
from tests.support.waiting import wait_until

# In the page: what was asked, what is answered by kind of request, and the streams that are open.
STAGE_SCRIPT = """
(options) => {
  const stage = { requests: [], replies: {}, open: [], events: [], element: document.querySelector('agentnook-chat') };
  const encoder = new TextEncoder();
  const headers = { 'content-type': 'application/json' };
  const json = (body, status = 200) => new Response(JSON.stringify(body), { status, headers });
  const missing = { error: { code: 'unknown', message: 'no reply was set', hint: '', retryable: false } };
  const stream = (events, hold, signal) => new Response(new ReadableStream({
    start(controller) {
      const line = {
        push: (event) => controller.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\\n\\n`)),
        end: () => controller.close(),
        cut: () => controller.error(new TypeError('network error')),
      };
      signal?.addEventListener('abort', () => controller.error(signal.reason));
      events.forEach(line.push);
      if (hold) stage.open.push(line); else line.end();
    },
  }), { headers: { 'content-type': 'text/event-stream' } });
  stage.fetch = async (url, init) => {
    const request = JSON.parse(init.body);
    stage.requests.push(request);
    const waiting = stage.replies[request.type] ?? [];
    const reply = waiting.length > 1 ? waiting.shift() : waiting[0];
    if (reply === undefined) return json(missing, 404);
    if (reply.events) return stream(reply.events, reply.hold === true, init.signal);
    return json(reply.json ?? {}, reply.status ?? 200);
  };
  for (const name of ['chatkit.error', 'chatkit.effect', 'chatkit.deeplink', 'chatkit.log', 'chatkit.thread.change',
    'chatkit.thread.load.start', 'chatkit.thread.load.end', 'chatkit.response.start', 'chatkit.response.end',
    'chatkit.history.open', 'chatkit.history.close', 'chatkit.tool.change']) {
    stage.element.addEventListener(name, ({ detail }) => stage.events.push({
      name, detail: detail?.error ? { error: detail.error.name } : (detail ?? null),
    }));
  }
  globalThis.__stage = stage;
}
"""


class Stage:
    """The element, its server's lines, and what came of them."""

    def __init__(self, app: RunningApp) -> None:
        self.app = app
        app.chat.evaluate(STAGE_SCRIPT)

    @property
    def page(self) -> Page:
        """The window's page, for keys, the pointer and pictures."""
        return self.app.shell

    @property
    def chat(self) -> Frame:
        """The chat document."""
        return self.app.chat

    @property
    def log(self) -> Locator:
        """Where the conversation is read."""
        return self.chat.get_by_role("log")

    def set_options(self, **options: Any) -> None:
        """Give the element options; its server is the stage. Values have to be JSON."""
        self.chat.evaluate(
            "(options) => __stage.element.setOptions({ api: { url: 'http://localhost/stage', domainKey: 'x',"
            " fetch: __stage.fetch, uploadHeaders: {} }, agentLabel: 'Agent', ...options })",
            options,
        )

    def reply(self, kind: str, *replies: Mapping[str, Any]) -> None:
        """Say how requests of a kind are answered, in order; the last one is repeated.

        A reply is `{"json": body, "status": number}` or `{"events": [event], "hold": whether the stream stays open}`.
        """
        self.chat.evaluate("([kind, replies]) => { __stage.replies[kind] = replies; }", [kind, list(replies)])

    def reply_with_thread(self, items: Sequence[Mapping[str, Any]], *, title: str | None = None) -> None:
        """Let every thread that is opened hold these items."""
        page = {"data": list(items), "has_more": False, "after": None}
        thread = {"id": "thr_1", "title": title, "created_at": "2026-01-01T00:00:00Z", "status": {"type": "active"}}
        self.reply("threads.get_by_id", {"json": {**thread, "items": page}})

    def open_thread(self, thread_id: str | None = "thr_1") -> None:
        """Open a thread, or a new one, and wait until it is there."""
        self.chat.evaluate("(id) => __stage.element.setThreadId(id)", thread_id)
        self.settle()

    def show(self, *items: Mapping[str, Any]) -> None:
        """Show a thread that holds these items."""
        self.reply_with_thread(items)
        self.open_thread(None)
        self.open_thread()

    def begin_answer(self, message: str, *events: Mapping[str, Any]) -> None:
        """Send a message in the open thread and leave its answer open, begun with these events; `push` goes on."""
        self.reply("threads.add_user_message", {"events": [], "hold": True})
        self.chat.evaluate("(text) => { __stage.element.sendUserMessage({ text }); }", message)
        self.wait_for_request("threads.add_user_message")
        self.push({"type": "thread.item.done", "item": user_message("asked", message)}, *events)

    def push(self, *events: Mapping[str, Any]) -> None:
        """Send events on the stream that was opened last."""
        self.chat.evaluate("(events) => events.forEach((event) => __stage.open.at(-1).push(event))", list(events))

    def end(self) -> None:
        """End the stream that was opened last."""
        self.chat.evaluate("() => __stage.open.pop().end()")

    def cut(self) -> None:
        """Break the stream that was opened last, as a lost network does."""
        self.chat.evaluate("() => __stage.open.pop().cut()")

    def reset(self) -> None:
        """Begin anew: no replies, nothing asked, the usual options, a new conversation, an empty composer."""
        self.chat.evaluate("() => { __stage.open.splice(0); __stage.replies = {}; }")
        self.chat.evaluate("() => __stage.element.stop()")
        self.set_options()
        self.open_thread(None)
        self.chat.evaluate("() => __stage.element.setComposerValue({ text: '' })")
        self.settle()
        self.chat.evaluate("() => { __stage.requests.splice(0); __stage.events.splice(0); }")

    def settle(self) -> None:
        """Wait until the element has drawn everything it knows."""
        self.chat.evaluate("async () => { while (!(await __stage.element.updateComplete)); }")

    def requests(self, kind: str | None = None) -> list[dict[str, Any]]:
        """Return what the element has asked so far, all or of one kind."""
        asked: list[dict[str, Any]] = self.chat.evaluate("() => __stage.requests")
        return [request for request in asked if kind in (None, request["type"])]

    def wait_for_request(self, kind: str, count: int = 1) -> dict[str, Any]:
        """Wait until so many requests of a kind were made and return the last one."""
        return wait_until(lambda: self.requests(kind)[count - 1 :], what=f"the request {kind}")[-1]

    def events(self, name: str | None = None) -> list[dict[str, Any]]:
        """Return the events the element has dispatched so far, as `{"name", "detail"}`."""
        told: list[dict[str, Any]] = self.chat.evaluate("() => __stage.events")
        return [event for event in told if name in (None, event["name"])]

    def picture(self, file: Path) -> Path:
        """Save a picture of the window."""
        self.page.screenshot(path=file)
        return file


@contextmanager
def open_stage(folder: Path) -> Iterator[Stage]:
    """Run the program in its Qt window for the length of a block, with the element on a stage."""
    with RunningApp(folder / "data") as app:
        app.connect()
        # The shell's own configuration must not come after ours.
        wait_until(
            lambda: app.chat.evaluate("document.querySelector('agentnook-chat').draft !== null"), what="the element"
        )
        yield Stage(app)
        app.stop()
