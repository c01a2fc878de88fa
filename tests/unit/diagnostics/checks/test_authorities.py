from __future__ import annotations

import time
from pathlib import Path

import pytest

from app.diagnostics.checks import authorities
from app.diagnostics.findings import CheckContext, Finding, State
from tests.support.certificates import certificate
from tests.unit.diagnostics.conftest import MakeContext, odd_things_at, told


def judged(make_context: MakeContext, file: Path, **changes: object) -> Finding:
    return authorities.probe(make_context(environ={"SSL_CERT_FILE": str(file)}, now=time.time, **changes))


def test_the_systems_own_authorities_pass(make_context: MakeContext) -> None:
    context = make_context()
    (context.root / "etc/ssl/certs").mkdir(parents=True)
    (context.root / "etc/ssl/certs/ca-certificates.crt").touch()
    assert authorities.probe(context).evidence == {"source": "system"}
    assert authorities.probe(make_context(system="macos")).state is State.PASS


def test_a_system_without_any_fails_and_says_what_to_install(make_context: MakeContext) -> None:
    context = make_context()
    state, sentence, remedy = told(authorities.probe(context))
    assert state is State.FAIL
    assert "no server can be trusted" in sentence
    assert "ca-certificates" in remedy
    (context.root / "etc").mkdir()
    (context.root / "etc/debian_version").write_text("12.11\n")
    found = authorities.probe(context).remedy
    assert found is not None
    assert found.commands == ("sudo apt install ca-certificates",)


def test_f42_a_companys_file_passes(make_context: MakeContext, tmp_path: Path) -> None:
    finding = judged(make_context, certificate(tmp_path, "Company"))
    assert finding.state is State.PASS
    assert finding.evidence["authorities"] == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "not there"),
        (b"", "no certificate"),
        (b"nonsense \xff", "no certificate"),
        (b"-----BEGIN", "no certificate"),
    ],
)
def test_f42_a_bad_file_fails_and_says_whom_to_ask(
    make_context: MakeContext, tmp_path: Path, content: bytes | None, words: str
) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_bytes(content)
    state, sentence, remedy = told(judged(make_context, file))
    assert state is State.FAIL
    assert words in sentence
    assert remedy.startswith("Ask whoever looks after your network")


def test_f12_odd_things_in_its_place_fail_at_once(make_context: MakeContext, tmp_path: Path) -> None:
    for _ in odd_things_at(tmp_path / "ca.pem"):
        assert judged(make_context, tmp_path / "ca.pem").state is State.FAIL


def test_an_expired_authority_is_named(make_context: MakeContext, tmp_path: Path) -> None:
    old = certificate(tmp_path, "Old Company", from_day=-9, to_day=-1)
    finding = judged(make_context, old)
    assert told(finding)[:2] == (
        State.FAIL,
        "Every authority in the file that SSL_CERT_FILE names has expired, so secure connections can fail.",
    )
    assert finding.detail == "Old Company"
    (tmp_path / "new").mkdir()
    both = tmp_path / "both.pem"
    both.write_bytes(old.read_bytes() + certificate(tmp_path / "new", "Company").read_bytes())
    assert told(judged(make_context, both))[:2] == (
        State.WARN,
        "Authorities in the file that SSL_CERT_FILE names have expired.",
    )


def test_in_the_list_of_a_whole_system_a_few_may_have_expired(
    make_context: MakeContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(authorities, "MOST_OF_A_COMPANY", 0)
    (tmp_path / "new").mkdir()
    both = tmp_path / "both.pem"
    old = certificate(tmp_path, "Old", from_day=-9, to_day=-1).read_bytes()
    both.write_bytes(old + certificate(tmp_path / "new", "Company").read_bytes())
    assert judged(make_context, both).state is State.PASS
    both.write_bytes(old + old)
    assert judged(make_context, both).state is State.FAIL


def test_a_folder_of_authorities_has_to_be_there(make_context: MakeContext, tmp_path: Path) -> None:
    def with_folder(value: str) -> CheckContext:
        return make_context(environ={"SSL_CERT_DIR": value})

    assert authorities.probe(with_folder(f"/nowhere:{tmp_path}")).state is State.PASS
    state, sentence, remedy = told(authorities.probe(with_folder(str(tmp_path / "gone"))))
    assert state is State.FAIL
    assert "SSL_CERT_DIR names something that is not there" in sentence
    assert "SSL_CERT_DIR" in remedy
