"""F42: a company's own authority works once its file is set, and a file that is none is explained."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.diagnostics.findings import CheckContext, Finding, State
from app.diagnostics.online import certificate
from app.diagnostics.reach import Place
from app.errors import CertificateRefused
from app.resources import text
from app.services.session_service import check_service
from app.settings.locations import resolve_locations
from tests.support.certificates import certificate as write_certificate
from tests.support.stand_in_api import StandInApi, stand_in

VARIABLE = "SSL_CERT_FILE"


@pytest.fixture
def company(tmp_path: Path) -> Iterator[StandInApi]:
    with stand_in(write_certificate(tmp_path, "Company Ltd")) as api:
        yield api


def probe(api: StandInApi, tmp_path: Path) -> Finding:
    context = CheckContext.of_this_process(resolve_locations(tmp_path, {}), environ=os.environ)
    return certificate.probe(Place("service", f"{api.url}/x"), replace(context, now=time.time))


def test_f42_the_file_of_the_company_is_used_once_it_is_set(
    company: StandInApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = company.url.removesuffix("/v1")
    with pytest.raises(CertificateRefused):
        check_service(url, "token")
    assert company.requests == []
    monkeypatch.setenv(VARIABLE, str(tmp_path / "certificate.pem"))
    check_service(url, "token")
    finding = probe(company, tmp_path)
    assert finding.state is State.PASS
    assert finding.evidence["issuer"] == "Company Ltd"


@pytest.mark.parametrize("content", [None, b"", b"no certificate", b"\x00\xff" * 100])
def test_f42_a_file_that_holds_no_certificate_is_explained(
    company: StandInApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    broken = tmp_path / "broken.pem"
    if content is not None:
        broken.write_bytes(content)
    monkeypatch.setenv(VARIABLE, str(broken))
    finding = probe(company, tmp_path)
    assert finding.state is State.FAIL
    assert finding.summary == text("doctor.reach.certificate.ca_file", variable=VARIABLE)
    assert finding.remedy is not None
    assert finding.remedy.text == text("doctor.reach.certificate.ca_file.remedy", variable=VARIABLE)
    assert finding.evidence["issuer"] == "Company Ltd"
    assert str(broken) not in repr(finding)
    assert company.requests == []


def test_f42_the_file_of_another_company_is_not_blamed(
    company: StandInApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    monkeypatch.setenv(VARIABLE, str(write_certificate(tmp_path / "other", "Other Ltd")))
    finding = probe(company, tmp_path)
    assert finding.state is State.FAIL
    assert finding.summary == text("hosted.certificate_issuer", issuer="Company Ltd")
    assert finding.remedy is not None
    assert finding.remedy.text == text("error.certificate_refused.hint")
