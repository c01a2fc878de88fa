"""The test of a connection: what it asks of other computers, one host and one step after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import get_args

from app.diagnostics.findings import Check, CheckContext, Finding
from app.diagnostics.online import answer, certificate, chat_host, key, line, name, proxy, server, service, turn
from app.diagnostics.online.access import OnlineAccess
from app.diagnostics.online.sessions import Sessions
from app.diagnostics.reach import Place, Role, places
from app.services.agent_access import is_hosted

__all__ = ["ONLINE_TOTAL_SECONDS", "OnlineAccess", "online_checks", "online_ids"]

# Longer than the deadlines of the network below them, so that a step that is late says so itself.
ONLINE_CHECK_SECONDS = 20.0
ONLINE_TOTAL_SECONDS = 60.0

# What is done with the hosts once they are reached, by the name of its words.
USES = {
    **{"net-05": "key", "net-06": "session", "net-07": "renewal", "net-08": "service", "net-09": "server"},
    **{"net-10": "chat_host", "net-11": "turn"},
}
STEPS = {"01": name.probe, "02": proxy.probe, "03": line.probe, "04": certificate.probe, "05": answer.probe}


def online_checks(asked: OnlineAccess) -> tuple[Check, ...]:
    """Return what there is to ask for a connection: each of its hosts, then what it does with them."""
    reaching = {place.role: _reaching(place) for place in places(asked.connection)}
    used = _using(asked, {role: _ids(checks) for role, checks in reaching.items()})
    return (*(check for checks in reaching.values() for check in checks), *used)


def online_ids() -> frozenset[str]:
    """Return the id of every check that the test of some connection has."""
    return frozenset((*(_step_id(role, number) for role in get_args(Role) for number in STEPS), *USES))


def _step_id(role: Role, number: str) -> str:
    return f"{role}-{number}"


def _reaching(place: Place) -> list[Check]:
    """Return the steps to a host; each needs those before it, so that the first that fails is named by the others."""
    checks: list[Check] = []
    for number, probe in STEPS.items():
        if number != "04" or place.is_secure:
            title = f"doctor.reach.{place.role}.{number}.title"
            step = partial(probe, place)
            checks.append(_online(_step_id(place.role, number), title, step, _ids(checks)))
    return checks


def _using(asked: OnlineAccess, reached: Mapping[Role, tuple[str, ...]]) -> list[Check]:
    kind = asked.connection.kind
    checks: list[Check] = []
    if kind == "workflow":
        checks.append(_use("net-05", partial(key.probe, asked), reached["api"]))
    if kind == "session_service":
        checks.append(_use("net-08", partial(service.probe, asked), reached["service"]))
    if is_hosted(asked.connection):
        sessions = Sessions(asked)
        needed = (*checks[0].depends_on, checks[0].id)
        checks.append(_use("net-06", sessions.make, needed))
        checks.append(_use("net-07", sessions.renew, (*needed, "net-06")))
    if kind == "server":
        checks.append(_use("net-09", partial(server.probe, asked), reached["server"]))
    if kind == "local":
        checks.append(_use("net-10", chat_host.probe, ()))
    checks.append(_use("net-11", partial(turn.probe, asked), ()))
    return checks


def _use(check_id: str, probe: Callable[[CheckContext], Finding], needs: tuple[str, ...]) -> Check:
    return _online(check_id, f"doctor.{USES[check_id]}.title", probe, needs)


def _online(check_id: str, title: str, probe: Callable[[CheckContext], Finding], needs: tuple[str, ...]) -> Check:
    return Check(check_id, "online", title, "high", probe, needs, ONLINE_CHECK_SECONDS)


def _ids(checks: Iterable[Check]) -> tuple[str, ...]:
    return tuple(check.id for check in checks)
