"""NITF inside another format, NewsML or Atom: what it states besides its text is added to what that states."""

from __future__ import annotations

from typing import Any

from lxml import etree

from depeche.clean.nitf.copy import Copy
from depeche.clean.nitf.dispatch import describe
from depeche.clean.tidy import unique


def beside(nitf: etree._Element, copy: Copy) -> dict[str, Any]:
    """What NITF inside another format states besides its text; {} where that is all."""
    is_bare = nitf.find("head") is None and copy == Copy(copy.content)
    return {} if is_bare else describe(nitf, copy)


def fill(outer: dict[str, Any], inner: dict[str, Any]) -> dict[str, Any]:
    """``outer`` with what only ``inner``, the NITF inside it, states; notes to editors and usage terms of both."""
    given = {name: value for name, value in inner.items() if value and not outer.get(name)}
    flags = [
        flag
        for flag in inner["quality_flags"]
        if outer.get("revision") is None or flag != "revision_unreadable"
    ]
    lines = [(stated.get("advisory") or "").split("\n") for stated in (outer, inner)]
    given["advisory"] = "\n".join(unique(lines[0] + lines[1])) or None
    given["usage_terms"] = unique([*outer.get("usage_terms", ()), *inner.get("usage_terms", ())])
    both = {
        "quality_flags": [*outer["quality_flags"], *flags],
        "unmapped": [*outer["unmapped"], *inner["unmapped"]],
    }
    return {**outer, **given, **{name: unique(values) for name, values in both.items()}}
