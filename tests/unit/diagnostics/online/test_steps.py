"""The steps to a host, over real sockets: each is broken once, and says what is wrong and what to do."""

from __future__ import annotations

import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from app import network
from app.diagnostics.findings import CheckContext, Finding, State
from app.diagnostics.online import answer, certificate, line, name, proxy, way
from app.diagnostics.reach import Place, Role
from app.resources import text
from tests.support.certificates import certificate as write_certificate
from tests.support.served import served
from tests.support.stand_in_api import Answer, StandInApi, failing, stand_in
from tests.support.stand_in_component import stand_in_component
from tests.unit.diagnostics.conftest import MakeContext

DAY_SECONDS = 86_400


@pytest.fixture
def context(make_context: MakeContext) -> CheckContext:
    return make_context(now=time.time)


def place_of(api: StandInApi, role: Role = "api") -> Place:
    return Place(role, f"{api.url}/models")


def sentence(finding: Finding, code: str) -> None:
    """Assert that a finding says what the error of this code says."""
    assert finding.state is State.FAIL
    assert finding.evidence["code"] == code
    assert finding.summary == text(f"error.{code}.sentence")
    assert finding.remedy is not None
    assert finding.remedy.text == text(f"error.{code}.hint")


# Names


def test_a_name_with_an_address_passes(context: CheckContext) -> None:
    finding = name.probe(Place("api", "https://localhost/v1"), context)
    assert finding.state is State.PASS
    assert finding.evidence == {"host": "localhost", "port": 443}
    assert "127.0.0.1" in str(finding.measured["addresses"])


