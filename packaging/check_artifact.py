"""Opens installers and says what must not be in them, or is missing; run by the Python that froze the program."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))

import budget
from app.brand import BRAND
from app.errors import AppError, Invalid, Unavailable
from checkout import ROOT
from elf import is_elf, library_paths, needed_libraries
from linux.dependencies import C_LIBRARY, DEBIAN_LIBRARIES
from macos import disk_image
from notices import RULE
from product import UNSIGNED
from programs import find_program
from windows import script
from windows.portable_executable import is_signed

INNER = "_internal"
APPLICATION, APPLICATION_INNER = ".app", "Contents/Frameworks"
# What a secret begins with, and what it looks like as a whole.
SECRETS: Mapping[bytes, bytes] = {
    b"sk-": rb"(?<![A-Za-z0-9_-])sk-(?:(?:proj|svcacct|admin)-)?[A-Za-z0-9_-]{32,}",
    b"ghp_": rb"ghp_[A-Za-z0-9]{36}",
    b"github_pat_": rb"github_pat_[A-Za-z0-9_]{40,}",
    b"AKIA": rb"(?<![0-9A-Za-z+/])AKIA[0-9A-Z]{16}(?![0-9A-Za-z+/=])",
    b"-----BEGIN ": rb"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\\?[rn\r\n]+[A-Za-z0-9+/]{60}",
}
SECRET_FILES = re.compile(r"(^|/)(\.env(\..*)?|\.git|\.netrc|\.pypirc|id_(rsa|ed25519)|.*\.(p12|pfx|key|kdbx))$")
TEST_NAMES = re.compile(
    r"(^|[./ ])(tests?|testclient|testing|conftest|test_\w+|\w+_test|pytest\w*|_pytest|hypothesis)([./]|$)"
)
# What is called like a test and is none.
NO_TESTS = ("jinja2.tests",)
# T13: what would let others look into the window or steer it.
DEBUG_DOORS = re.compile(r"devtools_resources|/qmltooling/|libqvnc|\.debug\.|(^|/)debugpy|(^|[/.])write_contract$")
# What has to be named, whatever else is.
NAMED_PARTS = ("Python", "bzip2", "PyInstaller", "chat element", "openai")
ENGINE_PARTS = ("PySide6_Addons", "Chromium", "ICU")
SHORTEST_LICENCE = 200
LONGEST_PROGRAM_MB = 40


@dataclass(frozen=True)
class Opened:
    """An installer's files, unpacked below `root`; `bundle` is the folder with the program, or macOS's application."""

    root: Path
    bundle: Path

    @property
    def inner(self) -> Path:
        """The folder with everything that the program needs."""
        return self.bundle / (APPLICATION_INNER if self.bundle.suffix == APPLICATION else INNER)

    @property
    def files(self) -> Iterator[Path]:
        """Every file that is one."""
        return (path for path in sorted(self.root.rglob("*")) if path.is_file() and not path.is_symlink())

    @cached_property
    def program(self) -> Path:
        """What is started: the file beside the inner folder that is called like it; on Windows, like the brand."""
        if self.bundle.suffix == APPLICATION:
            return next((self.bundle / "Contents" / "MacOS").iterdir())
        on_windows = self.bundle / f"{BRAND.slug}.exe"
        return on_windows if on_windows.exists() else self.bundle / self.bundle.name

    @property
    def is_for_windows(self) -> bool:
        """Whether this is what an installer for Windows held."""
        return self.program.suffix == ".exe"

    @cached_property
    def modules(self) -> Mapping[str, bytes]:
        """Every module in the program, and in the library that Python starts with."""
        return {**read_modules(self.program), **_zipped(self.inner / "base_library.zip")}

    @property
    def contents(self) -> Iterator[tuple[str, bytes]]:
        """Every file and every module of the program, by the name that a finding says."""
        yield from ((self.name(path), path.read_bytes()) for path in self.files)
        yield from ((f"module {name}", code) for name, code in self.modules.items())

    def name(self, path: Path) -> str:
        """Return where a file is, as a finding says it."""
        return path.relative_to(self.root).as_posix()


def read_modules(program: Path) -> dict[str, bytes]:
    """Return the modules that PyInstaller put into a program, as Python's own bytes."""
    from PyInstaller.archive.readers import CArchiveReader

    archive = CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz")
    return {name: archive.extract(name, raw=True) or b"" for name in archive.toc}


