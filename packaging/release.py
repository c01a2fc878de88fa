"""Owns what a release has to be: a tag that tells the truth, files whose sums are right, nothing unsigned by mistake.

The release workflow runs it, with any Python of 3.9 or newer. Installers for Linux are signed on no system of ours: who
published them is what the attestation says.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))

from app import __version__
from app.errors import AppError, Invalid, Unavailable
from checkout import ROOT
from product import UNSIGNED
from windows.portable_executable import is_signed

SUMS = "SHA256SUMS"
# What each system builds, by the endings of the names: one file of each.
KINDS: Mapping[str, tuple[str, ...]] = {
    "Linux": (".cdx.json", ".deb", ".rpm"),
    "Windows": (".cdx.json", ".exe"),
    "macOS": (".cdx.json", ".dmg"),
}
# The endings of installers that systems warn about when nobody signed them.
TO_BE_SIGNED = (".dmg", ".exe")
SECTION = re.compile(r"^## \[(?P<version>[^\]]+)\].*\n(?P<words>(?:(?!## \[).*\n?)*)", re.MULTILINE)


def check_tag(tag: str, signing: Mapping[str, bool]) -> None:
    """See that a tag names this version, and that it says so when some system's installer will be unsigned."""
    if tag not in (f"v{__version__}", f"v{__version__}{UNSIGNED}"):
        raise Invalid(f"The tag {tag} is not of this version, which is {__version__}.")
    missing = [system for system, can_sign in signing.items() if not can_sign]
    if missing and not is_unsigned(tag):
        raise Invalid(
            f"The installers for {' and '.join(missing)} would be unsigned.",
            hint=f"Give the repository its secrets, or make a pre-release with the tag v{__version__}{UNSIGNED}.",
        )


def is_unsigned(tag: str) -> bool:
    """Tell whether a tag is of a pre-release that may be unsigned."""
    return tag.endswith(UNSIGNED)


def notes(changelog: str, version: str = __version__) -> str:
    """Return what the changelog says of a version."""
    found = {section["version"]: section["words"].strip() for section in SECTION.finditer(changelog)}
    if not found.get(version):
        raise Unavailable(f"CHANGELOG.md says nothing of version {version}.")
    return found[version] + "\n"


def gather(built: Path, release: Path, tag: str, sums: Mapping[str, str]) -> None:
    """Put what the systems built into one folder, under one list of sums.

    Between a build and this every job of the workflow could exchange files: what counts is `sums`, the SHA-256 of each
    system's own list, which came another way.
    """
    folders = {system: built / f"built-{system}" for system in KINDS}
    strange = {path.name for path in built.iterdir()} ^ {folder.name for folder in folders.values()}
    if strange:
        raise Invalid(f"These are missing, or are there and should not be: {', '.join(sorted(strange))}.")
    release.mkdir()
    for system, folder in folders.items():
        _require_list(folder / SUMS, sums.get(system, ""))
        for file in _files_built(folder, KINDS[system]):
            _require_honest_name(file, tag)
            if (release / file.name).exists():
                raise Invalid(f"Two systems have built a {file.name}.")
            shutil.copyfile(file, release / file.name)
    write_sums(release, release.iterdir())


def _require_list(sums: Path, sum_: str) -> None:
    if not sums.is_file() or sum_of(sums) != sum_:
        raise Invalid(f"The list of sums in {sums.parent.name} is not the one that its build wrote.")


def _files_built(folder: Path, kinds: Sequence[str]) -> list[Path]:
    """Return the files of one system, once they are those on its list, and one of each kind."""
    listed = dict(_sums_in(folder))
    found = {path.name for path in folder.iterdir()} - {SUMS}
    if found != listed.keys():
        raise Invalid(f"In {folder.name} there is not what is on its list.")
    for name, sum_ in listed.items():
        if not (folder / name).is_file() or sum_of(folder / name) != sum_:
            raise Invalid(f"{name} is not what was built.")
    if sorted(next((kind for kind in kinds if name.endswith(kind)), name) for name in listed) != sorted(kinds):
        raise Invalid(f"In {folder.name} there is not one file of each kind that its system builds.")
    return [folder / name for name in listed]


