"""Owns what the rehearsal shows, in order: a first start, key, secret and tool, then what fails and comes back."""

from __future__ import annotations

from acts import Act
from hosted_window import HOSTED
from rehearsal_acts import Rehearsal


def plan(rehearsal: Rehearsal) -> list[Act]:
    """Return the acts in the order in which they are played."""
    card = f"“{HOSTED}” asks for a workflow and a key"
    opened, connected, said = "The window opens", "The connection is tested and made", "A message is answered"
    refused, unreachable = "OpenAI's interface refuses the key", "The component's script cannot be reached"
    return [
        Act(
            opened,
            "A window to write in at once, whose start screen has a card for each kind of agent.",
            "The start screen of a first run",
            rehearsal.open,
        ),
        Act(
            card,
            "The card leads to the fields it needs, and the key cannot be read while it is typed.",
            "Workflow and key are typed; nothing is kept yet",
            rehearsal.type_workflow_and_key,
            needs=opened,
        ),
        Act(
            connected,
            "Before anything is kept, a session is asked for with this key; then the component comes up.",
            "The window talks to the hosted agent",
            rehearsal.connect,
            needs=card,
        ),
        Act(
            "The key is in the keyring, and nowhere else",
            "A second client of the Secret Service finds the key, the window says where it is kept, and neither a "
            "file of the program's nor a page holds it.",
            "The sheet says where the key is",
            rehearsal.find_key,
            needs=connected,
        ),
        Act(
            "A client secret is made for the component",
            "One request as OpenAI describes it, with the key; its secret, and not the key, goes to the component.",
            "The component, with a secret and nothing said yet",
            rehearsal.mint,
            needs=connected,
        ),
        Act(
            said,
            "What is written in the component goes out with the secret, and its answer is shown.",
            "A message and its answer",
            rehearsal.talk,
            needs=connected,
        ),
        Act(
            "The agent's tool makes the window dark",
            "The agent calls switch_theme. It touches nothing of the person's, so it runs without a question; the "
            "window and the component turn dark, and the agent hears of it.",
            "The window and the component after the tool ran",
            rehearsal.go_dark,
            needs=said,
            is_dark=True,
        ),
        Act(
            "The secret is renewed before it ends",
            "In the middle of the conversation a new secret is asked for while the old one is still good; nothing "
            "is refused, and the conversation goes on with the new one.",
            "The conversation after the renewal",
            rehearsal.renew,
            needs=said,
        ),
        Act(
            refused,
            "The secret has ended and the key is taken no more: the next message says so in plain words, and what "
            "to do about it.",
            "What a person reads when the key is refused",
            rehearsal.refuse_key,
            needs=said,
        ),
        Act(
            "Another key is entered, and all is well again",
            "The new key takes the place of the old one in the keyring, the warning goes, the conversation is "
            "there again and goes on.",
            "The same conversation with the new key",
            rehearsal.replace_key,
            needs=refused,
        ),
        Act(
            unreachable,
            "Where the script does not come, the window says so in two places and offers to try again.",
            "What a person reads when OpenAI's script does not come",
            rehearsal.lose_script,
            needs=connected,
        ),
        Act(
            "Retry brings the component back",
            "The script comes again, the warning goes, the conversation is there again and goes on.",
            "The same conversation after Retry",
            rehearsal.bring_script_back,
            needs=unreachable,
        ),
        Act(
            "Diagnostics say how the program is",
            "The panel looks at this computer, asks no network, and says problems first; what failed before is in it.",
            "Diagnostics, at the end of all that",
            rehearsal.open_diagnostics,
            needs=opened,
        ),
    ]
