"""One item of NewsML-G2 taken apart: its paths, its language, its vocabularies, what a package lists."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from depeche.clean.newsmlg2.mapping import ABOUT
from depeche.clean.newsmlg2.package import Package, read_package
from depeche.clean.newsmlg2.values import aliases, party
from depeche.clean.tidy import unique
from depeche.clean.xml.paths import Paths
from depeche.clean.xml.safe import LANG

_GROUPS = frozenset(
    ("itemMeta", "contentMeta", "rightsInfo", "contentSet", "hopHistory", "hop", "groupSet", "group", "itemRef")
)  # fmt: skip


class Item(NamedTuple):
    """An item taken apart; ``known`` are the aliases that its catalogues bind to IPTC's vocabularies."""

    paths: Paths
    header: Paths
    language: str
    known: dict[str, str]
    is_package: bool
    package: Package
    flags: list[str]


def take_apart(item: etree._Element, header: Paths, flags: tuple[str, ...]) -> Item:
    """The parts of ``item``; ``header`` is its message's."""
    paths = Paths(item, groups=_GROUPS)
    language = paths.first(f"{ABOUT}/language@tag") or item.get(LANG) or ""
    known = aliases(item)
    is_package = item.tag == "packageItem"
    return Item(paths, header, language, known, is_package, read_package(item, known), list(flags))


def names(item: Item, *paths: str) -> list[str]:
    """The names of the concepts at ``paths``, each once."""
    return unique(party(element, item.language, item.known) for element in item.paths.all(*paths))
