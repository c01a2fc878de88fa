"""Checks for variables that send keys, traffic or code elsewhere; it names them and never shows a value."""

from __future__ import annotations

from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import passed, say, warned

REDIRECTING = frozenset(
    {"PYTHON_KEYRING_BACKEND", "SSLKEYLOGFILE", "LD_PRELOAD", "LD_AUDIT", "DYLD_INSERT_LIBRARIES", "DYLD_LIBRARY_PATH"}
    | {"PYTHONHOME", "PYTHONPATH", "PYTHONINSPECT", "PYWEBVIEW_GUI", "PYWEBVIEW_LOG", "QT_API"}
    | {"QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QML_IMPORT_PATH", "GTK_PATH", "GTK_EXE_PREFIX"}
    | {"GIO_EXTRA_MODULES", "GIO_MODULE_DIR", "GI_TYPELIB_PATH", "OPENSSL_CONF"}
)
REDIRECTING_PREFIXES = ("OPENAI_", "KEYRING_PROPERTY_", "QTWEBENGINE_", "WEBKIT_", "WEBVIEW2_", "JSC_")
# Companies, desktops and manuals set these; they are worth knowing and nothing to worry about.
ORDINARY = frozenset(
    {"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "LD_LIBRARY_PATH", "QT_QPA_PLATFORM", "OPENAI_API_KEY"}
    | {"GTK_MODULES", "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"}
    | {"WEBKIT_DISABLE_DMABUF_RENDERER", "WEBKIT_DISABLE_COMPOSITING_MODE"}
)


def probe(context: CheckContext) -> Finding:
    """Look at the names of all variables that are set."""
    names = sorted(name for name, value in context.environ.items() if value)
    redirecting = [name for name in names if is_redirecting(name)]
    ordinary = [name for name in names if name.upper() in ORDINARY]
    evidence = {"redirecting": redirecting, "ordinary": ordinary}
    if redirecting:
        remedy = Remedy(say(f"doctor.environment.remedy.{context.system}"))
        summary = say("doctor.environment.warn", names=", ".join(redirecting))
        return warned(summary, remedy, evidence=evidence)
    return passed(say("doctor.environment.pass"), ", ".join(ordinary), evidence=evidence)


def is_redirecting(name: str) -> bool:
    """Say whether a variable of this name steers what this program must decide itself."""
    known = name.upper()
    return known in REDIRECTING or (known.startswith(REDIRECTING_PREFIXES) and known not in ORDINARY)


CHECK = Check("env-01", "connection", "doctor.environment.title", "medium", probe)
