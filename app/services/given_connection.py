"""Owns the connection that nobody has to describe: its workflow stands in the environment, `.env`, or the brand."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from app.brand import BRAND
from app.errors import ConnectionUnusable
from app.observability.developers import warn_developers
from app.resources import text
from app.services.connections import GIVEN_ID, Connection, ready_to_use
from app.services.secret import KEY_VARIABLE, WORKFLOW_VARIABLES

logger = logging.getLogger(__name__)


def given_connection(environ: Mapping[str, str]) -> Connection | None:
    """Return the connection that is there from the start: the environment's with its key, else the brand's."""
    from_environment = next((environ[name] for name in WORKFLOW_VARIABLES if environ.get(name)), "")
    if from_environment and not environ.get(KEY_VARIABLE):
        warn_developers("the environment names a workflow, but without %s it is not used", KEY_VARIABLE)
    workflow_id = from_environment if environ.get(KEY_VARIABLE) else ""
    workflow_id = workflow_id or BRAND.bundled_workflow_id
    if not workflow_id:
        return None
    label = BRAND.name if workflow_id == BRAND.bundled_workflow_id else text("connection.workflow.label")
    try:
        return ready_to_use(Connection(GIVEN_ID, "workflow", label, label, workflow_id=workflow_id))
    except ConnectionUnusable as error:
        logger.warning("the workflow of the environment is not used: %s", error.sentence)
        return None
