"""A small client of the W3C WebDriver protocol: as much as the tests of the WebKitGTK window need."""

from __future__ import annotations

import json
from http.client import HTTPConnection
from typing import Any

Frames = tuple[str, ...]
ANSWER_SECONDS = 60.0
GONE = ("no such frame", "no such window")
SCRIPT_FAILED = "script failed"


class DriverError(Exception):
    """The driver refused a command; `code` is the protocol's name of the reason."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code


class WebDriver:
    """One session with one browser; every method waits for the browser's answer."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._turned_to: Frames | None = None
        answer = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": {}}})
        self._path = f"/session/{answer['sessionId']}"
        self.do("POST", "/timeouts", script=int(ANSWER_SECONDS * 1000))

    def do(self, method: str, path: str, **body: Any) -> Any:
        """Send one command of the session and return its value; raises DriverError."""
        return self._ask(method, self._path + path, body)

    def run(self, body: str, argument: object, frames: Frames = ()) -> Any:
        """Run the body of an async function of `argument` in a document and return what it returns.

        `frames` lead there from the top document, each found by the body of a function.
        """
        script = (
            "const done = arguments[arguments.length - 1];"
            "let depth = 0; for (let at = window; at !== at.parent; at = at.parent) depth += 1;"
            f"if (depth !== {len(frames)}) done({{ gone: true }});"
            f"else (async (argument) => {{ {body} }})(arguments[0])"
            ".then((value) => done({ value }), (error) => done({ error: String(error) }));"
        )
        outcome = self._run_in(frames, script, argument)
        if "gone" in outcome:
            self._turned_to = None
            outcome = self._run_in(frames, script, argument)
        if "error" in outcome:
            raise DriverError(SCRIPT_FAILED, outcome["error"])
        return outcome.get("value")

    def _run_in(self, frames: Frames, script: str, argument: object) -> Any:
        """Return what a script says; `gone` where the document is: WebKit then turns to the top one by itself."""
        self._turn_to(frames)
        try:
            return self.do("POST", "/execute/async", script=script, args=[argument])
        except DriverError as error:
            if error.code not in GONE:
                raise
            return {"gone": True}

    def _turn_to(self, frames: Frames) -> None:
        """Choose a document; who does that takes the keyboard along, so it is only done for another one."""
        if self._turned_to == frames:
            return
        self._turned_to = None
        self.do("POST", "/frame", id=None)
        for frame in frames:
            self.do("POST", "/frame", id=self.do("POST", "/execute/sync", script=frame, args=[]))
        self._turned_to = frames

    def _ask(self, method: str, path: str, body: object) -> Any:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=ANSWER_SECONDS + 5)
        try:
            content = json.dumps(body) if method == "POST" else None
            connection.request(method, path, content, {"Content-Type": "application/json"})
            response = connection.getresponse()
            value = json.loads(response.read())["value"]
        finally:
            connection.close()
        if response.status != 200:
            raise DriverError(value["error"], value["message"])
        return value
