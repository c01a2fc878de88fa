"""Signs what is delivered, with the builder's own command where there is one; run for the uninstaller by makensis."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.extend(str(folder) for folder in Path(__file__).resolve().parents[1:3])

from app.errors import AppError, Unavailable, UsageError
from programs import run_quietly
from windows.portable_executable import is_signed

# A JSON list of words, one of them "{file}"; passwords are left to what it calls.
COMMAND_VARIABLE = "WINDOWS_SIGNING_COMMAND"
FILE = "{file}"


def signing_command(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return what signs a file, or nothing where nobody has a certificate."""
    told = environ.get(COMMAND_VARIABLE, "")
    if not told:
        return ()
    try:
        words = json.loads(told)
    except ValueError:
        words = None
    if not (isinstance(words, list) and all(isinstance(word, str) for word in words) and FILE in words):
        raise UsageError(
            f"{COMMAND_VARIABLE} is no list of words with {FILE} among them.",
            hint=f'For example: ["signtool", "sign", "/fd", "SHA256", "/a", "{FILE}"]',
        )
    return tuple(words)


def sign(file: Path, command: Sequence[str]) -> None:
    """Sign one file, and see that it carries a signature afterwards."""
    words = [str(file) if word == FILE else word for word in command]
    run_quietly(words, task=f"Signing {file.name}", log_name="signing.log")
    if not is_signed(file):
        raise Unavailable(f"{file.name} carries no signature, although signing it did not fail.")


def main(arguments: Sequence[str]) -> int:
    """Sign the file that is named."""
    try:
        sign(Path(arguments[0]), signing_command(os.environ))
    except AppError as error:
        print(f"{error.sentence}\n{error.hint}", file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
