"""Owns how macOS is told who made the program: the certificate, signatures, and Apple's own look at it."""

from __future__ import annotations

import base64
import os
import secrets
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import Invalid
from app.private_file import write_atomically
from programs import answer_of, run_quietly

# Who signs. PyInstaller's recipe reads it, too: it signs every library on its way into the program.
IDENTITY = "MACOS_SIGNING_IDENTITY"
# A key of App Store Connect's, with which Apple is asked to look at the program: its text, its name, its owner.
NOTARY_KEY, NOTARY_KEY_ID, NOTARY_ISSUER = "MACOS_NOTARY_KEY", "MACOS_NOTARY_KEY_ID", "MACOS_NOTARY_ISSUER"
NEEDED = (IDENTITY, NOTARY_KEY, NOTARY_KEY_ID, NOTARY_ISSUER)
# The certificate with its key, in base64, where the computer's keychain does not have it already.
CERTIFICATE, CERTIFICATE_PASSWORD = "MACOS_CERTIFICATE", "MACOS_CERTIFICATE_PASSWORD"
# What nobody but this module needs to know.
SECRETS = frozenset({NOTARY_KEY, CERTIFICATE, CERTIFICATE_PASSWORD})
LOG = "macos.log"
APPLE_ANSWERS_WITHIN = "45m"


@dataclass(frozen=True)
class Signer:
    """Somebody whose programs macOS opens without a warning."""

    identity: str
    notary_key: str = field(repr=False)
    notary_key_id: str
    notary_issuer: str


def signer_in(environ: Mapping[str, str] = os.environ) -> Signer | None:
    """Return who signs, or None where nobody is named; half of what it takes is a mistake."""
    missing = [name for name in NEEDED if not environ.get(name)]
    if len(missing) == len(NEEDED):
        return None
    if missing:
        raise Invalid(f"To sign for macOS, {', '.join(missing)} has to be set, too.", hint="Or set none of them.")
    return Signer(*(environ[name] for name in NEEDED))


def sign_application(application: Path, entitlements: Path, signer: Signer | None) -> None:
    """Seal the application, whose libraries are signed already; without a signer, by nobody: unsealed none is run."""
    hardened = [] if signer is None else ["--options", "runtime", "--entitlements", str(entitlements)]
    _sign(application, hardened, signer)
    run_without_secrets(["codesign", "--verify", "--deep", "--strict", str(application)], "Looking at the signature")


def sign_image(image: Path, signer: Signer) -> None:
    """Sign a disk image."""
    _sign(image, [], signer)


def _sign(path: Path, options: Sequence[str], signer: Signer | None) -> None:
    who = ["--sign", "-"] if signer is None else ["--timestamp", "--sign", signer.identity]
    run_without_secrets(["codesign", "--force", *options, *who, str(path)], "Signing")


def notarize(path: Path, signer: Signer) -> None:
    """Have Apple look at an application or a disk image, and keep its word with it."""
    with tempfile.TemporaryDirectory() as folder:
        sent = Path(folder) / f"{path.name}.zip" if path.is_dir() else path
        if path.is_dir():
            pack = ["ditto", "-c", "-k", "--keepParent", str(path), str(sent)]
            run_without_secrets(pack, "Packing the program for Apple")
        key = _write_private(Path(folder) / "key.p8", signer.notary_key.encode())
        who = ["--key", str(key), "--key-id", signer.notary_key_id, "--issuer", signer.notary_issuer]
        submit = ["xcrun", "notarytool", "submit", str(sent), *who, "--wait", "--timeout", APPLE_ANSWERS_WITHIN]
        run_without_secrets(submit, "Having Apple look at the program")
    # This fails, too, when Apple did not like what it saw.
    run_without_secrets(["xcrun", "stapler", "staple", str(path)], "Keeping Apple's word with the program")


@contextmanager
def own_keychain(environ: Mapping[str, str] = os.environ) -> Iterator[None]:
    """Lend the system the certificate from the environment, if there is one, in a keychain that goes afterwards."""
    if not environ.get(CERTIFICATE):
        yield
        return
    with tempfile.TemporaryDirectory() as folder:
        keychain = Path(folder) / "signing.keychain-db"
        certificate = _write_private(Path(folder) / "certificate.p12", _decoded(environ[CERTIFICATE]))
        create, *others = _keychain_commands(keychain, certificate, environ.get(CERTIFICATE_PASSWORD, ""))
        run_without_secrets(create, "Making a keychain")
        try:
            for command in others:
                run_without_secrets(command, "Lending the certificate")
            yield
        finally:
            run_without_secrets(["security", "delete-keychain", str(keychain)], "Taking the certificate back")


def _decoded(certificate: str) -> bytes:
    try:
        return base64.b64decode(certificate)
    except ValueError as error:
        raise Invalid(f"{CERTIFICATE} is not in base64.") from error


def _keychain_commands(keychain: Path, certificate: Path, password: str) -> list[list[str]]:
    place, own_password = str(keychain), secrets.token_urlsafe(24)
    listed = answer_of(["security", "list-keychains", "-d", "user"]) or ""
    others = [line.strip().strip('"') for line in listed.splitlines() if line.strip()]
    return [
        ["security", "create-keychain", "-p", own_password, place],
        ["security", "set-keychain-settings", "-l", "-u", "-t", "7200", place],
        ["security", "unlock-keychain", "-p", own_password, place],
        ["security", "import", str(certificate), "-k", place, "-P", password, "-T", "/usr/bin/codesign"],
        # Without this the system asks somebody, in a dialog, whether codesign may.
        ["security", "set-key-partition-list", "-S", "apple-tool:,apple:", "-s", "-k", own_password, place],
        ["security", "list-keychains", "-d", "user", "-s", place, *others],
    ]


def _write_private(path: Path, content: bytes) -> Path:
    write_atomically(path, content)
    return path


def run_without_secrets(command: Sequence[str], task: str) -> None:
    """Run a program of the system's, which needs to know none of the secrets that it is not given."""
    environ = {name: value for name, value in os.environ.items() if name not in SECRETS}
    run_quietly(command, task=task, log_name=LOG, environ=environ)
