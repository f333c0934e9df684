"""Dispatches attached to a mail: rows of their own, whose raw bytes are the mail's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from depeche.clean import clean
from depeche.records import RawDispatch

MAIL = Path(__file__).parents[2] / "golden/clean/inputs/mail-attachments.eml"


def test_what_is_attached_has_the_mails_bytes_as_its_raw_ones(make_raw: Callable[..., RawDispatch]) -> None:
    """So that whoever follows a row into the raw store finds there what the row says."""
    raw = make_raw(MAIL.read_bytes())
    found = clean(raw)
    assert len(found) > 2
    assert {(item.raw_uri, item.raw_sha256) for item in found} == {(raw.raw_uri, raw.raw_sha256)}
