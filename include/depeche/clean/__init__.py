"""Cleaning: a payload to plain Unicode text and the metadata *as stated*.

``clean(raw)`` recognises the format from the content and gives the payload's dispatches.
A reader is one module with ``FORMAT``, ``VERSION``, ``sniff`` and ``read`` (see
:class:`~depeche.clean.detect.Reader`).
"""

from __future__ import annotations

from depeche.clean.detect import READERS, detect
from depeche.clean.formats import formats_markdown
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected

__all__ = ["READERS", "clean", "code_version", "formats_markdown"]


def clean(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatches ``raw`` holds, in order; a damaged one among others as :class:`Rejected`.

    Raises Reject for the whole payload: see ``docs/quarantine.md`` for the reasons.
    """
    try:
        return detect(raw.payload).read(raw)
    except RecursionError:
        raise Reject("too_complex", "Its elements are nested too deep to be read.") from None


def code_version() -> str:
    """The readers' versions together, such as ``newsml12-1+page-1+text-1``."""
    return "+".join(f"{reader.FORMAT}-{reader.VERSION}" for reader in READERS)
