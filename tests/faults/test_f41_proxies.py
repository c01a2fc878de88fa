"""F41: the proxy of the system is used; a wrong one, a locked one and one that is none are named, and no login is."""

from __future__ import annotations

import logging
import os
import socket
from base64 import b64encode
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app.chat_host.launch import Relay
from app.chat_host.relay import RelayEndpoint
from app.diagnostics.engine import run_checks
from app.diagnostics.findings import CheckContext, Finding, State
from app.diagnostics.online import OnlineAccess, online_checks
from app.errors import ProxyFailed
from app.resources import text
from app.services.connections import Connection
from app.services.server_check import check_server
from app.services.session_service import check_service
from app.settings.locations import resolve_locations
from tests.support.certificates import certificate
from tests.support.proxies import TunnelProxy, tunnel_proxy
from tests.support.stand_in_api import StandInApi, stand_in

HOST = "service.example"
URL = f"https://{HOST}"
PASSWORD = "geheim-2f9c"
LOGIN = f"ada:{PASSWORD}"
TOKEN = "token-of-the-test"


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInApi]:
    """Serve a service under a name that only the proxy knows."""
    path = certificate(tmp_path, "Company Ltd", HOST)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    with stand_in(path) as api:
        yield api


@pytest.fixture
def proxy(service: StandInApi) -> Iterator[TunnelProxy]:
    with tunnel_proxy(service.server_address[1]) as serving:
        yield serving


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no name be looked up: the proxy does that."""
    look_up = socket.getaddrinfo

    def refuse(host: str, *arguments: Any, **named: Any) -> object:
        assert host in ("127.0.0.1", "localhost"), host
        return look_up(host, *arguments, **named)

    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def steps(tmp_path: Path) -> dict[str, Finding]:
    """Return what the test of the connection finds on the way to the service."""
    connection = Connection("s", "session_service", "Ours", "Ours", workflow_id="wf_68a1b2c3", url=URL)
    checks = online_checks(OnlineAccess.of(connection, lambda: TOKEN, lambda: "somebody"))
    context = CheckContext.of_this_process(resolve_locations(tmp_path, {}), environ=os.environ)
    wanted = [check.id for check in checks if check.id.startswith("service-") or check.id == "net-08"]
    report = run_checks(context, wanted, checks=checks, check_seconds=20, total_seconds=60)
    assert PASSWORD not in report.as_json() + report.as_text(colour=False) + repr(report.results)
    return {result.check.id: result.finding for result in report.results}


def test_f41_the_proxy_is_used_and_no_name_is_looked_up(
    proxy: TunnelProxy, service: StandInApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://{proxy.address}")
    found = steps(tmp_path)
    assert {finding.state for finding in found.values()} == {State.PASS}
    assert found["service-01"].summary == text("doctor.reach.name.proxy")
    assert found["service-02"].evidence["proxy"] == proxy.address
    assert found["service-04"].evidence["issuer"] == "Company Ltd"
    assert set(proxy.asked) == {f"{HOST}:443"}
    assert service.requests[-1][1]["authorization"] == f"Bearer {TOKEN}"


def test_f41_what_is_meant_for_this_computer_is_not_told_to_a_proxy(
    proxy: TunnelProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://{proxy.address}")
    with stand_in() as here:
        check_service(here.url.removesuffix("/v1"))
    assert proxy.asked == []


def test_f41_a_host_that_the_system_excepts_is_not_told_to_a_proxy(
    proxy: TunnelProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://{proxy.address}")
    monkeypatch.setenv("NO_PROXY", f"other.example,{HOST}")
    with pytest.raises(AssertionError, match=HOST):  # it was about to look the name up by itself
        check_service(URL)
    assert proxy.asked == []


def test_f41_a_proxy_that_is_spoken_to_over_tls_is_used(
    service: StandInApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "proxy").mkdir()
    path = certificate(tmp_path / "proxy", "Proxy Ltd")
    both = tmp_path / "both.pem"
    both.write_bytes(path.read_bytes() + (tmp_path / "certificate.pem").read_bytes())
    monkeypatch.setenv("SSL_CERT_FILE", str(both))
    with tunnel_proxy(service.server_address[1], certificate=path) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"https://{proxy.address}")
        found = steps(tmp_path)
    assert {finding.state for finding in found.values()} == {State.PASS}
    assert found["service-02"].summary == text("doctor.reach.proxy.opaque", proxy=proxy.address)
    assert found["service-04"].summary == text("doctor.reach.certificate.opaque")
    # Only whole requests go through: the answer, and the state of the service.
    assert proxy.asked == [f"{HOST}:443"] * 2


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        ("http://127.0.0.1:9", "network.proxy_gone"),
        ("127.0.0.1:9", "network.proxy_gone"),
        ("http://127.0.0.1:port", "network.proxy_kind"),
        ("socks5://127.0.0.1:9", "network.proxy_kind"),
        ("socks://127.0.0.1:9/", "network.proxy_kind"),
    ],
)
def test_f41_a_wrong_proxy_is_named(
    service: StandInApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, sentence: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", named)
    finding = steps(tmp_path)["service-02"]
    assert finding.state is State.FAIL
    assert finding.summary == text(sentence)
    assert finding.remedy is not None
    assert finding.remedy.text == text(f"{sentence}.hint")
    for ask in (partial(check_service, URL, TOKEN), partial(check_server, Relay(URL))):
        with pytest.raises(ProxyFailed) as failure:
            ask()
        assert (failure.value.sentence, failure.value.hint) == (finding.summary, finding.remedy.text)
    assert service.requests == []


def test_f41_a_chat_host_that_cannot_use_the_proxy_says_so_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks5://127.0.0.1:9")
    with pytest.raises(ProxyFailed, match="of a kind"):
        RelayEndpoint(Relay(URL), "http://localhost:1")


def test_f41_a_proxy_of_another_kind_for_everything_else_disturbs_nothing(
    proxy: TunnelProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As desktops set it that have a proxy for the web and one for the rest.
    monkeypatch.setenv("HTTPS_PROXY", f"http://{proxy.address}")
    monkeypatch.setenv("ALL_PROXY", "socks://127.0.0.1:9/")
    check_service(URL, TOKEN)
    assert proxy.asked == [f"{HOST}:443"]


def test_f41_a_proxy_that_lets_nothing_through_is_said(
    service: StandInApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tunnel_proxy(service.server_address[1], refusal=403) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://{proxy.address}")
        found = steps(tmp_path)
        with pytest.raises(ProxyFailed):
            check_service(URL, TOKEN)
    assert found["service-02"].state is State.FAIL
    assert found["service-02"].summary == text("error.proxy_failed.sentence")
    assert found["service-02"].remedy is not None
    assert found["service-02"].remedy.text == text("error.proxy_failed.hint")
    assert found["net-08"].state is State.SKIP
    assert text("doctor.reach.service.02.title") in found["net-08"].summary


def test_f41_a_proxy_that_wants_a_password_says_so_and_no_password_is_told(
    service: StandInApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with tunnel_proxy(service.server_address[1], login=LOGIN) as proxy:
        for wrong in ("", f"ada:not-{PASSWORD}@"):
            monkeypatch.setenv("HTTPS_PROXY", f"http://{wrong}{proxy.address}")
            finding = steps(tmp_path)["service-02"]
            assert finding.state is State.FAIL
            assert finding.summary == text("network.proxy_password")
            assert finding.remedy is not None
            assert finding.remedy.text == text("network.proxy_password.hint")
            with pytest.raises(ProxyFailed) as failure:
                check_service(URL, TOKEN)
            assert failure.value.sentence == finding.summary
            assert PASSWORD not in repr(failure.value.told())
        assert service.requests == []
        monkeypatch.setenv("HTTPS_PROXY", f"http://{LOGIN}@{proxy.address}")
        found = steps(tmp_path)
        check_service(URL, TOKEN)
    assert {finding.state for finding in found.values()} == {State.PASS}
    assert found["service-02"].evidence["proxy"] == proxy.address
    for spelling in (PASSWORD, b64encode(LOGIN.encode()).decode()):
        assert spelling not in caplog.text


@pytest.mark.parametrize("script", ["http://127.0.0.1:9/proxy.pac", "pac+http://127.0.0.1:9/x", "http://wpad/wpad.dat"])
def test_f41_the_address_of_a_script_is_no_proxy(
    service: StandInApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", script)
    finding = steps(tmp_path)["service-02"]
    assert finding.state is State.FAIL
    assert finding.summary == text("doctor.reach.proxy.script")
    assert finding.remedy is not None
    assert "HTTPS_PROXY" in finding.remedy.text
    assert service.requests == []
