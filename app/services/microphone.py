"""Owns who may hear the microphone: the agent that is talked to, where dictation is on and the person said yes."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping

from app.errors import AppError, Cancelled, PermissionDenied
from app.services.connections import Connections, MicrophoneAnswer

# A page can ask as often as it likes.
MOST_WAITING = 8

logger = logging.getLogger(__name__)


class Microphone:
    """Answers the engine, which asks on the window's thread and hears the answer on any.

    `request` puts the question to the person and returns when it is allowed; it raises PermissionDenied or Cancelled.
    `site` is where the official interface comes from, which is who hears what is said.
    """

    def __init__(
        self, connections: Connections, request: Callable[[Mapping[str, object]], object], site: Callable[[], str]
    ) -> None:
        self._connections, self._request, self._site = connections, request, site
        self._waiting: list[Callable[[bool], None]] = []
        self._lock = threading.Lock()

    def site_offered(self) -> str:
        """Return the origin whose documents may ask now; empty while dictation is off."""
        return self._site() if self._connections.selected.chat.dictation else ""

    def asked(self, answer: Callable[[bool], None]) -> None:
        """A document of that origin wants to hear: whoever asks while the person is asked gets the same answer."""
        with self._lock:
            has_room = len(self._waiting) < MOST_WAITING
            self._waiting += [answer] if has_room else []
            is_first = has_room and len(self._waiting) == 1
        if not has_room:
            answer(False)
        elif is_first:
            threading.Thread(target=self._answer, name="microphone", daemon=True).start()

    def _answer(self) -> None:
        allowed = False
        try:
            allowed = self._is_allowed()
        except AppError as error:
            logger.warning("the microphone was not given: %s", error.code)
        finally:
            with self._lock:
                waiting, self._waiting = self._waiting, []
            for answer in waiting:
                answer(allowed)

    def _is_allowed(self) -> bool:
        asking = self._connections.selected
        if not asking.chat.dictation:
            return False
        if asking.microphone == "ask":
            decided = self._ask({"agent": asking.agent_label, "site": self._site().partition("://")[2]})
            self._connections.answer_microphone(asking.id, decided)
        # Another one may be talked to by now.
        selected = self._connections.selected
        return selected.id == asking.id and selected.microphone == "allowed"

    def _ask(self, question: Mapping[str, object]) -> MicrophoneAnswer:
        try:
            self._request(question)
        except Cancelled:
            return "ask"
        except PermissionDenied:
            return "denied"
        return "allowed"
