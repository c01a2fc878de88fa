"""The one command for working on Agentnook: it sets everything up by itself and then runs, tests, checks or builds.

It needs nothing but a Python of 3.9 or newer; what it starts runs in the locked environment `.venv`.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))

import chat_element
import debian_packages as debian
import workflows
from app.errors import AppError, Unavailable, UsageError
from environment import PYTHON, bring_environment
from package_installer import bring_packages, name_missing_libraries
from programs import end_on_signals, hand_over, run_in_front, run_openly, say
from uv_tool import packages_for_uv
from virtual_screen import has_screen, virtual_screen

IS_LINUX = sys.platform == "linux"
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
ON_SCREEN = debian.ENGINE
ON_VIRTUAL_SCREEN = (*debian.ENGINE, *debian.VIRTUAL_SCREEN)
# The flags of single verbs; everything else is passed on.
OWN_FLAGS = {"test": ("--unit",), "run": ("--rehearsal",), "build": ("--test",)}
KEYRING_PROGRAMS = ("dbus-daemon", "dbus-send", "gnome-keyring-daemon")
# What another Python would impose on ours.
FOREIGN = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")


@dataclass(frozen=True)
class Request:
    """What the person typed: the options that are ours, and what is passed on untouched."""

    passed_on: tuple[str, ...] = ()
    install: bool = True
    unit: bool = False
    rehearsal: bool = False
    tests_what_it_builds: bool = False

    @property
    def wants_window(self) -> bool:
        """Tell whether `run` is about the window, and not about a verb like `doctor` or the program's version."""
        first = self.passed_on[:1]
        return not (first and not first[0].startswith("-")) and not {"--version", "--help"}.intersection(self.passed_on)

    @property
    def holds_conversation(self) -> bool:
        """Tell whether `run` has to show by itself that the program works, because there is no screen to open it on."""
        return IS_LINUX and self.wants_window and not has_screen(os.environ)


@dataclass(frozen=True)
class Verb:
    """One thing this command does, and the Debian packages it cannot do without."""

    summary: str
    act: Callable[[Request], int]
    packages: Callable[[Request], Sequence[str]] | None  # None: it needs no set-up at all


