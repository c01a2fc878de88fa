"""Checks the certificate of a host (TLS): who issued it, for how long it holds, and whether it is believed here."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from app.diagnostics.findings import CheckContext, Finding, Plain, Remedy
from app.diagnostics.online.examining import examine_place, told, where
from app.diagnostics.reach import Place
from app.diagnostics.wording import failed, passed, say, warned
from app.errors import CertificateRefused, NotTheServer

CA_VARIABLE = "SSL_CERT_FILE"
DAY_SECONDS = 86_400
FEW_DAYS = 7
# What OpenSSL says, version by version, where the other side speaks no TLS at all.
NO_TLS = frozenset({"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "PACKET_LENGTH_TOO_LONG"})


def probe(place: Place, context: CheckContext) -> Finding:
    """Shake hands; where the certificate is not believed, nothing is sent and nobody is offered to go on."""
    return examine_place(place, lambda: _shake_hands(place, context))


def _shake_hands(place: Place, context: CheckContext) -> Finding:
    from app.diagnostics.online.way import is_opaque, open_way
    from app.network import tls_context, usable_proxy

    if is_opaque(usable_proxy(place.url)):
        return passed(say("doctor.reach.certificate.opaque"), evidence=where(place))
    try:
        with open_way(place) as way, tls_context().wrap_socket(way, server_hostname=place.host) as secured:
            shown = secured.getpeercert(binary_form=True) or b""
    except ssl.SSLError as error:
        return _refused(error, place, context)
    return _believed(shown, place, context)


def _believed(shown: bytes, place: Place, context: CheckContext) -> Finding:
    from app.network import issuer_in

    issuer, ends_at = issuer_in(shown), _end_of(shown)
    evidence: dict[str, Plain] = {**where(place), "issuer": issuer}
    if ends_at is None:
        return passed(say("doctor.reach.certificate.believed"), evidence=evidence)
    expires = datetime.fromtimestamp(ends_at, UTC).date().isoformat()
    days_left = int((ends_at - context.now()) // DAY_SECONDS)
    evidence["expires"] = expires
    measured = {"days_left": days_left}
    if days_left < FEW_DAYS:
        summary = say("doctor.reach.certificate.ends_soon", issuer=issuer, date=expires)
        remedy = Remedy(say("doctor.reach.certificate.ends_soon.remedy"))
        return warned(summary, remedy, place.host, evidence=evidence, measured=measured)
    summary = say("doctor.reach.certificate.pass", issuer=issuer, date=expires)
    return passed(summary, evidence=evidence, measured=measured)


def _refused(error: ssl.SSLError, place: Place, context: CheckContext) -> Finding:
    from app.network import certificate_failure

    if not isinstance(error, ssl.SSLCertVerificationError):
        return told(NotTheServer() if error.reason in NO_TLS else CertificateRefused(), place)
    issuer = _issuer(place)
    named = context.environ.get(CA_VARIABLE, "")
    if context.system == "linux" and named and not _holds_certificates(Path(named)):
        remedy = Remedy(say("doctor.reach.certificate.ca_file.remedy", variable=CA_VARIABLE))
        summary = say("doctor.reach.certificate.ca_file", variable=CA_VARIABLE)
        return failed(summary, remedy, issuer, evidence={**where(place), "issuer": issuer})
    return told(certificate_failure(error, issuer), place)


def _issuer(place: Place) -> str:
    """Return who issued the certificate that is not believed; no byte of ours is sent over that connection."""
    from app.diagnostics.online.way import open_way
    from app.network import ISSUER_SECONDS, issuer_in

    # What is not checked here is only looked at; nothing is said to whoever showed it.
    looking = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    looking.check_hostname, looking.verify_mode = False, ssl.CERT_NONE
    try:
        with open_way(place) as way:
            way.settimeout(ISSUER_SECONDS)
            with looking.wrap_socket(way, server_hostname=place.host) as secured:
                return issuer_in(secured.getpeercert(binary_form=True) or b"")
    except OSError:
        return ""


def _holds_certificates(path: Path) -> bool:
    """Say whether a file of certificates can be read and holds any."""
    try:
        return bool(ssl.create_default_context(cafile=str(path)).get_ca_certs())
    except (OSError, ValueError):
        return False


def _end_of(certificate: bytes) -> float | None:
    """Return when a certificate ends, in seconds since 1970."""
    try:
        known = import_module("cryptography.x509").load_der_x509_certificate(certificate)
        return float(known.not_valid_after_utc.timestamp())
    except (ImportError, ValueError):
        return None
