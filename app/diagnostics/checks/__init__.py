"""The checks of diagnostics, in the order in which they are told."""

from __future__ import annotations

from app.diagnostics.checks import (
    assets,
    clock,
    conversations,
    data_folder,
    data_lock,
    disk_room,
    display,
    environment,
    gtk_engine,
    last_failures,
    log_folder,
    loopback,
    program,
    python,
    qt_engine,
    settings,
    workflow,
)
from app.diagnostics.findings import Check

CHECKS: tuple[Check, ...] = (
    program.CHECK,
    python.CHECK,
    assets.CHECK,
    clock.CHECK,
    data_folder.CHECK,
    data_lock.CHECK,
    disk_room.CHECK,
    settings.CHECK,
    conversations.CHECK,
    display.CHECK,
    qt_engine.CHECK,
    gtk_engine.CHECK,
    loopback.CHECK,
    workflow.CHECK,
    environment.CHECK,
    log_folder.CHECK,
    last_failures.CHECK,
)
