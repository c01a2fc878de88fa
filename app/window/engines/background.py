"""Owns the colour behind the page, equal to `--surface` of assets/styles/tokens.css (a test compares them)."""

from __future__ import annotations

from collections.abc import Mapping

BACKGROUNDS: Mapping[str, str] = {"light": "#ffffff", "dark": "#17191c"}
