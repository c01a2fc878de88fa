"""A Windows of a test's own, by Wine: a disk, a registry, and programs that stand in for ours."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

import psutil

SECONDS = 60.0
OVERRIDES = "winemenubuilder.exe=d;mscoree=d;mshtml=d"
# What Wine and programs in general leave where nobody keeps anything.
PASSING = re.compile(r"(users/[^/]+/|users/[^/]+/AppData/Local/|windows/)temp/", re.IGNORECASE)
HIVES = {"HKCU": r"HKCU\Software", "HKLM": r"HKLM\Software"}
HIVE_NAMES = {"HKCU": "HKEY_CURRENT_USER", "HKLM": "HKEY_LOCAL_MACHINE"}
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"


@dataclass(frozen=True)
class Wine:
    """One disk and registry, below a folder of this computer."""

    folder: Path

    @property
    def disk(self) -> Path:
        """What is called C: there."""
        return self.folder / "drive_c"

    @property
    def home(self) -> Path:
        """The folder of the one person there."""
        return next(path for path in (self.disk / "users").iterdir() if path.name != "Public")

    @property
    def environ(self) -> dict[str, str]:
        """The variables by which a program of this computer works there."""
        kept = {name: os.environ[name] for name in ("DISPLAY", "PATH", "XAUTHORITY") if name in os.environ}
        own = {"WINEPREFIX": str(self.folder), "WINEARCH": "win64", "HOME": str(self.folder)}
        # NSIS reads letters by this; Wine has much to say that is about Wine alone.
        return {**kept, **own, "LC_ALL": "C.UTF-8", "WINEDEBUG": "-all", "WINEDLLOVERRIDES": OVERRIDES}

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a program to its end."""
        return subprocess.run(
            ["wine", *words],
            env=self.environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=SECONDS,
            check=False,
        )

    def code_of(self, *words: str) -> int:
        """Run a program and return the code that it ends with."""
        return self.run(*words).returncode

    @contextmanager
    def running(self, *words: str) -> Iterator[subprocess.Popen[bytes]]:
        """Run a program for as long as the block lasts, unless it ends before."""
        nowhere = subprocess.DEVNULL
        process = subprocess.Popen(["wine", *words], env=self.environ, stdin=nowhere, stdout=nowhere, stderr=nowhere)
        try:
            yield process
        finally:
            process.kill()
            process.wait()

    def path_of(self, file: Path) -> str:
        """Return what a file of this disk is called there."""
        return str(PureWindowsPath("C:/", *file.relative_to(self.disk).parts))

    def write(self, key: str, name: str, value: str, *, bits: int = 64) -> None:
        """Write words into the registry, as programs with this many bits see it."""
        what = ("/v", name) if name else ("/ve",)
        assert self.code_of("reg", "add", key, *what, "/t", "REG_SZ", "/d", value, "/f", f"/reg:{bits}") == 0

    def values(self, key: str) -> dict[str, str]:
        """Return what is written below a key; numbers as Windows shows them."""
        return _values_in(self.run("reg", "query", key, "/reg:64").stdout)

    def tree(self, key: str) -> dict[str, dict[str, str]]:
        """Return what is written in a key and in each below it, by the path from the first one to it."""
        told = self.run("reg", "query", key, "/s", "/reg:64").stdout
        hive, _, path = key.partition("\\")
        parts = re.split(rf"^{HIVE_NAMES[hive]}\\{re.escape(path)}(.*?)\r?$", told, flags=re.MULTILINE)
        return {name: _values_in(values) for name, values in zip(parts[1::2], parts[2::2], strict=True)}

    def files(self) -> set[str]:
        """Return every file and folder of the disk, but for what passes."""
        found = (path.relative_to(self.disk).as_posix() for path in self.disk.rglob("*"))
        return {name for name in found if not PASSING.match(name)}

    def keys(self) -> set[str]:
        """Return every key of the registry's two hives for programs."""
        found: set[str] = set()
        for hive, branch in HIVES.items():
            file = self.disk / f"{hive}.reg"
            assert self.code_of("reg", "export", branch, self.path_of(file), "/y") == 0
            found |= set(re.findall(r"^\[(.+)\]", file.read_text("utf-16"), re.MULTILINE))
            file.unlink()
        return found

    def runs(self, words: str) -> bool:
        """Tell whether a program runs there whose command has these words in it."""
        return any(words in line for line in self._commands())

    def _commands(self) -> Iterator[str]:
        for process in psutil.process_iter():
            with suppress(psutil.Error):
                if process.environ().get("WINEPREFIX") == str(self.folder):
                    yield " ".join(process.cmdline())

    def stop(self) -> None:
        """End everything that runs there."""
        subprocess.run(["wineserver", "--kill"], env=self.environ, capture_output=True, timeout=SECONDS, check=False)

    def wait(self) -> None:
        """Wait until nothing runs there."""
        subprocess.run(["wineserver", "--wait"], env=self.environ, timeout=SECONDS, check=True)


def _values_in(told: str) -> dict[str, str]:
    found = re.findall(r"^    (\S.*?)    REG_(?:SZ|DWORD)    (.*?)\r?$", told, re.MULTILINE)
    return {"" if name == "(Default)" else name: value for name, value in found}


def into(folder: str) -> list[str]:
    """Return the words by which an installer is told a folder: nothing around it, even where it has spaces."""
    return f"/D={folder}".split(" ")


def make_windows(folder: Path) -> Wine:
    """Make a Windows 10 that nothing was installed on."""
    wine = Wine(folder)
    folder.mkdir()
    subprocess.run(["wineboot", "--init"], env=wine.environ, capture_output=True, timeout=180, check=True)
    wine.write(r"HKCU\Software\Wine", "Version", "win10")
    wine.wait()
    return wine


def copy_windows(wine: Wine, folder: Path) -> Wine:
    """Return another one like it, which shares the files of its system: nobody writes to these."""
    shutil.copytree(wine.folder, folder, symlinks=True, copy_function=_link)
    return Wine(folder)


def _link(source: str, target: str) -> None:
    if source.endswith(".reg"):
        shutil.copy2(source, target)
    else:
        os.link(source, target, follow_symlinks=False)


def make_program(file: Path, body: str) -> Path:
    """Make a 64-bit program for Windows, in NSIS's language: the nearest thing to a compiler that needs none."""
    script = file.with_suffix(".nsi")
    lines = (
        *("Unicode true", "Target amd64-unicode", "RequestExecutionLevel user", "SilentInstall silent"),
        *(
            'Name "stand-in"',
            f'OutFile "{file}"',
            "!include LogicLib.nsh",
            "!include FileFunc.nsh",
            "!include WordFunc.nsh",
        ),
        *("Section", body, "SectionEnd"),
    )
    script.write_text("\n".join(lines) + "\n", "utf-8")
    done = subprocess.run(
        ["makensis", "-V1", "-INPUTCHARSET", "UTF8", str(script)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    script.unlink()
    return file
