"""NewsML 1.x: AFP's text-photo wire, its web journal, its unversioned files, and others' use of it.

One file may hold several NewsItems; each gives a dispatch or its refusal. Where each
element goes is said in :mod:`newsml12_fields`.
"""

from __future__ import annotations

from lxml import etree

from depeche.clean import markup, newsml12_fields, xmlsafe
from depeche.clean.delivery import origin, rejected
from depeche.clean.newsml12_dispatch import fields
from depeche.clean.newsml12_item import take_apart
from depeche.clean.opening import Opening
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected

FORMAT = "newsml12"
VERSION = "1"
ABOUT = (
    "NewsML 1.x with NITF, bcNITF, XHTML or plain text inside. Paths are relative to the NewsItem; "
    "`NewsComponent` stands for any depth of components, `media` for those that are a picture or a "
    "video; `Property[Keyword]` is the property of that name; a value is the `FormalName`, or the text."
)
MAPPED = newsml12_fields.MAPPED
IGNORED = {**newsml12_fields.IGNORED, **{f"DataContent//{tag}": why for tag, why in markup.DROPPED.items()}}


def sniff(start: Opening) -> bool:
    """NewsML's root element has no namespace in 1.x; NewsML-G2's root is called otherwise."""
    return "NewsML" in (start.root, start.doctype)


def read(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatches of a NewsML file, in its order.

    Raises Reject: ``malformed_xml``, ``unsafe_xml``, ``binary``, ``no_item`` (a NewsML file
    without any NewsItem), and where there is a single item ``no_text`` (a picture, an index),
    ``partial_update`` and ``malformed_content``.
    """
    try:
        parsed, rest = xmlsafe.parse(raw.payload, raw.sidecar.language or raw.language_hint), None
    except xmlsafe.Malformed as fault:
        parsed, rest = _whole_items(fault), fault
    items = list(parsed.root.iter("NewsItem"))
    if not items:
        raise Reject("no_item", "A NewsML file without any NewsItem: there is nothing to archive in it.")
    envelope = next(parsed.root.iter("NewsEnvelope"), None)
    found = [_one(raw, item, envelope, parsed.flags, alone=len(items) == 1 and not rest) for item in items]
    return [*found, rejected(raw, rest)] if rest else found


def _one(
    raw: RawDispatch,
    item: etree._Element,
    envelope: etree._Element | None,
    flags: tuple[str, ...],
    *,
    alone: bool,
) -> CleanDispatch | Rejected:
    try:
        found = fields(take_apart(item, envelope, flags))
        return CleanDispatch(**{**origin(raw, FORMAT, VERSION), **found})
    except Reject as refusal:
        if alone:
            raise
        return rejected(raw, refusal)


def _whole_items(fault: xmlsafe.Malformed) -> xmlsafe.Parsed:
    """The items that end before the fault, as a file of their own. Raises the fault without any."""
    before = "\n".join(fault.text.split("\n")[: fault.line])
    for end in _ends(before):
        try:
            return xmlsafe.parse_text(f"{before[:end]}</NewsML>", fault.flags)
        except xmlsafe.Malformed:
            continue
    raise fault


def _ends(text: str) -> list[int]:
    """Where the last two NewsItems in ``text`` end, the last first."""
    last = text.rfind("</NewsItem>")
    before = text.rfind("</NewsItem>", 0, max(last, 0))
    return [at + len("</NewsItem>") for at in (last, before) if at >= 0]
