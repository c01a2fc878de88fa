"""A small client of the W3C WebDriver protocol: as much as the tests of the WebKitGTK window need."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http.client import HTTPConnection
from typing import Any

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
ANSWER_SECONDS = 60.0


class DriverError(Exception):
    """The driver refused a command; `code` is the protocol's name of the reason."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code


class WebDriver:
    """One session with one browser; every method waits for the browser's answer."""

    def __init__(self, port: int) -> None:
        self._port = port
        answer = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": {}}})
        self._path = f"/session/{answer['sessionId']}"
        self.do("POST", "/timeouts", script=int(ANSWER_SECONDS * 1000))

    def do(self, method: str, path: str, **body: Any) -> Any:
        """Send one command of the session and return its value; raises DriverError."""
        return self._ask(method, self._path + path, body)

    def find(self, selector: str) -> Mapping[str, str]:
        """Return the first element of the chosen document for a selector."""
        found: Mapping[str, str] = self.do("POST", "/element", using="css selector", value=selector)
        return found

    def choose_top(self) -> None:
        """Turn to the top document."""
        self.do("POST", "/frame", id=None)

    def choose_frame(self, selector: str) -> None:
        """Turn to a frame of the top document."""
        self.choose_top()
        self.do("POST", "/frame", id=self.find(selector))

    def run(self, body: str, argument: object) -> Any:
        """Run the body of an async function of `argument` in the chosen document and return what it returns."""
        script = (
            "const done = arguments[arguments.length - 1];"
            f"(async (argument) => {{ {body} }})(arguments[0])"
            ".then((value) => done({ value }), (error) => done({ error: String(error) }));"
        )
        outcome = self.do("POST", "/execute/async", script=script, args=[argument])
        if "error" in outcome:
            raise DriverError("script failed", outcome["error"])
        return outcome.get("value")

    def click(self, selector: str) -> None:
        """Click the middle of an element as a mouse does."""
        self.do("POST", f"/element/{self.find(selector)[ELEMENT]}/click")

    def press(self, keys: Sequence[str]) -> None:
        """Press keys one after the other."""
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.do("POST", "/actions", actions=[{"type": "key", "id": "keyboard", "actions": strokes}])

    def close(self) -> None:
        """End the session; the window stays."""
        self.do("DELETE", "")

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
