"""Owns what a developer's log says about sessions: that a secret was asked for, of whom, and what came back.

Nothing of it is said unless the program runs with `--development`.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

# For its own sake: it says whether a trace is wanted at all.
from app.observability import developers as _developers  # noqa: F401
from app.observability.redaction import redact

if TYPE_CHECKING:
    import httpx2

PREVIEW_CHARACTERS = 300
# SECURITY: the log takes out what has the shape of a secret; here it goes by its name, whatever shape it has.
SECRET_NAME = re.compile(r"secret|token|key|password", re.IGNORECASE)

logger = logging.getLogger(__name__)


def trace_call(kind: str, workflow_id: str, current: str | None) -> None:
    """Note that the component wants a secret."""
    # Without a colon behind the word: what follows one would be taken out of the log.
    having = "no secret yet" if current is None else "a secret is present and ends"
    # The end of an id tells a developer which one it is; as a whole it would be taken out of the log.
    workflow = f"wf_…{workflow_id.removeprefix('wf_')[-4:]}" if workflow_id else "(no workflow)"
    logger.debug("getClientSecret invoked: %s %s, %s", kind, workflow, having)


def trace_answer(response: httpx2.Response) -> None:
    """Note what a session endpoint answered; a hook of the client that asked it."""
    if not logger.isEnabledFor(logging.DEBUG):
        return
    response.read()
    url = response.request.url.copy_with(query=None)
    logger.debug(
        "%s %s: status %d, ok: %s, body: %s",
        *(response.request.method, url, response.status_code, response.is_success, preview(response.content)),
    )


@contextmanager
def gather_trace() -> Iterator[list[str]]:
    """Lend the list of what is noted inside the block, for another process to note (`repeat_trace`)."""
    gathered = Gathered()
    logger.addHandler(gathered)
    logger.setLevel(logging.DEBUG)
    try:
        yield gathered.lines
    finally:
        logger.removeHandler(gathered)


class Gathered(logging.Handler):
    """Keeps what is noted."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one note."""
        self.lines.append(record.getMessage())


def repeat_trace(lines: Iterable[str]) -> None:
    """Note what another process of this program has gathered."""
    for line in lines:
        logger.debug("%s", line)


def preview(content: bytes) -> str:
    """Return the beginning of a body, without any secret; what is no JSON is told by its size."""
    try:
        shown = json.dumps(without_secrets(json.loads(content)), ensure_ascii=True)
    except (ValueError, RecursionError):
        return f"{len(content)} bytes that are no JSON"
    # Before it is cut: half a secret is not known again.
    return redact(shown)[:PREVIEW_CHARACTERS]


def without_secrets(value: Any) -> Any:
    """Return a record whose secrets are only named."""
    if isinstance(value, dict):
        return {
            name: "[secret]" if SECRET_NAME.search(str(name)) and each is not None else without_secrets(each)
            for name, each in value.items()
        }
    return [without_secrets(each) for each in value] if isinstance(value, list) else value
