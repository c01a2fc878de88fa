from __future__ import annotations

import pytest

from app.diagnostics.checks import environment
from app.diagnostics.findings import State, System
from tests.unit.diagnostics.conftest import MakeContext


def test_an_ordinary_environment_passes(make_context: MakeContext) -> None:
    environ = {"PATH": "/bin", "https_proxy": "http://u:secret@p", "OPENAI_API_KEY": "secret", "PYTHONPATH": ""}
    finding = environment.probe(make_context(environ=environ))
    assert finding.state is State.PASS
    assert finding.evidence == {"redirecting": [], "ordinary": ["OPENAI_API_KEY", "https_proxy"]}
    assert "secret" not in repr(finding)


@pytest.mark.parametrize("system", ["linux", "macos", "windows"])
def test_variables_that_redirect_are_named_and_never_shown(make_context: MakeContext, system: System) -> None:
    names = [
        "KEYRING_PROPERTY_X",
        "LD_PRELOAD",
        "OPENAI_BASE_URL",
        "PYTHON_KEYRING_BACKEND",
        "QTWEBENGINE_CHROMIUM_FLAGS",
    ]
    names += ["SSLKEYLOGFILE", "WEBKIT_INSPECTOR_SERVER", "WEBVIEW2_ADDITIONAL_BROWSER_ARGUMENTS", "openai_proxy"]
    finding = environment.probe(make_context(environ=dict.fromkeys(names, "secret"), system=system))
    assert finding.state is State.WARN
    assert finding.evidence["redirecting"] == sorted(names)
    assert all(name in finding.summary for name in names)
    assert "secret" not in repr(finding)
    assert finding.remedy is not None
    assert not finding.remedy.text.startswith("doctor.")