def main(arguments: Sequence[str]) -> int:
    """Do what was asked; every failure is one sentence and the exit code of the error tree."""
    end_on_signals()
    try:
        if not arguments or {"-h", "--help"}.intersection(arguments[:2]):
            print(_usage())
            return 0
        verb, request = _parse(arguments)
        if verb.packages is not None:
            _set_up(request, verb.packages(request))
        return verb.act(request)
    except AppError as error:
        print(f"dev.py: {error.sentence}\n{error.hint}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return 130


def run(request: Request) -> int:
    """Open the window; without a screen, hold a conversation on a virtual one and report it."""
    _list_page_files()
    if request.rehearsal:
        return _rehearse(request)
    if not request.holds_conversation:
        hand_over([str(PYTHON), "-m", "app", *request.passed_on], _environ("--allow-root" in request.passed_on))
    return _on_virtual_screen(["packaging/first_run.py", *_as_root(request).passed_on])


def _rehearse(request: Request) -> int:
    """Play the hosted path with stand-ins, on the person's screen where there is one."""
    absent = [name for name in KEYRING_PROGRAMS if shutil.which(name) is None]
    if absent:
        raise Unavailable(
            f"The rehearsal needs a keyring of its own, and there is no {' and no '.join(absent)}.",
            hint="They belong to D-Bus and to GNOME Keyring, which Linux has.",
        )
    arguments = ["packaging/rehearsal.py", *_as_root(request).passed_on]
    if has_screen(os.environ):
        return run_in_front([str(PYTHON), *arguments], _environ(as_root=True))
    return _on_virtual_screen(arguments)


def _as_root(request: Request) -> Request:
    """Return the request with what the program wants to hear from root, who looks at what it does by itself."""
    if not IS_ROOT or "--allow-root" in request.passed_on:
        return request
    say("this is root: the window gets --allow-root")
    return replace(request, passed_on=(*request.passed_on, "--allow-root"))


def test(request: Request) -> int:
    """Run the tests; those of the window on a virtual screen, so that nobody's work is disturbed."""
    chat_element.bring_modules()  # the built element is compared with what its source gives
    _list_page_files()
    if request.unit:
        command = [str(PYTHON), "-m", "pytest", "tests/unit", "tests/contract", *request.passed_on]
        return run_in_front(command, _environ(as_root=IS_ROOT))
    return _on_virtual_screen(["-m", "pytest", *request.passed_on])


def bench(request: Request) -> int:
    """Measure the program against bare pywebview."""
    _list_page_files()
    return _on_virtual_screen(["tests/bench/run.py", *request.passed_on])


def lint(request: Request) -> int:
    """Run every checker, also after one has failed."""
    del request
    checks: dict[str, Callable[[], None]] = {
        "ruff check": lambda: _run_module("ruff", "check"),
        "ruff format": lambda: _run_module("ruff", "format", "--check"),
        "mypy": lambda: _run_module("mypy"),
        "TypeScript": chat_element.check_types,
        "workflows": workflows.check,
    }
    failed = [name for name, check in checks.items() if not _passes(name, check)]
    say(f"not clean: {', '.join(failed)}" if failed else "all clean")
    return 1 if failed else 0


def generate(request: Request) -> int:
    """Write every generated file: the manifest last, because it lists the others."""
    del request
    chat_element.build()
    _run_module("app.bridge.write_contract")
    _run_module("tests.support.record_streams")
    run_openly([str(PYTHON), "packaging/write_readme.py"], task="Writing the tables of README.md")
    _list_page_files()
    return 0


def build(request: Request) -> int:
    """Make the installers of this system; with --test, install and run them, on a virtual screen."""
    _list_page_files()
    environ = _environ(as_root=False)
    code = run_in_front([str(PYTHON), "packaging/build_installers.py", *request.passed_on], environ)
    if code or not request.tests_what_it_builds:
        return code
    return _on_virtual_screen(["-m", "pytest", "-m", "packaged", "tests/packaged"])


def _packages_to_run(request: Request) -> Sequence[str]:
    if request.rehearsal:
        screen = ON_SCREEN if has_screen(os.environ) else ON_VIRTUAL_SCREEN
        return (*screen, *debian.KEYRING)
    return (*ON_VIRTUAL_SCREEN, *debian.NATIVE_INPUT) if request.holds_conversation else ON_SCREEN


def _packages_to_build(request: Request) -> Sequence[str]:
    tests = (*_packages_to_test(Request()), *debian.WINDOWS) if request.tests_what_it_builds else ()
    return (*ON_SCREEN, *debian.INSTALLERS, *debian.CHECKERS, *tests)


def _packages_to_test(request: Request) -> Sequence[str]:
    if request.unit:
        return (*ON_SCREEN, *debian.NODE)
    return (*ON_VIRTUAL_SCREEN, *debian.NATIVE_INPUT, *debian.GTK, *debian.TEST_TOOLS, *debian.NODE)


VERBS = {
    "run": Verb(
        "start the program (--rehearsal: play the hosted path, stand-ins for OpenAI); what follows is passed on to it",
        run,
        _packages_to_run,
    ),
    "test": Verb(
        "run the tests (--unit: those that need no screen); what follows goes to pytest", test, _packages_to_test
    ),
    "bench": Verb("measure against bare pywebview", bench, lambda _: (*ON_VIRTUAL_SCREEN, *debian.GTK)),
    "lint": Verb("check style and types, in Python and TypeScript, and the workflows", lint, lambda _: debian.NODE),
    "generate": Verb("write the generated files again", generate, lambda _: debian.NODE),
    "build": Verb(
        "make this system's installers in dist/ (--quick: larger and sooner; --test: install and run them)",
        build,
        _packages_to_build,
    ),
}


def _usage() -> str:
    verbs = "\n".join(f"  {name:<10}{verb.summary}" for name, verb in VERBS.items())
    return (
        f"usage: python3 packaging/dev.py COMMAND [--no-install] [...]\n\n{verbs}\n\n"
        "As root on Debian, missing packages are installed; --no-install only says which command would."
    )


def _parse(arguments: Sequence[str]) -> tuple[Verb, Request]:
    name, *words = arguments
    if name not in VERBS:
        raise UsageError(f"There is no command {name!r}.", hint=f"There are: {', '.join(VERBS)}.")
    flags = {"--no-install", *OWN_FLAGS.get(name, ())}
    passed_on = tuple(word for word in words if word not in flags)
    said = flags.intersection(words)
    request = Request(
        passed_on,
        "--no-install" not in said,
        unit="--unit" in said,
        rehearsal="--rehearsal" in said,
        tests_what_it_builds="--test" in said,
    )
    return VERBS[name], request


def _set_up(request: Request, packages: Sequence[str]) -> None:
    changed = False
    if IS_LINUX and debian.Packages.manages_this_machine():
        changed = bring_packages((*packages_for_uv(), *packages), install=request.install)
    elif IS_LINUX:
        name_missing_libraries()
    bring_environment(recheck=changed)


def _on_virtual_screen(arguments: Sequence[str]) -> int:
    """Run the environment's Python; on Linux on a screen of its own, even where there is a real one."""
    environ, command = _environ(as_root=IS_ROOT), [str(PYTHON), *arguments]
    if not IS_LINUX:
        return run_in_front(command, environ)
    with virtual_screen(environ) as screen:
        return run_in_front(command, screen)


def _list_page_files() -> None:
    """Bring the manifest of the pages' files up to date: the program opens no page with a file that differs."""
    run_openly([str(PYTHON), "packaging/write_manifest.py"], task="Listing the files of the window")


def _run_module(name: str, *arguments: str) -> None:
    run_openly([str(PYTHON), "-m", name, *arguments], task=name, environ=_environ(as_root=False))


def _passes(name: str, check: Callable[[], None]) -> bool:
    say(name)
    try:
        check()
    except AppError as error:
        say(error.sentence)
        return False
    return True


def _environ(as_root: bool) -> dict[str, str]:
    environ = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    # Chromium's sandbox cannot work for root; the program itself never switches it off.
    return {**environ, "QTWEBENGINE_DISABLE_SANDBOX": "1"} if as_root and IS_ROOT else environ


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
