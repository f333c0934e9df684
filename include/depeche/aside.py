"""A file that is put in its place whole or not at all, whatever stops its writer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4


@contextmanager
def aside(file: Path) -> Iterator[Path]:
    """A path beside ``file`` to write to, which takes its place at the end; where that is not reached it goes.

    Its name begins with a dot and is nobody else's: machines that share a folder may have the
    same process ids.
    """
    here = file.with_name(f".{file.name}.{uuid4().hex[:12]}")
    try:
        yield here
        os.replace(here, file)
    finally:
        here.unlink(missing_ok=True)