def test_f31_a_name_without_an_address_fails(context: CheckContext, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    sentence(name.probe(Place("api", "https://nowhere.invalid/v1"), context), "name_not_resolved")


def test_a_name_that_is_none_fails(context: CheckContext) -> None:
    sentence(name.probe(Place("server", f"https://{'a' * 70}.example/v1"), context), "name_not_resolved")


def test_f31_a_name_service_that_never_answers_is_given_up(
    context: CheckContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = threading.Event()

    def wait(*_arguments: object, **_named: object) -> list[object]:
        over.wait(30)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", wait)
    monkeypatch.setattr(network, "CONNECT_SECONDS", 0.2)
    finding = name.probe(Place("api", "https://slow.example/v1"), context)
    over.set()
    assert finding.state is State.FAIL
    assert "was not looked up within" in finding.summary
    assert finding.remedy is not None
    assert "(DNS)" in finding.remedy.text


# Connections


def test_a_server_that_takes_connections_passes(context: CheckContext) -> None:
    with stand_in() as api:
        assert line.probe(place_of(api), context).state is State.PASS
        assert api.requests == []


def test_f32_a_refused_connection_and_one_that_hangs_fail(
    context: CheckContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.diagnostics.online.way.CONNECT_SECONDS", 0.2)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        place = Place("server", f"http://127.0.0.1:{listening.getsockname()[1]}/chatkit")
        sentence(line.probe(place, context), "connection_refused")
        listening.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(listening.getsockname())
        sentence(line.probe(place, context), "network_timeout")
        for one in waiting:
            one.close()


# Certificates


@pytest.fixture
def secured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Place]]:
    """Return what serves with a certificate of a company's own, which this computer believes unless it is said."""
    open_servers = []

    def serve(*, trusted: bool = True, is_old: bool = False, **kind: object) -> Place:
        path = write_certificate(tmp_path, "Company Ltd", **kind)  # type: ignore[arg-type]
        if trusted:
            monkeypatch.setenv("SSL_CERT_FILE", str(path))
        server = stand_in(path, is_old=is_old)
        api = server.__enter__()
        open_servers.append((server, api))
        return place_of(api)

    yield serve
    for server, api in open_servers:
        assert api.requests == [], "it was told something"
        server.__exit__(None, None, None)


def test_a_good_certificate_passes_with_issuer_and_days(context: CheckContext, secured: Callable[..., Place]) -> None:
    finding = certificate.probe(secured(to_day=40), context)
    assert finding.state is State.PASS
    assert finding.evidence["issuer"] == "Company Ltd"
    assert finding.measured == {"days_left": 39}
    assert "“Company Ltd”" in finding.summary
    assert str(finding.evidence["expires"]) in finding.summary


def test_one_that_ends_soon_warns(context: CheckContext, secured: Callable[..., Place]) -> None:
    finding = certificate.probe(secured(to_day=3), context)
    assert finding.state is State.WARN
    assert finding.measured == {"days_left": 2}
    assert finding.remedy is not None
    assert "Tell whoever runs the server" in finding.remedy.text


def refused(finding: Finding, hint: str) -> None:
    assert finding.state is State.FAIL
    assert finding.summary == text("hosted.certificate_issuer", issuer="Company Ltd")
    assert finding.remedy is not None
    assert finding.remedy.text == hint


def test_one_of_an_unknown_issuer_is_named_and_fails(context: CheckContext, secured: Callable[..., Place]) -> None:
    refused(certificate.probe(secured(trusted=False), context), text("error.certificate_refused.hint"))


def test_one_that_has_ended_fails(context: CheckContext, secured: Callable[..., Place]) -> None:
    finding = certificate.probe(secured(from_day=-9, to_day=-1), context)
    assert finding.remedy is not None
    refused(finding, finding.remedy.text)
    assert finding.remedy.text.startswith("The certificate has expired, or the date of this computer")


def test_one_of_another_name_fails(context: CheckContext, secured: Callable[..., Place]) -> None:
    refused(certificate.probe(secured(host="127.0.0.9"), context), text("network.other_name"))


def test_one_that_is_too_young_tells_the_clock(context: CheckContext, secured: Callable[..., Place]) -> None:
    finding = certificate.probe(secured(from_day=1), context)
    assert finding.evidence["code"] == "clock_wrong"
    assert finding.summary == text("error.clock_wrong.sentence")
    assert finding.remedy is not None
    assert "Set date and time" in finding.remedy.text


def test_an_old_protocol_fails(context: CheckContext, secured: Callable[..., Place]) -> None:
    sentence(certificate.probe(secured(is_old=True), context), "certificate_refused")


def test_what_speaks_no_tls_is_a_page_of_the_network(context: CheckContext) -> None:
    with stand_in() as api:
        place = Place("api", api.url.replace("http:", "https:"))
        sentence(certificate.probe(place, context), "not_the_server")


# Answers


def test_an_answer_passes_and_no_key_went_along(context: CheckContext) -> None:
    with stand_in() as api:
        api.script = [failing(401)]
        assert answer.probe(place_of(api), context).state is State.PASS
        assert "authorization" not in api.requests[0][1]


@pytest.mark.parametrize(
    "page",
    [
        Answer(511, b"{}"),
        Answer(302, b"", {"Location": "http://login.hotel.example/"}),
        Answer(body=b"<html>", content_type="text/html"),
    ],
)
def test_a_sign_in_page_of_the_network_fails(context: CheckContext, page: Answer) -> None:
    with stand_in() as api:
        api.script = [page, page]
        for role in ("api", "cdn"):
            sentence(answer.probe(place_of(api, role), context), "not_the_server")


def test_a_server_of_ones_own_may_answer_with_a_page(context: CheckContext) -> None:
    with stand_in() as api:
        api.script = [Answer(404, b"<html>", content_type="text/html")]
        assert answer.probe(place_of(api, "server"), context).state is State.PASS


def test_a_server_with_a_fault_fails(context: CheckContext) -> None:
    with stand_in() as api:
        api.script = [failing(503)]
        finding = answer.probe(place_of(api), context)
    assert finding.state is State.FAIL
    assert finding.summary == "The server has trouble (503)."
    assert finding.remedy is not None
    assert finding.remedy.text == text("error.server_trouble.hint")


def test_f33_a_server_that_never_answers_fails(context: CheckContext, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network.open_client, "__defaults__", (None, 0.2, 65_536, lambda _answer: None))
    with stand_in() as api:
        api.script = [Answer(hangs=True)]
        sentence(answer.probe(place_of(api), context), "network_timeout")


@pytest.mark.parametrize("days", [-1, 1])
def test_f43_a_clock_that_is_a_day_off_warns(context: CheckContext, days: int) -> None:
    with stand_in() as api:
        api.server_clock = lambda: time.time() + days * DAY_SECONDS
        finding = answer.probe(place_of(api), context)
    assert finding.state is State.WARN
    assert finding.summary == text("error.clock_wrong.sentence")
    assert finding.remedy is not None
    assert finding.remedy.text == text("error.clock_wrong.hint")
    assert finding.measured == {"minutes_ahead": -days * 1440}


def test_the_script_of_openai_is_loaded(context: CheckContext) -> None:
    with stand_in_component() as component:
        finding = answer.probe(Place("cdn", component.script("good")), context)
    assert finding.state is State.PASS
    assert finding.summary == text("doctor.reach.script.pass")


@pytest.mark.parametrize("given", [failing(403), Answer(404, b"", content_type="text/javascript"), Answer(body=b"{}")])
def test_a_script_that_is_not_given_out_fails(context: CheckContext, given: Answer) -> None:
    with stand_in() as api:
        api.script = [given]
        finding = answer.probe(place_of(api, "cdn"), context)
    assert finding.state is State.FAIL
    assert "was not given out" in finding.summary
    assert finding.remedy is not None
    assert "cdn.platform.openai.com" in finding.remedy.text


# A proxy that is hostile


class EndlessProxy(socketserver.ThreadingTCPServer):
    """It lets everybody through and never stops saying so; `rest` comes between two bytes of it."""

    daemon_threads = True

    def __init__(self, rest: float) -> None:
        super().__init__(("127.0.0.1", 0), EndlessHandler)
        self.gone, self.rest = threading.Event(), rest


class EndlessHandler(socketserver.BaseRequestHandler):
    """One of its answers."""

    server: EndlessProxy

    def handle(self) -> None:
        """Go on until nobody listens."""
        with suppress(OSError):
            self.request.sendall(b"HTTP/1.1 200 OK\r\n")
            while not self.server.gone.wait(self.server.rest):
                self.request.sendall(b"x: y\r\n" * (1 if self.server.rest else 1000))


@pytest.mark.parametrize("rest", [0.0, 0.02], ids=["flood", "trickle"])
def test_a_proxy_whose_answer_has_no_end_is_left(
    rest: float, context: CheckContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(way, "CONNECT_SECONDS", 1.0 if rest else 60.0)
    proxy_server = EndlessProxy(rest)
    address = f"http://127.0.0.1:{proxy_server.server_address[1]}"
    for name_of in ("system_proxy", "usable_proxy"):
        monkeypatch.setattr(network, name_of, lambda _url: address)
    with served(proxy_server):
        began = time.monotonic()
        finding = proxy.probe(Place("api", "https://api.example/v1/models"), context)
        proxy_server.gone.set()
    assert time.monotonic() - began < 30
    assert finding.state is State.FAIL
    assert finding.summary == text("network.proxy_gone")


# Without a proxy


def test_without_a_proxy_there_is_nothing_to_ask(context: CheckContext) -> None:
    finding = proxy.probe(Place("api", "https://api.example/v1/models"), context)
    assert finding.state is State.PASS
    assert finding.summary == text("doctor.reach.proxy.none")
