"""Checks that a host answers a request (HTTP), and that it is the host and no sign-in page of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from app.diagnostics.findings import CheckContext, Finding, Plain, Remedy
from app.diagnostics.online.examining import examine_place, where
from app.diagnostics.reach import Place
from app.diagnostics.wording import failed, passed, say, warned
from app.errors import ClockWrong, NotTheServer, ServerTrouble

if TYPE_CHECKING:
    import httpx2

SIGN_IN_FIRST = 511


def probe(place: Place, context: CheckContext) -> Finding:
    """Ask for what anybody may ask for: no key and no token goes along."""
    return examine_place(place, lambda: _ask(place, context))


def _ask(place: Place, context: CheckContext) -> Finding:
    from app.network import open_client

    with open_client(place.url) as client, client.stream("GET", place.url) as answer:
        _check_it_is_the_host(place, answer)
        if place.role == "cdn":
            return _script(place, answer)
        return _late_or_early(answer, context) or passed(say("doctor.reach.answer.pass"), evidence=where(place))


def _check_it_is_the_host(place: Place, answer: httpx2.Response) -> None:
    """Raise NotTheServer for a network that wants a sign-in first, and ServerTrouble for a host with a fault."""
    from app.network import check_is_json

    kind = answer.headers.get("content-type", "")
    target = urljoin(place.url, answer.headers.get("location", ""))
    if answer.status_code == SIGN_IN_FIRST or urlsplit(target).hostname != place.host:
        raise NotTheServer
    if answer.status_code >= 500:
        raise ServerTrouble(say("doctor.reach.answer.trouble", status=answer.status_code))
    if place.role == "api":
        check_is_json(kind)
    if place.role == "cdn" and kind.startswith("text/html"):
        raise NotTheServer


def _script(place: Place, answer: httpx2.Response) -> Finding:
    """Say whether the script of OpenAI's interface is there; without it no chat is shown."""
    kind = answer.headers.get("content-type", "").partition(";")[0]
    evidence: dict[str, Plain] = {**where(place), "status": answer.status_code, "type": kind}
    if answer.status_code != 200 or not kind.endswith("javascript"):
        remedy = Remedy(say("doctor.reach.script.remedy"), link="https://status.openai.com/")
        return failed(say("doctor.reach.script.fail", status=answer.status_code), remedy, evidence=evidence)
    return passed(say("doctor.reach.script.pass"), evidence=evidence)


def _late_or_early(answer: httpx2.Response, context: CheckContext) -> Finding | None:
    """Return what is said where the clock of this computer is not that of the host."""
    from app.network import CLOCK_TOLERANCE_SECONDS, server_time

    theirs = server_time(answer.headers.get("date"))
    if theirs is None or abs(context.now() - theirs) <= CLOCK_TOLERANCE_SECONDS:
        return None
    minutes = round((context.now() - theirs) / 60)
    return warned(ClockWrong().sentence, Remedy(ClockWrong().hint), measured={"minutes_ahead": minutes})
