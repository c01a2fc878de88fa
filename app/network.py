"""Owns how this program talks to other computers: certificates, proxies, deadlines, and what a failure is called."""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from app.brand import BRAND
from app.errors import (
    AnswerUnusable,
    AppError,
    CertificateRefused,
    ClockWrong,
    ConnectionFailed,
    ConnectionRefused,
    ConnectionUnusable,
    KeyRefused,
    NameNotResolved,
    NetworkTimeout,
    NotTheServer,
    ProxyFailed,
    ServerTrouble,
)
from app.resources import text

if TYPE_CHECKING:
    import httpx2

CONNECT_SECONDS = 5.0
READ_SECONDS = 6.0
ISSUER_SECONDS = 2.0
MOST_BYTES = 64 * 1024
CLOCK_TOLERANCE_SECONDS = 300.0
# OpenSSL's numbers.
NOT_YET_VALID, EXPIRED, OTHER_NAME, OTHER_ADDRESS = 9, 10, 62, 64


def is_loopback(url: str) -> bool:
    """Say whether an address is this computer."""
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def system_proxy(url: str) -> str | None:
    """Return the proxy that the system names for an address; there is none for this computer."""
    parts = urlsplit(url)
    if is_loopback(url) or proxy_bypass(parts.hostname or ""):
        return None
    known = getproxies()
    proxy = known.get(parts.scheme) or known.get("all")
    return proxy if proxy is None or "://" in proxy else f"http://{proxy}"


def usable_proxy(url: str) -> str | None:
    """Return the proxy for an address, if there is one; raises ProxyFailed for one that no client here can use."""
    proxy = system_proxy(url)
    if proxy is None:
        return None
    if not is_usable(proxy):
        raise ProxyFailed(text("network.proxy_kind"), hint=text("network.proxy_kind.hint"))
    return proxy


def is_usable(proxy: str) -> bool:
    """Say whether this is the address of a proxy of a kind that the clients here speak with."""
    try:
        parts = urlsplit(proxy)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # its port is none
        return False


def tls_context(ca_file: Path | None = None) -> ssl.SSLContext:
    """Return what checks certificates: the system's authorities, or those of one explicit file."""
    if ca_file is not None:
        context = ssl.create_default_context(cafile=str(ca_file))
    else:
        import truststore

        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def open_client(
    url: str,
    ca_file: Path | None = None,
    read_seconds: float = READ_SECONDS,
    most_bytes: int = MOST_BYTES,
    hear_answer: Callable[[httpx2.Response], None] = lambda _response: None,
) -> httpx2.Client:
    """Return a client for one address: it follows no redirect, reads a bounded body and asks no proxy for loopback."""
    import httpx2

    options = client_options(url, ca_file, read_seconds)
    return httpx2.Client(**options, event_hooks={"response": [partial(_bound, most_bytes), hear_answer]})


def client_options(url: str, ca_file: Path | None, read_seconds: float) -> dict[str, Any]:
    """Return how any client of this program, whichever its kind, is made for one address; raises ProxyFailed."""
    import httpx2

    return {
        "verify": tls_context(ca_file),
        # SECURITY: a proxy never sees what is meant for this computer; elsewhere that of the system counts.
        "trust_env": False,
        "proxy": usable_proxy(url),
        # SECURITY: whoever is redirected to would get the key as well.
        "follow_redirects": False,
        "timeout": httpx2.Timeout(read_seconds, connect=CONNECT_SECONDS),
        "headers": {"user-agent": BRAND.slug, "accept-encoding": "identity"},
    }


def _bound(most_bytes: int, response: httpx2.Response) -> None:
    """Let an answer be read up to a size, and not unpacked."""
    import httpx2

    class Bounded(httpx2.SyncByteStream):
        def __init__(self, inner: httpx2.SyncByteStream) -> None:
            self._inner = inner

        def __iter__(self) -> Iterator[bytes]:
            left = most_bytes
            for piece in self._inner:
                left -= len(piece)
                if left < 0:
                    raise AnswerUnusable(detail="too large")
                yield piece

        def close(self) -> None:
            self._inner.close()

    # SECURITY: a small packed body can unpack to gigabytes; we asked for none.
    if response.headers.get("content-encoding", "identity") != "identity":
        raise AnswerUnusable(detail="packed")
    if isinstance(response.stream, httpx2.SyncByteStream):
        response.stream = Bounded(response.stream)


def server_time(date_header: str | None) -> float | None:
    """Return the seconds since 1970 that a date in a header stands for, if it is one."""
    try:
        return parsedate_to_datetime(date_header or "").timestamp()
    except ValueError:
        return None


