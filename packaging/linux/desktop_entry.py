"""Owns what the desktop's menu is told: how the program is called, looks and starts."""

from __future__ import annotations

from shlex import quote

from app.brand import Brand
from app.resources import text
from linux.places import Places


def render_desktop_entry(brand: Brand) -> str:
    """Return the desktop entry, with an action for each start that the command line has."""
    places = Places(brand)
    actions = {
        "new-conversation": (text("package.action.new_conversation"), f"{brand.slug} --new-conversation"),
        "software-rendering": (text("package.action.software_rendering"), f"{brand.slug} --software-rendering"),
        "doctor": (text("package.action.doctor"), f"/{places.doctor}"),
    }
    entry = {
        "Type": "Application",
        "Version": "1.4",
        "Name": brand.name,
        "GenericName": text("package.generic_name"),
        "Comment": brand.tagline,
        "Exec": f"{brand.slug} {'%U' if brand.url_scheme else '%F'}",
        "TryExec": brand.slug,
        "Icon": brand.identifier,
        "Terminal": "false",
        "Categories": "Network;Chat;",
        "Keywords": text("package.keywords"),
        **({"MimeType": f"{link_type(brand)};"} if brand.url_scheme else {}),
        "StartupNotify": "true",
        # The name that Qt gives the window, by which docks find this entry again.
        "StartupWMClass": brand.slug,
        # Docks offer no second window: there is one, and another start comes to it.
        "X-GNOME-SingleWindow": "true",
        "Actions": "".join(f"{name};" for name in actions),
    }
    groups = {"Desktop Entry": entry}
    for name, (words, command) in actions.items():
        groups[f"Desktop Action {name}"] = {"Name": words, "Exec": command}
    return "\n".join(_render_group(name, values) for name, values in groups.items())


def link_type(brand: Brand) -> str:
    """Return what desktops call the links that open the program."""
    return f"x-scheme-handler/{brand.url_scheme}"


def _render_group(name: str, values: dict[str, str]) -> str:
    lines = (f"{key}={escape(value)}\n" for key, value in values.items())
    return f"[{name}]\n{''.join(lines)}"


def escape(value: str) -> str:
    """Return a value as desktop entries write it: on one line."""
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")


def render_doctor_script(brand: Brand) -> str:
    """Return the script that shows the doctor's words: an action of the menu has no terminal of its own."""
    command = f"{brand.slug} doctor; printf '\\n%s' {quote(text('package.doctor_over'))}; read -r _"
    return f"""#!/bin/sh
# Runs `{brand.slug} doctor` in the first terminal there is, and waits for a key.
command={quote(command)}
for terminal in xdg-terminal-exec x-terminal-emulator ptyxis kgx gnome-terminal konsole xfce4-terminal xterm; do
    command -v "$terminal" >/dev/null || continue
    case "$terminal" in
        xdg-terminal-exec) exec "$terminal" sh -c "$command" ;;
        ptyxis) exec "$terminal" --new-window -- sh -c "$command" ;;
        kgx | gnome-terminal) exec "$terminal" -- sh -c "$command" ;;
        xfce4-terminal) exec "$terminal" -x sh -c "$command" ;;
        *) exec "$terminal" -e sh -c "$command" ;;
    esac
done
echo {quote(text("package.no_terminal", program=brand.slug))} >&2
exit 69
"""
