from __future__ import annotations

from pathlib import Path

import pytest

from app.diagnostics.checks import proxy
from app.diagnostics.findings import State, System
from tests.unit.diagnostics.conftest import MakeContext, told


def test_without_a_proxy_it_passes(make_context: MakeContext) -> None:
    finding = proxy.probe(make_context())
    assert told(finding)[1] == "No proxy is set; the program asks the internet directly."
    assert finding.evidence == {"proxies": [], "set_in": []}


def test_a_proxy_of_a_variable_is_told_without_its_password(make_context: MakeContext) -> None:
    environ = {
        "https_proxy": "http://ann:secret@proxy.example:8080/x?y",
        "HTTPS_PROXY": "http://other",
        "ALL_PROXY": "[::1]:3",
    }
    finding = proxy.probe(make_context(environ=environ, system_proxies=lambda: {"http": "http://not.asked"}))
    assert finding.state is State.PASS
    assert finding.evidence == {
        "proxies": ["all: http://[::1]:3", "https: http://proxy.example:8080"],
        "set_in": ["ALL_PROXY", "https_proxy"],
    }
    assert "secret" not in repr(finding)
    assert "ann" not in repr(finding)


def test_a_proxy_of_the_system_is_told(make_context: MakeContext) -> None:
    proxies = {"https": "http://ann:secret@proxy.example:8080", "no": "localhost"}
    finding = proxy.probe(make_context(system_proxies=lambda: proxies))
    assert finding.evidence == {"proxies": ["https: http://proxy.example:8080"], "set_in": ["the system"]}
    assert "secret" not in repr(finding)


@pytest.mark.parametrize(
    "wrong", ["http://", "http://proxy:99999", "ftp://proxy", "http://[::1", "quic://u:secret@p:1"]
)
def test_f41_what_is_no_proxy_fails_with_the_variable_to_correct(make_context: MakeContext, wrong: str) -> None:
    finding = proxy.probe(make_context(environ={"HTTPS_PROXY": wrong}))
    state, sentence, remedy = told(finding)
    assert state is State.FAIL
    assert sentence.startswith("The address that is set as a proxy is none that can be used")
    assert "HTTPS_PROXY" in remedy
    assert "secret" not in repr(finding)


@pytest.mark.parametrize(
    ("system", "way"), [("linux", "network settings"), ("macos", "System Settings"), ("windows", "Settings, ")]
)
def test_a_wrong_proxy_of_the_system_has_the_way_of_each_system(
    make_context: MakeContext, system: System, way: str
) -> None:
    state, _, remedy = told(proxy.probe(make_context(system=system, system_proxies=lambda: {"https": "http://"})))
    assert state is State.FAIL
    assert way in remedy


def test_socks_needs_its_package(make_context: MakeContext, tmp_path: Path) -> None:
    environ = {"ALL_PROXY": "socks5://proxy:1080"}
    assert proxy.probe(make_context(environ=environ, module_folders=(str(tmp_path),))).state is State.FAIL
    (tmp_path / "socksio.py").touch()
    assert proxy.probe(make_context(environ=environ, module_folders=(str(tmp_path),))).state is State.PASS
    environ = {"ALL_PROXY": "ftp://proxy:1080"}
    assert proxy.probe(make_context(environ=environ, module_folders=(str(tmp_path),))).state is State.FAIL


def test_a_proxy_script_of_windows_warns(make_context: MakeContext) -> None:
    scripts = {"AutoConfigURL": "http://wpad.example/proxy.pac"}
    context = make_context(system="windows", registry=lambda _hive, _key, name: scripts.get(name))
    state, sentence, remedy = told(proxy.probe(context))
    assert state is State.WARN
    assert "proxy script" in sentence
    assert "HTTPS_PROXY" in remedy
    context = make_context(environ={"HTTPS_PROXY": "http://proxy:1"}, system="windows", registry=context.registry)
    assert proxy.probe(context).state is State.PASS
