"""Owns what is said to the process that makes the first client secret of a start, and what it answers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from app.errors import AppError
from app.services.client_secrets import MintedSecret
from app.services.connection_file import decode, encode
from app.services.connections import Connection


@dataclass(frozen=True, slots=True)
class SecretOrder:
    """What the process has to know: never a key, which it looks up by itself. `traced` asks for a developer's notes."""

    connection: Connection
    installation_file: Path
    env_file: Path | None
    traced: bool = False

    def line(self) -> bytes:
        """Return the order as the line that goes to the process."""
        record = {
            "connections": encode([self.connection]).decode(),
            "installation_file": str(self.installation_file),
            "env_file": str(self.env_file) if self.env_file else None,
            "traced": self.traced,
        }
        return json.dumps(record).encode() + b"\n"


def parse_secret_order(line: bytes) -> SecretOrder:
    """Return what a line orders; raises ValueError, TypeError or KeyError for what is none."""
    record = json.loads(line)
    (connection,) = decode(record["connections"].encode())
    env_file = Path(record["env_file"]) if record["env_file"] else None
    return SecretOrder(connection, Path(record["installation_file"]), env_file, record["traced"])


def answer_line(outcome: MintedSecret | AppError, trace: Sequence[str] = ()) -> bytes:
    """Return what the process tells: the secret, or why there is none, and a developer's notes."""
    told = {"error": outcome.told()} if isinstance(outcome, AppError) else {"secret": asdict(outcome)}
    return json.dumps({**told, "trace": list(trace)}).encode() + b"\n"
