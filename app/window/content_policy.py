"""Owns what the documents may load and do: every security header of the page server, from one table."""

from __future__ import annotations

Headers = tuple[tuple[str, str], ...]

SHELL_HOST = "127.0.0.1"
CHAT_HOST = "localhost"

# SECURITY: what is not named here is refused by default-src 'none'. Scripts come from the page server only, and nothing
# may turn text into code: no 'unsafe-eval', no 'unsafe-inline' for scripts, in any document. OpenAI's script, which
# nobody can pin, and its frame are let into one document only, the one that is made for them.
CONTENT_SECURITY: dict[str, tuple[str, str, str]] = {
    # directive:                  (shell, chat, official); "" leaves it out
    "default-src": ("'none'", "'none'", "'none'"),
    "script-src": ("'self'", "'self'", "'self' {script_origin}"),
    # Widgets of an agent carry their sizes and colours in style attributes, and OpenAI's script writes a style.
    "style-src": ("'self'", "'self' 'unsafe-inline'", "'self' 'unsafe-inline'"),
    # Of the chat host, what was attached; in OpenAI's interface it stands in their frame.
    "img-src": ("'self'", "'self' data: blob: {chat_host_origin}", "'self' data: blob:"),
    "font-src": ("'self'", "", ""),
    # 'self' is the catalogue of words; the second is the chat host.
    "connect-src": ("'self'", "'self' {chat_host_origin}", "'self' {chat_host_origin}"),
    "frame-src": ("{chat_origin}", "", "{script_origin}"),
    "object-src": ("'none'", "'none'", "'none'"),
    "base-uri": ("'none'", "'none'", "'none'"),
    "form-action": ("'none'", "'none'", "'none'"),
    "frame-ancestors": ("'none'", "{shell_origin}", "{shell_origin}"),
    # The chat document's renderer fills templates, which Trusted Types would forbid without a policy of its own.
    "require-trusted-types-for": ("'script'", "", ""),
    "trusted-types": ("'none'", "", ""),
}

# SECURITY: deny by default, in the shell and so in every frame below it; copying is the one thing both may do. What the
# microphone hears goes down to the official interface's frame, where `allow` on the chat frame lets it, and the engine.
# Payment and USB are left to the engines' own refusal: Qt's does not know these names and would complain on every load.
DENIED_FEATURES = (
    "accelerometer",
    "camera",
    "clipboard-read",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "midi",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "xr-spatial-tracking",
)

COMMON_HEADERS: Headers = (
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
)


def origin(host: str, port: int) -> str:
    """Return the origin of a document served under this host name."""
    return f"http://{host}:{port}"


def shell_headers(port: int) -> Headers:
    """Return the headers of everything the shell's origin serves."""
    frame = f'(self "{origin(CHAT_HOST, port)}")'
    return (
        ("Content-Security-Policy", _content_security(0, port, chat_host_port=None)),
        ("Permissions-Policy", _permissions(copying=frame, hearing=frame)),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        *COMMON_HEADERS,
    )


def chat_headers(port: int, chat_host_port: int) -> Headers:
    """Return the headers of everything the chat document's origin serves."""
    return (
        ("Content-Security-Policy", _content_security(1, port, chat_host_port=chat_host_port)),
        ("Permissions-Policy", _permissions(copying="(self)", hearing="()")),
        *COMMON_HEADERS,
    )


def official_headers(port: int, chat_host_port: int, script_origin: str) -> Headers:
    """Return the headers of the one document that may load OpenAI's script, and its frame."""
    policy = _content_security(2, port, chat_host_port=chat_host_port, script_origin=script_origin)
    frame = f'(self "{script_origin}")'
    return (
        ("Content-Security-Policy", policy),
        ("Permissions-Policy", _permissions(copying=frame, hearing=frame)),
        *COMMON_HEADERS,
    )


def _content_security(document: int, port: int, *, chat_host_port: int | None, script_origin: str = "") -> str:
    origins = {
        "shell_origin": origin(SHELL_HOST, port),
        "chat_origin": origin(CHAT_HOST, port),
        "script_origin": script_origin,
        "chat_host_origin": origin(CHAT_HOST, chat_host_port) if chat_host_port else "",
    }
    sources = {name: row[document].format(**origins) for name, row in CONTENT_SECURITY.items()}
    return "; ".join(f"{name} {allowed}" for name, allowed in sources.items() if allowed)


def _permissions(*, copying: str, hearing: str) -> str:
    denied = [f"{feature}=()" for feature in DENIED_FEATURES]
    return ", ".join([*denied, f"clipboard-write={copying}", f"microphone={hearing}"])
