"""Make the expected readings of the inputs again: python tests/golden/clean/remake.py

Look at the difference (git diff) before committing it: it is the review. With --check
nothing is written and the names of readings that differ are printed.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from depeche.clean import clean
from depeche.columns import Columns
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected, SideCar

HERE = Path(__file__).parent
# Inputs that come with a side-car.
SIDECARS = {
    "text-lines.txt": SideCar(url="https://gazette.example/1", publisher="La Gazette", language="fr"),
    "page-old.html": SideCar(
        url="https://echo.example/n/bridge.html", publisher="Harbour Echo", language="en"
    ),
}
# Tables whose feed declares their columns.
COLUMNS: dict[str, Columns] = {
    "table-declared.tsv": {
        "nr": None, "Ueberschrift": "headline", "Vorspann": "text", "Inhalt": "text", "Quelle": "source",
        "Ort": "city", "Land": "country", "Stichworte": "keywords",
    },
    "table-nested.json": {"meta.title": "headline", "body": "text", "stamp": "issued_at"},
}  # fmt: skip
# What depends on the delivery and the version, and would only make noise.
LEFT_OUT = (
    "raw_uri",
    "raw_sha256",
    "raw_name",
    "name",
    "feed_id",
    "collected_at",
    "reader_version",
    "declared_version",
    "stage",
)


def inputs() -> list[Path]:
    """All inputs, by name."""
    return sorted((HERE / "inputs").iterdir())


def raw(path: Path) -> RawDispatch:
    """The input as it comes from the raw store."""
    payload = path.read_bytes()
    return RawDispatch(
        raw_uri=None,
        raw_sha256=sha256(payload).hexdigest(),
        name=path.name,
        payload=payload,
        feed_id=None,
        collected_at=datetime(2024, 7, 1, tzinfo=UTC),
        sidecar=SIDECARS.get(path.name, SideCar()),
        columns=COLUMNS.get(path.name),
    )


def reading(path: Path) -> str:
    """What cleaning makes of the input, as JSON: only what is stated, line by line."""
    try:
        found: Any = [_stated(record) for record in clean(raw(path))]
    except Reject as refusal:
        found = {"rejected": refusal.reason, "detail": refusal.detail}
    return msgspec.json.format(msgspec.json.encode(found), indent=1).decode() + "\n"


def _stated(record: CleanDispatch | Rejected) -> dict[str, Any]:
    fields = msgspec.to_builtins(record)
    return {name: value for name, value in fields.items() if name not in LEFT_OUT and value not in (None, [])}


def expected(path: Path) -> Path:
    """Where the reading of the input is kept."""
    return HERE / "expected" / f"{path.name}.json"


def main() -> None:
    """Write the readings, or with --check name those that differ."""
    wanted = {expected(path): reading(path) for path in inputs()}
    if "--check" in sys.argv:
        stale = [p.name for p, text in wanted.items() if not p.exists() or p.read_text("utf-8") != text]
        sys.exit(f"not as expected: {', '.join(stale)}" if stale else 0)
    for path in set((HERE / "expected").iterdir()) - set(wanted):
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
