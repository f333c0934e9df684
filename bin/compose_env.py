"""Writes .env for docker-compose.yml: .env.example with a random value wherever one is missing.

Needs nothing but Python. Leaves a .env that is there alone: changing passwords under a running
PostgreSQL locks everyone out.
"""

from __future__ import annotations

import base64
import os
import secrets
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def fill(example: str) -> str:
    """The example with a random value for each variable that has none."""
    lines = []
    for line in example.splitlines():
        if line.endswith("=") and not line.startswith("#"):
            # Fernet takes 32 bytes in URL-safe base64; hexadecimal passwords need no quoting in a URL.
            value = base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
            line += value if line.startswith("AIRFLOW_FERNET_KEY") else secrets.token_hex(32)
        lines.append(line)
    return "\n".join(lines) + "\n"


def main() -> int:
    """0 where .env was written; 1 where there is one."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / ".env"
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        print(f"{target} is there already and stays as it is", file=sys.stderr)
        return 1
    with os.fdopen(handle, "w") as file:
        file.write(fill((PROJECT / ".env.example").read_text()))
    print(f"{target} written: log in to Airflow as admin with AIRFLOW_ADMIN_PASSWORD")
    return 0


if __name__ == "__main__":
    sys.exit(main())
