"""Owns how a step of the test tells its failure: in the words of the one error tree, with where it happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.diagnostics.findings import Finding, Plain, Remedy
from app.diagnostics.reach import Place
from app.diagnostics.wording import failed
from app.errors import AppError


def examine(work: Callable[[], Finding]) -> Finding:
    """Return what the work finds, or its failure."""
    try:
        return work()
    except AppError as error:
        return told(error)


def examine_place(place: Place, work: Callable[[], Finding]) -> Finding:
    """Return what the work finds at a place, or why it is not reached."""
    import httpx2

    from app.network import transport_failure

    try:
        return work()
    except AppError as error:
        return told(error, place)
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
        return told(transport_failure(error, place.url), place)


def told(error: AppError, place: Place | None = None) -> Finding:
    """Return a failure as a finding; what it has for the log stays out."""
    evidence: Mapping[str, Plain] = {"code": error.code, **(where(place) if place is not None else {})}
    detail = f"{place.host}:{place.port}" if place is not None else ""
    return failed(error.sentence, Remedy(error.hint), detail, evidence=evidence)


def where(place: Place) -> Mapping[str, Plain]:
    """Return which host a finding is about."""
    return {"host": place.host, "port": place.port}
