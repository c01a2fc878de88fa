"""Owns the ladder of resets: what each step puts back to how it was at first, from the mildest on.

Conversations and the descriptions of connections are on no step of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from app.errors import AppError
from app.services.agent_access import AgentAccess
from app.services.connections import Connections
from app.settings.schema import WINDOW_SIZE

if TYPE_CHECKING:
    from app.services.preferences import Preferences

WINDOW_SETTINGS = (*WINDOW_SIZE, "zoom_percent")


class Resets:
    """Does one step at a time; each raises an AppError when it cannot be done.

    `clear_web_data` empties what the web engine holds; `forget_size` has the window not keep its size at its end;
    `start_again` ends the program and begins it anew, in safe mode or not.
    """

    def __init__(
        self,
        preferences: Callable[[], Preferences],
        connections: Connections,
        access: AgentAccess,
        clear_web_data: Callable[[], None],
        forget_size: Callable[[], None],
        start_again: Callable[[bool], None],
    ) -> None:
        self._preferences, self._connections, self._access = preferences, connections, access
        self._clear_web_data, self._forget_size, self._start_again = clear_web_data, forget_size, start_again
        self._steps: Mapping[str, Callable[[], bool]] = {
            "start_again": partial(self._begin_anew, safe_mode=False),
            "safe_mode": partial(self._begin_anew, safe_mode=True),
            "web_data": self._empty_engine,
            "window": self._reset_window,
            "settings": self._reset_settings,
            "keys": self._forget_keys,
        }

    def do(self, step: str) -> bool:
        """Do a step of the ladder; returns whether it counts only once the program is opened again."""
        return self._steps[step]()

    def _begin_anew(self, *, safe_mode: bool) -> bool:
        self._start_again(safe_mode)
        return False

    def _empty_engine(self) -> bool:
        """Empty what can be emptied now; what a page still holds is in memory alone, and gone with the window."""
        self._clear_web_data()
        return True

    def _reset_window(self) -> bool:
        self._preferences().reset(WINDOW_SETTINGS)
        self._forget_size()
        return True

    def _reset_settings(self) -> bool:
        self._preferences().reset_all()
        self._forget_size()
        return True

    def _forget_keys(self) -> bool:
        """Forget each that can be forgotten; one that cannot be keeps none of the others, and no session, alive."""
        failures: list[AppError] = []
        for connection in self._connections.all():
            try:
                self._access.forget_key(connection)
            except AppError as error:
                failures.append(error)
        self._access.begin_anew()
        if failures:
            raise failures[0]
        return False
