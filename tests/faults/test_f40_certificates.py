"""F40 in the window: no server whose certificate is bad hears anything, and nobody is offered to go on without it."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from app import network
from app.errors import CertificateRefused
from app.resources import text as words
from app.services.session_service import mint_from_service
from tests.support.certificates import certificate
from tests.support.official_app import OfficialApp
from tests.support.stand_in_api import StandInApi, speak_old_protocols, stand_in
from tests.support.stand_in_component import stand_in_component
from tests.support.waiting import wait_until

SAID = {
    **{each: words("hosted.certificate_issuer", issuer=each) for each in ("expired", "wrong host", "self-signed")},
    "too young": words("error.clock_wrong.sentence"),
    "old protocol": words("error.certificate_refused.sentence"),
}
HINTS = {
    "expired": "network.expired",
    "too young": "network.not_yet_valid",
    "wrong host": "network.other_name",
}


def bad_servers(folder: Path, stack: ExitStack) -> tuple[Path, dict[str, StandInApi]]:
    """Start one server for each way to be bad; returns the file of authorities that the computer trusts as well."""
    days = {"expired": (-9, -1), "too young": (1, 9)}
    files = {}
    for name in SAID:
        (folder / name).mkdir()
        host = "127.0.0.9" if name == "wrong host" else "127.0.0.1"
        files[name] = certificate(folder / name, name, host, *days.get(name, (-1, 9)))
    trusted = folder / "authorities.pem"
    trusted.write_text("".join(path.read_text() for name, path in files.items() if name != "self-signed"))
    servers = {name: stack.enter_context(stand_in(path, is_old=name == "old protocol")) for name, path in files.items()}
    return trusted, servers


@pytest.fixture
def bad(tmp_path: Path) -> Iterator[tuple[Path, dict[str, StandInApi]]]:
    with ExitStack() as stack:
        (tmp_path / "certificates").mkdir()
        yield bad_servers(tmp_path / "certificates", stack)


def describe(sheet: Locator, url: str) -> None:
    """Describe an organisation's service and connect."""
    sheet.get_by_label(words("shell.connections.field.url.label")).fill(url)
    sheet.get_by_label(words("shell.connections.field.workflow_id.label")).fill("wf_68a1b2c3")
    sheet.get_by_label(words("shell.connections.field.secret_session_service.label")).fill("token-of-the-test")
    sheet.get_by_role("button", name=words("shell.connections.connect")).click()


@pytest.mark.window
@pytest.mark.qt
def test_f40_t18_a_bad_certificate_is_named_in_the_window_and_there_is_no_way_around(
    bad: tuple[Path, dict[str, StandInApi]], tmp_path: Path
) -> None:
    trusted, servers = bad
    with stand_in() as api, stand_in_component() as component:
        given = {"SSL_CERT_FILE": str(trusted)}
        with OfficialApp(tmp_path / "run", component.script("good"), api=api.url, given=given) as app:
            app.attach()
            app.chat.get_by_role("textbox", name=words("element.composer.label")).wait_for(timeout=30_000)
            sheet = app.open_connections()
            sheet.get_by_role("button", name=words("shell.connections.needs.session_service")).click()
            for name, server in servers.items():
                describe(sheet, server.url.removesuffix("/v1"))
                expect(sheet.get_by_role("alert"), name).to_contain_text(SAID[name])
                if name in HINTS:
                    # A clock that is wrong is seen by its date.
                    expect(sheet.get_by_role("alert")).to_contain_text(words(HINTS[name], date=str(date.today())))
                # Go back, keep it for later, try again: nothing that goes on all the same.
                offered = sheet.locator("form").get_by_role("button").all_inner_texts()
                assert set(offered) == {words(f"shell.connections.{each}") for each in ("back", "keep", "connect")}
                assert server.requests == []
            # Kept all the same, it is asked for a secret, and still hears nothing.
            sheet.get_by_role("button", name=words("shell.connections.keep")).click()
            wait_until(lambda: "official" in app.chat.url, what="the official interface")
            expect(app.quiet).to_contain_text(SAID["old protocol"], timeout=30_000)
            assert [name for name, server in servers.items() if server.requests] == []


def test_f40_t18_a_server_that_only_speaks_old_protocols_hears_nothing(bad: tuple[Path, dict[str, StandInApi]]) -> None:
    trusted, servers = bad
    server = servers["old protocol"]
    with pytest.raises(CertificateRefused):
        mint_from_service(server.url.removesuffix("/v1"), "token", "wf_1", ca_file=trusted)
    assert server.requests == []


def test_f40_t18_it_hears_the_token_where_old_protocols_are_spoken_twin(
    bad: tuple[Path, dict[str, StandInApi]], monkeypatch: pytest.MonkeyPatch
) -> None:
    trusted, servers = bad
    tls_context = network.tls_context

    def careless(ca_file: Path | None = None) -> ssl.SSLContext:
        context = tls_context(ca_file)
        speak_old_protocols(context)
        return context

    monkeypatch.setattr(network, "tls_context", careless)
    assert mint_from_service(servers["old protocol"].url.removesuffix("/v1"), "token", "wf_1", ca_file=trusted)
    assert servers["old protocol"].requests[0][1]["authorization"] == "Bearer token"
