"""Compares two builds of one source, two folders such as dist/, and names every file in which they differ."""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))

import budget
from app.errors import AppError, Unavailable
from check_artifact import open_installer
from programs import answer_of

# Everything that an .rpm tells of itself but what says how it was packed: that it has to be read by an rpm that can.
HEADER = "HEADER"
SCALARS = (
    "NEVR",
    "ARCH",
    "OS",
    "BUILDTIME",
    "BUILDHOST",
    "SUMMARY",
    "DESCRIPTION",
    "LICENSE",
    "GROUP",
    "URL",
    "PACKAGER",
)
SCRIPTS = ("PREIN", "POSTIN", "PREUN", "POSTUN", "PRETRANS", "POSTTRANS", "VERIFYSCRIPT")
LISTS = (
    *("REQUIRENEVRS", "PROVIDENEVRS", "RECOMMENDNEVRS", "SUGGESTNEVRS", "SUPPLEMENTNEVRS", "ENHANCENEVRS"),
    *("CONFLICTNEVRS", "OBSOLETENEVRS", "TRIGGERSCRIPTS", "FILETRIGGERSCRIPTS", "TRANSFILETRIGGERSCRIPTS"),
    *("CHANGELOGTIME", "CHANGELOGNAME", "CHANGELOGTEXT"),
)
HEADER_FORMAT = "".join(
    [
        *(f"{tag}: %{{{tag}}}\\n" for tag in SCALARS),
        *(f"{tag}: %{{{tag}PROG}} %{{{tag}}}\\n" for tag in SCRIPTS),
        *(f"[{tag}: %{{{tag}}}\\n]" for tag in LISTS),
        r"[%{FILENAMES}: %{FILEUSERNAME} %{FILEGROUPNAME} %{FILEFLAGS:fflags} %{FILECAPS}\n]",
    ]
)
PACKED_HOW = re.compile(r"^REQUIRENEVRS: rpmlib\(PayloadIs\w+\).*\n", re.MULTILINE)


def compare(first: Path, second: Path) -> list[str]:
    """Return how the installers in two folders differ; those that are the same to the byte are not even opened."""
    names = sorted({path.name for folder in (first, second) for path in folder.iterdir() if _is_installer(path)})
    return [difference for name in names for difference in _compare_one(first / name, second / name)]


def _is_installer(path: Path) -> bool:
    return path.suffix in budget.INSTALLERS


def _compare_one(first: Path, second: Path) -> Iterator[str]:
    missing = [path for path in (first, second) if not path.exists()]
    if missing:
        yield f"{first.name} is not in {missing[0].parent}"
    elif first.read_bytes() != second.read_bytes():
        yield f"{first.name} is not the same to the byte"
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
            opened = [_open(installer, Path(root)) for installer, root in ((first, one), (second, other))]
            yield from (f"{first.name}: {difference}" for difference in _compare_trees(*opened))


def _open(installer: Path, root: Path) -> Path:
    """Unpack an installer, with what the system is told of it beside its files."""
    open_installer(installer, root)
    if installer.suffix == ".deb":
        _told_of(["dpkg-deb", "--control", str(installer), str(root / "DEBIAN")])
    if installer.suffix == ".rpm":
        header = _told_of(["rpm", "--query", "--queryformat", HEADER_FORMAT, "--package", str(installer)])
        (root / HEADER).write_text(PACKED_HOW.sub("", header), "utf-8")
        os.utime(root / HEADER, (0, 0))
    return root


def _told_of(command: Sequence[str]) -> str:
    answer = answer_of(command)
    if answer is None:
        raise Unavailable(f"{Path(command[-1]).name} cannot be looked into with {command[0]}.")
    return answer


def _compare_trees(first: Path, second: Path) -> Iterator[str]:
    one, other = _entries(first), _entries(second)
    for name in sorted(one.keys() | other.keys()):
        if name not in one or name not in other:
            yield f"{name} is only in the {'first' if name in one else 'second'}"
        elif one[name] != other[name]:
            yield f"{name} differs in {_kinds(one[name], other[name])}"


def _entries(root: Path) -> Mapping[str, tuple[object, ...]]:
    """Return everything below a folder: its mode, and what it holds or leads to; moments are lost in opening it."""
    return {path.relative_to(root).as_posix(): _entry(path) for path in sorted(root.rglob("*"))}


def _entry(path: Path) -> tuple[object, ...]:
    status = path.stat(follow_symlinks=False)
    if path.is_symlink():
        return status.st_mode, path.readlink()
    return status.st_mode, path.read_bytes() if path.is_file() else None


def _kinds(one: tuple[object, ...], other: tuple[object, ...]) -> str:
    kinds = ("its mode", "what it holds")
    return ", ".join(kind for kind, mine, yours in zip(kinds, one, other, strict=True) if mine != yours)


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare; 1 when anything differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    options = parser.parse_args(arguments)
    try:
        differences = compare(options.first, options.second)
    except AppError as error:
        print(f"{error.sentence}\n{error.hint}", file=sys.stderr)
        return error.exit_code
    print("\n".join(differences) or "the same to the byte")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
