"""T05 in the real window: forty kinds of errors with a secret in their texts, and nothing of it in the page."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

from tests.support.driven_app import DrivenApp
from tests.support.page_scripts import WITH_BRIDGE
from tests.support.windows import BOTH, QT, open_window

KINDS = 40
# Everything that a page can find out about a failed call, and everything that it could show of it.
PROVOKE_ALL = f"""
    {WITH_BRIDGE}
    const found = [];
    for (let number = 0; number < argument; number += 1) {{
        const error = await bridge.call('settings.read', {{ key: `error_${{number}}` }}).catch((error) => error);
        const properties = Object.getOwnPropertyNames(error).map((name) => [name, String(error[name])]);
        found.push({{ code: error.code, properties }});
    }}
    return {{ found, page: document.documentElement.outerHTML }};
"""


def provoke(app: DrivenApp, kinds: int) -> tuple[list[str], str]:
    """Let handlers fail and return the codes of their errors, and all that the page knows about them."""
    outcome = app.in_shell(PROVOKE_ALL, kinds)
    return [each["code"] for each in outcome["found"]], str(outcome)


@pytest.mark.parametrize("engine", BOTH)
def test_t05_no_text_of_an_error_is_in_the_page(engine: str, tmp_path: Path) -> None:
    canary = secrets.token_hex(8)
    with open_window(engine, tmp_path, options=("--canary", canary)) as app:
        codes, known = provoke(app, KINDS)
        assert set(codes) == {"internal", "invalid_arguments", "settings"}
        assert codes.count("internal") == KINDS - 2
        assert canary not in known
        assert app.notes()["scripts_with_canary"] == 0
        assert "Traceback" not in known
        assert "/app/" not in known.replace(str(app.in_shell("return document.baseURI;")), "")
        assert "Traceback" in app.log()


@pytest.mark.parametrize("engine", [QT])
def test_t05_texts_of_errors_are_in_the_page_without_the_envelope_twin(engine: str, tmp_path: Path) -> None:
    canary = secrets.token_hex(8)
    with open_window(engine, tmp_path, without=("error envelope",), options=("--canary", canary)) as app:
        _codes, known = provoke(app, 4)
        assert canary in known
        assert app.notes()["scripts_with_canary"] > 0
