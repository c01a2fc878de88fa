"""The element on a stage, one program for all tests of a file."""

from __future__ import annotations

from tests.support.stage_fixtures import running_stage, stage

__all__ = ["running_stage", "stage"]
