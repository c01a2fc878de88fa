"""pywebview without its web server: what is left out stays out, and comes back when pywebview wants more of it."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).parents[3]


def run(script: str) -> str:
    """Run a script in an interpreter that has imported nothing yet."""
    command = [sys.executable, "-c", textwrap.dedent(script)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_nothing_of_the_web_server_is_loaded_and_typing_extensions_are_the_real_ones() -> None:
    assert (
        run(
            """
        import sys
        from app.window.engines.lean_import import import_webview
        webview = import_webview("webview")
        assert webview is import_webview("webview")
        import typing_extensions
        print("bottle" in sys.modules, hasattr(webview, "create_window"), hasattr(typing_extensions, "deprecated"))
        """
        )
        == "False True True"
    )


def test_a_pywebview_that_wants_more_of_them_gets_the_real_ones() -> None:
    assert (
        run(
            """
        import sys
        from app.window.engines import lean_import
        whole = lean_import.make_http
        def poorer():
            module = whole()
            del module.BottleServer
            return module
        lean_import.make_http = poorer
        lean_import.import_webview("webview")
        print("bottle" in sys.modules, "typing_extensions" in sys.modules)
        """
        )
        == "True True"
    )


def test_a_pywebview_that_is_there_already_is_used() -> None:
    assert (
        run(
            """
        import sys, webview
        from app.window.engines.lean_import import import_webview
        print(import_webview("webview") is webview, "bottle" in sys.modules)
        """
        )
        == "True True"
    )


def test_what_does_not_exist_is_an_import_error() -> None:
    assert (
        run(
            """
        from app.window.engines.lean_import import import_webview
        try:
            import_webview("webview.platforms.nothing")
        except ImportError:
            print("refused")
        """
        )
        == "refused"
    )
