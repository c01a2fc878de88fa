from __future__ import annotations

from pathlib import Path

import pytest

from app.diagnostics.checks import proxy
from app.diagnostics.findings import State, System
from app.errors import ProxyFailed
from app.network import usable_proxy
from tests.unit.diagnostics.conftest import MakeContext, told


def test_without_a_proxy_it_passes(make_context: MakeContext) -> None:
    finding = proxy.probe(make_context())
    assert told(finding)[1] == "No proxy is set for what leaves this computer; the program asks the internet directly."
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
    assert sentence == "The proxy that this computer is set to use is of a kind that this program does not speak."
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


@pytest.mark.parametrize("url", ["socks5://proxy:1080", "socks5h://proxy:1080", "socks://proxy:1080/", "ftp://proxy:1"])
def test_a_kind_that_no_request_speaks_fails_in_the_words_of_requests(
    make_context: MakeContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    (tmp_path / "socksio.py").touch()  # a package that is there changes nothing of it
    monkeypatch.setenv("ALL_PROXY", url)
    with pytest.raises(ProxyFailed) as failure:
        usable_proxy("https://api.openai.com/v1")
    finding = proxy.probe(make_context(environ={"ALL_PROXY": url}, module_folders=(str(tmp_path),)))
    assert (finding.state, finding.summary) == (State.FAIL, failure.value.sentence)


@pytest.mark.parametrize(
    ("environ", "sentence"),
    [
        ({"HTTPS_PROXY": "http://proxy:1", "ALL_PROXY": "socks://proxy:2/"}, "A proxy is used: http://proxy:1."),
        ({"HTTP_PROXY": "socks5://proxy:1"}, "the program asks the internet directly."),
    ],
)
def test_what_no_request_asks_disturbs_nothing(
    make_context: MakeContext, environ: dict[str, str], sentence: str
) -> None:
    finding = proxy.probe(make_context(environ=environ))
    assert finding.state is State.PASS
    assert finding.summary.endswith(sentence)


def test_a_proxy_script_of_windows_warns(make_context: MakeContext) -> None:
    scripts = {"AutoConfigURL": "http://wpad.example/proxy.pac"}
    context = make_context(system="windows", registry=lambda _hive, _key, name: scripts.get(name))
    state, sentence, remedy = told(proxy.probe(context))
    assert state is State.WARN
    assert "proxy script" in sentence
    assert "HTTPS_PROXY" in remedy
    context = make_context(environ={"HTTPS_PROXY": "http://proxy:1"}, system="windows", registry=context.registry)
    assert proxy.probe(context).state is State.PASS
