"""Owns the connection that nobody has to describe: a setting, of whatever source, or the brand names its workflow."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping

from app.brand import BRAND
from app.errors import ConnectionUnusable
from app.observability.developers import warn_developers
from app.resources import text
from app.services.connections import GIVEN_ID, Connection, ready_to_use
from app.services.secret import KEY_VARIABLE

logger = logging.getLogger(__name__)


def _log_unused(error: ConnectionUnusable) -> None:
    logger.warning("the workflow of the settings is not used: %s", error.sentence)


def given_connection(
    setting: str, environ: Mapping[str, str], unused: Callable[[ConnectionUnusable], None] = _log_unused
) -> Connection | None:
    """Return the connection that is there from the start: the setting's, with a key beside it, else the brand's.

    `unused` hears why it is not used, where it cannot be.
    """
    if lacks_key(setting, environ):
        warn_developers("the settings name a workflow, but without %s it is not used", KEY_VARIABLE)
    workflow_id = setting if environ.get(KEY_VARIABLE) else ""
    workflow_id = workflow_id or BRAND.bundled_workflow_id
    if not workflow_id:
        return None
    label = BRAND.name if workflow_id == BRAND.bundled_workflow_id else text("connection.workflow.label")
    try:
        return ready_to_use(Connection(GIVEN_ID, "workflow", label, label, workflow_id=workflow_id))
    except ConnectionUnusable as error:
        unused(error)
        return None


def lacks_key(setting: str, environ: Mapping[str, str]) -> bool:
    """Say whether a workflow is set that nothing opens."""
    return setting != "" and not environ.get(KEY_VARIABLE)
