"""NewsML 1.x: AFP's text-photo wire, its web journal, its unversioned files, and others' use of it.

One file may hold several NewsItems; each gives a dispatch or its refusal. Where each
element goes is said in :mod:`newsml12.mapping`.
"""

from __future__ import annotations

from depeche.clean import markup
from depeche.clean.delivery import one_of, origin
from depeche.clean.newsml12 import mapping
from depeche.clean.newsml12.dispatch import fields
from depeche.clean.newsml12.item import read_file, take_apart
from depeche.clean.newsml12.versions import Version, versions
from depeche.clean.opening import Opening
from depeche.clean.xml import safe as xmlsafe
from depeche.clean.xml.parts import parse_items
from depeche.clean.xml.safe import LANG
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected

FORMAT = "newsml12"
VERSION = "5"
ABOUT = (
    "NewsML 1.x with NITF, bcNITF, XHTML or plain text inside. Paths are relative to the NewsItem; "
    "`NewsComponent` stands for any depth of components, `media` for those that are a picture or a "
    "video; `Property[Keyword]` is the property of that name; a value is the `FormalName`, or the text."
)
MAPPED = mapping.MAPPED
IGNORED = {
    **mapping.IGNORED,
    **{f"*/{name}": why for name, why in mapping.SKIPPED.items() if why},
    **{f"*@{name}".replace(LANG, "xml:lang"): why for name, why in mapping.COMMON.items()},
    **{f"DataContent//{tag}": why for tag, why in markup.DROPPED.items()},
}


def sniff(start: Opening) -> bool:
    """NewsML's root element has no namespace in 1.x; NewsML-G2's root is called otherwise."""
    return "NewsML" in (start.root, start.doctype)


def read(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatches of a NewsML file, in its order.

    Raises Reject: ``malformed_xml``, ``unsafe_xml``, ``binary``, ``no_item`` (a NewsML file
    without any NewsItem), and where there is a single item ``no_text`` (a picture, an index),
    ``partial_update`` and ``malformed_content``.
    """
    parsed, fault = parse_items(raw, "NewsItem")
    items = list(parsed.root.iter("NewsItem"))
    if not items:
        raise Reject("no_item", "A NewsML file without any NewsItem: there is nothing to archive in it.")
    file = read_file(parsed.root, parsed.flags)

    def read_one(one: tuple[xmlsafe.Element, Version]) -> CleanDispatch:
        found = fields(take_apart(one[0], file, one[1]))
        found["unmapped"] = [*file.beside, *found["unmapped"]]
        return CleanDispatch(**{**origin(raw, FORMAT, VERSION), **found})

    every = [(item, version) for item in items for version in versions(item)]
    return one_of(raw, every, read_one, fault)
