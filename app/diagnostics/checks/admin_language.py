"""Answers an administrator: are there words of the window in the language that is set?"""

from __future__ import annotations

import re

from app.diagnostics.checks.settings_in_use import settings_in_use
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import passed, say, warned

LOCALES = "locales"


def probe(context: CheckContext) -> Finding:
    """Look for the catalogue of the language; agents are told the language whatever the window speaks."""
    asked = str(settings_in_use(context, "locale")[0])
    languages: list[str] = sorted(file.stem for file in (context.assets / LOCALES).glob("*.json"))
    evidence: dict[str, Plain] = {"asked": asked, "languages": languages}
    if asked and re.split("[-_]", asked)[0].lower() not in languages:
        remedy = Remedy(say("doctor.admin_language.remedy"), action="settings")
        summary = say("doctor.admin_language.missing", language=asked, known=", ".join(languages))
        return warned(summary, remedy, evidence=evidence)
    return passed(say("doctor.admin_language.pass", known=", ".join(languages)), evidence=evidence)


CHECK = Check("adm-08", "administrator", "doctor.admin_language.title", "low", probe)
