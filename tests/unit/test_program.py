from __future__ import annotations

from typing import Any

import pytest

from app.errors import Cancelled
from app.program import Program
from app.tools.cancellation import Cancellation
from app.window.second_starts import StartRequest


def test_a_window_that_closes_takes_no_second_start() -> None:
    program: Any = object.__new__(Program)
    program._closing = Cancellation()
    program._closing.set()
    with pytest.raises(Cancelled):
        program.started_again(StartRequest(files=("/a",)))
