"""Re-process from the raw store: what newer code touches, or what sits in quarantine."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import msgspec

from depeche import lake, query
from depeche.ingest import rawstore
from depeche.pipeline.process import Wanted, process_each
from depeche.pipeline.progress import Progress
from depeche.pipeline.publish import publish
from depeche.pipeline.validate import validate
from depeche.pipeline.versions import Versions
from depeche.settings import Settings


def replay(
    settings: Settings, feed_ids: Sequence[str] | None = None, progress: Progress | None = None
) -> dict[str, Any]:
    """Re-process the published batches that an older code version made.

    Rows made by another version are replaced, ``issue_date`` stays; older rows remain
    readable by time travel. A batch the present code has published is left alone.
    """
    return _again(settings, dict.fromkeys(outdated(settings, feed_ids)), "", progress)


def outdated(settings: Settings, feed_ids: Sequence[str] | None = None) -> list[str]:
    """References of the published batches that neither the present code nor feed's declaration has made."""
    versions = Versions(settings)
    batches = sorted(
        raw_file
        for raw_file, made_by in lake.published(settings).items()
        if not versions.has_made_all(rawstore.feed_of(raw_file), made_by)
    )
    if feed_ids is None:
        return batches
    return [batch for batch in batches if rawstore.feed_of(batch) in set(feed_ids)]


def replay_quarantine(
    settings: Settings,
    *,
    reason: str | None = None,
    feed_id: str | None = None,
    quarantine_ids: Sequence[str] = (),
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Re-process quarantined payloads with the present code and settings.

    What is accepted now leaves the quarantine; what is refused again stays, with its
    present reason.
    """
    rows = query.quarantine_rows(settings, reason=reason, feed_id=feed_id, ids=quarantine_ids)
    selections: dict[str, list[str] | None] = {}
    for raw_uri in sorted({row["raw_uri"] for row in rows if row["raw_uri"]}):
        batch = rawstore.batch_of(raw_uri)
        chosen = selections.setdefault(batch, [])
        if chosen is not None:
            chosen.append(raw_uri)
    # Other settings may decide otherwise, so they are part of such a batch's identity.
    salt = sha256(msgspec.json.encode(settings, enc_hook=str)).hexdigest()
    return _again(settings, selections, salt, progress)


def _again(
    settings: Settings,
    selections: dict[str, list[str] | None],
    salt: str,
    progress: Progress | None,
) -> dict[str, Any]:
    wanted = (Wanted(batch, raw_uris, salt) for batch, raw_uris in selections.items())
    staged = [done["batch_id"] for done in process_each(settings, wanted, progress)]
    if progress:
        progress("validate", 0, 0)
    validate(settings, staged)
    if progress:
        progress("publish", 0, 0)
    return publish(settings, staged, replay=True)
