"""XML files of several items: all of them, or those that end before the file is damaged."""

from __future__ import annotations

import re

from depeche.clean.xml import safe as xmlsafe
from depeche.records import RawDispatch


def parse_items(
    raw: RawDispatch, *items: str, namespaces: bool = False
) -> tuple[xmlsafe.Parsed, xmlsafe.Malformed | None]:
    """``raw`` parsed, and the fault where only its items before it could be saved.

    ``items`` are the names of the elements that are items. Raises as :func:`xml.safe.parse`
    where no item ends before the fault.
    """
    try:
        return xmlsafe.parse(
            raw.payload, raw.sidecar.language or raw.language_hint, namespaces=namespaces
        ), None
    except xmlsafe.Malformed as fault:
        return _whole_items(fault, items, namespaces), fault


def _whole_items(fault: xmlsafe.Malformed, items: tuple[str, ...], namespaces: bool) -> xmlsafe.Parsed:
    """The items that end before the fault, inside the elements that hold them. Raises the fault without any."""
    before = "\n".join(fault.text.split("\n")[: fault.line])
    tag = re.compile(rf"<(/?)((?:[\w.-]+:)?(?:{'|'.join(items)}))(?=[\s/>])")
    ends = [match for match in tag.finditer(before) if match[1]]
    first = next((match for match in tag.finditer(before) if not match[1]), None)
    if first is None:
        raise fault
    around = "".join(f"</{name}>" for name in reversed(_open_at(before[: first.start()])))
    for end in ends[:-3:-1]:
        closed = before.find(">", end.end())
        try:
            whole = f"{before[: closed + 1]}{around}"
            return xmlsafe.parse_text(whole, fault.flags, namespaces=namespaces)
        except xmlsafe.Malformed:
            continue
    raise fault


_TAGS = re.compile(
    r"<!\[CDATA\[.*?\]\]>|<(/?)([A-Za-z_][\w.:-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(/?)>", re.DOTALL
)


def _open_at(text: str) -> list[str]:
    """Names of the elements that are open at the end of ``text``, the outermost first."""
    names: list[str] = []
    for found in _TAGS.finditer(text):
        if not found[2] or found[3]:
            continue
        if not found[1]:
            names.append(found[2])
        elif names and names[-1] == found[2]:
            names.pop()
    return names
