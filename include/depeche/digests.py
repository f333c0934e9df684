"""Staged files are held to the SHA-256 they were written with: Parquet itself misses half of all flipped bits."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from depeche import schema
from depeche.catalog import StagingDamaged, first_line


def digests(*files: Path) -> dict[str, str]:
    """SHA-256 (hex) of each file, by its name."""
    return {file.name: _digest(file) for file in files}


def check(file: Path, known: Mapping[str, str]) -> None:
    """Raise StagingDamaged where the file cannot be read or is not what was written."""
    try:
        found = _digest(file)
    except OSError as error:
        raise damaged(file, error.strerror or str(error)) from error
    if known.get(file.name, found) != found:
        raise damaged(file, "its bytes are not those that were written")


def read(file: Path, known: Mapping[str, str]) -> pa.Table:
    """A staged Parquet file whole, checked. Raises StagingDamaged."""
    check(file, known)
    try:
        return schema.read_parquet(file)
    except (OSError, pa.ArrowException) as error:
        raise damaged(file, first_line(error)) from error


def damaged(file: Path, why: str) -> StagingDamaged:
    """The error that says that a staged file is no good."""
    return StagingDamaged(f"{file}: {why}; run again: the batch is processed anew from the raw store")


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