def check_is_json(content_type: str) -> None:
    """Raise NotTheServer for a page of a captive portal, and AnswerUnusable for any other type than JSON."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind in {"text/html", "application/xhtml+xml"}:
        raise NotTheServer
    if kind != "application/json":
        raise AnswerUnusable(detail="not json")


def check_chatkit_status(status: int) -> None:
    """Raise what any status but success means when a self-hosted ChatKit server answers with it."""
    if status in (401, 403):
        raise header_refused()
    if 300 <= status < 400 or status in (404, 405):
        raise NotTheServer(text("relay.elsewhere.sentence"), hint=text("relay.elsewhere.hint"))
    if status >= 500:
        raise ServerTrouble(text("relay.trouble.sentence"), hint=text("relay.trouble.hint"))
    if status >= 400:
        raise AnswerUnusable(text("relay.unusable.sentence", status=status), hint=text("relay.unusable.hint"))


def header_refused() -> KeyRefused:
    """Return what it means that a server of one's own refuses the header, or that none can hold the token."""
    return KeyRefused(text("relay.refused.sentence"), hint=text("relay.refused.hint"))


def transport_failure(error: BaseException, url: str) -> AppError:
    """Return what a failure below HTTP is called in the one error tree."""
    import httpx2

    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, AppError):
            return cause
        if isinstance(cause, httpx2.InvalidURL):
            return ConnectionUnusable(text("connection.fault.url_form"))
        if isinstance(cause, ssl.SSLCertVerificationError):
            return certificate_failure(cause, _issuer(url))
        if isinstance(cause, ssl.SSLError):
            return CertificateRefused(detail=type(cause).__name__)
        if isinstance(cause, httpx2.ProxyError):
            return proxy_failure(str(cause)[:3])
    if any(isinstance(cause, httpx2.ConnectError) for cause in causes) and system_proxy(url):
        return proxy_gone(error)
    kinds: list[tuple[tuple[type[BaseException], ...], type[AppError]]] = [
        ((socket.gaierror,), NameNotResolved),
        ((ConnectionRefusedError,), ConnectionRefused),
        ((httpx2.TimeoutException, TimeoutError), NetworkTimeout),
    ]
    for types, kind in kinds:
        if any(isinstance(cause, types) for cause in causes):
            return kind()
    return ConnectionFailed(detail=type(error).__name__)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Return an error and what led to it, the nearest first."""
    seen: set[int] = set()
    next_error: BaseException | None = error
    while next_error is not None and id(next_error) not in seen:
        seen.add(id(next_error))
        yield next_error
        next_error = next_error.__cause__ or next_error.__context__


def proxy_gone(error: BaseException) -> ProxyFailed:
    """Return what it means that the system names a proxy and nobody answers there."""
    return ProxyFailed(text("network.proxy_gone"), hint=text("network.proxy_gone.hint"), detail=type(error).__name__)


def proxy_failure(status: str) -> ProxyFailed:
    """Return what it means that a proxy answers with this status when it is asked for a way."""
    if status == "407":
        return ProxyFailed(text("network.proxy_password"), hint=text("network.proxy_password.hint"))
    return ProxyFailed(detail=f"status {status}" if status.isdigit() else "")


def certificate_failure(error: ssl.SSLCertVerificationError, issuer: str) -> AppError:
    """Return what it means that a certificate, of which this is the issuer where that is known, is not believed."""
    today = date.today().isoformat()
    # A wrong clock is the commonest reason for the first.
    if error.verify_code == NOT_YET_VALID:
        return ClockWrong(hint=text("network.not_yet_valid", date=today))
    hint = text("network.expired", date=today) if error.verify_code == EXPIRED else ""
    if error.verify_code in (OTHER_NAME, OTHER_ADDRESS):
        hint = text("network.other_name")
    sentence = text("hosted.certificate_issuer", issuer=issuer) if issuer else ""
    # What OpenSSL says of it may quote the name of the server; its number is enough.
    return CertificateRefused(sentence, hint=hint, detail=f"verification {error.verify_code}")


def _issuer(url: str) -> str:
    """Return who signed a server's certificate, or nothing; no byte of ours is sent over that connection."""
    address = urlsplit(url)
    if system_proxy(url) is not None:
        return ""  # nothing goes there but through the proxy
    try:
        pem = ssl.get_server_certificate((address.hostname or "", address.port or 443), timeout=ISSUER_SECONDS)
        return issuer_in(ssl.PEM_cert_to_DER_cert(pem))
    except (OSError, ValueError):
        return ""


def issuer_in(certificate: bytes) -> str:
    """Return who signed a certificate, given in DER, or nothing where it does not say."""
    try:
        x509 = import_module("cryptography.x509")
        issuer = x509.load_der_x509_certificate(certificate).issuer
    except (ImportError, ValueError):
        return ""
    # An authority without a name of its own has its organisation's.
    kinds = (x509.NameOID.COMMON_NAME, x509.NameOID.ORGANIZATION_NAME)
    names = [name for kind in kinds for name in issuer.get_attributes_for_oid(kind)]
    return "".join(letter for letter in str(names[0].value) if letter.isprintable())[:64] if names else ""
