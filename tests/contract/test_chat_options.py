"""The official interface's options compile against its own types; a field too many or of a wrong kind does not."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from app.resources import assets_dir
from tests.support.node import NODE

ELEMENT = assets_dir() / "element"
CHAT = assets_dir() / "chat"
COMPILER = ELEMENT / "node_modules" / "typescript" / "bin" / "tsc"
SOURCE = (CHAT / "chat_options.js").read_text(encoding="utf-8")
MODULES = ("untrusted.js", "official_locale.js")
DEADLINE_SECONDS = 60

# What each one replaces, and with what: every record of the options, once with a field that ChatKit does not know, and
# values of the wrong kind.
MUTANTS = {
    "an option": ("    entities: undefined,\n", "    entities: undefined,\n    sidebar: undefined,\n"),
    "an option left out": ("    entities: undefined,\n", ""),
    "both apis": (
        "return { getClientSecret: (current) => handlers.getClientSecret(current) };",
        "return { getClientSecret: (current) => handlers.getClientSecret(current), token: 'x' };",
    ),
    "api field": ("    uploadStrategy: uploadUrl ===", "    headers: undefined,\n    uploadStrategy: uploadUrl ==="),
    "upload strategy": ("{ type: 'direct', uploadUrl }", "{ type: 'direct', url: uploadUrl }"),
    "theme field": ("    radius: first(", "    shadows: undefined,\n    radius: first("),
    "theme system": ("colorScheme: worn,", "colorScheme: 'system',"),
    "colour field": ("    grayscale: first(", "    palette: undefined,\n    grayscale: first("),
    "accent text": ("? undefined : { primary, level:", "? undefined : primary && { primary, tone: 1, level:"),
    "accent level": ("LEVELS) ?? 1 }", "LEVELS) ?? 7 }"),
    "surface field": (": { background, foreground };", ": { background, foreground, border: background };"),
    "grayscale field": (": { hue, tint, shade };", ": { hue, tint, shade, warm: true };"),
    "typography field": ("    fontFamily: first(", "    fontSize: undefined,\n    fontFamily: first("),
    "font field": ("    src,\n", "    src,\n    format: undefined,\n"),
    "header field": ("    leftAction: undefined,\n", "    leftAction: undefined,\n    sticky: undefined,\n"),
    "header title": ("{ text: title }", "{ text: title, bold: true }"),
    "history field": ("    showRename: flagOf", "    showShare: true,\n    showRename: flagOf"),
    "start screen field": ("    prompts: listOf(", "    image: undefined,\n    prompts: listOf("),
    "prompt field": ("const fields = { label, prompt, icon:", "const fields = { label, prompt, colour: 1, icon:"),
    "item action": ("const fields = { feedback: flagOf", "const fields = { share: true, feedback: flagOf"),
    "composer field": ("    tools: undefined,\n", "    tools: undefined,\n    voice: undefined,\n"),
    "upload strategy of the composer": (
        "    maxSize: numberOf",
        "    uploadStrategy: undefined,\n    maxSize: numberOf",
    ),
    "dictation field": ("? { enabled: true } : undefined", "? { enabled: true, model: 'x' } : undefined"),
    "dictation flag": (
        "dictation: isWanted(field(composer, 'dictation')) ? { enabled: true }",
        "dictation: true ? true",
    ),
    "disclaimer field": ("const fields = { text, highContrast:", "const fields = { text, icon: 1, highContrast:"),
    "thread field": ("thread: { autoScroll: true }", "thread: { autoScroll: true, virtual: true }"),
    "locale": ("locale: nearestLocale(configuration.locale)", "locale: 'xx-YY'"),
}


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the names of the mutants that the compiler refuses; all are compiled at once, beside the source itself."""
    folder = tmp_path_factory.mktemp("mutants")
    for module in MODULES:
        (folder / module).write_bytes((CHAT / module).read_bytes())
    (folder / "source.js").write_text(SOURCE, encoding="utf-8")
    for number, (old, new) in enumerate(MUTANTS.values()):
        assert SOURCE.count(old) == 1, old
        (folder / f"mutant_{number}.js").write_text(SOURCE.replace(old, new), encoding="utf-8")
    types = str(ELEMENT / "node_modules" / "@openai" / "chatkit" / "types" / "index.d.ts")
    project = {
        "extends": str(ELEMENT / "tsconfig.page.json"),
        "compilerOptions": {"paths": {"@openai/chatkit": [types]}},
        "include": ["*.js"],
    }
    (folder / "tsconfig.json").write_text(json.dumps(project), encoding="utf-8")
    command = [str(NODE), str(COMPILER), "--noEmit", "--pretty", "false", "--project", str(folder)]
    said = subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE_SECONDS, check=False).stdout
    files = {Path(line.split("(", 1)[0]).name for line in said.splitlines() if "error TS" in line}
    assert not files & {"source.js", *MODULES}, said
    return {name for number, name in enumerate(MUTANTS) if f"mutant_{number}.js" in files}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_the_compiler_refuses(mutant: str, refused: set[str]) -> None:
    assert mutant in refused
