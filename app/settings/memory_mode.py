"""Owns the run that can keep nothing: where the person's folders refuse to be written, it lives in one of memory."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from app.brand import BRAND
from app.errors import CannotWrite
from app.private_file import open_private, read_bounded, write_atomically
from app.resources import text
from app.settings.locations import Locations, resolve_locations

# Held in memory on Linux; where neither is there, the system's folder for what is temporary has to do.
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 -- only a private folder of our own is made in it
# More than either of the files that are taken along may be.
MOST_BYTES = 8 * 1024 * 1024

logger = logging.getLogger(__name__)


def writable(locations: Locations, environ: Mapping[str, str] = os.environ) -> Locations:
    """Return these locations; where they cannot be written, others for this run, which end with `forget`.

    What can still be read of settings and connections is taken along. CannotWrite says that there is no room at all.
    """
    trouble = _trouble_with(locations.data_lock_file)
    if trouble is None:
        return locations
    logger.warning("nothing can be kept: %s", trouble)
    folder = _make_folder(environ)
    temporary = replace(resolve_locations(folder), is_own_folder=False, meant=locations)
    if _trouble_with(locations.settings_file.with_name(f"{locations.settings_file.name}.lock")) is None:
        return replace(temporary, settings_dir=locations.settings_dir)
    for file in (locations.settings_file, locations.connections_file):
        with suppress(OSError):
            write_atomically(folder / file.name, read_bounded(file, MOST_BYTES))
    return temporary


def forget(locations: Locations) -> None:
    """Remove what was made for one run only; never raises."""
    if locations.meant is not None:
        import shutil

        shutil.rmtree(locations.data_dir, ignore_errors=True)


def _trouble_with(file: Path) -> OSError | None:
    try:
        os.close(open_private(file, os.O_RDWR))
    except OSError as error:
        return error
    return None


def _make_folder(environ: Mapping[str, str]) -> Path:
    # Not at the top: hardly any start needs it.
    from tempfile import gettempdir, mkdtemp

    for place in _places(environ):
        with suppress(OSError):
            return Path(mkdtemp(prefix=f"{BRAND.slug}-", dir=place))
    try:
        return Path(mkdtemp(prefix=f"{BRAND.slug}-", dir=gettempdir()))
    except OSError as error:
        raise CannotWrite(text("settings.no_lock"), detail=str(error)) from error


def _places(environ: Mapping[str, str]) -> Iterator[Path]:
    runtime = Path(environ.get("XDG_RUNTIME_DIR", ""))
    if runtime.is_absolute():
        yield runtime
    yield SHARED_MEMORY
