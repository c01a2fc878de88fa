"""Checks that the authorities which vouch for servers are there: the system's, or those that a variable names."""

from __future__ import annotations

import os
import ssl
from pathlib import Path

from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import apt_install, failed, passed, say, warned
from app.private_file import read_bounded

FILE, FOLDER = "SSL_CERT_FILE", "SSL_CERT_DIR"
SYSTEM_FILES = (
    *("etc/ssl/certs/ca-certificates.crt", "etc/pki/tls/certs/ca-bundle.crt", "etc/ssl/ca-bundle.pem"),
    *("etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "etc/ssl/cert.pem"),
)
MOST_BYTES = 16 * 1024 * 1024
MOST_NAMES = 3
# A file of more than these is a whole system's list, where some that have expired harm nobody.
MOST_OF_A_COMPANY = 20


def probe(context: CheckContext) -> Finding:
    """Look where this system's authorities come from; on Windows and macOS the system itself vouches."""
    if context.system != "linux":
        return passed(say("doctor.authorities.system"), evidence={"source": "system"})
    file, folder = context.environ.get(FILE, ""), context.environ.get(FOLDER, "")
    if file:
        return _judge_file(Path(file), context)
    if folder:
        return _judge_folders(folder)
    if any((context.root / each).is_file() for each in (*SYSTEM_FILES, *_of_openssl())):
        return passed(say("doctor.authorities.system"), evidence={"source": "system"})
    remedy = Remedy(say("doctor.authorities.remedy_none"), apt_install("ca-certificates", context))
    return failed(say("doctor.authorities.none"), remedy, evidence={"source": "none"})


def _judge_file(file: Path, context: CheckContext) -> Finding:
    evidence: dict[str, Plain] = {"source": FILE, "file": str(file)}
    remedy = Remedy(say("doctor.authorities.remedy_file", variable=FILE))
    known = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        known.load_verify_locations(cadata=_text_of(file))
    except (ssl.SSLError, ValueError):
        return failed(say("doctor.authorities.no_certificate", variable=FILE), remedy, str(file), evidence=evidence)
    except OSError:
        return failed(say("doctor.authorities.gone", variable=FILE), remedy, str(file), evidence=evidence)
    authorities = known.get_ca_certs()
    if not authorities:
        return failed(say("doctor.authorities.no_authority", variable=FILE), remedy, str(file), evidence=evidence)
    expired = [each for each in authorities if ssl.cert_time_to_seconds(str(each["notAfter"])) < context.now()]
    is_all = len(expired) == len(authorities)
    if is_all or (expired and len(authorities) <= MOST_OF_A_COMPANY):
        names = ", ".join(sorted(map(_name, expired))[:MOST_NAMES])
        tell, how = (failed, "all_expired") if is_all else (warned, "expired")
        return tell(say(f"doctor.authorities.{how}", variable=FILE), remedy, names, evidence=evidence)
    return passed(say("doctor.authorities.pass", variable=FILE), evidence={**evidence, "authorities": len(authorities)})


def _judge_folders(variable: str) -> Finding:
    folders = [folder for folder in variable.split(os.pathsep) if folder]
    evidence: dict[str, Plain] = {"source": FOLDER, "folders": folders}
    if any(Path(folder).is_dir() for folder in folders):
        return passed(say("doctor.authorities.pass", variable=FOLDER), evidence=evidence)
    remedy = Remedy(say("doctor.authorities.remedy_file", variable=FOLDER))
    return failed(say("doctor.authorities.gone", variable=FOLDER), remedy, "\n".join(folders), evidence=evidence)


def _text_of(file: Path) -> str:
    """Return what certificates are made of; whatever else stands there, in any language, is a remark."""
    return read_bounded(file, MOST_BYTES, follow_links=True).decode("ascii", "ignore")


def _name(authority: object) -> str:
    """Return what a certificate is called, of all the names it has."""
    subject = authority.get("subject", ()) if isinstance(authority, dict) else ()
    names = {kind: value for part in subject for kind, value in part}
    return str(names.get("commonName", "?"))


def _of_openssl() -> tuple[str, ...]:
    """Return where the library of this Python looks, which may be a place of its own."""
    return (ssl.get_default_verify_paths().openssl_cafile.lstrip("/"),)


CHECK = Check("net-02", "connection", "doctor.authorities.title", "medium", probe)
