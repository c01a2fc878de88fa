"""Writes the tables of README.md that follow from the code; `--check` only compares."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.errors import AppError  # noqa: E402
from app.settings.schema import describe_settings  # noqa: E402
from app.tools.registry import BUILT_IN  # noqa: E402
from app.tools_command import touches_in_words  # noqa: E402
from troubleshooting import troubleshooting  # noqa: E402


def main(arguments: Sequence[str] | None = None, *, readme: Path = ROOT / "README.md") -> int:
    """Write or check the tables; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a table is stale")
    options = parser.parse_args(arguments)
    kept = readme.read_text("utf-8")
    fresh = with_table(kept, "settings", describe_settings())
    fresh = with_table(fresh, "exit codes", exit_codes())
    fresh = with_table(fresh, "tools", tools())
    fresh = with_table(fresh, "troubleshooting", troubleshooting())
    if kept == fresh:
        return 0
    if options.check:
        print("README.md is stale; run: python3 packaging/dev.py generate", file=sys.stderr)
        return 1
    readme.write_text(fresh, "utf-8", newline="\n")
    return 0


def with_table(text: str, name: str, table: str) -> str:
    """Return a text with a fresh table between the two marks of this name."""
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->"
    before, found_begin, rest = text.partition(begin)
    _stale, found_end, after = rest.partition(end)
    if not found_begin or not found_end:
        raise SystemExit(f"README.md has no {begin.strip()} and {end}")
    return f"{before}{begin}{table}{end}{after}"


def exit_codes() -> str:
    """Return the table of exit codes: one line for each branch of the error tree."""
    rows = sorted((branch.exit_code, summary_of(branch), ", ".join(codes_below(branch))) for branch in branches())
    lines = (f"| {code} | {summary} | {codes} |\n" for code, summary, codes in rows)
    head = "| Exit code | What happened | Codes in log and diagnostics |\n|---|---|---|\n"
    return "".join([head, "| 0 | The window was closed, by a person or by a signal. | |\n", *lines])


def tools() -> str:
    """Return the table of what an agent may ask this computer for, and whether the person is asked first."""
    rows = (f"| `{each.name}` | {each.in_words()} | {touches_in_words(each)} |\n" for each in BUILT_IN)
    return "".join(["| Tool | What it does | |\n|---|---|---|\n", *rows])


def branches() -> list[type[AppError]]:
    """Return the errors that stand directly below the root of the tree; a tool's own do not belong to it."""
    return [error for error in AppError.__subclasses__() if error.__module__ == AppError.__module__]


def codes_below(error: type[AppError]) -> Iterator[str]:
    """Yield the codes of a branch, its own first."""
    yield f"`{error.code}`"
    for narrower in error.__subclasses__():
        yield from codes_below(narrower) if narrower.__module__ == AppError.__module__ else ()


def summary_of(error: type[AppError]) -> str:
    """Return what an error means, as its class says."""
    return (error.__doc__ or "").split("\n")[0]


if __name__ == "__main__":
    sys.exit(main())
