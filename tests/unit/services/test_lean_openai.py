"""The lean import of `openai`: whatever it has is there, sooner or later."""

from __future__ import annotations

import subprocess
import sys

from tests.support.processes import ROOT

LEAN = "from app.services.lean_openai import import_openai as i; openai = i(); import sys; "


def run(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", LEAN + script], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_types_come_when_they_are_asked_for() -> None:
    run("import openai.types; assert 'openai.types.batch' not in sys.modules; openai.types.Batch")
    run("from openai.types.beta.chatkit import ChatSession as c; assert c.__name__ == 'ChatSession'")
    run("from openai.types import *; assert Batch.__name__ == 'Batch'")
    run("from openai.types import chat, Batch; assert chat.ChatCompletion")
    run("assert not hasattr(openai.types, 'no_such_thing')")


def test_a_package_has_the_names_that_it_has_otherwise() -> None:
    names = "import openai.types.{0} as p; getattr(p, 'x', 0); print(sorted(n for n in vars(p) if n[0].isupper()))"
    for package in ("beta.chatkit", "shared", "chat"):
        plain = [sys.executable, "-c", names.format(package)]
        assert run(names.format(package)) == subprocess.run(plain, capture_output=True, text=True, check=True).stdout


def test_its_client_works_without_them() -> None:
    count = "openai.OpenAI(api_key='x'); print(sum(each.startswith('openai.types.') for each in sys.modules))"
    assert int(run(count)) < 150
