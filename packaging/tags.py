"""Lists the two tags that comments may carry: every defence, and every workaround with the version it is for."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checkout import ROOT

FOLDERS = ("app", "assets", "packaging", "tests")
SUFFIXES = (".css", ".html", ".js", ".mjs", ".py", ".ts")
# Built, or brought from elsewhere.
FOREIGN = {"node_modules", "dist", "__pycache__"}
TAG = re.compile(r"\b(?:SECURITY|WORKAROUND)\b(?=[:(])")
# A tag begins a comment or a docstring: nothing but the marks of one stands before it on its line.
MARKS = r'\s*(?:#|//|\*|/\*\*?|""")?\s*'
SECURITY = re.compile(MARKS + r"SECURITY[:] (?P<words>\S.*)")
WORKAROUND = re.compile(MARKS + r"WORKAROUND\((?P<package>[\w.-]+) (?P<version>\d[\d.]*)\): (?P<words>\S.*)")
NEXT_LINE = re.compile(r"\s*(?:#|//|\*(?!/))\s*(?P<words>[^@\s].*)")
NEXT_LINE_OF_DOCSTRING = re.compile(r"\s*(?P<words>\S.*)")
END = re.compile(r'\s*(?:"""|\*/)(?s:.*)')


@dataclass(frozen=True)
class Tag:
    """One tag where it stands; `words` go on to the end of its paragraph, `package` is empty for a defence."""

    path: str
    line: int
    words: str
    package: str = ""
    version: str = ""


def sources() -> Iterator[Path]:
    """Yield every file of ours that may carry a tag."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in SUFFIXES and not FOREIGN.intersection(path.relative_to(ROOT).parts):
                yield path


def read_tags(path: Path) -> tuple[list[Tag], list[str]]:
    """Return the tags of a file, and the lines that try to be one and are not."""
    name, lines = path.relative_to(ROOT).as_posix(), path.read_text("utf-8").splitlines()
    tags, malformed = [], []
    for number, line in enumerate(lines, 1):
        if not TAG.search(line):
            continue
        found = SECURITY.match(line) or WORKAROUND.match(line)
        if found:
            given = found.groupdict()
            words = END.sub("", " ".join(_paragraph(line, given["words"], lines[number:])))
            tags.append(Tag(name, number, words, given.get("package", ""), given.get("version", "")))
        else:
            malformed.append(f"{name}:{number}: {line.strip()}")
    return tags, malformed


def _paragraph(line: str, words: str, following: Sequence[str]) -> Iterator[str]:
    in_docstring = re.match(r"\s*(?:#|//|/?\*)", line) is None
    next_line = NEXT_LINE_OF_DOCSTRING if in_docstring else NEXT_LINE
    yield words
    for text in following if not END.search(words) else ():
        found = next_line.match(text)
        if found is None:
            return
        yield found["words"]
        if END.match(text):
            return


def main() -> int:
    """Print every tag, defences first."""
    tags = [tag for path in sources() for tag in read_tags(path)[0]]
    for tag in sorted(tags, key=lambda tag: (tag.package, tag.path, tag.line)):
        package = f"[{tag.package} {tag.version}] " if tag.package else ""
        print(f"{tag.path}:{tag.line}: {package}{tag.words}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
