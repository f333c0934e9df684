"""NewsML-G2: news items and packages, alone or in a news message; knowledge is refused by name."""

from __future__ import annotations

from lxml import etree

from depeche.clean import markup
from depeche.clean.delivery import one_of, origin
from depeche.clean.newsmlg2 import mapping
from depeche.clean.newsmlg2.dispatch import fields
from depeche.clean.opening import Opening
from depeche.clean.xml import safe as xmlsafe
from depeche.clean.xml.parts import parse_items
from depeche.clean.xml.paths import Paths
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected

FORMAT = "newsmlg2"
VERSION = "5"
ABOUT = (
    "NewsML-G2 of any version, core and power: a newsItem or a packageItem, or a newsMessage of several. A package is a dispatch of the kind package: its text is the "
    "headlines and summaries by which it lists other items, which come as dispatches of their own. Paths are relative to the item, "
    "`header` is the newsMessage's. A value is its name, text, literal or code; codes keep their alias "
    "(`medtop:20000523`), which a catalogue inside the item may bind to a vocabulary of IPTC. Inside a value may stand: "
    + ", ".join(f"{name} ({why})" for name, why in mapping.CONCEPT.items())
    + "."
)
MAPPED = mapping.MAPPED
IGNORED = {**mapping.IGNORED, **{f"contentSet//{tag}": why for tag, why in markup.DROPPED.items()}}

_PARTS = frozenset(("catalogRef", "catalog", "header", "itemSet"))
_ITEMS = ("newsItem", "packageItem")
# Items that hold no news: who and what there is, what is planned, vocabularies.
_OTHERS = ("conceptItem", "knowledgeItem", "planningItem", "catalogItem")


def sniff(start: Opening) -> bool:
    """The root element is a message or an item of G2, with or without a prefix."""
    return start.root in ("newsMessage", *_ITEMS, *_OTHERS)


def read(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatches of a NewsML-G2 file, in its order.

    Raises Reject: ``malformed_xml``, ``unsafe_xml``, ``binary``, ``no_item`` (no news item in
    it), and where there is a single item ``no_text``, ``malformed_content``.
    """
    parsed, fault = parse_items(raw, *_ITEMS)
    items = list(parsed.root.iter(*_ITEMS))
    if not items:
        held = next(parsed.root.iter(*_OTHERS), None)
        what = "nothing" if held is None else f"a {held.tag}"
        raise Reject("no_item", f"NewsML-G2 without any news item: it holds {what}.")
    is_message = parsed.root.tag == "newsMessage"
    header = next(parsed.root.iter("header"), None) if is_message else None
    beside = [f"newsMessage/{part.tag}" for part in parsed.root if is_message and part.tag not in _PARTS]
    around = Paths(etree.Element("header") if header is None else header)

    def read_one(item: xmlsafe.Element) -> CleanDispatch:
        found = fields(item, around, parsed.flags)
        found["unmapped"] = [*beside, *found["unmapped"]]
        return CleanDispatch(**{**origin(raw, FORMAT, VERSION), **found})

    return one_of(raw, items, read_one, fault)
