"""The language versions of one NewsItem: components side by side that are each other's translation.

Belga's bilingual items hold the Dutch and the French text as two components of one item; each is
a dispatch of its own.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from depeche.clean.newsml12.content import is_media
from depeche.clean.tidy import one_line
from depeche.clean.xml.safe import LANG, words


class Version(NamedTuple):
    """One language of an item; ``left_out`` are the components of its other languages."""

    language: str | None
    others: tuple[str, ...]
    left_out: frozenset[etree._Element]


# No agency sends one item in more languages; a file that says so is no honest one.
MOST_LANGUAGES = 12
WHOLE = Version(None, (), frozenset())


def versions(item: etree._Element) -> list[Version]:
    """A version for each language, in their order; one for the whole item where there is a single one."""
    if len(_stated(item)) < 2:
        return [WHOLE]
    for parent in (item, *item.iter("NewsComponent")):
        inside = list(parent.iterchildren("NewsComponent"))
        if len(inside) < 2:
            continue
        texts: dict[str, list[etree._Element]] = {}
        for component in inside:
            language = _language(component)
            if language and _has_text(component):
                texts.setdefault(language, []).append(component)
        if 1 < len(texts) <= MOST_LANGUAGES:
            every = frozenset(component for components in texts.values() for component in components)
            return [
                Version(language, tuple(o for o in texts if o != language), every.difference(components))
                for language, components in texts.items()
            ]
    return [WHOLE]


def _stated(item: etree._Element) -> set[str]:
    """The languages that any component of ``item`` names."""
    parts = item.iter("NewsComponent", "Language")
    return {stated for part in parts for stated in (part.get(LANG), part.get("FormalName")) if stated}


def _language(component: etree._Element) -> str:
    """The base code of the language a component is in, as itself says."""
    stated = component.get(LANG) or ""
    if not stated:
        named = component.find("DescriptiveMetadata/Language")
        stated = "" if named is None else named.get("FormalName") or ""
    return one_line(stated).lower().partition("-")[0]


def _has_text(component: etree._Element) -> bool:
    return not is_media(component) and any(words(data).strip() for data in component.iter("DataContent"))
