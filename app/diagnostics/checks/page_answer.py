"""Checks that the page of the window hears the program, and how soon; only a window that runs can be asked."""

from __future__ import annotations

import threading
import time

from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import passed, say, skipped, warned

# Less than a check may take, so that it can say itself what does not answer.
ANSWER_SECONDS = 1.5


def probe(context: CheckContext) -> Finding:
    """Send the page a message of nothing, and wait until it has taken it."""
    if context.ask_page is None:
        return skipped(say("doctor.page_answer.no_window"))
    answered, began = threading.Event(), time.monotonic()
    context.ask_page(answered.set)
    if not answered.wait(ANSWER_SECONDS):
        return warned(say("doctor.page_answer.late"), Remedy(say("doctor.page_answer.remedy")))
    taken = round((time.monotonic() - began) * 1000)
    return passed(say("doctor.page_answer.pass"), measured={"milliseconds": taken})


CHECK = Check("web-03", "window", "doctor.page_answer.title", "medium", probe)
