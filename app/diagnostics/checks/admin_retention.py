"""Answers an administrator: where are conversations kept, for how long, and is anything else copying them?"""

from __future__ import annotations

from app.brand import BRAND
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import passed, say, warned

# Folders of programs that copy all that is in them to other computers, by the words their names begin with.
SYNCED = ("dropbox", "onedrive", "google drive", "googledrive", "nextcloud", "owncloud", "icloud", "mobile documents")


def probe(context: CheckContext) -> Finding:
    """Look at the path of the conversations; they stay until a person deletes them."""
    folder = context.locations.data_dir
    synced = next((part for part in folder.parts if part.lower().startswith(SYNCED)), "")
    evidence: dict[str, Plain] = {"synced_by": synced}
    if synced:
        remedy = Remedy(say("doctor.admin_retention.remedy"))
        return warned(say("doctor.admin_retention.synced", name=synced), remedy, str(folder), evidence=evidence)
    return passed(say("doctor.admin_retention.pass", command=f"{BRAND.slug} export"), evidence=evidence)


CHECK = Check("adm-06", "administrator", "doctor.admin_retention.title", "low", probe)
