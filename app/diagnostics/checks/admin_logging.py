"""Answers an administrator: does the log hold no more than it should, and are the developers' aids off?"""

from __future__ import annotations

from app.diagnostics.checks.settings_in_use import settings_in_use
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import passed, say, warned


def probe(context: CheckContext) -> Finding:
    """Look at both settings."""
    level, development = settings_in_use(context, "log_level", "development")
    evidence: dict[str, Plain] = {"log_level": level, "development": development}
    verbose = [name for name, is_on in (("log_level", level == "debug"), ("development", development)) if is_on]
    if verbose:
        remedy = Remedy(say("doctor.admin_logging.remedy"), action="settings")
        return warned(say("doctor.admin_logging.verbose", names=", ".join(verbose)), remedy, evidence=evidence)
    return passed(say("doctor.admin_logging.pass"), evidence=evidence)


CHECK = Check("adm-04", "administrator", "doctor.admin_logging.title", "low", probe)
