"""NITF 3.x, IPTC's markup of news texts: documents with or without DOCTYPE and namespace."""

from __future__ import annotations

from depeche.clean import markup
from depeche.clean.delivery import origin
from depeche.clean.nitf import mapping
from depeche.clean.nitf.dispatch import fields
from depeche.clean.opening import Opening
from depeche.clean.xml import safe as xmlsafe
from depeche.records import CleanDispatch, RawDispatch, Rejected

FORMAT = "nitf"
VERSION = "3"
ABOUT = (
    "NITF 3.0 to 3.6, with its DTD's name or its namespace, or neither. Paths are relative to `nitf`; `head/meta[name]` is the meta of that name, "
    "in small letters. Elements that mark words (person, org, money, chron, num …) give their words."
)
MAPPED = mapping.MAPPED
IGNORED = {**mapping.IGNORED, **{f"body//{tag}": why for tag, why in markup.DROPPED.items()}}


def sniff(start: Opening) -> bool:
    """The root element or the DOCTYPE is ``nitf``."""
    return "nitf" in ((start.root or "").lower(), (start.doctype or "").lower())


def read(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatch of an NITF document.

    Raises Reject: ``malformed_xml``, ``unsafe_xml``, ``binary``, ``no_text`` (neither text nor headline).
    """
    parsed = xmlsafe.parse(raw.payload, raw.sidecar.language or raw.language_hint)
    found = fields(parsed.root, parsed.flags)
    return [CleanDispatch(**{**origin(raw, FORMAT, VERSION), **found})]
