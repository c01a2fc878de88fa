"""Owns the AppArmor profile: where programs may not make user namespaces, Chromium's sandbox needs a word for it."""

from __future__ import annotations

from app.brand import Brand
from linux.places import Places

# Before this version of its language AppArmor knows nothing of user namespaces, and could not read the profile.
NEEDED_ABI = "/etc/apparmor.d/abi/4.0"


def render_profile(brand: Brand) -> str:
    """Return the profile: nothing is confined, one thing is allowed that Ubuntu 24.04 forbids to unknown programs."""
    places = Places(brand)
    return f"""# {brand.name}'s pages run in Chromium's sandbox, which is made of user namespaces.
abi <abi/4.0>,
include <tunables/global>

profile {brand.slug} /{{{places.program},{places.engine_process}}} flags=(unconfined) {{
  userns,

  include if exists <local/{brand.slug}>
}}
"""


def render_install(brand: Brand) -> str:
    """Return the lines of a shell script that put the profile in force."""
    return f"""profile=/etc/apparmor.d/{brand.slug}
if [ -e {NEEDED_ABI} ]; then
    cp /{Places(brand).apparmor_profile} "$profile"
    if [ -d /sys/module/apparmor ] && command -v apparmor_parser >/dev/null; then
        apparmor_parser --replace --skip-cache "$profile" || true
    fi
fi
"""


def render_removal(brand: Brand) -> str:
    """Return the lines of a shell script that take the profile away."""
    return f"""profile=/etc/apparmor.d/{brand.slug}
if [ -e "$profile" ]; then
    if [ -d /sys/module/apparmor ] && command -v apparmor_parser >/dev/null; then
        apparmor_parser --remove "$profile" || true
    fi
    rm -f "$profile"
fi
"""
