"""Owns the tool `open_link`: an address is opened in the person's browser, after they have seen the whole of it."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from app.services.external_links import LINK_MAX_CHARACTERS, LinkPolicy
from app.tools.tool import Parameters, Tool, ToolContext, ToolResult, Touch

# SECURITY: T09, the rule for links that are clicked. It agrees to no host: here the person sees each address.
RULE = LinkPolicy()


def _address(url: str) -> str:
    verdict = RULE.judge(url)
    if verdict.decision == "refuse":
        raise ValueError("only plain https and mailto addresses can be opened")
    return verdict.url


class OpenLinkParameters(Parameters):
    """Which address."""

    url: Annotated[str, AfterValidator(_address)] = Field(
        min_length=1, max_length=LINK_MAX_CHARACTERS, description="an https or mailto address"
    )


def run(parameters: OpenLinkParameters, context: ToolContext) -> ToolResult:
    """Hand the address to the system."""
    context.open_link(parameters.url)
    return {"url": parameters.url}


TOOL = Tool(
    name="open_link",
    sentence="tool.open_link.sentence",
    parameters=OpenLinkParameters,
    touches=frozenset({Touch.LEAVES}),
    deadline_seconds=10.0,
    run=run,
    each_time=True,
    description=(
        "Opens an https or mailto address in the person's browser or mail program, after they have seen all of it and "
        "agreed. Answers with `url`, the address as it was opened. What is on the page is not returned."
    ),
)