def _require_honest_name(file: Path, tag: str) -> None:
    """See that what is unsigned says so, and comes under a tag that says so, too."""
    if not file.name.endswith(TO_BE_SIGNED):
        return
    if UNSIGNED in file.name and not is_unsigned(tag):
        raise Invalid(f"{file.name} is unsigned, and {tag} does not say so.")
    # What only macOS can say of a disk image, it said when the image was tried.
    if UNSIGNED not in file.name and file.suffix == ".exe" and not _is_signed_program(file):
        raise Invalid(f"{file.name} is unsigned, and its name does not say so.")


def _is_signed_program(file: Path) -> bool:
    try:
        return is_signed(file)
    except ValueError:
        return False


def compare(release: Path, told: str, *, tagged: str, meant: str) -> None:
    """See that the draft holds what was gathered and nothing else, and that the tag is of the commit it was made from.

    `told` is what `gh release view --json assets` says; an older gh says no digest.
    """
    if tagged != meant:
        raise Invalid(f"The tag is of {tagged} by now, and this release is of {meant}.")
    try:
        assets = {str(each["name"]): (each["size"], each.get("digest") or "") for each in json.loads(told)["assets"]}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Invalid("What the draft holds cannot be read.", hint="gh did not say it.") from error
    files = {path.name: (path.stat().st_size, f"sha256:{sum_of(path)}") for path in release.iterdir()}
    strange = [name for name in assets.keys() | files.keys() if not _is_same(assets.get(name), files.get(name))]
    if strange:
        raise Invalid(f"In the draft these are others than those that were gathered: {', '.join(sorted(strange))}.")


def _is_same(asset: tuple[int, str] | None, file: tuple[int, str] | None) -> bool:
    if asset is None or file is None:
        return False
    return asset[0] == file[0] and asset[1] in ("", file[1])


def write_sums(folder: Path, files: Iterable[Path]) -> None:
    """Write what `sha256sum --check` reads."""
    lines = [f"{sum_of(path)}  {path.name}\n" for path in sorted(files)]
    (folder / SUMS).write_text("".join(lines), "utf-8", newline="\n")


def _sums_in(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the sum of each file on a folder's list."""
    for line in (folder / SUMS).read_text("utf-8").splitlines():
        sum_, _, name = line.partition("  ")
        if Path(name).name != name:
            raise Invalid(f"{name} is not the name of a file.")
        yield name, sum_


def sum_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the workflow asks; what is wrong ends it with a sentence."""
    parser = argparse.ArgumentParser(description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    check = verbs.add_parser("check", help="whether a tag may become a release, which is called by its version")
    check.add_argument("tag")
    check.add_argument("--signs", nargs=2, action="append", default=[], metavar=("SYSTEM", "true|false"))
    verbs.add_parser("notes", help="what is new")
    collect = verbs.add_parser("gather", help="one folder of what the systems built")
    collect.add_argument("tag")
    collect.add_argument("built", type=Path)
    collect.add_argument("release", type=Path)
    collect.add_argument("--sums", nargs=2, action="append", default=[], metavar=("SYSTEM", "SHA256"))
    last_look = verbs.add_parser("compare", help="whether a draft, as gh tells it, holds what was gathered")
    last_look.add_argument("release", type=Path)
    last_look.add_argument("--tagged", required=True, metavar="COMMIT", help="of which the tag is")
    last_look.add_argument("--meant", required=True, metavar="COMMIT", help="of which the release is")
    asked = parser.parse_args(arguments)
    try:
        if asked.verb == "check":
            check_tag(asked.tag, {system: word == "true" for system, word in asked.signs})
            print(__version__)
        elif asked.verb == "notes":
            print(notes((ROOT / "CHANGELOG.md").read_text("utf-8")), end="")
        elif asked.verb == "compare":
            compare(asked.release, sys.stdin.read(), tagged=asked.tagged, meant=asked.meant)
        else:
            gather(asked.built, asked.release, asked.tag, dict(asked.sums))
    except AppError as error:
        print(f"release: {error.sentence}\n{error.hint}", file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