def embedded_files(program: Path) -> list[str]:
    """Return the libraries and data that a program would have to unpack before it can start."""
    from PyInstaller.archive.readers import CArchiveReader

    return [name for name, entry in CArchiveReader(str(program)).toc.items() if entry[-1] in "bxZ"]


def _zipped(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def find_secrets(opened: Opened) -> Iterator[str]:
    """Nothing that looks like a key, and no file in which keys are kept."""
    names = (opened.name(path) for path in opened.files)
    yield from (f"{name} is a file for secrets" for name in names if SECRET_FILES.search(name))
    for name, content in opened.contents:
        yield from _secrets_in(name, content)


def _secrets_in(name: str, content: bytes) -> Iterator[str]:
    for beginning, shape in SECRETS.items():
        # Finding the beginning is a hundred times faster than trying the shape everywhere.
        if beginning in content and re.search(shape, content):
            yield f"{name} holds what looks like a secret: {beginning.decode()}…"


def find_tests(opened: Opened) -> Iterator[str]:
    """No code whose only use is to test other code."""
    names = [opened.name(path) for path in opened.files] + [f"module {name}" for name in opened.modules]
    return (f"{name} is test code" for name in names if TEST_NAMES.search(name) and not name.endswith(NO_TESTS))


def find_debug_doors(opened: Opened) -> Iterator[str]:
    """T13: nothing that shows the window to a debugger."""
    names = [opened.name(path) for path in opened.files] + list(opened.modules)
    return (f"{name} opens a door for debuggers" for name in names if DEBUG_DOORS.search(name))


def find_foreign_library_paths(opened: Opened) -> Iterator[str]:
    """Libraries send the loader into the bundle alone; what is not there is known to come from the system."""
    code = [path for path in opened.files if is_elf(path)]
    own = {path.name for path in code}
    for path in code:
        for folder in library_paths(path):
            if not _stays_inside(path, folder, opened.bundle):
                yield f"{opened.name(path)} looks for libraries in {folder}"
        unknown = set(needed_libraries(path)) - own - C_LIBRARY - set(DEBIAN_LIBRARIES)
        yield from (f"{opened.name(path)} needs {library}, which no package is known to bring" for library in unknown)


def _stays_inside(path: Path, folder: str, bundle: Path) -> bool:
    if not folder.startswith("$ORIGIN"):
        return False
    return (path.parent / folder.removeprefix("$ORIGIN").lstrip("/")).resolve().is_relative_to(bundle.resolve())


def find_builders_paths(opened: Opened) -> Iterator[str]:
    """Nothing says where it was built."""
    place = str(ROOT).encode()
    return (f"{name} holds the path {ROOT}" for name, content in opened.contents if place in content)


def find_missing_licences(opened: Opened) -> Iterator[str]:
    """Each part is named with a licence and its text."""
    places = ("usr/share/doc/*/copyright", f"*/{disk_image.NOTICES}", script.NOTICES)
    found = [path for place in places for path in opened.root.glob(place)]
    notices = found[0].read_text("utf-8") if found else ""
    names = [folder.name.split("-")[0] for folder in opened.inner.glob("*.dist-info")]
    sections = re.split(rf"^{RULE}$", notices, flags=re.MULTILINE)
    texts = {head.strip().split("\n")[0]: text for head, text in zip(sections[1::2], sections[2::2], strict=False)}
    engine = ENGINE_PARTS if (opened.inner / "PySide6").is_dir() else ()
    for name in (*NAMED_PARTS, *engine, *names):
        pattern = re.compile(_spelled(name), re.IGNORECASE)
        if not any(pattern.search(head) and len(text.strip()) > SHORTEST_LICENCE for head, text in texts.items()):
            yield f"the notices have no licence of {name}"


def _spelled(name: str) -> str:
    return "[-_. ]".join(re.escape(part) for part in re.split(r"[-_. ]", name))


def find_loose_modes(opened: Opened) -> Iterator[str]:
    """T23: only root may change what everybody runs, and nothing runs as root; Windows goes by the folder."""
    for path in () if opened.is_for_windows else opened.root.rglob("*"):
        if not path.is_symlink() and path.stat().st_mode & 0o7022:
            yield f"{opened.name(path)} has the mode {path.stat().st_mode & 0o7777:o}"


def find_missing_resources(opened: Opened) -> Iterator[str]:
    """Windows is told what each program is called, and that it is sharp on every screen."""
    for program in sorted(opened.bundle.glob(f"{BRAND.slug}*.exe")):
        content = program.read_bytes()
        for what, sign in {"manifest": b"PerMonitorV2", "version": BRAND.name.encode("utf-16-le")}.items():
            if sign not in content:
                yield f"{opened.name(program)} has no {what} of ours"


def find_unpacking(opened: Opened) -> Iterator[str]:
    """T23: the program starts from its folder, not from a temporary one that others could prepare."""
    if opened.program.stat().st_size > LONGEST_PROGRAM_MB * budget.MEGABYTE:
        yield f"{opened.name(opened.program)} is as large as a program that unpacks itself"
    yield from (f"{name} is unpacked when the program starts" for name in embedded_files(opened.program))


def find_excess(opened: Opened) -> Iterator[str]:
    """What is installed is no larger than it may be."""
    size = sum(path.stat().st_size for path in opened.files)
    print(f"installed: {budget.INSTALLED.judge(size)}")
    if budget.INSTALLED.is_exceeded(size):
        yield f"installed: {budget.INSTALLED.judge(size)}"


def find_false_names(installer: Path, opened: Opened) -> Iterator[str]:
    """An installer for Windows whose name does not say that it is unsigned is signed, and so are its programs."""
    if opened.is_for_windows and UNSIGNED not in installer.name:
        programs = (installer, *sorted(opened.bundle.glob(f"{BRAND.slug}*.exe")))
        yield from (f"{program.name} is not signed" for program in programs if not is_signed(program))


CHECKS: tuple[Callable[[Opened], Iterator[str]], ...] = (
    find_secrets,
    find_tests,
    find_debug_doors,
    find_foreign_library_paths,
    find_builders_paths,
    find_missing_licences,
    find_loose_modes,
    find_missing_resources,
    find_unpacking,
    find_excess,
)


def unpacking(installer: Path, root: Path) -> list[str]:
    """Return the command that unpacks an installer."""
    if installer.suffix == ".exe":
        return [str(find_program("7z") or "7z"), "x", "-y", f"-o{root}", str(installer)]
    scripts = {
        ".deb": 'dpkg-deb --extract "$1" "$2"',
        ".rpm": 'cd "$2" && rpm2cpio "$1" | cpio --extract --make-directories --quiet --no-absolute-filenames',
        ".dmg": 'mkdir "$2/mounted" && hdiutil attach -quiet -readonly -nobrowse -mountpoint "$2/mounted" "$1" && '
        '{ cp -R "$2"/mounted/*.app "$2"; hdiutil detach -quiet "$2/mounted"; rmdir "$2/mounted"; }',
    }
    if installer.suffix not in scripts:
        raise Invalid(f"{installer.name} is no installer that can be opened here.")
    return ["sh", "-c", scripts[installer.suffix], "sh", str(installer), str(root)]


def open_installer(installer: Path, root: Path) -> Opened:
    """Unpack an installer into an empty folder; nothing of it is run."""
    command = unpacking(installer.resolve(), root)
    done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    found = [*(path.parent for path in root.rglob(INNER) if path.is_dir()), *root.glob(f"*{APPLICATION}")]
    if done.returncode or len(found) != 1:
        raise Unavailable(f"{installer.name} cannot be opened, or holds no program.")
    return Opened(root, found[0])


def check(installer: Path, largest_mb: int | None = None) -> list[str]:
    """Return everything that is wrong with an installer."""
    of_its_kind = budget.INSTALLERS[installer.suffix]
    allowed = budget.Budget(of_its_kind.goal_mb, largest_mb or of_its_kind.limit_mb)
    size = installer.stat().st_size
    print(f"{installer.name}: {allowed.judge(size)}")
    findings = [f"the file: {allowed.judge(size)}"] if allowed.is_exceeded(size) else []
    with tempfile.TemporaryDirectory() as folder:
        opened = open_installer(installer, Path(folder))
        findings += find_false_names(installer, opened)
        return [*findings, *(finding for find in CHECKS for finding in find(opened))]


def main(arguments: Sequence[str] | None = None) -> int:
    """Check every installer that is named; 1 when anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("installers", nargs="+", type=Path)
    parser.add_argument("--largest-mb", type=int, help="another limit for the file, for one that was packed quickly")
    options = parser.parse_args(arguments)
    try:
        findings = {path: check(path, options.largest_mb) for path in options.installers}
    except AppError as error:
        print(f"{error.sentence}\n{error.hint}", file=sys.stderr)
        return error.exit_code
    for path, found in findings.items():
        print(f"{path.name}: {'; '.join([f'{len(found)} findings', *found]) if found else 'nothing found'}")
    return 1 if any(findings.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
