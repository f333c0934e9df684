"""The batches of the raw store: which there are, how each is referred to, and where it is."""

from __future__ import annotations

import re

from depeche.ingest.rawstore.warcfile import SUFFIX, RawStoreError
from depeche.settings import Settings
from depeche.storage import Place, Stored, walk


def batches(settings: Settings) -> list[str]:
    """References of all batches, ``<feed_id>/<file>.warc.gz``, by feed and time."""
    return [batch_name(file.place) for file in files(settings.raw)]


def feed_of(batch: str) -> str:
    """The feed whose payloads a batch (or a payload of it) holds."""
    return batch.split("/")[0]


def batch_of(raw_uri: str) -> str:
    """The reference of the batch a payload is in."""
    return raw_uri.rpartition("#")[0]


def files(raw: Place) -> list[Stored]:
    """The complete WARC files, by feed and time."""
    try:
        found = [file for file in walk(raw) if file.place.name.endswith(SUFFIX)]
    except FileNotFoundError:
        return []  # nothing was ever stored
    # A level below are exchanges, which hold no payloads.
    own = [file for file in found if file.place.parent.parent == raw]
    return sorted(own, key=lambda file: (file.place.parent.name, file.place.name))


def batch_name(file: Place) -> str:
    """The reference of the batch in this file."""
    return f"{file.parent.name}/{file.name}"


def file_of(settings: Settings, batch: str) -> Place:
    """The WARC file of a batch. Raises RawStoreError where there is none such."""
    path = settings.raw / batch
    if not re.fullmatch(r"[a-z0-9-]+/[^/\0]+\.warc\.gz", batch) or batch.split("/")[1].startswith("."):
        raise RawStoreError(f"{batch!r} is no batch; those are named <feed_id>/<file>.warc.gz")
    if not path.is_file():
        raise RawStoreError(f"there is no batch {batch} in {settings.raw}")
    return path
